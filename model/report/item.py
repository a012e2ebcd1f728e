"""The unit of text: a marker or none, a lead or none, a text."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from model.report.former import NO_FORMER, FormerMap
from model.report.record import Record
from model.report.schema import Kind, Renewed, Trait
from model.values.number import Number
from model.values.spans import Span


class Marker(Record):
    """A numbering style by its first sign (`一、`, `（一）`, `一是`), or a sign kept literally."""

    style: str | None = None
    literal: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.style is None) == (self.literal is None):
            raise ValueError("marker要么写style（随序自动编号），要么写literal（照原样保留）。")
        return self


class TaskOrigin(Record):
    """The task a point reports on: its id, and what was asked of whom by when."""

    id: str
    support: tuple[str, ...] = ()
    deadline: str | None = None
    quantity: Number | None = None
    unit: str = ""


class Item(Record):
    """One point. `lead` is its run-in heading with its closing 。 or ，; links and fields are in
    braces: `{@gdp.yoy}`, `{leader}`. A `dropped` item is not said this period (本期不写); one with
    `spans` is said in reports of these spans only, and every new period drops it or takes it back.
    `task` is the id of the task that this point reports on, with what was asked: the plans of last
    period come back as such points.
    """

    id: str
    marker: Annotated[Marker | None, Trait("序号", Kind.MARKER)] = None
    lead: Annotated[
        str | None, Trait("小标题", has_links=True, renewed=Renewed.ALWAYS, names_record=True)
    ] = None
    text: Annotated[
        str, Trait("正文", Kind.PROSE, has_links=True, renewed=Renewed.ALWAYS, names_record=True)
    ] = ""
    former: FormerMap = NO_FORMER
    dropped: Annotated[bool, Trait("本期不写", Kind.FLAG)] = False
    supplier: Annotated[str, Trait("供稿单位")] = ""
    task: TaskOrigin | None = None
    spans: tuple[Span, ...] = ()
    hint: str = ""


def is_blank_line(item: Item) -> bool:
    """Whether the item is an empty line of a manuscript, kept as it was written."""
    literal = item.marker.literal if item.marker else None
    return literal is not None and not literal.strip() and not item.lead and not item.text
