"""Where two states of a project differ first: undo and redo go there."""

from __future__ import annotations

from collections.abc import Mapping

from model.report.address import ObservationPlace
from model.report.indicator import Observation
from model.report.project import Project
from model.report.record import Record
from model.report.schema import attributes
from model.report.section import TableBlock
from model.report.tree import children


def changed_place(before: Project, after: Project) -> str | None:
    """The place of `after` where it says something else, or beside which something is gone; None
    where only settings differ. What did not change is not gone through.
    """
    old = {report.id: report for report in before.reports}
    for report in after.reports:
        was = old.get(report.id)
        found = _first(report) if was is None else _in_record(was, report)
        if found is not None:
            return found
    return _field(before, after) or _value(before, after)


def _in_record(before: Record, after: Record) -> str | None:
    """Where a record or one below it differs."""
    if before is after:
        return None
    for path, attribute in attributes(type(after)).items():
        if type(before) is type(after) and attribute.text(before) != attribute.text(after):
            return f"{_id(after)}.{path}"
    if isinstance(before, TableBlock) and isinstance(after, TableBlock):
        return _in_table(before, after)
    return _below(_named(before), _named(after)) or _first(after)


def _below(then: Mapping[str, Record], now: Mapping[str, Record]) -> str | None:
    """Where one of the records below another changed, came, went or moved."""
    for id_, record in now.items():
        if id_ not in then:
            return _first(record)
        found = _in_record(then[id_], record)
        if found is not None:
            return found
    stays = [id_ for id_ in then if id_ in now]
    if len(stays) < len(then):
        gone = next(at for at, id_ in enumerate(then) if id_ not in now)
        beside = stays[min(max(gone - 1, 0), len(stays) - 1)] if stays else ""
        return _first(now[beside]) if beside else None
    moved = next((there for was, there in zip(then, now, strict=True) if was != there), "")
    return _first(now[moved]) if moved else None


def _in_table(before: TableBlock, after: TableBlock) -> str | None:
    old = {row.id: row for row in before.rows}
    for row in after.rows:
        was = old.get(row.id)
        for number, column in enumerate(after.columns):
            if was is None or was.cells[number : number + 1] != row.cells[number : number + 1]:
                return f"{row.id}.{column.key}"
    return f"{after.rows[0].id}.{after.columns[0].key}" if after.rows and after.columns else None


def _first(record: Record) -> str | None:
    """The first words of a record or below it: where the cursor goes."""
    if isinstance(record, TableBlock):
        return _in_table(record.changed(rows=()), record)
    paths = attributes(type(record))
    found = next((path for path in ("text", "heading") if path in paths), next(iter(paths), ""))
    if _id(record) and found:
        return f"{_id(record)}.{found}"
    return next((place for below in children(record) if (place := _first(below))), None)


def _named(record: Record) -> dict[str, Record]:
    """The records directly below that have an id."""
    return {id_: below for below in children(record) if (id_ := _id(below))}


def _id(record: Record) -> str:
    return str(getattr(record, "id", ""))


def _field(before: Project, after: Project) -> str | None:
    old = {field.id: field.value for field in before.fields}
    return next(
        (field.id for field in after.fields if old.get(field.id) != field.value),
        None,
    )


def _value(before: Project, after: Project) -> str | None:
    """The first value of an indicator that is another now, or is no more."""
    if before.observations is after.observations:
        return None
    old, new = set(map(id, before.observations)), set(map(id, after.observations))
    changed = [one for one in after.observations if id(one) not in old]
    changed += [one for one in before.observations if id(one) not in new]
    return _place(changed[0]) if changed else None


def _place(one: Observation) -> str:
    place = ObservationPlace.of(one.indicator, one.period, one.aspect, one.basis, None)
    return str(place)
