"""THE FLOW OF THE WIZARD, without a window: its steps, what is left to do in each, where next.

基本情况, 指标, each part of the text, 核对, 导出. There is no locked order. A value of an
indicator is counted in 指标 alone, however many texts say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from model.compose.prose import plain
from model.compose.setting import Setting
from model.places.tally import (
    Standing,
    Tally,
    tally_below,
    tally_of,
    tally_of_front,
    together,
)
from model.places.tally_values import ValueTally
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import Section
from model.report.tree import walk
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
    """

    key: str
    title: str
    kind: StepKind
    section: str | None
    blanks: int
    carried: int
    state: StepState


_values = ValueTally()


def steps(project: Project, report: Report) -> tuple[Step, ...]:
    """The steps of a text in their order."""
    named = {BASICS: ("基本情况", StepKind.BASICS), INDICATORS: ("指标", StepKind.INDICATORS)}
    tallies = dict(_tallies(project, report))
    titles = _titles(project, report)
    made: list[Step] = []
    for key, tally in tallies.items():
        title, kind = named.get(key) or (titles[key], StepKind.PART)
        section = key if kind is StepKind.PART else None
        made.append(Step(key, title, kind, section, tally.blanks, tally.carried, _state(tally)))
    whole = _sum(tallies.values())
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
    if not dot or id_ in (report.id, "organization"):
        return BASICS
    for part in report.content:
        if any(getattr(one, "id", None) == id_ for one in walk(part)):
            return part.id
    return None


def next_blank(
    project: Project, report: Report, after: str | None = None, *, carried: bool = False
) -> str | None:
    """The first place behind `after` that is blank, or (`carried`) last period's and unchecked;
    from the start again behind the last one. None where nothing is left.
    """
    places: list[Standing] = []
    begins: dict[str, int] = {}
    for key, tally in _tallies(project, report):
        begins[key] = len(places)
        places += tally.places
    start = 0 if after is None else _behind(places, after)
    if start is None:
        start = begins.get(step_of(report, after or "") or "", 0)
    wanted = (State.EMPTY, State.CARRIED) if carried else (State.EMPTY,)
    for one in places[start:] + places[:start]:
        if one.state in wanted:
            return one.place
    return None


def _behind(places: list[Standing], after: str) -> int | None:
    """Behind a place; at the first one of its record where it is none of those to fill in."""
    for number, one in enumerate(places):
        if one.place == after:
            return number + 1
    begin = after.partition(".")[0] + "."
    return next((n for n, one in enumerate(places) if one.place.startswith(begin)), None)


def _tallies(project: Project, report: Report) -> Iterator[tuple[str, Tally]]:
    """What is left in each step in which something is filled in."""
    fields = tally_of(Standing(field.id, field.state) for field in project.fields)
    yield BASICS, together((fields, tally_of_front(report)))
    yield INDICATORS, _values.tally(project, report)
    for part in report.content:
        yield part.id, tally_below(part)


def _sum(tallies: Iterable[Tally]) -> Tally:
    """What is left in all, without the places."""
    counts = [tally[1:] for tally in tallies]
    return Tally((), *map(sum, zip(*counts, strict=True)))


def _state(tally: Tally) -> StepState:
    if not tally.blanks and not tally.carried:
        return StepState.DONE
    return StepState.BEGUN if tally.filled else StepState.UNTOUCHED


def _titles(project: Project, report: Report) -> dict[str, str]:
    """What each part is called: its heading; words of its own where it has none."""
    setting: Setting | None = None
    titles: dict[str, str] = {}
    for number, part in enumerate(report.content):
        heading = part.heading.text if isinstance(part, Section) and part.heading else ""
        if "{" in heading:
            setting = setting or Setting(project)
            heading = plain(heading, setting)
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
