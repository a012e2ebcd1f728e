"""Ranks say of what: 增速居全市第3位, 总量居全市第12位.

The rank of a ratio's or an income's level stands right behind the level, a rank that does not
tell of what behind the growth: both need no word. None is left dangling behind a share of the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from model.values.aspect import Aspect
from model.values.facet import Facet
from model.values.growth import Better, Flow, Measure
from model.values.rank import RankOf
from model.wording.saying.change import places_moved
from model.wording.saying.words import Clause, IndicatorWords, Said, digits


class Behind(Enum):
    """What a rank stands right behind."""

    LEVEL = 1
    GROWTH = 2
    ALL = 3


_VERBS = ("位列", "居", "位居", "排名")


def ranked_by(words: IndicatorWords, said: Said, change: int = 0) -> str:
    """What a rank orders, in words; empty where the rank stands right behind what it ranks.

    `change` is the sign of the growth that is said: what became worse has no 改善幅度.
    """
    if said.of is None:
        return ""
    if said.of is RankOf.LEVEL:
        return "总量" if _has_total(words) else ""
    if words.is_price:
        return "涨幅"
    if words.measure is Measure.GROWTH_ONLY or words.flow is not Flow.RATIO:
        return "增幅" if words.measure is Measure.DAYS else "增速"
    if words.better is Better.NEUTRAL:
        return "变动幅度"
    worse = -1 if words.better is Better.UP else 1
    return "改善幅度" if change != worse else "升幅" if worse > 0 else "降幅"


def _has_total(words: IndicatorWords) -> bool:
    """Whether its level is a 总量."""
    return not (words.is_income or _is_ratio(words))


def _is_ratio(words: IndicatorWords) -> bool:
    return words.flow is Flow.RATIO or words.measure in (Measure.DAYS, Measure.RANK)


def _behind(words: IndicatorWords, said: Said) -> Behind:
    """Where a rank stands: one that says of what stands behind all else."""
    if ranked_by(words, said):
        return Behind.ALL
    at_level = said.of is RankOf.LEVEL or _is_ratio(words)
    return Behind.LEVEL if at_level else Behind.GROWTH


def rank_clause(words: IndicatorWords, said: Said, nth: int = 0, change: int = 0) -> Clause:
    """居全市第3位, 居全市并列第3位, 居全市第XX位, with what it ranks before."""
    return Clause(
        Facet.RANK,
        _place(said),
        word="居" + said.scope,
        before=ranked_by(words, said, change),
        blank=said.value is None,
        nth=nth,
    )


def level_as_rank(words: IndicatorWords, said: Said, facet: Aspect, before: str = "") -> Clause:
    """The value of an indicator that is itself a rank: 位列全市第3位."""
    verbs = () if words.name.endswith("位次") else words.verbs
    verb = next((verb for verb in verbs if verb in _VERBS), "居")
    return Clause(
        facet, _place(said), word=verb + said.scope, before=before, blank=said.value is None
    )


def rank_clauses(
    words: IndicatorWords,
    ranks: Sequence[Said],
    changes: Sequence[Said],
    behind: Behind,
    growth: int = 0,
) -> list[Clause]:
    """The ranks that stand behind level, growth or all else (of level first), with their changes.

    Several ranks of one thing share its name: 增速居全市第3位、全省第12位. `growth` is the sign of
    the growth that is said.
    """
    chosen = [(said, nth) for nth, said in enumerate(ranks) if _behind(words, said) is behind]
    chosen.sort(key=lambda pair: pair[0].of is RankOf.GROWTH)
    mates = _mates(ranks, changes)
    clauses: list[Clause] = []
    previous: Said | None = None
    for said, nth in chosen:
        clause = rank_clause(words, said, nth, growth)
        shared = previous is not None and not changes and _share_words(previous, said)
        if shared:
            clause = _continued(clause, said)
        clauses.append(clause)
        previous = said
        if nth in mates:
            clauses.append(_change_clause(changes[mates[nth]], mates[nth], ""))
    return clauses


def lone_changes(ranks: Sequence[Said], changes: Sequence[Said]) -> list[Clause]:
    """The changes of place that belong to no rank said: 位次前移2位."""
    taken = set(_mates(ranks, changes).values())
    return [
        _change_clause(said, nth, _lone_words(said))
        for nth, said in enumerate(changes)
        if nth not in taken
    ]


def _lone_words(said: Said) -> str:
    of = said.of.label if said.of else ""
    return f"{of}在{said.scope}位次" if said.scope else f"{of}位次"


def _change_clause(said: Said, nth: int, before: str) -> Clause:
    change = places_moved(said)
    if change.flat and before:
        before = before.removesuffix("位次")
    return Clause(
        Facet.RANK_CHANGE,
        change.text,
        word=change.word,
        before=before,
        blank=said.value is None,
        flat=change.flat,
        nth=nth,
    )


def _mates(ranks: Sequence[Said], changes: Sequence[Said]) -> dict[int, int]:
    """Which change belongs to which rank: the same scope and of what; else, where the change
    does not tell, the first rank."""
    found: dict[int, int] = {}
    for change_nth, change in enumerate(changes):
        for rank_nth, rank in enumerate(ranks):
            if rank_nth not in found and _belongs(change, rank):
                found[rank_nth] = change_nth
                break
    return found


def _belongs(change: Said, rank: Said) -> bool:
    return change.scope in ("", rank.scope) and change.of in (None, rank.of)


def _share_words(one: Said, other: Said) -> bool:
    return one.of is other.of and bool(one.scope and other.scope)


def _continued(clause: Clause, said: Said) -> Clause:
    return Clause(
        clause.facet, clause.number, word=said.scope, join="、", blank=clause.blank, nth=clause.nth
    )


def _place(said: Said) -> str:
    return f"{'并列' if said.tied else ''}第{digits(said)}位"
