"""How much there is still to do below a record, remembered for what did not change.

Values of indicators are counted apart (`tally_values`): they belong to the table of indicators.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.places.fillable import Fillable
from model.places.listed import cells_of, task_places, text_places
from model.report.memory import Memory
from model.report.record import Record
from model.report.report import Report
from model.report.section import TableBlock, Task
from model.report.tree import children
from model.values.field_kind import FieldKind
from model.values.state import State


class Standing(NamedTuple):
    """A place and how far it is filled in. What is `given` stands there from the template on:
    prose, and who does a task by when.
    """

    place: str
    state: State
    given: bool = False


class Tally(NamedTuple):
    """The places in their order, how many are blank, how many hold last period's unchecked
    content, and how many somebody has filled in.
    """

    places: tuple[Standing, ...] = ()
    blanks: int = 0
    carried: int = 0
    filled: int = 0


def tally_of(places: Iterable[Standing]) -> Tally:
    """The places counted."""
    all_ = tuple(places)
    blanks = carried = filled = 0
    for one in all_:
        if one.state is State.EMPTY:
            blanks += 1
        elif one.state is State.CARRIED:
            carried += 1
        elif one.state in _FILLED and not one.given:
            filled += 1
    return Tally(all_, blanks, carried, filled)


def together(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    places: list[Standing] = []
    blanks = carried = filled = 0
    for one in tallies:
        places += one.places
        blanks += one.blanks
        carried += one.carried
        filled += one.filled
    return Tally(tuple(places), blanks, carried, filled)


_FILLED = frozenset({State.FILLED, State.UPDATED, State.CONFIRMED})
_memory: Memory[Tally] = Memory()


def tally_below(record: Record) -> Tally:
    """The texts, tasks and cells of a record and of all below; what is 本期不写 counts nothing."""
    known = _memory.get(record)
    if known is not None:
        return known
    if getattr(record, "dropped", False):
        return _memory.keep(record, Tally())
    below = [tally_below(child) for child in children(record)]
    return _memory.keep(record, together((tally_of(_own(record)), *below)))


def tally_of_front(report: Report) -> Tally:
    """The figures and blanks of title, salutation and so on."""
    known = _memory.get(report.front)
    return known or _memory.keep(report.front, tally_of(_standings(text_places(report, ""))))


def _own(record: Record) -> Iterator[Standing]:
    yield from _standings(text_places(record, ""))
    if isinstance(record, Task):
        for one in _standings(task_places(record, "")):
            yield one._replace(given=not one.place.endswith(".quantity"))
    elif isinstance(record, TableBlock):
        yield from _standings(cells_of(record, ""))


def _standings(places: Iterable[Fillable]) -> Iterator[Standing]:
    for one in places:
        yield Standing(one.place, one.state, one.kind == FieldKind.PROSE.value)
