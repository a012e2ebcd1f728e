"""The indicators of a project: taken from the bank, defined by the clerk, renamed, taken away."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from model.arrange.mentions import Mention, mentions_of_indicator
from model.arrange.order import shifted
from model.arrange.records import maker
from model.entry.cleaning import one_line
from model.entry.typed import departments
from model.errors import PlaceError, ValueRefused
from model.library import shipped
from model.library.bank import Bank
from model.report.indicator import Indicator
from model.report.project import Project
from model.values.growth import Better, Flow, Growth, Measure, Target
from model.values.units import comparable

_KINDS: dict[str, Any] = {
    "measure": Measure,
    "flow": Flow,
    "growth": Growth,
    "target": Target,
    "better": Better,
}
ATTRIBUTES = ("name", "unit", "supplier", "verbs", *_KINDS)
"""What of an indicator can be changed."""


def add_indicator(project: Project, indicator: Indicator) -> Project:
    """Take an indicator of the bank into a project, if no text states it yet.

    Raises `ValueRefused` where the project has it.
    """
    renewed, _ = with_definition(project, indicator)
    if renewed is project:
        raise ValueRefused(f"这份材料里已经有指标“{indicator.name}”。")
    return renewed


def with_definition(project: Project, indicator: Indicator) -> tuple[Project, str]:
    """The project with the indicator's definition, and the id it has there.

    What the project has under the same id, or under one of its names, is the same quantity.
    The parts whose shares it tells come with it.
    """
    names = (indicator.name, *indicator.synonyms)
    for one in project.indicators:
        if one.id == indicator.id or one.name in names:
            return project, one.id
    known = {one.id for one in project.indicators}
    part_of = indicator.part_of if indicator.part_of in known else None
    copy = indicator.for_project().changed(part_of=part_of)
    project, parts = _with_parts(project, indicator)
    if parts:
        copy = copy.changed(complete_parts=(parts,))
    return project.changed(indicators=(*project.indicators, copy)), copy.id


def _with_parts(project: Project, indicator: Indicator) -> tuple[Project, tuple[str, ...]]:
    """The project with the parts whose shares an indicator tells, and their ids there."""
    ids = []
    for part in indicator.structure_parts:
        project, id_ = with_definition(project, shipped.bank().by_id[part])
        ids.append(id_)
    return project, tuple(ids)


def add_own_indicator(
    project: Project,
    bank: Bank,
    name: str,
    unit: str,
    *,
    measure: Measure = Measure.AMOUNT,
    growth: Growth = Growth.NONE,
    target: Target = Target.NONE,
) -> Project:
    """Define an indicator that the bank has not; all else of it is set by `set_indicator`.

    Raises `ValueRefused` for a name that is empty or already means an indicator.
    """
    plain = _new_name(project, name)
    known = bank.by_name.get(plain)
    if known is not None:
        raise ValueRefused(f"指标库里已经有“{known.name}”，请直接从指标库里选。")
    made = Indicator(
        id=maker(project).new("own-"),
        name=plain,
        unit=one_line(unit),
        measure=measure,
        growth=growth,
        target=target,
    )
    return project.changed(indicators=(*project.indicators, made))


def remove_indicator(project: Project, id_: str) -> Project:
    """Take an indicator away, with its values.

    Raises `PlaceError`, and `ValueRefused` telling where texts still speak of it.
    """
    indicator = _the(project, id_)
    mentions = mentions_of_indicator(project, id_)
    if mentions:
        raise ValueRefused(
            f"“{indicator.name}”还写在{Mention.told(mentions)}，不能删去。请先在那里去掉它。"
        )
    for one in project.indicators:
        if id_ in one.structure_parts:
            raise ValueRefused(f"“{one.name}”要用“{indicator.name}”的占比，不能删去它。")
    left = (one for one in project.indicators if one.id != id_)
    return project.changed(
        indicators=tuple(one.changed(part_of=None) if one.part_of == id_ else one for one in left),
        observations=tuple(one for one in project.observations if one.indicator != id_),
    )


def shift_indicator(project: Project, id_: str, by: int) -> Project:
    """Move an indicator in the table of indicators, at most to its end. Raises `PlaceError`."""
    indicator = _the(project, id_)
    there = list(project.indicators)
    moved = shifted(there, there.index(indicator), by)
    return project if moved == there else project.changed(indicators=tuple(moved))


def set_indicator(project: Project, id_: str, attribute: str, typed: str) -> Project:
    """Rename an indicator, or change what it is (`ATTRIBUTES`), as a clerk types it.

    Raises `PlaceError`, and `ValueRefused` for a name that is taken, or a unit that the values
    already typed cannot be converted to.
    """
    indicator = _the(project, id_)
    if attribute not in ATTRIBUTES:
        raise PlaceError(f"指标没有“{attribute}”这一项。有：{'、'.join(ATTRIBUTES)}。")
    if attribute == "name":
        plain = one_line(typed)
        value: Any = plain if plain == indicator.name else _new_name(project, typed)
    elif attribute == "verbs":
        value = departments(typed)
    elif attribute in _KINDS:
        value = _member(_KINDS[attribute], typed.strip())
    else:
        value = one_line(typed)
    if attribute == "unit":
        _refuse_other_unit(project, indicator, value)
    try:
        renewed = indicator.changed(**{attribute: value})
    except ValidationError as error:
        raise ValueRefused(f"“{typed}”不能填在这里。") from error
    all_ = tuple(renewed if one is indicator else one for one in project.indicators)
    return project.changed(indicators=all_)


def _the(project: Project, id_: str) -> Indicator:
    indicator = project.indicator(id_)
    if indicator is None:
        raise PlaceError(f"这份材料里没有指标“{id_}”。")
    return indicator


def _new_name(project: Project, name: str) -> str:
    plain = one_line(name)
    if not plain:
        raise ValueRefused("请写出指标的名称，如“快递业务量”。")
    if any(plain in (one.name, *one.synonyms) for one in project.indicators):
        raise ValueRefused(f"这份材料里已经有指标“{plain}”。请换一个名称，或直接用它。")
    return plain


def _refuse_other_unit(project: Project, indicator: Indicator, unit: str) -> None:
    for one in project.observations:
        is_level = one.indicator == indicator.id and one.unit == indicator.unit != ""
        if is_level and not comparable(one.unit, unit):
            raise ValueRefused(
                f"“{indicator.name}”已经填了以{one.unit}为单位的数，不能换算成“{unit}”。"
                "请先删去那些数，或另加一个指标。"
            )


def _member(kind: Any, typed: str) -> Any:
    for member in kind:
        if typed == member.value:
            return member
    raise ValueRefused(f"没有“{typed}”。可选：{'、'.join(member.value for member in kind)}。")
