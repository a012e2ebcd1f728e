"""CHARTS: how high, in which inks, on which scales; for the Word file and the preview alike.

Grey bars, one accent for the first line, every value said beside its mark: what is printed in black
reads as well. The axes of values are not shown, so both programs take the scales from here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from model.document import Chart, Drawn, Mark
from model.typesetting.house_style import HouseStyle, Look

_LINES = 9
_SIZE = 10.5
_BARS = ("7F7F7F", "BFBFBF", "404040", "D9D9D9")
_LINE_INKS = ("C00000", "000000", "595959", "7F7F7F")
_AIR = Decimal("0.15")
_BESIDE_LINE = Decimal("0.9")
"""Bars end where a line above them begins, so that their values do not meet."""
_MOST_DECIMALS = 4
INK = "262626"
"""Of all words."""
BAR_EDGE = "404040"


class Inks(NamedTuple):
    """How a row is drawn: its colour, and every other line dashed, with its values below it."""

    colour: str
    is_dashed: bool


class Scale(NamedTuple):
    """The lowest and the highest value that an axis has room for."""

    low: Decimal
    high: Decimal


def chart_height(style: HouseStyle) -> int:
    """In twips: whole lines, so that what follows stands on the grid."""
    return _LINES * style.pitch


def chart_look(style: HouseStyle) -> Look:
    """The look of the words in a chart."""
    return style.looks.caption.model_copy(update={"size_pt": _SIZE, "bold": False})


def inks_of(chart: Chart) -> tuple[Inks, ...]:
    """How each row of a chart is drawn; lines beside one another differ in dash as well."""
    bars = lines = 0
    found = []
    for row in chart.drawn:
        if row.mark is Mark.BARS:
            found.append(Inks(_BARS[bars % len(_BARS)], False))
            bars += 1
        else:
            found.append(Inks(_LINE_INKS[lines % len(_LINE_INKS)], bool(lines % 2)))
            lines += 1
    return tuple(found)


def scale_of(chart: Chart, *, second: bool) -> Scale:
    """The scale of one of the two axes."""
    rows = [row for row in chart.drawn if row.second is second]
    known = [value for row in rows for value in row.values if value is not None]
    if not known:
        return Scale(Decimal(0), Decimal(1))
    low, high = min(known), max(known)
    has_bars = any(row.mark is Mark.BARS for row in rows)
    if has_bars:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    span = (high - low) or abs(high) or Decimal(1)
    is_combined = any(row.second for row in chart.drawn)
    over = under = span * _AIR
    if is_combined and not second:
        over = span * _BESIDE_LINE
    if is_combined and second:
        under = span * (2 if not any(row.ranks for row in rows) else _AIR)
        if any(row.ranks for row in rows):
            over = span * 2
    if has_bars and low == 0:
        under = Decimal(0)
    return Scale(low - under, high + over)


def decimals_of(row: Drawn) -> int:
    """How many decimals the values of a row are said with."""
    found = (max(-int(value.as_tuple().exponent), 0) for value in row.values if value is not None)
    return min(max(found, default=0), _MOST_DECIMALS)


def label_of(row: Drawn, value: Decimal) -> str:
    """A value as it stands beside its mark: 5.40, 第3位."""
    said = f"{value:.{decimals_of(row)}f}"
    return f"第{said}位" if row.ranks else said
