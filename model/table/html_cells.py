"""The first table of an HTML flavour of the clipboard, as Word, WPS, Excel and browsers make it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNSEEN_TAGS = frozenset(("head", "style", "script", "title", "xml", "template"))
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))
_ALONE = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_WIDEST, _HIGHEST = 100, 500
"""A cell that claims to reach further reaches so far."""


class TableInHtml(NamedTuple):
    """The cells of the first table line by line, each in its column; what is covered by a merged
    cell is empty. `beside`: whether words stand outside of it; `more`: how many tables follow.
    """

    lines: tuple[tuple[str, ...], ...]
    merged: int = 0
    beside: bool = False
    more: int = 0
    pictures: int = 0


def table_in(html: str) -> TableInHtml | None:
    """The first table; None where there is none with anything in it."""
    parser = _Reader()
    parser.feed(html)
    parser.close()
    lines = parser.finished()
    if not any(map(any, lines)):
        return None
    return TableInHtml(lines, parser.merged, parser.beside, parser.more, parser.pictures)


class _Reader(HTMLParser):
    """Goes through the tags once. A table inside a cell gives its words to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.merged = self.more = self.pictures = 0
        self.beside = False
        self._lines: list[dict[int, str]] = []
        self._covered: set[tuple[int, int]] = set()
        self._words: list[str] | None = None
        self._at = (0, 0)
        self._depth = 0
        self._is_done = False
        self._hidden: list[str] = []

    def finished(self) -> tuple[tuple[str, ...], ...]:
        """All lines, as long as they are filled."""
        self._end_cell()
        return tuple(
            tuple(line.get(column, "") for column in range(max(line, default=-1) + 1))
            for line in self._lines
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag not in _ALONE:
                self._hidden.append(tag)
            return
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN_TAGS or _HIDDEN.search(given.get("style", "")) or "hidden" in given:
            if tag not in _ALONE:
                self._hidden.append(tag)
            return
        if tag == "table":
            self._begin_table()
        elif self._depth == 1 and not self._is_done and tag == "tr":
            self._end_cell()
            self._lines.append({})
        elif self._depth == 1 and not self._is_done and tag in ("td", "th"):
            self._end_cell()
            self._begin_cell(given)
        elif tag == "img":
            self.pictures += self._words is not None
        elif tag in _BREAKS:
            self._break()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALONE:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:  # what was never ended ends with what is around it
                while self._hidden.pop() != tag:
                    pass
            return
        if tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
                self._is_done = self._is_done or any(any(line.values()) for line in self._lines)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._words is not None:
            self._words.append(_SPACES.sub(" ", data))
        elif data.strip() and self._depth == 0:
            self.beside = True

    def _begin_table(self) -> None:
        self._depth += 1
        if self._depth == 1 and self._is_done:
            self.more += 1
        elif self._depth == 1:
            self._lines.clear()
            self._covered.clear()

    def _begin_cell(self, given: dict[str, str]) -> None:
        if not self._lines:
            self._lines.append({})
        row, line = len(self._lines) - 1, self._lines[-1]
        column = 0
        while column in line or (row, column) in self._covered:
            column += 1
        wide = _number(given.get("colspan"), _WIDEST)
        high = _number(given.get("rowspan"), _HIGHEST)
        self.merged += wide > 1 or high > 1
        for below in range(high):
            self._covered.update((row + below, column + right) for right in range(wide))
        for right in range(wide):
            line[column + right] = ""
        self._at, self._words = (row, column), []

    def _end_cell(self) -> None:
        if self._words is None:
            return
        row, column = self._at
        words = "".join(self._words).replace("\xa0", " ")
        self._lines[row][column] = "\n".join(
            filter(None, (line.strip() for line in words.split("\n")))
        )
        self._words = None

    def _break(self) -> None:
        if self._words is not None:
            self._words.append("\n")


def _number(said: str | None, most: int) -> int:
    """How many columns or rows a cell covers; 1 where nothing sensible is said."""
    plain = (said or "").strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10):
        return 1
    return min(max(int(plain), 1), most)
