"""台账: tasks found in a text of the project or in a manuscript; 任务分解表 into a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from model.compose.compose import compose
from model.document import Paragraph
from model.jobs.forms import write_paper
from model.jobs.take_in import Manuscript, lexicon_of_bank, period
from model.ledger.found import Found, compared, of_report, of_text
from model.ledger.papers import decomposition
from model.ledger.standing import Order, Wanted
from model.parse.understand import understand
from model.reading.source import Source, SourceParagraph
from model.report.project import Project
from model.report.report import Report
from model.report.section import TasksBlock
from model.report.tree import ids_in, walk
from model.values.period import Period

_DOUBT = "正文里的话，请看是不是任务"


def tasks_in_report(project: Project, report: Report) -> tuple[Found, ...]:
    """The tasks of a text of the project: those of its blocks, and those of its other sentences.

    May take a second. Raises `ReadRefused` for far too long a text.
    """
    blocks = [one for one in walk(report) if isinstance(one, TasksBlock)]
    told = frozenset().union(*map(ids_in, blocks))
    lines = [one for one in compose(project, report).body if isinstance(one, Paragraph)]
    source = Source(tuple(SourceParagraph(line.text) for line in lines))
    written = [line for line in lines if line.text.strip()]
    rest = [at for at, line in enumerate(written) if told.isdisjoint(line.ids)]
    understood = understand(source, lexicon_of_bank())
    others = of_text(understood, report.name, project.period, rest)
    placed = tuple(one.changed(origin=one.origin.changed(report=report.id)) for one in others)
    in_blocks = tuple(of_report(project, report))
    found = compared(project, (*in_blocks, *placed))
    if not in_blocks:
        return found
    doubted = (replace(one, note=one.note or _DOUBT) for one in found[len(in_blocks) :])
    return (*found[: len(in_blocks)], *doubted)


def tasks_in_manuscript(
    project: Project, manuscript: Manuscript, of: Period | None = None
) -> tuple[Found, ...]:
    """The tasks of an old manuscript, also of another office; deadlines are of its own period
    where it says one."""
    told = of or period(manuscript) or project.period
    name = manuscript.file or "旧稿"
    return compared(project, of_text(manuscript.understood, name, told))


def write_decomposition(
    project: Project,
    path: Path,
    wanted: Wanted,
    order: Order,
    today: date,
    *,
    replaces: bool = False,
) -> None:
    """Write 任务分解表 as .docx or .xlsx, by the ending of the name. Raises `SaveError`."""
    write_paper(decomposition(project, wanted, order, today), path, replace=replaces)
