"""A workbook of unknown origin as it was read: sheets of cells, as they show and as they are.

What a cell holds is kept as its file has it; nothing is computed and nothing guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from model.reading.source import Note

LENGTH = 8
"""How many bytes tell the length of a file to the child that reads it."""


class SheetCell(NamedTuple):
    """What stands in a cell. `is_number`: the text is a number of 15 digits at most; `is_percent`:
    it is shown as a percentage; `is_uncounted`: a formula that no program has worked out yet.
    """

    text: str
    is_number: bool = False
    is_percent: bool = False
    is_uncounted: bool = False


EMPTY_CELL = SheetCell("")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as rows of cells; `is_hidden` as its file says."""

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file, and what was not read."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()


def workbook_to_plain(book: Workbook) -> dict[str, Any]:
    """A workbook as JSON can carry it; a cell that is text alone is its text."""
    return {
        "sheets": [
            {
                "name": sheet.name,
                "hidden": sheet.is_hidden,
                "rows": [[_to_plain(cell) for cell in row] for row in sheet.rows],
            }
            for sheet in book.sheets
        ],
        "notes": [[note.kind, note.count, note.message, list(note.texts)] for note in book.notes],
    }


def _to_plain(cell: SheetCell) -> Any:
    return list(cell) if any(cell[1:]) else cell.text


def workbook_from_plain(plain: dict[str, Any]) -> Workbook:
    """What `workbook_to_plain` wrote."""
    sheets = tuple(
        Sheet(
            sheet["name"],
            tuple(tuple(_from_plain(cell) for cell in row) for row in sheet["rows"]),
            sheet["hidden"],
        )
        for sheet in plain["sheets"]
    )
    notes = tuple(Note(kind, n, said, tuple(texts)) for kind, n, said, texts in plain["notes"])
    return Workbook(sheets, notes)


def _from_plain(cell: Any) -> SheetCell:
    if isinstance(cell, str):
        return SheetCell(cell) if cell else EMPTY_CELL
    return SheetCell(*cell)
