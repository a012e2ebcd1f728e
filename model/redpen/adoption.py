"""意见采纳情况表: who asked for what, and whether it was taken, from the same choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.choices.choice import Choice, ChoiceKind, Standing
from model.choices.decisions import ChoiceState, Decisions
from model.document import Cell, Document, Span
from model.redpen.marked_up import table_document

_HEADS = ("序号", "单位（人）", "原文", "意见", "采纳情况", "理由")
_UNKNOWN = "（文件里没有写）"


class Opinion(NamedTuple):
    """What one asked for in one paragraph, and what became of it; '' is not decided yet."""

    who: str
    before: str
    wanted: str
    outcome: str


def opinions(decisions: Decisions) -> tuple[Opinion, ...]:
    """Return all that was asked for, changes of one hand in one record as one opinion."""
    by: dict[tuple[str, str], list[Choice]] = {}
    for choice in decisions.choices:
        if choice.standing is Standing.SAME and choice.kind is not ChoiceKind.COMMENT:
            continue
        own = choice.key if choice.kind in (ChoiceKind.COMMENT, ChoiceKind.STRUCTURE) else ""
        record = own or (choice.place if "@" in choice.place else choice.place.partition(".")[0])
        by.setdefault((choice.who, record), []).append(choice)
    return tuple(_opinion(who, choices, decisions) for (who, _), choices in by.items())


def _opinion(who: str, choices: Sequence[Choice], decisions: Decisions) -> Opinion:
    before = "；".join(_said(choice, choice.before) for choice in choices)
    wanted = "；".join(_said(choice, choice.theirs) for choice in choices)
    if choices[0].kind is ChoiceKind.COMMENT:
        before, wanted = choices[0].label, choices[0].theirs or ""
    return Opinion(who or _UNKNOWN, before, wanted, _outcome(choices, decisions))


def _said(choice: Choice, text: str | None) -> str:
    """One side of a change with the words around it."""
    if text is None:
        return "（删去）" if choice.theirs is None and choice.before is not None else "（没有）"
    ahead, behind = choice.ahead[-12:], choice.behind[:12]
    return f"{ahead}{text}{behind}".replace("\n", "¶") or "（空）"


def _outcome(choices: Sequence[Choice], decisions: Decisions) -> str:
    states = {
        decisions.state(choice)
        for choice in choices
        if choice.ways and choice.kind is not ChoiceKind.COMMENT
    }
    if not states or ChoiceState.OPEN in states:
        return ""
    if states == {ChoiceState.TAKEN}:
        return "采纳"
    return "未采纳" if states == {ChoiceState.LEFT} else "部分采纳"


def as_document(decisions: Decisions, title: str) -> Document:
    """Return the table; what is not decided, remarks and reasons stay blank, to be written in."""
    rows = tuple(
        tuple(Cell((Span(text),)) for text in (str(number), *one, ""))
        for number, one in enumerate(opinions(decisions), 1)
    )
    return table_document(f"{title}意见采纳情况表", _HEADS, (3, 5, 10, 10, 4, 6), rows)
