"""Plans of last period come back as things to report on.

What was announced — points under 下一步 and the like, tasks with a deadline — stands in a part of
its own at the end of the text, one point each, until the clerk has said what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.report.ids import IdMaker
from model.report.item import Carried, Item, Marker
from model.report.report import Report
from model.report.section import Block, Heading, Section, TasksBlock, TextBlock, blocks_of
from model.values.number import written
from model.wording.saying.manner import BLANK

HEADING = "上期安排事项落实情况"
_PLANS = re.compile(r"下一步|下步|下半年|下一阶段|\{rest\}|打算|工作安排|工作重点")
_RESULT = "进展情况：XX。"


def plans_of(report: Report) -> tuple[str, ...]:
    """What a report announced, each once: points of what comes, and tasks with a deadline."""
    found = (*_announced(report.content, is_plan=False), *_assigned(report.content))
    return tuple(dict.fromkeys(found))


def with_plans_to_report(report: Report, plans: tuple[str, ...], taken: set[str]) -> Report:
    """The report with a part that lists `plans`, in the place of such a part nobody touched."""
    kept = tuple(part for part in report.content if not _is_untouched_list(part))
    if not plans:
        return report if len(kept) == len(report.content) else report.changed(content=kept)
    maker = IdMaker(taken)
    rows = tuple((_item(maker, plan),) for plan in plans)
    section = Section(
        kind="section",
        id=maker.new("s"),
        heading=Heading(marker=_marker(report), text=HEADING),
        content=(TextBlock(kind="text", id=maker.new("b"), paragraphs=rows),),
        hint="逐项写明进展，并入正文后把这一部分删去。",
    )
    return report.changed(content=(*kept, section))


def _is_list(part: Section | Block) -> bool:
    return isinstance(part, Section) and part.heading is not None and part.heading.text == HEADING


def _is_untouched_list(part: Section | Block) -> bool:
    """A list of plans of an earlier period, where no result was written."""
    return _is_list(part) and all(
        item.text == _RESULT
        for block in blocks_of((part,))
        if isinstance(block, TextBlock)
        for row in block.paragraphs
        for item in row
    )


def _marker(report: Report) -> Marker | None:
    """Numbered as the other parts are."""
    headings = [part.heading for part in report.content if isinstance(part, Section)]
    return next((heading.marker for heading in headings if heading and heading.marker), None)


def _announced(content: tuple[Section | Block, ...], *, is_plan: bool) -> Iterator[str]:
    """The points of parts whose heading speaks of what comes."""
    for part in content:
        if isinstance(part, Section):
            if _is_list(part):
                continue
            heading = part.heading.text if part.heading else ""
            announces = is_plan or bool(_PLANS.search(heading))
            yield from _announced(part.content, is_plan=announces)
        elif is_plan and isinstance(part, TextBlock):
            points = (item for row in part.paragraphs for item in row if not item.dropped)
            yield from (_short(item) for item in points if item.lead and item.marker)


def _short(item: Item) -> str:
    return (item.lead or "").rstrip("。：，")


def _assigned(content: tuple[Section | Block, ...]) -> Iterator[str]:
    """The tasks that had a deadline."""
    for block in blocks_of(content):
        if isinstance(block, TasksBlock):
            for task in block.tasks:
                if task.deadline is None or task.dropped:
                    continue
                quantity = BLANK if task.quantity is None else written(task.quantity)
                told = task.text.replace("{quantity}", quantity + task.unit)
                yield f"{'、'.join(task.lead or block.lead)}　{told}".strip("　。")


def _item(maker: IdMaker, plan: str) -> Item:
    lead = f"{plan}。"
    return Item(
        id=maker.new("i"),
        marker=Marker(style="（一）"),
        lead=lead,
        text=_RESULT,
        carried=Carried(lead=lead, text=_RESULT),
    )
