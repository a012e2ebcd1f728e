"""Fields, texts, tasks and cells as places to fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.entry.prose import raw_texts
from model.entry.texts import around
from model.places.fillable import Fillable
from model.report.carried import figure_states, last_figures, signed_text, wording_state
from model.report.fields import Field
from model.report.item import Item
from model.report.record import Record
from model.report.section import Column, Row, TableBlock, Task
from model.report.tables import cell_of, computed_share
from model.values.field_kind import FieldKind
from model.values.number import written
from model.values.state import State
from model.wording.finding.figures import Figure
from model.wording.finding.linked import blanks_of, figures_of

_LABEL = 16


def field_place(field: Field) -> Fillable:
    """A field of the project, under its group."""
    return Fillable(
        field.id, field.group, field.label, field.kind.value, field.unit, value=field.value,
        last=field.carried, state=field.state, choices=field.choices, hint=field.hint,
    )  # fmt: skip


def text_places(record: Record, section: str) -> Iterator[Fillable]:
    """An item's text as a whole, and the figures and blanks of all texts of a record."""
    for name, text in raw_texts(record):
        if isinstance(record, Item) and name == "text":
            yield _prose(record, section)
        if text:
            yield from _figures(record, name, text, section)
            yield from _blanks(record, name, text, section)


def _prose(item: Item, section: str) -> Fillable:
    label = (item.lead or item.text)[:_LABEL].rstrip("。，")
    last = item.carried.text if item.carried else None
    state = wording_state(item) if item.text or item.lead else State.EMPTY
    return Fillable(
        f"{item.id}.text", section, label, FieldKind.PROSE.value, value=item.text or None,
        last=last, state=state, hint=item.hint,
    )  # fmt: skip


def _base(record: Record, name: str) -> str:
    """What places inside a text begin with."""
    id_: str = getattr(record, "id", "")
    return id_ if name == "text" else f"{id_}.{name}"


def _figures(record: Record, name: str, text: str, section: str) -> Iterator[Fillable]:
    figures = figures_of(text)
    states, lasts = _looked_at(record, name, figures)
    for number, figure in enumerate(figures):
        yield Fillable(
            f"{_base(record, name)}.figures.{number}",
            section,
            around(text, figure.start, figure.end),
            FieldKind.DECIMAL.value,
            figure.unit,
            value=signed_text(figure),
            last=lasts[number],
            state=states[number],
            hint=getattr(record, "hint", ""),
        )


def _looked_at(
    record: Record, name: str, figures: Sequence[Figure]
) -> tuple[Sequence[State], Sequence[str | None]]:
    """The state of each figure of a text, and what it said last period."""
    if isinstance(record, Item) and name == "text":
        return figure_states(record), last_figures(record)
    states = [State.EMPTY if figure.blank else State.FILLED for figure in figures]
    return states, [None] * len(states)


def _blanks(record: Record, name: str, text: str, section: str) -> Iterator[Fillable]:
    """The blanks of a text that stand for something else than a number."""
    for number, blank in enumerate(blanks_of(text)):
        yield Fillable(
            f"{_base(record, name)}.blanks.{number}",
            section,
            around(text, blank.start, blank.end),
            FieldKind.TEXT.value,
            hint=getattr(record, "hint", ""),
        )


def task_places(task: Task, section: str) -> Iterator[Fillable]:
    """牵头单位, 配合单位, 完成时限 and the quantity of a task."""
    label = task.text.replace("{quantity}", "▁")[:_LABEL].rstrip("。")
    quantity = None if task.quantity is None else written(task.quantity)
    parts: list[tuple[str, str, FieldKind, str | None, State]] = [
        ("lead", "牵头单位", FieldKind.DEPARTMENTS, "、".join(task.lead), State.OPTIONAL),
        ("support", "配合单位", FieldKind.DEPARTMENTS, "、".join(task.support), State.OPTIONAL),
        ("deadline", "完成时限", FieldKind.TEXT, task.deadline,
         State.OPTIONAL if task.deadline is None else State.EMPTY),
    ]  # fmt: skip
    if "{quantity}" in task.text:
        parts.append(("quantity", "数量", FieldKind.DECIMAL, quantity, State.EMPTY))
    for name, what, kind, value, without in parts:
        yield Fillable(
            f"{task.id}.{name}", section, f"{label} {what}", kind.value,
            task.unit if name == "quantity" else "", value=value or None,
            state=State.FILLED if value else without, hint=task.hint,
        )  # fmt: skip


def cells_of(block: TableBlock, section: str) -> Iterator[Fillable]:
    """The cells of a table, row by row, under its caption."""
    for number, row in enumerate(block.rows, 1):
        name = cell_of(block, row, block.columns[0].key) or f"第{number}行"
        for index, column in enumerate(block.columns):
            value, state = _cell(block, row, column)
            yield Fillable(
                f"{row.id}.{column.key}",
                block.caption or section,
                f"{name} {column.title}",
                column.kind.value,
                column.unit,
                value=value,
                last=row.carried[index] if index < len(row.carried) else None,
                state=state,
                choices=column.choices,
            )


def _cell(block: TableBlock, row: Row, column: Column) -> tuple[str | None, State]:
    """What a cell shows: typed, computed from its row, or nothing."""
    typed = cell_of(block, row, column.key)
    if typed is not None:
        return typed, State.FILLED
    share = computed_share(block, row, column)
    return (None, State.EMPTY) if share is None else (written(share), State.COMPUTED)
