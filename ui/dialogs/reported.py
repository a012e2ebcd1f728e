"""The dialog that notes which draft was reported (已报出), to whom and when."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from model.clock import Clock, local_date, utc_now
from model.errors import XugaoError
from model.jobs.reported import draft_numbers, mark_reported, reported_of
from model.report.project import Project
from model.report.report import Report
from ui.kit import theme
from ui.kit.dialog_body import buttons, named_rows
from ui.kit.labels import label
from ui.kit.run_line import RunLine


class ReportedDialog(QDialog):
    """Which draft, to whom, when; wrong input stays and is told. `said` is what was noted."""

    def __init__(
        self,
        project: Project,
        report: Report,
        parent: QWidget | None = None,
        *,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("已报出的稿")
        self._project, self._report = project, report
        self._numbers = draft_numbers(project, report)
        self.said = ""
        self.draft = QComboBox(self)
        self.draft.addItems(self._names())
        self.draft.setCurrentIndex(len(self._numbers) - 1)
        self.to = RunLine(self)
        self.to.setPlaceholderText("如：市政府")
        today = local_date(clock)
        self.day = RunLine(f"{today.year}年{today.month}月{today.day}日", self)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self._lay_out()
        self.to.setFocus()

    def accept(self) -> None:
        """Note it; what is wrong is told, and the dialog stays."""
        number = self._numbers[self.draft.currentIndex()]
        try:
            mark_reported(
                self._project, self._report, number, self.to.text(), self.day.text().strip()
            )
        except XugaoError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        self.said = f"已记下：第{number}稿{self.day.text().strip()}报{self.to.text().strip()}。"
        super().accept()

    def _names(self) -> list[str]:
        """The drafts, and whom each was reported to already."""
        mine = [one for one in reported_of(self._project) if one.report == self._report.id]
        to = {one.number: f"（已报{one.to}）" for one in mine}
        return [f"第{number}稿{to.get(number, '')}" for number in self._numbers]

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        rows = (
            ("第几稿(&N)", "第几稿", self.draft),
            ("报给谁(&T)", "报给谁", self.to),
            ("哪一天(&D)", "哪一天报的", self.day),
        )
        form = named_rows(self, rows)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addWidget(buttons(self, "记下(&J)"))
        self.resize(unit * 56, self.sizeHint().height())
