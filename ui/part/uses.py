"""A column of indicators as a block or group states them, parts (其中) under what they are of."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from model.report.section import IndicatorUse, Outlook
from ui.part.context import Context
from ui.part.dragging import DropRows
from ui.part.piece import Piece
from ui.part.use import OutlookChosen, Stated, UseCard


class UseRows(DropRows):
    """The uses of one holder. `chosen` is told where an outlook is chosen."""

    def __init__(
        self, context: Context, holder: str, parent: QWidget, chosen: OutlookChosen | None = None
    ) -> None:
        super().__init__("use", parent, gap=12)
        self._context, self._holder, self._chosen = context, holder, chosen
        self._stated: dict[str, Stated] = {}
        self.dropped.connect(self._move)

    def show_uses(self, uses: tuple[IndicatorUse, ...], outlook: Outlook | None = None) -> None:
        """Show the uses, and their values, as the project has them now."""
        self._stated = {}
        for depth, use in _flat(uses, 0):
            key, number = use.indicator, 2
            while key in self._stated:
                key, number = f"{use.indicator}#{number}", number + 1
            self._stated[key] = Stated(self._holder, use, depth, outlook)
        self.show_keys(tuple(self._stated), self._card)
        for card in self.cards():
            card.show_use(self._stated[card.key])

    def cards(self) -> list[UseCard]:
        """The cards in their order."""
        return [card for card in self.all() if isinstance(card, UseCard)]

    def focus_place(self, id_: str, path: str) -> bool:
        """Put the focus on a value (`id_` '' and its whole place), a remark, an opening."""
        for card in self.cards():
            if card.focus_path(id_, path) if id_ else card.focus_value(path):
                return True
        return False

    def _card(self, key: str) -> Piece:
        return UseCard(self._context, key, self._stated[key], self, self._chosen)

    def _move(self, key: str, target: str, is_after: bool) -> None:
        """Drop an indicator beside another, from whichever group or block it comes."""
        card = self.source_of(key)
        if not isinstance(card, UseCard):
            return
        tops = [one for one, stated in self._stated.items() if stated.depth == 0]
        above = list(self._stated)[: list(self._stated).index(target) + 1]
        at = max(tops.index(one) for one in above if one in tops) + is_after
        before = self._stated[tops[at]].use.indicator if at < len(tops) else None
        card.edits.move_before(self._holder, before)


def _flat(uses: tuple[IndicatorUse, ...], depth: int) -> Iterator[tuple[int, IndicatorUse]]:
    for use in uses:
        yield depth, use
        if use.dropped:
            continue
        yield from _flat(use.parts, depth + 1)
