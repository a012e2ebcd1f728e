"""Items in their paragraphs: beside one another, or each on its own (段内, 分段)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.arrange.markers import marker_of
from model.arrange.records import the
from model.errors import PlaceError, ValueRefused
from model.report.item import Item
from model.report.project import Project
from model.report.section import OutlookBlock, TasksBlock, TextBlock
from model.report.tree import exchange
from model.wording.numbering import in_paragraph

Paragraphs = tuple[tuple[Item, ...], ...]


def stands_alone(paragraphs: Paragraphs, id_: str) -> bool:
    """Whether an item is the only one of its paragraph."""
    return any(len(row) == 1 and row[0].id == id_ for row in paragraphs)


def without(paragraphs: Paragraphs, id_: str) -> Paragraphs:
    """The paragraphs with an item taken out; a paragraph that is empty then goes too."""
    rows = (tuple(item for item in row if item.id != id_) for row in paragraphs)
    return tuple(row for row in rows if row)


def beside(
    paragraphs: Paragraphs, id_: str, items: Sequence[Item], *, after: bool, apart: bool
) -> Paragraphs:
    """The paragraphs with `items` before or after the item `id_`.

    `apart` gives each a paragraph of its own; the other's paragraph is then broken where it must.
    """
    rows: list[tuple[Item, ...]] = []
    for row in paragraphs:
        index = next((place for place, one in enumerate(row) if one.id == id_), None)
        if index is None:
            rows.append(row)
            continue
        cut = index + after
        if apart:
            alone = [(item,) for item in items]
            rows += [part for part in (row[:cut], *alone, row[cut:]) if part]
        else:
            rows.append((*row[:cut], *items, *row[cut:]))
    return tuple(rows)


def flat(paragraphs: Paragraphs) -> list[Item]:
    """All items in reading order."""
    return [item for row in paragraphs for item in row]


def reshaped(paragraphs: Paragraphs, items: Iterable[Item]) -> Paragraphs:
    """The same paragraphs, as long as they were, with the items in another order."""
    following = iter(items)
    return tuple(tuple(next(following) for _ in row) for row in paragraphs)


def set_apart(project: Project, block_id: str, apart: bool) -> Project:
    """分段 (`apart`): every point of a block opens a paragraph; 段内: points follow one another.

    In a text, words without a sign stay with the point they follow; 段内 draws a row of points
    into the paragraph before it. Raises `ValueRefused` for signs that must open a line.
    """
    block = the(project, block_id)
    if isinstance(block, TextBlock):
        if not apart:
            _refuse_own_lines(block)
        paragraphs = _apart(block.paragraphs) if apart else _together(block.paragraphs)
        if paragraphs == block.paragraphs:
            return project
        return exchange(project, block_id, lambda old: (old.changed(paragraphs=paragraphs),))
    if isinstance(block, TasksBlock | OutlookBlock):
        return exchange(project, block_id, lambda old: (old.changed(separate=apart),))
    raise PlaceError("只有要点、任务和指标预测能分段或连成一段。")


def _refuse_own_lines(block: TextBlock) -> None:
    for item in flat(block.paragraphs):
        marker = marker_of(item)
        if marker and marker.style and not in_paragraph(marker.style):
            raise ValueRefused(
                f"“{marker.style}”这种序号要另起一段，不能连在一段里。请先换成“一是”这样的序号。"
            )


def _apart(paragraphs: Paragraphs) -> Paragraphs:
    marked = any(item.marker for item in flat(paragraphs))
    rows: list[tuple[Item, ...]] = []
    for row in paragraphs:
        starts = [n for n, item in enumerate(row) if n == 0 or item.marker or not marked]
        ends = [*starts[1:], len(row)]
        rows += [row[start:end] for start, end in zip(starts, ends, strict=True)]
    return tuple(rows)


def _together(paragraphs: Paragraphs) -> Paragraphs:
    if not any(item.marker for item in flat(paragraphs)):
        return (tuple(flat(paragraphs)),) if paragraphs else ()
    rows: list[tuple[Item, ...]] = []
    for row in paragraphs:
        if rows and row[0].marker:
            rows[-1] = (*rows[-1], *row)
        else:
            rows.append(row)
    return tuple(rows)
