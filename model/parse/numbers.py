"""The numbers a manuscript states of known indicators, as observations of the bank."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from model.library.bank import Bank
from model.numbers.ask import Query
from model.numbers.ranking import usual_rank_of
from model.parse.stating import Around, Stated, facet_of, stated
from model.parse.structures import shares_told
from model.parse.understand import Understanding
from model.parse.worded_plans import plans_in_words
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet
from model.values.patterns import pattern
from model.values.period import Period
from model.values.rank import RANK_UNIT, RankOf
from model.values.units import TO_ONE, comparable, convert, usual_spelling
from model.wording.finding.figures import value_of
from model.wording.finding.mentions import Mention

_SCOPE = pattern(r"(全[市省国州盟区县])[^，。；]{0,6}$")
_OF = pattern(r"(增速|总量)[^，。；]{0,10}$")
_ABOUT_BEFORE = pattern(r"(?:近|约|超过?|突破|逾|达到?近|不低于|不少于|跨越)$")
_ABOUT_AFTER = pattern(r"[余多]|左右|以[上内下]|上下")
_NEAR = 40  # what a rank is of, and that a value is told about, stands right before it


class Numbered(NamedTuple):
    """What was found: definitions and values, names no lexicon knows, values told twice."""

    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]


class _Value(NamedTuple):
    """A value, and whether the text tells it only about (近10亿元)."""

    observation: Observation
    is_about: bool


def numbers_of_text(understood: Understanding, bank: Bank, period: Period) -> Numbered:
    """The values that the manuscript states, each once; of two for one place the first counts."""
    indicators: dict[str, Indicator] = {}
    values: dict[tuple[object, ...], _Value] = {}
    unknown: dict[str, None] = {}
    twice: dict[str, None] = {}
    names = {indicator.id: indicator.name for indicator in bank}
    wholes = {indicator.name: indicator.part_of for indicator in bank}
    for shape, mentions, periods, setting in zip(
        understood.shapes,
        understood.mentions,
        understood.periods,
        understood.settings,
        strict=True,
    ):
        around = Around(shape.text, periods, setting, period, names, wholes)
        for indicator, plan in plans_in_words(around, bank):
            indicators.setdefault(indicator.id, indicator.for_project())
            values.setdefault(plan.key, _Value(plan, is_about=True))
        for mention in mentions:
            if not mention.known:
                unknown[mention.indicator] = None
                continue
            indicator = bank.by_name[mention.indicator]
            if indicator.id not in indicators:
                indicators[indicator.id] = _defined(indicator, mention)
                for part in indicator.structure_parts:
                    indicators.setdefault(part, bank.by_id[part].for_project())
            if indicator.structure_parts:
                for share in shares_told(mentions, indicator, around):
                    values.setdefault(share.key, _Value(share, is_about=False))
                continue
            said = stated(mention, indicator, around)
            made = _observed(shape.text, mention, indicator, said) if said else None
            if made is None:
                continue
            former = values.setdefault(made.observation.key, made)
            if _differ(former, made):
                twice[f"{indicator.name}{made.observation.aspect.label}"] = None
    observations = tuple(value.observation for value in values.values())
    return Numbered(tuple(indicators.values()), observations, tuple(unknown), tuple(twice))


def _defined(indicator: Indicator, mention: Mention) -> Indicator:
    """The definition, in the unit the text writes its level in."""
    unit = indicator.unit
    if facet_of(mention, indicator) is Facet.ACTUAL and mention.figure.unit in indicator.units:
        unit = mention.figure.unit
    return indicator.for_project().changed(unit=unit)


def _observed(text: str, mention: Mention, indicator: Indicator, said: Stated) -> _Value | None:
    figure = mention.figure
    value = None if figure.blank else value_of(figure)
    if value is None:
        return None
    aspect, is_rank = said.aspect, said.aspect is Facet.RANK
    query = Query.at(indicator, said.period)
    period = said.period if aspect is Facet.PLAN else query.asked(aspect).period
    before = text[max(0, figure.start - _NEAR) : figure.start]
    scope, of = _SCOPE.search(before), _OF.search(before)
    ranked_of = {"增速": RankOf.GROWTH, "总量": RankOf.LEVEL}.get(of[1]) if of else None
    behind = text[figure.end : figure.end + len(figure.unit) + 3]
    observation = Observation(
        indicator=indicator.id,
        period=period,
        basis=period.basis,
        facet=aspect.facet,
        against=aspect.against,
        value=abs(value) if is_rank else value,
        unit=RANK_UNIT if is_rank else _unit_of(figure.unit, indicator),
        source=aspect.usual_source,
        scope=scope[1] if is_rank and scope else "",
        of=(ranked_of or usual_rank_of(indicator)) if is_rank else None,
    )
    about = _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.search(behind)
    return _Value(observation, about is not None)


def _unit_of(written: str, indicator: Indicator) -> str:
    """The unit as a value keeps it; a ratio to one is told with and without it (1.85:1, 1.85)."""
    if indicator.unit == TO_ONE and written == "":
        return TO_ONE
    return usual_spelling(written)


def _differ(one: _Value, other: _Value) -> bool:
    """Whether two values of one place contradict each other: not where one is only about right,
    or rounded more than the other."""
    if one.is_about or other.is_about or one.observation.value == other.observation.value:
        return False
    if not comparable(one.observation.unit, other.observation.unit):
        return True
    first, second = one.observation, other.observation
    apart = abs(first.value - convert(second.value, second.unit, first.unit))
    steps = (_step(first), convert(_step(second), second.unit, first.unit))
    return apart * 2 > max(steps)


def _step(observation: Observation) -> Decimal:
    """The last place that a value is told to: 0.1 for 5.6."""
    return Decimal(1).scaleb(int(observation.value.as_tuple().exponent))
