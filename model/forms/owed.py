"""What a department owes (应报): the values, texts and rows of a project that it supplies.

The suppliers are those of the inventory of places; names of one department count as one.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.entry.observe import observe
from model.errors import XugaoError
from model.forms.form import (
    GROWTH,
    NOW,
    RANK,
    SHARE,
    Ask,
    Form,
    FormColumn,
    FormLine,
    FormTable,
    NumberRow,
    TaskRow,
    TextRow,
)
from model.forms.keys import keys_of
from model.forms.tasks import is_told, rows_of_tasks, tasks_by_leader
from model.numbers.ask import Numbers
from model.numbers.computed import Asked
from model.places.inventory import places_of
from model.places.place import Place
from model.report.address import FieldPlace, ObservationPlace, parse_place
from model.report.carried import CELLS
from model.report.departments import SentForm
from model.report.ledger import LedgerTask
from model.report.project import Project
from model.report.section import Row, TableBlock
from model.report.tables import cell_of
from model.report.tree import find, walk
from model.values.facet import Facet
from model.values.field_kind import FieldKind
from model.values.state import State

_COLUMNS = {
    Facet.ACTUAL: NOW, Facet.YOY: GROWTH, Facet.POINTS: GROWTH, Facet.PLAN_SHARE: SHARE,
    Facet.RANK: RANK,
}  # fmt: skip
_LABEL = 16
_NUMBERS = frozenset(("integer", "decimal", "percent", "points", "money"))


def department_of(project: Project, supplier: str) -> str:
    """The present name of the department that a supplier's name means."""
    return project.organization.present_name(supplier)


class Owed(NamedTuple):
    """The places of a project that one department supplies."""

    department: str
    values: tuple[Place, ...]
    texts: tuple[Place, ...]
    cells: tuple[Place, ...]
    tasks: tuple[LedgerTask, ...] = ()
    untold: int = 0
    """How many of the tasks nobody has told of yet."""

    @property
    def places(self) -> tuple[Place, ...]:
        return (*self.values, *self.texts, *self.cells)

    @property
    def amount(self) -> int:
        """How much it owes."""
        return len(self.places) + len(self.tasks)

    @property
    def left(self) -> int:
        """How much of it is still to be filled in, looked at or told of."""
        left = sum(one.state in (State.EMPTY, State.CARRIED) for one in self.places)
        return left + self.untold


def owed_by(project: Project, *, with_ranks: bool = False) -> tuple[Owed, ...]:
    """What every department owes, in the order of the table of departments, then of the text.

    What is computed is not asked for, nor what will be once the levels have come; ranks come from
    the city and are asked for only where that is wanted.
    """
    computed = _computed_once_filled(project)
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places_of(project):
        if place.supplier and not _is_not_asked(place, computed, with_ranks=with_ranks):
            by_name[department_of(project, place.supplier)].append(place)
    table = [one.name for one in project.organization.departments]
    tasks = tasks_by_leader(project, dict.fromkeys((*table, *by_name)))
    names = dict.fromkeys((*by_name, *tasks))
    order = [name for name in table if name in names]
    order += [name for name in names if name not in order]
    return tuple(_sorted_out(project, name, by_name[name], tasks.get(name, ())) for name in order)


def _is_not_asked(place: Place, computed: frozenset[str], *, with_ranks: bool) -> bool:
    if place.state in (State.DROPPED, State.COMPUTED) or place.place in computed:
        return True
    return place.kind == FieldKind.RANK.value and not with_ranks


def _computed_once_filled(project: Project) -> frozenset[str]:
    """The shares of plans that are computed as soon as the levels are known."""
    shares = [
        parsed
        for place in places_of(project)
        if place.facet == Facet.PLAN_SHARE.value and place.state is State.EMPTY
        if isinstance(parsed := parse_place(place.place), ObservationPlace)
    ]
    day = datetime.date.min
    tried = project
    for share in shares:
        level = ObservationPlace.of(
            share.indicator, share.period, Facet.ACTUAL, share.basis, share.source
        )
        try:
            tried = observe(tried, level, "1", day)
        except XugaoError:
            continue
    numbers = Numbers(tried)
    found: set[str] = set()
    for share in shares:
        indicator = project.indicator(share.indicator)
        if indicator is not None:
            asked = Asked(indicator, share.period, share.basis, share.source)
            known = numbers.known(asked, share.facet)
            if known and known[0].state is State.COMPUTED:
                found.add(str(share))
    return frozenset(found)


def _sorted_out(
    project: Project, name: str, places: Sequence[Place], tasks: tuple[LedgerTask, ...]
) -> Owed:
    values: list[Place] = []
    texts: list[Place] = []
    cells: list[Place] = []
    for place in places:
        address = parse_place(place.place)
        if isinstance(address, ObservationPlace | FieldPlace):
            values.append(place)
        elif isinstance(find(project, address.id), Row):
            cells.append(place)
        elif address.path == "text":
            texts.append(place)
    untold = sum(not is_told(project, task) for task in tasks)
    return Owed(name, tuple(values), tuple(texts), tuple(cells), tasks, untold)


def form_of(project: Project, owed: Owed, sent: SentForm) -> Form:
    """The form of a department, as it was or is to be sent."""
    return Form(
        id=sent.id,
        project=project.id,
        office=project.organization.name,
        department=owed.department,
        period=str(project.period),
        period_label=project.period.label_with_year,
        report="、".join(report.name for report in project.reports if report.name),
        sent=sent.sent,
        due=sent.due,
        ask=sent.ask,
        **rows_of(project, owed)._asdict(),
    )


class Rows(NamedTuple):
    """The rows of a form."""

    numbers: tuple[NumberRow, ...]
    texts: tuple[TextRow, ...]
    tables: tuple[FormTable, ...]
    tasks: tuple[TaskRow, ...]


def rows_of(project: Project, owed: Owed) -> Rows:
    """The rows of a form with their keys: the same for any form of these places."""
    values = _values_by_row(project, owed.values)
    rows = list(dict.fromkeys(one.place.partition(".")[0] for one in owed.cells))
    named = [*values, *(one.place for one in owed.texts), *rows]
    named += [task.id for task in owed.tasks]
    keys = iter(keys_of(owed.department, project.period, named))
    numbers = tuple(_number_row(project, next(keys), places) for places in values.values())
    reader = ProjectReader(project)
    texts = tuple(
        TextRow(
            next(keys),
            one.place,
            _label(one, reader),
            plain(one.last or "", reader),
            plain(one.value or "", reader) if one.state is not State.CARRIED else "",
        )
        for one in owed.texts
    )
    tables = tuple(_tables(project, dict(zip(rows, keys, strict=False))))
    return Rows(numbers, texts, tables, rows_of_tasks(project, owed.tasks, keys))


def _label(place: Place, reader: ProjectReader) -> str:
    """What a point is known by, with what its links say."""
    if "{" not in place.label:
        return place.label
    return plain(place.value or place.last or "", reader)[:_LABEL].rstrip("，。")


def _values_by_row(project: Project, places: Iterable[Place]) -> dict[str, list[Place]]:
    """The places of one row together: level, growth, share and rank of an indicator, of a period.

    A row is named without the project's own period, so that its name is that of every period.
    """
    found: dict[str, list[Place]] = {}
    for place in places:
        address = parse_place(place.place)
        name = place.place
        if isinstance(address, ObservationPlace):
            period = "" if address.period == project.period else str(address.period)
            basis = f":{address.basis}" if address.basis else ""
            is_standard = address.facet in _COLUMNS
            facet = "" if is_standard else f".{address.facet.value}"
            name = f"{address.indicator}@{period}{basis}{facet}"
        found.setdefault(name, []).append(place)
    return found


def _number_row(project: Project, key: str, places: Sequence[Place]) -> NumberRow:
    first = places[0]
    address = parse_place(first.place)
    asks = tuple(_ask(one) for one in places)
    if not isinstance(address, ObservationPlace):
        return NumberRow(key, first.label, first.unit, "", first.last or "", "", asks)
    indicator = project.indicator(address.indicator)
    assert indicator is not None
    is_standard = address.facet in _COLUMNS
    name = indicator.name if is_standard else f"{indicator.name}（{address.facet.label}）"
    level = next((one for one in places if _column(one) == NOW), first)
    last, last_year = (_before(places, which) for which in ("last", "last_year"))
    span = address.period.label_with_year + (address.basis.label if address.basis else "")
    return NumberRow(
        key, name, _units(places), span, last, last_year, asks,
        _decimals(level.value, level.last, level.last_year), _corrected(project, level),
    )  # fmt: skip


def _ask(place: Place) -> Ask:
    have = place.value if place.state is not State.CARRIED else None
    is_number = place.kind in _NUMBERS and (not place.value or ":" not in place.value)
    return Ask(_column(place), place.place, place.unit, have or "", is_number, place.choices)


def _column(place: Place) -> str:
    facet = place.facet
    return next((head for one, head in _COLUMNS.items() if one.value == facet), NOW)


def _units(places: Sequence[Place]) -> str:
    """`亿元`; `亿元，同比%` where growth is asked for beside."""
    said = [
        one.unit if _column(one) in (NOW, RANK) else f"{_column(one)}{one.unit}"
        for one in places
        if one.unit
    ]
    return "，".join(dict.fromkeys(said))


def _before(places: Sequence[Place], which: str) -> str:
    """`45.2；同比5.1` as the locked cells show it."""
    said: list[str] = []
    for place in places:
        value: str | None = getattr(place, which)
        if value is not None and _column(place) != RANK:
            head = "" if _column(place) == NOW else _column(place)
            said.append(f"{head}{value}{'%' if head and place.unit == '%' else ''}")
    return "；".join(said)


def _decimals(*values: str | None) -> int | None:
    """How many decimals the value had; None where none is known."""
    for value in values:
        try:
            exponent = Decimal(value or "").as_tuple().exponent
        except ArithmeticError:
            continue
        return max(0, -int(exponent))
    return None


def _corrected(project: Project, level: Place) -> tuple[str, str]:
    """The places of last period's and last year's value of a level."""
    address = parse_place(level.place)
    if not isinstance(address, ObservationPlace) or level.last is None:
        last = ""
    else:
        before = level.last_period or str(project.before)
        last = f"{address.indicator}@{before}.{address.facet.value}"
    if not isinstance(address, ObservationPlace) or level.last_year is None:
        return last, ""
    return last, f"{address.indicator}@{address.period.last_year()}.{address.facet.value}"


def _tables(project: Project, keys: dict[str, str]) -> Iterable[FormTable]:
    """The tables of which rows are asked for, with these rows."""
    reader = ProjectReader(project)
    blocks = (
        record
        for report in project.reports
        for record in walk(report)
        if isinstance(record, TableBlock)
    )
    for block in blocks:
        rows = [row for row in block.rows if row.id in keys]
        if rows:
            columns = tuple(
                FormColumn(one.key, one.title, one.unit, one.kind.value in _NUMBERS, one.choices)
                for one in block.columns
                if one.share_of is None
            )
            yield FormTable(
                block.id,
                plain(block.caption, reader) or "项目",
                columns,
                tuple(_line(block, row, keys[row.id], columns) for row in rows),
            )


def _line(block: TableBlock, row: Row, key: str, columns: Sequence[FormColumn]) -> FormLine:
    cells = tuple(cell_of(block, row, column.key) or "" for column in columns)
    said = [
        f"{column.title}{former.text}"
        for column, cell in zip(columns, cells, strict=True)
        if not cell and (former := row.former.get(f"{CELLS}{column.key}"))
    ]
    return FormLine(key, row.id, cells, "，".join(said))
