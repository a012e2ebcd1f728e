"""WHAT CAME (回收) beside what the project has: one line a place, to take or to leave.

Every value is tried as typing it would be; nothing that came is lost: what cannot go in is a line
that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.choices.choice import ChoiceKind
from model.entry.apply import Assignment, set_values
from model.errors import ValueRefused, XugaoError
from model.forms.compared import compared, is_same, plain_number
from model.forms.form import (
    CORRECTED,
    HEADS,
    NOW,
    REMARK,
    Ask,
    FormLine,
    NumberRow,
    TaskRow,
    TextRow,
)
from model.forms.lines import Came, CameState, File, line_choice, noted, unknown
from model.forms.owed import Owed, Rows, owed_by, rows_of
from model.forms.returned import TEXT_HEAD, ReturnedForm, ReturnedRow
from model.forms.take import with_row
from model.forms.tasks import lines_of_task
from model.reading.workbook import SheetCell
from model.report.address import ObservationPlace, parse_place
from model.report.project import Project
from model.values.facet import Source
from model.values.number import parse_number, written

_NOTHING = frozenset(("", "—", "－", "-", "–", "/", "无", "无变化", "暂无"))
_CORRECTION = re.compile(
    r"(?P<which>上年同期|上年|去年|上期)?[^\d\-−－]*(?P<number>[-−－]?[\d,，]+(?:\.\d+)?)"
)


AskedRow = NumberRow | TextRow | FormLine | TaskRow


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of all departments, found by the keys of rows."""

    project: Project
    today: date
    owed: Mapping[str, Owed]
    by_key: Mapping[str, tuple[str, AskedRow]]
    columns: Mapping[str, tuple[str, Mapping[str, str]]]
    """By the id of a row or a table's name: its block, and the keys of columns by their heads."""

    @classmethod
    def of(cls, project: Project, today: date) -> Asking:
        owed = {one.department: one for one in owed_by(project, with_ranks=True)}
        by_key: dict[str, tuple[str, AskedRow]] = {}
        columns: dict[str, tuple[str, Mapping[str, str]]] = {}
        for name, of in owed.items():
            rows = rows_of(project, of)
            for row in _each(rows):
                by_key.setdefault(row.key, (name, row))
            for table in rows.tables:
                heads = {_head(one.title, one.unit): one.key for one in table.columns}
                columns |= {row.key: (table.block, heads) for row in table.rows}
        return cls(project, today, owed, by_key, columns)


def _each(rows: Rows) -> Iterator[AskedRow]:
    yield from rows.numbers
    yield from rows.texts
    yield from rows.tasks
    for table in rows.tables:
        yield from table.rows


def _head(title: str, unit: str) -> str:
    return re.sub(r"\s+", "", f"{title}（{unit}）" if unit else title)


def came(asking: Asking, form: ReturnedForm, file: File) -> tuple[Came, ...]:
    """All lines of one file."""
    lines = [line for row in form.rows for line in _of_row(asking, form, file, row)]
    lines += _loose(asking, form, file)
    return tuple(lines)


def together(lines: Sequence[Came]) -> tuple[Came, ...]:
    """The lines of all files: what two of them tell differently is told so; twice alike, once."""
    by_place: dict[str, list[Came]] = {}
    for line in lines:
        if line.choice.ways and line.row is None:
            by_place.setdefault(line.choice.place, []).append(line)
    twice = {
        place for place, found in by_place.items() if len({one.choice.theirs for one in found}) > 1
    }
    kept: list[Came] = []
    seen: set[tuple[str, str | None]] = set()
    for line in lines:
        said = (line.choice.place, line.choice.theirs)
        if line.choice.place in twice and line.choice.ways and line.row is None:
            others = [one for one in by_place[line.choice.place] if one.file is not line.file]
            note = "；".join(f"{one.file.name}报的是{one.choice.theirs}" for one in others)
            kept.append(noted(line._replace(state=CameState.TWICE), note))
            continue
        if line.choice.ways and line.row is None and said in seen:
            continue
        seen.add(said)
        kept.append(line)
    numbered = [
        line._replace(choice=replace(line.choice, key=f"h{number}"))
        for number, line in enumerate(kept, 1)
    ]
    return tuple(numbered)


def _of_row(asking: Asking, form: ReturnedForm, file: File, row: ReturnedRow) -> Iterator[Came]:
    found = asking.by_key.get(row.key)
    if found is None:
        said = "，".join(cell.text for cell in row.cells.values() if cell.text)[:200]
        yield unknown(file, row, said, "这份材料里没有这个编号的行，可能后来删去了")
        return
    department, asked = found
    if isinstance(asked, NumberRow):
        yield from _of_numbers(asking, form, file, row, asked, department)
    elif isinstance(asked, TextRow):
        yield from _of_text(file, row, asked, department)
    elif isinstance(asked, TaskRow):
        for line in lines_of_task(asking.project, asking.today, file, row, asked):
            yield line._replace(department=department)
    else:
        yield from _of_line(asking, file, row, asked, department)


def _of_numbers(
    asking: Asking,
    form: ReturnedForm,
    file: File,
    row: ReturnedRow,
    asked: NumberRow,
    department: str,
) -> Iterator[Came]:
    changed = _changed_known(form, row, asked)
    for ask in asked.asks:
        cell = _cell_of(row, ask)
        if cell is None or cell.text.strip() in _NOTHING:
            continue
        line = _of_value(asking, file, row, asked, ask, cell)._replace(department=department)
        if changed and line.state is not CameState.UNKNOWN:
            line = noted(line._replace(state=CameState.CHANGED), changed)
        yield line
    for head in HEADS:
        cell = row.cells.get(head)
        is_asked = any(ask.column == head for ask in asked.asks)
        if cell is not None and not is_asked and cell.text.strip() not in _NOTHING:
            label = f"{asked.name} {head}"
            yield unknown(file, row, cell.text, f"没有请报这一项（{row.where}）", label)
    if not any(_cell_of(row, ask) for ask in asked.asks) and not row.heads:
        said = "没有表头，看不出哪一列是本期数。请把表头也复制过来"
        yield unknown(file, row, "，".join(cell.text for cell in row.cells.values()), said)
    yield from _corrections(asking, file, row, asked)
    if row.text(REMARK):
        remark = line_choice("", asked.name, (None, row.text(REMARK)), file)
        yield Came(remark, CameState.REMARK, "", file, department)


def _cell_of(row: ReturnedRow, ask: Ask) -> SheetCell | None:
    return row.cells.get(ask.column)


def _changed_known(form: ReturnedForm, row: ReturnedRow, asked: NumberRow) -> str:
    """What of the locked cells is not what it was; '' where all is."""
    known = form.facts.get(row.key) or asked.known
    heads = ("指标", "单位", "报告期", "上期数", "上年同期数")
    told = [
        f"{head}原是“{was or '空'}”，表里是“{now or '空'}”"
        for head, was in zip(heads, known, strict=False)
        if head in row.cells or head in row.heads
        if (now := row.text(head)) != was and head != "单位" and not _alike(now, was)
    ]
    return "；".join(told)


def _alike(now: str, was: str) -> bool:
    return re.sub(r"\s+", "", now) == re.sub(r"\s+", "", was)


def _of_value(
    asking: Asking,
    file: File,
    row: ReturnedRow,
    asked: NumberRow,
    ask: Ask,
    cell: SheetCell,
) -> Came:
    own = asking.project.period.label_with_year
    name = asked.name if asked.span in ("", own) else f"{asked.name}（{asked.span}）"
    label = f"{name} {ask.column}" if ask.column != NOW else name
    last = asked.last if ask.column == NOW else ""
    if cell.is_uncounted:
        note = "公式还没有算出数。请对方用WPS打开这个表，保存一次再发来"
        return unknown(file, row, cell.text, note, label)
    try:
        typed = typed_of(cell, ask)
        place = place_to_set(ask.place)
        tried = set_values(asking.project, [Assignment(place, typed)], asking.today)
    except XugaoError as error:
        note = str(error).partition("：")[2] or str(error)
        return unknown(file, row, cell.text, f"{row.where}：{note}", label)
    ours = ask.have or None
    state, note = compared(asking.project, tried, ask, typed, last)
    choice = line_choice(place, label, (ours, typed), file, note)
    return Came(choice, state, last, file, "")


def typed_of(cell: SheetCell, ask: Ask) -> str:
    """What a clerk would have typed for what stands in a cell."""
    text = cell.text.strip()
    if cell.is_number and cell.is_percent and ask.unit == "%":
        return written(plain_number(parse_number(text) * 100))
    if cell.is_number and ask.choices:
        raise ValueRefused(f"要填{'、'.join(ask.choices)}，不是数")
    return text


def place_to_set(place: str) -> str:
    """Where what a department reports goes: beside what other sources say (部门报送数)."""
    address = parse_place(place)
    if not isinstance(address, ObservationPlace) or address.source or address.facet.is_forecast:
        return place
    return str(replace(address, source=Source.DEPARTMENT))


def _corrections(asking: Asking, file: File, row: ReturnedRow, asked: NumberRow) -> Iterator[Came]:
    """A correction of last period's or last year's value, told in words or as a number."""
    said = row.text(CORRECTED)
    if said in _NOTHING:
        return
    found = _CORRECTION.search(said)
    which = (found["which"] or "上期") if found else ""
    place = asked.corrected[which != "上期"] if found else ""
    ask = asked.ask(NOW)
    label = f"{asked.name} 更正{which or '上期/上年数'}"
    if found is None or not place or ask is None:
        yield unknown(file, row, said, "要更正的数请人看", label)
        return
    typed = found["number"].replace("，", ",")
    try:
        to_set = place_to_set(place)
        set_values(asking.project, [Assignment(to_set, typed)], asking.today)
    except XugaoError as error:
        yield unknown(file, row, said, str(error), label)
        return
    was = asked.last if which == "上期" else asked.last_year
    choice = line_choice(to_set, label, (was.partition("；")[0] or None, typed), file, said)
    yield Came(choice, CameState.OTHER, was, file, file.department)


def _of_text(file: File, row: ReturnedRow, asked: TextRow, department: str) -> Iterator[Came]:
    said = "\n".join(line.strip() for line in row.text(TEXT_HEAD).splitlines() if line.strip())
    if said in _NOTHING:
        return
    state, note = CameState.READY, ""
    if asked.have and _alike(said, asked.have):
        state = CameState.SAME
    elif asked.have:
        state = CameState.OTHER
    elif _alike(said, asked.last):
        state, note = CameState.FAR, "和上期文字一字不差"
    choice = line_choice(
        asked.place, asked.label, (asked.have or None, said), file, note, ChoiceKind.TEXT
    )
    yield Came(choice, state, asked.last, file, department)


def _of_line(
    asking: Asking, file: File, row: ReturnedRow, asked: FormLine, department: str
) -> Iterator[Came]:
    """The cells of a row of a table that are others than they were."""
    _, columns = asking.columns[asked.key]
    for (head, key), was in zip(columns.items(), asked.cells, strict=True):
        cell = row.cells.get(head)
        if cell is None or cell.text.strip() in _NOTHING or is_same(was, cell.text.strip(), ""):
            continue
        name = f"{asked.cells[0] or asked.key} {head}"
        if cell.is_uncounted:
            yield unknown(file, row, cell.text, "公式还没有算出数。请用WPS打开保存一次", name)
            continue
        place = f"{asked.id}.{key}"
        typed = typed_of(cell, Ask(NOW, place, _unit_of(head)))
        try:
            set_values(asking.project, [Assignment(place, typed)], asking.today)
        except XugaoError as error:
            yield unknown(file, row, cell.text, f"{row.where}：{error}", name)
            continue
        choice = line_choice(place, name, (was or None, typed), file)
        yield Came(
            choice, CameState.OTHER if was else CameState.READY, asked.last, file, department
        )


def _loose(asking: Asking, form: ReturnedForm, file: File) -> Iterator[Came]:
    """Rows without a key: new ones of a table, or what nobody knows."""
    tables = {tuple(columns): (block, columns) for block, columns in dict(asking.columns).values()}
    for row in form.loose:
        filled = {
            head: cell for head, cell in row.cells.items() if cell.text.strip() not in _NOTHING
        }
        inside = {head: cell for head, cell in filled.items() if head != "编号"}
        if not inside:
            continue
        found = next((one for heads, one in tables.items() if set(heads) <= set(row.heads)), None)
        said = "，".join(cell.text for cell in inside.values())
        if found is None:
            yield unknown(file, row, said, f"{row.where}没有编号，看不出是哪一行")
            continue
        block, columns = found
        cells = tuple(
            (columns[head], typed_of(cell, Ask(NOW, "", _unit_of(head))))
            for head, cell in inside.items()
            if head in columns
        )
        label = f"新增：{cells[0][1] if cells else said}"
        try:
            with_row(asking.project, block, cells, file.department, asking.today)
        except XugaoError as error:
            yield unknown(file, row, said, f"{row.where}：{error}", label)
            continue
        choice = line_choice(block, label, (None, said), file, "", ChoiceKind.STRUCTURE)
        yield Came(choice, CameState.NEW, "", file, file.department, (block, cells))


def _unit_of(head: str) -> str:
    return "%" if head.endswith("（%）") else ""
