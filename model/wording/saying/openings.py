"""How a statement begins: the name of the indicator and its period, in their order.

A flow names the period behind the name (固定资产投资，1—5月增长5.1%); what stands at a moment
names the moment first (6月末各项贷款余额为…, 截至6月14日，PM2.5浓度为…).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from model.values.facet import Facet
from model.values.growth import Better, Flow, Measure
from model.wording.saying.words import Clause, IndicatorWords, Said

_MOMENTS = ("末", "底", "日", "初")


_COUNTED = re.compile(r"(?:起|人|件|次|户|家|例)?数$")
_PLAIN_VERBS = ("为", "达到", "发生")
_COUNTABLE = (
    Measure.COUNT, Measure.AMOUNT, Measure.AREA, Measure.MASS, Measure.LENGTH, Measure.ENERGY,
)  # fmt: skip


class Opening(NamedTuple):
    """The words before the first clause; `name_adjoins` where the name stands right before it."""

    text: str
    name_adjoins: bool


def opening_of(words: IndicatorWords, period: str) -> Opening:
    """Name and period; either may be empty."""
    if not period or not words.name:
        return Opening(period + words.name, bool(words.name))
    if words.flow is Flow.STOCK or period.endswith(_MOMENTS):
        comma = "，" if period.startswith(("截至", "截止")) else ""
        return Opening(period + comma + words.name, True)
    return Opening(f"{words.name}，{period}", False)


def fronted(
    words: IndicatorWords, period: str, clauses: Sequence[Clause], level: Said | None
) -> tuple[str, list[Clause]] | None:
    """The opening and the clauses where the verb stands before the name: 开展演出120场, and where
    nothing was done: 尚未开展演出, 未发生火灾. None where the name comes first as usual.
    """
    first = clauses[0] if clauses else None
    if not words.name or first is None or first.facet is not Facet.ACTUAL or level is None:
        return None
    if _is_nothing(level) and words.measure in _COUNTABLE and not first.flat:
        none = _nothing(words)
        return (period, [replace(first, number=none, after="", flat=True), *clauses[1:]])
    if not words.verb_first or not first.after or first.after in _PLAIN_VERBS:
        return None
    return (period, [replace(first, after=first.after + words.name), *clauses[1:]])


def _is_nothing(level: Said) -> bool:
    """Whether a level is a whole zero, which is said in words; 0.00 may be a rounding."""
    return level.value is not None and not level.value and level.value.as_tuple().exponent == 0


def _nothing(words: IndicatorWords) -> str:
    """未发生火灾, 尚未开展演出, 尚无高新技术企业, 税收收入为零."""
    is_count = words.measure is Measure.COUNT
    if is_count and words.better is Better.DOWN and words.flow is Flow.FLOW:
        return f"未发生{_COUNTED.sub('', words.name)}"
    verb = next((one for one in words.verbs if one not in _PLAIN_VERBS), "")
    if verb and words.name.startswith(verb):
        return f"尚未{words.name}"
    if verb and words.verb_first:
        return f"尚未{verb}{words.name}"
    return f"尚无{words.name}" if is_count and words.flow is Flow.STOCK else f"{words.name}为零"
