"""The texts of records whose figures and blanks are places of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.entry.attributes import ATTRIBUTES
from model.entry.texts import Edit, edited
from model.entry.use_settings import with_use
from model.errors import PlaceError
from model.report.carried import with_checked
from model.report.item import Item
from model.report.project import Project
from model.report.record import Record
from model.report.report import Front, Report
from model.report.section import (
    IndicatorsBlock,
    OutlookBlock,
    OutlookGroup,
    Section,
    TableBlock,
    Task,
    TasksBlock,
)
from model.report.tree import find
from model.report.uses import uses_of

_TEXTS: dict[type[Record], tuple[str, ...]] = {
    Item: ("lead", "text"),
    Section: ("heading",),
    IndicatorsBlock: ("opening",),
    OutlookBlock: ("opening",),
    OutlookGroup: ("text",),
    TasksBlock: ("opening",),
    Task: ("text",),
    TableBlock: ("caption",),
    Report: tuple(name for name in Front.model_fields),
}


def raw_texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts of a record by the name they have in a place; '' where there is none.

    The opening of a use stands under its block: `gdp.opening`.
    """
    for name in _TEXTS.get(type(record), ()):
        yield name, _own_text(record, name)
    if isinstance(record, IndicatorsBlock | OutlookGroup):
        for use in uses_of(record):
            if use.opening:
                yield f"{use.indicator}.opening", use.opening


def text_at(project: Project, place: str) -> str | None:
    """The raw text of a place such as `i7k2.text`; None where there is none."""
    id_, _, name = place.partition(".")
    record = find(project, id_)
    return dict(raw_texts(record)).get(name) if record is not None else None


def _own_text(record: Record, name: str) -> str:
    if isinstance(record, Section):
        return record.heading.text if record.heading else ""
    owner = record.front if isinstance(record, Report) else record
    text: str | None = getattr(owner, name)
    return text or ""


def with_edits(record: Record, name: str, edits: Sequence[Edit]) -> Record:
    """The record after edits of figures and blanks of one of its texts.

    Raises `PlaceError` where there is no such text or figure, `ValueRefused`.
    """
    texts = dict(raw_texts(record))
    if name not in texts:
        raise PlaceError(f"这里没有文字“{name}”。有：{'、'.join(texts) or '（没有）'}。")
    text = edited(texts[name], edits)
    indicator, dot, attribute = name.partition(".")
    if dot:
        return with_use(record, indicator, attribute, text)
    changed = ATTRIBUTES[type(record)][name](record, text)
    if isinstance(changed, Item) and name == "text":
        typed = [edit.which for edit in edits if edit.kind == "figures"]
        return with_checked(changed, typed)
    return changed
