"""Parts and blocks: a heading with something to write below it, a block beside another."""

from __future__ import annotations

from collections.abc import Callable

from model.arrange.markers import heading_marker, plain_item
from model.arrange.records import depth_of, holder_of, maker, the, the_kind, the_report
from model.entry.cleaning import one_line
from model.errors import ValueRefused
from model.report.ids import IdMaker
from model.report.item import Marker
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    Block,
    Column,
    Heading,
    IndicatorsBlock,
    Outlook,
    OutlookBlock,
    OutlookGroup,
    Row,
    Section,
    TableBlock,
    Task,
    TasksBlock,
    TaskTableBlock,
    TextBlock,
)
from model.report.tree import exchange


def add_part(
    project: Project,
    report_id: str,
    heading: str,
    *,
    after: str | None = None,
    inside: str | None = None,
) -> Project:
    """A new part with a heading and one empty item, its sign that of its neighbours.

    It stands after the part or block `after`; else it is the last part with a heading in the
    part `inside`, or in the text. Raises `PlaceError`, and `ValueRefused` for an empty heading.
    """
    text = one_line(heading)
    if not text:
        raise ValueRefused("请写出新部分的标题。")
    holder: Record = the_report(project, report_id)
    if after is not None:
        holder = holder_of(project, after)
        if not isinstance(holder, Report | Section):
            raise ValueRefused("新的部分只能加在一个部分或一块内容的后面。")
    elif inside is not None:
        holder = the_kind(project, inside, Section)
    content: tuple[Section | Block, ...] = holder.content  # type: ignore[attr-defined]
    depth = depth_of(project, holder)
    ids = maker(project)
    made = Section(
        kind="section",
        id=ids.new("s"),
        heading=Heading(marker=heading_marker(content, depth), text=text),
        content=(text_block(ids),),
    )
    at = _after(content, after) if after is not None else _after_last_headed(content)
    return _inserted(project, holder, at, made)


def add_block(
    project: Project, kind: str, *, after: str | None = None, inside: str | None = None
) -> Project:
    """A new block after the block or part `after`; else the last block of its own of the part
    (or text) `inside`, before the parts below it.

    `kind` is one of `BLOCKS`. Raises `PlaceError`, `ValueRefused`.
    """
    if kind not in BLOCKS:
        raise ValueRefused(f"没有“{kind}”这种内容。可选：{'、'.join(BLOCKS)}。")
    if after is not None:
        holder = holder_of(project, after)
    elif inside is not None:
        holder = the(project, inside)
    else:
        raise ValueRefused("请指明新内容加在哪里。")
    if not isinstance(holder, Report | Section):
        raise ValueRefused("新的内容只能加在一个部分里面。")
    made = BLOCKS[kind](maker(project))
    at = _after(holder.content, after) if after is not None else _before_parts(holder.content)
    return _inserted(project, holder, at, made)


def text_block(ids: IdMaker) -> TextBlock:
    """A text with one empty item."""
    block_id = ids.new("b")
    return TextBlock(kind="text", id=block_id, paragraphs=((plain_item(ids.new("i")),),))


def _indicators_block(ids: IdMaker) -> IndicatorsBlock:
    return IndicatorsBlock(kind="indicators", id=ids.new("b"))


def _outlook_block(ids: IdMaker) -> OutlookBlock:
    block_id = ids.new("b")
    groups = tuple(new_group(ids, outlook) for outlook in Outlook)
    return OutlookBlock(kind="outlook", id=block_id, groups=groups, separate=True)


def new_group(ids: IdMaker, outlook: Outlook) -> OutlookGroup:
    """An empty group with its opening words; `{count}` is how many indicators it holds."""
    return OutlookGroup(
        id=ids.new("g"),
        outlook=outlook,
        marker=Marker(style="一是"),
        text=f"{outlook.label}目标的指标{{count}}项。",
    )


def _tasks_block(ids: IdMaker) -> TasksBlock:
    block_id = ids.new("b")
    return TasksBlock(
        kind="tasks", id=block_id, tasks=(Task(id=ids.new("t"), deadline=""),), separate=True
    )


def _table_block(ids: IdMaker) -> TableBlock:
    block_id = ids.new("b")
    columns = (
        Column(key="name", title="名称", width=10),
        Column(key="state", title="进展", width=12),
    )
    return TableBlock(kind="table", id=block_id, columns=columns, rows=(Row(id=ids.new("w")),))


def _task_table_block(ids: IdMaker) -> TaskTableBlock:
    return TaskTableBlock(kind="task_table", id=ids.new("b"), caption="任务分解表")


BLOCKS: dict[str, Callable[[IdMaker], Block]] = {
    "text": text_block,
    "indicators": _indicators_block,
    "outlook": _outlook_block,
    "tasks": _tasks_block,
    "table": _table_block,
    "task_table": _task_table_block,
}
"""How a new block of each kind begins."""


def _after(content: tuple[Record, ...], id_: str) -> int:
    return next(n for n, one in enumerate(content) if getattr(one, "id", "") == id_) + 1


def _before_parts(content: tuple[Record, ...]) -> int:
    return next((n for n, one in enumerate(content) if isinstance(one, Section)), len(content))


def _after_last_headed(content: tuple[Record, ...]) -> int:
    """Behind the last part with a heading, so that closing words stay the last."""
    headed = [n for n, one in enumerate(content) if isinstance(one, Section) and one.heading]
    return headed[-1] + 1 if headed else len(content)


def _inserted(project: Project, holder: Record, at: int, made: Section | Block) -> Project:
    def put(old: Section | Report) -> tuple[Record, ...]:
        return (old.changed(content=(*old.content[:at], made, *old.content[at:])),)

    return exchange(project, holder.id, put)  # type: ignore[attr-defined]
