"""导出全部: every text of a project into one folder, each as its next draft."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from model.check.completeness import BLANK
from model.check.registry import unfinished
from model.clock import Clock, utc_now
from model.errors import XugaoError
from model.jobs.export import Exported, Force, Stage, draft_name, export, labelled
from model.jobs.output_formats import OUTPUT_FORMATS
from model.library import shipped
from model.report.project import Project
from model.report.report import Report


class Left(NamedTuple):
    """What is not done in some texts: all of it, and the blanks among it."""

    places: int
    blanks: int


class Result(NamedTuple):
    """What became of one text: what was written, or why nothing was."""

    report: Report
    exported: Exported | None
    wrong: str = ""


def left_in(project: Project, *reports: Report) -> Left:
    """How much is blank or unchecked in some texts."""
    found = [problem for report in reports for problem in unfinished(project, report)]
    return Left(len(found), sum(one.check == BLANK.key for one in found))


def export_all(
    project: Project,
    folder: Path,
    stage: Stage,
    label: str = "",
    *,
    force: Force = Force.NOTHING,
    clock: Clock = utc_now,
) -> tuple[Result, ...]:
    """Write every text into a folder under its draft's name; one that fails stops no other."""
    taken: set[str] = set()
    results = []
    for report in project.reports:
        name = draft_name(project, report, stage, OUTPUT_FORMATS[0].ending, clock)
        path = folder / _unused(name, taken)
        taken.add(path.name)
        style = labelled(shipped.usable_house_style(report.house_style), label)
        try:
            done = export(project, report, path, style, stage, force=force, clock=clock)
        except XugaoError as error:
            results.append(Result(report, None, str(error)))
        else:
            results.append(Result(report, done))
    return tuple(results)


def _unused(name: str, taken: set[str]) -> str:
    """A name that no other text has: two texts may be called alike."""
    path, number = Path(name), 2
    while name in taken:
        name = f"{path.stem}-{number}{path.suffix}"
        number += 1
    return name
