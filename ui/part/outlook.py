"""A block of outlooks: each indicator in the group of its outlook, counted as they move."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.arrange.paragraphs import set_apart
from model.arrange.uses import add_use, choose_outlook
from model.report.indicator import Indicator
from model.report.section import Outlook, OutlookBlock, OutlookGroup
from ui.kit import theme
from ui.kit.labels import name_label
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.indicator_search import IndicatorSearch
from ui.part.keyed_column import Rows
from ui.part.own_links import OwnLinks, own_link
from ui.part.prose_field import ProseField
from ui.part.two_ways import APART, TwoWays
from ui.part.uses import UseRows
from ui.part.widgets import button


class OutlookCard(BlockCard):
    """The groups of a block."""

    title = "指标预测"

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self._groups: dict[str, OutlookGroup] = {}
        self.opening = ProseField(
            context, f"{block_id}.opening", "开头的话", "开头的话（可不填）", self
        )
        self._apart = TwoWays(self, APART, self._choose_apart)
        self.tools.addWidget(self._apart)
        self.groups: Rows[GroupBox] = Rows(self, gap=12)
        self.search = IndicatorSearch(context, self._add, self)
        self.body.addWidget(self.opening)
        self.body.addWidget(self.groups)
        self.finish()
        self.foot.insertWidget(
            0, button("＋ 加指标", "加一个指标，再选它的预测", self, self.search.open)
        )
        self.column.addWidget(self.search)

    def renew(self, record: OutlookBlock, *, is_same: bool) -> None:  # noqa: ARG002
        self.opening.show_record(record)
        self._apart.show_way(record.separate)
        self._groups = {group.id: group for group in record.groups}
        self.groups.show_keys(tuple(self._groups), self._box)
        for box in self.groups.all():
            box.show_group(self._groups[box.key])

    def focus_place(self, id_: str, path: str) -> bool:
        if id_ == self.key:
            self.opening.go_to(path)
            return True
        return any(box.focus_place(id_, path) for box in self.groups.all())

    def _box(self, key: str) -> GroupBox:
        return GroupBox(self.context, key, self, self.groups)

    def choose(self, group_id: str, indicator: str, outlook: Outlook) -> None:
        """Move an indicator to the group of another outlook; the focus goes with it."""
        known = self.context.project.indicator(indicator)
        done = self.context.do(
            f"“{known.name if known else indicator}”改为{outlook.label}",
            lambda project: choose_outlook(project, group_id, indicator, outlook),
        )
        if done is None:
            return
        for box in self.groups.all():
            for card in box.rows.cards():
                if card.indicator == indicator:
                    card.focus_outlook()

    def _choose_apart(self, is_apart: bool) -> None:
        did = "各类预测分段写" if is_apart else "各类预测连成一段"
        self.context.do(did, lambda project: set_apart(project, self.key, is_apart))

    def _add(self, indicator: Indicator) -> None:
        """A new indicator begins among those on track."""
        boxes = self.groups.all()
        if not boxes:
            return
        usual = [box for box in boxes if self._groups[box.key].outlook is Outlook.ON_TRACK]
        box = (usual or boxes)[0]
        done = self.context.do(
            f"加指标“{indicator.name}”", lambda project: add_use(project, box.key, indicator)
        )
        if done is not None and box.rows.cards():
            box.rows.cards()[-1].focus_outlook()


class GroupBox(QWidget):
    """One outlook: how many, the words before them, and the indicators."""

    def __init__(self, context: Context, group_id: str, card: OutlookCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.key = group_id
        self._name = name_label(self)
        self.words = ProseField(
            context, f"{group_id}.text", "这一类前面的话", "这一类前面的话（可不填）", self
        )
        self.rows = UseRows(
            context,
            group_id,
            self,
            lambda indicator, outlook: card.choose(group_id, indicator, outlook),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self))
        column.addWidget(self._name)
        column.addWidget(self.words)
        column.addWidget(self.rows)

    def show_group(self, group: OutlookGroup) -> None:
        """Show the group as the project has it now."""
        count = str(len(group.use))
        self._name.setText(f"{group.outlook.label}：{count} 项")
        book = OwnLinks(self.context.book, own_link("count", "项数", count))
        self.words.set_name(f"{group.outlook.label}一类前面的话")
        self.words.show_record(group, book)
        self.words.setVisible(bool(group.use))
        self.rows.show_uses(group.use, group.outlook)
        self.rows.setVisible(bool(group.use))

    def focus_place(self, id_: str, path: str) -> bool:
        """Put the focus on a place of this group; False where it is none."""
        if self.rows.focus_place(id_, path):
            return True
        if id_ == self.key:
            self.words.show()
            self.words.go_to(path)
        return id_ == self.key
