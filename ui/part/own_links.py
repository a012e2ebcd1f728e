"""Names in braces that a record fills itself: `{quantity}` of a task, `{count}` of a group."""

from __future__ import annotations

from collections.abc import Mapping

from ui.forms.editors.link_book import LinkBook, Offer, Value


class OwnLinks(LinkBook):
    """A book with a few links of one record before those of the project."""

    def __init__(self, book: LinkBook, own: Mapping[str, Offer]) -> None:
        self._book = book
        self._own = dict(own)

    def value(self, raw: str) -> Value:
        """What a link shows now."""
        offer = self._own.get(raw)
        if offer is None:
            return self._book.value(raw)
        return Value(offer.value, "XX" in offer.value)

    def name(self, raw: str) -> str:
        """What a link is called."""
        offer = self._own.get(raw)
        return self._book.name(raw) if offer is None else offer.name

    def offers(self, query: str) -> tuple[Offer, ...]:
        """Its own links first."""
        own = tuple(one for one in self._own.values() if query in one.name)
        return own + self._book.offers(query)


def own_link(name: str, words: str, value: str) -> dict[str, Offer]:
    """A link of a record's own: `{quantity}`, called 数量, showing 3000户."""
    raw = f"{{{name}}}"
    return {raw: Offer(raw, words, value)}
