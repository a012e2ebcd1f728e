"""From facets to clauses, in the order in which reports say them.

Level, growth, points, share, total so far, plan, share of the plan, rank, its change, last year's
value; then the forecast, whose 预计 reaches to its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from model.values.against import Base
from model.values.aspect import Aspect, Compared, in_order
from model.values.facet import ComparedWith, Facet, FacetGroup, Tense
from model.values.growth import Target
from model.wording.saying.change import sign_of
from model.wording.saying.levels import (
    FROM_TO,
    NO_PERCENTAGE,
    change_clause,
    crosses_zero,
    from_to,
    level_clause,
    level_text,
    points_clause,
    prior_clause,
    states_change,
    structure_clauses,
)
from model.wording.saying.plans import (
    contribution_clause,
    excess,
    plan_clause_beside,
    plan_share_clause,
    pull_clause,
    schedule_clause,
    share_clause,
)
from model.wording.saying.ranks import Behind, level_as_rank, lone_changes, rank_clauses
from model.wording.saying.than import Than, points_than, text_than, than_of
from model.wording.saying.verbs import forecast_verb, unless_named
from model.wording.saying.words import Clause, IndicatorWords, Said, Wording

SaidOf = Mapping[Aspect, Sequence[Said]]

_PLAINLY_SAID = (
    Facet.SHARE, Facet.PULL, Facet.CONTRIBUTION, Facet.CUMULATIVE, Facet.PLAN, Facet.PLAN_SHARE,
    Facet.SCHEDULE,
)  # fmt: skip
"""What is said in one clause of its own, in this order."""
_ABOVE_PLAN = Compared(Facet.POINTS, Base.PLAN)


def clauses_of(
    words: IndicatorWords, said: SaidOf, wording: Wording, *, name_adjoins: bool = False
) -> list[Clause]:
    """All that is said of an indicator, in the customary order; empty facets say nothing.

    `name_adjoins`: the indicator's name stands right before the first clause.
    """
    said = {facet: tuple(values) for facet, values in said.items() if values}
    if words.shares:
        return structure_clauses(words, said, wording.base)
    clauses = [*_main(words, said, wording), *_forecast(words, said, wording)]
    if clauses and name_adjoins and clauses[0].facet is Facet.ACTUAL:
        clauses[0] = replace(clauses[0], after=unless_named(clauses[0].after, words))
    return clauses


def _main(words: IndicatorWords, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    both = from_to(words, said)
    yield from both
    said = {facet: values for facet, values in said.items() if not both or facet not in FROM_TO}
    if crosses_zero(words, said):
        said = {facet: values for facet, values in said.items() if facet not in NO_PERCENTAGE}
    ranks, changes = said.get(Facet.RANK, ()), said.get(Facet.RANK_CHANGE, ())
    yield from _level(words, said, wording)
    yield from rank_clauses(words, ranks, changes, Behind.LEVEL)
    yield from _growth(words, said, wording)
    yield from rank_clauses(words, ranks, changes, Behind.GROWTH)
    for facet in _PLAINLY_SAID:
        yield from (
            replace(_simple(words, facet, one, said, wording), nth=nth)
            for nth, one in enumerate(said.get(facet, ()))
        )
    growth = sign_of(_first(said, Facet.YOY) or _first(said, Facet.POINTS))
    yield from rank_clauses(words, ranks, changes, Behind.ALL, growth)
    yield from lone_changes(ranks, changes)
    for moved in _reached(said, FacetGroup.RANK_CHANGE):
        if moved is not Facet.RANK_CHANGE:
            before = than_of(words, moved, wording).before
            clauses = lone_changes((), said[moved])
            yield from (replace(one, facet=moved, before=before + one.before) for one in clauses)
    for nth, one in enumerate(said.get(Facet.PRIOR, ())):
        level = _first(said, Facet.ACTUAL)
        yield replace(prior_clause(words, one, wording.base, level), nth=nth)


def _level(words: IndicatorWords, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    """The level; of an indicator known only by its growth, a level in % is that growth."""
    change = sign_of(_first(said, Facet.YOY) or _first(said, Facet.POINTS))
    for nth, one in enumerate(said.get(Facet.ACTUAL, ())):
        if not states_change(words, one):
            is_over = _is_over(words, one, said, wording)
            clause = level_clause(words, Facet.ACTUAL, one, change, is_over=is_over)
        elif Facet.YOY in said:
            continue
        else:
            clause = change_clause(words, Facet.ACTUAL, one, text_than(wording.base))
        yield replace(clause, nth=nth)


def _growth(words: IndicatorWords, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    """Growth, amounts of change, and how the growth has moved, each against its bases in order."""
    last = ""
    for facet in _reached(said, FacetGroup.GROWTH, FacetGroup.CHANGE):
        than = than_of(words, facet, wording)
        for nth, one in enumerate(said[facet]):
            told = than._replace(before="") if than.before == last else than
            clause = change_clause(words, facet, one, told)
            last = last if clause.flat else than.before
            yield replace(clause, nth=nth)
    growth = _growth_said(words, said)
    for facet in _reached(said, FacetGroup.POINTS):
        than = points_than(words, facet, wording)
        for nth, one in enumerate(said[facet]):
            yield replace(points_clause(words, facet, one, growth, than), nth=nth)


def _reached(said: SaidOf, *groups: FacetGroup) -> list[Aspect]:
    """What is said of these groups and of what was reached, in the customary order."""
    found = (one for one in said if one.group in groups and one.spec.tense is Tense.REACHED)
    return sorted(found, key=in_order)


def _is_over(words: IndicatorWords, level: Said, said: SaidOf, wording: Wording) -> bool:
    """Whether a level is above its ceiling: by the plan, or as it is said to be."""
    gap = _first(said, _ABOVE_PLAN)
    told = gap is not None and gap.value is not None and gap.value > 0
    is_ceiling = words.target is Target.CEILING
    return (told and is_ceiling) or excess(words, level, _ceiling(said, wording)) is not None


def _ceiling(said: SaidOf, wording: Wording) -> Said | None:
    """The plan that is not to be exceeded, whether or not it is said."""
    return _first(said, Facet.PLAN) or wording.ceiling


def _growth_said(words: IndicatorWords, said: SaidOf) -> Said | None:
    """The growth that is said, as such or as the level of what is known only by its growth."""
    level = _first(said, Facet.ACTUAL)
    is_growth = level is not None and states_change(words, level)
    return _first(said, Facet.YOY) or (level if is_growth else None)


def _simple(
    words: IndicatorWords, facet: Aspect, one: Said, said: SaidOf, wording: Wording
) -> Clause:
    if facet is Facet.SHARE:
        return share_clause(one, wording)
    if facet is Facet.SCHEDULE:
        return schedule_clause(one)
    if facet is Facet.PULL:
        return pull_clause(one, wording.driven)
    if facet is Facet.CONTRIBUTION:
        return contribution_clause(one, "" if Facet.PULL in said else wording.driven)
    if facet is Facet.CUMULATIVE:
        return replace(level_clause(words, facet, one), before="累计")
    if facet is Facet.PLAN:
        growth, level = _first(said, Facet.YOY), _first(said, Facet.ACTUAL)
        return plan_clause_beside(words, one, growth, wording.plan_words, level)
    return plan_share_clause(facet, one, wording.plan_words)


def _forecast(words: IndicatorWords, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    """The forecast: 预计 and its period stand before its first clause and reach over all."""
    grown = any(
        facet.spec.compared_with is ComparedWith.LAST_YEAR and not facet.is_forecast
        for facet in said
    )
    level = _first(said, Facet.ACTUAL)
    grown = grown or (level is not None and states_change(words, level))
    than = text_than("" if grown else wording.base)
    opening = f"预计{wording.forecast_period}"
    for facet in sorted((one for one in said if one.is_forecast), key=in_order):
        base = than if isinstance(facet, Facet) else than_of(words, facet, wording)
        for nth, one in enumerate(said[facet]):
            clause = replace(_forecast_clause(words, facet, one, said, base, wording), nth=nth)
            yield replace(clause, before=opening + clause.before)
            opening = ""


def _forecast_clause(
    words: IndicatorWords, facet: Aspect, one: Said, said: SaidOf, than: Than, wording: Wording
) -> Clause:
    if facet.group is FacetGroup.PLAN_SHARE:
        return plan_share_clause(facet, one, wording.plan_words)
    if facet.group is FacetGroup.GROWTH or states_change(words, one):
        return change_clause(words, facet, one, than)
    if words.is_rank:
        return level_as_rank(words, one, facet)
    negative = one.value is not None and one.value < 0
    change = sign_of(_first(said, Facet.FORECAST_YOY))
    is_over = excess(words, one, _ceiling(said, wording)) is not None
    verb, tail = forecast_verb(words, change=change, negative=negative, is_over=is_over)
    text = level_text(words, one)
    return Clause(facet, text, after=verb, tail=tail, blank=one.value is None)


def only_forecasts(said: SaidOf) -> bool:
    """Whether nothing but a forecast is said."""
    return all(facet.is_forecast for facet, values in said.items() if values)


def _first(said: SaidOf, facet: Aspect) -> Said | None:
    return next(iter(said.get(facet, ())), None)
