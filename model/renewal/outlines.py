"""只留提纲: of a carried part headings and leads stay, its text is written anew.

Under 连文字 last period's text stands in the points, to be looked at; under 只留提纲 it stands
beside them. A part goes from one to the other at any time: what somebody wrote or read stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from model.renewal.plans import HEADING
from model.report.carried import words_of
from model.report.item import Item
from model.report.project import Project
from model.report.report import Report
from model.report.section import Section, TableBlock, TextBlock, blocks_of
from model.report.tree import exchange_all
from model.values.period import Period
from model.values.state import State

_QUARTER = 3
_SPEECH = "讲话"


class TextWay(StrEnum):
    """How last period's text comes along: as is usual for each part, or the same way for all."""

    USUAL = "usual"
    TEXT = "text"
    OUTLINE = "outline"

    @property
    def label(self) -> str:
        return {"usual": "惯例", "text": "连文字", "outline": "提纲"}[self.value]


class Choice(NamedTuple):
    """A part for which can be chosen, and whether its text is usually written anew."""

    part: Section
    is_outline: bool


def choices(report: Report, new: Period) -> tuple[Choice, ...]:
    """The parts of a report, carried or to be carried, that hold text; with what is usual for each.

    Monthly reports come with their text, and so do opening, closing, and parts that state
    indicators or hold a table; work parts do not. Speeches and reports of a whole year are
    written anew in every part.
    """
    is_monthly = new.last % _QUARTER != 0
    is_anew = _SPEECH in f"{report.name}{report.front.title}" or new == new.whole_year()
    return tuple(
        Choice(part, not is_monthly and (is_anew or _is_of_text_alone(part)))
        for part in report.content
        if isinstance(part, Section) and _is_of_points(part)
    )


def all_choices(project: Project, new: Period) -> tuple[Choice, ...]:
    """The choices of all texts of a project for a period, in reading order."""
    return tuple(choice for report in project.reports for choice in choices(report, new))


def outlines_of(project: Project, way: TextWay) -> tuple[str, ...]:
    """The ids of the parts whose text is to be written anew in the project's period."""
    return tuple(
        choice.part.id
        for choice in all_choices(project, project.period)
        if way is TextWay.OUTLINE or (way is TextWay.USUAL and choice.is_outline)
    )


def is_outline(part: Section) -> bool:
    """Whether a point of the part waits for text that last period had."""
    return any(_is_cleared(item) for item in _points(part))


def has_last_text(part: Section) -> bool:
    """Whether it can be chosen for a part: last period said something in its points."""
    return any("text" in item.former for item in _points(part))


def with_outline(project: Project, part_ids: Iterable[str]) -> Project:
    """The project with last period's unread text taken out of these parts, to stand beside."""
    return _changed(project, part_ids, _is_unread, lambda _: "")


def with_text(project: Project, part_ids: Iterable[str]) -> Project:
    """The project with last period's text in every blank point of these parts, to be looked at."""
    return _changed(project, part_ids, _is_cleared, lambda item: item.former["text"].compared)


def _changed(
    project: Project,
    part_ids: Iterable[str],
    is_meant: Callable[[Item], bool],
    text_of: Callable[[Item], str],
) -> Project:
    wanted = set(part_ids)
    meant = {
        item.id: text_of(item)
        for report in project.reports
        for part in report.content
        if isinstance(part, Section) and part.id in wanted
        for item in _points(part)
        if is_meant(item)
    }

    def with_words(item: Item) -> tuple[Item, ...]:
        return (item.changed(text=meant[item.id]),)

    return exchange_all(project, dict.fromkeys(meant, with_words)) if meant else project


def _is_of_points(part: Section) -> bool:
    """Whether a part has a heading, and points that say something; the list of what was announced
    is no text of last period's."""
    heading = part.heading.text if part.heading else ""
    says = any(item.text or "text" in item.former for item in _points(part))
    return bool(heading) and heading != HEADING and says


def _is_of_text_alone(part: Section) -> bool:
    """Whether nothing but points and tasks stands in a part."""
    blocks = list(blocks_of(part.content))
    states = any(getattr(block, "use", ()) or getattr(block, "groups", ()) for block in blocks)
    return not states and not any(isinstance(block, TableBlock) for block in blocks)


def _points(part: Section) -> Iterator[Item]:
    """The points of the texts in a part that are said this period."""
    for block in blocks_of(part.content):
        if isinstance(block, TextBlock):
            for row in block.paragraphs:
                yield from (item for item in row if not item.dropped)


def _is_unread(item: Item) -> bool:
    return bool(item.text) and words_of(item, "text") is State.CARRIED


def _is_cleared(item: Item) -> bool:
    former = item.former.get("text")
    return former is not None and bool(former.text) and not item.text
