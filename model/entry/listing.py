"""Every fillable place of a project, in the order a clerk meets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.entry.attributes import TEXTS, text_of
from model.entry.texts import around
from model.report.address import ObservationPlace
from model.report.carried import figure_states, last_figures, signed_text, wording_state
from model.report.computed import Asked
from model.report.fields import Field, FieldKind
from model.report.indicator import Indicator
from model.report.item import Item
from model.report.numbers import Known, Numbers, place_of
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    Column,
    IndicatorUse,
    Row,
    Section,
    TableBlock,
    Task,
)
from model.report.tables import cell_of, computed_share
from model.report.tree import children
from model.report.uses import texts_of
from model.values.facet import Facet
from model.values.number import written
from model.values.period import Period, is_period
from model.values.rank import Rank
from model.values.state import State
from model.wording.figures import Figure
from model.wording.linked import blanks_of, figures_of
from model.wording.links import IndicatorLink, links


class Fillable(NamedTuple):
    """One place to fill: what it is, what is there now, and what was there before."""

    place: str
    section: str
    label: str
    kind: str
    unit: str
    indicator: str | None
    facet: str | None
    period: str | None
    value: str | None
    last: str | None
    last_year: str | None
    state: State
    choices: tuple[str, ...] = ()
    hint: str = ""


def fillables(project: Project, report: Report | None = None) -> tuple[Fillable, ...]:
    """The places of all reports, or of one: fields first, then the texts in reading order.

    A value of an indicator that several texts use is listed where it is met first.
    """
    listing = _Listing(project)
    found: dict[str, Fillable] = {}
    for one in (*map(_field, project.fields), *listing.reports(report)):
        found.setdefault(one.place, one)
    return tuple(found.values())


def _field(field: Field) -> Fillable:
    return Fillable(
        field.id, field.group, field.label, field.kind.value, field.unit,
        None, None, None, field.value, field.carried, None, field.state, field.choices, field.hint,
    )  # fmt: skip


class _Listing:
    """Walks a project's reports; knows its numbers."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._numbers = Numbers(project)

    def reports(self, only: Report | None) -> Iterator[Fillable]:
        for report in self._project.reports:
            if only is None or report is only:
                yield from _texts(report, report.front.title)
                for part in report.content:
                    yield from self._record(part, "")

    def _record(self, record: Record, section: str) -> Iterator[Fillable]:
        if isinstance(record, Section) and record.heading:
            section = record.heading.text
        yield from self._linked(record, section)
        yield from _texts(record, section)
        if isinstance(record, IndicatorUse):
            yield from self._use(record, section)
        elif isinstance(record, Task):
            yield from _task(record, section)
        elif isinstance(record, TableBlock):
            for row in record.rows:
                yield from (_cell(record, row, column, section) for column in record.columns)
        for below in children(record):
            yield from self._record(below, section)

    def _use(self, use: IndicatorUse, section: str) -> Iterator[Fillable]:
        for id_ in (use.indicator, use.paired_with):
            indicator = self._numbers.indicator(id_) if id_ else None
            if indicator is not None:
                for facet in self._numbers.wanted(indicator, use):
                    asked = self._numbers.asked(indicator, use, facet)
                    yield self._value(asked, facet, section)

    def _linked(self, record: Record, section: str) -> Iterator[Fillable]:
        """The values that links in a record's texts show."""
        for _, text in texts_of(record):
            for link in links(text):
                if isinstance(link, IndicatorLink):
                    yield from self._link(link, section)

    def _link(self, link: IndicatorLink, section: str) -> Iterator[Fillable]:
        indicator = self._numbers.indicator(link.indicator)
        if indicator is None or (link.period and not is_period(link.period)):
            return
        use = IndicatorUse(indicator=link.indicator, period=link.period)
        if link.facet is None:
            yield from self._use(use, section)
        elif link.period is None:
            yield self._value(self._numbers.asked(indicator, use, link.facet), link.facet, section)
        else:
            yield self._value(Asked(indicator, Period.parse(link.period)), link.facet, section)

    def _value(self, asked: Asked, facet: Facet, section: str) -> Fillable:
        indicator, period = asked.indicator, asked.period
        known = self._numbers.known(asked, facet)
        place = place_of(asked, facet)
        return Fillable(
            str(place),
            section,
            value_label(indicator, place),
            kind_of(facet).value,
            known[0].unit if known else indicator.unit_of(facet),
            indicator.id,
            facet.value,
            str(period),
            _shown(known),
            self._before(asked, facet, period.previous()),
            self._before(asked, facet, period.last_year()),
            known[0].state if known else State.EMPTY,
            (),
            indicator.department,
        )

    def _before(self, asked: Asked, facet: Facet, period: Period) -> str | None:
        return _shown(self._numbers.known(Asked(asked.indicator, period, asked.basis), facet))


def value_label(indicator: Indicator, place: ObservationPlace) -> str:
    """`地区生产总值 同比增长（%）`."""
    unit = indicator.unit_of(place.facet)
    return f"{indicator.name} {place.facet.label}" + (f"（{unit}）" if unit else "")


def kind_of(facet: Facet) -> FieldKind:
    """The kind of value a facet takes."""
    if facet is Facet.RANK:
        return FieldKind.RANK
    if facet is Facet.POINTS:
        return FieldKind.POINTS
    return FieldKind.PERCENT if facet.unit == "%" else FieldKind.DECIMAL


def _shown(known: tuple[Known, ...]) -> str | None:
    """A value as it is typed; several ranks apart by 、."""
    return "、".join(_typed(one) for one in known) if known else None


def _typed(one: Known) -> str:
    if one.unit == "位" and (one.scope or one.of):
        return str(Rank(int(one.value), one.scope, one.of, one.tied))
    return written(one.value)


def _texts(record: Record, section: str) -> Iterator[Fillable]:
    """A record's texts: itself where it is prose, then its figures and blanks."""
    for name in TEXTS.get(type(record), ()):
        text = text_of(record, name)
        if isinstance(record, Item) and name == "text":
            yield _prose(record, section)
        if text:
            yield from _inside(record, name, text, section)


def _prose(item: Item, section: str) -> Fillable:
    label = (item.lead or item.text)[:16].rstrip("。，")
    last = item.carried.text if item.carried else None
    state = wording_state(item) if item.text else State.EMPTY
    return Fillable(
        f"{item.id}.text", section, label, FieldKind.PROSE.value, "",
        None, None, None, item.text or None, last, None, state, (), item.hint,
    )  # fmt: skip


def _inside(record: Record, name: str, text: str, section: str) -> Iterator[Fillable]:
    """The figures of a text, and the blanks that stand for something else."""
    id_ = getattr(record, "id", "")
    base = id_ if name == "text" else f"{id_}.{name}"
    hint = getattr(record, "hint", "")
    figures = figures_of(text)
    states, lasts = _looked_at(record, name, figures)
    for number, figure in enumerate(figures):
        yield Fillable(
            f"{base}.figures.{number}",
            section,
            around(text, figure.start, figure.end),
            FieldKind.DECIMAL.value,
            figure.unit,
            None,
            None,
            None,
            signed_text(figure),
            lasts[number],
            None,
            states[number],
            (),
            hint,
        )
    for number, blank in enumerate(blanks_of(text)):
        kind = FieldKind.PERIOD if blank.kind == "period" else FieldKind.TEXT
        yield Fillable(
            f"{base}.blanks.{number}", section, around(text, blank.start, blank.end),
            kind.value, "", None, None, None, None, None, None, State.EMPTY, (), hint,
        )  # fmt: skip


def _looked_at(
    record: Record, name: str, figures: Sequence[Figure]
) -> tuple[Sequence[State], Sequence[str | None]]:
    """The state of each figure of a text, and what it said last period."""
    if isinstance(record, Item) and name == "text":
        return figure_states(record), last_figures(record)
    states = [State.EMPTY if figure.blank else State.FILLED for figure in figures]
    return states, [None] * len(states)


def _task(task: Task, section: str) -> Iterator[Fillable]:
    """牵头单位, 配合单位, 完成时限 and the quantity of a task."""
    label = task.text.replace("{quantity}", "▁")[:16].rstrip("。")
    parts = [
        ("lead", "牵头单位", FieldKind.DEPARTMENTS, "、".join(task.lead), False),
        ("support", "配合单位", FieldKind.DEPARTMENTS, "、".join(task.support), False),
        ("deadline", "完成时限", FieldKind.TEXT, task.deadline or "", task.deadline == ""),
    ]
    if "{quantity}" in task.text:
        quantity = "" if task.quantity is None else written(task.quantity)
        parts.append(("quantity", "数量", FieldKind.DECIMAL, quantity, not quantity))
    for name, what, kind, value, is_blank in parts:
        state = State.EMPTY if is_blank else State.FILLED if value else State.DROPPED
        yield Fillable(
            f"{task.id}.{name}", section, f"{label} {what}", kind.value,
            task.unit if name == "quantity" else "",
            None, None, None, value or None, None, None, state, (), task.hint,
        )  # fmt: skip


def _cell(block: TableBlock, row: Row, column: Column, section: str) -> Fillable:
    value = cell_of(block, row, column.key)
    name = cell_of(block, row, block.columns[0].key) or row.id
    share = computed_share(block, row, column) if value is None else None
    state = State.FILLED if value is not None else State.COMPUTED if share else State.EMPTY
    value = value if share is None else written(share)
    return Fillable(
        f"{row.id}.{column.key}", block.caption or section, f"{name} {column.title}",
        column.kind.value, column.unit, None, None, None, value, None, None, state,
        column.choices,
    )  # fmt: skip
