"""数据变化说明: last -> this for every value and every figure, and what was not renewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.errors import ValueRefused
from model.numbers.ledger import ledger_of
from model.places.inventory import places_of
from model.places.place import Place
from model.report.address import ObservationPlace, parse_place
from model.report.indicator import Observation
from model.report.project import Project
from model.report.report import Report
from model.trends.series import Series, recent_words
from model.trends.trend import Trends
from model.values.number import parse_number, written
from model.values.state import State

_NUMBERS = ("integer", "decimal", "percent", "points", "money", "rank")
_NONE = "—"


class Changed(NamedTuple):
    """One number: what it was, what it is, the difference where both are plain numbers, and the
    row of numbers it is the last of, where that has a course."""

    place: str
    label: str
    unit: str
    last: str | None
    now: str | None
    difference: str | None
    note: str
    series: Series | None = None

    @property
    def course(self) -> str:
        """近期走势: the last values and whether they rise, '' where none are known."""
        return recent_words(self.series) if self.series else ""


def changes(project: Project, report: Report | None = None) -> tuple[Changed, ...]:
    """All numbers of the texts with a value now or before; what was not renewed says so."""
    trends = Trends(project)
    period = tuple(
        _changed(one)._replace(series=_series(trends, one.place))
        for one in places_of(project, report)
        if one.kind in _NUMBERS and (one.value is not None or one.last is not None)
    )
    return (*period, *_better_sources(project))


def _changed(one: Place) -> Changed:
    note = {State.EMPTY: "本期未填", State.CARRIED: "仍是上期数", State.DROPPED: "本期不写"}
    return Changed(
        one.place, one.label, one.unit, one.last, one.value,
        difference(one.last, one.value), note.get(one.state, ""),
    )  # fmt: skip


def _series(trends: Trends, place: str) -> Series | None:
    """The row of numbers that a place is a point of; a number in a text is of none."""
    if "@" not in place:
        return None
    parsed = parse_place(place)
    indicator = (
        trends.project.indicator(parsed.indicator) if isinstance(parsed, ObservationPlace) else None
    )
    if indicator is None or not isinstance(parsed, ObservationPlace):
        return None
    found = trends.of(indicator).holding(parsed)
    return found if found is not None and found.is_line else None


def difference(last: str | None, now: str | None) -> str | None:
    """now − last with its sign, None where one is missing or no plain number."""
    if last is None or now is None:
        return None
    try:
        gap = parse_number(now) - parse_number(last)
    except ValueRefused:
        return None
    return f"+{written(gap)}" if gap > 0 else written(gap)


def _better_sources(project: Project) -> Iterator[Changed]:
    """Where a better source of the same period has replaced a weaker one."""
    ledger = ledger_of(project.observations)
    for weaker in (one for one in project.observations if not one.words):
        best = ledger.best(weaker.indicator, weaker.period, weaker.aspect, weaker.basis)
        if best is None or best.source is weaker.source or best.value == weaker.value:
            continue
        if weaker.period == project.period:
            yield _replaced(project, weaker, best)


def _replaced(project: Project, weaker: Observation, best: Observation) -> Changed:
    indicator = project.indicator(weaker.indicator)
    name = indicator.name if indicator else weaker.indicator
    last, now = written(weaker.value), written(best.value)
    place = ObservationPlace.of(
        weaker.indicator, weaker.period, weaker.aspect, weaker.basis, weaker.source
    )
    return Changed(
        str(place),
        f"{name} {weaker.aspect.label}", best.unit, last, now, difference(last, now),
        f"{weaker.source.label}换成{best.source.label}",
    )  # fmt: skip


def as_document(project: Project, report: Report | None = None) -> Document:
    """The table as a document: title, table, nothing else."""
    title = f"{project.organization.name}{project.period.label_with_year}数据变化说明"
    found = changes(project, report)
    has_courses = any(one.course for one in found)
    rows = tuple(_row(one, has_course=has_courses) for one in found)
    before = project.before.label_with_year
    titles: tuple[str, ...] = ("项目", before, project.period.label_with_year, "变化", "说明")
    widths: tuple[int, ...] = (16, 6, 6, 4, 5)
    if has_courses:
        titles, widths = (*titles, "近期走势"), (12, 6, 6, 4, 5, 8)
    body: tuple[Paragraph | Table, ...] = (Paragraph(Role.TITLE, (Span(title),)),)
    if rows:
        body = (*body, Table(titles, widths, rows, small=True))
    else:
        body = (*body, Paragraph(Role.BODY, (Span("没有可以比较的数据。"),)))
    return Document(title, body)


def _row(one: Changed, *, has_course: bool) -> tuple[Cell, ...]:
    label = one.label if not one.unit or one.unit in one.label else f"{one.label}（{one.unit}）"
    cells = (
        Cell((Span(label, one.place),)),
        Cell((Span(one.last or _NONE),), True),
        Cell((Span(one.now or _NONE, one.place),), True),
        Cell((Span(one.difference or _NONE),), True),
        Cell((Span(one.note),)),
    )
    return (*cells, Cell((Span(one.course),))) if has_course else cells
