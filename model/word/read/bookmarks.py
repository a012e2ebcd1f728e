"""OUR BOOKMARKS in a file that came back: which records every paragraph shows.

What counts are the paragraphs that a bookmark touches, never its exact reach: words typed at the
end of a paragraph fall outside it, and both halves of a split paragraph lie in it. Where it (or
its copy) stands on living text, other touches do not count; where on none, the first does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from lxml import etree

from model.word.bookmark_names import draft_in, id_in
from model.word.read.names import (
    BOOKMARK_END,
    BOOKMARK_START,
    DELETED,
    ID,
    NAME,
    TEXT_BOX,
    P,
    T,
)

_NO_IDS: tuple[str, ...] = ()


class Bookmarks:
    """Looks over a body once; afterwards it is asked for the ids of a paragraph.

    Nearly all bookmarks lie in one paragraph; only for the others is all text looked over.
    """

    def __init__(self, body: etree._Element) -> None:
        named = [(start, start.get(NAME, "")) for start in body.iter(BOOKMARK_START)]
        self.draft = next((mark for _, name in named if (mark := draft_in(name))), "")
        self._ids: dict[etree._Element, list[str]] = {}
        starts = [(start, id_) for start, name in named if (id_ := id_in(name))]
        if starts:
            self._find(body, starts)

    def ids_of(self, *paragraphs: etree._Element) -> tuple[str, ...]:
        """Return the ids of the records that paragraphs show, each once."""
        if not self._ids:
            return _NO_IDS
        found = (id_ for each in paragraphs for id_ in self._ids.get(each, _NO_IDS))
        return tuple(dict.fromkeys(found))

    def _find(self, body: etree._Element, starts: list[tuple[etree._Element, str]]) -> None:
        ends = {end.get(ID, ""): end.getparent() for end in body.iter(BOOKMARK_END)}
        count = Counter(id_ for _, id_ in starts)
        others: list[str] = []
        for start, id_ in starts:
            parent = ends.get(start.get(ID, ""))
            is_plain = parent is not None and parent is start.getparent() and parent.tag == P
            if parent is not None and is_plain and count[id_] == 1:
                self._ids.setdefault(parent, []).append(id_)
            else:
                others.append(id_)
        if others:
            self._add(_Touches(body, set(others), ends), others)
            order = {id_: number for number, id_ in enumerate(count)}
            for ids in self._ids.values():
                ids.sort(key=order.__getitem__)

    def _add(self, touches: _Touches, ids: Iterable[str]) -> None:
        for id_ in dict.fromkeys(ids):
            for paragraph in touches.of(id_):
                self._ids.setdefault(paragraph, []).append(id_)


class _Touches:
    """One pass over a body in the order of its text: what the bookmarks of some ids touch."""

    def __init__(self, body: etree._Element, ids: set[str], ends: Collection[str]) -> None:
        self._ids = ids
        self._ends = frozenset(ends)
        self._living: defaultdict[str, dict[etree._Element, None]] = defaultdict(dict)
        self._first: dict[str, etree._Element] = {}
        self._open: dict[str, str] = {}
        self._pass(body, _dead(body))

    def of(self, id_: str) -> list[etree._Element]:
        """Return the paragraphs on whose living text an id stands, else the first it touches."""
        first = [self._first[id_]] if id_ in self._first else []
        return list(self._living.get(id_, first))

    def _pass(self, body: etree._Element, dead: set[etree._Element]) -> None:
        paragraph: etree._Element | None = None
        for element in body.iter(P, T, BOOKMARK_START, BOOKMARK_END):
            tag = element.tag
            if tag == BOOKMARK_START:
                self._start(element)
            elif tag == BOOKMARK_END:
                id_ = self._open.pop(element.get(ID, ""), None)
                if id_ is not None and paragraph is not None:
                    self._first.setdefault(id_, paragraph)
            elif element in dead:
                continue
            elif tag == P:
                paragraph = element
                for number in self._open.keys() - self._ends:
                    del self._open[number]
            elif element.text and paragraph is not None:
                for id_ in self._open.values():
                    self._first.setdefault(id_, paragraph)
                    self._living[id_][paragraph] = None

    def _start(self, element: etree._Element) -> None:
        """Open a bookmark; one that is never closed ends with its paragraph.

        LibreOffice writes one over two paragraphs twice, and closes it in the second only.
        """
        id_ = id_in(element.get(NAME, ""))
        if id_ is None or id_ not in self._ids:
            return
        within = next(element.iterancestors(P), None)
        if within is not None:
            self._first.setdefault(id_, within)
        self._open[element.get(ID, "")] = id_


def _dead(body: etree._Element) -> set[etree._Element]:
    """Return text that was deleted or moved away, and what stands in text boxes."""
    return {element for around in body.iter(*DELETED, TEXT_BOX) for element in around.iter(P, T)}
