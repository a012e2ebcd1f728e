"""Fields of a project: added, renamed, moved, and taken away once no text names them."""

from __future__ import annotations

from model.arrange.mentions import Mention, mentions_of_field
from model.arrange.order import shifted
from model.arrange.records import maker
from model.entry.cleaning import one_line
from model.entry.typed import departments
from model.errors import PlaceError, ValueRefused
from model.report.fields import Field
from model.report.project import Project
from model.values.field_kind import FieldKind

ATTRIBUTES = ("label", "unit", "supplier")
"""What of a field can be changed."""


def add_field(
    project: Project,
    label: str,
    kind: FieldKind = FieldKind.TEXT,
    *,
    unit: str = "",
    choices: str = "",
    group: str = "",
) -> Project:
    """A blank field of its own label behind the others; `choices` apart by 、.

    Raises `ValueRefused` for a label that is empty or taken, or a choice without choices.
    """
    choosable = departments(choices)
    if kind is FieldKind.CHOICE and len(choosable) < 2:
        raise ValueRefused("选择项至少要有两个可选的内容，用顿号隔开。")
    field = Field(
        id=maker(project).new("f"),
        label=_new_label(project, label),
        kind=kind,
        unit=one_line(unit),
        choices=choosable,
        group=one_line(group),
    )
    return project.changed(fields=(*project.fields, field))


def remove_field(project: Project, id_: str) -> Project:
    """Take a field and its value away.

    Raises `PlaceError`, and `ValueRefused` telling where texts still name it.
    """
    field = _the(project, id_)
    mentions = mentions_of_field(project, id_)
    if mentions:
        raise ValueRefused(
            f"“{field.label}”还用在{Mention.told(mentions)}，不能删去。请先在那里去掉它。"
        )
    return project.changed(fields=tuple(one for one in project.fields if one is not field))


def rename_field(project: Project, id_: str, label: str) -> Project:
    """Another label for a field. Raises `PlaceError`, `ValueRefused`."""
    field = _the(project, id_)
    if one_line(label) == field.label:
        return project
    renewed = field.changed(label=_new_label(project, label))
    return project.changed(fields=tuple(renewed if one is field else one for one in project.fields))


def set_field(project: Project, id_: str, attribute: str, typed: str) -> Project:
    """Change what a field is (`ATTRIBUTES`), as a clerk types it.

    Raises `PlaceError`, and `ValueRefused` for a label that is taken, or the unit of a choice.
    """
    field = _the(project, id_)
    if attribute not in ATTRIBUTES:
        raise PlaceError(f"字段没有“{attribute}”这一项。有：{'、'.join(ATTRIBUTES)}。")
    if attribute == "label":
        return rename_field(project, id_, typed)
    if attribute == "unit" and field.kind is FieldKind.CHOICE:
        raise ValueRefused(f"“{field.label}”是选择项，没有单位。要换可选的内容，请另加一项。")
    plain = one_line(typed)
    if plain == getattr(field, attribute):
        return project
    renewed = field.changed(**{attribute: plain})
    return project.changed(fields=tuple(renewed if one is field else one for one in project.fields))


def shift_field(project: Project, id_: str, by: int) -> Project:
    """Move a field down or (negative) up, at most to the end. Raises `PlaceError`."""
    field = _the(project, id_)
    there = list(project.fields)
    moved = shifted(there, there.index(field), by)
    return project if moved == there else project.changed(fields=tuple(moved))


def _the(project: Project, id_: str) -> Field:
    field = project.field(id_)
    if field is None:
        raise PlaceError(f"这份材料里没有“{id_}”这一项。")
    return field


def _new_label(project: Project, label: str) -> str:
    plain = one_line(label)
    if not plain:
        raise ValueRefused("请写出这一项的名称，如“主持会议的领导”。")
    if any(one.label == plain for one in project.fields):
        raise ValueRefused(f"已经有“{plain}”这一项了。请换一个名称。")
    return plain
