"""The table of departments (部门): set down, renamed everywhere at once, taken away."""

from __future__ import annotations

from typing import Any, NamedTuple

from model.arrange.records import maker
from model.entry.cleaning import one_line
from model.entry.typed import departments
from model.errors import PlaceError, ValueRefused
from model.report.departments import Department
from model.report.fields import Field
from model.report.ledger import LedgerTask
from model.report.project import Project
from model.report.record import Record
from model.report.schema import Kind, attributes
from model.report.tree import mapped, walk
from model.values.field_kind import FieldKind


class Names(NamedTuple):
    """What is typed for a department: former names apart by 、."""

    name: str
    short: str = ""
    former: str = ""


def add_department(project: Project, names: Names) -> Project:
    """Set a department down behind the others; raises `ValueRefused` for a name that is taken."""
    made = _named(Department(id=maker(project).new("d"), name="…"), names)
    _refuse_taken(project, made)
    return _with(project, (*project.organization.departments, made))


def change_department(project: Project, id_: str, names: Names) -> Project:
    """Other names for a department; a new name takes the place of the old one everywhere.

    The old name becomes a former one. Raises `PlaceError`, `ValueRefused`.
    """
    known = _the(project, id_)
    renewed = _named(known, names)
    if renewed.name != known.name and known.name not in renewed.former:
        renewed = renewed.changed(former=(*renewed.former, known.name))
    former = tuple(name for name in renewed.former if name != renewed.name)
    renewed = renewed.changed(former=former)
    _refuse_taken(project, renewed)
    project = _with(
        project,
        tuple(renewed if one.id == id_ else one for one in project.organization.departments),
    )
    return project if renewed.name == known.name else _renamed(project, known.name, renewed.name)


def rename_department(project: Project, old: str, new: str) -> Project:
    """Another name for a department that may not be set down yet; raises `ValueRefused`."""
    known = project.organization.department(old)
    if known is None:
        project = add_department(project, Names(old))
        known = project.organization.departments[-1]
    return change_department(project, known.id, Names(new, known.short, "、".join(known.former)))


def remove_department(project: Project, id_: str) -> Project:
    """Take a department from the table; what it supplies keeps its name. Raises `PlaceError`."""
    known = _the(project, id_)
    return _with(
        project, tuple(one for one in project.organization.departments if one is not known)
    )


def set_down_suppliers(project: Project) -> Project:
    """The project with every supplier that is named in it set down in the table."""
    for name in suppliers_in(project):
        if project.organization.department(name) is None:
            project = add_department(project, Names(name))
    return project


def suppliers_in(project: Project) -> tuple[str, ...]:
    """All suppliers that are named, as they are written, in the order in which they are met."""
    found = [field.supplier for field in project.fields]
    found += [indicator.supplier for indicator in project.indicators]
    for report in project.reports:
        found += [getattr(record, "supplier", "") for record in walk(report)]
    return tuple(dict.fromkeys(filter(None, found)))


def _named(department: Department, names: Names) -> Department:
    name = one_line(names.name)
    if not name:
        raise ValueRefused("请写出单位的名称，如“财政局”。")
    return department.changed(
        name=name, short=one_line(names.short), former=departments(names.former)
    )


def _refuse_taken(project: Project, department: Department) -> None:
    for other in project.organization.departments:
        twice = set(other.names) & set(department.names)
        if other.id != department.id and twice:
            raise ValueRefused(
                f"“{'、'.join(sorted(twice))}”已经是“{other.name}”的名称、简称或曾用名。"
                "一个名称只能指一个单位。"
            )


def _the(project: Project, id_: str) -> Department:
    found = next((one for one in project.organization.departments if one.id == id_), None)
    if found is None:
        raise PlaceError("单位表里没有这个单位，可能刚刚被删去。")
    return found


def _with(project: Project, known: tuple[Department, ...]) -> Project:
    return project.changed(organization=project.organization.changed(departments=known))


def _renamed(project: Project, old: str, new: str) -> Project:
    """The project with one name in place of another, wherever it stands whole."""

    def in_record(record: Any) -> Any:
        return _with_name(record, old, new)

    return project.changed(
        fields=tuple(_field(field, old, new) for field in project.fields),
        indicators=tuple(
            one.changed(supplier=new) if one.supplier == old else one for one in project.indicators
        ),
        reports=tuple(mapped(report, in_record) for report in project.reports),
        forms=tuple(
            form.changed(department=new) if form.department == old else form
            for form in project.forms
        ),
        tasks=tuple(_task(task, old, new) for task in project.tasks),
    )


def _task(task: LedgerTask, old: str, new: str) -> LedgerTask:
    if old not in (*task.lead, *task.support):
        return task
    return task.changed(
        lead=_exchanged(task.lead, old, new), support=_exchanged(task.support, old, new)
    )


def _field(field: Field, old: str, new: str) -> Field:
    if field.supplier == old:
        field = field.changed(supplier=new)
    if field.kind is FieldKind.DEPARTMENTS and field.value:
        names = field.value.split("、")
        if old in names:
            field = field.changed(value="、".join(_exchanged(names, old, new)))
    return field


def _with_name(record: Record, old: str, new: str) -> Record:
    """A record that names the department as supplier, or among those who do a task."""
    changes: dict[str, Any] = {}
    if getattr(record, "supplier", "") == old:
        changes["supplier"] = new
    for path, attribute in attributes(type(record)).items():
        if attribute.trait.kind is Kind.DEPARTMENTS and old in (names := attribute.get(record)):
            changes[path] = _exchanged(names, old, new)
    return record.changed(**changes) if changes else record


def _exchanged(names: tuple[str, ...] | list[str], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if name == old else name for name in names))
