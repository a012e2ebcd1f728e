"""What a change is against, in words: 同比 and 上年同期, 较1—4月 and 1—4月, 高于 and 全市平均."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from model.values.against import Base
from model.values.aspect import Aspect
from model.values.facet import ComparedWith, Facet, FacetGroup
from model.values.growth import Flow, Target
from model.values.period import Basis, Period
from model.wording.saying.words import IndicatorWords, Wording

_LAST_YEAR = ComparedWith.LAST_YEAR.base
_YEARS = ("上年", "去年", "上年同期", "去年同期")


class Than(NamedTuple):
    """A base in words: `before` stands before a change, `name` behind 与, 高于 and 低于.

    `is_gap`: others are told of by how much one is above or below them (高于全市平均).
    """

    before: str = ""
    name: str = _LAST_YEAR
    is_gap: bool = False
    is_last_year: bool = False


def text_than(base: str) -> Than:
    """What a text measures growth against: 同比 → 上年同期, 比上年 → 上年, 较年初 → 年初."""
    named = next((one.base for one in ComparedWith if base and one.adverb == base), "")
    if not named and base[:1] in ("比", "较", "与"):
        named = base[1:].removesuffix("相比")
    return Than(base, named or _LAST_YEAR, is_last_year=True)


def last_year_name(base: str) -> str:
    """The year before as a text calls it that measures growth against `base`."""
    name = text_than(base).name
    return name if name in _YEARS else _LAST_YEAR


def than_of(words: IndicatorWords, aspect: Aspect, wording: Wording) -> Than:
    """What an aspect of an indicator is against, in the words of the text."""
    if aspect.facet is Facet.YEARLY:
        return Than(yearly_words(aspect, wording.own))
    match aspect.against:
        case None:
            return text_than(wording.base_of(aspect))
        case Period() as period if wording.own is None or period != wording.own.previous():
            name = period_name(words, period, wording.own)
            return Than(f"较{name}", name)
        case Base.PREVIOUS | Period():
            return _previous(words, aspect, wording.own)
        case Base.YEAR_START:
            return Than("较年初", "年初")
        case Base.CITY:
            return Than("", f"{wording.city}平均", is_gap=True)
        case Base.PROVINCE:
            return Than("", "全省平均", is_gap=True)
        case Base.PLAN:
            return Than("", goal_name(words, aspect, wording.plan_words), is_gap=True)
        case Base.COMPARABLE:
            return Than("同口径", "上年同期同口径")
        case other:
            assert_never(other)


def points_than(words: IndicatorWords, aspect: Aspect, wording: Wording) -> Than:
    """What points are against: a rate's own base, of a growth rate last year by its name."""
    if aspect.against is None and not words.changes_by_points:
        return Than("", last_year_name(wording.base), is_last_year=True)
    return than_of(words, aspect, wording)


def _previous(words: IndicatorWords, aspect: Aspect, own: Period | None) -> Than:
    """The period before: 环比 of a month's or a quarter's amount, else by its name."""
    if own is None:
        return Than("较上期", "上期")
    name = period_name(words, own.previous(), own)
    of_one_span = own.basis is not Basis.CUMULATIVE and words.flow is Flow.FLOW
    if of_one_span and aspect.group in (FacetGroup.GROWTH, FacetGroup.CHANGE):
        return Than("环比", name)
    return Than(f"较{name}", name)


def period_name(words: IndicatorWords, period: Period, own: Period | None) -> str:
    """A base period inside a sentence about `own`: 1—4月, 4月, 一季度, 上年, 2020年, 年初 …

    A stock is compared with that of the period's end: 5月末, 2020年末.
    """
    is_stock = words.flow is Flow.STOCK
    other_year = own is None or period.year != own.year
    year = f"{period.year}年" if other_year else ""
    if own is not None and period.year == own.year - 1:
        year = "上年"
    if is_stock:
        return f"{year}末" if year and period.last == 12 else f"{year}{period.last}月末"
    if period == period.whole_year() and year:
        return year
    return year + period.label.removesuffix("份")


def goal_name(words: IndicatorWords, aspect: Aspect, plan_words: str) -> str:
    """What a plan is called as a goal: 年度目标, 年度控制目标, of a total 年度计划 or 年初预算."""
    if words.target is Target.CEILING:
        return "年度控制目标"
    named = plan_words.removeprefix("占").removeprefix("完成")
    is_total = aspect.group is FacetGroup.CHANGE and words.target is Target.TOTAL
    return named if is_total or plan_words != "年度计划" else "年度目标"


def yearly_words(aspect: Aspect, own: Period | None) -> str:
    """2021—2025年年均 where both years are whole, else 年均."""
    base = aspect.against
    if not isinstance(base, Period) or own is None or own != own.whole_year():
        return "年均"
    return f"{base.year + 1}—{own.year}年年均" if own.year > base.year + 1 else "年均"
