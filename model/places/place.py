"""One place to fill, as lists, forms and counts show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.values.field_kind import FieldKind
from model.values.period import Period
from model.values.state import State
from model.wording.finding.linked import figures_of

_FILLED = frozenset({State.FILLED, State.UPDATED, State.CONFIRMED})


class Place(NamedTuple):
    """What a place is, what is there now, and what was there before.

    `value` is what typing it again would leave as it is; None is blank. `unit` is what a number
    typed without one is taken in. `supplier` is who owes it (供稿单位), told by the nearest record
    that names one. `last_period` is the period of `last` where it is not that of the last report.
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
    supplier: str = ""
    last_period: str | None = None

    @property
    def is_given(self) -> bool:
        """Whether what stands there came with the template: prose, who does a task by when."""
        return self.kind == FieldKind.PROSE.value or self.place.endswith(_OF_TASKS)

    def last_said(self, own: Period) -> str | None:
        """Last period's value as it is shown in a project of the period `own`: `2120（1—5月）`."""
        if self.last is None or self.last_period is None:
            return self.last
        return f"{self.last}（{Period.parse(self.last_period).beside(own)}）"

    @property
    def is_name_or_time(self) -> bool:
        """Whether it holds a name, a date or a period, and no text with numbers."""
        if self.kind in _TIMES:
            return True
        return self.kind in _NAMES and not figures_of(self.value or "")

    @property
    def is_begun(self) -> bool:
        """Whether somebody has filled it in."""
        return self.state in _FILLED and not self.is_given


_TIMES = frozenset(kind.value for kind in (FieldKind.DATE, FieldKind.PERIOD))
_NAMES = frozenset(kind.value for kind in (FieldKind.TEXT, FieldKind.DEPARTMENTS, FieldKind.CHOICE))
_OF_TASKS = (".lead", ".support", ".deadline")


class Count(NamedTuple):
    """How many places are blank, hold last period's unchecked content, and were filled in."""

    blanks: int = 0
    carried: int = 0
    filled: int = 0


def sum_of(counts: Iterable[Count]) -> Count:
    """Return several counts as one."""
    return Count(*map(sum, zip(*counts, strict=True)))


def count(places: tuple[Place, ...]) -> Count:
    """Return how far places are filled in: the one count of steps, status bar and checks."""
    states = [place.state for place in places]
    return Count(
        states.count(State.EMPTY),
        states.count(State.CARRIED),
        sum(place.is_begun for place in places),
    )
