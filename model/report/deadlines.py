"""Deadlines (完成时限) that a clock can be asked about: 年底前 as words, 2026-Y as what they mean.

Words name no year mostly: they mean the next such day from the end of the text's period on. A text
of a whole year sets work for the year after it.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Annotated

from pydantic import AfterValidator

from model.errors import ValueRefused
from model.values.period import Period, is_period
from model.wording.fold import fold

_NUMERALS = "一二三四五六七八九十"
_YEAR = re.compile(r"(\d{4})(?=年)")
_DATE = re.compile(r"(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})日?")
_MONTH = re.compile(r"(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(上旬|初|中旬|中|下旬|底|末)?")
_QUARTER = re.compile(r"第?([一二三四1234])季度")
_NEXT_YEAR, _THIS_YEAR, _LAST_MONTH = ("明年", "次年"), ("今年", "本年", "当年"), 12
_WHOLE = re.compile(r"年[底末内]|全年|年度|[今本当明次]年前?$")
_MONTH_ENDS = re.compile(r"(?:^|[本当])月[底末]")
_THIRDS = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}


def last_day(deadline: str) -> datetime.date:
    """The last day of a deadline: a day, or the end of a period."""
    if is_period(deadline):
        return Period.parse(deadline).end
    return datetime.date.fromisoformat(deadline)


def _checked(deadline: str) -> str:
    try:
        last_day(deadline)
    except ValueError as error:
        raise ValueError("完成时限要写成报告期（2026-Y）或日期（2026-10-31）") from error
    return deadline


DeadlineCode = Annotated[str, AfterValidator(_checked)]
"""A day (`2026-10-31`) or a period (`2026-Y`), at whose end the work is to be done."""


def deadline_named(words: str, of: Period) -> str | None:
    """The deadline that words of a text of the period `of` mean; None where they name no day."""
    folded = "".join(fold(words).split())
    begins = of.end if of.last < _LAST_MONTH else datetime.date(of.year + 1, 1, 1)
    if is_period(folded):
        return folded
    year = _year_named(folded, of)
    rest = _YEAR.sub("", folded)
    try:
        dated = _DATE.search(folded)
        if dated:
            named = int(dated[1]) if dated[1] else year
            return _next(named, (int(dated[2]), int(dated[3])), begins)
        return _of_words(rest, year, begins)
    except ValueError:
        return None


def _year_named(words: str, of: Period) -> int | None:
    found = _YEAR.search(words)
    if found:
        return int(found[1])
    if any(name in words for name in _NEXT_YEAR):
        return of.year + 1
    return of.year if any(name in words for name in _THIS_YEAR) else None


def _of_words(words: str, year: int | None, begins: datetime.date) -> str | None:
    """Months, quarters, halves and years, told by their names."""
    month = _MONTH.search(words)
    if month:
        number = int(month[1]) if month[1].isdigit() else _numeral(month[1])
        third = _THIRDS.get(month[2] or "")
        if third:
            return _next(year, (number, third), begins)
        chosen = year or _year_of(number, begins)
        return f"{chosen}-M{number}" if 1 <= number <= _LAST_MONTH else None
    quarter = _QUARTER.search(words)
    if quarter:
        number = int(quarter[1]) if quarter[1].isdigit() else _numeral(quarter[1])
        return f"{year or _year_of(3 * number, begins)}-Q{number}"
    if "上半年" in words or "年中" in words:
        return f"{year or _year_of(6, begins)}-H1"
    if _MONTH_ENDS.search(words):
        return f"{begins.year}-M{begins.month}"
    if "下半年" in words or _WHOLE.search(words) or (year and not words.strip("年前之")):
        return f"{year or begins.year}-Y"
    return None


def _numeral(said: str) -> int:
    return sum(_NUMERALS.index(sign) + 1 for sign in said)


def _year_of(month: int, begins: datetime.date) -> int:
    """The year of the next such month from a day on."""
    return begins.year if month >= begins.month else begins.year + 1


def _next(year: int | None, day: tuple[int, int], begins: datetime.date) -> str:
    """A day of a year, or the next such day; raises `ValueError` where there is none."""
    found = datetime.date(year or begins.year, *day)
    if year is None and found < begins:
        found = datetime.date(begins.year + 1, *day)
    return found.isoformat()


def deadline_of_typed(typed: str, of: Period) -> str:
    """A deadline as it was typed, as a code; raises `ValueRefused`."""
    found = deadline_named(typed, of)
    if found is None:
        raise ValueRefused(
            f"看不出“{typed}”是哪一天。请写成2026年10月底前、年底前或2026-10-31；没有时限的留空。"
        )
    return found


def day_before_said(day: datetime.date) -> str:
    """`2026年底前`, `2026年10月底前`, `2026年10月15日前`."""
    if (day.month, day.day) == (12, 31):
        return f"{day.year}年底前"
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return f"{day.year}年{day.month}月底前"
    return f"{day.year}年{day.month}月{day.day}日前"
