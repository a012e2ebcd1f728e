"""The heads of a pasted block: what each column says of an indicator, and in which unit.

Words of statistical tables: 完成 and 累计 head levels, 增长 and 增速 growth, 位次 ranks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from model.values.against import Base
from model.values.aspect import Aspect, aspect
from model.values.facet import BY_HEAD, Facet, HeadTurn
from model.values.period import Period
from model.values.units import known_units
from model.wording.finding.dates import find_periods, period_named
from model.wording.fold import fold


class Role(StrEnum):
    """What a column of a block is."""

    NAME = "name"
    UNIT = "unit"
    VALUE = "value"
    ASIDE = "aside"
    UNKNOWN = "unknown"


class Head(NamedTuple):
    """A column of a block: its role, the facet of its values and their unit where it is told.

    `since` are the months of the period it is compared with (比1—4月), of the year of its row.
    """

    role: Role
    facet: Aspect | None = None
    unit: str = ""
    since: tuple[int, int] | None = None

    def aspect_of(self, period: Period) -> Aspect | None:
        """The facet of a row that is of `period`."""
        if self.since is None or self.facet is None:
            return self.facet
        return aspect(self.facet.facet, Period(period.year, *self.since))


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


_OTHERS = {
    **dict.fromkeys(("年初", "上年末", "上年底", "去年末"), Base.YEAR_START),
    **dict.fromkeys(("全市", "全州", "全盟"), Base.CITY),
    "全省": Base.PROVINCE,
    **dict.fromkeys(("年度计划", "年度目标", "年初目标", "目标", "计划"), Base.PLAN),
}
_COMPARED = re.compile(
    r"^(?:(?P<ring>环比)|(?P<base>同口径)|(?:比|较|与|高于|低于|超)"
    rf"(?:(?P<other>{'|'.join(sorted(_OTHERS, key=len, reverse=True))})"
    r"|(?P<before>上期|上月|上季度?)|1-(?P<month>\d{1,2})月份?|(?P<single>\d{1,2})月份?"
    r"|(?P<quarter>[一二三四])季度|(?P<half>上半年|前三季度)))(?P<rest>.*)$"
)
_CHANGES = re.compile(r"±|增|减|升|降|高|低|百分点|%|差")


def _compared(folded: str, units: list[str]) -> Head | None:
    """A head that names what its column is compared with: 比1—4月±百分点, 比全市±, 较年初增减.

    None where it is none, or names no change.
    """
    found = _COMPARED.match(folded)
    if found is None or not (_CHANGES.search(found["rest"]) or found["ring"] or found["base"]):
        return None
    unit = units[-1] if units else ""
    facet = _changed_facet(found, unit)
    base = _base_named(found)
    if isinstance(base, tuple):
        return Head(Role.VALUE, facet, unit, base)
    return Head(Role.VALUE, aspect(facet, base), unit)


def _changed_facet(found: re.Match[str], unit: str) -> Facet:
    """Growth in %, an amount since the year's start, else 个百分点."""
    if "百分点" in found["rest"] or unit == "个百分点":
        return Facet.POINTS
    if found["ring"] or found["base"]:
        return Facet.YOY
    base = _base_named(found)
    if base in (Base.CITY, Base.PROVINCE, Base.PLAN):
        return Facet.POINTS
    if "%" in found["rest"] or unit == "%":
        return Facet.YOY
    return Facet.CHANGE if unit or base is Base.YEAR_START else Facet.POINTS


def _base_named(found: re.Match[str]) -> Base | tuple[int, int]:
    """The base that a head names, or the months of the period."""
    if found["month"] or found["single"]:
        last = min(12, int(found["month"] or found["single"]) or 1)
        return (1, last) if found["month"] else (last, last)
    if found["quarter"]:
        last = 3 * ("一二三四".index(found["quarter"]) + 1)
        return last - 2, last
    if found["half"]:
        return 1, 6 if found["half"] == "上半年" else 9
    if found["base"]:
        return Base.COMPARABLE
    return _OTHERS[found["other"]] if found["other"] else Base.PREVIOUS


def head_of(text: str) -> Head:
    """What the head of a column says: `同比增长(%)`, `本月止累计（万元）`."""
    folded = fold("".join(text.split()))
    units = [unit for unit in _UNIT.findall(folded) if unit in known_units()]
    bare = _UNIT.sub("", folded) if units else folded
    compared = _compared(bare, units)
    if compared is not None:
        return compared
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


def period_of(lines: Sequence[tuple[str, ...]], column: int, year: int) -> Period | None:
    """The period that the head of a column names, else the title above; of `year` where it names
    none. None where there is none, or several."""
    rows = [line for line in lines if sum(map(bool, line)) > 1]
    head = " ".join(_spread(line)[column] for line in rows)
    titles = " ".join(" ".join(line) for line in lines if sum(map(bool, line)) == 1)
    for text in (head, titles):
        named = {period_named(found.text, year) for found in find_periods(text)} - {None}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _spread(line: tuple[str, ...]) -> tuple[str, ...]:
    made: list[str] = []
    for cell in line:
        made.append(cell or (made[-1] if made else ""))
    return tuple(made)
