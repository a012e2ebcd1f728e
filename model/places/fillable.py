"""One place to fill, as lists and forms show it."""

from __future__ import annotations

from typing import NamedTuple

from model.values.state import State


class Fillable(NamedTuple):
    """What a place is, what is there now, and what was there before.

    `value` is what typing it again would leave as it is; None is blank. `unit` is what a number
    typed without one is taken in.
    """

    place: str
    section: str
    label: str
    kind: str
    unit: str = ""
    indicator: str | None = None
    facet: str | None = None
    period: str | None = None
    value: str | None = None
    last: str | None = None
    last_year: str | None = None
    state: State = State.EMPTY
    choices: tuple[str, ...] = ()
    hint: str = ""
