"""Clauses of levels and of what changed: the level, its growth, its points, last year's value."""

from __future__ import annotations

from model.values.facet import Facet
from model.wording.saying.change import POINTS, changed, changed_growth, last_year_name
from model.wording.saying.manner import Clause, Manner, Said, digits_and_unit
from model.wording.saying.ranks import level_as_rank
from model.wording.saying.verbs import CHANGE_VERBS, level_verb

PERCENT = ("%", "％", "‰")


def states_change(manner: Manner, said: Said) -> bool:
    """Whether a level is really a change: in %, of no rate, and with 增长 or 下降 as a verb."""
    if (said.unit or manner.unit) not in PERCENT or manner.measure == "rate":
        return False
    return manner.measure == "growth_only" or any(verb in CHANGE_VERBS for verb in manner.verbs)


def level_clause(manner: Manner, facet: Facet, said: Said, change: int = 0) -> Clause:
    """A level with its verb; the sign of a level below zero stays, for no word says it."""
    if manner.measure == "rank":
        return level_as_rank(manner, said, facet)
    negative = said.value is not None and said.value < 0
    verb = level_verb(manner, change=change, negative=negative)
    return Clause(facet, level_text(manner, said), after=verb, blank=said.value is None)


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


def points_clause(manner: Manner, said: Said, growth: Said | None, base: str) -> Clause:
    """Of a rate, its own change in points; of all else, the change of its growth."""
    if manner.measure == "rate" or manner.growth == "points":
        return change_clause(manner, Facet.POINTS, said._replace(unit=POINTS), base)
    name, change = changed_growth(manner, said, growth)
    before = name if change.flat else f"{name}比{last_year_name(base)}"
    return Clause(
        Facet.POINTS,
        change.text,
        word=change.word,
        before=before,
        blank=said.value is None,
        flat=change.flat,
    )


def prior_clause(manner: Manner, said: Said, base: str) -> Clause:
    """上年同期为6.49亿元; of what is known only by its growth, 上年同期为下降2.1%."""
    name = last_year_name(base)
    if manner.measure == "rank":
        return level_as_rank(manner, said, Facet.PRIOR, before=name)
    blank = said.value is None
    if not states_change(manner, said):
        return Clause(Facet.PRIOR, level_text(manner, said), before=name, after="为", blank=blank)
    if said.value == 0:
        return Clause(Facet.PRIOR, "零增长", before=name, after="为", flat=True)
    change = changed(manner, said)
    return Clause(Facet.PRIOR, change.text, change.word, before=name, after="为", blank=blank)
