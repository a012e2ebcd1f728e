"""Of which time a figure speaks, and what a text says of its own time.

A `Setting` is what one must know from outside a paragraph: whether its part speaks of what is to be
done or of years gone by, the period of the report, and whose report it is. All texts are folded.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from model.values.patterns import pattern
from model.values.period import Period

_SEVERAL_YEARS = pattern(
    r"(?:过去|这|近|前|上一?个?)[二两三四五六七八九十\d]个?年|[二两三四五六七八九十\d]年(?:来|间|累计|中)|“?十[一二三四五]五”?(?:时期|期间|以来)|"
    r"本届政府|任期内|近年来|多年来|[二两三四五]年(?:年均|平均)"
)
_OF_NOW = pattern(
    r"今年|本年|(?<![较比由从到至])20\d\d年|[上下]半年|季度|一年来|\d月|全年|去年|(?<![较比])上年|当前|目前"
)
_YEAR = pattern(r"(?<![较比由从是与于自])(20\d\d)年(?!以?来|以?前|底?前|的\d|可比价|不变价|价格)")
_PART_OF_YEAR = pattern(r"(?:^|[，,;:。])(?:今年|我县|我市|全县|全市)?(下半年|[二三四]季度)")
_FIRST_MONTHS = {"下半年": 7, "二季度": 4, "三季度": 7, "四季度": 10}
_NEXT_YEAR = pattern(r"明年|来年|下一?年度")


class Time(StrEnum):
    """Of which time a figure speaks: what was reached, what is expected, what is aimed at, and
    what was before or came together over years."""

    RESULT = "result"
    FORECAST = "forecast"
    PLAN = "plan"
    HISTORY = "history"


class Setting(NamedTuple):
    """What is known of a paragraph from outside: `planning`, its part speaks of what is to be
    done; `history`, of several years; the report's period, and the last sign of its place (县)."""

    planning: bool = False
    history: bool = False
    period: Period | None = None
    place: str = ""

    @property
    def year(self) -> int | None:
        """The report's own year."""
        return self.period.year if self.period else None


def years_told(before: str) -> list[int]:
    """The years that the words before a figure name as its own, not as what it is compared with."""
    return [int(year) for year in _YEAR.findall(before.rsplit(";", 1)[-1])]


def is_later(before: str, period: Period | None) -> bool:
    """Whether a sentence so far speaks of a time after the report's period."""
    if _NEXT_YEAR.search(before):
        return True
    if period is None:
        return False
    told = years_told(before)
    if told:
        return told[-1] > period.year
    later = _PART_OF_YEAR.search(before)
    return later is not None and _FIRST_MONTHS[later[1]] > period.last


def spans_years(words: str, *, history: bool = False) -> bool:
    """Whether words speak of several years together; `history` says that their paragraph does.

    A time of its own named later in them (2025年，…) counts more.
    """
    ends = [found.end() for found in _SEVERAL_YEARS.finditer(words)]
    if not ends:
        return history and _OF_NOW.search(words) is None
    return _OF_NOW.search(words, ends[-1]) is None


def opens_history(paragraph: str) -> bool:
    """Whether a paragraph opens with several years together (过去五年，…)."""
    return _SEVERAL_YEARS.search(paragraph[:24]) is not None
