"""LINE NUMBERS (行号): the lines of a page as Word counts them, from 1 on every page.

Lines of tables have none, in Word as in LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.paging.pages import Page
from model.paging.paragraph import Laid


class NumberedLine(NamedTuple):
    """A line of a page: its number, the text it is of and which of its lines, how far down on the
    type area it stands, in points."""

    number: int
    laid: Laid
    line: int
    top: float

    @property
    def text(self) -> str:
        """What stands on it."""
        line = self.laid.lines[self.line]
        return self.laid.text[line.start : line.end].strip()


def numbered_lines(page: Page) -> Iterator[NumberedLine]:
    """Yield the lines of a page that have a number."""
    number = 0
    for placed in page:
        if not isinstance(placed.laid, Laid):
            continue
        for line in range(placed.first, placed.last):
            number += 1
            down = (placed.top + placed.laid.pitch * (line - placed.first)) / 20
            yield NumberedLine(number, placed.laid, line, down)
