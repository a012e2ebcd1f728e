"""The places of a record itself: its texts, their figures and blanks, values of tasks, cells."""

from __future__ import annotations

from collections.abc import Iterator

from model.entry.texts import around
from model.places.place import Place
from model.report.carried import (
    CELLS,
    cell_state,
    figures_in,
    formers,
    last_figures_in,
    said_in,
    value_in,
    words_of,
)
from model.report.fields import Field
from model.report.former import signed_text
from model.report.item import Item, is_blank_line
from model.report.memory import remembered
from model.report.record import Record
from model.report.report import Report
from model.report.schema import Attribute, Kind, Renewed, attributes, texts
from model.report.section import Column, Row, TableBlock, Task
from model.report.tables import cell_of, computed_share
from model.report.uses import said_children, shown_texts, texts_of
from model.values.field_kind import FieldKind
from model.values.number import written
from model.values.state import State
from model.wording.finding.linked import blanks_of, figures_of

_LABEL = 16
_KINDS = {
    Kind.PROSE: FieldKind.PROSE,
    Kind.DEPARTMENTS: FieldKind.DEPARTMENTS,
    Kind.QUANTITY: FieldKind.DECIMAL,
}


def field_place(field: Field, *, is_named: bool = True, followed: str | None = None) -> Place:
    """Return the place of a field, under its group; one that no text names need not be filled.

    `followed` is what the numbers make of it as long as nothing was chosen.
    """
    if field.value is None and followed is not None:
        return Place(
            field.id, field.group, field.label, field.kind.value, field.unit, value=followed,
            last=field.last, state=State.COMPUTED, choices=field.choices, hint=field.hint,
            supplier=field.supplier,
        )  # fmt: skip
    state = field.state
    if not is_named and state in (State.EMPTY, State.CARRIED):
        state = State.OPTIONAL if field.value is None else State.FILLED
    return Place(
        field.id, field.group, field.label, field.kind.value, field.unit, value=field.value,
        last=field.last, state=state, choices=field.choices, hint=field.hint,
        supplier=field.supplier,
    )  # fmt: skip


@remembered
def own_places(record: Record) -> tuple[Place, ...]:
    """Return the places of a record itself, in reading order."""
    return tuple(_own(record))


@remembered
def places_below(record: Record) -> tuple[Place, ...]:
    """Return the places of a record and of all below it that a text shows, in reading order."""
    below = (place for child in said_children(record) for place in places_below(child))
    return (*own_places(record), *below)


def _own(record: Record) -> Iterator[Place]:
    if isinstance(record, Item) and is_blank_line(record):
        return
    places = [*_texts(record), *_values(record)]
    if getattr(record, "dropped", False):
        yield from (place._replace(state=State.DROPPED) for place in places)
    else:
        yield from places


def _values(record: Record) -> Iterator[Place]:
    """The places of a record beside its texts."""
    if isinstance(record, Task):
        yield from _of_task(record)
    elif isinstance(record, TableBlock):
        yield from _cells(record)


def _texts(record: Record) -> Iterator[Place]:
    """Each text of a record as a whole, where it is one to fill or renew; its figures, blanks."""
    is_dropped = getattr(record, "dropped", False)
    shown = dict(texts_of(record) if is_dropped else shown_texts(record))
    for attribute in texts(type(record)):
        text = shown.get(attribute.path, "")
        whole = _whole(record, attribute, text)
        if whole is not None:
            yield whole
        if text:
            yield from _figures(record, attribute, text)
            yield from _blanks(record, attribute, text)


def _whole(record: Record, attribute: Attribute, text: str) -> Place | None:
    """A text as one place; None for one that nobody has to fill in or look at."""
    path, trait = attribute.path, attribute.trait
    former = formers(record).get(path)
    if trait.renewed is Renewed.ALWAYS:
        if not text and path != "text":
            return None
        state = _state_of_prose(record, path, text)
    elif isinstance(record, Report) and path == "title" and not text.strip():
        state = State.EMPTY
    elif former is None or not text:
        return None
    else:
        state = words_of(record, path)
        if state is State.FILLED:
            return None
    return Place(
        f"{getattr(record, 'id', '')}.{path}",
        "",
        _label(record, attribute, text),
        _KINDS.get(trait.kind, FieldKind.TEXT).value,
        value=text or None,
        last=former.text if former else None,
        state=state,
        hint=getattr(record, "hint", ""),
    )


def _state_of_prose(record: Record, path: str, text: str) -> State:
    """A point of a lead alone needs no more words; one of nothing at all does."""
    if text or path in formers(record):
        return words_of(record, path)
    return State.OPTIONAL if getattr(record, "lead", None) else State.EMPTY


def _label(record: Record, attribute: Attribute, text: str) -> str:
    if attribute.trait.renewed is not Renewed.ALWAYS or isinstance(record, Report):
        return attribute.trait.label
    lead = getattr(record, "lead", None)
    words = lead if isinstance(lead, str) and lead else text
    said = words.replace("{quantity}", "▁")[:_LABEL].rstrip("。，")
    return said or f"（空的{'任务' if isinstance(record, Task) else '要点'}）"


def _base(record: Record, path: str) -> str:
    """What places inside a text begin with."""
    id_: str = getattr(record, "id", "")
    return id_ if path == "text" else f"{id_}.{path}"


def _figures(record: Record, attribute: Attribute, text: str) -> Iterator[Place]:
    figures = figures_of(text)
    if not figures:
        return
    path = attribute.path
    states, lasts = figures_in(record, path), last_figures_in(record, path)
    for number, figure in enumerate(figures):
        yield Place(
            f"{_base(record, path)}.figures.{number}",
            "",
            around(text, figure.start, figure.end),
            FieldKind.DECIMAL.value,
            figure.unit,
            value=signed_text(figure),
            last=lasts[number],
            state=states[number],
            hint=getattr(record, "hint", ""),
        )


def _blanks(record: Record, attribute: Attribute, text: str) -> Iterator[Place]:
    """The blanks of a text that stand for something else than a number."""
    for number, blank in enumerate(blanks_of(text)):
        yield Place(
            f"{_base(record, attribute.path)}.blanks.{number}",
            "",
            around(text, blank.start, blank.end),
            FieldKind.TEXT.value,
            hint=getattr(record, "hint", ""),
        )


def _of_task(task: Task) -> Iterator[Place]:
    """牵头单位, 配合单位, 完成时限 and the quantity of a task."""
    words = task.text.replace("{quantity}", "▁")[:_LABEL].rstrip("。")
    for attribute in attributes(Task).values():
        path, trait = attribute.path, attribute.trait
        if not trait.is_listed or (path == "quantity" and "{quantity}" not in task.text):
            continue
        value = _typed(task, attribute)
        former = task.former.get(path)
        wanted = path == "quantity" or (path == "deadline" and task.deadline is not None)
        blank = State.EMPTY if wanted else State.OPTIONAL
        yield Place(
            f"{task.id}.{path}",
            "",
            f"{words} {trait.label}",
            _KINDS.get(trait.kind, FieldKind.TEXT).value,
            task.unit if path == "quantity" else "",
            value=value or None,
            last=former.text if former else None,
            state=value_in(task, path) if value else blank,
            hint=task.hint,
        )


def _typed(task: Task, attribute: Attribute) -> str:
    value = attribute.get(task)
    return "、".join(value) if isinstance(value, tuple) else said_in(task, attribute)


def _cells(block: TableBlock) -> Iterator[Place]:
    """The cells of a table, row by row, under its caption."""
    if not block.columns:
        return
    for number, row in enumerate(block.rows, 1):
        name = cell_of(block, row, block.columns[0].key) or f"第{number}行"
        for column in block.columns:
            value, state = _cell(block, row, column)
            former = row.former.get(f"{CELLS}{column.key}")
            yield Place(
                f"{row.id}.{column.key}",
                block.caption,
                f"{name} {column.title}",
                column.kind.value,
                column.unit,
                value=value,
                last=former.text if former else None,
                state=state,
                choices=column.choices,
                supplier=row.supplier,
            )


def _cell(block: TableBlock, row: Row, column: Column) -> tuple[str | None, State]:
    """What a cell shows: typed, computed from its row, or nothing."""
    typed = cell_of(block, row, column.key)
    if typed is not None:
        return typed, cell_state(row, column, typed)
    share = computed_share(block, row, column)
    return (None, State.EMPTY) if share is None else (written(share), State.COMPUTED)
