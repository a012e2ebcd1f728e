"""导入改稿: a Word file that came back, beside the draft it was and the project as it is.

The file is read in a child process. Its draft is found by its mark, else by likeness; the file of
another project or another period is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from model.compose.compose import compose
from model.errors import ProjectFileError, ReadRefused
from model.file_names import readable
from model.jobs.brought import Brought
from model.reading.files import read_returned
from model.reading.kinds import refused
from model.reading.returned import Returned
from model.redpen.apply import apply
from model.redpen.compare import compare
from model.redpen.lines import Text, lines_of, lines_of_draft
from model.redpen.marked_choice import marked_paragraph
from model.redpen.tokens import alike
from model.report.project import Project
from model.report.report import Report
from model.storage import atomic, drafts, project_file
from model.storage.drafts import Draft
from model.wording.finding.dates import find_periods

_LIKE = 0.3
"""The least share of a file's paragraphs that stand in a draft word for word."""


class Owner(NamedTuple):
    """The project that a returned file is a draft of; without `path` its file is not known."""

    path: Path | None


def owner_of(path: Path, projects: Sequence[Path]) -> Owner | None:
    """Return the project among these files that a returned file is a draft of, by its mark; None
    where it is no draft made on this PC. Raises `ReadRefused`."""
    mark = read_returned(path).draft
    whose = drafts.find_by_mark(mark) if mark else None
    if whose is None:
        return None
    for one in projects:
        with suppress(ProjectFileError):
            if project_file.load(one).project.id == whose.project_id:
                return Owner(one)
    return Owner(None)


class _Found(NamedTuple):
    """The report a file belongs to, and its draft, if that lies on this PC."""

    report: Report
    draft: Draft | None
    note: str = ""


class ReturnedFile(NamedTuple):
    """A Word file that came back changed."""

    path: Path
    title: str = "改稿"
    called: str = "改稿"

    def read(self) -> Returned:
        """Read the file in a child process; raises `ReadRefused`."""
        return read_returned(self.path)

    def compare(self, project: Project, read: Returned, today: date) -> Brought:
        """Compare what was read with the project as it is now; raises `ReadRefused`."""
        path = self.path
        found = _by_mark(project, read) or _by_likeness(project, read, path)
        base = text_of_draft(project, found.report, found.draft) if found.draft else None
        plan = compare(project, found.report, read, base, readable(path.name), today)
        number = found.draft.number if found.draft else None
        told = (
            found.note,
            found.draft.note if found.draft else "",
            *plan.notes,
        )
        digest = _digest(path)
        return Brought(
            project,
            plan.choices,
            lambda decisions, day: apply(plan, decisions, day, digest),
            tuple(filter(None, told)),
            (found.report.id,),
            number,
            compose(project, found.report).title,
            lambda choice: marked_paragraph(plan, choice),
        )


def _digest(path: Path) -> str:
    """The digest of the file; '' where it was moved away since it was read."""
    try:
        found = atomic.digest_of(path)
    except OSError:
        return ""
    return "" if found == atomic.ABSENT else found


def _by_mark(project: Project, returned: Returned) -> _Found | None:
    """The draft that a file says it is."""
    if not returned.draft:
        return None
    for report in project.reports:
        for number in drafts.numbers(project.id, report.id):
            if drafts.mark_of(project.id, report.id, number) == returned.draft:
                try:
                    return _Found(report, drafts.load(project.id, report.id, number))
                except ProjectFileError:
                    note = f"第{number}稿的底稿读不出来，只能和现在的材料比。"
                    return _Found(report, None, note)
    return None


def _by_likeness(project: Project, returned: Returned, path: Path) -> _Found:
    """The draft or report that a file is likest; raises `ReadRefused` for none of them."""
    other = drafts.find_by_mark(returned.draft) if returned.draft else None
    if other is not None:
        raise _refusal_of(other, path)
    said = {alike(line.text) for line in returned.lines}
    best: tuple[float, int, _Found] | None = None
    for order, found in enumerate(_candidates(project, with_drafts=not returned.draft)):
        share = _share(said, _texts(project, found))
        if share >= _LIKE and (best is None or (share, order) > best[:2]):
            best = (share, order, found)
    if best is None:
        raise refused(
            path,
            "里面的文字和这份材料对不上，看不出是哪一稿。请打开它所属的那份材料再导入；"
            "要把它当旧稿，请用“从旧稿开始”",
        )
    _refuse_other_period(project, best[2].report, returned, path)
    return best[2]


def _candidates(project: Project, *, with_drafts: bool) -> Iterator[_Found]:
    """What a file without a known mark may be: a report as it is now, or a draft of it."""
    for report in project.reports:
        note = (
            "这台电脑上没有它的底稿，只能和现在的材料比：看得出改稿和材料哪里不同，看不出是谁改的。"
        )
        yield _Found(report, None, note)
        for draft in drafts.listing(project.id, report.id)[0] if with_drafts else ():
            yield _Found(report, draft, f"文件里没有稿号，看文字是第{draft.number}稿。")


def _share(said: set[str], texts: Sequence[str]) -> float:
    known = {alike(text) for text in texts}
    return len(said & known) / len(said) if said else 0.0


def _texts(project: Project, found: _Found) -> list[str]:
    report, draft = found.report, found.draft
    text = text_of_draft(project, report, draft) if draft else lines_of(compose(project, report))
    return [line.text for line in text.lines if line.text.strip()]


def text_of_draft(project: Project, report: Report, draft: Draft) -> Text:
    """Return a draft as lines; one of before says nothing of which points stood together."""
    rows: list[Sequence[str]] = [*draft.rows]
    if not rows:
        now = [block.ids for block in compose(project, report).body]
        rows = [row for row in now if all(id_ in draft.spans for id_ in row)]
        known = {id_ for row in rows for id_ in row}
        if known != {*draft.spans}:
            rows = [(id_,) for id_ in draft.spans]
    return lines_of_draft(draft.spans, draft.cells, rows)


def _refusal_of(other: drafts.Whose, path: Path) -> ReadRefused:
    file = other.draft.meta.get("file", "")
    named = f"“{file}”" if file else "一份文稿"
    return refused(
        path,
        f"它不是这份材料的，是另一份材料第{other.draft.number}稿（导出时叫{named}）的改稿。"
        "请打开那一份材料再导入",
    )


def _refuse_other_period(project: Project, report: Report, returned: Returned, path: Path) -> None:
    """A title that names another period is that of another period's file."""
    title = next((one for one in compose(project, report).body if one.text.strip()), None)
    first = next(iter(returned.lines), None)
    if title is None or first is None:
        return
    ours, theirs = _periods(title.text), _periods(first.text)
    if ours and theirs and ours != theirs:
        raise refused(
            path,
            f"它是{'、'.join(theirs)}的，这份材料是{'、'.join(ours)}的。请打开那一期的材料再导入",
        )


def _periods(text: str) -> list[str]:
    return [alike(text[one.start : one.end]) for one in find_periods(text)]
