"""The verb before a level: 完成 what is summed over a period, 达到 or 为 what stands at its end.

The lexicon's verbs come first; those that claim a change or a record the values do not show are
passed over, and a verb that is part of the name is not said right after it.
"""

from __future__ import annotations

from model.wording.manner import Manner

CHANGE_VERBS = frozenset(
    ("增长", "下降", "上涨", "上升", "提高", "提升", "增加", "降低", "减少", "削减", "缩小")
)
"""Verbs that state a change, not a level."""

_TOWARD = {
    "降至": -1, "降到": -1, "下降到": -1, "下降至": -1, "缩小到": -1, "缩小至": -1,
    "提高到": 1, "提高至": 1, "上升到": 1, "上升至": 1, "增加到": 1, "增加至": 1,
}  # fmt: skip
_NEVER = frozenset(("突破", "分别达到", "占"))
_ACHIEVED = frozenset(("完成", "实现"))
_CEILING = "控制在"


def level_verb(manner: Manner, *, change: int = 0, negative: bool = False) -> str:
    """The verb for a level; `change` is the sign of its growth, 0 where it is not said.

    A level below zero can only be 为. 控制在 asks for 以内 after the number (`tail_of`).
    """
    if negative:
        return "为"
    for verb in manner.verbs:
        if verb in CHANGE_VERBS or verb in _NEVER:
            continue
        if verb in _ACHIEVED and (manner.is_state or manner.is_income):
            continue
        if _TOWARD.get(verb, change) != change:
            continue
        return verb
    return _by_kind(manner)


def _by_kind(manner: Manner) -> str:
    if manner.better != "up":
        return "为"
    summed = manner.flow == "flow" and not manner.is_income
    return "完成" if summed and manner.measure not in ("mass", "energy", "days") else "达到"


def forecast_verb(manner: Manner, *, change: int, negative: bool) -> str:
    """The verb after 预计: a ceiling is kept, all else is said as the level is."""
    if manner.target == "ceiling" and not negative:
        return _CEILING
    return level_verb(manner, change=change, negative=negative)


def tail_of(verb: str) -> str:
    """What a verb asks for after the number."""
    return "以内" if verb == _CEILING else ""


def unless_named(verb: str, manner: Manner) -> str:
    """The verb right after the name, or nothing where the name says it already (新增就业)."""
    return "" if verb in manner.name else verb
