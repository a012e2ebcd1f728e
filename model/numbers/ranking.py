"""Among whom and of what places are ranked where the clerk does not say."""

from __future__ import annotations

from model.report.indicator import Indicator
from model.values.growth import Growth, Measure
from model.values.rank import RankOf


def superior_scope(superior: str) -> str:
    """Among whom places are ranked: 江州市 → 全市, 云南省 → 全省."""
    return f"全{superior[-1]}" if superior and superior[-1] in "市省州盟" else "全市"


def usual_rank_of(indicator: Indicator) -> RankOf | None:
    """What a bare rank orders: growth where only growth is published or compared; else untold."""
    by_growth = (Growth.CONSTANT_PRICE, Growth.SAME_BASE)
    if indicator.measure is Measure.GROWTH_ONLY or indicator.growth in by_growth:
        return RankOf.GROWTH
    return None
