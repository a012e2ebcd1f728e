"""Cells of a table, and the shares computed from them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from model.errors import ValueRefused
from model.report.section import Column, Row, TableBlock
from model.values.quantity import parse_quantity
from model.values.units import comparable, convert

_ONE_PLACE = Decimal("0.1")


def cell_of(block: TableBlock, row: Row, key: str) -> str | None:
    """The text of a cell by its column's key; None while blank."""
    for index, column in enumerate(block.columns):
        if column.key == key:
            return row.cells[index] if index < len(row.cells) else None
    return None


def computed_share(block: TableBlock, row: Row, column: Column) -> Decimal | None:
    """done ÷ plan of the row in %, to one decimal; None where a part is no number or 0."""
    if column.share_of is None:
        return None
    units = {one.key: one.unit for one in block.columns}
    done, plan = (cell_of(block, row, key) for key in column.share_of)
    if done is None or plan is None:
        return None
    try:
        of_done = parse_quantity(done, units[column.share_of[0]])
        of_plan = parse_quantity(plan, units[column.share_of[1]])
    except ValueRefused:
        return None
    if of_plan.value <= 0 or not comparable(of_done.unit, of_plan.unit):
        return None
    ratio = convert(of_done.value, of_done.unit, of_plan.unit) / of_plan.value
    return (ratio * 100).quantize(_ONE_PLACE, ROUND_HALF_UP)
