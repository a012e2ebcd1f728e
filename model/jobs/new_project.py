"""From a template to a project: fresh ids, the numbers it asks for, its periods made real."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from model.library.bank import Bank
from model.report.fitting import fitted, with_deadline
from model.report.ids import IdMaker, project_id
from model.report.indicator import Indicator
from model.report.moving import with_moved_periods
from model.report.period_tokens import period_tokens
from model.report.prefixes import prefix_of
from model.report.project import FORMAT, Organization, Project
from model.report.report import Report, TemplateRef
from model.report.section import Task
from model.report.template import ReportTemplate
from model.report.tree import ids_in, mapped
from model.values.period import Period


class Made(NamedTuple):
    """A project, its new report's id, and the new id of every id of the template."""

    project: Project
    report: str
    ids: dict[str, str]


def new_project(
    template: ReportTemplate, bank: Bank, organization: Organization, period: Period
) -> Made:
    """A project with one report, all of it still to fill."""
    project = Project(format=FORMAT, id=project_id(), organization=organization, period=period)
    return add_report(project, template, bank)


def add_report(project: Project, template: ReportTemplate, bank: Bank) -> Made:
    """One more report in a project, on the same fields and numbers (one set of numbers)."""
    maker = IdMaker(id_ for report in project.reports for id_ in ids_in(report))
    ids: dict[str, str] = {}
    tokens = period_tokens(project.period)
    indicators = _joined(project.indicators, _indicators(template, bank))
    by_id = {one.id: one for one in indicators}

    def fresh(record: Any) -> Any:
        made = fitted(_fresh(record, maker, ids, tokens), project.period, by_id)
        return with_deadline(made, project.period) if isinstance(made, Task) else made

    content = tuple(mapped(part, fresh) for part in template.content)
    report = Report(
        id=maker.new("r"),
        template=TemplateRef(key=template.key, version=template.version),
        name=template.name,
        front=template.front,
        content=content,
        house_style=template.house_style,
        annex=template.annex,
        base_once=template.base_once,
        length=template.length,
    )
    renewed = project.changed(
        fields=_joined(project.fields, template.fields),
        indicators=indicators,
        reports=(*project.reports, with_moved_periods(report, tokens)),
    )
    return Made(renewed, report.id, ids)


def _fresh(record: Any, maker: IdMaker, ids: dict[str, str], tokens: dict[str, str]) -> Any:
    """A record of a template with an id of its own and real periods."""
    record = with_moved_periods(record, tokens)
    fresh = maker.new(prefix_of(type(record)))
    if record.id:
        ids[record.id] = fresh
    return record.changed(id=fresh)


def _indicators(template: ReportTemplate, bank: Bank) -> tuple[Indicator, ...]:
    """The definitions a project needs."""
    from_bank = (bank.by_id[id_] for id_ in template.indicators)
    return tuple(one.for_project() for one in (*from_bank, *template.own_indicators))


def _joined(there: tuple[Any, ...], more: Iterable[Any]) -> tuple[Any, ...]:
    """What is there, and what is new by its id."""
    known: set[str] = {one.id for one in there}
    return (*there, *(one for one in more if one.id not in known))
