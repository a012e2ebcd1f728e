"""THE HINGE: a report as paragraphs, tables and spans, neutral of any file format.

What composes knows no file format, what writes a file knows no report. These are plain frozen
values, made by the thousand at every edit, so they are slotted dataclasses and not records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from model.values.state import State

FILL = "\t"
"""A span of this alone fills its line, so that what follows stands at the right."""


class Role(StrEnum):
    """What a paragraph is for; the house style says how each role looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATE_LINE = "date_line"
    RECIPIENTS = "recipients"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    ISSUED = "issued"
    CAPTION = "caption"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    NOTE = "note"
    COPY_NUMBER = "copy_number"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    ORGAN_MARK = "organ_mark"
    DOCUMENT_NUMBER = "document_number"
    ANNEX_LIST = "annex_list"
    SEALED_SIGNATURE = "sealed_signature"
    SEALED_DATE = "sealed_date"
    CONTACT = "contact"
    COPIES = "copies"
    PRINTED = "printed"


class Part(StrEnum):
    """What a span of a paragraph is; a lead is set in its heading's font, 签发人 in 楷体."""

    MARKER = "marker"
    SIGNER = "signer"
    LEAD = "lead"
    TEXT = "text"


class Edited(StrEnum):
    """What became of a run between two drafts (花脸稿)."""

    ADDED = "added"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text from one place.

    `place` is where the text is edited (`i7k2.text`, `gdp@2026-H1.yoy`) or None where it is made
    by the program. `state` tells blanks (`EMPTY`) and carried text (`CARRIED`) from the rest.
    `at` is where the run begins in the raw text of its place, for a run that stands there sign by
    sign; None for what a link or the program says. `edited` is what became of it since another
    draft.
    """

    text: str
    place: str | None = None
    part: Part = Part.TEXT
    state: State = State.FILLED
    at: int | None = field(default=None, compare=False)
    edited: Edited | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `level` is 1 to 4 for headings and for run-in leads (0: neither).

    `ids` are the records it shows (items, sections, blocks), in order of their first span; they
    become hidden bookmarks and the keys of drafts. A line that is no record of its own has the
    id `<owner>_<role>`: `r7k2x_title`, `b3mfk_caption`. `starts` are the first span of each of
    several ids; without them all spans are of the first.
    """

    role: Role
    spans: tuple[Span, ...]
    level: int = 0
    ids: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    def reach(self) -> Iterator[tuple[str, int, int]]:
        """Yield each of `ids` with its first span and the one after its last."""
        count = len(self.spans)
        starts = self.starts or (0, *(count for _ in self.ids[1:]))
        yield from zip(self.ids, starts, (*starts[1:], count), strict=False)


def line_id(owner: str, role: Role, number: int = 1) -> str:
    """Return the id of a line that is no record of its own: `r7k2x_title`, `r7k2x_title_2`."""
    return f"{owner}_{role.value}" + (f"_{number}" if number > 1 else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `numeric` cells are set flush right."""

    spans: tuple[Span, ...]
    numeric: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: titles that repeat on every page, and widths in characters of the body font.

    `ids` are those of the head row (the block's), `row_ids` one for every row and `keys` one for
    every column, or none. `subjects` are the indicators that the rows of an annex are about. A
    `small` table takes the smaller characters of the house style at once.
    """

    titles: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ids: tuple[str, ...] = ()
    row_ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    small: bool = False

    @property
    def text(self) -> str:
        """One row a line, cells apart by a tab: for plain text."""
        lines = ["\t".join(self.titles)]
        lines += ["\t".join(cell.text for cell in row) for row in self.rows]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text in reading order. `house_style` is the key of the style it asks for.

    `official`: it has the frame of an official document (正式公文). `line_numbers`: its lines are
    numbered in the margin, but for a final version.
    """

    title: str
    body: tuple[Paragraph | Table, ...]
    house_style: str = "gbt9704"
    official: bool = False
    line_numbers: bool = False

    @property
    def text(self) -> str:
        """The text alone, one paragraph a line."""
        return "\n".join(block.text for block in self.body)
