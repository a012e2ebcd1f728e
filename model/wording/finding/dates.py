"""Dates and periods as they are written in running text.

A `PeriodMention` names a time that the next report names anew (1—5月份, 截至6月14日, 今年上半年).
A length of time (近三年, 3个月) or a time of day names none; both kinds keep their numerals from
being taken for figures.
"""

from __future__ import annotations

from typing import NamedTuple

from model.errors import ValueRefused
from model.values.patterns import pattern
from model.values.period import Period
from model.wording.fold import fold

_N = r"(?:\d{1,2}|[Xx*□]{1,2})"
_YEAR_NUMBER = r"(?:(?:19|20)[\dXx*]{2}|[Xx*□]{1,4})"
_YEAR = (
    rf"(?:{_YEAR_NUMBER}(?:\s?[-/]\s?{_YEAR_NUMBER})?|[一二][〇○零一二三四五六七八九]{{3}})"
    r"\s?(?:学年|年度?)"
)
_DAY = rf"{_N}[日号]"
_MONTH = (
    rf"(?:(?:{_N}月?份?\s?-+\s?|{_N}月?份?[至到]){_N}月份?|{_N}月份?|[一二三四五六七八九十]{{1,2}}月份?)"
    rf"(?:{_DAY}|[底末初]|[上中下]旬)?"
)
_QUARTER = r"(?:前[一二三123]|第?[一二三四1234])个?季度(?:末|当季)?"
_NAMED = (
    r"(?:今|去|上|本|明|当|(?<!以)前|全|近|往)年(?:以来|度|底|末|初|内)?|年(?:初以来|初|底|末|内|中(?![国央心小]))|[上下]半年|上年度|[本上当]月|"
    r"本季度?|当季|月[底末初]"
)
_PART = rf"(?:{_YEAR}|{_QUARTER}|{_MONTH}|(?<![岁百千万]){_NAMED})"
_PERIOD = pattern(
    rf"(?:截[至止]到?)?{_PART}(?:\s?{_PART}|[底末初]前?(?![级期])|以来|同期|{_DAY})*(?:[-至]+(?:{_PART}|{_DAY}))*(?:前(?![移进]))?(?:以来)?"
)
_LENGTH = pattern(
    r"[近前后未来连续过去]?(?:\d{1,3}|[Xx*□]{1,2})(?:-\d{1,2})?余?(?:多?个月|周年|年(?!度)|年代|日内|天内)"
)
_CLOCK = pattern(r"(?<=[日午晚晨天])\s?\d{1,2}(?:[时点](?:\d{1,2}分)?|:\d{2})")

_MONTHS = pattern(r"(?:(\d{4})年)?(?:1|一)[—–－\-~～至到]+(\d{1,2})月份?")
_SINGLE = pattern(r"(?:(\d{4})年|今年|本年)?(\d{1,2})月份?(?![\d底末初上中下])")
_SPAN = pattern(r"(?:(\d{4})年|今年|本年)?(上半年|前三季度|[一二三四]季度|全年)")
_QUARTERS = "一二三四"


class PeriodMention(NamedTuple):
    """A date or period named in the text, with its span."""

    start: int
    end: int
    text: str


def find_periods(text: str) -> tuple[PeriodMention, ...]:
    """All dates and periods that `text` names, in order, as long as they are written together."""
    return tuple(
        PeriodMention(start, end, text[start:end]) for start, end in period_spans(fold(text))
    )


def period_spans(folded: str) -> list[tuple[int, int]]:
    """Spans of the periods named in folded text."""
    return [found.span() for found in _PERIOD.finditer(folded)]


def other_times(folded: str) -> list[tuple[int, int]]:
    """Spans of lengths of time and times of day in folded text: no periods, and no figures."""
    return [found.span() for rule in (_LENGTH, _CLOCK) for found in rule.finditer(folded)]


def period_named(words: str, year: int) -> Period | None:
    """A period told in words, of `year` where it names none; None for a day, the end of a month
    or a bare year."""
    try:
        months = _MONTHS.search(words)
        if months:
            return Period(int(months[1] or year), 1, int(months[2]))
        named = _SPAN.search(words)
        if named is None:
            single = _SINGLE.fullmatch(words)
            return Period(int(single[1] or year), *(int(single[2]),) * 2) if single else None
        of_year = int(named[1] or year)
    except ValueRefused:
        return None
    if named[2].endswith("季度") and named[2][0] in _QUARTERS:
        first = 3 * _QUARTERS.index(named[2][0]) + 1
        return Period(of_year, first, first + 2)
    return Period(of_year, 1, {"上半年": 6, "前三季度": 9, "全年": 12}[named[2]])
