"""A block of tasks: its opening, who leads all of them, and each task as a card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.arrange.order import move
from model.arrange.paragraphs import set_apart
from model.arrange.tasks import add_task
from model.places.place import Place
from model.report.section import Task, TasksBlock
from model.values.field_kind import FieldKind
from model.values.state import State
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.dragging import DropRows
from ui.part.lines import ShortLine, line
from ui.part.piece import Piece
from ui.part.prose_field import ProseField
from ui.part.signs import signs_of
from ui.part.task import TaskCard
from ui.part.two_ways import APART, TwoWays
from ui.part.widgets import button


class TasksCard(BlockCard):
    """The tasks of a block."""

    title = "任务"

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self._tasks: dict[str, Task] = {}
        self._apart = TwoWays(self, APART, self._choose_apart)
        self.tools.addWidget(self._apart)
        self.opening = ProseField(
            context,
            f"{block_id}.opening",
            "开头的话",
            "开头的话，如 任务分工如下：（可不填）",
            self,
        )
        self.lead = line(ShortLine, self._lead(()), context, "统一牵头")
        self.rows = DropRows("task", self, gap=12)
        self.rows.dropped.connect(self._dropped)
        self.body.addWidget(self.opening)
        self.body.addWidget(self.lead)
        self.body.addWidget(self.rows)
        self.finish()
        add = button("＋ 加任务", "在最后加一项任务（Ctrl+回车 在当前一项下面加）", self, self.add)
        self.foot.insertWidget(0, add)

    def renew(self, record: TasksBlock, *, is_same: bool) -> None:
        self.opening.show_record(record)
        if is_same:
            for card in self.rows.all():
                assert isinstance(card, TaskCard)
                card.renew_links()
            return
        self._tasks = {task.id: task for task in record.tasks}
        self.lead.refresh(self._lead(record.lead))
        self._apart.show_way(record.separate)
        self._apart.setVisible(len(record.tasks) > 1)
        self.rows.show_keys(tuple(self._tasks), self._card)
        said = [task for task in record.tasks if not task.dropped]
        signs = signs_of([[task.marker] for task in said])
        by_id = {task.id: row[0] for task, row in zip(said, signs, strict=True)}
        for key, task in self._tasks.items():
            one = self.rows.get(key)
            assert isinstance(one, TaskCard)
            one.show_task(task, by_id.get(key, ""))

    def focus_place(self, id_: str, path: str) -> bool:
        card = self.rows.get(id_)
        if isinstance(card, TaskCard):
            return card.focus_path(path)
        if id_ == self.key and path == "lead":
            self.lead.focus()
        elif id_ == self.key:
            self.opening.go_to(path)
        return id_ == self.key

    def add(self) -> None:
        """One more task at the end."""
        new = self.context.do("加任务", lambda project: add_task(project, self.key))
        if new:
            self.context.wanted.emit(f"{new[0]}.text")

    def _card(self, key: str) -> Piece:
        return TaskCard(self.context, self._tasks[key], self.rows)

    def _lead(self, lead: tuple[str, ...]) -> Place:
        """Who leads all tasks of the block, where the opening says so."""
        return Place(
            f"{self.key}.lead",
            "",
            "全部任务的牵头单位",
            FieldKind.DEPARTMENTS.value,
            value="、".join(lead) or None,
            state=State.FILLED if lead else State.OPTIONAL,
        )

    def _choose_apart(self, is_apart: bool) -> None:
        did = "各任务分段写" if is_apart else "各任务连成一段"
        self.context.do(did, lambda project: set_apart(project, self.key, is_apart))

    def _dropped(self, key: str, target: str, is_after: bool) -> None:
        before, after = (None, target) if is_after else (target, None)
        self.context.do("移动任务", lambda project: move(project, key, before=before, after=after))
