"""What a place is called, in the words in which undo tells what it takes back."""

from __future__ import annotations

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.entry.ledger import LABELS
from model.errors import PlaceError
from model.report.address import FieldPlace, ObservationPlace, RecordPlace, parse_place
from model.report.project import Project
from model.report.record import Record
from model.report.schema import attributes, trait_of
from model.report.section import Row, TableBlock
from model.report.tree import find, walk

_LONGEST = 14
_ORGANIZATION = {"name": "名称", "superior": "上级", "peers": "一同排名的单位"}


def name_of(project: Project, place: str) -> str:
    """The label of a field, the name of an indicator and what is said of it, or the first words
    of a text. A place that is not there is called by its code. Raises nothing.
    """
    try:
        parsed = parse_place(place)
    except PlaceError:
        return place
    match parsed:
        case FieldPlace(id_):
            field = project.field(id_)
            return field.label if field else place
        case ObservationPlace():
            indicator = project.indicator(parsed.indicator)
            return f"{indicator.name} {parsed.facet.label}" if indicator else place
        case RecordPlace():
            return _of_record(project, parsed) or place


def _of_record(project: Project, place: RecordPlace) -> str:
    """First the words that stand there, which she knows best; else what it is."""
    path = place.path.partition(".")[0]
    if place.id == "organization":
        return _ORGANIZATION.get(path, "")
    task = project.task(place.id)
    if task is not None:
        return f"{task.text[:_LONGEST]} {LABELS.get(path, '')}".strip()
    record = find(project, place.id)
    if record is None:
        return ""
    if isinstance(record, Row):
        return _of_cell(project, record, path)
    trait = trait_of(record, path)
    words, label = _words(project, record), trait.label if trait else ""
    if words and label and trait is not None and not trait.names_record:
        return f"{words} {label}"
    return words or label


def _of_cell(project: Project, row: Row, key: str) -> str:
    """The first cell of its row, and the head of its column."""
    tables = (one for report in project.reports for one in walk(report))
    for table in tables:
        if isinstance(table, TableBlock) and any(one.id == row.id for one in table.rows):
            title = next((column.title for column in table.columns if column.key == key), "")
            return " ".join(filter(None, (next(filter(None, row.cells), ""), title)))
    return ""


def _words(project: Project, record: Record) -> str:
    named = (one for one in attributes(type(record)).values() if one.trait.names_record)
    text = next((words for one in named if (words := one.text(record))), "")
    text = text.replace("{quantity}", "▁")
    shown = (plain(text, ProjectReader(project)) if "{" in text else text).rstrip("。，；")
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
