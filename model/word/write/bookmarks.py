"""HIDDEN BOOKMARKS `_xg_<id>`: by them a file that comes back tells which record is where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.document import Part, Span

_LONGEST = 36
"""Word takes 40 characters in a bookmark's name, and ours begins with `_xg_`."""


class Bookmarks:
    """Hands out bookmarks; an id gets one, where it is shown first."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def around(self, ids: Iterable[str]) -> tuple[str, str]:
        """Start and end elements for all ids that have none yet."""
        starts, ends = "", ""
        for identifier in ids:
            start, end = self._pair(identifier)
            starts, ends = starts + start, end + ends
        return starts, ends

    def inside(
        self, ids: Sequence[str], spans: Sequence[Span]
    ) -> tuple[dict[int, str], dict[int, str]]:
        """Starts and ends by index of span; an id without spans of its own gets the whole.

        The marker of a point belongs to it, though the program made it.
        """
        starts: dict[int, str] = {}
        ends: dict[int, str] = {}
        reach = _reach(spans)
        for identifier in ids:
            first, last = reach.get(identifier, (0, len(spans) - 1))
            start, end = self._pair(identifier)
            starts[first] = starts.get(first, "") + start
            ends[last] = end + ends.get(last, "")
        return starts, ends

    def _pair(self, identifier: str) -> tuple[str, str]:
        if identifier in self._made or not _allowed(identifier):
            return "", ""
        number = len(self._made)
        self._made.add(identifier)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="_xg_{identifier}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )


def _allowed(identifier: str) -> bool:
    return identifier.isalnum() and identifier.isascii() and len(identifier) <= _LONGEST


def _reach(spans: Sequence[Span]) -> dict[str, tuple[int, int]]:
    """First and last span of every record, by the id that its places begin with."""
    reach: dict[str, tuple[int, int]] = {}
    for index, span in enumerate(spans):
        if span.place is None:
            continue
        identifier = span.place.partition(".")[0]
        if identifier in reach:
            first = reach[identifier][0]
        else:
            first = index
            while first and _is_made_marker(spans[first - 1]):
                first -= 1
        reach[identifier] = (first, index)
    return reach


def _is_made_marker(span: Span) -> bool:
    return span.part is Part.MARKER and span.place is None
