"""Removing, moving and doubling: the same for parts, blocks, items, tasks, groups, rows, texts.

Whatever moves keeps its id. What a removed text said is gone with it; links point only at
fields and indicators, which stay.
"""

from __future__ import annotations

from typing import Any

from model.arrange.markers import heading_marker, marker_of
from model.arrange.paragraphs import beside, flat, reshaped, stands_alone
from model.arrange.records import called, depth_of, holder_of, maker, the
from model.errors import PlaceError, ValueRefused
from model.report.item import Item
from model.report.prefixes import prefix_of
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    Block,
    Heading,
    IndicatorUse,
    Row,
    Section,
    TextBlock,
)
from model.report.tree import exchange, ids_in, mapped

_ROWS = ("reports", "content", "groups", "tasks", "rows")
_BLOCK = (Section, *Block.__args__)


def remove(project: Project, id_: str) -> Project:
    """Take a part, block, item, task, group, row or text away, with all in it.

    Raises `PlaceError`, and `ValueRefused` for the only text of a project.
    """
    record = the(project, id_)
    if isinstance(record, Report) and len(project.reports) == 1:
        raise ValueRefused("这是唯一的一份文稿，不能删去。请先加上另一份。")
    return exchange(project, id_, lambda _: ())


def shift(project: Project, id_: str, by: int) -> Project:
    """Move a record among its neighbours, `by` places down or (negative) up, at most to the end.

    Items move through the paragraphs of their block, whose lengths stay. Returns the very
    `project` where nothing can move. Raises `PlaceError`.
    """
    record = the(project, id_)
    holder = holder_of(project, id_)
    if isinstance(holder, TextBlock):
        items = flat(holder.paragraphs)
        moved = shifted(items, _place(items, record), by)
        changes: dict[str, Any] = {"paragraphs": reshaped(holder.paragraphs, moved)}
        is_same = moved == items
    else:
        name, row = _row_of(holder, record)
        moved = shifted(row, _place(row, record), by)
        changes = {name: tuple(moved)}
        is_same = moved == row
    if is_same:
        return project
    if holder is project:
        return project.changed(**changes)
    return exchange(project, getattr(holder, "id", ""), lambda old: (old.changed(**changes),))


def shifted(row: list[Any], place: int, by: int) -> list[Any]:
    """A row with what stands at `place` moved `by` places, at most to its end."""
    target = min(max(place + by, 0), len(row) - 1)
    rest = row[:place] + row[place + 1 :]
    return [*rest[:target], row[place], *rest[target:]]


def move(
    project: Project, id_: str, *, before: str | None = None, after: str | None = None
) -> Project:
    """Move a record beside another of its kind, wherever that stands; one of both is given.

    Items get a paragraph of their own where the other has one; a heading takes the sign of its
    new neighbours. Raises `PlaceError`, and `ValueRefused` where it cannot stand there.
    """
    other_id = before or after
    if other_id is None or (before and after):
        raise PlaceError("请指明挪到哪一处的前面或后面。")
    record, other = the(project, id_), the(project, other_id)
    if record is other:
        return project
    _refuse_strangers(project, record, other)
    holder = holder_of(project, other_id)
    is_apart = isinstance(holder, TextBlock) and stands_alone(holder.paragraphs, other_id)
    own = holder_of(project, id_)
    if isinstance(record, Section) and own is not holder:
        record = _with_neighbours_sign(project, record, holder)
    project = _taken_out(project, id_)
    if not isinstance(holder, TextBlock):
        pair = (record,) if before else ()
        tail = (record,) if after else ()
        return exchange(project, other_id, lambda one: (*pair, one, *tail))
    rows = beside(
        the(project, holder.id).paragraphs,  # type: ignore[attr-defined]
        other_id,
        (record,),  # type: ignore[arg-type]
        after=bool(after),
        apart=is_apart,
    )
    return exchange(project, holder.id, lambda old: (old.changed(paragraphs=rows),))


def duplicate(project: Project, id_: str) -> Project:
    """A copy with ids of its own right after a part, block, item, task, group or row.

    Raises `PlaceError`.
    """
    record = the(project, id_)
    if isinstance(record, Report):
        raise PlaceError("文稿不能这样复制。请用模板再加一份文稿。")
    ids = maker(project)

    def fresh(one: Any) -> Any:
        return one.changed(id=ids.new(prefix_of(type(one))))

    copy = mapped(record, fresh)
    holder = holder_of(project, id_)
    if not isinstance(holder, TextBlock):
        if isinstance(holder, IndicatorUse):
            raise PlaceError("一个指标后面只有一段说明，不能复制。")
        return exchange(project, id_, lambda one: (one, copy))
    is_apart = stands_alone(holder.paragraphs, id_)
    rows = beside(holder.paragraphs, id_, (copy,), after=True, apart=is_apart)  # type: ignore[arg-type]
    return exchange(project, holder.id, lambda old: (old.changed(paragraphs=rows),))


def _place(row: list[Any], record: Record) -> int:
    return next(number for number, one in enumerate(row) if one is record)


def _row_of(holder: Record, record: Record) -> tuple[str, list[Any]]:
    """The attribute of its holder in which a record stands, and all that stands there."""
    for name in _ROWS:
        row = getattr(holder, name, ())
        if any(one is record for one in row):
            return name, list(row)
    return "", [record]


def _family(record: Record) -> type[Record]:
    return Section if isinstance(record, _BLOCK) else type(record)


def _refuse_strangers(project: Project, record: Record, other: Record) -> None:
    if _family(record) is not _family(other):
        raise ValueRefused(
            f"{called(type(record))}不能挪到{called(type(other))}旁边，只能挪到同一类的旁边。"
        )
    if getattr(other, "id", "") in ids_in(record):
        raise ValueRefused("不能把一个部分挪到它自己里面。")
    holders = [holder_of(project, getattr(one, "id", "")) for one in (record, other)]
    if isinstance(record, Row) and holders[0] is not holders[1]:
        raise ValueRefused("两张表的列不同，行不能从一张表挪到另一张表。")
    if isinstance(record, Item) and not isinstance(holders[1], TextBlock):
        raise ValueRefused("一个指标后面只有一段说明，要点不能挪到那里。")


def _with_neighbours_sign(project: Project, record: Section, holder: Record) -> Section:
    """A part at another level is numbered as that level is."""
    if marker_of(record) is None:
        return record
    siblings = tuple(one for one in getattr(holder, "content", ()) if one is not record)
    depth = depth_of(project, holder)
    heading = record.heading or Heading()
    return record.changed(heading=heading.changed(marker=heading_marker(siblings, depth)))


def _taken_out(project: Project, id_: str) -> Project:
    return exchange(project, id_, lambda _: ())
