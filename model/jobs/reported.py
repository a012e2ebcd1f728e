"""已报出: which drafts left the office, to whom and when, and the values that they said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.clock import Clock, local_date, utc_now
from model.entry.cleaning import one_line
from model.entry.dates import day as day_of
from model.errors import UsageError, XugaoError
from model.report.project import Project
from model.report.report import Report
from model.report.sent import Sent, Sents
from model.storage import drafts
from model.storage.drafts import Draft

_TO, _DAY = "reported_to", "reported_on"


def mark_reported(
    project: Project,
    report: Report,
    number: int,
    to: str,
    typed_day: str = "",
    *,
    clock: Clock = utc_now,
) -> None:
    """Note that a draft was reported to somebody, today or on the day that was typed.

    Raises `UsageError` for no such draft or nobody named, `ValueRefused` for no day, `SaveError`.
    """
    whom = one_line(to)
    if not whom:
        raise UsageError("请写明报给了谁，如 市政府。")
    day = day_of(typed_day) if typed_day else local_date(clock)
    _note(project, report, number, {_TO: whom, _DAY: day.isoformat()})


def draft_numbers(project: Project, report: Report) -> tuple[int, ...]:
    """The drafts that are kept on this PC, oldest first; raises `SaveError`."""
    return drafts.numbers(project.id, report.id)


def unmark_reported(project: Project, report: Report, number: int) -> None:
    """Take the mark away; raises `UsageError` for no such draft, `SaveError`."""
    _note(project, report, number, {_TO: "", _DAY: ""})


def _note(project: Project, report: Report, number: int, known: dict[str, str]) -> None:
    numbers = drafts.numbers(project.id, report.id)
    if number not in numbers:
        kept = "、".join(f"第{one}稿" for one in numbers) or "没有"
        raise UsageError(f"这台电脑上没有第{number}稿。留有的稿：{kept}。")
    drafts.note_meta(project.id, report.id, number, known)


def reported_of(project: Project) -> Sents:
    """The reported drafts of all texts of a project; what cannot be read is left out."""
    found: list[Sent] = []
    for report in project.reports:
        try:
            kept, _ = drafts.listing(project.id, report.id)
        except XugaoError:
            continue
        found += [sent for draft in kept if (sent := _sent(report, draft)) is not None]
    return tuple(found)


def _sent(report: Report, draft: Draft) -> Sent | None:
    to = draft.meta.get(_TO, "")
    try:
        day = date.fromisoformat(draft.meta.get(_DAY, ""))
    except ValueError:
        return None
    if not to:
        return None
    return Sent(report.id, draft.number, to, day, tuple(_values(draft)))


def _values(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the draft said of indicators, by place: each once."""
    rows = [
        *draft.spans.values(),
        *(row for cells in draft.cells.values() for row in cells.values()),
    ]
    told: set[str] = set()
    for row in rows:
        for text, place in row:
            if place and "@" in place and place not in told:
                told.add(place)
                yield place, text
