"""The unit of text: a marker or none, a lead or none, a text."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from model.report.record import Record
from model.values.state import State


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
    braces: `{@gdp.yoy}`, `{leader}`.
    """

    id: str
    marker: Marker | None = None
    lead: str | None = None
    text: str = ""
    carried: Carried | None = None
    hint: str = ""

    @property
    def state(self) -> State:
        """Whether the words are still those of last period, unchecked."""
        carried = self.carried
        if carried is None:
            return State.FILLED
        if "wording" in carried.checked:
            return State.CONFIRMED
        same = self.text == carried.text and self.lead == carried.lead
        return State.CARRIED if same else State.UPDATED
