"""导入改稿、合并: what somebody else's file changed, to take or to leave, one by one or all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from model.choices.choice import GROUPS, Choice, Standing
from model.choices.decisions import Decisions
from model.errors import XugaoError
from model.file_names import readable
from model.jobs.brought import Brought, ChangeSource, new_problems
from model.jobs.draft_changes import write_adoption
from ui.choices.choices_dialog import ChoicesDialog
from ui.kit import theme
from ui.kit.file_dialogs import CHANGES_TO_SAVE, AskFile, ask_file
from ui.kit.labels import label
from ui.redpen.choices_model import ChoicesModel, marked
from ui.redpen.marked_dialog import MarkedDialog
from ui.renewal.text_reader import side_by_side
from ui.workspace import Workspace

_ALL, _CONFLICTS, _OPEN = "全部", "两边都改了的", "没有定的"
_TOLD = 3
_ABOUT = (
    "空格键接受或取消，回车或双击看这一段。两边都改了的要一处一处定；点“完成”才收进材料，可以撤销。"
)
_WORDS = {
    "take": "接受(&A)", "leave": "不收(&R)", "numbers": "全部接受数(&N)",
    "all": "全部接受(&Y)", "none": "其余不收(&O)",
    "adoption": "意见采纳表(&W)…", "done": "完成(&F)", "close": "关闭(&C)",
}  # fmt: skip


class RedpenDialog(ChoicesDialog[Choice]):
    """For a Word file that came back as for another copy of the project.

    `left_changed` tells how many are not decided, −1 once it is closed; `taken_over` that 完成
    was done.
    """

    left_changed = Signal(int)
    taken_over = Signal()

    def __init__(
        self,
        workspace: Workspace,
        source: ChangeSource,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            workspace,
            lambda owner: ChoicesModel(owner, source.called),
            [_ALL, *GROUPS, _CONFLICTS, _OPEN],
            ("原来", "材料里现在", source.called),
            _WORDS,
            parent,
        )
        self.setWindowTitle(f"{source.title} · {name}")
        self.source = source
        self.ask_file: AskFile = ask_file
        self._read_file: Any = None
        self._brought: Brought | None = None
        self.told.setText(f"正在读{source.called}……")
        self.notes = label(self, role="secondary", wraps=True)
        self.remark = label(self, role="secondary", wraps=True)
        self.ways = QComboBox(self)
        self.ways.setAccessibleName("怎么收")
        self.ways.activated.connect(lambda *_: self.take())
        self.set_columns(f"{source.called}的改动", 1, (2, 3, 4))
        self.connect_buttons(
            {
                "numbers": lambda: self.take_all(GROUPS[0]),
                "all": self.take_all,
                "none": lambda: self.decide(self.decisions.leave_all()),
                "adoption": self.save_adoption,
            }
        )
        self._lay_out()
        self.show_rows()
        self._job.start(source.read)

    @property
    def read_file(self) -> Any:
        """What was read of the file; None while it is read, or where it could not be."""
        return self._read_file

    def decided(self, row: Choice) -> Decisions:
        return self.decisions.take(row.key, row.ways[max(0, self.ways.currentIndex())])

    def take_all(self, group: str | None = None) -> None:
        """Take all of a group, or all, but for what both sides changed."""
        self.decide(self.decisions.take_all(group))

    def apply(self) -> None:
        self.compare()
        brought, before = self._brought, self._workspace.project
        if brought is None or brought.project is not before:
            return
        count = len([*self.decisions.taken()])
        if not count and self.decisions.decided and not self.decisions.open():
            self.told.setText("都不收，材料没有改。")
            self.taken_over.emit()
            return
        if not count:
            self.say("还没有接受一处。接受以后再点“完成”；都不收就点“关闭”。")
            return
        today = self._workspace.session.today
        decisions, called = self.decisions, self.source.called
        refused = self._workspace.do(
            f"收下{called}的{count}处", lambda _: brought.apply(decisions, today)
        )
        if refused:
            self.say(refused)
            return
        self._workspace.said.emit(f"已收下{called}的{count}处，可以撤销")
        found = new_problems(before, self._workspace.project, brought.reports)
        self.compare()
        self.taken_over.emit()
        told = "；".join(problem.message for problem in found[:_TOLD])
        more = "……" if len(found) > _TOLD else ""
        checked = f"核对发现{len(found)}处要看一看：{told}{more}" if found else "核对没有新的问题。"
        self.told.setText(f"已收下{count}处。{checked}")

    def open_chosen(self) -> None:
        """Show the paragraph of the chosen change with its marks; from there to its page."""
        choice, brought = self.chosen(), self._brought
        if choice is None or brought is None:
            return
        place = self.place_of(choice)
        dialog = MarkedDialog(choice.label, brought.marked(choice), self, has_place=bool(place))
        dialog.accepted.connect(lambda: self.place_wanted.emit(place))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
            self.say(str(error))
            return
        self.say("")
        self.told.setText(f"已存为：{readable(path)}")

    def done(self, result: int) -> None:
        self._job.forget()
        self.left_changed.emit(-1)
        super().done(result)

    def came(self, read: object) -> None:
        self._read_file = read
        self.compare()

    def failed(self, message: str) -> None:
        self.told.setText("没有读成。")
        self.say(message)

    def compare(self) -> None:
        self._soon.stop()
        if self._read_file is None or not self.isEnabled():
            return
        self._workspace.settle()
        project = self._workspace.project
        if self._brought is not None and self._brought.project is project:
            return
        today = self._workspace.session.today
        try:
            self._brought = self.source.compare(project, self._read_file, today)
        except XugaoError as error:
            self._read_file = None
            self.failed(str(error))
            return
        self.decisions = self.decisions.carried_to(self._brought.choices)
        draft = f"这是第{self._brought.draft}稿的改稿。" if self._brought.draft else ""
        self.notes.setText(draft + "".join(self._brought.told))
        self.show_rows()

    def tell(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(self._brought is not None)
        self.buttons["close"].setEnabled(True)
        if self._brought is None:
            return
        left, met = len(self.decisions.open()), len(self.decisions.conflicts())
        total = len(self.decisions.choices)
        conflicts = f"，其中{met}处两边都改了" if met else ""
        self.told.setText(
            f"共{total}处改动，还有{left}处没有定{conflicts}。"
            if total
            else f"{self.source.called}里没有改动。"
        )
        self.left_changed.emit(left)

    def wanted(self) -> list[Choice]:
        which = self.which.currentText()
        found = [one for one in self.decisions.choices if one.standing is not Standing.SAME]
        found.sort(key=lambda one: GROUPS.index(one.kind.group))
        if which in GROUPS:
            return [one for one in found if one.kind.group == which]
        if which == _CONFLICTS:
            return [one for one in found if one.standing is Standing.CONFLICT]
        return [one for one in found if one in self.decisions.open()] if which == _OPEN else found

    def show_row(self, row: Choice | None) -> None:
        choice = row
        texts = [""] * 3 if choice is None else [marked(choice, one) for one in choice.sides]
        for reader, text in zip(self.readers, texts, strict=True):
            reader.setPlainText(text)
        self.ways.clear()
        for way in choice.ways if choice is not None else ():
            self.ways.addItem(way.label)
        chosen = self.decisions.way(choice) if choice is not None else None
        if choice is not None and chosen is not None:
            self.ways.setCurrentIndex(choice.ways.index(chosen))
        self.ways.setEnabled(self.ways.count() > 1)
        self.remark.setText(choice.note if choice is not None else "")

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        buttons = self.buttons
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        for widget in (self.notes, self.told):
            column.addWidget(widget)
        above = [buttons[key] for key in ("numbers", "all", "none")]
        column.addLayout(self.row_of([self.which], above))
        column.addWidget(self.view, 2)
        column.addWidget(self.remark)
        column.addLayout(side_by_side(self, *zip(self.sides, self.readers, strict=True)), 1)
        column.addWidget(self.wrong)
        below = [buttons["take"], self.ways, buttons["leave"], buttons["adoption"]]
        ends = [buttons["done"], buttons["close"]]
        column.addLayout(self.row_of(below, ends))
        self.set_tabs([self.which, *above, self.view, *self.readers, *below, *ends])
        room = self.screen().availableSize()
        self.resize(min(unit * 130, room.width() - 40), min(unit * 84, room.height() - 80))
