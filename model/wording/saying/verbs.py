"""The verb before a level: 完成 what is summed over a period, 达到 or 为 what stands at its end.

The lexicon's verbs come first, of them one that the name holds (新增就业: 1—5月新增2140人), though
it is not said right after the name; those that claim a change or a record that the values do not
show are passed over.
"""

from __future__ import annotations

from model.values.growth import Better, Flow, Measure, Target
from model.wording.saying.words import IndicatorWords

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
_REACHED = frozenset((Measure.MASS, Measure.ENERGY, Measure.DAYS))
"""What is summed and yet 达到, not 完成."""


def level_verb(
    words: IndicatorWords, *, change: int = 0, negative: bool = False, is_over: bool = False
) -> str:
    """The verb for a level; `change` is the sign of its growth, 0 where it is not said.

    A level below zero can only be 为, and so can one that has fallen where 达到 would be said, and
    one that is above its ceiling (`is_over`): 控制在 would claim that it is kept.
    """
    if negative or is_over:
        return "为"
    fitting = [verb for verb in words.verbs if _fits(verb, words, change)]
    named = [verb for verb in fitting if verb in words.name and words.flow is Flow.FLOW]
    verb = next(iter(named + fitting), None) or _by_kind(words)
    return "为" if verb == "达到" and change < 0 else verb


def _fits(verb: str, words: IndicatorWords, change: int) -> bool:
    """Whether a verb of the lexicon can be said of this level."""
    if verb in CHANGE_VERBS or verb in _NEVER:
        return False
    if verb in _ACHIEVED and (words.is_state or words.is_income):
        return False
    if verb == "发生" and words.name.endswith("数"):
        return False
    return _TOWARD.get(verb, change) == change


def _by_kind(words: IndicatorWords) -> str:
    if words.better is not Better.UP:
        return "为"
    if words.measure is Measure.COUNT and "新增" in words.name:
        return "新增"
    summed = words.flow is Flow.FLOW and not words.is_income
    return "完成" if summed and words.measure not in _REACHED else "达到"


def forecast_verb(
    words: IndicatorWords, *, change: int, negative: bool, is_over: bool = False
) -> tuple[str, str]:
    """The verb after 预计 and what follows the number: a ceiling is kept (控制在…以内), all else
    is said as the level is."""
    if words.target is Target.CEILING and not (negative or is_over):
        return "控制在", "以内"
    return level_verb(words, change=change, negative=negative, is_over=is_over), ""


def unless_named(verb: str, words: IndicatorWords) -> str:
    """The verb right after the name, or nothing where the name says it already (新增就业)."""
    return "" if verb in words.name else verb
