"""The signs of a row: what a new point's is, and one style for all of a row."""

from __future__ import annotations

from typing import Any

from model.arrange.records import holder_of, the
from model.compose.rows import numbers_of
from model.entry.attributes import style_of
from model.errors import ValueRefused
from model.report.item import Item, Marker
from model.report.project import Project
from model.report.record import Record
from model.report.section import Heading, OutlookBlock, Section, TasksBlock, TextBlock
from model.report.tree import exchange, exchange_all
from model.wording.numbering import in_paragraph, opening, recognize, sign

_LEVELS = ("一、", "（一）", "1.", "（1）")
_WORDS = ("首先", "一方面", "--", "----")
"""Signs that are as often words of a sentence, or of a program: typed, they stay text."""
_GOES_ON = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百第")
"""What behind 、 or a point makes a number or a list of the sign: 1.5亿元, 一、二产业."""


def next_marker(marker: Marker | None) -> Marker | None:
    """The sign of a point that follows one with `marker`: its row goes on.

    A sign kept literally (三是) is followed by the next sign, kept literally too.
    """
    if marker is None or marker.literal is None:
        return marker
    known = recognize(marker.literal)
    if known is None:
        return None
    following = sign(known[0], known[1] + 1)
    return None if following is None else Marker(literal=following)


def typed_sign(text: str) -> str | None:
    """The sign that a text opens with as a point does: words follow it. None for any other."""
    found = opening(text)
    if found is None or found[1] in _WORDS:
        return None
    written, rest = found[0], text[len(found[0]) :].lstrip()
    goes_on = written[-1] in "、.．" and rest[:1] in _GOES_ON
    return None if not rest or goes_on else written


def take_sign(project: Project, id_: str) -> Project:
    """Make the sign that an item's text opens with its marker (一是, （一）, 1.).

    It is kept literally where its number is not the next of its row. Another kind of sign that the
    item has stays, and so does a sign that cannot stand where the item does. Raises `PlaceError`.
    """
    item, block = the(project, id_), holder_of(project, id_)
    if not isinstance(item, Item) or not isinstance(block, TextBlock):
        return project
    signed = _signed(block, item, replace=False)
    return project if signed is item else exchange(project, id_, lambda _: (signed,))


def take_signs(project: Project, id_: str, count: int, *, replace_first: bool) -> Project:
    """Make the signs that pasted texts open with their markers: of an item and so many behind it.

    Among such texts one without a sign has none. Raises `PlaceError`.
    """
    block = holder_of(project, id_)
    if not isinstance(block, TextBlock):
        return project
    ids = [one.id for one in points_of(block)]
    start = ids.index(id_)
    pasted = points_of(block)[start : start + count + 1]
    if not any(typed_sign(one.text) for one in pasted):
        return project
    for old in pasted:
        replace = replace_first or old is not pasted[0]
        plain = old.changed(marker=None) if replace and not typed_sign(old.text) else old
        block = _with_item(block, old, plain)
        block = _with_item(block, plain, _signed(block, plain, replace=replace))
    return exchange(project, block.id, lambda _: (block,))


def _signed(block: TextBlock, item: Item, *, replace: bool) -> Item:
    """The item with the sign its text opens with as its marker, where it can have it."""
    written = typed_sign(item.text)
    known = recognize(written) if written else None
    if written is None or known is None:
        return item
    style, place = known
    alone = any(len(row) == 1 and row[0] is item for row in block.paragraphs)
    is_other = item.marker is not None and item.marker.style != style
    if (is_other and not replace) or not (alone or in_paragraph(style)):
        return item
    marker = Marker(style=style)
    if item.marker != marker and _number_of(block, item, marker) != place:
        marker = Marker(literal=written)
    return item.changed(marker=marker, text=item.text[len(written) :].lstrip())


def _with_item(block: TextBlock, old: Item, new: Item) -> TextBlock:
    rows = (tuple(new if one is old else one for one in row) for row in block.paragraphs)
    return block.changed(paragraphs=tuple(rows))


def _number_of(block: TextBlock, item: Item, marker: Marker) -> int | None:
    """The number that an item of a text would have with a marker, among those that are said."""
    rows = [[one for one in row if one is item or not one.dropped] for row in block.paragraphs]
    markers = [[marker if one is item else one.marker for one in row] for row in rows]
    for row, numbers in zip(rows, numbers_of(markers), strict=True):
        for one, numbered in zip(row, numbers, strict=True):
            if one is item and numbered is not None:
                return numbered.number
    return None


def heading_marker(siblings: tuple[Record, ...], depth: int) -> Marker | None:
    """The sign of a new heading among its siblings; of its level where it is the first.

    `depth` 0 is the level of 一、 (GB/T 9704-2012, 7.3.3).
    """
    for one in siblings:
        if isinstance(one, Section) and one.heading is not None and one.heading.text:
            return next_marker(one.heading.marker)
    return Marker(style=_LEVELS[depth]) if depth < len(_LEVELS) else None


def marker_of(record: Record) -> Marker | None:
    """The sign that opens a point, task, group or part."""
    if isinstance(record, Section):
        return record.heading.marker if record.heading else None
    return getattr(record, "marker", None)


def set_style(project: Project, id_: str, style: str) -> Project:
    """One style of signs for a whole row; `''` takes the signs away.

    `id_` is a block: all its points that have a sign, or all where none has. Or it is one point
    (item, task, group, part): all of its row, told by having the same style; one without a sign
    gets it alone. Raises `PlaceError`, `ValueRefused`.
    """
    marker = style_of(style)
    chosen = _row(project, the(project, id_))
    return exchange_all(project, {one.id: lambda old: (_with(old, marker),) for one in chosen})


def _row(project: Project, record: Record) -> list[Any]:
    """The points whose signs belong together."""
    if isinstance(record, TextBlock | TasksBlock | OutlookBlock):
        points = points_of(record)
        return [one for one in points if one.marker is not None] or points
    if not isinstance(record, Section) and not hasattr(record, "marker"):
        raise ValueRefused("这里没有序号可换。请选一个要点、任务或部分。")
    marker = marker_of(record)
    if marker is None or marker.style is None:
        return [record]
    beside = points_of(holder_of(project, getattr(record, "id", "")))
    return [one for one in beside if marker_of(one) == marker] or [record]


def points_of(holder: Record) -> list[Any]:
    """What stands in a row in a record: items, tasks, groups, or the parts of a part."""
    if isinstance(holder, TextBlock):
        return [item for row in holder.paragraphs for item in row]
    for name in ("tasks", "groups", "content"):
        found = getattr(holder, name, None)
        if found is not None:
            return [one for one in found if name != "content" or isinstance(one, Section)]
    return []


def _with(record: Any, marker: Marker | None) -> Record:
    renewed: Record
    if isinstance(record, Section):
        renewed = record.changed(heading=(record.heading or Heading()).changed(marker=marker))
    else:
        renewed = record.changed(marker=marker)
    return renewed


def plain_item(id_: str, marker: Marker | None = None, text: str = "") -> Item:
    """An item with nothing but its sign and text."""
    return Item(id=id_, marker=marker, text=text)
