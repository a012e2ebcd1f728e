"""导入改稿、合并: what somebody else's file changed, to take or to leave, one by one or all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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

from model.choices.choice import GROUPS, Choice, Standing, Way
from model.choices.decisions import ChoiceState, Decisions
from model.errors import XugaoError
from model.file_names import readable
from model.jobs.brought import Brought, ChangeSource, new_problems
from model.jobs.draft_changes import write_adoption
from ui.kit import theme
from ui.kit.background_job import Job
from ui.kit.file_dialogs import CHANGES_TO_SAVE, AskFile, ask_file
from ui.kit.labels import label
from ui.kit.padded import as_list
from ui.redpen.choices_model import ChoicesModel, marked
from ui.renewal.text_reader import side_by_side, text_reader
from ui.workspace import Workspace

_ALL, _CONFLICTS, _OPEN = "全部", "两边都改了的", "没有定的"
_AFTER_TYPING_MS = 300
_TOLD = 3


class RedpenDialog(QDialog):
    """Stays open beside the wizard, for a Word file that came back as for another copy of the
    project. `place_wanted` asks for the page of a change; `left_changed`
    tells how many are not decided, −1 once it is closed; `taken_over` that 完成 was done.
    """

    place_wanted = Signal(str)
    left_changed = Signal(int)
    taken_over = Signal()

    def __init__(
        self,
        workspace: Workspace,
        source: ChangeSource,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{source.title} · {name}")
        self._workspace = workspace
        self._source = source
        self.ask_file: AskFile = ask_file
        self._read_file: Any = None
        self._brought: Brought | None = None
        self.decisions = Decisions(())
        self.model = ChoicesModel(self, source.called)
        self.told = label(self, f"正在读{source.called}……", wraps=True)
        self.notes = label(self, role="secondary", wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.which = QComboBox(self)
        self.which.setAccessibleName("看哪些")
        self.which.addItems([_ALL, *GROUPS, _CONFLICTS, _OPEN])
        self.view = self._table()
        self.ways = QComboBox(self)
        self.ways.setAccessibleName("怎么收")
        self._readers = [text_reader(self, name) for name in self._names()]
        self._buttons = self._made_buttons()
        self._lay_out()
        self._connect()
        self._show()
        self._job = Job(self)
        self._job.done.connect(self._read)
        self._job.failed.connect(self._failed)
        self._job.start(source.read)

    @property
    def read_file(self) -> Any:
        """What was read of the file; None while it is read, or where it could not be."""
        return self._read_file

    def _names(self) -> tuple[str, str, str]:
        """What the three sides of a change are called."""
        return "原来", "材料里现在", self._source.called

    def current(self) -> Choice | None:
        """The choice in the row that is chosen."""
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def take(self, way: Way | None = None) -> None:
        """Take the chosen change, in the way that is shown or the one given."""
        choice = self.current()
        if choice is not None and choice.ways:
            shown_way = choice.ways[max(0, self.ways.currentIndex())]
            self._decide(self.decisions.take(choice.key, way or shown_way))

    def leave(self) -> None:
        """Leave the chosen change: the project stays as it is there."""
        choice = self.current()
        if choice is not None:
            self._decide(self.decisions.leave(choice.key))

    def toggle(self) -> None:
        """The space bar: take what is not taken; of what is, take the decision back."""
        choice = self.current()
        if choice is None:
            return
        if self.decisions.state(choice) is ChoiceState.TAKEN:
            self._decide(self.decisions.reopen(choice.key))
        else:
            self.take()

    def take_all(self, group: str | None = None) -> None:
        """Take all of a group, or all, but for what both sides changed."""
        self._decide(self.decisions.take_all(group))

    def apply(self) -> None:
        """完成: what was taken goes into the project, as one step of undo."""
        self._compare()
        brought, before = self._brought, self._workspace.project
        if brought is None or brought.project is not before:
            return
        count = len([*self.decisions.taken()])
        if not count and self.decisions.decided and not self.decisions.open():
            self.told.setText("都不收，材料没有改。")
            self.taken_over.emit()
            return
        if not count:
            self._say("还没有接受一处。接受以后再点“完成”；都不收就点“关闭”。")
            return
        today = self._workspace.session.today
        decisions, called = self.decisions, self._source.called
        refused = self._workspace.do(
            f"收下{called}的{count}处", lambda _: brought.apply(decisions, today)
        )
        if refused:
            self._say(refused)
            return
        self._workspace.said.emit(f"已收下{called}的{count}处，可以撤销")
        found = new_problems(before, self._workspace.project, brought.reports)
        self._compare()
        self.taken_over.emit()
        told = "；".join(problem.message for problem in found[:_TOLD])
        more = "……" if len(found) > _TOLD else ""
        checked = f"核对发现{len(found)}处要看一看：{told}{more}" if found else "核对没有新的问题。"
        self.told.setText(f"已收下{count}处。{checked}")

    def save_adoption(self) -> None:
        """意见采纳情况表 of what stands decided now, as a Word file."""
        if self._brought is None:
            return
        at = self._workspace.session.path
        named = (at.parent if at else Path.home()) / "意见采纳情况表.docx"
        path = self.ask_file(CHANGES_TO_SAVE, named, self)
        if path is None:
            return
        try:
            write_adoption(self.decisions, self._brought.title, path, replace=True)
        except XugaoError as error:
            self._say(str(error))
            return
        self._say("")
        self.told.setText(f"已存为：{readable(path)}")

    def done(self, result: int) -> None:
        self._job.forget()
        self.left_changed.emit(-1)
        super().done(result)

    def _read(self, read: object) -> None:
        self._read_file = read
        self._compare()

    def _failed(self, message: str) -> None:
        self.told.setText("没有读成。")
        self._say(message)

    def _compare(self) -> None:
        """Compare with the project as it is now; decisions on what is still there stay."""
        self._soon.stop()
        if self._read_file is None or not self.isEnabled():
            return
        self._workspace.settle()
        project = self._workspace.project
        if self._brought is not None and self._brought.project is project:
            return
        today = self._workspace.session.today
        try:
            self._brought = self._source.compare(project, self._read_file, today)
        except XugaoError as error:
            self._read_file = None
            self._failed(str(error))
            return
        self.decisions = self.decisions.carried_to(self._brought.choices)
        draft = f"这是第{self._brought.draft}稿的改稿。" if self._brought.draft else ""
        self.notes.setText(draft + "".join(self._brought.told))
        self._show()

    def _decide(self, decisions: Decisions) -> None:
        self._say("")
        self.decisions = decisions
        self._show()

    def _show(self) -> None:
        """The rows that are asked for, and how many there are."""
        at = self.view.currentIndex().row()
        self.model.show_decisions(self.decisions, self._wanted())
        if self.model.rows:
            self.view.selectRow(max(0, min(at, len(self.model.rows) - 1)))
        self._show_chosen()
        for button in self._buttons.values():
            button.setEnabled(self._brought is not None)
        if self._brought is None:
            return
        left, met = len(self.decisions.open()), len(self.decisions.conflicts())
        total = len(self.decisions.choices)
        conflicts = f"，其中{met}处两边都改了" if met else ""
        self.told.setText(
            f"共{total}处改动，还有{left}处没有定{conflicts}。"
            if total
            else f"{self._source.called}里没有改动。"
        )
        self.left_changed.emit(left)

    def _wanted(self) -> list[Choice]:
        which = self.which.currentText()
        found = [one for one in self.decisions.choices if one.standing is not Standing.SAME]
        found.sort(key=lambda one: GROUPS.index(one.kind.group))
        if which in GROUPS:
            return [one for one in found if one.kind.group == which]
        if which == _CONFLICTS:
            return [one for one in found if one.standing is Standing.CONFLICT]
        return [one for one in found if one in self.decisions.open()] if which == _OPEN else found

    def _show_chosen(self) -> None:
        """All of the chosen change, and in which ways it can be taken."""
        choice = self.current()
        texts = [""] * 3 if choice is None else [marked(choice, one) for one in choice.sides]
        for reader, text in zip(self._readers, texts, strict=True):
            reader.setPlainText(text)
        self.ways.clear()
        for way in choice.ways if choice is not None else ():
            self.ways.addItem(way.label)
        chosen = self.decisions.way(choice) if choice is not None else None
        if choice is not None and chosen is not None:
            self.ways.setCurrentIndex(choice.ways.index(chosen))
        self.ways.setEnabled(self.ways.count() > 1)
        self.remark.setText(choice.note if choice is not None else "")

    def _want(self, index: QModelIndex) -> None:
        place = self.model.rows[index.row()].place
        if place:
            self.place_wanted.emit(place)

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(f"{self._source.called}的改动")
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        as_list(table, widest=1)
        for column in (2, 3, 4):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _made_buttons(self) -> dict[str, QPushButton]:
        words = {
            "take": "接受(&A)", "leave": "不收(&R)", "numbers": "全部接受数(&N)",
            "all": "全部接受(&Y)", "none": "其余不收(&O)",
            "adoption": "意见采纳表(&W)…", "done": "完成(&F)",
        }  # fmt: skip
        made = {key: QPushButton(text, self) for key, text in words.items()}
        for button in made.values():
            button.setAutoDefault(False)
        made["done"].setProperty("role", "primary")
        theme.polish(made["done"])
        return made

    def _connect(self) -> None:
        slots = {
            "take": self.take,
            "leave": self.leave,
            "numbers": lambda: self.take_all(GROUPS[0]),
            "all": self.take_all,
            "none": lambda: self._decide(self.decisions.leave_all()),
            "adoption": self.save_adoption,
            "done": self.apply,
        }
        for key, slot in slots.items():
            self._buttons[key].clicked.connect(lambda *_, slot=slot: slot())
        self.which.currentIndexChanged.connect(lambda *_: self._show())
        self.ways.activated.connect(lambda *_: self.take())
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

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        about = (
            "空格键接受或取消，双击到那里看。两边都改了的要一处一处定；"
            "点“完成”才收进材料，可以撤销。"
        )
        column.addWidget(label(self, about, "secondary", wraps=True))
        for widget in (self.notes, self.told):
            column.addWidget(widget)
        first = QHBoxLayout()
        first.addWidget(self.which)
        first.addStretch(1)
        first.addWidget(self._buttons["numbers"])
        first.addWidget(self._buttons["all"])
        first.addWidget(self._buttons["none"])
        column.addLayout(first)
        column.addWidget(self.view, 2)
        self.remark = label(self, role="secondary", wraps=True)
        column.addWidget(self.remark)
        column.addLayout(side_by_side(self, *zip(self._names(), self._readers, strict=True)), 1)
        column.addWidget(self.wrong)
        self.wrong.hide()
        last = QHBoxLayout()
        last.addWidget(self._buttons["take"])
        last.addWidget(self.ways)
        last.addWidget(self._buttons["leave"])
        last.addWidget(self._buttons["adoption"])
        last.addStretch(1)
        close = QPushButton("关闭(&C)", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        last.addWidget(self._buttons["done"])
        last.addWidget(close)
        column.addLayout(last)
        room = self.screen().availableSize()
        self.resize(min(unit * 130, room.width() - 40), min(unit * 84, room.height() - 80))
