"""The observations that a report can say, each as what is asked for, and its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.check.subject import Subject
from model.library.shipped import bank
from model.numbers.ask import asked_of, place_of
from model.numbers.computed import Asked
from model.report.indicator import Indicator, Observation


class Observed(NamedTuple):
    """A value, and which one it is."""

    asked: Asked
    value: Observation

    @property
    def indicator(self) -> Indicator:
        return self.asked.indicator

    @property
    def name(self) -> str:
        return self.asked.indicator.name


def observed(subject: Subject) -> Iterator[Observed]:
    """The values of the indicators that the report uses, as they were typed.

    What is measured against something else than last year is not among them, nor a plan in words.
    """
    for one in subject.project.observations:
        indicator = subject.indicators.get(one.indicator)
        if indicator is not None and one.against is None and not one.words:
            yield Observed(asked_of(indicator, one), one)


def definition(indicator: Indicator) -> Indicator:
    """What the bank says of an indicator: projects of former programs keep less of it."""
    return bank().by_id.get(indicator.id, indicator)


def place(subject: Subject, one: Observed) -> str:
    """The place as the text shows it; with its source where another source's value is shown."""
    value, asked = one.value, one.asked
    shown = subject.ledger.best(value.indicator, value.period, value.aspect, value.basis)
    is_shown = shown is not None and shown.source is value.source
    return str(place_of(asked._replace(source=None) if is_shown else asked, value.aspect))


def is_own_time(subject: Subject, one: Observed) -> bool:
    """Whether the value is of the report's own year: earlier ones are settled."""
    return one.value.period.year == subject.project.period.year
