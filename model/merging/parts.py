"""PARTS of a project that two people may have changed apart: records by id, what each says.

A record stands in a holder, in one of its lists, behind others; a point also says whether it opens
a paragraph. What a record says is compared attribute by attribute, each with what last period
said there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from model.report.former import Former
from model.report.project import Project
from model.report.record import Record
from model.report.section import Opaque, Row, TableBlock, TextBlock
from model.report.tree import child_names

PROJECT = ""
"""The id under which the project itself is held."""
WHOLE = ""
"""The name under which a record is compared that nobody here understands."""
_LISTS = ("fields", "indicators", "reports", "tasks")
_APART = frozenset({"id", "kind", "former"})
_CELL = "cells."
INLINE = frozenset({"front", "frame"})
"""Records without an id whose attributes are those of the record around them."""


class Said(NamedTuple):
    """What stands in an attribute, and what last period said there."""

    value: Any
    former: Former | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A record, the holder and list it stands in, and whether it opens a paragraph there."""

    record: Record
    holder: str
    slot: str
    opens: bool = True

    @property
    def id(self) -> str:
        found: str = getattr(self.record, "id", "")
        return found


def parts_of(project: Project) -> dict[str, Part]:
    """Return all records of a project that have an id, by it, in reading order."""
    found: dict[str, Part] = {}
    for slot in _LISTS:
        for record in getattr(project, slot):
            _gather(Part(record, PROJECT, slot), found)
    return found


def _gather(part: Part, found: dict[str, Part]) -> None:
    found[part.id] = part
    for below in parts_below(part.record):
        _gather(below, found)


def parts_below(record: Record) -> Iterator[Part]:
    """Yield what a record holds directly; lists of records without ids are said by it whole."""
    if isinstance(record, TextBlock):
        for row in record.paragraphs:
            for number, item in enumerate(row):
                yield Part(item, record.id, "paragraphs", opens=number == 0)
        return
    for slot in child_names(type(record)):
        value = getattr(record, slot)
        if value is not None and has_ids(value):
            below = value if isinstance(value, tuple) else (value,)
            yield from (Part(one, getattr(record, "id", ""), slot) for one in below)


def has_ids(value: Any) -> bool:
    """Whether all records of a list have an id; else it is said whole."""
    below = value if isinstance(value, tuple) else (value,)
    return all(getattr(one, "id", "") for one in below)


def said_by(record: Record, columns: Mapping[str, tuple[str, ...]]) -> dict[str, Said]:
    """Return all that a record says of itself, by the attribute as in its places.

    `columns` are the keys of the columns of every row.
    """
    if isinstance(record, Opaque):
        return {WHOLE: Said(record)}
    former: Mapping[str, Former] = getattr(record, "former", {})
    found: dict[str, Said] = {}
    for name in (*type(record).model_fields, *(record.__pydantic_extra__ or {})):
        if name in _APART or _is_held(record, name):
            continue
        value = _raw(record, name)
        if isinstance(record, Row) and name == "cells":
            for key, cell in zip(columns.get(record.id, ()), value, strict=False):
                found[f"{_CELL}{key}"] = Said(cell, former.get(f"{_CELL}{key}"))
        elif name in INLINE and isinstance(value, Record):
            for below in type(value).model_fields:
                found[f"{name}.{below}"] = Said(getattr(value, below), former.get(below))
        else:
            found[name] = Said(value, former.get(name))
    return found


def _is_held(record: Record, name: str) -> bool:
    if isinstance(record, TextBlock) and name == "paragraphs":
        return True
    return name in child_names(type(record)) and has_ids(getattr(record, name) or ())


def _raw(record: Record, name: str) -> Any:
    extra = record.__pydantic_extra__ or {}
    return extra[name] if name in extra else getattr(record, name)


def columns_of(project: Project) -> dict[str, tuple[str, ...]]:
    """Return the keys of the columns of every table row."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts_of(project).values():
        if isinstance(part.record, TableBlock):
            keys = tuple(column.key for column in part.record.columns)
            found |= {row.id: keys for row in part.record.rows}
    return found


def with_said(record: Record, name: str, said: Said, columns: tuple[str, ...]) -> Record:
    """Return a record that says something else in one attribute."""
    changes: dict[str, Any] = {}
    top, _, below = name.partition(".")
    key = name
    if isinstance(record, Row) and name.startswith(_CELL):
        cells = [*record.cells, *(None,) * (len(columns) - len(record.cells))]
        cells[columns.index(below)] = said.value
        changes["cells"] = tuple(cells)
    elif below and top in INLINE:
        changes[top] = getattr(record, top).changed(**{below: said.value})
        key = below
    elif name in type(record).model_fields:
        changes[name] = said.value
    else:
        return record.model_copy(update={name: said.value})
    former: Mapping[str, Former] | None = getattr(record, "former", None)
    if former is not None and former.get(key) != said.former:
        kept = {path: one for path, one in former.items() if path != key}
        changes["former"] = kept if said.former is None else {**kept, key: said.former}
    return record.changed(**changes)


def bare(record: Record, keep: frozenset[str]) -> Record:
    """Return a record without what it holds, but for records of these ids, however deep."""
    if isinstance(record, TextBlock):
        rows = [tuple(one for one in row if one.id in keep) for row in record.paragraphs]
        return record.changed(paragraphs=tuple(row for row in rows if row))
    changes: dict[str, Any] = {}
    for slot in child_names(type(record)):
        value = getattr(record, slot)
        if value is None or not has_ids(value):
            continue
        if isinstance(value, tuple):
            changes[slot] = tuple(bare(one, keep) for one in value if one.id in keep)
        else:
            changes[slot] = bare(value, keep) if value.id in keep else None
    return record.changed(**changes) if changes else record


def lines_of(record: Record) -> Iterator[str]:
    """Yield the words of a record and of all below it, each as it is written."""
    heading = getattr(record, "heading", None)
    for name in ("label", "name", "caption", "opening", "lead", "text", "value"):
        said = getattr(record, name, None)
        if isinstance(said, str) and said:
            yield said
    if heading is not None and heading.text:
        yield heading.text
    if isinstance(record, Row):
        yield "　".join(cell for cell in record.cells if cell)
    for part in parts_below(record):
        yield from lines_of(part.record)
