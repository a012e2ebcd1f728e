"""FINDING: which place a point of a page belongs to, and where on the pages a place is shown.

Everything is in points from the upper left corner of the paper.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from model.document import Span
from model.paging.pages import Page, Placed
from model.paging.paragraph import Laid, owner_of
from model.paging.sheets import Sheets
from model.paging.table import LaidRow, LaidTable
from model.typesetting.house_style import PAGE_HEIGHT, HouseStyle, twips


class Text(NamedTuple):
    """Lines of a text on a page: which, and where the first begins, in points."""

    laid: Laid
    first: int
    last: int
    left: float
    top: float

    def line_box(self, number: int) -> QRectF:
        """The whole width of a line's room, as high as its pitch."""
        pitch = self.laid.pitch / 20
        measure = self.laid.measure
        top = self.top + (number - self.first) * pitch
        return QRectF(self.left + measure.left, top, measure.width, pitch)

    def boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """The boxes of the characters from `start` to `end`, one a line."""
        pitch = self.laid.pitch / 20
        for number in self.laid.lines_of(start, end):
            if not self.first <= number < self.last:
                continue
            line = self.laid.lines[number]
            edges = self.laid.edges(number)
            left = edges[max(start, line.start) - line.start]
            right = edges[max(min(end, line.end), line.start) - line.start]
            top = self.top + (number - self.first) * pitch
            yield QRectF(self.left + left, top, right - left, pitch)


class Found(NamedTuple):
    """Where a place is shown: its page, counted from 0, and its boxes there."""

    page: int
    boxes: tuple[QRectF, ...]

    @property
    def start(self) -> tuple[int, float]:
        """The page, and how far down on it the first box begins."""
        return self.page, self.boxes[0].top() if self.boxes else 0.0


def origin(style: HouseStyle, *, turned: bool = False) -> QPointF:
    """The upper left corner of the type area, on a turned page as that is read."""
    margins = style.margins_mm
    left, top = (margins.bottom, margins.left) if turned else (margins.left, margins.top)
    return QPointF(twips(left) / 20, twips(top) / 20)


def is_turned(page: Page) -> bool:
    """Whether a page is to be read with the sheet turned to the right."""
    return bool(page) and page[0].wide


def on_sheet(box: QRectF, page: Page) -> QRectF:
    """A box of a page as it lies on the upright sheet."""
    if not is_turned(page):
        return box
    height = PAGE_HEIGHT / 20
    return QRectF(box.top(), height - box.right(), box.height(), box.width())


def texts(page: Page, style: HouseStyle) -> Iterator[Text]:
    """All texts of a page, those in the cells of tables too, in reading order.

    On a turned page they stand as that is read.
    """
    corner = origin(style, turned=is_turned(page))
    for placed in page:
        top = corner.y() + placed.top / 20
        if isinstance(placed.laid, Laid):
            yield Text(placed.laid, placed.first, placed.last, corner.x(), top)
        else:
            for row, row_top in rows(placed, placed.laid):
                for cell in row.cells:
                    cell_top = top + (row_top + cell.top) / 20
                    yield Text(cell.laid, 0, len(cell.laid.lines), corner.x(), cell_top)


def rows(placed: Placed, table: LaidTable) -> Iterator[tuple[LaidRow, int]]:
    """The rows of a table on a page, its head first, with their tops in twips."""
    top = 0
    for row in (table.head, *table.rows[placed.first : placed.last]):
        yield row, top
        top += row.height


def place_at(page: Page, style: HouseStyle, point: QPointF) -> tuple[str, Span] | None:
    """The place that a point leads to and the span it is shown by; None beside all text.

    Text that the program made belongs to what stands before it, else to what follows.
    """
    if is_turned(page):
        point = QPointF(PAGE_HEIGHT / 20 - point.y(), point.x())
    for text in texts(page, style):
        for number in range(text.first, text.last):
            box = text.line_box(number)
            if box.contains(point):
                return _place(text, number, point.x() - text.left)
    return None


def _place(text: Text, number: int, x: float) -> tuple[str, Span] | None:
    laid = text.laid
    if not laid.spans:
        return None
    line = laid.lines[number]
    at = line.start + max(bisect_right(laid.edges(number), x) - 1, 0)
    index = laid.span_at(min(at, max(line.end - 1, line.start)))
    order = (*range(index, -1, -1), *range(index + 1, len(laid.spans)))
    return next(
        ((place, laid.spans[i]) for i in order if (place := laid.spans[i].place) is not None), None
    )


def find(pages: Sheets, style: HouseStyle, place: str, near: int | None = None) -> Found | None:
    """Where a place is first shown, if not on the page where it was before, `near`, or beside it.

    A figure inside a text has no span of its own and is found by the text; a record, by
    whatever is shown of it.
    """
    owner, wanted = owner_of(place), _ways(place)
    best: tuple[int, Found] | None = None
    beside = () if near is None else (near, near - 1, near + 1)
    first = (number for number in beside if 0 <= number < len(pages))
    for number in chain(first, pages.showing(owner)):
        page = pages[number]
        if not any(owner in placed.laid.owners for placed in page):
            continue
        for text in texts(page, style):
            rank, spans = _ranked(text, owner, wanted)
            if spans and (best is None or rank < best[0]):
                boxes = [box for span in spans for box in text.boxes(*text.laid.range_of(span))]
                best = rank, Found(number, tuple(on_sheet(box, page) for box in boxes))
        if best is not None and best[0] == 0:
            break
    return None if best is None else best[1]


def _ways(place: str) -> list[str]:
    """The place itself, then the text it lies in: `i7k2.figures.2`, `i7k2.text`."""
    if "@" in place:
        return [place]
    id_, _, path = place.partition(".")
    for kind in ("figures", "blanks"):
        before, found, _ = f".{path}".partition(f".{kind}.")
        if found:
            return [place, f"{id_}{before or '.text'}"]
    return [place]


def _ranked(text: Text, owner: str, wanted: list[str]) -> tuple[int, list[int]]:
    """How well a text shows the place (0 is best), and by which spans on these lines."""
    if owner not in text.laid.owners:
        return len(wanted), []
    spans = list(enumerate(text.laid.spans))
    for rank, name in enumerate(wanted):
        found = _visible(text, [index for index, span in spans if span.place == name])
        if found:
            return rank, found
    of_owner = [index for index, span in spans if span.place and owner_of(span.place) == owner]
    return len(wanted), _visible(text, of_owner)


def _visible(text: Text, spans: list[int]) -> list[int]:
    """Those of the spans that have a character on the lines of this page."""
    lines = text.laid.lines
    if text.first >= text.last:
        return []
    start, end = lines[text.first].start, lines[text.last - 1].end
    ranges = [(index, *text.laid.range_of(index)) for index in spans]
    return [index for index, first, last in ranges if first < end and last > start]
