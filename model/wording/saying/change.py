"""Changes: the direction is a word, never a sign, and nothing changed is 持平.

Which words depends on what changed: amounts 增长 or 下降, rates 提高 or 降低 by 个百分点,
concentrations and indices 上升 or 下降, counts 增加 or 减少, places 前移 or 后退; of a growth
rate itself 增速提高 or 回落, 降幅收窄 or 扩大.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from model.values.facet import ComparedWith
from model.values.growth import Better, Measure
from model.values.number import written
from model.values.rank import RANK_UNIT
from model.wording.saying.words import IndicatorWords, Said, digits_and_unit

POINTS = "个百分点"
_RELATIVE = ("%", "％", "‰", "倍")
_LAST_YEAR = ComparedWith.LAST_YEAR.base


class Change(NamedTuple):
    """A change in words. `flat` where nothing changed and `text` says so without a number."""

    word: str
    text: str
    flat: bool = False


def changed(words: IndicatorWords, said: Said, base: str = "") -> Change:
    """A growth or difference: 增长 5.1%, 减少 120人, 下降 50% (for −0.5倍), 与上年同期持平."""
    if said.value == 0:
        return Change("", flat_against(base), True)
    unit = said.unit or _natural_unit(words)
    if unit == "倍" and said.value is not None and said.value < 0:
        said, unit = Said((said.value * 100).normalize(), "%"), "%"
    up, down = _words(words, unit)
    return Change(up if is_up(words, said) else down, digits_and_unit(said._replace(unit=unit)))


def is_up(words: IndicatorWords, said: Said) -> bool:
    """Whether a change is upward; a blank is taken to be an improvement."""
    return words.better is not Better.DOWN if said.value is None else said.value > 0


def sign_of(said: Said | None) -> int:
    """−1, 0 or 1; 0 also for a blank and for nothing said."""
    value = said.value if said else None
    return 0 if not value else 1 if value > 0 else -1


def changed_growth(words: IndicatorWords, points: Said, growth: Said | None) -> tuple[str, Change]:
    """The change of a growth rate by `points`, with the name of that rate before it.

    降幅 only where the growth is negative now and was before; a growth that is not known is
    taken to be an improvement.
    """
    name, up, down = _growth_words(words, _falling_on(points, growth))
    if points.value == 0:
        return name, Change("", flat_against(""), True)
    word = up if points.value is None or points.value > 0 else down
    if points.value is None and growth is None and words.better is Better.DOWN:
        word = down
    return name, Change(word, digits_and_unit(points._replace(unit=POINTS)))


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


def compare_last(words: IndicatorWords, now: Decimal, last: Decimal, base: str) -> str:
    """How a growth rate (of a rate: its level) stands against that of an earlier period.

    `base` names that period (`一季度` or `较一季度`): 降幅较一季度收窄3.1个百分点,
    增速较一季度回落1.2个百分点, 较一季度由负转正, 增速与一季度持平.
    """
    against, flat = _against(base)
    is_rate = words.changes_by_points
    if now * last < 0 and not is_rate:
        return against + ("由负转正" if now > 0 else "由正转负")
    name, up, down = _growth_words(words, now < 0 and last < 0)
    if is_rate:
        name, (up, down) = "", _words(words, POINTS)
    if now == last:
        return name + flat
    return f"{name}{against}{up if now > last else down}{written(abs(now - last))}{POINTS}"


def against_goal(growth: Decimal, goal: Decimal) -> str:
    """How a growth rate stands against its goal: 高于 or 低于, empty where both are equal."""
    return "" if growth == goal else "高于" if growth > goal else "低于"


def flat_against(base: str) -> str:
    """与上年同期持平, or against what `base` names: 较年初 gives 与年初持平."""
    return f"与{base_name(base)}持平"


def base_name(base: str) -> str:
    """What a growth is measured against: 比上年 → 上年, 较年初 → 年初, 同比 → 上年同期."""
    named = next((one.base for one in ComparedWith if base and one.adverb == base), "")
    if named or base[:1] not in ("比", "较", "与"):
        return named or _LAST_YEAR
    return base[1:].removesuffix("相比") or _LAST_YEAR


def last_year_name(base: str) -> str:
    """The year before as a text calls it that measures growth against `base`."""
    name = base_name(base)
    return name if name in ("上年", "去年", "上年同期", "去年同期") else _LAST_YEAR


def _against(base: str) -> tuple[str, str]:
    """The base as said before a change, and what is said where nothing changed."""
    if not base:
        return "", "持平"
    named = base[1:] if base[0] in "比较" else base
    return (base if named != base else "较" + base), f"与{named}持平"


def _natural_unit(words: IndicatorWords) -> str:
    if words.measure is Measure.DAYS:
        return "天"
    return POINTS if words.changes_by_points else "%"


def _words(words: IndicatorWords, unit: str) -> tuple[str, str]:
    """The words for up and down of a change in `unit`; a rate that should fall 上升s."""
    if unit in (POINTS, "百分点"):
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
