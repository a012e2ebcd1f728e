"""How a statement begins: the name of the indicator and its period, in their order.

A flow names the period behind the name (固定资产投资，1—5月增长5.1%); what stands at a moment
names the moment first (6月末各项贷款余额为…, 截至6月14日，PM2.5浓度为…).
"""

from __future__ import annotations

from typing import NamedTuple

from model.values.growth import Flow
from model.wording.saying.words import IndicatorWords

_MOMENTS = ("末", "底", "日", "初")


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
