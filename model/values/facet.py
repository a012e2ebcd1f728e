"""What is said of an indicator, and where a value comes from.

All that the rooms must know of a facet stands in one table, `_SPECS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from model.values.against import Base
from model.values.field_kind import FieldKind
from model.values.rank import RANK_UNIT


class Facet(StrEnum):
    """What an observation says of its indicator, in the order in which texts name facets."""

    ACTUAL = "actual"
    YOY = "yoy"
    YEARLY = "yearly"
    CHANGE = "change"
    POINTS = "points"
    PLAN = "plan"
    PLAN_SHARE = "plan_share"
    RANK = "rank"
    RANK_CHANGE = "rank_change"
    FORECAST = "forecast"
    FORECAST_YOY = "forecast_yoy"
    FORECAST_PLAN_SHARE = "forecast_plan_share"
    SHARE = "share"
    PULL = "pull"
    CONTRIBUTION = "contribution"
    PRIOR = "prior"
    CUMULATIVE = "cumulative"

    @property
    def spec(self) -> FacetSpec:
        """All that is known of the facet."""
        return _SPECS[self]

    @property
    def facet(self) -> Facet:
        """Itself: what a `Compared` is a facet of, this is too."""
        return self

    @property
    def against(self) -> None:
        """Nothing told: the same period of last year where it is a change."""
        return None

    @property
    def label(self) -> str:
        """The column head and field label on the screen."""
        return _SPECS[self].label

    @property
    def unit(self) -> str | None:
        """The unit the facet has by nature, or None where it is the indicator's own."""
        return _SPECS[self].unit

    @property
    def group(self) -> FacetGroup:
        """What kind of statement it is."""
        return _SPECS[self].group

    @property
    def is_forecast(self) -> bool:
        """Whether it speaks of what is expected (预计)."""
        return _SPECS[self].tense is Tense.FORECAST

    @property
    def usual_source(self) -> Source:
        """Where a value comes from if nobody says: a forecast is an estimate."""
        return Source.ESTIMATE if self.is_forecast else Source.DEPARTMENT


class FacetGroup(Enum):
    """What kind of statement a facet is: facets of one group are worded alike, and an indicator
    has all or none of them."""

    LEVEL = "level"
    GROWTH = "growth"
    CHANGE = "change"
    POINTS = "points"
    PLAN = "plan"
    PLAN_SHARE = "plan_share"
    SHARE = "share"
    PULL = "pull"
    CONTRIBUTION = "contribution"
    RANK = "rank"
    RANK_CHANGE = "rank_change"


class Tense(Enum):
    """Of which time a facet speaks: what was reached, is expected, is planned, was before."""

    REACHED = "reached"
    FORECAST = "forecast"
    PLAN = "plan"
    FORMER = "former"


class ComparedWith(Enum):
    """What a facet compares a level with: `adverb` says so before a change, `base` names it."""

    PLAN = ("", "")
    LAST_YEAR = ("同比", "上年同期")

    def __init__(self, adverb: str, base: str) -> None:
        self.adverb = adverb
        self.base = base


class HeadTurn(Enum):
    """When the head of a pasted column is tried for a facet: before heads of last period (比上期
    前移), which otherwise are left aside; in the table's order; after all other heads."""

    FIRST = "first"
    USUAL = "usual"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetSpec:
    """What the rooms must know of a facet.

    `signed`: a typed 下降 or minus is its sign; `bounds` are the lowest and the highest value that
    can be meant. `level` is the facet that is compared, where the facet can be computed; `forecast`
    says the same of what is expected.
    `only_by_name`: said only where a text asks for it by name; `usual`: said beside the main facet
    where an indicator is new to a text; `offered`: can be chosen for a text.
    `heads` is a pattern for the heads of its columns in pasted tables.
    `bases` and `takes_period` tell what it can be measured against but last year, and
    `compared_label` is what its label then says behind that base.
    """

    label: str
    group: FacetGroup
    kind: FieldKind = FieldKind.DECIMAL
    unit: str | None = None
    signed: bool = False
    bounds: tuple[int, int] | None = None
    tense: Tense = Tense.REACHED
    compared_with: ComparedWith | None = None
    level: Facet | None = None
    forecast: Facet | None = None
    only_by_name: bool = False
    usual: bool = False
    offered: bool = True
    heads: str = ""
    head_turn: HeadTurn = HeadTurn.USUAL
    bases: tuple[Base, ...] = ()
    takes_period: bool = False
    compared_label: str = ""


_GROWTH_BOUNDS = (-100, 10000)
_GROWTH_BASES = (Base.PREVIOUS, Base.YEAR_START, Base.COMPARABLE)
_MOVED_SINCE = (Base.PREVIOUS, Base.YEAR_START)
_PLAN_WORDS = "(?:计划|预算|任务|目标)"

_SPECS = {
    Facet.RANK_CHANGE: FacetSpec(
        label="位次变化",
        group=FacetGroup.RANK_CHANGE,
        unit=RANK_UNIT,
        signed=True,
        bounds=(-999, 999),
        heads=r"位次变化|位次升降|比.*[前后][移退]",
        head_turn=HeadTurn.FIRST,
        bases=_MOVED_SINCE,
        takes_period=True,
        compared_label="位次变化",
    ),
    Facet.RANK: FacetSpec(
        label="位次",
        group=FacetGroup.RANK,
        kind=FieldKind.RANK,
        unit=RANK_UNIT,
        heads=r"位次|排名|排位|名次",
    ),
    Facet.FORECAST_PLAN_SHARE: FacetSpec(
        label="预计占年度计划",
        group=FacetGroup.PLAN_SHARE,
        kind=FieldKind.PERCENT,
        unit="%",
        bounds=(0, 1000),
        tense=Tense.FORECAST,
        compared_with=ComparedWith.PLAN,
        level=Facet.FORECAST,
        offered=False,
        heads=rf"(?:预计|预测).*(?:占|完成).*{_PLAN_WORDS}",
    ),
    Facet.FORECAST_YOY: FacetSpec(
        label="预计增长",
        group=FacetGroup.GROWTH,
        kind=FieldKind.PERCENT,
        unit="%",
        signed=True,
        bounds=_GROWTH_BOUNDS,
        tense=Tense.FORECAST,
        compared_with=ComparedWith.LAST_YEAR,
        level=Facet.FORECAST,
        heads=r"(?:预计|预测).*(?:增长|增速|增幅|同比)",
        bases=_GROWTH_BASES,
        takes_period=True,
        compared_label="预计增长",
    ),
    Facet.FORECAST: FacetSpec(
        label="预计",
        group=FacetGroup.LEVEL,
        tense=Tense.FORECAST,
        heads=r"预计|预测",
    ),
    Facet.PLAN_SHARE: FacetSpec(
        label="占年度计划",
        group=FacetGroup.PLAN_SHARE,
        kind=FieldKind.PERCENT,
        unit="%",
        bounds=(0, 1000),
        compared_with=ComparedWith.PLAN,
        level=Facet.ACTUAL,
        forecast=Facet.FORECAST_PLAN_SHARE,
        usual=True,
        heads=rf"占.*{_PLAN_WORDS}|完成.*{_PLAN_WORDS}|{_PLAN_WORDS}.*[率%]"
        r"|完成率|完成比例|进度",
    ),
    Facet.PLAN: FacetSpec(
        label="年度计划",
        group=FacetGroup.PLAN,
        tense=Tense.PLAN,
        only_by_name=True,
        heads=_PLAN_WORDS,
    ),
    Facet.PULL: FacetSpec(
        label="拉动",
        group=FacetGroup.PULL,
        kind=FieldKind.POINTS,
        unit="个百分点",
        signed=True,
        bounds=(-100, 100),
        heads=r"拉动|拉升",
    ),
    Facet.CONTRIBUTION: FacetSpec(
        label="贡献率",
        group=FacetGroup.CONTRIBUTION,
        kind=FieldKind.PERCENT,
        unit="%",
        signed=True,
        bounds=(-1000, 1000),
        heads=r"贡献",
    ),
    Facet.POINTS: FacetSpec(
        label="同比升降",
        group=FacetGroup.POINTS,
        kind=FieldKind.POINTS,
        unit="个百分点",
        signed=True,
        bounds=(-100, 100),
        compared_with=ComparedWith.LAST_YEAR,
        usual=True,
        heads=r"百分点|同比升降",
        bases=(*_MOVED_SINCE, Base.CITY, Base.PROVINCE, Base.PLAN),
        takes_period=True,
        compared_label="升降",
    ),
    Facet.PRIOR: FacetSpec(
        label="上年同期",
        group=FacetGroup.LEVEL,
        tense=Tense.FORMER,
        only_by_name=True,
        offered=False,
        heads=r"(?:上年|去年)(?:同期)?(?:数|累计|完成|基数)?$|同期[数值]?$|基数",
    ),
    Facet.YEARLY: FacetSpec(
        label="年均增长",
        group=FacetGroup.GROWTH,
        kind=FieldKind.PERCENT,
        unit="%",
        signed=True,
        bounds=_GROWTH_BOUNDS,
        heads=r"年均",
        takes_period=True,
        compared_label="年均增长",
    ),
    Facet.CHANGE: FacetSpec(
        label="同比增减量",
        group=FacetGroup.CHANGE,
        signed=True,
        compared_with=ComparedWith.LAST_YEAR,
        heads=r"增减[额量数]|增加[额量数]|净增",
        bases=tuple(Base),
        takes_period=True,
        compared_label="增减量",
    ),
    Facet.YOY: FacetSpec(
        label="同比增长",
        group=FacetGroup.GROWTH,
        kind=FieldKind.PERCENT,
        unit="%",
        signed=True,
        bounds=_GROWTH_BOUNDS,
        compared_with=ComparedWith.LAST_YEAR,
        level=Facet.ACTUAL,
        forecast=Facet.FORECAST_YOY,
        usual=True,
        heads=r"增长|增速|增幅|同比|±|升降",
        bases=_GROWTH_BASES,
        takes_period=True,
        compared_label="增长",
    ),
    Facet.SHARE: FacetSpec(
        label="占比",
        group=FacetGroup.SHARE,
        kind=FieldKind.PERCENT,
        unit="%",
        bounds=(0, 100),
        heads=r"比重|占比|占全",
    ),
    Facet.CUMULATIVE: FacetSpec(
        label="累计",
        group=FacetGroup.LEVEL,
        only_by_name=True,
        offered=False,
    ),
    Facet.ACTUAL: FacetSpec(
        label="本期数",
        group=FacetGroup.LEVEL,
        forecast=Facet.FORECAST,
        heads=r"本期|完成|累计|实绩|实际|总量|绝对[量额数]|数值|数量|数额|余额|\d月",
        head_turn=HeadTurn.LAST,
    ),
}
"""In the order in which the heads of pasted tables are tried: the more special head first."""

FORECASTS = tuple(facet for facet in Facet if facet.is_forecast)
BY_COLUMN = (
    Facet.PRIOR,
    Facet.ACTUAL,
    Facet.YOY,
    Facet.YEARLY,
    Facet.CHANGE,
    Facet.POINTS,
    Facet.PLAN,
    Facet.PLAN_SHARE,
    Facet.RANK,
    Facet.RANK_CHANGE,
    Facet.SHARE,
    Facet.PULL,
    Facet.CONTRIBUTION,
    Facet.CUMULATIVE,
    Facet.FORECAST,
    Facet.FORECAST_YOY,
    Facet.FORECAST_PLAN_SHARE,
)
"""The facets in the order of the columns of the table of indicators (指标)."""
BY_HEAD = tuple(_SPECS)
"""The facets in the order in which the heads of pasted tables are tried."""


def facets_of(group: FacetGroup, tense: Tense | None = None) -> tuple[Facet, ...]:
    """The facets of a group, of one tense or of all."""
    return tuple(
        facet for facet in Facet if facet.group is group and tense in (None, facet.spec.tense)
    )


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
