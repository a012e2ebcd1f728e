"""COLUMNS: as wide together as the type area, and nothing breaks that a typist keeps whole.

A column has three needs. Its *least* holds the longest number and the longest word of Latin
letters: below it a number is torn in two. Its *firm* need also holds a short title (序号, 状态) and
short words (正常推进) in one line, and the halves of a longer title. Its *wish* is the longest cell
in one line. Needs are met in this order, for all columns those that lack least first; room is
taken from columns that have more than that need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from model.document import Table
from model.typesetting.title import seams

CELL_MARGIN = 85
"""Left and right of the text in a cell, in twips."""
_LONGEST = 24.0
"""Cells of more characters are prose, for which no column is made wider."""
_SHORT_TITLE, _SHORT_WORD, _NAME, _PROSE, _SYLLABLES = 4.5, 7.0, 6.0, 4.0, 3.0
"""In characters: a title and a word that stay whole, what a longer name or prose needs in a line,
and what a title does."""

_UNBROKEN = re.compile(r"[（“《]?[!-~−]+[，。、；：％）”》]?|.")
_BEFORE_BRACKET = re.compile(r"(?<=.)(?=[（(])")
_AFTER_YEAR = re.compile(r"(?<=\d年)(?=[上下前第一二三四\d])")
_LATIN = {**dict.fromkeys("%@&mwMW", 0.9), **dict.fromkeys("ABCDEFGHIJKLNOPQRSTUVXYZ", 0.75)}
"""Wide ones; all others take half a character at most in the fonts of the standard."""
_NARROW = 0.5


class Needs(NamedTuple):
    """What a column needs, in twips, each at least the one before; prose wishes nothing (0)."""

    least: int
    firm: int
    wish: int


def column_widths(table: Table, total: int, character: int) -> list[int]:
    """Widths in twips that add up to `total`; `character` is the width of one in a cell.

    The table's own widths, scaled, changed no more than the needs of the columns ask for.
    """
    widths = scaled(table.widths, total)
    needs = needs_of(table, character)
    least, firm, wish = (list(each) for each in zip(*needs, strict=True))
    if sum(least) >= total:
        return scaled(least, total)
    widths = _raised(widths, least, least)
    widths = _raised(widths, firm, firm)
    keep = [max(pair) for pair in zip(widths, firm, strict=True)]
    spare = [want or have for want, have in zip(wish, keep, strict=True)]
    return _raised(widths, wish, spare, in_part=True)


def needs_of(table: Table, character: int) -> list[Needs]:
    """The needs of every column, its cell margins included."""
    needs = []
    for column, title in enumerate(table.titles):
        texts = [row[column].text for row in table.rows if column < len(row)]
        cells = [_cell_needs(text) for text in texts] or [(0.0, 0.0, 0.0)]
        least, firm, wish = (max(each) for each in zip(*cells, strict=True))
        title_least, title_firm = _title_needs(title)
        least, firm = max(least, title_least), max(firm, title_firm)
        firm = max(firm, least)
        in_twips = [_twips(each, character) for each in (least, firm, max(firm, wish))]
        needs.append(Needs(in_twips[0], in_twips[1], in_twips[2] if wish <= _LONGEST else 0))
    return needs


def scaled(parts: Sequence[int], total: int) -> list[int]:
    """Whole numbers in proportion to `parts` that add up to `total` exactly."""
    whole = sum(parts)
    edges = [round(total * sum(parts[:count]) / whole) for count in range(len(parts) + 1)]
    return [right - left for left, right in pairwise(edges)]


def text_width(text: str) -> float:
    """Width in characters of what stands in a cell, rather more than less."""
    signs = sum(_LATIN.get(sign, _NARROW) if sign < "\x7f" else 1.0 for sign in text)
    return signs + 0.25 * seams(text)


def before_brackets(title: str) -> list[str]:
    """A title in the pieces that may stand under each other: 总投资 and （亿元）."""
    return _BEFORE_BRACKET.split(title)


def after_year(piece: str) -> list[str]:
    """A period in the pieces that may stand under each other: 2026年 and 上半年."""
    return _AFTER_YEAR.split(piece)


def room_of(width: int, character: int) -> float:
    """How many characters a column of so many twips has room for."""
    return (width - 2 * CELL_MARGIN) / character


def _raised(
    widths: list[int], wanted: Sequence[int], kept: Sequence[int], *, in_part: bool = False
) -> list[int]:
    """Widths raised to what is wanted, from those that have more than what is kept for them.

    `in_part`: what is left goes to columns that it is not enough for, too.
    """
    spare = [max(have - keep, 0) for have, keep in zip(widths, kept, strict=True)]
    left = sum(spare)
    lacks = [want - have for want, have in zip(wanted, widths, strict=True)]
    raised = list(widths)
    for column in sorted(range(len(widths)), key=lacks.__getitem__):
        if lacks[column] > 0 and left and (in_part or lacks[column] <= left):
            given = min(lacks[column], left)
            raised[column] += given
            left -= given
    if left == sum(spare):
        return raised
    taken = scaled(spare, sum(spare) - left)
    return [have - less for have, less in zip(raised, taken, strict=True)]


@lru_cache(maxsize=4096)
def _cell_needs(text: str) -> tuple[float, float, float]:
    """Least, firm and wish of a cell, in characters."""
    whole = text_width(text)
    unbroken = max(map(text_width, _UNBROKEN.findall(text)), default=0.0)
    least = max(unbroken, min(whole, _PROSE))
    return least, max(least, whole if whole <= _SHORT_WORD else _NAME), whole


@lru_cache(maxsize=1024)
def _title_needs(title: str) -> tuple[float, float]:
    """Least and firm of a title, which may break before a bracket and once in each piece."""
    whole = text_width(title)
    unbroken = max(map(text_width, _UNBROKEN.findall(title)), default=0.0)
    least = max(unbroken, min(whole, _SYLLABLES))
    if whole <= _SHORT_TITLE:
        return least, whole
    pieces = [piece for half in before_brackets(title) for piece in after_year(half)]
    widths = map(text_width, pieces)
    return least, max(least, *(each if each <= _SHORT_TITLE else each / 2 + 0.5 for each in widths))


def _twips(characters: float, character: int) -> int:
    return round(characters * character) + 2 * CELL_MARGIN + character // 4
