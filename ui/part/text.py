"""A text: its points as a list that is written, ordered, split and joined."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.arrange.items import add_item
from model.arrange.order import move
from model.arrange.paragraphs import set_apart
from model.report.item import Item
from model.report.section import TextBlock
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.dragging import DropRows
from ui.part.item import ItemCard
from ui.part.piece import Piece
from ui.part.signs import signs_of
from ui.part.two_ways import APART, TwoWays
from ui.part.widgets import button


class TextCard(BlockCard):
    """The items of a text block."""

    title = "要点"
    has_sentence = False

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self._items: dict[str, Item] = {}
        self._apart = TwoWays(self, APART, self._choose_apart)
        self.tools.addWidget(self._apart)
        self.rows = DropRows("item", self, gap=12)
        self.rows.dropped.connect(self._dropped)
        self.body.addWidget(self.rows)
        self.finish()
        add = button(
            "＋ 加一条", "在最后加一条要点（Ctrl+回车 在当前一条下面加）", self, self.add_last
        )
        self.foot.insertWidget(0, add)

    def renew(self, record: TextBlock, *, is_same: bool) -> None:
        if is_same:
            for one in self.rows.all():
                assert isinstance(one, ItemCard)
                one.renew_links()
            return
        self._items = {item.id: item for row in record.paragraphs for item in row}
        self.rows.show_keys(tuple(self._items), self._card)
        said = [[item for item in row if not item.dropped] for row in record.paragraphs]
        signs = {
            item.id: sign
            for row, of_row in zip(
                said, signs_of([[item.marker for item in row] for row in said]), strict=True
            )
            for item, sign in zip(row, of_row, strict=True)
        }
        for key, item in self._items.items():
            card = self.rows.get(key)
            assert isinstance(card, ItemCard)
            card.show_item(item, signs.get(key, ""))
        self._show_apart(record)

    def focus_place(self, id_: str, path: str) -> bool:
        card = self.rows.get(id_)
        if isinstance(card, ItemCard):
            return card.focus_path(path)
        if id_ == self.key and self._items:
            return self.focus_place(next(iter(self._items)), "text")
        return False

    def put_cursor(self, id_: str, at: int) -> bool:
        """Put the cursor into the text of an item; False where it is not here."""
        card = self.rows.get(id_)
        if isinstance(card, ItemCard):
            card.put_cursor(at)
        return isinstance(card, ItemCard)

    def add_last(self) -> None:
        """One more point at the end."""
        new = self.context.do("加要点", lambda project: add_item(project, self.key))
        if new:
            self.context.wanted.emit(f"{new[0]}.text")

    def _card(self, key: str) -> Piece:
        return ItemCard(self.context, self._items[key], self.rows)

    def _show_apart(self, record: TextBlock) -> None:
        several = len(self._items) > 1
        self._apart.setVisible(several)
        if several:
            self._apart.show_way(all(len(row) == 1 for row in record.paragraphs))
        marked = sum(item.marker is not None for item in self._items.values())
        self.name.setText("要点" if marked else "文字")

    def _choose_apart(self, is_apart: bool) -> None:
        did = "各要点分段写" if is_apart else "各要点连成一段"
        if self.context.do(did, lambda project: set_apart(project, self.key, is_apart)) is None:
            assert isinstance(self.record, TextBlock)
            self._show_apart(self.record)

    def _dropped(self, key: str, target: str, is_after: bool) -> None:
        before, after = (None, target) if is_after else (target, None)
        self.context.do("移动要点", lambda project: move(project, key, before=before, after=after))
