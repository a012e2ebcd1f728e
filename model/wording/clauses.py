"""From facets to clauses, in the order in which reports say them.

Level, growth, points, share, total so far, plan, share of the plan, rank, its change, last year's
value; then the forecast, whose 预计 reaches to its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.values.facet import FORECASTS, Facet
from model.values.number import written
from model.wording.change import (
    POINTS,
    against_goal,
    base_name,
    changed,
    changed_growth,
    sign_of,
)
from model.wording.manner import Clause, Manner, Said, digits_and_unit
from model.wording.ranks import level_as_rank, lone_changes, rank_clauses
from model.wording.verbs import CHANGE_VERBS, forecast_verb, level_verb, tail_of, unless_named

SaidOf = Mapping[Facet, Sequence[Said]]

_PERCENT = ("%", "％", "‰")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words a text chooses: the forecast's period, the plan's name, what growth is against."""

    forecast_period: str = ""
    plan_words: str = "年度计划"
    base: str = ""


PLAIN = Wording()


def clauses_of(
    manner: Manner, said: SaidOf, wording: Wording, *, name_adjoins: bool = False
) -> list[Clause]:
    """All that is said of an indicator, in the customary order; empty facets say nothing.

    `name_adjoins`: the indicator's name stands right before the first clause.
    """
    said = {facet: tuple(values) for facet, values in said.items() if values}
    clauses = [*_main(manner, said, wording), *_forecast(manner, said, wording)]
    if clauses and name_adjoins and clauses[0].facet is Facet.ACTUAL:
        clauses[0] = replace(clauses[0], after=unless_named(clauses[0].after, manner))
    return clauses


def _main(manner: Manner, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    ranks, changes = said.get(Facet.RANK, ()), said.get(Facet.RANK_CHANGE, ())
    bare = rank_clauses(manner, ranks, changes, bare=True)
    behind_level = manner.flow == "ratio" or manner.measure in ("days", "rank")
    yield from _level(manner, said)
    if behind_level:
        yield from bare
    yield from _growth(manner, said, wording)
    if not behind_level:
        yield from bare
    for facet in (Facet.SHARE, Facet.CUMULATIVE, Facet.PLAN, Facet.PLAN_SHARE):
        yield from (
            replace(_simple(manner, facet, one, said, wording), nth=nth)
            for nth, one in enumerate(said.get(facet, ()))
        )
    yield from rank_clauses(manner, ranks, changes, bare=False)
    yield from lone_changes(ranks, changes)
    for nth, one in enumerate(said.get(Facet.PRIOR, ())):
        yield replace(_prior(manner, one, wording), nth=nth)


def _level(manner: Manner, said: SaidOf) -> Iterator[Clause]:
    """The level; of an indicator known only by its growth, a level in % is that growth."""
    for nth, one in enumerate(said.get(Facet.ACTUAL, ())):
        if not states_change(manner, one):
            clause = level_clause(manner, Facet.ACTUAL, one, _change_said(said))
        elif Facet.YOY in said:
            continue
        else:
            clause = change_clause(manner, Facet.ACTUAL, one, "")
        yield replace(clause, nth=nth)


def _growth(manner: Manner, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    for nth, one in enumerate(said.get(Facet.YOY, ())):
        yield replace(change_clause(manner, Facet.YOY, one, wording.base), nth=nth)
    for nth, one in enumerate(said.get(Facet.POINTS, ())):
        yield replace(points_clause(manner, one, said, wording.base), nth=nth)


def states_change(manner: Manner, said: Said) -> bool:
    """Whether a level is really a change: in %, of no rate, and with 增长 or 下降 as a verb."""
    if (said.unit or manner.unit) not in _PERCENT or manner.measure == "rate":
        return False
    return manner.measure == "growth_only" or any(verb in CHANGE_VERBS for verb in manner.verbs)


def level_clause(manner: Manner, facet: Facet, said: Said, change: int = 0) -> Clause:
    """A level with its verb; the sign of a level below zero stays, for no word says it."""
    if manner.measure == "rank":
        return level_as_rank(manner, said, facet)
    negative = said.value is not None and said.value < 0
    verb = level_verb(manner, change=change, negative=negative)
    return Clause(
        facet, level_text(manner, said), after=verb, tail=tail_of(verb), blank=said.value is None
    )


def level_text(manner: Manner, said: Said) -> str:
    """A level with its unit and, below zero, its sign."""
    minus = "-" if said.value is not None and said.value < 0 else ""
    return minus + digits_and_unit(said, manner.unit)


def change_clause(manner: Manner, facet: Facet, said: Said, base: str) -> Clause:
    """同比 增长 5.1%; with nothing changed 与上年同期持平, where the base is named by itself."""
    change = changed(manner, said, base)
    return Clause(
        facet,
        change.text,
        word=change.word,
        before="" if change.flat else base,
        blank=said.value is None,
        flat=change.flat,
    )


def points_clause(manner: Manner, said: Said, all_said: SaidOf, base: str) -> Clause:
    """Of a rate, its own change in points; of all else, the change of its growth."""
    if manner.measure == "rate" or manner.growth == "points":
        return change_clause(manner, Facet.POINTS, said._replace(unit=POINTS), base)
    growth = (all_said.get(Facet.YOY) or all_said.get(Facet.ACTUAL) or (None,))[0]
    name, change = changed_growth(manner, said, growth)
    before = name if change.flat else f"{name}比{base_name(base)}"
    return Clause(
        Facet.POINTS,
        change.text,
        word=change.word,
        before=before,
        blank=said.value is None,
        flat=change.flat,
    )


def _change_said(said: SaidOf) -> int:
    """The sign of the growth that is said beside a level."""
    one = (said.get(Facet.YOY) or said.get(Facet.POINTS) or (None,))[0]
    return sign_of(one)


def _simple(manner: Manner, facet: Facet, one: Said, said: SaidOf, wording: Wording) -> Clause:
    if facet is Facet.SHARE:
        return share_clause(one)
    if facet is Facet.CUMULATIVE:
        return replace(level_clause(manner, facet, one), before="累计")
    if facet is Facet.PLAN:
        return _plan(manner, one, said, wording)
    return plan_share_clause(facet, one, wording.plan_words)


def share_clause(said: Said) -> Clause:
    text = digits_and_unit(said, "%")
    return Clause(Facet.SHARE, text, before="占比", after="为", blank=said.value is None)


def plan_share_clause(facet: Facet, said: Said, plan_words: str) -> Clause:
    """占年度计划的50.5%; plan words that bring a verb of their own keep it (完成年度任务)."""
    verb = "" if plan_words.startswith(("占", "完成")) else "占"
    return Clause(
        facet,
        digits_and_unit(said, "%"),
        after=f"{verb}{plan_words}的",
        blank=said.value is None,
    )


def plan_clause(manner: Manner, said: Said) -> Clause:
    """A plan alone: 13.5亿元, 增长6.5%, or 控制在4%以内."""
    if manner.target == "growth" and (said.unit or "%") in _PERCENT:
        return change_clause(manner, Facet.PLAN, said._replace(unit="%"), "")
    text, blank = level_text(manner, said), said.value is None
    if manner.target == "ceiling":
        return Clause(Facet.PLAN, text, after="控制在", tail="以内", blank=blank)
    return Clause(Facet.PLAN, text, after="为", blank=blank)


def _plan(manner: Manner, plan: Said, said: SaidOf, wording: Wording) -> Clause:
    """年度计划为13.5亿元; beside a growth: 低于年度目标（增长6.5%）1.4个百分点."""
    clause = plan_clause(manner, plan)
    words = wording.plan_words.removeprefix("占").removeprefix("完成")
    if manner.target not in ("growth", "ceiling") or clause.after == "为":
        return replace(clause, before=words)
    goal = "年度目标" if wording.plan_words == "年度计划" else words
    if manner.target == "ceiling":
        return replace(clause, before=goal)
    growth = (said.get(Facet.YOY) or (None,))[0]
    if growth is None or growth.value is None or plan.value is None or clause.flat:
        return replace(clause, before=goal, after="为", flat=False)
    if growth.unit not in ("", *_PERCENT):
        return replace(clause, before=goal, after="为")
    direction = against_goal(growth.value, plan.value)
    if not direction:
        return replace(clause, before=f"与{goal}（", tail="）持平")
    gap = written(abs(growth.value - plan.value))
    return replace(clause, before=f"{direction}{goal}（", tail=f"）{gap}{POINTS}")


def _prior(manner: Manner, said: Said, wording: Wording) -> Clause:
    """上年同期为6.49亿元; of what is known only by its growth, 上年同期为下降2.1%."""
    name = base_name(wording.base)
    if manner.measure == "rank":
        return level_as_rank(manner, said, Facet.PRIOR, before=name)
    blank = said.value is None
    if not states_change(manner, said):
        return Clause(Facet.PRIOR, level_text(manner, said), before=name, after="为", blank=blank)
    if said.value == 0:
        return Clause(Facet.PRIOR, "零增长", before=name, after="为", flat=True)
    change = changed(manner, said)
    return Clause(Facet.PRIOR, change.text, change.word, before=name, after="为", blank=blank)


def _forecast(manner: Manner, said: SaidOf, wording: Wording) -> Iterator[Clause]:
    """The forecast: 预计 and its period stand before its first clause and reach over all."""
    grown = any(facet in said for facet in (Facet.YOY, Facet.POINTS))
    base = "" if grown else wording.base
    opening = f"预计{wording.forecast_period}"
    for facet in (Facet.FORECAST, Facet.FORECAST_YOY, Facet.FORECAST_PLAN_SHARE):
        for nth, one in enumerate(said.get(facet, ())):
            clause = replace(_forecast_clause(manner, facet, one, said, base, wording), nth=nth)
            yield replace(clause, before=opening + clause.before)
            opening = ""


def _forecast_clause(
    manner: Manner, facet: Facet, one: Said, said: SaidOf, base: str, wording: Wording
) -> Clause:
    if facet is Facet.FORECAST_PLAN_SHARE:
        return plan_share_clause(facet, one, wording.plan_words)
    if facet is Facet.FORECAST_YOY or states_change(manner, one):
        return change_clause(manner, facet, one, base)
    if manner.measure == "rank":
        return level_as_rank(manner, one, facet)
    growth = (said.get(Facet.FORECAST_YOY) or (None,))[0]
    negative = one.value is not None and one.value < 0
    verb = forecast_verb(manner, change=sign_of(growth), negative=negative)
    return Clause(
        facet, level_text(manner, one), after=verb, tail=tail_of(verb), blank=one.value is None
    )


def only_forecasts(said: SaidOf) -> bool:
    """Whether nothing but a forecast is said."""
    return all(facet in FORECASTS for facet, values in said.items() if values)
