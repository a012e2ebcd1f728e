"""The heads of a pasted block: what each column says of an indicator, and in which unit.

Words of statistical tables: 完成 and 累计 head levels, 增长 and 增速 growth, 位次 ranks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from model.values.aspect import Aspect
from model.values.facet import BY_HEAD, Facet, HeadTurn
from model.values.units import known_units
from model.wording.fold import fold


class Role(StrEnum):
    """What a column of a block is."""

    NAME = "name"
    UNIT = "unit"
    VALUE = "value"
    ASIDE = "aside"
    UNKNOWN = "unknown"


class Head(NamedTuple):
    """A column of a block: its role, the facet of its values and their unit where it is told."""

    role: Role
    facet: Aspect | None = None
    unit: str = ""


def _values(turn: HeadTurn) -> tuple[tuple[str, Role, Aspect | None], ...]:
    """The heads of values whose turn it is, in the order of the table of facets."""
    return tuple(
        (facet.spec.heads, Role.VALUE, facet)
        for facet in BY_HEAD
        if facet.spec.heads and facet.spec.head_turn is turn
    )


_HEADS: tuple[tuple[str, Role, Aspect | None], ...] = (
    (r"^(?:计量|数量)?单位$", Role.UNIT, None),
    (r"报送单位|报数单位|责任单位|牵头|部门|备注|序号|来源|报告期", Role.ASIDE, None),
    *_values(HeadTurn.FIRST),
    (r"上期|上月|上季|较上", Role.ASIDE, None),
    *_values(HeadTurn.USUAL),
    (r"指标|名称|项目", Role.NAME, None),
    *_values(HeadTurn.LAST),
)
_UNIT = re.compile(r"\(([^()]{1,8})\)")


def head_of(text: str) -> Head:
    """What the head of a column says: `同比增长(%)`, `本月止累计（万元）`."""
    folded = fold("".join(text.split()))
    units = [unit for unit in _UNIT.findall(folded) if unit in known_units()]
    bare = _UNIT.sub("", folded) if units else folded
    for pattern, role, facet in _HEADS:
        if re.search(pattern, bare):
            return Head(role, facet, units[-1] if units else "")
    if units == ["%"]:
        return Head(Role.VALUE, Facet.YOY, "%")
    return Head(Role.UNKNOWN)


def heads_of(lines: Sequence[tuple[str, ...]], width: int) -> list[Head]:
    """The heads of all columns out of one or several lines above the values.

    A line with one cell is a title. A head over several columns stands in the first of them.
    """
    rows = [line for line in lines if sum(map(bool, line)) > 1]
    spread = [_spread(line) for line in rows[:-1]] + rows[-1:]
    return [head_of(" ".join(line[column] for line in spread)) for column in range(width)]


def _spread(line: tuple[str, ...]) -> tuple[str, ...]:
    made: list[str] = []
    for cell in line:
        made.append(cell or (made[-1] if made else ""))
    return tuple(made)
