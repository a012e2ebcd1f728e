"""从讲话生成台账: tasks of a text or a file in a table, looked at, corrected, then taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.entry.dates import period as period_typed
from model.entry.ledger import said_of
from model.errors import ValueRefused
from model.jobs.ledger import tasks_in_manuscript, tasks_in_report
from model.jobs.take_in import Manuscript, make_manuscript, period, source_of
from model.ledger.edits import corrected, with_tasks
from model.ledger.found import Found
from model.report.ledger import LedgerTask
from model.values.period import Period
from ui.kit import theme
from ui.kit.background_job import Job
from ui.kit.dialog_body import buttons, scrolled
from ui.kit.file_dialogs import MANUSCRIPT, AskFile, ask_file
from ui.kit.labels import label
from ui.kit.padded import as_list, measured_once
from ui.kit.run_line import RunLine
from ui.workspace import Workspace

HEADS = ("任务", "牵头单位", "配合单位", "完成时限", "数量", "请核")
_ANY = Period(2000, 1, 12)
"""Of which period progress is does not matter: what was found has none."""
_PATHS = ("text", "lead", "support", "deadline", "quantity")
_ABOUT = (
    "勾上的放进台账，空格键勾或不勾，双击（F2）格子改。时限里没写年份的，照讲话的报告期算出是哪一年："
    "改报告期，时限跟着重算。"
)


class FoundDialog(QDialog):
    """Puts what is ticked into the ledger when it is accepted; wrong cells stay and are told."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, ask_file: AskFile = ask_file
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("从讲话生成台账")
        self._workspace = workspace
        self.ask_file = ask_file
        self._is_filling = False
        self._manuscript: Manuscript | None = None
        self.found: tuple[Found, ...] = ()
        self.tasks: list[LedgerTask] = []
        self._refused: dict[int, dict[int, str]] = {}
        self.source, self.file = QComboBox(self), QPushButton("从文件里找(&F)…", self)
        self.of = RunLine(self)
        self.table = QTableWidget(0, len(HEADS), self)
        self.told = label(self, wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.all, self.none = QPushButton("全勾上(&A)", self), QPushButton("全不勾(&N)", self)
        self._lay_out()
        self._job = Job(self)
        self._job.done.connect(self._came)
        self._job.failed.connect(self._failed)
        self._connect()
        self._say("")
        self.look(0)

    @property
    def is_reading(self) -> bool:
        """Whether a text is still being read."""
        return self._job.is_busy

    def look(self, number: int) -> None:
        """Find the tasks of a text of the project."""
        self._workspace.settle()
        project = self._workspace.project
        report = project.reports[number]
        self._manuscript = None
        self.of.setText(project.period.label_with_year)
        self.of.setEnabled(False)
        self._begin(lambda: tasks_in_report(project, report))

    def choose_file(self) -> None:
        """Ask for a file, and find its tasks."""
        at = self._workspace.session.path
        path = self.ask_file(MANUSCRIPT, at.parent if at else Path.home(), self)
        if path is not None:
            self._begin(lambda: make_manuscript(source_of(path), path.stem))

    def resolve(self) -> None:
        """The deadlines again, as those of the period that is written."""
        if self._manuscript is None:
            return
        try:
            self._show(self._found_in(self._manuscript, period_typed(self.of.text())))
        except ValueRefused as error:
            self._say(str(error))

    def accept(self) -> None:
        """Put the ticked tasks into the ledger as one step; wrong cells are told first."""
        ticked = [row for row in range(self.table.rowCount()) if self._is_ticked(row)]
        wrong = [row for row in ticked if self._refused.get(row)]
        if wrong:
            self._say("；".join(self._refused[wrong[0]].values()))
            self.table.setCurrentCell(wrong[0], min(self._refused[wrong[0]]))
            return
        if not ticked:
            self._say("还没有勾上要放进台账的任务。")
            return
        chosen = [self.tasks[row] for row in ticked]
        refused = self._workspace.do(
            f"台账加{len(chosen)}项", lambda project: with_tasks(project, chosen)
        )
        if refused:
            self._say(refused)
            return
        self._workspace.said.emit(f"已把{len(chosen)}项任务放进台账，可以撤销")
        super().accept()

    def done(self, result: int) -> None:
        self._job.forget()
        super().done(result)

    def _begin(self, work: object) -> None:
        self._say("")
        self.told.setText("正在找任务……")
        self._job.start(work)  # type: ignore[arg-type]

    def _came(self, result: object) -> None:
        if isinstance(result, Manuscript):
            of = period(result) or self._workspace.project.period
            self._manuscript = result
            self.of.setText(of.label_with_year)
            self.of.setEnabled(True)
            result = self._found_in(result, of)
        assert isinstance(result, tuple)
        self._show(result)

    def _failed(self, message: str) -> None:
        self._say(message)
        self._count()

    def _found_in(self, manuscript: Manuscript, of: Period) -> tuple[Found, ...]:
        return tasks_in_manuscript(self._workspace.project, manuscript, of)

    def _show(self, found: tuple[Found, ...]) -> None:
        """One row a task; those that nothing speaks against are ticked."""
        self._say("")
        self.found, self.tasks = found, [one.task for one in found]
        self._refused = {}
        self._is_filling = True
        with measured_once(self.table):
            self.table.setRowCount(len(found))
            for row, one in enumerate(found):
                for column, text in enumerate((*_cells(one.task), one.note)):
                    self.table.setItem(row, column, self._item(column, text, is_new=not one.note))
        self._is_filling = False
        if found:
            self.table.setCurrentCell(0, 0)
        self._count()

    def _item(self, column: int, text: str, *, is_new: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        if column == 0:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if is_new else Qt.CheckState.Unchecked)
        if column == len(HEADS) - 1:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(text)
        return item

    def _changed(self, item: QTableWidgetItem) -> None:
        """A cell was typed (its task is corrected, or it is red), or a tick was set."""
        if self._is_filling:
            return
        row, column = item.row(), item.column()
        if column < len(_PATHS) and item.text() != _cells(self.tasks[row])[column]:
            self._correct(item, row, column)
        self._count()

    def _correct(self, item: QTableWidgetItem, row: int, column: int) -> None:
        of = self._workspace.project.period
        try:
            of = period_typed(self.of.text())
            self.tasks[row] = corrected(self.tasks[row], _PATHS[column], item.text(), of)
        except ValueRefused as error:
            self._refused.setdefault(row, {})[column] = str(error)
            self._say(str(error))
        else:
            self._refused.get(row, {}).pop(column, None)
            self._say("")
        is_wrong = column in self._refused.get(row, {})
        self._is_filling = True
        if not is_wrong:
            item.setText(_cells(self.tasks[row])[column])
        color = QColor(theme.colors().red) if is_wrong else None
        item.setData(Qt.ItemDataRole.ForegroundRole, color)
        self._is_filling = False

    def _tick_all(self, state: Qt.CheckState) -> None:
        """Tick those that the ledger does not have, or none."""
        self._is_filling = True
        for row, one in enumerate(self.found):
            if not one.note or state is Qt.CheckState.Unchecked:
                self.table.item(row, 0).setCheckState(state)
        self._is_filling = False
        self._count()

    def _is_ticked(self, row: int) -> bool:
        return self.table.item(row, 0).checkState() is Qt.CheckState.Checked

    def _count(self) -> None:
        ticked = sum(map(self._is_ticked, range(self.table.rowCount())))
        said = f"找到{len(self.found)}项，勾上{ticked}项。"
        self.told.setText(said if self.found else "没有找到任务：没有“某单位要……”这样的话。")

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _connect(self) -> None:
        self.source.activated.connect(self.look)
        self.file.clicked.connect(lambda *_: self.choose_file())
        self.of.editingFinished.connect(self.resolve)
        self.table.itemChanged.connect(self._changed)
        self.all.clicked.connect(lambda *_: self._tick_all(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda *_: self._tick_all(Qt.CheckState.Unchecked))

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        reports = self._workspace.project.reports
        self.source.addItems([report.name or "没有名称的文稿" for report in reports])
        own = [report.id for report in reports].index(self._workspace.report.id)
        self.source.setCurrentIndex(own)
        self.table.setAccessibleName("找到的任务")
        self.table.setHorizontalHeaderLabels(list(HEADS))
        as_list(self.table, widest=len(HEADS) - 1)
        head, sign = self.table.horizontalHeader(), self.fontMetrics().horizontalAdvance("国")
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(5 * sign)
        for column, width in ((0, 32), (1, 9), (2, 9)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, width * sign)
        self.table.setMinimumHeight(24 * unit)
        above, ticks, body = QHBoxLayout(), QHBoxLayout(), QWidget(self)
        for text, name, field in (
            ("哪一篇(&R)", "哪一篇", self.source),
            ("讲话的报告期(&P)", "讲话的报告期", self.of),
        ):
            said = label(self, text)
            said.setBuddy(field)
            field.setAccessibleName(name)
            above.addWidget(said)
            above.addWidget(field, 1)
        above.addWidget(self.file)
        ticks.addWidget(self.told, 1)
        for button in (self.file, self.all, self.none):
            button.setAutoDefault(False)
        ticks.addWidget(self.all)
        ticks.addWidget(self.none)
        whole = QVBoxLayout(body)
        whole.setSpacing(unit)
        whole.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        whole.addLayout(above)
        whole.addWidget(self.table, 1)
        whole.addLayout(ticks)
        scrolled(
            self, body, [self.wrong, buttons(self, "放进台账(&M)")], QSize(unit * 124, unit * 84)
        )


def _cells(task: LedgerTask) -> tuple[str, ...]:
    said = said_of(task, _ANY) | {"deadline": task.due_said}
    return tuple(said[path] for path in _PATHS)
