"""Finding and exchanging records by id; everything beside the changed path is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from model.report.item import Item
from model.report.memory import remembered
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report

R = TypeVar("R", bound=Record)

Change = Callable[[Any], tuple[Any, ...]]
"""What stands in the place of a record: itself changed, nothing, or several."""

_CHILDREN = (
    "content",
    "paragraphs",
    "use",
    "parts",
    "groups",
    "tasks",
    "rows",
    "remark",
    "reports",
)


@cache
def child_names(kind: type[Record]) -> tuple[str, ...]:
    """The attributes below which records of a kind have others.

    To ask a record itself for what it has not is slow, and walks ask thousands at every key.
    """
    return tuple(name for name in _CHILDREN if name in kind.model_fields)


def _id(record: Record) -> str:
    """The id of a record, '' for one that has none."""
    found: str = record.__dict__.get("id", "")
    return found


def children(record: Record) -> Iterator[Record]:
    """The records directly below, in reading order; the use of an indicator has no id itself."""
    for name in child_names(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield value
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, Record):
                    yield one
                elif isinstance(one, tuple):
                    yield from one


def walk(record: Record) -> Iterator[Record]:
    """The record and all below it, in reading order."""
    waiting = [record]
    while waiting:
        one = waiting.pop()
        yield one
        if child_names(type(one)):
            waiting += reversed([*children(one)])


def ids_in(record: Record) -> frozenset[str]:
    """All ids used by the record and below."""
    return _gathered_ids(record) if child_names(type(record)) else _own_id(record)


def _own_id(record: Record) -> frozenset[str]:
    return frozenset({_id(record)} - {""})


@remembered
def _gathered_ids(record: Record) -> frozenset[str]:
    """The ids of a record that has others below: an edit makes few of them anew and asks all of
    them whether they hold the place.
    """
    return _own_id(record).union(*map(ids_in, children(record)))


def find(project: Project, id_: str) -> Record | None:
    """The record with this id in any report of the project."""
    return next((found for report in project.reports if (found := _find_in(report, id_))), None)


def _find_in(report: Report, id_: str) -> Record | None:
    """The record with this id in a report.

    Reports are not asked for all their ids, which every edit would gather anew and undo keep.
    """
    record: Record | None = report
    while record is not None and _id(record) != id_:
        record = next((below for below in children(record) if id_ in ids_in(below)), None)
    return record


def exchange(root: R, id_: str, change: Change) -> R:
    """`root` with what `change` gives in the place of the record `id_`; `root` itself if absent."""
    return exchange_all(root, {id_: change})


def exchange_all(root: R, by_id: Mapping[str, Change]) -> R:
    """`root` with several records exchanged at one walk, each by the change under its id.

    What lies below a record is exchanged before the record itself.
    """
    changes: dict[str, Any] = {}
    for name in child_names(type(root)):
        value = getattr(root, name)
        if isinstance(value, Record):
            renewed: Any = _single(value, by_id)
        elif isinstance(value, tuple):
            renewed = _many(value, by_id)
        else:
            continue
        if renewed is not value:
            changes[name] = renewed
    return root.changed(**changes) if changes else root


def _single(value: Record, by_id: Mapping[str, Change]) -> Record | None:
    """A record that stands alone (a remark), which `change` may take away."""
    below = exchange_all(value, by_id)
    change = by_id.get(_id(value))
    return below if change is None else next(iter(change(below)), None)


def _many(values: tuple[Any, ...], by_id: Mapping[str, Change]) -> tuple[Any, ...]:
    """A row of records, or of rows of items (paragraphs)."""
    renewed: list[Any] = []
    touched = False
    for value in values:
        if isinstance(value, tuple):
            inner = _many(value, by_id)
            touched |= inner is not value
            if inner or not value:
                renewed.append(inner)
        elif not isinstance(value, Record):
            renewed.append(value)
        else:
            if not isinstance(value, Report) and by_id.keys().isdisjoint(ids_in(value)):
                renewed.append(value)
                continue
            below = exchange_all(value, by_id)
            change = by_id.get(value.__dict__.get("id", ""))
            renewed += (below,) if change is None else change(below)
            touched |= below is not value or change is not None
    return tuple(renewed) if touched else values


def mapped(record: R, change: Callable[[Any], Any]) -> R:
    """The record with `change` applied to it and all below, from the leaves up."""
    changes: dict[str, Any] = {}
    for name in child_names(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            changes[name] = mapped(value, change)
        elif isinstance(value, tuple) and value and not isinstance(value[0], str):
            changes[name] = tuple(
                tuple(mapped(one, change) for one in each)
                if isinstance(each, tuple)
                else mapped(each, change)
                for each in value
            )
    renewed: R = change(record.changed(**changes) if changes else record)
    return renewed


def items_of(report: Report) -> Iterator[Item]:
    """All items of a report in reading order, remarks among them."""
    for record in walk(report):
        if isinstance(record, Item):
            yield record
