"""APPLYING what was taken of another copy, as one new root. Nothing taken: the very same root."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from model.choices.decisions import Decisions
from model.errors import ValueRefused
from model.merging.parts import PROJECT, WHOLE, Said, columns_of, parts_of, with_said
from model.merging.plan import MergePlan, Put, Step
from model.report.item import Item
from model.report.project import Project
from model.report.record import Record
from model.report.section import TextBlock
from model.report.tree import exchange, find

Opened = list[tuple[Item, bool]]
"""The points of a text in order, each with whether it opens a paragraph."""


def apply(plan: MergePlan, decisions: Decisions) -> Project:
    """Return the project with all that was taken; raises `ValueRefused` where a part of it cannot
    stand without another that was not taken."""
    taken = {choice.key for choice, _ in decisions.taken()}
    steps = [step for step in plan.steps if step.choice.key in taken]
    if not steps:
        return plan.project
    project = plan.project
    for step in steps:
        project = _with_settings(project, step)
    for step in steps:
        if step.said is not None:
            project = _with_said(project, *step.said)
    for step in steps:
        if step.put is not None:
            project = _put(project, step.put)
    for step in steps:
        if step.gone:
            project = _taken_out(project, step.gone)
    for step in steps:
        if step.opens is not None:
            project = _with_opening(project, *step.opens)
    return project


def _with_settings(project: Project, step: Step) -> Project:
    """Attributes of the project itself, and values of its indicators."""
    if step.whole:
        return project.changed(**step.whole)
    if step.observed is None:
        return project
    key, value = step.observed
    known = [one.key for one in project.observations]
    if key not in known:
        added = () if value is None else (value,)
        return project.changed(observations=(*project.observations, *added))
    kept = [value if one.key == key else one for one in project.observations]
    return project.changed(observations=tuple(one for one in kept if one is not None))


def _with_said(project: Project, id_: str, name: str, said: Said) -> Project:
    columns = columns_of(project).get(id_, ())

    def renewed(record: Record) -> tuple[Record, ...]:
        return (said.value if name == WHOLE else with_said(record, name, said, columns),)

    return _exchanged(project, id_, renewed)


def _exchanged(project: Project, id_: str, change: Callable[[Any], tuple[Record, ...]]) -> Project:
    """The project with a record exchanged, a field, an indicator or a task of the ledger too."""
    if find(project, id_) is not None:
        return exchange(project, id_, change)
    changes: dict[str, Any] = {}
    for slot in ("fields", "indicators", "tasks"):
        rows = getattr(project, slot)
        if any(one.id == id_ for one in rows):
            changes[slot] = tuple(
                new for one in rows for new in (change(one) if one.id == id_ else (one,))
            )
    return project.changed(**changes) if changes else project


def _put(project: Project, put: Put) -> Project:
    """Put a record into its list, behind the nearest that stands there of those before it."""
    record = put.record
    if record is None:
        part = parts_of(project).get(put.id)
        if part is None:
            return project
        record = part.record
        project = _taken_out(project, put.id)
    elif put.id in parts_of(project):
        return project
    if put.holder == PROJECT:
        return project.changed(**{put.slot: _inserted(getattr(project, put.slot), put, record)})
    holder = find(project, put.holder)
    if holder is None:
        raise ValueRefused("要放进去的那一部分没有收下，或者已经删去了。请先收下那一部分。")
    if isinstance(holder, TextBlock):
        assert isinstance(record, Item)
        points = _opened(holder)
        at = _spot([item.id for item, _ in points], put.behind)
        points.insert(at, (record, put.opens))
        return exchange(project, put.holder, lambda _: (_closed(holder, points),))
    value = getattr(holder, put.slot)
    new: Any = _inserted(value, put, record) if isinstance(value, tuple) else record
    return exchange(project, put.holder, lambda _: (holder.changed(**{put.slot: new}),))


def _inserted(rows: Sequence[Any], put: Put, record: Record) -> tuple[Any, ...]:
    at = _spot([one.id for one in rows], put.behind)
    return (*rows[:at], record, *rows[at:])


def _spot(ids: Sequence[str], behind: Sequence[str]) -> int:
    return next((ids.index(one) + 1 for one in behind if one in ids), 0)


def _taken_out(project: Project, id_: str) -> Project:
    """A point that opens its paragraph passes that on to the one that follows in it."""
    return _exchanged(project, id_, lambda _: ())


def _with_opening(project: Project, id_: str, opens: bool) -> Project:
    part = parts_of(project).get(id_)
    holder = find(project, part.holder) if part is not None else None
    if not isinstance(holder, TextBlock):
        return project
    points = [(item, opens if item.id == id_ else was) for item, was in _opened(holder)]
    return exchange(project, holder.id, lambda _: (_closed(holder, points),))


def _opened(block: TextBlock) -> Opened:
    return [(item, number == 0) for row in block.paragraphs for number, item in enumerate(row)]


def _closed(block: TextBlock, points: Opened) -> TextBlock:
    """The block with its points in paragraphs."""
    rows: list[list[Item]] = []
    for item, opens in points:
        if opens or not rows:
            rows.append([])
        rows[-1].append(item)
    return block.changed(paragraphs=tuple(map(tuple, rows)))
