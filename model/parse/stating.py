"""What a figure of the text states of an indicator as the bank keeps it, or that it states nothing.

The one rule by which values are taken in and figures are linked: equal time, base, scope and unit.
A goal of half a year to come, growth since 2020, a part of the whole, one project's investment or a
figure in a foreign unit is left to the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from model.errors import ValueRefused
from model.report.indicator import Indicator
from model.values.against import parse_against
from model.values.aspect import Aspect, aspect, settled_aspect
from model.values.facet import Facet
from model.values.patterns import pattern
from model.values.period import Period
from model.values.units import TO_ONE, comparable, usual_spelling
from model.wording.direction import PROFIT_OR_LOSS
from model.wording.finding.bases import LAST_YEAR
from model.wording.finding.dates import PeriodMention, period_named
from model.wording.finding.facets import COUNT, is_cut
from model.wording.finding.mentions import Mention, Scope
from model.wording.finding.times import Setting, Time
from model.wording.fold import fold
from model.wording.saying.words import PROFITS

_FACETS = {facet.value: facet for facet in Facet}
_STOPS = "。；！？"
_SENTENCE = 600  # no sentence is longer
_CUT_BEFORE = 6
_BASE_WORDS = ("较", "比", "与", "由", "从", "是", "同", "和", "于", "自")
_BARE_YEAR = pattern(r"(20\d\d)年(?:度|全年)?")
_OWN_MONTH = frozenset(("当月", "本月"))
_OWN_QUARTER = frozenset(("当季", "本季度", "本季"))
_WHOLE_YEAR = pattern(r"全年|年度|年内|年底|年末|年初|(?<![^，。;])年目标")


class Stated(NamedTuple):
    """What of an indicator a figure states, and of which period."""

    aspect: Aspect
    period: Period


class Around(NamedTuple):
    """The text a figure stands in, the periods it names, what surrounds it, the report's own
    period, the names of indicators by their ids, and the ids of their wholes by their names."""

    text: str
    periods: tuple[PeriodMention, ...]
    setting: Setting
    period: Period
    names: Mapping[str, str]
    wholes: Mapping[str, str | None]


def stated(mention: Mention, indicator: Indicator, around: Around) -> Stated | None:
    """What a figure states of `indicator`; None where nothing that the bank keeps."""
    facet = facet_of(mention, indicator)
    if facet is None or mention.scope is not Scope.WHOLE or indicator.attribute:
        return None
    if mention.within and _is_among(mention, indicator, around):
        return None
    if not is_in_unit(mention.figure.unit, facet, indicator):
        return None
    word = mention.figure.direction
    if word is None and is_cut(fold(around.text[: mention.figure.start][-_CUT_BEFORE:])):
        return None
    if word and word.text in PROFIT_OR_LOSS and not indicator.name.endswith(PROFITS):
        return None
    if mention.whole and not _acts_on_its_whole(mention, indicator, around):
        return None
    period = mention.at or _period_told(mention.figure.start, facet, around)
    of = None if period is None else _aspect_of(mention, facet, period)
    return None if period is None or of is None else Stated(of, period)


def _period_told(at: int, facet: Facet, around: Around) -> Period | None:
    return plan_period(at, around) if facet is Facet.PLAN else period_before(at, around)


def _is_among(mention: Mention, indicator: Indicator, around: Around) -> bool:
    """Whether 其中 makes a quantity a part of one that stands beside it (民营经济增加值…。其中，
    第一产业增加值…): the bank has it as a part of the same whole."""
    beside = mention.within != indicator.name and indicator.part_of is not None
    return beside and around.wholes.get(mention.within) == indicator.part_of


def _acts_on_its_whole(mention: Mention, indicator: Indicator, around: Around) -> bool:
    """Whether 拉动 or 贡献率 is told of what the bank has the indicator drive."""
    driven = indicator.acted_on
    return driven is not None and around.names.get(driven) == mention.whole


def _aspect_of(mention: Mention, facet: Facet, period: Period) -> Aspect | None:
    """The facet with its base; None where that is one that nothing is kept against."""
    if mention.against == LAST_YEAR:
        earlier = mention.time is Time.HISTORY and facet not in (Facet.PRIOR, Facet.YEARLY)
        return None if earlier else settled_aspect(facet, period)
    try:
        against = parse_against(mention.against)
        if isinstance(against, Period) and not against.end < period.end:
            return None
        is_far = isinstance(against, Period) and against == against.whole_year()
        if is_far and period != period.whole_year():
            return None
        return settled_aspect(aspect(facet, against), period)
    except ValueRefused:
        return None


def facet_of(mention: Mention, indicator: Indicator) -> Facet | None:
    """What a figure says of an indicator; things counted (新增就业2310人) are its level where the
    indicator is told in them. None for what the bank does not hold."""
    if mention.is_change:
        return Facet.CHANGE
    if mention.facet == COUNT:
        return Facet.ACTUAL if mention.figure.unit in (indicator.unit, *indicator.units) else None
    return _FACETS.get(mention.facet)


def is_in_unit(written: str, facet: Facet, indicator: Indicator) -> bool:
    """Whether a figure in the unit `written` can be the facet of an indicator."""
    if facet in (Facet.RANK, Facet.RANK_CHANGE):
        return True
    if indicator.unit == TO_ONE and written == "":
        return facet in (Facet.ACTUAL, Facet.PRIOR, Facet.CHANGE, Facet.PLAN)
    unit = usual_spelling(written.replace("余", "").replace("多", ""))
    wanted = indicator.unit_of(facet)
    units = (wanted, *indicator.units) if wanted == indicator.unit else (wanted,)
    if facet is Facet.PLAN and indicator.can_plan_growth():
        units = (*units, "%")
    return any(comparable(unit, one) for one in units)


def period_before(at: int, around: Around) -> Period | None:
    """The last period that the sentence names before `at` as its own, else the report's."""
    own = around.period
    for words, before in _named_before(at, around):
        if before.endswith(_BASE_WORDS):
            continue
        if words in _OWN_MONTH:
            return Period(own.year, own.last, own.last)
        if words in _OWN_QUARTER:
            first = (own.last - 1) // 3 * 3 + 1
            return Period(own.year, first, first + 2)
        found = period_named(words, own.year)
        if found is not None:
            return found
    return own


def plan_period(at: int, around: Around) -> Period | None:
    """The whole year, or the span from January, that a goal is set for; None for another time."""
    own, planning = around.period, around.setting.planning
    is_year = own == own.whole_year()
    coming = own.year + 1 if planning and is_year else own.year
    for words, before in _named_before(at, around):
        if before.endswith(_BASE_WORDS):
            continue
        bare = _BARE_YEAR.fullmatch(words)
        if bare:
            return Period(int(bare[1]), 1, 12) if int(bare[1]) <= own.year + 1 else None
        if words in ("明年", "来年"):
            return Period(own.year + 1, 1, 12)
        if _WHOLE_YEAR.search(words) or words in ("今年", "本年"):
            return Period(coming, 1, 12)
        named = period_named(words, coming)
        return named if named is not None and named.first == 1 and named.last > 1 else None
    clause = around.text[max(0, at - 14) : at]
    if (planning and is_year) or _WHOLE_YEAR.search(clause) or "年" in clause[-6:]:
        return Period(coming, 1, 12)
    return None


def _named_before(at: int, around: Around) -> Iterator[tuple[str, str]]:
    """The periods that the sentence names before `at`, the nearest first, each with the sign
    before it."""
    text, begin = around.text, max(0, at - _SENTENCE)
    sentence = max(begin - 1, *(text.rfind(stop, begin, at) for stop in _STOPS))
    for place in range(bisect_left(around.periods, at, key=_start_of) - 1, -1, -1):
        period = around.periods[place]
        if period.start <= sentence:
            return
        yield period.text, fold(text[max(0, period.start - 1) : period.start])


def _start_of(period: PeriodMention) -> int:
    return period.start
