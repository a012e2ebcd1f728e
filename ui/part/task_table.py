"""任务分解表 in a text: its caption, whose tasks it lists, and how many that are now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.compose.blocks import block
from model.compose.project_reader import ProjectReader
from model.document import Table
from model.places.place import Place
from model.report.section import TaskTableBlock
from model.values.field_kind import FieldKind
from model.values.state import State
from ui.kit.labels import label
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.lines import ShortLine, line
from ui.part.prose_field import ProseField

_DEPARTMENT = "哪个单位"


class TaskTableCard(BlockCard):
    """What it lists stands in the ledger and is changed there."""

    title = "任务分解表"
    has_sentence = False

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self.caption = ProseField(
            context, f"{block_id}.caption", "表格的标题", "表格的标题（可不填）", self
        )
        self.department = line(ShortLine, self._place(""), context, _DEPARTMENT)
        self.told = label(self, role="secondary", wraps=True)
        for widget in (self.caption, self.department, self.told):
            self.body.addWidget(widget)
        self.finish()

    def renew(self, record: TaskTableBlock, *, is_same: bool) -> None:
        self.caption.show_record(record)
        if not is_same:
            self.department.refresh(self._place(record.department))
        reader = ProjectReader(self.context.project)
        rows = sum(len(one.rows) for one in block(record, reader) if isinstance(one, Table))
        where = "内容在“部门”菜单的“台账”里改。"
        self.told.setText(
            f"现在列{rows}项没有销号的任务，{where}" if rows
            else f"台账里还没有要列的任务，成文里没有这张表。{where}"
        )  # fmt: skip

    def focus_place(self, id_: str, path: str) -> bool:
        if id_ != self.key:
            return False
        if path == "department":
            self.department.focus()
        else:
            self.caption.go_to(path)
        return True

    def _place(self, department: str) -> Place:
        return Place(
            f"{self.key}.department", self.key, _DEPARTMENT, FieldKind.TEXT.value,
            value=department or None, state=State.FILLED if department else State.OPTIONAL,
            hint="只列这个单位牵头或配合的；不填列全部任务",
        )  # fmt: skip
