"""Typed values into a project: checked one by one, applied all or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from model.entry.attributes import ATTRIBUTES, TEXTS, YES_NO, set_cell, set_use, text_of
from model.entry.observe import observe
from model.entry.texts import Edit, edited
from model.entry.typed import choice, integer, normalize, one_line
from model.errors import PlaceError, ValueRefused, XugaoError
from model.report.address import FieldPlace, ObservationPlace, Place, RecordPlace, parse_place
from model.report.carried import with_checked
from model.report.fields import Field
from model.report.item import Item
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse, Row, Section, TableBlock
from model.report.tree import exchange, find, walk

_ORGANIZATION = ("name", "superior", "peers")


class Assignment(NamedTuple):
    """One place and what was typed for it; '' makes it blank again."""

    place: str
    typed: str


def set_values(project: Project, assignments: Iterable[Assignment], today: date) -> Project:
    """A new root with every assignment applied.

    Figures and blanks of one text are told by the numbers they have before the call. Raises
    `ValueRefused` naming every place that was refused; nothing is applied then.
    """
    refused: list[str] = []
    edits: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for assignment in assignments:
        try:
            place = parse_place(assignment.place)
            edit = _text_edit(place, assignment.typed)
            if edit:
                edits[edit[0]].append(edit[1])
            else:
                project = set_value(project, place, assignment.typed, today)
        except XugaoError as error:
            refused.append(f"{assignment.place}：{error}")
    for (id_, name), of_text in edits.items():
        try:
            project = _edit_text(project, id_, name, of_text)
        except XugaoError as error:
            places = "、".join(f"{id_}.{edit.kind}.{edit.which}" for edit in of_text)
            refused.append(f"{places}：{error}")
    if refused:
        raise ValueRefused("\n".join(refused))
    return project


def set_value(project: Project, place: Place, typed: str, today: date) -> Project:
    """A new root with one place set; raises `ValueRefused` or `PlaceError`."""
    match place:
        case FieldPlace():
            return _set_field(project, place.field, typed)
        case ObservationPlace():
            return observe(project, place, typed, today)
        case RecordPlace():
            text = _text_edit(place, typed)
            if text:
                return _edit_text(project, *text[0], [text[1]])
            return _set_record(project, place, typed)


def _text_edit(place: Place, typed: str) -> tuple[tuple[str, str], Edit] | None:
    """`i7k2.figures.2` and `i7k2.lead.figures.0` as an edit of a text; None for other places."""
    if not isinstance(place, RecordPlace):
        return None
    *before, kind, index = ["text", *place.path.split(".")][-3:]
    if kind not in ("figures", "blanks") or not index.isdecimal():
        return None
    return (place.id, before[0] if before else "text"), Edit(kind, int(index), typed)


def _set_field(project: Project, id_: str, typed: str) -> Project:
    field = project.field(id_)
    if field is None:
        raise PlaceError(f"这份材料里没有“{id_}”这一项。可用 fields 命令列出全部可填的位置。")
    if not typed.strip():
        return _with_field(project, field, value=None)
    try:
        kept = normalize(field.kind, typed, field.unit, field.choices)
    except ValueRefused as error:
        raise ValueRefused(f"{field.label}：{error}") from error
    looked_at = field.carried is not None
    return _with_field(project, field, value=kept.text, unit=kept.unit, checked=looked_at)


def _with_field(project: Project, field: Field, **changes: Any) -> Project:
    renewed = field.changed(**changes)
    return project.changed(fields=tuple(renewed if one is field else one for one in project.fields))


def _edit_text(project: Project, id_: str, name: str, edits: list[Edit]) -> Project:
    record = _record(project, id_)
    if name not in TEXTS.get(type(record), ()):
        raise PlaceError(f"“{id_}”没有文字“{name}”。")
    text = edited(text_of(record, name), edits)

    def renewed(old: Record) -> tuple[Record, ...]:
        changed = ATTRIBUTES[type(old)][name](old, text)
        if isinstance(changed, Item) and name == "text":
            changed = with_checked(changed, [edit.which for edit in edits if _is_figure(edit)])
        return (changed,)

    return exchange(project, id_, renewed)


def _is_figure(edit: Edit) -> bool:
    return edit.kind == "figures"


def _set_record(project: Project, place: RecordPlace, typed: str) -> Project:
    if place.id == "organization":
        return _set_organization(project, place.path, typed)
    field = project.field(place.id)
    if field is not None and place.path == "checked":
        checked = field.changed(checked=choice(typed, YES_NO) == "是")
        return project.changed(
            fields=tuple(checked if one is field else one for one in project.fields)
        )
    record = _record(project, place.id)
    if isinstance(record, Row):
        block = _table_of(project, record)
        return exchange(project, record.id, lambda row: (set_cell(block, row, place.path, typed),))
    setter = ATTRIBUTES.get(type(record), {}).get(place.path)
    if setter is not None:
        return exchange(project, place.id, lambda old: (setter(old, typed),))
    indicator, _, name = place.path.partition(".")
    if name and any(use.indicator == indicator for use in uses_of(record)):
        return exchange(project, place.id, lambda old: (_with_use(old, indicator, name, typed),))
    known = "、".join(ATTRIBUTES.get(type(record), {}))
    raise PlaceError(f"“{place.id}”没有“{place.path}”这一项。有：{known or '（没有可填的）'}。")


def _record(project: Project, id_: str) -> Record:
    record = find(project, id_)
    if record is None:
        raise PlaceError(f"这份材料里没有“{id_}”。可用 fields 命令列出全部可填的位置。")
    return record


def uses_of(record: Record) -> list[IndicatorUse]:
    """The uses directly in a block or group, parts included."""
    if isinstance(record, Report | Section):
        return []
    return [
        below
        for use in getattr(record, "use", ())
        for below in walk(use)
        if isinstance(below, IndicatorUse)
    ]


def _with_use(record: Record, indicator: str, name: str, typed: str) -> Record:
    def renewed(use: IndicatorUse) -> IndicatorUse:
        if use.indicator == indicator:
            return set_use(use, name, typed)
        parts = tuple(renewed(part) for part in use.parts)
        return use.changed(parts=parts) if parts else use

    return record.changed(use=tuple(renewed(use) for use in record.use))  # type: ignore[attr-defined]


def _table_of(project: Project, row: Row) -> TableBlock:
    for report in project.reports:
        for record in walk(report):
            if isinstance(record, TableBlock) and any(one is row for one in record.rows):
                return record
    raise PlaceError(f"“{row.id}”不在任何表里。")


def _set_organization(project: Project, name: str, typed: str) -> Project:
    if name not in _ORGANIZATION:
        raise PlaceError(f"单位信息里没有“{name}”。有：{'、'.join(_ORGANIZATION)}。")
    value: str | int | None = one_line(typed)
    if name == "peers":
        value = int(integer(typed, "").value) if typed.strip() else None
    try:
        return project.changed(organization=project.organization.changed(**{name: value}))
    except ValidationError as error:
        raise ValueRefused(f"“{typed}”不能作{name}。名称不能为空，排名的单位数从1算起。") from error
