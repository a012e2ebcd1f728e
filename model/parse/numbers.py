"""The numbers a manuscript states of known indicators, as observations of the bank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from model.errors import ValueRefused
from model.library.bank import Bank
from model.numbers.ask import Query
from model.numbers.ranking import usual_rank_of
from model.parse.understand import Understanding
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet
from model.values.period import Period
from model.values.rank import RANK_UNIT, RankOf
from model.wording.finding.dates import PeriodMention
from model.wording.finding.facets import COUNT
from model.wording.finding.figures import value_of
from model.wording.finding.mentions import Mention

_FACETS = {facet.value: facet for facet in Facet}
_SCOPE = re.compile(r"(全[市省国州盟区县])[^，。；]{0,6}$")
_OF = re.compile(r"(增速|总量)[^，。；]{0,10}$")
_MONTHS = re.compile(r"(?:(\d{4})年)?(?:1|一)[—–－\-~～至到]+(\d{1,2})月份?")
_NAMED = re.compile(r"(?:(\d{4})年|今年|本年)?(上半年|前三季度|[一二三四]季度|全年)")
_NEAR = 40  # what a rank is of stands right before it
_STOPS = "。；！？"
_QUARTERS = "一二三四"


class Numbered(NamedTuple):
    """What was found: definitions and values, names no lexicon knows, values told twice."""

    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]


def numbers_of_text(understood: Understanding, bank: Bank, period: Period) -> Numbered:
    """The values that the manuscript states, each once; of two for one place the first counts."""
    indicators: dict[str, Indicator] = {}
    observations: dict[tuple[object, ...], Observation] = {}
    unknown: dict[str, None] = {}
    twice: dict[str, None] = {}
    for shape, mentions, periods in zip(
        understood.shapes, understood.mentions, understood.periods, strict=True
    ):
        for mention in mentions:
            if not mention.known:
                unknown[mention.indicator] = None
                continue
            indicator = bank.by_name[mention.indicator]
            of_mention = period_before(shape.text, mention.figure.start, periods, period)
            if indicator.id not in indicators:
                indicators[indicator.id] = _defined(indicator, mention)
            for made in _observed(shape.text, mention, indicator, of_mention):
                former = observations.setdefault(made.key, made)
                if former.value != made.value:
                    twice[f"{indicator.name}{made.facet.label}"] = None
    return Numbered(
        tuple(indicators.values()), tuple(observations.values()), tuple(unknown), tuple(twice)
    )


def _defined(indicator: Indicator, mention: Mention) -> Indicator:
    """The definition, in the unit the text writes its level in."""
    unit = indicator.unit
    if facet_of(mention, indicator) is Facet.ACTUAL and mention.figure.unit in indicator.units:
        unit = mention.figure.unit
    return indicator.for_project().changed(unit=unit)


def _observed(
    text: str, mention: Mention, indicator: Indicator, period: Period
) -> Iterator[Observation]:
    facet = facet_of(mention, indicator)
    figure = mention.figure
    value = None if figure.blank else value_of(figure)
    if facet is None or value is None:
        return
    of_value = Query.at(indicator, period).asked(facet).period
    before = text[max(0, figure.start - _NEAR) : figure.start]
    scope, of = _SCOPE.search(before), _OF.search(before)
    is_rank = facet is Facet.RANK
    ranked_of = {"增速": RankOf.GROWTH, "总量": RankOf.LEVEL}.get(of[1]) if of else None
    yield Observation(
        indicator=indicator.id,
        period=of_value,
        basis=of_value.basis,
        facet=facet,
        value=abs(value) if is_rank else value,
        unit=RANK_UNIT if is_rank else figure.unit.replace("％", "%"),
        source=facet.usual_source,
        scope=scope[1] if is_rank and scope else "",
        of=(ranked_of or usual_rank_of(indicator)) if is_rank else None,
    )


def facet_of(mention: Mention, indicator: Indicator) -> Facet | None:
    """What a figure says of an indicator; things counted (新增就业2310人) are its level where the
    indicator is told in them. None for what the bank does not hold."""
    if mention.facet == COUNT:
        return Facet.ACTUAL if mention.figure.unit in (indicator.unit, *indicator.units) else None
    return _FACETS.get(mention.facet)


def period_before(
    text: str, at: int, periods: tuple[PeriodMention, ...], default: Period
) -> Period:
    """The last period that the sentence names before `at`, else the report's own."""
    sentence = max(text.rfind(stop, 0, at) for stop in _STOPS)
    for one in reversed(periods):
        if sentence < one.start < at:
            found = period_of(one.text, default.year)
            if found is not None:
                return found
    return default


def period_of(words: str, year: int) -> Period | None:
    """A period told in words, of `year` where it names none; None for a day or a bare year."""
    try:
        months = _MONTHS.search(words)
        if months:
            return Period(int(months[1] or year), 1, int(months[2]))
        named = _NAMED.search(words)
        if named is None:
            return None
        of_year = int(named[1] or year)
    except ValueRefused:
        return None
    if named[2].endswith("季度") and named[2][0] in _QUARTERS:
        first = 3 * _QUARTERS.index(named[2][0]) + 1
        return Period(of_year, first, first + 2)
    return Period(of_year, 1, {"上半年": 6, "前三季度": 9, "全年": 12}[named[2]])
