"""Two indicators in one sentence: 城乡居民人均可支配收入分别达到17000元和12000元，分别增长….

分别 only where both say the same things in the same direction; else two statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from model.values.aspect import Aspect
from model.values.growth import Flow
from model.wording.saying.clauses import clauses_of, only_forecasts
from model.wording.saying.openings import opening_of
from model.wording.saying.words import PLAIN, Clause, IndicatorWords, Piece, Said, Wording, joined


def state_pair(
    first: IndicatorWords,
    second: IndicatorWords,
    said_first: Mapping[Aspect, Sequence[Said]],
    said_second: Mapping[Aspect, Sequence[Said]],
    *,
    name: str,
    period: str = "",
    wording: Wording = PLAIN,
) -> tuple[Piece, ...]:
    """Both indicators under their joint `name` (empty: both names), the second's runs marked.

    Falls back to two statements where one says what the other does not, where directions or
    verbs differ, and where something is 持平.
    """
    if only_forecasts(said_first) and only_forecasts(said_second):
        period = ""
    one = clauses_of(first, said_first, wording)
    other = clauses_of(second, said_second, wording)
    if one and other and _same_shape(one, other):
        joint = replace(first, name=name or f"{first.name}和{second.name}")
        head = Piece(opening_of(joint, period).text)
        return joined((head, *_together(one, other)))
    return joined(_apart((first, second), (said_first, said_second), period, wording))


def _same_shape(one: Sequence[Clause], other: Sequence[Clause]) -> bool:
    """Whether the clauses differ in nothing but their numbers, so that 分别 can be said."""
    return (
        len(one) == len(other)
        and all(clause.join == "，" and not clause.flat for clause in (*one, *other))
        and [_shape(clause) for clause in one] == [_shape(clause) for clause in other]
    )


def _shape(clause: Clause) -> Clause:
    return replace(clause, number="", blank=False)


def _together(one: Sequence[Clause], other: Sequence[Clause]) -> Iterator[Piece]:
    for nth, (mine, its) in enumerate(zip(one, other, strict=True)):
        yield Piece("，" if nth else "")
        yield Piece(f"{mine.before}分别{mine.after}")
        yield mine.run
        yield Piece(f"{mine.tail}和")
        yield Piece(its.number, its.facet, its.blank, its.nth, of_second=True)
        yield Piece(its.tail)


def _apart(
    both_words: tuple[IndicatorWords, IndicatorWords],
    said: tuple[Mapping[Aspect, Sequence[Said]], Mapping[Aspect, Sequence[Said]]],
    period: str,
    wording: Wording,
) -> Iterator[Piece]:
    """Two statements after one period; ； between them where either holds a comma of its own."""
    spoken = [
        (words, clauses, is_second)
        for words, one, is_second in zip(both_words, said, (False, True), strict=True)
        if (clauses := clauses_of(words, one, wording, name_adjoins=True))
    ]
    simple = all(len(clauses) == 1 for _, clauses, _ in spoken)
    if spoken and period:
        yield Piece(period + ("" if both_words[0].flow is Flow.STOCK else "，"))
    for nth, (words, clauses, is_second) in enumerate(spoken):
        yield Piece(("，" if simple else "；") if nth else "")
        yield Piece(words.name)
        for place, clause in enumerate(clauses):
            yield Piece(clause.join if place else "")
            for piece in clause.pieces():
                yield piece._replace(of_second=is_second and piece.facet is not None)
