"""Any sequence of arrangements: each operation with arguments drawn from the project itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from model.arrange import fields, indicators, items, markers, order, paragraphs, parts, tables, uses
from model.arrange.tasks import add_task
from model.errors import XugaoError
from model.jobs.new_project import add_report
from model.library import shipped
from model.report.item import Item
from model.report.project import Project
from model.report.record import Record
from model.report.section import (
    Block,
    IndicatorsBlock,
    Outlook,
    OutlookGroup,
    Row,
    Section,
    TableBlock,
    Task,
    TasksBlock,
)
from model.report.tree import walk
from model.report.uses import uses_of
from model.values.facet import Facet
from model.values.field_kind import FieldKind

Operation = Callable[[Project], Project]
_BY = st.integers(-3, 3)
_WORDS = st.sampled_from(["强化保障", "", "推进落实", "名称"])


def _ids(project: Project, *kinds: type[Record]) -> list[str]:
    found = (one for report in project.reports for one in walk(report) if isinstance(one, kinds))
    return [one.id for one in found]  # type: ignore[attr-defined]


def _any(draw: st.DrawFn, project: Project, *kinds: type[Record]) -> str:
    """The id of a record of such a kind, or of nothing."""
    return draw(st.sampled_from(_ids(project, *kinds) or ["nothing"]))


_MOVABLE: tuple[type[Record], ...] = (
    Section, *Block.__args__, Item, Task, OutlookGroup, Row,
)  # fmt: skip


def _text_operations(draw: st.DrawFn, project: Project) -> list[Operation]:
    id_, other = _any(draw, project, *_MOVABLE), _any(draw, project, *_MOVABLE)
    item = _any(draw, project, Item)
    by, after = draw(_BY), draw(st.booleans())
    style = draw(st.sampled_from(["一是", "（一）", "①", "", "——"]))
    return [
        lambda p: order.remove(p, id_),
        lambda p: order.shift(p, id_, by),
        lambda p: order.move(p, id_, **{"after" if after else "before": other}),
        lambda p: order.duplicate(p, id_),
        lambda p: items.add_item(p, item, before=after),
        lambda p: markers.set_style(p, id_, style),
        lambda p: paragraphs.set_apart(p, id_, after),
    ]


def _cut_operations(draw: st.DrawFn, project: Project) -> list[Operation]:
    item, at = _any(draw, project, Item), draw(st.integers(0, 60))
    return [
        lambda p: items.split_item(p, item, at),
        lambda p: items.join_with_previous(p, item),
    ]


def _part_operations(draw: st.DrawFn, project: Project) -> list[Operation]:
    report = project.reports[-1].id
    id_, section = _any(draw, project, Section, *Block.__args__), _any(draw, project, Section)
    task, table = _any(draw, project, Task, TasksBlock), _any(draw, project, Row, TableBlock)
    words, kind = draw(_WORDS), draw(st.sampled_from(sorted(parts.BLOCKS)))
    template = shipped.template(draw(st.sampled_from(shipped.template_keys())))
    return [
        lambda p: parts.add_part(p, report, words, after=id_),
        lambda p: parts.add_part(p, report, words, inside=section),
        lambda p: parts.add_part(p, report, words),
        lambda p: parts.add_block(p, kind, after=id_),
        lambda p: parts.add_block(p, kind, inside=section),
        lambda p: add_task(p, task),
        lambda p: tables.add_row(p, table),
        lambda p: add_report(p, template, shipped.bank()).project,
    ]


def _column_operations(draw: st.DrawFn, project: Project) -> list[Operation]:
    table_id = _any(draw, project, TableBlock)
    table = next((one for one in _all(project, TableBlock) if one.id == table_id), None)
    keys = [column.key for column in table.columns] if table else ["none"]
    key, words, by = draw(st.sampled_from(keys)), draw(_WORDS), draw(_BY)
    return [
        lambda p: tables.add_column(p, table_id, words, after=key),
        lambda p: tables.remove_column(p, table_id, key),
        lambda p: tables.rename_column(p, table_id, key, words),
        lambda p: tables.shift_column(p, table_id, key, by),
    ]


def _use_operations(draw: st.DrawFn, project: Project) -> list[Operation]:
    holder_id, other = (_any(draw, project, IndicatorsBlock, OutlookGroup) for _ in range(2))
    holders = _all(project, IndicatorsBlock, OutlookGroup)
    stated = [use.indicator for one in holders if one.id == holder_id for use in uses_of(one)]
    indicator, facet = draw(st.sampled_from(stated or ["gdp"])), draw(st.sampled_from(list(Facet)))
    new, by = draw(st.sampled_from(shipped.bank().indicators)), draw(_BY)
    outlook = draw(st.sampled_from(list(Outlook)))
    return [
        lambda p: uses.add_use(p, holder_id, new),
        lambda p: uses.remove_use(p, holder_id, indicator),
        lambda p: uses.shift_use(p, holder_id, indicator, by),
        lambda p: uses.move_use(p, holder_id, indicator, other),
        lambda p: uses.choose_outlook(p, holder_id, indicator, outlook),
        lambda p: uses.drop_facet(p, holder_id, indicator, facet),
        lambda p: uses.restore_facet(p, holder_id, indicator, facet),
        lambda p: uses.add_remark(p, holder_id, indicator),
    ]


def _bank_operations(draw: st.DrawFn, project: Project) -> list[Operation]:
    indicator = draw(st.sampled_from(project.indicators)).id if project.indicators else "none"
    field = draw(st.sampled_from(project.fields)).id if project.fields else "none"
    words, by, kind = draw(_WORDS), draw(_BY), draw(st.sampled_from(list(FieldKind)))
    new, bank = draw(st.sampled_from(shipped.bank().indicators)), shipped.bank()
    return [
        lambda p: indicators.add_indicator(p, new),
        lambda p: indicators.add_own_indicator(p, bank, words, "个"),
        lambda p: indicators.remove_indicator(p, indicator),
        lambda p: indicators.shift_indicator(p, indicator, by),
        lambda p: indicators.set_indicator(p, indicator, "name", words),
        lambda p: indicators.set_indicator(p, indicator, "unit", words),
        lambda p: fields.add_field(p, words, kind),
        lambda p: fields.remove_field(p, field),
        lambda p: fields.rename_field(p, field, words),
        lambda p: fields.shift_field(p, field, by),
    ]


def _all(project: Project, *kinds: type[Record]) -> list[Any]:
    return [one for report in project.reports for one in walk(report) if isinstance(one, kinds)]


_FAMILIES = (
    _text_operations, _part_operations, _column_operations, _use_operations, _bank_operations,
)  # fmt: skip


def _tried(operation: Operation) -> Operation:
    """The operation; one that is refused, with a message, leaves the project as it is."""

    def tried(project: Project) -> Project:
        try:
            return operation(project)
        except XugaoError as error:
            assert str(error)
            return project

    return tried


@st.composite
def arrangements(draw: st.DrawFn, project: Project) -> Operation:
    """Any operation that writes in no item."""
    family = draw(st.sampled_from(_FAMILIES))
    operation: Operation = draw(st.sampled_from(family(draw, project)))
    return _tried(operation)


@st.composite
def cuts(draw: st.DrawFn, project: Project) -> Operation:
    """An item split, or joined with the one before it."""
    operation: Operation = draw(st.sampled_from(_cut_operations(draw, project)))
    return _tried(operation)
