"""COLUMNS: as wide together as the type area, and where there is room no cell breaks its line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from model.document import Table
from model.typesetting.title import seams, width

CELL_MARGIN = 85
"""Left and right of the text in a cell, in twips."""
_STRETCH = 1.6
"""How many times wider a column may become; one that needs more holds prose and may wrap."""

_SHORT = 3
"""A title of so many characters stays in one line."""


def column_widths(table: Table, total: int, character: int) -> list[int]:
    """Widths in twips that add up to `total`; `character` is the width of one in a cell.

    The table's own widths, scaled; then columns with room to spare give it to those whose cells
    would break, those that lack least first.
    """
    widths = scaled(table.widths, total)
    lacks = [need - have for need, have in zip(_needs(table, character), widths, strict=True)]
    spare = [max(-lack, 0) for lack in lacks]
    left = sum(spare)
    for column in sorted(range(len(widths)), key=lacks.__getitem__):
        lack = lacks[column]
        if 0 < lack <= min(left, (_STRETCH - 1) * widths[column]):
            widths[column] += lack
            left -= lack
    if left < sum(spare):
        given = scaled(spare, sum(spare) - left)
        widths = [have - less for have, less in zip(widths, given, strict=True)]
    return widths


def scaled(parts: Sequence[int], total: int) -> list[int]:
    """Whole numbers in proportion to `parts` that add up to `total` exactly."""
    whole = sum(parts)
    edges = [round(total * sum(parts[:count]) / whole) for count in range(len(parts) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _needs(table: Table, character: int) -> list[int]:
    """What each column needs for its longest cell in one line and its title in two.

    A short title (序号, 状态) is not broken either.
    """
    needs = []
    for column, title in enumerate(table.titles):
        longest = max((_width(row[column].text) for row in table.rows), default=0.0)
        head = _width(title)
        needs.append(max(longest, head if head <= _SHORT else head / 2 + 0.5))
    return [round(need * character) + 2 * CELL_MARGIN + character // 4 for need in needs]


def _width(text: str) -> float:
    return width(text) + 0.25 * seams(text)
