"""Sections and the closed set of blocks they hold; what a newer version added stays `Opaque`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag, model_validator
from pydantic import Field as Constraint

from model.report.former import NO_FORMER, FormerMap
from model.report.indicator import IndicatorId
from model.report.item import Item, Marker
from model.report.record import Record
from model.report.schema import Inline, Kind, Renewed, Trait
from model.values.aspect import AspectCode
from model.values.facet import Facet, Source
from model.values.field_kind import FieldKind
from model.values.number import Number
from model.values.period import Basis
from model.values.spans import Span

PeriodText = Annotated[str, Constraint(pattern=r"^([a-z]+(-[a-z]+)+|\d{4}-[A-Z0-9-]+)$")]
"""A period code; in templates also a token such as `latest-month` that `new` resolves."""


_SUPPLIER = Trait("供稿单位")
_DEADLINE = Trait("完成时限", Kind.DEADLINE, renewed=Renewed.ALWAYS, is_listed=True)
_QUANTITY = Trait("数量", Kind.QUANTITY, renewed=Renewed.ALWAYS, is_listed=True)
_OPENING = Trait("开头的话", Kind.PROSE, has_links=True, renewed=Renewed.WHERE_DATED)


class IndicatorUse(Record):
    """One indicator in a text: which values of it are said, and how.

    `facets` are said in this order's customary place and show as blanks while they have no
    value; empty means: whatever has a value. `omit` leaves a facet out of this text only.
    `period`, `basis`, `source` None mean: the report's own, the natural one, the best there is.
    `paired_with` says both indicators in one sentence under the joint `name` (分别). The `id` may
    be left out in templates: a report made from one gives every use its own. A `dropped` use is not
    said this period: the clerk's choice, or that of `spans`, or because there is no such value.
    """

    id: str = ""
    indicator: IndicatorId
    period: Annotated[PeriodText | None, Trait("报告期", Kind.PERIOD)] = None
    basis: Annotated[Basis | None, Trait("当月、当季或累计", Kind.BASIS)] = None
    source: Annotated[Source | None, Trait("数据来源", Kind.SOURCE)] = None
    forecast_period: Annotated[PeriodText | None, Trait("预计到", Kind.PERIOD)] = None
    facets: Annotated[tuple[AspectCode, ...], Trait("要写的方面", Kind.FACETS)] = ()
    omit: Annotated[tuple[AspectCode, ...], Trait("不写的方面", Kind.FACETS)] = ()
    name: Annotated[
        str | None, Trait("文中的名称", has_links=True, renewed=Renewed.WHERE_DATED)
    ] = None
    opening: Annotated[str, _OPENING] = ""
    paired_with: IndicatorId | None = None
    parts: tuple[IndicatorUse, ...] = ()
    remark: Item | None = None
    dropped: Annotated[bool, Trait("本期不写", Kind.FLAG)] = False
    spans: tuple[Span, ...] = ()
    former: FormerMap = NO_FORMER

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, data: Any) -> Any:
        return {"indicator": data} if isinstance(data, str) else data


class TextBlock(Record):
    """Paragraphs, each of one or more items."""

    kind: Literal["text"]
    id: str
    paragraphs: tuple[tuple[Item, ...], ...] = ()
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""


class IndicatorsBlock(Record):
    """A paragraph that states indicators, joined by ；, after an `opening` such as 上半年，."""

    kind: Literal["indicators"]
    id: str
    opening: Annotated[str, _OPENING] = ""
    use: tuple[IndicatorUse, ...] = ()
    closing: Annotated[str, Trait("结尾", has_links=True, renewed=Renewed.WHERE_DATED)] = "。"
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""


class Outlook(StrEnum):
    """Whether an indicator will reach its half-year or annual goal in time."""

    AHEAD = "ahead"
    ON_TRACK = "on_track"
    HARD = "hard"

    @property
    def label(self) -> str:
        return {"ahead": "提前实现", "on_track": "能够如期", "hard": "有困难"}[self.value]


class OutlookGroup(Record):
    """The indicators of one outlook. In `text`, `{count}` is how many there are."""

    id: str
    outlook: Outlook
    marker: Annotated[Marker | None, Trait("序号", Kind.MARKER)] = None
    text: Annotated[
        str,
        Trait(
            "正文", Kind.PROSE, has_links=True, renewed=Renewed.WHERE_DATED, own_name="count",
            names_record=True,
        ),
    ] = ""  # fmt: skip
    use: tuple[IndicatorUse, ...] = ()
    former: FormerMap = NO_FORMER


class OutlookBlock(Record):
    """Indicators grouped by outlook, in one paragraph or (`separate`) one paragraph a group."""

    kind: Literal["outlook"]
    id: str
    opening: Annotated[str, _OPENING] = ""
    groups: tuple[OutlookGroup, ...] = ()
    separate: bool = False
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""


class Task(Record):
    """Work assigned: who leads, who supports, by when, how much.

    In `text`, `{quantity}` is the quantity with its unit. `deadline` None: none is stated;
    `''`: one is wanted and still blank. Empty `lead` is inherited from the block.
    A `dropped` task is not said this period; `spans` are those of reports that say it.
    """

    id: str
    marker: Annotated[Marker | None, Trait("序号", Kind.MARKER)] = None
    lead: Annotated[tuple[str, ...], Trait("牵头单位", Kind.DEPARTMENTS, is_listed=True)] = ()
    support: Annotated[tuple[str, ...], Trait("配合单位", Kind.DEPARTMENTS, is_listed=True)] = ()
    deadline: Annotated[str | None, _DEADLINE] = None
    text: Annotated[
        str,
        Trait(
            "正文", Kind.PROSE, has_links=True, renewed=Renewed.ALWAYS, own_name="quantity",
            names_record=True,
        ),
    ] = ""  # fmt: skip
    quantity: Annotated[Number | None, _QUANTITY] = None
    unit: str = ""
    former: FormerMap = NO_FORMER
    dropped: Annotated[bool, Trait("本期不写", Kind.FLAG)] = False
    spans: tuple[Span, ...] = ()
    hint: str = ""


class TasksBlock(Record):
    """Tasks in one paragraph or (`separate`) one a paragraph, after an `opening`.

    A `marker` numbers the opening among the blocks of tasks beside it: the tasks stand inside their
    一要…. `alone` is what a department is told that leads with nobody to support it: 住建部门要….
    """

    kind: Literal["tasks"]
    id: str
    marker: Annotated[Marker | None, Trait("序号", Kind.MARKER)] = None
    opening: Annotated[str, _OPENING] = ""
    lead: Annotated[tuple[str, ...], Trait("牵头单位", Kind.DEPARTMENTS)] = ()
    tasks: tuple[Task, ...] = ()
    alone: Annotated[str, Trait("没有配合单位时的说法")] = ""
    separate: bool = False
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""


class Column(Record):
    """A table column. `share_of` (done, plan) computes a share in % where nothing is typed."""

    key: Annotated[str, Constraint(pattern=r"^[a-z][a-z0-9-]*$")]
    title: str
    kind: FieldKind = FieldKind.TEXT
    unit: str = ""
    choices: tuple[str, ...] = ()
    width: int = Constraint(default=4, ge=1, le=28)
    share_of: tuple[str, str] | None = None


class Row(Record):
    """A table row: normalized text, one a column in order; a missing or None cell is blank.

    `former` holds last period's cells under `cells.<column>`.
    """

    id: str
    cells: tuple[str | None, ...] = ()
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""


class TableBlock(Record):
    """A table with typed columns; its header row repeats on every page."""

    kind: Literal["table"]
    id: str
    caption: Annotated[
        str, Trait("表名", has_links=True, renewed=Renewed.WHERE_DATED, names_record=True)
    ] = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    numbered: bool = True
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""


class TaskTableBlock(Record):
    """任务分解表: the tasks of the ledger as a table, those of one department where it names one.

    Nothing of a task stands here: what the ledger says is what the table says.
    """

    kind: Literal["task_table"]
    id: str
    caption: Annotated[
        str, Trait("表名", has_links=True, renewed=Renewed.WHERE_DATED, names_record=True)
    ] = ""
    department: Annotated[str, Trait("哪个单位")] = ""
    former: FormerMap = NO_FORMER
    hint: str = ""


class ChartForm(StrEnum):
    """How a row of a chart is drawn: 柱 or 线."""

    BARS = "bars"
    LINE = "line"

    @property
    def label(self) -> str:
        return {"bars": "柱", "line": "线"}[self.value]


class ChartShows(StrEnum):
    """What stands along the foot of a chart: the same period of several years, periods one after
    another, or indicators beside one another, as the parts of a whole."""

    YEARS = "years"
    PERIODS = "periods"
    INDICATORS = "indicators"

    @property
    def label(self) -> str:
        return {"years": "历年同期", "periods": "逐期", "indicators": "各指标比较"}[self.value]


MOST_CATEGORIES = 12


class ChartSeries(Record):
    """A row of a chart: one value of an indicator over the periods; of a chart that compares
    indicators, one category."""

    indicator: IndicatorId
    facet: AspectCode = Facet.ACTUAL
    form: ChartForm = ChartForm.BARS


class ChartBlock(Record):
    """A chart of what the project knows; nothing of it is typed but its caption.

    `count` is how many periods it goes back at most, the report's own among them.
    """

    kind: Literal["chart"]
    id: str
    caption: Annotated[
        str, Trait("图名", has_links=True, renewed=Renewed.WHERE_DATED, names_record=True)
    ] = ""
    shows: ChartShows = ChartShows.YEARS
    count: int = Constraint(default=4, ge=1, le=MOST_CATEGORIES)
    series: tuple[ChartSeries, ...] = ()
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""


class Opaque(Record):
    """A block of a kind this version does not know: kept as it came, shown as not understood."""

    kind: str
    id: str = ""


class Heading(Record):
    """A heading on its own line."""

    marker: Annotated[Marker | None, Trait("序号", Kind.MARKER)] = None
    text: Annotated[
        str,
        Trait("标题", Kind.HEADING, has_links=True, renewed=Renewed.WHERE_DATED, names_record=True),
    ] = ""


class Section(Record):
    """A heading (or none) and content: blocks and sections below it.

    `annex`: one directly below a report stands behind the text as an annex of its own (附件).
    """

    kind: Literal["section"]
    id: str
    heading: Annotated[Heading | None, Inline({"text": "heading"})] = None
    content: tuple[Content, ...] = ()
    former: FormerMap = NO_FORMER
    supplier: Annotated[str, _SUPPLIER] = ""
    hint: str = ""
    annex: Annotated[bool, Trait("作为附件", Kind.FLAG)] = False


_KINDS = {"text", "indicators", "outlook", "tasks", "table", "task_table", "chart", "section"}


def _tag(value: Any) -> str:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    known = isinstance(kind, str) and kind in _KINDS and not isinstance(value, Opaque)
    return str(kind) if known and not _is_strange_chart(value) else "opaque"


def _is_strange_chart(value: Any) -> bool:
    """A chart of another make, as files had before there were charts here: kept as it is."""
    if not isinstance(value, dict) or value.get("kind") != "chart":
        return False
    rows = value.get("series", ())
    is_ours = isinstance(rows, list | tuple) and all(
        isinstance(row, ChartSeries) or (isinstance(row, dict) and "indicator" in row)
        for row in rows
    )
    return not (is_ours and isinstance(value.get("id"), str))


Block = (
    TextBlock
    | IndicatorsBlock
    | OutlookBlock
    | TasksBlock
    | TableBlock
    | TaskTableBlock
    | ChartBlock
    | Opaque
)
Content = Annotated[
    Annotated[TextBlock, Tag("text")]
    | Annotated[IndicatorsBlock, Tag("indicators")]
    | Annotated[OutlookBlock, Tag("outlook")]
    | Annotated[TasksBlock, Tag("tasks")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[TaskTableBlock, Tag("task_table")]
    | Annotated[ChartBlock, Tag("chart")]
    | Annotated[Section, Tag("section")]
    | Annotated[Opaque, Tag("opaque")],
    Discriminator(_tag),
]
Section.model_rebuild()


def blocks_of(content: tuple[Section | Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, however deep."""
    for part in content:
        if isinstance(part, Section):
            yield from blocks_of(part.content)
        else:
            yield part
