"""字段和指标: what a project asks for, as two tables in which it is added, renamed and removed.

Every edit returns another project, or raises a `XugaoError` in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from model.arrange import fields, indicators
from model.arrange.mentions import count_of_texts, uses_of
from model.library import shipped
from model.report.fields import Field
from model.report.indicator import Indicator
from model.report.project import Project
from model.values.field_kind import FieldKind
from model.values.growth import Better, Flow, Growth, Measure, Target

FIELD_KINDS: Mapping[str, str] = {
    FieldKind.TEXT: "文字",
    FieldKind.PROSE: "一段话",
    FieldKind.INTEGER: "整数",
    FieldKind.DECIMAL: "小数",
    FieldKind.PERCENT: "百分比",
    FieldKind.POINTS: "百分点",
    FieldKind.MONEY: "金额",
    FieldKind.DATE: "日期",
    FieldKind.PERIOD: "时期",
    FieldKind.CHOICE: "选择项",
    FieldKind.RANK: "位次",
    FieldKind.DEPARTMENTS: "部门",
}
"""What the kinds of fields are called."""
_MEASURES: Mapping[str, str] = {
    Measure.AMOUNT: "金额",
    Measure.COUNT: "数量",
    Measure.RATE: "比率",
    Measure.AREA: "面积",
    Measure.MASS: "重量",
    Measure.ENERGY: "能量",
    Measure.LENGTH: "长度",
    Measure.GROWTH_ONLY: "只有增速",
    Measure.INDEX: "指数",
    Measure.CONCENTRATION: "浓度",
    Measure.DAYS: "天数",
    Measure.RANK: "位次",
    Measure.OTHER: "其他",
}
_FLOWS: Mapping[str, str] = {
    Flow.FLOW: "时期累计",
    Flow.STOCK: "期末时点",
    Flow.RATIO: "比率",
}
_GROWTHS: Mapping[str, str] = {
    Growth.NOMINAL: "按现价",
    Growth.CONSTANT_PRICE: "按不变价",
    Growth.SAME_BASE: "同口径",
    Growth.POINTS: "百分点",
    Growth.NONE: "不说增速",
}
_TARGETS: Mapping[str, str] = {
    Target.TOTAL: "总量",
    Target.GROWTH: "增速",
    Target.CEILING: "不超过",
    Target.NONE: "没有计划",
}
_BETTER: Mapping[str, str] = {
    Better.UP: "越高越好",
    Better.DOWN: "越低越好",
    Better.NEUTRAL: "不论高低",
}


__all__ = ["COLUMNS", "FIELD_KINDS", "Kind", "count_of_texts", "uses_of"]


class Kind(StrEnum):
    """Which of the two tables."""

    FIELDS = "fields"
    INDICATORS = "indicators"


class Column(NamedTuple):
    """One column: its head, what is set by it, and what can be chosen; '' is only told."""

    title: str
    attribute: str
    choices: Mapping[str, str] = {}


class Row(NamedTuple):
    """One definition: its id, and its cells as they are read."""

    id: str
    cells: tuple[str, ...]


COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    Kind.FIELDS: (
        Column("名称", "label"),
        Column("种类", ""),
        Column("单位", "unit"),
        Column("供稿单位", "supplier"),
        Column("用在", ""),
    ),
    Kind.INDICATORS: (
        Column("名称", "name"),
        Column("单位", "unit"),
        Column("报数单位", "supplier"),
        Column("用在", ""),
        Column("性质", "measure", _MEASURES),
        Column("时期", "flow", _FLOWS),
        Column("增速", "growth", _GROWTHS),
        Column("年度计划", "target", _TARGETS),
        Column("好坏", "better", _BETTER),
        Column("常用动词", "verbs"),
    ),
}


def rows(project: Project, kind: Kind) -> tuple[Row, ...]:
    """The rows of a table, in the order of the project."""
    if kind is Kind.FIELDS:
        return tuple(
            Row(one.id, _field_cells(one, count_of_texts(project, one.id)))
            for one in project.fields
        )
    return tuple(
        Row(one.id, _indicator_cells(one, count_of_texts(project, one.id)))
        for one in project.indicators
    )


def change(project: Project, kind: Kind, id_: str, column: int, typed: str) -> Project:
    """Set one cell as it was typed or chosen."""
    asked = COLUMNS[kind][column]
    if kind is Kind.INDICATORS:
        value = next((key for key, said in asked.choices.items() if said == typed), typed)
        return indicators.set_indicator(project, id_, asked.attribute, value)
    return fields.set_field(project, id_, asked.attribute, typed)


def add(project: Project, kind: Kind, name: str, unit: str, field_kind: str = "") -> Project:
    """One more: an indicator that the bank knows comes as it is there, any other with its unit. The
    `unit` of a choice are its choices apart by 、.
    """
    if kind is Kind.FIELDS:
        chosen = FieldKind(field_kind or FieldKind.TEXT)
        more = {"choices" if chosen is FieldKind.CHOICE else "unit": unit}
        return fields.add_field(project, name, chosen, **more)
    known = shipped.bank().by_name.get(name.strip())
    if known is not None:
        return indicators.add_indicator(project, known)
    return indicators.add_own_indicator(project, shipped.bank(), name, unit)


def remove(project: Project, kind: Kind, id_: str) -> Project:
    """Take one away that no text names."""
    if kind is Kind.FIELDS:
        return fields.remove_field(project, id_)
    return indicators.remove_indicator(project, id_)


def shift(project: Project, kind: Kind, id_: str, by: int) -> Project:
    """Move one up or down."""
    if kind is Kind.FIELDS:
        return fields.shift_field(project, id_, by)
    return indicators.shift_indicator(project, id_, by)


def bank_names() -> tuple[str, ...]:
    """What can be taken from the bank by its name."""
    return tuple(one.name for one in shipped.bank())


def _used(count: int) -> str:
    return f"{count}篇文稿" if count else "没有用到"


def _field_cells(one: Field, used: int) -> tuple[str, ...]:
    unit = "、".join(one.choices) if one.kind is FieldKind.CHOICE else one.unit
    return one.label, FIELD_KINDS[one.kind], unit, one.supplier, _used(used)


def _indicator_cells(one: Indicator, used: int) -> tuple[str, ...]:
    return (
        *(one.name, one.unit, one.supplier, _used(used)),
        *(_MEASURES[one.measure], _FLOWS[one.flow], _GROWTHS[one.growth]),
        *(_TARGETS[one.target], _BETTER[one.better], "、".join(one.verbs)),
    )
