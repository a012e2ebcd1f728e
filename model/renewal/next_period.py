"""This period's project -> the next one's: every number a field again, all text 待核.

What stays: the place, the departments, the house style, all former observations, all ids. What
is new: the project's id, with `from` naming the one it comes from, and the period. Numbers of
the new period are simply not there yet; last period's and last year's stand beside their fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.errors import ValueRefused
from model.renewal.ledger import carried_tasks
from model.renewal.period_words import renewed
from model.renewal.plans import plans_of, with_plans_to_report
from model.report.carried import carry_over, carry_over_row
from model.report.fields import Field
from model.report.fitting import fitted
from model.report.former import Former
from model.report.ids import project_id
from model.report.indicator import Indicator, Observation
from model.report.item import Item
from model.report.moving import period_codes, with_moved_periods
from model.report.period_codes import shifts
from model.report.project import Project
from model.report.report import Report
from model.report.section import IndicatorUse, Row, TableBlock, Task
from model.report.tree import ids_in, mapped, walk
from model.report.uses import texts_of
from model.values.aspect import base_mark
from model.values.field_kind import FieldKind
from model.values.period import Period, is_period
from model.wording.finding.dates import find_periods
from model.wording.links import IndicatorLink, links

_RENEWED_KINDS = (FieldKind.DATE, FieldKind.PERIOD)


def next_period(project: Project) -> Period:
    """The period that usually comes next: after a whole year the next whole year, for a yearly
    text is written yearly; but a quarter where the year was the last of its quarters."""
    period, before = project.period, project.last_period
    is_of_quarters = before is not None and before.year == period.year
    if period != period.whole_year() or is_of_quarters:
        return period.following()
    return Period(period.year + 1, 1, 12)


def carry(
    project: Project, period: Period | None = None, text_from: Project | None = None
) -> Project:
    """The project of the next period, or of `period`.

    With `text_from` the texts and fields come from that project (last year's same period), the
    numbers and the place from `project`. Raises `ValueRefused` for its own period or an
    earlier one.
    """
    new = period or next_period(project)
    source = text_from or project
    if new == project.period and text_from is None:
        raise ValueRefused(f"这份材料就是{new.label_with_year}的。请选下一个报告期。")
    if new.end < project.period.end:
        raise ValueRefused(
            f"{new.label_with_year}比这份材料的{project.period.label_with_year}还早。请选后面的报告期。"
        )
    indicators = _joined(project.indicators, source.indicators)
    by_id = {one.id: one for one in indicators}
    carried = [_report(report, source.period, new, by_id) for report in source.reports]
    taken = {id_ for report in carried for id_ in ids_in(report)}
    reports = tuple(
        with_plans_to_report(report, plans_of(former), taken)
        for report, former in zip(carried, source.reports, strict=True)
    )
    return project.changed(
        id=project_id(),
        from_=project.id,
        period=new,
        last_period=project.period,
        text_period=source.period,
        fields=_fields(project, source),
        indicators=indicators,
        observations=_observations(project.observations, source.observations),
        reports=reports,
        dismissed=(),
        forms=tuple(form for form in project.forms if form.period == project.period),
        tasks=carried_tasks(project, source, new),
    )


def _fields(project: Project, source: Project) -> tuple[Field, ...]:
    """Fields of the texts; where both projects know one, the value noted last is the project's."""
    own = {field.id: field for field in project.fields}
    kept = [own.get(field.id, field) for field in source.fields]
    known = {field.id for field in kept}
    return tuple(
        _field(field) for field in (*kept, *(one for one in project.fields if one.id not in known))
    )


def _field(field: Field) -> Field:
    """Dates and periods are certainly others now; anything else may still hold."""
    value = None if field.kind in _RENEWED_KINDS else field.value
    former = {} if field.value is None else {"value": Former(text=field.value)}
    return field.changed(value=value, former=former)


def _joined(own: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {one.id for one in own}
    return (*own, *(one for one in others if one.id not in known))


def _observations(
    own: tuple[Observation, ...], others: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    """All values of both; of the same value the project's own counts."""
    known = {one.key for one in own}
    return (*own, *(one for one in others if one.key not in known))


def _report(
    report: Report, old: Period, new: Period, indicators: Mapping[str, Indicator]
) -> Report:
    """The same text of another period: same ids, all of it carried, and fitted to the period."""
    moved = shifts(_codes(report), old, new)

    def moved_on(record: Any) -> Any:
        carried = _carried(with_moved_periods(record, moved))
        if isinstance(carried, TableBlock):
            carried = _with_moved_titles(carried, old, new)
        return fitted(carried, new, indicators)

    return mapped(report.changed(remarks=()) if report.remarks else report, moved_on)


def _codes(report: Report) -> set[str]:
    """All period codes that a report names."""
    found: set[str] = set()
    for record in walk(report):
        found |= period_codes(record)
    for text in (text for record in walk(report) for _, text in texts_of(record)):
        for link in links(text):
            if isinstance(link, IndicatorLink) and link.period and is_period(link.period):
                found.add(link.period)
            if isinstance(link, IndicatorLink) and link.facet and (base := base_mark(link.facet)):
                found.add(base)
    return found


def _carried(record: Any) -> Any:
    """A record as last period left it, to be looked at; what is certainly new is blank, and what
    was not said because of its span is as it was.
    """
    match record:
        case Item() | Task() if record.spans and record.dropped:
            return record
        case Item():
            return carry_over(record).changed(dropped=False)
        case Task():
            return _task(record)
        case IndicatorUse():
            return carry_over(record).changed(dropped=False)
        case TableBlock():
            rows = tuple(_row(record, row) for row in record.rows)
            return carry_over(record).changed(rows=rows)
        case _:
            return carry_over(record)


def _with_moved_titles(table: TableBlock, old: Period, new: Period) -> TableBlock:
    """The table with the periods that its columns are called by (1—6月, 2025年) moved along."""
    titles = [_moved_title(column.title, old, new) for column in table.columns]
    if len(set(titles)) < len(titles):
        return table
    return table.changed(
        columns=tuple(
            column.changed(title=title) for column, title in zip(table.columns, titles, strict=True)
        )
    )


def _moved_title(title: str, old: Period, new: Period) -> str:
    """A title of a column in the words of the new period; a year further off is a base that
    stays."""
    near = tuple(str(old.year + by) for by in (-1, 0, 1))
    for mention in reversed(find_periods(title)):
        name = renewed(mention.text, old, new)
        is_near = not mention.text[:4].isdigit() or mention.text.startswith(near)
        if name is not None and is_near and "XX" not in name:
            title = title[: mention.start] + name + title[mention.end :]
    return title


def _task(task: Task) -> Task:
    """The words stay, to be looked at; its deadline has passed or moved, its quantity is new."""
    return carry_over(task).changed(
        dropped=False, deadline=None if task.deadline is None else "", quantity=None
    )


def _row(block: TableBlock, row: Row) -> Row:
    """Names stay; what is done, its share and its status are new; totals and plans stay."""
    derived = {key for column in block.columns if column.share_of for key in column.share_of[:1]}
    cells = tuple(
        None
        if column.share_of or column.key in derived or column.kind is FieldKind.CHOICE
        else cell
        for column, cell in zip(block.columns, _padded(row, len(block.columns)), strict=True)
    )
    return carry_over_row(block, row).changed(cells=cells)


def _padded(row: Row, count: int) -> tuple[str | None, ...]:
    return (*row.cells, *(None,) * (count - len(row.cells)))[:count]
