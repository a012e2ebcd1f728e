"""Clauses of levels and of what changed: the level, its growth, its points, last year's value."""

from __future__ import annotations

from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.growth import Measure
from model.wording.saying.change import POINTS, changed, changed_growth
from model.wording.saying.ranks import level_as_rank
from model.wording.saying.than import Than, last_year_name
from model.wording.saying.verbs import CHANGE_VERBS, level_verb
from model.wording.saying.words import Clause, IndicatorWords, Said, digits_and_unit

PERCENT = ("%", "％", "‰")


def states_change(words: IndicatorWords, said: Said) -> bool:
    """Whether a level is really a change: in %, of no rate, and with 增长 or 下降 as a verb."""
    if (said.unit or words.unit) not in PERCENT or words.measure is Measure.RATE:
        return False
    return words.measure is Measure.GROWTH_ONLY or any(verb in CHANGE_VERBS for verb in words.verbs)


def level_clause(
    words: IndicatorWords, facet: Aspect, said: Said, change: int = 0, *, is_over: bool = False
) -> Clause:
    """A level with its verb; the sign of a level below zero stays, for no word says it.

    `is_over`: it is above the ceiling of its plan.
    """
    if words.is_rank:
        return level_as_rank(words, said, facet)
    negative = said.value is not None and said.value < 0
    verb = level_verb(words, change=change, negative=negative, is_over=is_over)
    return Clause(facet, level_text(words, said), after=verb, blank=said.value is None)


def level_text(words: IndicatorWords, said: Said) -> str:
    """A level with its unit and, below zero, its sign."""
    minus = "-" if said.value is not None and said.value < 0 else ""
    return minus + digits_and_unit(said, words.unit)


def change_clause(words: IndicatorWords, facet: Aspect, said: Said, than: Than) -> Clause:
    """同比 增长 5.1%; with nothing changed 与上年同期持平, where the base is named by itself."""
    if facet.group is FacetGroup.CHANGE:
        said = said._replace(unit=said.unit or words.unit)
    change = changed(words, said, than)
    return Clause(
        facet,
        change.text,
        word=change.word,
        before="" if change.flat else than.before,
        blank=said.value is None,
        flat=change.flat,
    )


def points_clause(
    words: IndicatorWords, facet: Aspect, said: Said, growth: Said | None, than: Than
) -> Clause:
    """Of a rate, its own change in points; of all else, the change of its growth."""
    if words.changes_by_points:
        return change_clause(words, facet, said._replace(unit=POINTS), than)
    before, change = changed_growth(words, said, growth, than)
    return Clause(
        facet,
        change.text,
        word=change.word,
        before=before,
        blank=said.value is None,
        flat=change.flat,
    )


def prior_clause(words: IndicatorWords, said: Said, base: str) -> Clause:
    """上年同期为6.49亿元; of what is known only by its growth, 上年同期为下降2.1%."""
    name = last_year_name(base)
    if words.is_rank:
        return level_as_rank(words, said, Facet.PRIOR, before=name)
    blank = said.value is None
    if not states_change(words, said):
        return Clause(Facet.PRIOR, level_text(words, said), before=name, after="为", blank=blank)
    if said.value == 0:
        return Clause(Facet.PRIOR, "零增长", before=name, after="为", flat=True)
    change = changed(words, said)
    return Clause(Facet.PRIOR, change.text, change.word, before=name, after="为", blank=blank)
