"""Changes: the direction is a word, never a sign, and nothing changed is 持平.

Which words depends on what changed: amounts 增长 or 下降, rates 提高 or 降低 by 个百分点,
concentrations and indices 上升 or 下降, counts 增加 or 减少, places 前移 or 后退; of a growth
rate itself 增速提高 or 回落, 降幅收窄 or 扩大.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from model.values.growth import Better, Measure
from model.values.rank import RANK_UNIT
from model.values.units import TO_ONE
from model.wording.saying.than import Than
from model.wording.saying.words import IndicatorWords, Said, digits, digits_and_unit

POINTS = "个百分点"
PER_MILLE_POINTS = "个千分点"
_RELATIVE = ("%", "％", "‰", "倍")
LAST_YEAR = Than(is_last_year=True)


class Change(NamedTuple):
    """A change in words. `flat` where nothing changed and `text` says so without a number."""

    word: str
    text: str
    flat: bool = False


def changed(words: IndicatorWords, said: Said, than: Than = LAST_YEAR) -> Change:
    """A growth or difference: 增长 5.1%, 减少 120人, 下降 50% (for −0.5倍), 与上年同期持平.

    Against an average or a plan: 高于全市平均 1.2个百分点.
    """
    if said.value == 0:
        return Change("", f"与{than.name}持平", True)
    if than.is_gap:
        word = "高于" if is_up(words, said) else "低于"
        is_to_one = (said.unit or words.unit) == TO_ONE
        return Change(
            word + than.name, digits(said) if is_to_one else digits_and_unit(said, words.unit)
        )
    unit = said.unit or _natural_unit(words)
    if unit == "倍" and said.value is not None and said.value < 0:
        said, unit = Said((said.value * 100).normalize(), "%"), "%"
    up, down = _words(words, unit)
    text = digits(said) if unit == TO_ONE else digits_and_unit(said._replace(unit=unit))
    return Change(up if is_up(words, said) else down, text)


def is_up(words: IndicatorWords, said: Said) -> bool:
    """Whether a change is upward; a blank is taken to be an improvement."""
    return words.better is not Better.DOWN if said.value is None else said.value > 0


def sign_of(said: Said | None) -> int:
    """−1, 0 or 1; 0 also for a blank and for nothing said."""
    value = said.value if said else None
    return 0 if not value else 1 if value > 0 else -1


def changed_growth(
    words: IndicatorWords, points: Said, growth: Said | None, than: Than
) -> tuple[str, Change]:
    """The change of a growth rate by `points` against a base, with what is said before it.

    降幅 only where the growth is negative now and was before; a growth that is not known is
    taken to be an improvement; one that crossed zero says so instead (由负转正).
    """
    falling = _falling_on(points, growth)
    if than.is_gap:
        name = "降幅" if falling else "" if growth else _growth_words(words, False)[0]
        other = points._replace(value=-points.value) if falling and points.value else points
        return name, changed(words, other._replace(unit=POINTS), than)
    against = than.before or f"比{than.name}"
    turned = _turned(points, growth)
    if turned:
        return "" if than.is_last_year else against, Change("", turned, True)
    name, up, down = _growth_words(words, falling)
    if points.value == 0:
        return name, Change("", f"与{than.name}持平", True)
    word = up if points.value is None or points.value > 0 else down
    if points.value is None and growth is None and words.better is Better.DOWN:
        word = down
    return name + against, Change(word, digits_and_unit(points._replace(unit=POINTS)))


def _turned(points: Said, growth: Said | None) -> str:
    """由负转正 or 由正转负 where growth crossed zero by the change; else nothing."""
    if growth is None or not growth.value or points.value is None:
        return ""
    before = growth.value - points.value
    if growth.value * before >= 0:
        return ""
    return "由负转正" if before < 0 else "由正转负"


def _falling_on(points: Said, growth: Said | None) -> bool:
    """Whether growth is negative now and was so before the change by `points`."""
    if growth is None or growth.value is None:
        return False
    if growth.value >= 0:
        return False
    return points.value is None or growth.value - points.value < 0


def places_moved(said: Said) -> Change:
    """前移2位, 后退1位, 位次不变."""
    if said.value == 0:
        return Change("", "位次不变", True)
    back = said.value is not None and said.value < 0
    return Change("后退" if back else "前移", digits_and_unit(said._replace(unit=RANK_UNIT)))


def against_goal(growth: Decimal, goal: Decimal) -> str:
    """How a growth rate stands against its goal: 高于 or 低于, empty where both are equal."""
    return "" if growth == goal else "高于" if growth > goal else "低于"


def _natural_unit(words: IndicatorWords) -> str:
    if words.measure is Measure.DAYS:
        return "天"
    return POINTS if words.changes_by_points else "%"


def _words(words: IndicatorWords, unit: str) -> tuple[str, str]:
    """The words for up and down of a change in `unit`; a rate that should fall 上升s."""
    if unit == TO_ONE:
        return "扩大", "缩小"
    if unit in (POINTS, "百分点", PER_MILLE_POINTS):
        return ("上升" if words.better is Better.DOWN else "提高"), "降低"
    if unit == RANK_UNIT:
        return "前移", "后退"
    if words.is_price:
        return "上涨", "下降"
    if words.measure in (Measure.RATE, Measure.CONCENTRATION, Measure.INDEX):
        return "上升", "下降"
    return ("增长", "下降") if unit in _RELATIVE else ("增加", "减少")


def _growth_words(words: IndicatorWords, falling: bool) -> tuple[str, str, str]:
    """The name of a growth rate, and the words for its rising and falling as a number."""
    if falling:
        return "降幅", "收窄", "扩大"
    return ("涨幅" if words.is_price else "增速"), "提高", "回落"
