"""The unit of text: a marker or none, a lead or none, a text."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from model.report.record import Record


class Marker(Record):
    """A numbering style by its first sign (`一、`, `（一）`, `一是`), or a sign kept literally."""

    style: str | None = None
    literal: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.style is None) == (self.literal is None):
            raise ValueError("marker要么写style（随序自动编号），要么写literal（照原样保留）。")
        return self


class Carried(Record):
    """What an item said last period; `checked` lists its figures and `wording` once confirmed."""

    lead: str | None = None
    text: str = ""
    checked: tuple[int | Literal["wording"], ...] = ()


class Item(Record):
    """One point. `lead` is its run-in heading with its closing 。 or ，; links and fields are in
    braces: `{@gdp.yoy}`, `{leader}`. A `dropped` item is not said this period (本期不写).
    """

    id: str
    marker: Marker | None = None
    lead: str | None = None
    text: str = ""
    carried: Carried | None = None
    dropped: bool = False
    hint: str = ""


def is_blank_line(item: Item) -> bool:
    """Whether the item is an empty line of a manuscript, kept as it was written."""
    literal = item.marker.literal if item.marker else None
    return literal is not None and not literal.strip() and not item.lead and not item.text
