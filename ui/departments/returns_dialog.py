"""收部门报来的: many files at once, one table of what came, taken or left, into the project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from model.choices.decisions import ChoiceState, Decisions
from model.forms.lines import WORST_FIRST, Came, CameState
from model.forms.missing import answering, said_in_short
from model.forms.take import decisions_of, take, take_plain
from model.jobs.free_returns import Said
from model.jobs.take_forms import Collected, Read, collect, read_returns, read_text
from model.report.project import Project
from ui.departments.came_model import CameModel
from ui.departments.free_dialog import FreeDialog
from ui.kit import theme
from ui.kit.background_job import Job
from ui.kit.dropping import dropped_files
from ui.kit.file_dialogs import CITY_TABLE, RETURNED_FORMS, AskFiles, ask_files
from ui.kit.labels import label
from ui.kit.padded import as_list
from ui.renewal.text_reader import side_by_side, text_reader
from ui.workspace import Workspace

_ALL, _OPEN = "全部", "没有定的"
_AFTER_TYPING_MS = 300
_TOLD = 6
_ABOUT = (
    "把部门发回来的表一次全选上，或拖到这里。空格键收或不收，双击到那里看；"
    "“全部采用”只收看着没有问题的。点“完成”才收进材料，可以撤销。"
)


class ReturnsDialog(QDialog):
    """Stays open beside the wizard. `place_wanted` asks for the page of a place."""

    place_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        begin: Path,
        parent: QWidget | None = None,
        *,
        ask_files: AskFiles = ask_files,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("收部门报来的")
        self.setAcceptDrops(True)
        self._workspace = workspace
        self._begin = begin
        self._ask_files = ask_files
        self._read: tuple[Read, ...] = ()
        self._compared: Project | None = None
        self.found = Collected((), (), ())
        self.decisions = Decisions(())
        self.model = CameModel(self)
        self.told = label(self, "", wraps=True)
        self.refused = label(self, role="error", wraps=True)
        self.note = label(self, role="secondary", wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.which = QComboBox(self)
        self.which.setAccessibleName("看哪些")
        self.which.addItems([_ALL, _OPEN, *(state.label for state in WORST_FIRST)])
        self.view = self._table()
        self._readers = [text_reader(self, name) for name in ("上期", "现有", "报来")]
        self._buttons = self._made_buttons()
        self._lay_out()
        self._job = Job(self)
        self._job.done.connect(self._came)
        self._job.failed.connect(self._say)
        self._connect()
        self._show()

    @property
    def is_reading(self) -> bool:
        """Whether files are still being read."""
        return self._job.is_busy

    def choose(self) -> None:
        """Ask for files and read them."""
        self.read(self._ask_files(RETURNED_FORMS, self._begin, self))

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, beside those that were read before."""
        if paths:
            self._begin = paths[0].parent
            self.told.setText(f"正在读{len(paths)}个文件……")
            self._job.start(lambda: read_returns(paths))

    def ask_free(self) -> None:
        """Ask for what is no form (a call, a message, paper), and read it beside the files."""
        dialog = FreeDialog(self._workspace.project, self)
        try:
            if dialog.exec():
                self.read_free(dialog.text, dialog.said)
        finally:
            dialog.deleteLater()

    def read_free(self, text: str, said: Said) -> None:
        """Read words of a department beside the files."""
        self._read = (*self._read, read_text(text, said))
        self._compared = None
        self._compare()

    def choose_city(self) -> None:
        """Ask for a table of the whole city, and read our row of it."""
        paths = self._ask_files(CITY_TABLE, self._begin, self)
        if paths:
            self.told.setText("正在读通报表……")
            self._job.start(
                lambda: tuple(one._replace(is_city=True) for one in read_returns(paths))
            )

    def current(self) -> Came | None:
        """The line in the row that is chosen."""
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def take(self) -> None:
        """Take the chosen line; of two answers for one place the other is left."""
        line = self.current()
        if line is None or not line.choice.ways:
            return
        decisions = self.decisions.take(line.choice.key)
        for other in self.found.lines:
            is_other = other.choice.place == line.choice.place and other is not line
            if line.state is CameState.TWICE and is_other and other.choice.ways:
                decisions = decisions.leave(other.choice.key)
        self._decide(decisions)

    def leave(self) -> None:
        """Leave the chosen line: the project stays as it is there."""
        line = self.current()
        if line is not None and line.choice.ways:
            self._decide(self.decisions.leave(line.choice.key))

    def toggle(self) -> None:
        """The space bar: take what is not taken; of what is, take the decision back."""
        line = self.current()
        if line is None:
            return
        if self.decisions.state(line.choice) is ChoiceState.TAKEN:
            self._decide(self.decisions.reopen(line.choice.key))
        else:
            self.take()

    def take_all(self) -> None:
        """Take all that speaks for itself."""
        self._decide(take_plain(self.decisions, self.found.lines))

    def apply(self) -> None:
        """完成: what was taken goes into the project as one step; who answered is noted."""
        self._compare()
        workspace = self._workspace
        found, decisions, today = self.found, self.decisions, workspace.session.today
        if not found.files:
            self._say("还没有收到能认的表。请先选择文件。")
            return
        count = len([*decisions.taken()])
        refused = workspace.do(
            f"收部门报来的{count}处",
            lambda project: take(project, found.lines, decisions, found.files, today),
        )
        if refused:
            self._say(refused)
            return
        self._compare()
        short = said_in_short(answering(workspace.project, today))
        workspace.said.emit(f"已收下部门报来的{count}处，可以撤销。{short}")
        self.told.setText(f"已收下{count}处。{short}。{self._left_said()}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event)
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.read(paths))

    def done(self, result: int) -> None:
        self._job.forget()
        super().done(result)

    def _came(self, read: object) -> None:
        assert isinstance(read, tuple)
        known = {one.name for one in read if one.name}
        self._read = (*(one for one in self._read if one.name not in known), *read)
        self._compared = None
        self._compare()

    def _compare(self) -> None:
        """Compare with the project as it is now; decisions on what still stands so stay."""
        self._soon.stop()
        if not self._read:
            return
        self._workspace.settle()
        project = self._workspace.project
        if project is self._compared:
            return
        self._compared = project
        self.found = collect(project, self._read, self._workspace.session.today)
        self.decisions = self.decisions.carried_to(decisions_of(self.found.lines).choices)
        self._show()

    def _decide(self, decisions: Decisions) -> None:
        self._say("")
        self.decisions = decisions
        self._show()

    def _show(self) -> None:
        """The lines that are asked for, and how many there are."""
        at = self.view.currentIndex().row()
        self.model.show_lines(self.decisions, self._wanted())
        if self.model.rows:
            self.view.selectRow(max(0, min(at, len(self.model.rows) - 1)))
        self._show_chosen()
        refused = [one.reason for one in self.found.refused]
        more = [f"……另有{len(refused) - _TOLD}个文件没有收"] if len(refused) > _TOLD else []
        self.refused.setText("\n".join([*refused[:_TOLD], *more]))
        self.refused.setVisible(bool(refused))
        for key in ("take", "leave", "all", "done"):
            self._buttons[key].setEnabled(bool(self.found.files))
        if self._read:
            read = f"收到{len(self.found.files)}份表，共{len(self.found.lines)}处。"
            self.told.setText(read + self._left_said())

    def _left_said(self) -> str:
        left = len(self.decisions.open())
        unknown = sum(line.state is CameState.UNKNOWN for line in self.found.lines)
        odd = f"有{unknown}处没认出来，请看说明。" if unknown else ""
        return (f"还有{left}处没有定。" if left else "都定了，点“完成”收下。") + odd

    def _wanted(self) -> list[Came]:
        which = self.which.currentText()
        lines = sorted(self.found.lines, key=lambda line: WORST_FIRST.index(line.state))
        if which == _OPEN:
            open_ = {choice.key for choice in self.decisions.open()}
            return [line for line in lines if line.choice.key in open_]
        return lines if which == _ALL else [one for one in lines if one.state.label == which]

    def _show_chosen(self) -> None:
        line = self.current()
        choice = line.choice if line else None
        texts = (line.last, choice.ours, choice.theirs) if line and choice else ("", "", "")
        for reader, text in zip(self._readers, texts, strict=True):
            reader.setPlainText(text or "")
        self.note.setText(choice.note if choice else "")

    def _want(self, index: QModelIndex) -> None:
        place = self.model.rows[index.row()].choice.place
        if place:
            self.place_wanted.emit(place.removesuffix("@department"))

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName("部门报来的")
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        as_list(table, widest=1)
        for column in (2, 3, 4, 5):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _made_buttons(self) -> dict[str, QPushButton]:
        words = {
            "choose": "选择文件(&O)…", "free": "收来稿(&T)…", "city": "从全市通报表取数(&B)…",
            "take": "收(&A)", "leave": "不收(&R)",
            "all": "全部采用(&Y)", "done": "完成(&F)", "close": "关闭(&C)",
        }  # fmt: skip
        made = {key: QPushButton(text, self) for key, text in words.items()}
        for button in made.values():
            button.setAutoDefault(False)
        made["done"].setProperty("role", "primary")
        theme.polish(made["done"])
        return made

    def _connect(self) -> None:
        slots: dict[str, Any] = {
            "choose": self.choose, "free": self.ask_free, "city": self.choose_city,
            "take": self.take, "leave": self.leave, "all": self.take_all,
            "done": self.apply, "close": self.reject,
        }  # fmt: skip
        for key, slot in slots.items():
            self._buttons[key].clicked.connect(lambda *_, slot=slot: slot())
        self.which.currentIndexChanged.connect(lambda *_: self._show())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.view.doubleClicked.connect(self._want)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.view)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.toggle)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self._compare)
        self._workspace.changed.connect(self._soon.start)
        self._say("")

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        first = QHBoxLayout()
        for key in ("choose", "free", "city"):
            first.addWidget(self._buttons[key])
        first.addWidget(self.which)
        first.addStretch(1)
        first.addWidget(self._buttons["all"])
        column.addLayout(first)
        for widget in (self.told, self.refused):
            column.addWidget(widget)
        column.addWidget(self.view, 2)
        column.addWidget(self.note)
        names = ("上期", "现有", "报来")
        column.addLayout(side_by_side(self, *zip(names, self._readers, strict=True)), 1)
        column.addWidget(self.wrong)
        last = QHBoxLayout()
        last.addWidget(self._buttons["take"])
        last.addWidget(self._buttons["leave"])
        last.addStretch(1)
        last.addWidget(self._buttons["done"])
        last.addWidget(self._buttons["close"])
        column.addLayout(last)
        room = self.screen().availableSize()
        self.resize(min(unit * 130, room.width() - 40), min(unit * 90, room.height() - 80))
