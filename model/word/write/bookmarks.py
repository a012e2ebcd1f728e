"""HIDDEN BOOKMARKS: by them a file that comes back tells which record is where.

A record has one, where it is shown first: in its paragraph around its own spans, or in the first
cell of its row. None reaches over several paragraphs or cells: other programs write such a one
twice, or move it into a single cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Paragraph
from model.word.bookmark_names import name_of, name_of_draft


class Bookmarks:
    """Hands out bookmarks; an id gets one, and its number is its own in the whole file."""

    def __init__(self, draft: str | None = None) -> None:
        """`draft`: the mark of the draft that is written, if it is one."""
        self._draft = name_of_draft(draft) if draft else None
        self._made: set[str] = set()

    def around(self, ids: Sequence[str]) -> tuple[str, str]:
        """Return start and end elements for all ids that have none yet."""
        if len(ids) == 1:
            return self._pair(name_of(ids[0]))
        starts, ends = "", ""
        for identifier in ids:
            start, end = self._pair(name_of(identifier))
            starts, ends = starts + start, end + ends
        return starts, ends

    def inside(self, paragraph: Paragraph) -> tuple[dict[int, str], dict[int, str]]:
        """Return starts and ends by index of span; an id without spans gets the whole."""
        starts: dict[int, str] = {}
        ends: dict[int, str] = {}
        whole = (0, len(paragraph.spans))
        for identifier, *reach in paragraph.reach():
            first, after = reach if reach[0] < reach[1] else whole
            start, end = self._pair(name_of(identifier))
            starts[first] = starts.get(first, "") + start
            ends[after - 1] = end + ends.get(after - 1, "")
        return starts, ends

    def around_first(self) -> tuple[str, str]:
        """Return what says which draft the file is; nothing after the first paragraph."""
        return self._pair(self._draft)

    def _pair(self, name: str | None) -> tuple[str, str]:
        if name is None or name in self._made:
            return "", ""
        number = len(self._made)
        self._made.add(name)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
