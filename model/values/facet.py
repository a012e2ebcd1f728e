"""What is said of an indicator, and where a value comes from."""

from __future__ import annotations

from enum import StrEnum


class Facet(StrEnum):
    """What an observation says of its indicator."""

    ACTUAL = "actual"
    YOY = "yoy"
    POINTS = "points"
    PLAN = "plan"
    PLAN_SHARE = "plan_share"
    RANK = "rank"
    RANK_CHANGE = "rank_change"
    FORECAST = "forecast"
    FORECAST_YOY = "forecast_yoy"
    FORECAST_PLAN_SHARE = "forecast_plan_share"
    SHARE = "share"
    PRIOR = "prior"
    CUMULATIVE = "cumulative"

    @property
    def label(self) -> str:
        """The column head and field label on the screen."""
        return _LABELS[self]

    @property
    def unit(self) -> str | None:
        """The unit the facet has by nature, or None where it is the indicator's own."""
        return _UNITS.get(self)


_LABELS = {
    Facet.ACTUAL: "本期数",
    Facet.YOY: "同比增长",
    Facet.POINTS: "同比升降",
    Facet.PLAN: "年度计划",
    Facet.PLAN_SHARE: "占年度计划",
    Facet.RANK: "位次",
    Facet.RANK_CHANGE: "位次变化",
    Facet.FORECAST: "预计",
    Facet.FORECAST_YOY: "预计增长",
    Facet.FORECAST_PLAN_SHARE: "预计占年度计划",
    Facet.SHARE: "占比",
    Facet.PRIOR: "上年同期",
    Facet.CUMULATIVE: "累计",
}
_UNITS = {
    Facet.YOY: "%",
    Facet.POINTS: "个百分点",
    Facet.PLAN_SHARE: "%",
    Facet.RANK: "位",
    Facet.RANK_CHANGE: "位",
    Facet.FORECAST_YOY: "%",
    Facet.FORECAST_PLAN_SHARE: "%",
    Facet.SHARE: "%",
}
FORECASTS = frozenset({Facet.FORECAST, Facet.FORECAST_YOY, Facet.FORECAST_PLAN_SHARE})


class Source(StrEnum):
    """Where a value comes from, weakest first: a report uses the best it has unless told."""

    ESTIMATE = "estimate"
    DEPARTMENT = "department"
    BUREAU = "bureau"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        return {
            "estimate": "预计",
            "department": "部门报送数",
            "bureau": "统计局反馈数",
            "published": "公布数",
        }[self.value]

    @property
    def strength(self) -> int:
        """0 for an estimate up to 3 for a published value."""
        return _STRENGTH[self]


_STRENGTH = {source: strength for strength, source in enumerate(Source)}
