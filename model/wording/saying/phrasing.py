"""Sentences from facets: what is said of an indicator, in the words such reports use.

Pure functions from typed values to runs of text. Directions and verbs are in `change` and
`verbs`, ranks in `ranks`, the order of the clauses in `clauses`, 分别 in `pairs`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.growth import Flow
from model.values.period import Period
from model.wording.saying.change import POINTS, changed, places_moved
from model.wording.saying.clauses import clauses_of, only_forecasts
from model.wording.saying.levels import (
    change_clause,
    is_loss,
    level_clause,
    level_text,
    states_change,
)
from model.wording.saying.openings import fronted, opening_of
from model.wording.saying.pairs import state_pair
from model.wording.saying.plans import (
    contribution_clause,
    plan_clause,
    plan_share_clause,
    pull_clause,
    schedule_clause,
    share_clause,
)
from model.wording.saying.ranks import level_as_rank, rank_clause
from model.wording.saying.than import points_than, than_of
from model.wording.saying.words import (
    PLAIN,
    Clause,
    IndicatorWords,
    Piece,
    Said,
    Wording,
    digits,
    joined,
)

__all__ = [
    "IndicatorWords",
    "Piece",
    "Said",
    "Wording",
    "number_of",
    "say_facet",
    "state",
    "state_pair",
    "text_of",
    "when",
]

_SAID_WHOLE = (
    FacetGroup.RANK, FacetGroup.SHARE, FacetGroup.PLAN_SHARE, FacetGroup.CONTRIBUTION,
)  # fmt: skip
"""What is said with the words before its number, even alone."""


def state(
    words: IndicatorWords,
    said: Mapping[Aspect, Sequence[Said]],
    *,
    period: str = "",
    wording: Wording = PLAIN,
) -> tuple[Piece, ...]:
    """The whole statement of an indicator, from its name (none where `words.name` is empty).

    `period` is said where the statement has one of its own (`1—5月`, for a balance `6月末`).
    Nothing said gives no pieces; there is no punctuation at either end.
    """
    head = opening_of(words, "" if only_forecasts(said) else period)
    clauses = clauses_of(words, said, wording, name_adjoins=head.name_adjoins)
    if not clauses:
        return ()
    before = fronted(words, period, clauses, next(iter(said.get(Facet.ACTUAL, ())), None))
    text, clauses = before or (head.text, clauses)
    return joined((Piece(text), *_in_a_row(clauses)))


def _in_a_row(clauses: Sequence[Clause]) -> list[Piece]:
    pieces: list[Piece] = []
    for nth, clause in enumerate(clauses):
        pieces += (Piece(clause.join if nth else ""), *clause.pieces())
    return pieces


def say_facet(
    words: IndicatorWords, facet: Aspect, said: Said, wording: Wording = PLAIN
) -> tuple[Piece, ...]:
    """One facet worded alone, for a link in prose: 增长5.1%, 居全市第3位, 占年度计划的50.5%.

    A level is its number and unit (6.82亿元): the verb is in the prose, and so is what a growth
    is against, but for an average and a plan (高于全市平均1.2个百分点).
    """
    clause = _alone(words, facet, said, wording)
    return joined(clause.pieces()) if facet.group in _SAID_WHOLE else (clause.run,)


def _alone(words: IndicatorWords, facet: Aspect, said: Said, wording: Wording) -> Clause:
    match facet.group:
        case FacetGroup.LEVEL:
            return _level_alone(words, facet, said)
        case FacetGroup.GROWTH | FacetGroup.CHANGE:
            return change_clause(words, facet, said, than_of(words, facet, wording))
        case FacetGroup.POINTS:
            than = points_than(words, facet, wording)
            return change_clause(words, facet, said._replace(unit=POINTS), than)
        case FacetGroup.PLAN:
            return plan_clause(words, said)
        case FacetGroup.PLAN_SHARE:
            return plan_share_clause(facet, said, wording.plan_words)
        case FacetGroup.SCHEDULE:
            return schedule_clause(said)
        case FacetGroup.PULL:
            return pull_clause(said, wording.driven)
        case FacetGroup.CONTRIBUTION:
            return contribution_clause(said, "")
        case FacetGroup.SHARE:
            return share_clause(said, wording)
        case FacetGroup.RANK:
            return rank_clause(words, said)
        case FacetGroup.RANK_CHANGE:
            change = places_moved(said)
            return Clause(facet, change.text, change.word, blank=said.value is None)
        case other:
            assert_never(other)


def _level_alone(words: IndicatorWords, facet: Aspect, said: Said) -> Clause:
    if words.is_rank:
        return level_as_rank(words, said, facet)
    if states_change(words, said):
        change = changed(words, said)
        return Clause(facet, change.text, change.word, blank=said.value is None)
    if is_loss(words, said):
        return level_clause(words, facet, said)
    return Clause(facet, level_text(words, said), blank=said.value is None)


def number_of(said: Said, facet: Aspect | None = None) -> str:
    """The number alone, without unit: unsigned, for the prose has the direction word.

    With the `facet` of a level given, a level below zero keeps its sign.
    """
    is_level = facet is not None and facet.group in (FacetGroup.LEVEL, FacetGroup.PLAN)
    below = is_level and said.value is not None and said.value < 0
    return "-" + digits(said) if below else digits(said)


def when(words: IndicatorWords, period: Period) -> str:
    """How a statement names its period: 1—5月, 上半年; a balance stands at its end: 6月末, 年末."""
    if words.flow is not Flow.STOCK:
        return period.label
    return "年末" if period.last == 12 else f"{period.last}月末"


def text_of(pieces: Sequence[Piece]) -> str:
    """The sentence that the pieces make."""
    return "".join(piece.text for piece in pieces)
