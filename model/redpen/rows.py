"""Paragraphs put where the file has them: rows of points, blocks, lines of the front."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.arrange.items import join_with_previous
from model.arrange.paragraphs import flat
from model.arrange.records import holder_of, maker, the_kind
from model.redpen.hand import made_text
from model.report.item import Item, Marker
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    Block,
    OutlookBlock,
    OutlookGroup,
    Section,
    Task,
    TasksBlock,
    TextBlock,
)
from model.report.tree import exchange, find
from model.wording.numbering import opening

Row = tuple[Item, ...]


def break_before(project: Project, id_: str) -> Project:
    """Let a point open a paragraph of its own, with those that follow it in its row."""

    def apart(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        made: list[Row] = []
        for row in rows:
            at = next((n for n, item in enumerate(row) if item.id == id_), 0)
            made += [part for part in (row[:at], row[at:]) if part]
        return tuple(made)

    return _with_rows(project, id_, apart)


def join(project: Project, left: str, right: str) -> Project:
    """Let the paragraph of a point follow at once on that of another.

    Words without a sign become words of the point before, unless one that is 本期不写 lies between.
    """
    row = row_of(project, right)
    block = holder_of(project, left)
    if not isinstance(block, TextBlock) or not row:
        return project
    for item in row:
        project = exchange(project, item.id, lambda _: ())

    def together(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple((*one, *row) if any(item.id == left for item in one) else one for one in rows)

    project = _with_rows(project, left, together)
    first = row[0]
    items = flat(the_kind(project, block.id, TextBlock).paragraphs)
    before = items[[one.id for one in items].index(first.id) - 1]
    if first.marker is None and not first.lead and before.id == left:
        project = join_with_previous(project, first.id)
    return project


def row_of(project: Project, id_: str) -> Row:
    """Return the points of the paragraph that a point stands in."""
    holder = holder_of(project, id_)
    if not isinstance(holder, TextBlock):
        return ()
    return next((row for row in holder.paragraphs if any(one.id == id_ for one in row)), ())


def take_out(project: Project, ids: Sequence[str]) -> tuple[Project, list[Row | Record]]:
    """Take the paragraphs of records away; return what was taken, to be put elsewhere."""
    taken: list[Row | Record] = []
    left = [*ids]
    while left:
        id_ = left.pop(0)
        record = find(project, id_)
        if isinstance(record, Item):
            row = tuple(one for one in row_of(project, id_) if one.id in ids)
            left = [one for one in left if all(one != item.id for item in row)]
            taken.append(row)
            for item in row:
                project = exchange(project, item.id, lambda _: ())
        elif record is not None:
            taken.append(record)
            project = exchange(project, id_, lambda _: ())
    return project, taken


def put_behind(project: Project, report_id: str, anchor: str | None, what: Row | Record) -> Project:
    """Put a paragraph or block behind the one that a record shows; None: before all content."""
    record = find(project, anchor) if anchor else None
    if record is None:
        return _first_in(project, report_id, what)
    match record:
        case Item():
            return _behind_item(project, record, what)
        case Section():
            return _first_in(project, record.id, what)
        case Task() | OutlookGroup():
            return _behind_member(project, report_id, record, what)
        case _:
            return _behind_block(project, record, what)


def put_part_behind(project: Project, report_id: str, anchor: str | None, id_: str) -> Project:
    """Move a part behind the part or block of its own level that an anchor stands in."""
    section = find(project, id_)
    holder = holder_of(project, id_)
    if section is None:
        return project
    above = find(project, anchor) if anchor else None
    while above is not None and above is not holder:
        over = holder_of(project, getattr(above, "id", ""))
        if over is holder:
            break
        above = None if isinstance(over, Project) else over
    project = exchange(project, id_, lambda _: ())
    if above is None or above is holder:
        return _first_in(project, getattr(holder, "id", report_id), section)
    return _behind_block(project, above, section)


def _behind_item(project: Project, anchor: Item, what: Row | Record) -> Project:
    block = holder_of(project, anchor.id)
    if not isinstance(block, TextBlock):
        return _behind_block(project, block, what)
    at = next(
        n for n, row in enumerate(block.paragraphs, 1) if any(one.id == anchor.id for one in row)
    )
    before, after = block.paragraphs[:at], block.paragraphs[at:]
    if isinstance(what, tuple):
        rows = (*before, what, *after)
        return exchange(project, block.id, lambda old: (old.changed(paragraphs=rows),))
    rest = TextBlock(kind="text", id=maker(project).new("b"), paragraphs=after)
    first = block.changed(paragraphs=before)
    parts = (first, what, rest) if after else (first, what)
    return exchange(project, block.id, lambda _: parts)


def _behind_member(
    project: Project, report_id: str, anchor: Task | OutlookGroup, what: Row | Record
) -> Project:
    """Behind the last of a row the block ends; inside it the row is made text."""
    block = holder_of(project, anchor.id)
    assert isinstance(block, TasksBlock | OutlookBlock)
    members: Sequence[Record] = block.tasks if isinstance(block, TasksBlock) else block.groups
    if members[-1] is anchor or not block.separate:
        return _behind_block(project, block, what)
    project, renamed = made_text(project, report_id, block.id)
    item = find(project, renamed.get(anchor.id, anchor.id))
    assert isinstance(item, Item)
    return _behind_item(project, item, what)


def _behind_block(project: Project, block: Record, what: Row | Record) -> Project:
    """Behind a block: points into the text that follows, else as a text of their own."""
    id_ = getattr(block, "id", "")
    holder = holder_of(project, id_)
    content: tuple[Section | Block, ...] = getattr(holder, "content", ())
    at = next((n for n, one in enumerate(content, 1) if one.id == id_), len(content))
    return _put_at(project, holder, content, at, what)


def _first_in(project: Project, id_: str, what: Row | Record) -> Project:
    holder = project.report(id_) or find(project, id_)
    assert isinstance(holder, Section | Report)
    return _put_at(project, holder, holder.content, 0, what)


def _put_at(
    project: Project,
    holder: Record,
    content: tuple[Section | Block, ...],
    at: int,
    what: Row | Record,
) -> Project:
    following = content[at] if at < len(content) else None
    if isinstance(what, tuple) and isinstance(following, TextBlock):
        rows = (what, *following.paragraphs)
        return exchange(project, following.id, lambda old: (old.changed(paragraphs=rows),))
    made: Record
    if isinstance(what, tuple):
        made = TextBlock(kind="text", id=maker(project).new("b"), paragraphs=(what,))
    else:
        made = what

    def put(old: Section | Report) -> tuple[Record, ...]:
        return (old.changed(content=(*content[:at], made, *content[at:])),)

    return exchange(project, getattr(holder, "id", ""), put)


def _with_rows(
    project: Project, id_: str, change: Callable[[tuple[Row, ...]], tuple[Row, ...]]
) -> Project:
    holder = holder_of(project, id_)
    if not isinstance(holder, TextBlock):
        return project
    rows = change(holder.paragraphs)
    return exchange(project, holder.id, lambda old: (old.changed(paragraphs=rows),))


def signed(text: str) -> tuple[Marker | None, str]:
    """The sign of a row that a text begins with, and the rest."""
    known = opening(text)
    if known is None:
        return None, text
    sign, style = known
    return Marker(style=style), text.removeprefix(sign)
