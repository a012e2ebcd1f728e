"""A block of indicators: each as lines of its values, in the order they are written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.arrange.uses import add_use
from model.report.indicator import Indicator
from model.report.schema import attributes
from model.report.section import IndicatorsBlock
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.indicator_search import IndicatorSearch
from ui.part.prose_field import ProseField
from ui.part.uses import UseRows
from ui.part.widgets import Entry, button

_USUAL = attributes(IndicatorsBlock)["closing"].default


class IndicatorsCard(BlockCard):
    """The uses of a block, the words before them, and what can be added."""

    title = "指标"

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self.opening = ProseField(
            context, f"{block_id}.opening", "开头的话", "开头的话，如 上半年，（可不填）", self
        )
        self.rows = UseRows(context, block_id, self)
        self.closing = ProseField(
            context, f"{block_id}.closing", "结尾", "结尾的话和标点，通常是句号", self
        )
        self.search = IndicatorSearch(context, self._add, self)
        self.body.addWidget(self.opening)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.closing)
        self.finish()
        self.foot.insertWidget(
            0, button("＋ 加指标", "从指标库里加一个指标", self, self.search.open)
        )
        self.column.addWidget(self.search)

    def renew(self, record: IndicatorsBlock, *, is_same: bool) -> None:  # noqa: ARG002
        self.opening.show_record(record)
        self.rows.show_uses(record.use)
        self.closing.show_record(record)
        self.closing.setVisible(record.closing != _USUAL or self.closing.editor.is_focused)

    def focus_place(self, id_: str, path: str) -> bool:
        if self.rows.focus_place(id_, path):
            return True
        if id_ != self.key:
            return False
        if path == "text":
            self.search.open()
        elif path.startswith("closing"):
            self.closing.show()
            self.closing.go_to(path)
        else:
            self.opening.go_to(path)
        return True

    def menu(self) -> list[Entry]:
        return [Entry("改结尾的话", lambda: self.focus_place(self.key, "closing"))]

    def _add(self, indicator: Indicator) -> None:
        done = self.context.do(
            f"加指标“{indicator.name}”", lambda project: add_use(project, self.key, indicator)
        )
        if done is not None and self.rows.cards():
            card = self.rows.cards()[-1]
            card.wake()
            card.focus_first()
