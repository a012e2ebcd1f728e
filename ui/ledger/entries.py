"""延期 and 销号: what is asked for such an entry."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from model.entry.cleaning import one_line
from model.entry.dates import day
from model.errors import ValueRefused, XugaoError
from model.forms.form import day_said
from ui.kit import theme
from ui.kit.dialog_body import buttons
from ui.kit.labels import label
from ui.kit.run_line import RunLine


class _Entry(QDialog):
    """Fields under an explanation; wrong input stays and is told."""

    def __init__(self, title: str, about: str, accept: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        unit = theme.unit(self)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(unit)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(label(self, about, "secondary", wraps=True))
        column.addLayout(self.form)
        column.addWidget(self.wrong)
        column.addWidget(buttons(self, accept))
        self.resize(unit * 66, unit * 34)

    def line(self, text: str, name: str, said: str = "", hint: str = "") -> RunLine:
        """A field with its access key."""
        made = RunLine(self)
        made.setAccessibleName(name)
        made.setText(said)
        made.setPlaceholderText(hint)
        self.form.addRow(text, made)
        return made

    def accept(self) -> None:
        try:
            self.check()
        except XugaoError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        super().accept()

    def check(self) -> None:
        """Raise what is wrong with the input."""
        raise NotImplementedError

    def _day(self, line: QLineEdit) -> date:
        return day(line.text().strip())


class ExtensionDialog(_Entry):
    """延期: until when, why, who approved it."""

    def __init__(self, until: str, parent: QWidget | None = None) -> None:
        about = f"现在的时限：{until or '没有'}。延期记在这一项下面，可以撤销。"
        super().__init__("延期", about, "延期(&E)", parent)
        self._until = self.line("延到哪一天(&D)", "延到哪一天", hint="如：2026年11月15日")
        self._reason = self.line("原因(&R)", "原因", hint="如：用地未批")
        self._by = self.line("谁批准的(&A)", "谁批准的", hint="如：王市长")

    def check(self) -> None:
        self.until = self._day(self._until)
        self.reason, self.approved_by = one_line(self._reason.text()), one_line(self._by.text())


class ClosingDialog(_Entry):
    """销号: who confirmed it, on which day."""

    def __init__(self, count: int, today: date, parent: QWidget | None = None) -> None:
        about = f"把选中的{count}项记作完成并销号：不再催办，下一年起不再带着。可以取消。"
        super().__init__("销号", about, "销号(&X)", parent)
        self._by = self.line("谁确认的(&W)", "谁确认的", hint="如：县政府督查室")
        self._on = self.line("哪一天(&D)", "哪一天", day_said(today))

    def check(self) -> None:
        self.confirmed_by, self.on = one_line(self._by.text()), self._day(self._on)
        if not self.confirmed_by:
            raise ValueRefused("请写明谁确认的，如：县政府督查室。")
