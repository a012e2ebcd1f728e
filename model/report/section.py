"""Sections and the closed set of blocks they hold; what a newer version added stays `Opaque`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag, model_validator
from pydantic import Field as Constraint

from model.report.indicator import IndicatorId
from model.report.item import Item, Marker
from model.report.record import Record
from model.values.facet import Facet, Source
from model.values.field_kind import FieldKind
from model.values.number import Number
from model.values.period import Basis

PeriodText = Annotated[str, Constraint(pattern=r"^([a-z]+(-[a-z]+)+|\d{4}-[A-Z0-9-]+)$")]
"""A period code; in templates also a token such as `latest-month` that `new` resolves."""


class IndicatorUse(Record):
    """One indicator in a text: which values of it are said, and how.

    `facets` are said in this order's customary place and show as blanks while they have no
    value; empty means: whatever has a value. `omit` leaves a facet out of this text only.
    `period`, `basis`, `source` None mean: the report's own, the natural one, the best there is.
    `paired_with` says both indicators in one sentence under the joint `name` (分别).
    """

    indicator: IndicatorId
    period: PeriodText | None = None
    basis: Basis | None = None
    source: Source | None = None
    forecast_period: PeriodText | None = None
    facets: tuple[Facet, ...] = ()
    omit: tuple[Facet, ...] = ()
    name: str | None = None
    opening: str = ""
    paired_with: IndicatorId | None = None
    parts: tuple[IndicatorUse, ...] = ()
    remark: Item | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, data: Any) -> Any:
        return {"indicator": data} if isinstance(data, str) else data


class TextBlock(Record):
    """Paragraphs, each of one or more items."""

    kind: Literal["text"]
    id: str
    paragraphs: tuple[tuple[Item, ...], ...] = ()
    hint: str = ""


class IndicatorsBlock(Record):
    """A paragraph that states indicators, joined by ；, after an `opening` such as 上半年，."""

    kind: Literal["indicators"]
    id: str
    opening: str = ""
    use: tuple[IndicatorUse, ...] = ()
    closing: str = "。"
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
    marker: Marker | None = None
    text: str = ""
    use: tuple[IndicatorUse, ...] = ()


class OutlookBlock(Record):
    """Indicators grouped by outlook, in one paragraph or (`separate`) one paragraph a group."""

    kind: Literal["outlook"]
    id: str
    opening: str = ""
    groups: tuple[OutlookGroup, ...] = ()
    separate: bool = False
    hint: str = ""


class Task(Record):
    """Work assigned: who leads, who supports, by when, how much.

    In `text`, `{quantity}` is the quantity with its unit. `deadline` None: none is stated;
    `''`: one is wanted and still blank. Empty `lead` is inherited from the block.
    `carried` is what the text said last period; a `dropped` task is not said this period.
    """

    id: str
    marker: Marker | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline: str | None = None
    text: str = ""
    quantity: Number | None = None
    unit: str = ""
    carried: str | None = None
    checked: bool = False
    dropped: bool = False
    hint: str = ""


class TasksBlock(Record):
    """Tasks in one paragraph or (`separate`) one a paragraph, after an `opening`."""

    kind: Literal["tasks"]
    id: str
    opening: str = ""
    lead: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    separate: bool = False
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

    `carried` are the cells of last period.
    """

    id: str
    cells: tuple[str | None, ...] = ()
    carried: tuple[str | None, ...] = ()


class TableBlock(Record):
    """A table with typed columns; its header row repeats on every page."""

    kind: Literal["table"]
    id: str
    caption: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    numbered: bool = True
    hint: str = ""


class Opaque(Record):
    """A block of a kind this version does not know: kept as it came, shown as not understood."""

    kind: str
    id: str = ""


class Heading(Record):
    """A heading on its own line."""

    marker: Marker | None = None
    text: str = ""


class Section(Record):
    """A heading (or none) and content: blocks and sections below it."""

    kind: Literal["section"]
    id: str
    heading: Heading | None = None
    content: tuple[Content, ...] = ()
    hint: str = ""


_KINDS = {"text", "indicators", "outlook", "tasks", "table", "section"}


def _tag(value: Any) -> str:
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    known = isinstance(kind, str) and kind in _KINDS and not isinstance(value, Opaque)
    return str(kind) if known else "opaque"


Block = TextBlock | IndicatorsBlock | OutlookBlock | TasksBlock | TableBlock | Opaque
Content = Annotated[
    Annotated[TextBlock, Tag("text")]
    | Annotated[IndicatorsBlock, Tag("indicators")]
    | Annotated[OutlookBlock, Tag("outlook")]
    | Annotated[TasksBlock, Tag("tasks")]
    | Annotated[TableBlock, Tag("table")]
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
