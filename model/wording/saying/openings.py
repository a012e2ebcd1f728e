"""How a statement begins: the name of the indicator and its period, in their order.

A flow names the period behind the name (固定资产投资，1—5月增长5.1%); what stands at a moment
names the moment first (6月末各项贷款余额为…, 截至6月14日，PM2.5浓度为…).
"""

from __future__ import annotations

from typing import NamedTuple

from model.wording.saying.manner import Manner

_MOMENTS = ("末", "底", "日", "初")


class Opening(NamedTuple):
    """The words before the first clause; `name_adjoins` where the name stands right before it."""

    text: str
    name_adjoins: bool


def opening_of(manner: Manner, period: str) -> Opening:
    """Name and period; either may be empty."""
    if not period or not manner.name:
        return Opening(period + manner.name, bool(manner.name))
    if manner.flow == "stock" or period.endswith(_MOMENTS):
        comma = "，" if period.startswith(("截至", "截止")) else ""
        return Opening(period + comma + manner.name, True)
    return Opening(f"{manner.name}，{period}", False)
