"""A manuscript as it was read, neutral of any file format: what `model.parse` works on.

The text is kept exactly, with the break that ended every line, so that it can be given back
character for character. What a format knows beyond the text is a hint, never a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple


@dataclass(frozen=True, slots=True)
class Hint:
    """How a paragraph was set: style name, outline level (0 the highest), alignment (`center`,
    `right` …), size in half-points, East Asian font, and whether a table of contents made it."""

    style: str = ""
    outline: int | None = None
    alignment: str = ""
    size: int | None = None
    font: str = ""
    bold: bool = False
    contents: bool = False


NO_HINT = Hint()


BOX: Final = "boxes"
NOTES: Final = ("footnotes", "endnotes")
"""What may stand beside a paragraph, by the kinds of `Note` that tell of it."""


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One line of the manuscript. `end` is the break after it: `\\n`, `\\r\\n`, `\\r` or none.

    `ids` are the records it shows, where the file is one of our exports that came back; `beside`
    is what hangs on it and is not read into the text, each with its kind.
    """

    text: str
    hint: Hint = NO_HINT
    end: str = "\n"
    ids: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as rows of cells; a cell of several paragraphs holds them with `\\n` between.

    `row_ids` are the records that every row shows; none where no row shows any. `marks` is, of the
    numbers of a chart alone, how each column is drawn: `bars` or `line`.
    """

    rows: tuple[tuple[str, ...], ...]
    row_ids: tuple[tuple[str, ...], ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What the clerk must know of the reading: what was resolved or left out, how many, and the
    texts that were left out."""

    kind: str
    count: int
    message: str
    texts: tuple[str, ...] = ()


class Line(NamedTuple):
    """A line as the parser sees it; a table's rows are lines with their cells apart by tabs."""

    text: str
    hint: Hint = NO_HINT
    in_table: bool = False

    @property
    def blank(self) -> bool:
        """Blank lines have no index in what is understood of a manuscript."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Source:
    """A manuscript: its blocks in order, empty lines among them. `kind` is `docx`, `txt` or
    `pasted`, `encoding` that of a text file, `draft` the mark of the draft of ours that it was."""

    blocks: tuple[SourceParagraph | SourceTable, ...]
    notes: tuple[Note, ...] = ()
    kind: str = "pasted"
    encoding: str = ""
    draft: str = ""

    def lines(self) -> Iterator[Line]:
        """All lines in order, blank ones too."""
        for block in self.blocks:
            if isinstance(block, SourceParagraph):
                yield Line(block.text, block.hint)
            else:
                yield from (Line(row_text(row), in_table=True) for row in block.rows)

    @property
    def text(self) -> str:
        """The manuscript as plain text, every character and break as it was."""
        return "".join(
            block.text + block.end
            if isinstance(block, SourceParagraph)
            else "".join(row_text(row) + "\n" for row in block.rows)
            for block in self.blocks
        )


def row_text(row: tuple[str, ...]) -> str:
    """A table row as one line."""
    return "\t".join(cell.replace("\n", " ") for cell in row)


def to_plain(source: Source) -> dict[str, Any]:
    """The source as JSON can carry it; equal hints are written once."""
    hints: dict[Hint, int] = {}
    blocks: list[list[Any]] = []
    for block in source.blocks:
        if isinstance(block, SourceTable):
            blocks.append(
                [list(map(list, each)) for each in (block.rows, block.row_ids, block.marks)]
            )
        else:
            hint = hints.setdefault(block.hint, len(hints))
            blocks.append([block.text, block.end, hint, *block.ids])
    return {
        "blocks": blocks,
        "beside": [
            [number, list(map(list, block.beside))]
            for number, block in enumerate(source.blocks)
            if isinstance(block, SourceParagraph) and block.beside
        ],
        "hints": [[getattr(hint, name) for name in Hint.__slots__] for hint in hints],
        "notes": [[note.kind, note.count, note.message, list(note.texts)] for note in source.notes],
        "kind": source.kind,
        "encoding": source.encoding,
        "draft": source.draft,
    }


def from_plain(plain: dict[str, Any]) -> Source:
    """The source that `to_plain` wrote."""
    hints = [Hint(*values) for values in plain["hints"]]
    beside = {number: tuple(map(tuple, told)) for number, told in plain["beside"]}
    blocks = tuple(
        SourceTable(*(tuple(map(tuple, rows)) for rows in block))
        if isinstance(block[0], list)
        else SourceParagraph(
            block[0], hints[block[2]], block[1], tuple(block[3:]), beside.get(number, ())
        )
        for number, block in enumerate(plain["blocks"])
    )
    notes = tuple(Note(kind, n, said, tuple(texts)) for kind, n, said, texts in plain["notes"])
    return Source(blocks, notes, plain["kind"], plain["encoding"], plain["draft"])
