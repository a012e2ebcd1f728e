"""Typed values into a project: checked one by one, applied all or not at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from model.entry.attributes import CHECKED, set_attribute
from model.entry.cells import set_cell
from model.entry.cleaning import one_line
from model.entry.ledger import set_in_ledger
from model.entry.observe import observe
from model.entry.prose import with_edits
from model.entry.texts import Edit
from model.entry.typed import YES_NO, at_least_one, choice, normalize
from model.errors import PlaceError, ValueRefused, XugaoError
from model.numbers.ranking import superior_scope
from model.report.address import Address, FieldPlace, ObservationPlace, RecordPlace, parse_place
from model.report.carried import checked, rebased, unchecked
from model.report.fields import Field
from model.report.project import Project
from model.report.record import Record
from model.report.section import Row
from model.report.tree import exchange, find

_IN_TEXT = re.compile(r"(?:(?P<name>.+)\.)?(?P<kind>figures|blanks)\.(?P<which>\d{1,6})", re.ASCII)
_ORGANIZATION = ("name", "superior", "peers")
_LONGEST_PLACE = 80
"""Of a longer one, which can be none, a message tells the beginning."""


class Assignment(NamedTuple):
    """One place and what was typed for it; '' makes it blank again.

    `in_bulk`: it was made true with many others (换报告期, 全部替换), so that nobody has looked at
    what last period said there.
    """

    place: str
    typed: str
    in_bulk: bool = False


def set_values(project: Project, assignments: Iterable[Assignment], today: date) -> Project:
    """A new root with every assignment applied; the same one where that changes nothing.

    Figures and blanks of one text are set last and together, told by the numbers they have then.
    Raises `ValueRefused` naming every place that was refused; nothing is applied then.
    """
    before, refused = project, list[str]()
    edits: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for assignment in assignments:
        try:
            place = parse_place(assignment.place)
            edit = _text_edit(place, assignment.typed)
            if edit:
                edits[edit[0]].append(edit[1])
            else:
                project = _set(project, place, assignment, today)
        except XugaoError as error:
            refused.append(f"{_shortened(assignment.place)}：{error}")
    for (id_, name), of_text in edits.items():
        try:
            project = _edit_text(project, id_, name, of_text)
        except XugaoError as error:
            base = id_ if name == "text" else f"{id_}.{name}"
            places = "、".join(f"{base}.{edit.kind}.{edit.which}" for edit in of_text)
            refused.append(f"{places}：{error}")
    if refused:
        raise ValueRefused("\n".join(refused))
    return before if project == before else project


class Refusal(NamedTuple):
    """Why a place does not take what was typed; `is_place_gone` where there is no such place.

    Words and no exception: one that is handed on keeps the frames it went through, with what Qt
    lent them for the time of a call, until garbage is collected.
    """

    reason: str
    is_place_gone: bool


def refusal(project: Project, place: str, typed: str, today: date) -> Refusal | None:
    """Why one place would refuse what was typed; None where it would take it."""
    try:
        parsed = parse_place(place)
        edit = _text_edit(parsed, typed)
        if edit:
            (id_, name), of_text = edit
            _edit_text(project, id_, name, [of_text])
        else:
            _set(project, parsed, Assignment(place, typed), today)
    except XugaoError as error:
        return Refusal(str(error), isinstance(error, PlaceError))
    return None


def _shortened(place: str) -> str:
    return place if len(place) <= _LONGEST_PLACE else f"{place[:_LONGEST_PLACE]}…"


def _set(project: Project, place: Address, assignment: Assignment, today: date) -> Project:
    """One place set that is no figure or blank of a text."""
    typed, in_bulk = assignment.typed, assignment.in_bulk
    match place:
        case FieldPlace():
            return _set_field(project, place.field, typed, in_bulk=in_bulk)
        case ObservationPlace():
            return observe(project, place, typed, today)
        case RecordPlace(id="organization"):
            return _set_organization(project, place.path, typed)
        case RecordPlace():
            return _set_record(project, place, typed, in_bulk=in_bulk)


def _text_edit(place: Address, typed: str) -> tuple[tuple[str, str], Edit] | None:
    """`i7k2.figures.2` and `i7k2.lead.figures.0` as an edit of a text; None for other places."""
    found = _IN_TEXT.fullmatch(place.path) if isinstance(place, RecordPlace) else None
    if found is None or not isinstance(place, RecordPlace):
        return None
    return (place.id, found["name"] or "text"), Edit(found["kind"], int(found["which"]), typed)


def _set_field(project: Project, id_: str, typed: str, *, in_bulk: bool) -> Project:
    field = project.field(id_)
    if field is None:
        raise PlaceError(f"这份材料里没有“{id_}”这一项。可用 fields 命令列出全部可填的位置。")
    if not typed.strip():
        return _with_field(project, field, value=None)
    try:
        kept = normalize(field.kind, typed, field.unit, field.choices, _scope(project))
    except ValueRefused as error:
        raise ValueRefused(f"{field.label}：{error}") from error
    former = field.former if in_bulk else checked(field).former
    if in_bulk and "value" in former:
        renewed = former["value"].with_renewed_value(field.value or "", kept.text)
        former = {**former, "value": renewed}
    return _with_field(project, field, value=kept.text, unit=kept.unit, former=former)


def _with_field(project: Project, field: Field, **changes: Any) -> Project:
    renewed = field.changed(**changes)
    return project.changed(fields=tuple(renewed if one is field else one for one in project.fields))


def _edit_text(project: Project, id_: str, name: str, edits: list[Edit]) -> Project:
    renewed = with_edits(_record(project, id_), name, edits)
    return exchange(project, id_, lambda _: (renewed,))


def _set_record(project: Project, place: RecordPlace, typed: str, *, in_bulk: bool) -> Project:
    field = project.field(place.id)
    if field is not None:
        return _set_about_field(project, field, place, typed)
    task = project.task(place.id)
    if task is not None:
        return set_in_ledger(project, task, place.path, typed)
    record = _record(project, place.id)
    if isinstance(record, Row):
        return set_cell(project, record, place.path, typed, _scope(project), in_bulk=in_bulk)
    renewed = set_attribute(record, place.path, typed)
    if in_bulk:
        renewed = rebased(record, renewed, place.path)
    return exchange(project, place.id, lambda _: (renewed,))


def _set_about_field(project: Project, field: Field, place: RecordPlace, typed: str) -> Project:
    """What is said of a field beside its value: that it was looked at, who supplies it."""
    if place.path == CHECKED:
        change = checked if choice(typed, YES_NO) == "是" else unchecked
        return _with_field(project, field, former=change(field).former)
    if place.path == "supplier":
        return _with_field(project, field, supplier=one_line(typed))
    raise PlaceError(f"“{field.id}”没有“{place.path}”这一项。有：{CHECKED}、supplier。")


def _scope(project: Project) -> str:
    return superior_scope(project.organization.superior)


def _record(project: Project, id_: str) -> Record:
    record = find(project, id_)
    if record is None:
        raise PlaceError(f"这份材料里没有“{id_}”。可用 fields 命令列出全部可填的位置。")
    return record


def _set_organization(project: Project, name: str, typed: str) -> Project:
    if name not in _ORGANIZATION:
        raise PlaceError(f"单位信息里没有“{name}”。有：{'、'.join(_ORGANIZATION)}。")
    value: str | int | None = one_line(typed)
    if name == "name" and not value:
        raise ValueRefused("单位名称不能为空，如云岭县。")
    if name == "peers":
        value = at_least_one(typed) if typed.strip() else None
    return project.changed(organization=project.organization.changed(**{name: value}))
