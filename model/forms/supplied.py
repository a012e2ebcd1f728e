"""WHO SUPPLIES WHAT (供稿单位): all that can have a supplier of its own, as a list to edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from model.arrange.indicators import set_indicator
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.entry.apply import Assignment, set_values
from model.report.item import Item, is_blank_line
from model.report.project import Project
from model.report.record import Record
from model.report.section import (
    IndicatorsBlock,
    OutlookBlock,
    Row,
    Section,
    TableBlock,
    TasksBlock,
    TextBlock,
)
from model.report.tree import children

_LONGEST = 30
_INDICATOR = "指标"


class Supplied(NamedTuple):
    """One thing: its key, what kind it is, what it is called, who supplies it.

    `inherited` is who supplies it as long as nobody of its own is named; `depth` how far it lies
    below its text.
    """

    key: str
    kind: str
    label: str
    supplier: str
    inherited: str = ""
    depth: int = 0


def supplied(project: Project) -> tuple[Supplied, ...]:
    """Everything of a project that can have a supplier: fields, indicators, then the texts."""
    reader = ProjectReader(project)
    found = [Supplied(one.id, "字段", one.label, one.supplier) for one in project.fields]
    found += [
        Supplied(f"@{one.id}", _INDICATOR, one.name, one.supplier) for one in project.indicators
    ]
    for report in project.reports:
        found += _below(report, "", 0, reader)
    return tuple(found)


def _below(record: Record, around: str, depth: int, reader: ProjectReader) -> Iterator[Supplied]:
    own = getattr(record, "supplier", "")
    kind = _kind(record)
    if kind and not (isinstance(record, Item) and is_blank_line(record)):
        said = _label(record, reader)
        yield Supplied(getattr(record, "id", ""), kind, said, own, around, depth)
        depth += 1
    for child in children(record):
        yield from _below(child, own or around, depth, reader)


_KINDS: dict[type[Record], str] = {
    Section: "部分", TextBlock: "文字", IndicatorsBlock: "指标段", OutlookBlock: "指标预测",
    TasksBlock: "任务", TableBlock: "表格", Item: "要点", Row: "表格的行",
}  # fmt: skip


def _kind(record: Record) -> str:
    return _KINDS.get(type(record), "")


def _label(record: Record, reader: ProjectReader) -> str:
    """What the clerk knows it by: its heading, its first words, its first cell."""
    match record:
        case Section():
            words = record.heading.text if record.heading else ""
        case Item():
            words = record.lead or record.text
        case Row():
            words = next((cell for cell in record.cells if cell), "")
        case TableBlock():
            words = record.caption
        case IndicatorsBlock() | OutlookBlock() | TasksBlock():
            words = record.opening
        case _:
            words = next((one.text for one in children(record) if isinstance(one, Item)), "")
    return plain(words, reader)[:_LONGEST] or "（没有文字）"


def supply(project: Project, keys: Iterable[str], supplier: str) -> Project:
    """The project with a supplier at all of these; '' takes theirs away.

    Raises `PlaceError`, `ValueRefused`.
    """
    places: list[Assignment] = []
    for key in keys:
        if key.startswith("@"):
            project = set_indicator(project, key[1:], "supplier", supplier)
        else:
            places.append(Assignment(f"{key}.supplier", supplier))
    return set_values(project, places, date.min) if places else project
