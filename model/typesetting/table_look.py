"""TABLES: how one is set, for the Word file and the preview: sizes, columns, titles, alignment.

A table whose short words or titles would break takes smaller characters first. Its heads break
before a bracket, else by meaning. Numbers stand flush right, 序号 and short words in the middle,
and — as the other cells of its column.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from model.document import Cell, Table
from model.typesetting.columns import (
    after_year,
    before_brackets,
    column_widths,
    needs_of,
    room_of,
    text_width,
)
from model.typesetting.house_style import Alignment, HouseStyle, Look
from model.typesetting.title import line_breaks

NUMBERED = "_number"
"""The key of the column 序号, which no column of a block can have."""
_NUMBER_TITLE = "序号"
_NOTHING = "—"
_FIGURE = re.compile(r"[+−-]?\d[\d,]*(?:\.\d+)?[%％]?(?:（预计）)?|—")
"""What a cell of text says where the whole column is numbers."""
_SHORT, _SHORT_NAME = 7.0, 4.0
"""Words of so many characters stand in the middle of their column; in the first, names do."""


class TableLook(NamedTuple):
    """How a table is set. `step` counts how often its characters were made smaller; a `wide` one
    stands on a page that is turned."""

    wide: bool
    step: int
    head: Look
    cell: Look
    widths: tuple[int, ...]
    titles: tuple[str, ...]
    aligns: tuple[Alignment, ...]


@lru_cache(maxsize=16)
def cell_looks(style: HouseStyle) -> tuple[tuple[Look, Look], ...]:
    """Head and cell as the house style has them, then in its smaller sizes."""
    head, cell = style.looks.table_head, style.looks.table_cell
    smaller = [size for size in style.small_cells_pt if size < cell.size_pt]
    return ((head, cell), *((_sized(head, size), _sized(cell, size)) for size in smaller))


def table_look(table: Table, style: HouseStyle) -> TableLook:
    """How a table is set in a house style."""
    looks = cell_looks(style)
    total = style.text_width
    step, fits = _step(table, total, looks)
    wide = not fits
    if wide:
        total = style.text_height
        step, _ = _step(table, total, looks)
    head, cell = looks[step]
    widths = column_widths(table, total, round(cell.size_pt * 20))
    titles = tuple(
        _broken(title, room_of(width, round(head.size_pt * 20)))
        for title, width in zip(table.titles, widths, strict=True)
    )
    return TableLook(wide, step, head, cell, tuple(widths), titles, _alignments(table))


def _step(table: Table, total: int, looks: tuple[tuple[Look, Look], ...]) -> tuple[int, bool]:
    """The first size in which nothing breaks that should not, else the smallest; and whether in
    that at least no number is torn."""
    least = 0
    for step, (_, cell) in enumerate(looks):
        if table.small and step == 0 and len(looks) > 1:
            continue
        needs = needs_of(table, round(cell.size_pt * 20))
        if sum(need.firm for need in needs) <= total:
            return step, True
        least = sum(need.least for need in needs)
    return len(looks) - 1, least <= total


def _sized(look: Look, size: float) -> Look:
    pitch = look.pitch_pt and round(look.pitch_pt * size / look.size_pt * 2) / 2
    return look.model_copy(update={"size_pt": size, "pitch_pt": pitch})


def _broken(title: str, room: float) -> str:
    """A title with line feeds: before a bracket, and inside a piece only where it must."""
    if text_width(title) <= room:
        return title
    return "\n".join(_in_lines(piece, room) for piece in before_brackets(title))


def _in_lines(piece: str, room: float) -> str:
    """A piece broken after its year, else by meaning, if it has no room in one line."""
    if text_width(piece) <= room or piece[0] in "（(":
        return piece
    parts = after_year(piece)
    if len(parts) > 1:
        return "\n".join(_in_lines(part, room) for part in parts)
    breaks = line_breaks(piece, int(room)) if room >= 2 else ()
    return "\n".join(piece[start:end] for start, end in pairwise((0, *breaks, len(piece))))


def _alignments(table: Table) -> tuple[Alignment, ...]:
    """The alignment of every column's cells."""
    aligns: list[Alignment] = []
    named = False
    for column in range(len(table.titles)):
        key = table.keys[column] if column < len(table.keys) else ""
        cells = [row[column] for row in table.rows if column < len(row)]
        counts = key == NUMBERED or table.titles[column] == _NUMBER_TITLE
        align = Alignment.CENTER if counts else _alignment(cells, first=not named)
        named = named or (not counts and align is not Alignment.RIGHT)
        aligns.append(align)
    return tuple(aligns)


def _alignment(cells: list[Cell], *, first: bool) -> Alignment:
    said = [cell for cell in cells if cell.text != _NOTHING] or cells
    if 2 * sum(cell.numeric for cell in said) > len(said):
        return Alignment.RIGHT
    if not first and all(_FIGURE.fullmatch(cell.text) for cell in said):
        return Alignment.RIGHT
    longest = max((text_width(cell.text) for cell in said), default=0.0)
    short = longest <= (_SHORT_NAME if first else _SHORT)
    return Alignment.CENTER if short else Alignment.LEFT
