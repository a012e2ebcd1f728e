"""What the head of a column, or the name of a row, says of the numbers under or beside it.

`1—6月（亿元）`, `上年同期`, `比上年增长（%）`, `占年度计划（%）`, `位次`: the facet, its base, the
period and the unit that prose would say in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.report.section import Column
from model.values.facet import Facet
from model.values.field_kind import FieldKind
from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.bases import LAST_YEAR, PLAN, PREVIOUS, YEAR_START
from model.wording.finding.dates import period_named
from model.wording.finding.times import Setting, Time
from model.wording.finding.units import unit_at
from model.wording.fold import fold

_BRACKETED: Final = pattern(r"\((?:单位:)?([^()]{1,8})\)")
_UNIT_SAID: Final = pattern(r"单位:([^\s、,/和]{1,6})\)?$")
_GROWTH: Final = pattern(
    r"增长|增速|增幅|增减|升降|涨跌|±|同比|环比|比上[年月期]|[比较](?:上年|去年|同期|年初)"
)
_AMOUNT: Final = pattern(r"增减?[量额数]|升降额")
_COMPARED: Final = pattern(r"[比较].*$")
_SHARE_OF_PLAN: Final = pattern(
    r"(?:占|完成|为)[^,]{0,8}(?:计划|目标|任务|预算)|完成率|完成进度|完成比例|进度"
)
_AIM: Final = pattern(r"计划|目标|任务|预算")
_RANK: Final = pattern(r"位次|排名|排位|名次")
_SHARE: Final = pattern(r"比重|占比|构成")
_EXPECTED: Final = pattern(r"预计|预测|预期")
_FORMER: Final = pattern(r"(?:上年|去年)(?:同期|同月)?|同期")
_NOW: Final = pattern(
    r"本[期年月季]|当[月季期]|累计|完成|绝对[量额数值]|总量|数[值额量]|实[绩际]|指标值|全年|[上下]半年|季度?|月|金额"
)
_MONTH_ONLY: Final = pattern(r"(?:本|当)月")
_QUARTER_ONLY: Final = pattern(r"(?:本|当)季")
_YEAR: Final = pattern(r"(20\d\d)年?")
_PERCENT: Final = frozenset("%‰")
_TITLED: Final = pattern(r"(?P<title>.*[^（）])（(?P<unit>[^（）]{1,8})）", re.DOTALL)
_CELL_NUMBER: Final = pattern(r"\s*[-—−–+]?\d[\d,]*(?:\.\d+)?\s*[%％‰]?\s*")
_NO_QUANTITY: Final = pattern(r"序号|编号|电话|年份|时间|日期|代码|学号|证号")
_EMPTY_CELLS: Final = frozenset(("", "-", "—", "——", "/", "–"))
_MOST_BEFORE = 2
"""How many rows of a head stand below its first."""


class Head(NamedTuple):
    """What a head says: `facet` None where it says nothing of numbers, `unit` '' for none, `at` the
    period where that is not the report's own."""

    facet: Facet | None
    unit: str = ""
    time: Time = Time.RESULT
    against: str = LAST_YEAR
    is_change: bool = False
    at: Period | None = None


def unit_in(title: str) -> str:
    """The unit that stands in brackets in a title (总投资（亿元）); '' for none."""
    found = (unit_alone(inside) for inside in _BRACKETED.findall(fold(title)))
    return next(filter(None, found), "")


def unit_above(line: str) -> str:
    """The one unit that the line above a table gives to all of it (单位：亿元); '' for none."""
    said = _UNIT_SAID.search(fold(line).strip())
    return unit_alone(said[1]) if said else ""


def unit_alone(words: str) -> str:
    """The unit that the folded words are, and nothing else; '' where they are none."""
    words = words.strip().removeprefix("±").removeprefix("+-")
    unit = unit_at(words, 0)
    return words if unit is not None and unit.start == 0 and unit.end == len(words) else ""


def without_unit(title: str) -> str:
    """The folded title without its unit in brackets, and without blanks."""
    bare = _BRACKETED.sub(lambda found: "" if unit_alone(found[1]) else found[0], fold(title))
    return re.sub(r"\s+", "", bare)


def head_of(title: str, setting: Setting) -> Head:
    """What a title says of the numbers under it."""
    words, unit = without_unit(title), unit_in(title)
    expected = _EXPECTED.search(words) is not None
    if _RANK.search(words):
        return Head(Facet.RANK)
    if _SHARE_OF_PLAN.search(words) and not _is_amount(unit):
        facet = Facet.FORECAST_PLAN_SHARE if expected else Facet.PLAN_SHARE
        return Head(facet, unit, Time.FORECAST if expected else Time.RESULT)
    if _GROWTH.search(words):
        return _growth(words, unit, setting, expected=expected)
    if _AIM.search(words):
        return Head(Facet.PLAN, unit, Time.PLAN, at=_year_aimed(words, setting))
    if _SHARE.search(words):
        return Head(Facet.SHARE, unit)
    if expected:
        return Head(Facet.FORECAST, unit, Time.FORECAST)
    if _FORMER.search(words):
        return Head(Facet.PRIOR, unit)
    return _level(words, unit, setting)


def _is_amount(unit: str) -> bool:
    return unit != "" and unit[0] not in _PERCENT


def _growth(words: str, unit: str, setting: Setting, *, expected: bool) -> Head:
    """Growth against last year or another base; in percentage points, or in the quantity itself."""
    base = PREVIOUS if re.search(r"环比|比上[月季期]", words) else LAST_YEAR
    base = YEAR_START if re.search(r"[比较]年初", words) else PLAN if _AIM.search(words) else base
    time = Time.FORECAST if expected else Time.RESULT
    if "百分点" in unit or "百分点" in words:
        return Head(Facet.POINTS, unit or "个百分点", time, base)
    if _is_amount(unit) or (_AMOUNT.search(words) and unit == ""):
        return Head(Facet.CHANGE, unit, time, base, is_change=True)
    level = _level(_COMPARED.sub("", words), unit, setting)
    if level.facet is Facet.PRIOR or level.time is Time.HISTORY:
        return Head(Facet.YOY, unit, Time.HISTORY, base, at=level.at)
    return Head(Facet.FORECAST_YOY if expected else Facet.YOY, unit, time, base, at=level.at)


def _level(words: str, unit: str, setting: Setting) -> Head:
    """A value of the report's own period, or of the one that the title names."""
    own = setting.period
    named = _period_in(words, setting)
    if named is None or own is None or named == own:
        said = _NOW.search(words) or named or unit or words == ""
        return Head(Facet.ACTUAL if said else None, unit)
    if (named.year, named.first, named.last) == (own.year - 1, own.first, own.last):
        return Head(Facet.PRIOR, unit)
    if named.end > own.end:
        return Head(Facet.PLAN, unit, Time.PLAN, at=named)
    inside = named.year == own.year and named.end == own.end
    return Head(Facet.ACTUAL, unit, Time.RESULT if inside else Time.HISTORY, at=named)


def _period_in(words: str, setting: Setting) -> Period | None:
    own = setting.period
    if own is not None and _MONTH_ONLY.search(words):
        return Period(own.year, own.last, own.last)
    if own is not None and _QUARTER_ONLY.search(words):
        first = (own.last - 1) // 3 * 3 + 1
        return Period(own.year, first, first + 2)
    year = _YEAR.search(words)
    named = period_named(words, int(year[1]) if year else setting.year or 0) if words else None
    if named is None and year:
        return Period(int(year[1]), 1, 12)
    return named


def _year_aimed(words: str, setting: Setting) -> Period | None:
    """The year that a goal is set for: the one that is named, else the report's."""
    year = _YEAR.search(words)
    if year:
        return Period(int(year[1]), 1, 12)
    return setting.period.whole_year() if setting.period else None


def column_of(key: str, title: str, cells: Sequence[str]) -> Column:
    """A column of a table that was taken in: one of numbers is carried as numbers, which are to be
    looked at, and its unit is that of its head. Its words come out as they were written."""
    if not _holds_numbers(title, cells):
        return Column(key=key, title=title)
    named = _TITLED.fullmatch(title)
    unit = named["unit"] if named and unit_alone(fold(named["unit"])) else ""
    if named is None or not unit or any(cell.endswith(unit) for cell in cells):
        return Column(key=key, title=title, kind=FieldKind.DECIMAL)
    return Column(key=key, title=named["title"], unit=unit, kind=FieldKind.DECIMAL)


def _holds_numbers(title: str, cells: Sequence[str]) -> bool:
    """Whether all cells below those of the head are numbers, and no names or places in a row."""
    first = next((nth for nth, cell in enumerate(cells) if _CELL_NUMBER.fullmatch(cell)), None)
    if first is None or _NO_QUANTITY.search(title) or first > _MOST_BEFORE:
        return False
    told = [cell.strip() for cell in cells[first:] if cell.strip() not in _EMPTY_CELLS]
    counted = [str(number) for number in range(1, len(told) + 1)]
    return all(map(_CELL_NUMBER.fullmatch, told)) and (told != counted or len(told) == 1)
