"""One task: who leads, who supports, by when, how much, and what is to be done."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from model.arrange.tasks import add_task
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.places.own import own_places
from model.report.carried import record_state
from model.report.section import Task
from model.values.number import written
from model.values.state import State
from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import label
from ui.kit.qt import laid_out_once
from ui.part.context import Context
from ui.part.dragging import Handle
from ui.part.last_words import LastWords, can_check, is_checked, states_of
from ui.part.lines import Line, ShortLine, line
from ui.part.own_links import OwnLinks, own_link
from ui.part.prose_field import ProseField
from ui.part.row_card import RowCard
from ui.part.signs import NONE, choose_sign
from ui.part.widgets import Entry, button

_SHORT = 10
_NARROW = 28  # characters below which each value has a line of its own


_VALUES = ("lead", "support", "deadline", "quantity")


class TaskCard(RowCard):
    """A task as a small table: its words, and below them its four values."""

    unit = "一项"

    def __init__(self, context: Context, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(context, task.id, parent)
        self.task = task
        self.sign = ""
        self._shown: tuple[Task, str] | None = None
        self._lines: dict[str, Line] = {}

    def show_task(self, task: Task, sign: str) -> None:
        """Show the task as the project has it now, and its sign in its row."""
        if self._shown == (task, sign) and task is self.task:
            return
        self.task, self.sign = task, sign
        self._shown = (task, sign)
        if self.is_awake:
            with laid_out_once(self):
                self._show()
        else:
            self.sleeping_changed()

    def renew_links(self) -> None:
        """Values that the links of the text show may have changed."""
        if self.is_awake and "{" in self.task.text:
            self._show_text()

    def focus_path(self, path: str) -> bool:
        """Put the focus on a value of the task, or on its words."""
        self.wake()
        found = self._lines.get(path)
        if found is not None:
            found.focus()
        elif path == "marker":
            self._sign.setFocus()
        else:
            self._text.go_to(path)
        return True

    def focus_first(self) -> None:
        self._text.editor.setFocus()

    def head(self) -> str:
        task = self.task
        parts = [self.sign] if self.sign else []
        parts += [f"牵头单位 {'、'.join(task.lead)}"] if task.lead else []
        parts += [f"完成时限 {task.deadline or '待填'}"] if task.deadline is not None else []
        return "　".join(parts)

    def words(self) -> str:
        text = self.task.text.replace("{quantity}", self._quantity())
        return plain(text, ProjectReader(self.context.project)) if "{" in text else text or " "

    def _quantity(self) -> str:
        number = "XX" if self.task.quantity is None else written(self.task.quantity)
        return number + self.task.unit

    def _said_quantity(self) -> str:
        """The quantity of last period, in the words of last period."""
        former = self.task.former.get("quantity")
        return (former.text if former else "XX") + self.task.unit

    def build(self, column: QVBoxLayout) -> None:
        unit = theme.unit(self)
        head = QHBoxLayout()
        head.setSpacing(unit // 2)
        head.addWidget(Handle("task", self))
        self._sign = button("", "序号", self, self._choose_sign)
        head.addWidget(self._sign)
        head.addStretch(1)
        head.addWidget(button("⋯", "这项任务的其他操作", self, self._open_menu))
        column.addLayout(head)
        below = QVBoxLayout()
        below.setContentsMargins(2 * unit + unit // 2, 0, 0, 0)
        below.setSpacing(unit // 2)
        self._text = ProseField(
            self.context,
            f"{self.key}.text",
            "任务内容",
            "写要做什么。输入 { 可以插入数量、指标或字段。",
            self,
            has_state=False,
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * unit)
        self._grid.setVerticalSpacing(unit // 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        below.addWidget(self._text)
        below.addLayout(self._grid)
        self._build_tools(below)
        column.addLayout(below)
        self._show()

    def _build_tools(self, column: QVBoxLayout) -> None:
        tools = Flow(gap=theme.unit(self) // 2)
        self._last = last = LastWords(self.context, self.key, "这项任务", self, self.confirm)
        self._drop = button("", "本期不写这项任务，内容留着", self, self.drop)
        for widget in (last.chip, last.fold, last.check, self._drop):
            tools.addWidget(widget)
        self._hint = label(self, role="secondary", wraps=True)
        column.addWidget(self._hint)
        column.addLayout(tools)
        column.addWidget(last.words)

    # Showing.

    @property
    def state(self) -> State:
        """How far the words of the task are looked at."""
        return record_state(self.task)

    def _show(self) -> None:
        task = self.task
        self._sign.setText(f"{self.sign or NONE} ▾")
        self._sign.setAccessibleName(f"任务的序号：{self.sign or NONE}")
        state, former = self.state, task.former.get("text")
        named = ("" if state is State.FILLED else state.label, task.hint)
        self._text.set_name(f"任务 {self.sign} 内容", "；".join(filter(None, named)))
        self._show_text()
        self._show_lines()
        looked_at = former is not None or task.dropped
        last = [former.text.replace("{quantity}", self._said_quantity())] if former else None
        self._last.show_last(state, last, states_of(task), self.words().strip())
        self._last.chip.setVisible(looked_at)
        self._drop.setText("本期仍写 F5" if task.dropped else "本期不写 F5")
        self._drop.setVisible(looked_at)
        self._hint.setText(task.hint)
        self._hint.setVisible(bool(task.hint) and not task.text)

    def _show_text(self) -> None:
        own = own_link("quantity", "数量", self._quantity())
        self._text.show_record(self.task, OwnLinks(self.context.book, own))

    def _show_lines(self) -> None:
        named = {one.place.partition(".")[2]: one for one in own_places(self.task)}
        found = {name: one for name, one in named.items() if name in _VALUES}
        for name in [name for name in self._lines if name not in found]:
            gone = self._lines.pop(name)
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, (name, fillable) in enumerate(found.items()):
            words = fillable.label.rpartition(" ")[2]
            plain_ = fillable._replace(hint="")
            one = self._lines.get(name)
            if one is None:
                one = line(ShortLine, plain_, self.context, words)
                self._lines[name] = one
            self._grid.addWidget(one, *self._cell(number))
            one.refresh(plain_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_awake:
            for number, one in enumerate(self._lines.values()):
                self._grid.addWidget(one, *self._cell(number))

    def _cell(self, number: int) -> tuple[int, int, int, int]:
        """Departments stand on lines of their own, the short values beside one another."""
        is_narrow = self.width() < _NARROW * self.fontMetrics().horizontalAdvance("国")
        is_alone = number < 2 or is_narrow or len(self._lines) == 3
        return (number, 0, 1, 2) if is_alone else (2, number - 2, 1, 1)

    # Editing.

    def called(self) -> str:
        words = self.words().strip()
        return f"任务“{words[:_SHORT]}”" if words else "任务"

    def add_below(self) -> None:
        self.go_to_new(self.context.do("加任务", lambda project: add_task(project, self.key)))

    def confirm(self) -> None:
        states = states_of(self.task)
        if can_check(states):
            self.set_flag("checked", not is_checked(states))

    def drop(self) -> None:
        self.set_flag("dropped", not self.task.dropped)

    def _choose_sign(self) -> None:
        choose_sign(self._sign, self.context, self.key, self.task.marker)

    def _open_menu(self) -> None:
        states = states_of(self.task)
        check = Entry(
            "不算核过" if is_checked(states) else "核过",
            self.confirm,
            "F4",
            is_enabled=can_check(states),
        )
        self.show_menu((), check, self.task.dropped)
