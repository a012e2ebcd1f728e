"""Clauses of levels and of what changed: the level, its growth, its points, last year's value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.growth import Measure
from model.values.units import PER_MILLE, TO_ONE
from model.wording.saying.change import PER_MILLE_POINTS, POINTS, changed, changed_growth
from model.wording.saying.ranks import level_as_rank
from model.wording.saying.than import Than, last_year_name
from model.wording.saying.verbs import CHANGE_VERBS, level_verb
from model.wording.saying.words import (
    Clause,
    IndicatorWords,
    Said,
    digits,
    digits_and_unit,
    shares_text,
)

PERCENT = ("%", "％", "‰")
LOSS = "亏损"
FROM_TO = (Facet.PRIOR, Facet.ACTUAL)
NO_PERCENTAGE = (Facet.YOY, Facet.POINTS)
"""What has no meaning where the sign of the level has changed."""


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
    if is_loss(words, said):
        return Clause(facet, digits_and_unit(said, words.unit), word=LOSS)
    negative = said.value is not None and said.value < 0
    verb = level_verb(words, change=change, negative=negative, is_over=is_over)
    return Clause(facet, level_text(words, said), after=verb, blank=said.value is None)


def is_loss(words: IndicatorWords, said: Said) -> bool:
    """Whether a level is a loss, which is said by its word (亏损1.2亿元)."""
    return words.is_profit and _is_loss(said)


def level_text(words: IndicatorWords, said: Said) -> str:
    """A level with its unit and, below zero, its sign."""
    minus = "-" if said.value is not None and said.value < 0 else ""
    return minus + digits_and_unit(said, words.unit)


def change_clause(words: IndicatorWords, facet: Aspect, said: Said, than: Than) -> Clause:
    """同比 增长 5.1%; with nothing changed 与上年同期持平, where the base is named by itself."""
    if facet.group is FacetGroup.CHANGE:
        unit = said.unit or words.unit
        said = said._replace(unit=PER_MILLE_POINTS if unit == PER_MILLE else unit)
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


def prior_clause(words: IndicatorWords, said: Said, base: str, level: Said | None = None) -> Clause:
    """上年同期为6.49亿元; of what is known only by its growth, 上年同期为下降2.1%; beside a loss,
    or of one, 上年同期盈利4亿元."""
    name = last_year_name(base)
    if words.is_rank:
        return level_as_rank(words, said, Facet.PRIOR, before=name)
    blank = said.value is None
    if words.is_profit and (_is_loss(level) or _is_loss(said)):
        word = LOSS if _is_loss(said) else "盈利"
        text = digits_and_unit(said, words.unit)
        return Clause(Facet.PRIOR, text, word=word, before=name, blank=blank)
    if not states_change(words, said):
        return Clause(Facet.PRIOR, level_text(words, said), before=name, after="为", blank=blank)
    if said.value == 0:
        return Clause(Facet.PRIOR, "零增长", before=name, after="为", flat=True)
    change = changed(words, said)
    return Clause(Facet.PRIOR, change.text, change.word, before=name, after="为", blank=blank)


def _is_loss(said: Said | None) -> bool:
    return said is not None and said.value is not None and said.value < 0


def crosses_zero(words: IndicatorWords, said: Mapping[Aspect, Sequence[Said]]) -> bool:
    """Whether a profit is or was a loss, so that nobody tells its growth in %."""
    values = (one for facet in FROM_TO for one in said.get(facet, ()))
    return words.is_profit and any(map(_is_loss, values))


def from_to(words: IndicatorWords, said: Mapping[Aspect, Sequence[Said]]) -> tuple[Clause, ...]:
    """由1.86缩小到1.83, of a ratio to one whose value now and last year are both said."""
    if words.unit != TO_ONE or not all(len(said.get(facet, ())) == 1 for facet in FROM_TO):
        return ()
    (before,), (now,) = said[Facet.PRIOR], said[Facet.ACTUAL]
    if before.value is None or now.value is None or before.value == now.value:
        return ()
    word = "缩小到" if now.value < before.value else "扩大到"
    return (
        Clause(Facet.PRIOR, digits(before), before="由"),
        Clause(Facet.ACTUAL, digits(now), word=word, join=""),
    )


def structure_clauses(
    words: IndicatorWords, said: Mapping[Aspect, Sequence[Said]], base: str
) -> list[Clause]:
    """为14.5:41.6:43.9; beside last year's shares, 由15.2:41:43.8调整为14.5:41.6:43.9."""
    name = last_year_name(base)
    before, now = (
        Clause(facet, shares_text(words, shares), after="为", blank=shares[0].value is None)
        if (shares := said.get(facet))
        else None
        for facet in FROM_TO
    )
    if before and now and before.number == now.number:
        return [now, replace(before, before="与", after=name, number="持平", flat=True)]
    if before and now:
        now = replace(now, word="调整为", after="", join="")
        return [replace(before, before="由", after=""), now]
    return [one for one in (before and replace(before, before=name), now) if one]
