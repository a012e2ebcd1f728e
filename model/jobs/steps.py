"""THE FLOW OF THE WIZARD, without a window: its steps, what is left to do in each, where next.

基本情况, 指标, each part of the text, 核对, 导出. There is no locked order. A value of an
indicator is counted in 指标 alone, however many texts say it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.places.inventory import Inventory, StepPlaces
from model.places.place import Count, Place, sum_of
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import Section
from model.report.tree import ids_in, walk
from model.report.uses import texts_of
from model.values.state import State

BASICS, INDICATORS, CHECK, EXPORT = "basics", "indicators", "check", "export"
"""The keys of the steps that are no part; the key of a part is its id."""

_TITLE = 12


class StepKind(StrEnum):
    """Which kind of page shows a step."""

    BASICS = "basics"
    INDICATORS = "indicators"
    PART = "part"
    CHECK = "check"
    EXPORT = "export"


class StepState(StrEnum):
    """How far a step is done."""

    UNTOUCHED = "untouched"
    BEGUN = "begun"
    DONE = "done"

    @property
    def label(self) -> str:
        return {"untouched": "未开始", "begun": "已开始", "done": "已完成"}[self.value]


class Step(NamedTuple):
    """One step. `section` is the id of the part (or of a block that stands in no part);
    `blanks` and `carried` are what is left: places to fill, last period's content to check.
    核对 has what is left in all; 导出 is never done, since one can always export again.
    `note` is what the clerk waits for (还差5个部门).
    """

    key: str
    title: str
    kind: StepKind
    section: str | None
    blanks: int
    carried: int
    state: StepState
    note: str = ""


def steps(project: Project, report: Report, inventory: Inventory | None = None) -> tuple[Step, ...]:
    """Return the steps of a text in their order; an `inventory` remembers from edit to edit."""
    named = {BASICS: ("基本情况", StepKind.BASICS), INDICATORS: ("指标", StepKind.INDICATORS)}
    found = dict(places_by_step(project, report, inventory or Inventory()))
    titles = part_titles(project, report)
    made: list[Step] = []
    for key, (_, left) in found.items():
        title, kind = named.get(key) or (titles[key], StepKind.PART)
        section = key if kind is StepKind.PART else None
        made.append(Step(key, title, kind, section, left.blanks, left.carried, _state(left)))
    whole = sum_of(of_step.left for of_step in found.values())
    made.append(
        Step(CHECK, "核对", StepKind.CHECK, None, whole.blanks, whole.carried, _state(whole))
    )
    made.append(Step(EXPORT, "导出", StepKind.EXPORT, None, 0, 0, StepState.UNTOUCHED))
    return tuple(made)


def step_of(report: Report, place: str) -> str | None:
    """The key of the step that shows a place; None for a place that is not in this text."""
    if "@" in place:
        return INDICATORS
    id_, dot, _ = place.partition(".")
    if id_ in (report.id, "organization"):
        return BASICS
    for part in report.content:
        if id_ in ids_in(part):
            return part.id
    return None if dot else BASICS


def next_blank(
    project: Project,
    report: Report,
    after: str | None = None,
    *,
    carried: bool = False,
    blanks: bool = True,
    inventory: Inventory | None = None,
    refused: Collection[str] = (),
) -> str | None:
    """Return the first place behind `after` that is blank (`blanks`), or (`carried`) last period's
    and unchecked, or one of those where what was typed was `refused`; from the start again behind
    the last one. None where nothing is left.
    """
    places: list[Place] = []
    begins: dict[str, int] = {}
    for key, of_step in places_by_step(project, report, inventory or Inventory()):
        begins[key] = len(places)
        places += of_step.places
    start = 0 if after is None else _behind(places, after)
    if start is None:
        start = begins.get(step_of(report, after or "") or "", 0)
    wanted = (State.EMPTY,) * blanks + (State.CARRIED,) * carried
    around = places[start:] + places[:start]
    left = (one.place for one in around if one.state in wanted or one.place in refused)
    return next(left, None)


def _behind(places: list[Place], after: str) -> int | None:
    """Behind a place; at the first one of its record where it is none of those to fill in."""
    for number, place in enumerate(places):
        if place.place == after:
            return number + 1
    begin = after.partition(".")[0] + "."
    found = (number for number, place in enumerate(places) if place.place.startswith(begin))
    return next(found, None)


def places_by_step(
    project: Project, report: Report, inventory: Inventory
) -> Iterator[tuple[str, StepPlaces]]:
    """The places of each step in which something is filled in."""
    yield BASICS, inventory.basics(project, report)
    yield INDICATORS, inventory.indicators(project, report)
    for part in report.content:
        yield part.id, inventory.part(part)


def _state(left: Count) -> StepState:
    if not left.blanks and not left.carried:
        return StepState.DONE
    return StepState.BEGUN if left.filled else StepState.UNTOUCHED


def part_titles(project: Project, report: Report) -> dict[str, str]:
    """What each part is called: its heading; words of its own where it has none."""
    reader: ProjectReader | None = None
    titles: dict[str, str] = {}
    for number, part in enumerate(report.content):
        heading = part.heading.text if isinstance(part, Section) and part.heading else ""
        if "{" in heading:
            reader = reader or ProjectReader(project)
            heading = plain(heading, reader)
        titles[part.id] = heading or _without_heading(part, number, len(report.content))
    return titles


def _without_heading(part: Record, number: int, count: int) -> str:
    if number == 0:
        return "开头"
    if number == count - 1:
        return "结尾"
    texts = (text for record in walk(part) for _, text in texts_of(record) if "{" not in text)
    words = next(texts, "")
    return f"（无标题）{words[:_TITLE]}…" if words else "（无标题）"
