"""Shapes of a manuscript to sections, paragraphs and items that say it character for character.

A sign that fits its row becomes a numbering style; any other stays as it was written (literal).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise

from model.compose.rows import marker_text, numbers_of
from model.parse.structure import Shape
from model.parse.structure_topics import Span
from model.parse.table_heads import column_of
from model.report.ids import IdMaker
from model.report.item import Item, Marker
from model.report.section import Block, Heading, Row, Section, TableBlock, TextBlock
from model.wording.links import escaped
from model.wording.numbering import LITERAL, Numbered, recognize, styles_that_fit

Element = Shape | str | tuple[tuple[str, ...], ...]
"""A line with its shape, a blank line as it was written, or the rows of a table."""

_DEEPEST = 5
_MOST_TRIES = 20


@dataclass
class _Open:
    """A section being filled; `level` 0 is the report itself."""

    level: int
    heading: Heading | None = None
    content: list[Section | Block] = field(default_factory=list)
    paragraphs: list[tuple[Item, ...]] = field(default_factory=list)


class ContentMaker:
    """Makes the content of a report from the elements of a manuscript, in order."""

    def __init__(self, maker: IdMaker) -> None:
        self._maker = maker
        self._stack = [_Open(0)]

    def content(self, elements: Sequence[Element]) -> tuple[Section | Block, ...]:
        """All of it."""
        above: Element = ""
        for element in elements:
            if isinstance(element, Shape) and element.role == "heading":
                self._open(element)
            elif isinstance(element, tuple):
                self._table(element, self._caption(above))
            else:
                self._stack[-1].paragraphs.append(self._paragraph(element))
            above = element
        self._close_to(0)
        return numbered(tuple(self._finished(self._stack[0]).content))

    def _open(self, shape: Shape) -> None:
        self._close_to(min(shape.level or 1, _DEEPEST) - 1)
        self._finished(self._stack[-1])
        marker, text = _cut(shape.text, shape.marker)
        heading = Heading(marker=_marker(marker), text=escaped(text))
        self._stack.append(_Open(shape.level or 1, heading))

    def _close_to(self, level: int) -> None:
        while len(self._stack) > 1 and self._stack[-1].level > level:
            done = self._finished(self._stack.pop())
            section = Section(
                kind="section",
                id=self._maker.new("s"),
                heading=done.heading,
                content=tuple(done.content),
            )
            self._stack[-1].content.append(section)

    def _finished(self, one: _Open) -> _Open:
        """The section with its last paragraphs as a block."""
        if one.paragraphs:
            block = TextBlock(
                kind="text", id=self._maker.new("b"), paragraphs=tuple(one.paragraphs)
            )
            one.content.append(block)
            one.paragraphs = []
        return one

    def _caption(self, above: Element) -> str:
        """The name of a table, taken from the text where the line above says it."""
        if not isinstance(above, Shape) or above.role != "note":
            return ""
        self._stack[-1].paragraphs.pop()
        return escaped(above.text)

    def _table(self, rows: tuple[tuple[str, ...], ...], caption: str) -> None:
        self._finished(self._stack[-1])
        width = max(len(row) for row in rows)
        padded = [(*row, *("",) * (width - len(row))) for row in rows]
        columns = tuple(
            column_of(f"c{number}", title, [row[number - 1] for row in padded[1:]])
            for number, title in enumerate(padded[0], 1)
        )
        body = tuple(Row(id=self._maker.new("w"), cells=row) for row in padded[1:])
        table = TableBlock(
            kind="table",
            id=self._maker.new("b"),
            caption=caption,
            columns=columns,
            rows=body,
            numbered=False,
        )
        self._stack[-1].content.append(table)

    def _paragraph(self, element: Shape | str) -> tuple[Item, ...]:
        if isinstance(element, str):
            return (Item(id=self._maker.new("i"), marker=Marker(literal=element)),)
        shape = element
        starts = [0, *(point.start for point in shape.points if point.start > 0), len(shape.text)]
        heads = [(shape.marker, shape.lead)]
        heads += [(point.marker, point.lead) for point in shape.points if point.start > 0]
        if shape.points and shape.points[0].start == 0 and shape.marker is None:
            heads[0] = (shape.points[0].marker, shape.points[0].lead)
        return tuple(
            self._item(shape.text, (start, end), marker, lead)
            for (marker, lead), (start, end) in zip(heads, pairwise(starts), strict=True)
        )

    def _item(self, text: str, span: Span, marker: Span | None, lead: Span | None) -> Item:
        """An item; a lead that does not follow its sign at once stays in the text."""
        start, end = span
        sign, begins = "", start
        if marker is not None and not text[start : marker[0]].strip():
            sign, begins = text[start : marker[1]], marker[1]
        led = None
        if lead is not None and lead[0] == begins and lead[1] <= end:
            led = text[lead[0] : lead[1]]
        rest = text[begins + len(led or "") : end]
        return Item(
            id=self._maker.new("i"),
            marker=_marker(sign),
            lead=escaped(led) if led else None,
            text=escaped(rest),
        )


def _cut(text: str, marker: Span | None) -> tuple[str, str]:
    """The sign with what stands before it, and the rest."""
    return ("", text) if marker is None else (text[: marker[1]], text[marker[1] :])


def _marker(sign: str) -> Marker | None:
    """A sign as it was written; `numbered` finds its style when the whole row is known."""
    return Marker(literal=sign) if sign else None


def numbered(content: tuple[Section | Block, ...]) -> tuple[Section | Block, ...]:
    """The content with every literal sign that fits its row as a numbering style."""
    sections = [part for part in content if isinstance(part, Section)]
    headings = [part.heading or Heading() for part in sections]
    fitted = iter(fitting([[heading.marker] for heading in headings]))
    renewed: list[Section | Block] = []
    for part in content:
        if isinstance(part, Section):
            heading = part.heading
            marker = next(fitted)[0]
            if heading is not None:
                heading = heading.changed(marker=marker)
            renewed.append(part.changed(heading=heading, content=numbered(part.content)))
        elif isinstance(part, TextBlock):
            renewed.append(_numbered_block(part))
        else:
            renewed.append(part)
    return tuple(renewed)


def _numbered_block(block: TextBlock) -> TextBlock:
    rows = fitting([[item.marker for item in row] for row in block.paragraphs])
    return block.changed(
        paragraphs=tuple(
            tuple(
                item if marker is item.marker else item.changed(marker=marker)
                for item, marker in zip(row, markers, strict=True)
            )
            for row, markers in zip(block.paragraphs, rows, strict=True)
        )
    )


def fitting(rows: Sequence[Sequence[Marker | None]]) -> list[list[Marker | None]]:
    """The markers with a style wherever that gives the very sign that is written.

    Every sign is tried as its style; those that come out otherwise (a number left out, a row of
    another count) become literal again, until what is left fits.
    """
    written = [[marker.literal if marker else None for marker in row] for row in rows]
    tried = _fitting_one_by_one(written, [[_styled(sign) for sign in row] for row in written])
    for tries in count():
        places = numbers_of(tried)
        wrong = [
            (nth, at)
            for nth, row in enumerate(tried)
            for at, marker in enumerate(row)
            if marker is not None
            and marker.style is not None
            and marker_text(marker, places[nth][at]) != written[nth][at]
        ]
        if not wrong:
            return tried
        for nth, at in wrong if tries > _MOST_TRIES else wrong[:1]:
            tried[nth][at] = Marker(literal=written[nth][at])
    raise AssertionError


def _fitting_one_by_one(
    written: list[list[str | None]], tried: list[list[Marker | None]]
) -> list[list[Marker | None]]:
    """The markers after one look at each; those whose sign hangs on how long its row is, stay."""

    def fits(nth: int, at: int, number: int) -> bool:
        marker = tried[nth][at]
        assert marker is not None
        short, long = Numbered(number, number), Numbered(number, number + 1)
        signs = {marker_text(marker, place) for place in (short, long)}
        return len(signs) > 1 or written[nth][at] in signs

    styles = [[(marker.style or LITERAL) if marker else None for marker in row] for row in tried]
    return [
        [
            Marker(literal=sign) if style == LITERAL else marker
            for sign, style, marker in zip(signs, row, markers, strict=True)
        ]
        for signs, row, markers in zip(written, styles_that_fit(styles, fits), tried, strict=True)
    ]


def _styled(sign: str | None) -> Marker | None:
    if sign is None:
        return None
    known = recognize(sign)
    return Marker(style=known[0]) if known else Marker(literal=sign)
