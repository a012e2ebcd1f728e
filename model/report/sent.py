"""Drafts that were reported (已报出): to whom, when, and the values they said."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Sent(NamedTuple):
    """A draft that left the office: its report and number, `values` by the place they stand at."""

    report: str
    number: int
    to: str
    day: date
    values: tuple[tuple[str, str], ...]


Sents = tuple[Sent, ...]
