"""合并同事改的那份: another copy of this project beside this one, and what both began from.

What both began from is the version at opening where the file itself was changed meanwhile, a file
that was named, or the save on this PC that the other copy is likest; where there is none, all in
which both differ is told, and that is said.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from model.clock import day_and_time
from model.errors import ProjectFileError
from model.file_names import readable
from model.jobs.brought import Brought
from model.merging.apply import apply
from model.merging.compare import compare
from model.reading.kinds import refused
from model.report.project import Project
from model.storage import backup, project_file
from model.storage.project_file import Loaded

_LOOKED_AT = 40
"""How many saves are looked at, the newest first."""


class OtherCopy(NamedTuple):
    """A file of the same project; `base` is what both began from, where that is known."""

    path: Path
    base: Project | None = None
    title: str = "合并"
    called: str = "那一份"

    def read(self) -> Loaded:
        """Read the file; raises `ProjectFileError`."""
        return project_file.load(self.path)

    def compare(self, project: Project, read: Loaded, today: date) -> Brought:
        """Compare it with the project as it is now; raises `ReadRefused`."""
        del today  # what was noted in the other copy keeps its day
        theirs = read.project
        _refuse_other(project, theirs, self.path)
        base, told = (self.base, "") if self.base is not None else _base_of(project, theirs)
        plan = compare(project, theirs, base, readable(self.path.name))
        return Brought(
            project,
            plan.choices,
            lambda decisions, _: apply(plan, decisions),
            tuple(filter(None, (told, *read.notes))),
            tuple(report.id for report in (*project.reports, *theirs.reports)),
        )


def _refuse_other(project: Project, theirs: Project, path: Path) -> None:
    """Only copies of one project are merged; raises `ReadRefused`."""
    if theirs.id != project.id:
        raise refused(
            path, "它不是这份材料的另一份，是另外一份材料。同一份材料分头改的两个文件才能合并"
        )
    if theirs.period != project.period:
        raise refused(
            path,
            f"它是{theirs.period.label_with_year}的，这份材料是{project.period.label_with_year}的。"
            "请打开同一期的再合并",
        )


def _base_of(project: Project, theirs: Project) -> tuple[Project | None, str]:
    """The save that their copy is likest, the older of two alike: later ones hold our changes."""
    best: tuple[int, Project, str] | None = None
    for kept in backup.listing(project.id)[:_LOOKED_AT]:
        try:
            saved = project_file.loads(backup.read(kept), kept.path).project
        except ProjectFileError:
            continue
        if saved.period != project.period:
            continue
        distance = len(compare(saved, theirs, saved, "").steps)
        if best is None or distance <= best[0]:
            best = (distance, saved, day_and_time(kept.saved))
    if best is None:
        return None, (
            "这台电脑上没有两边都从它改起的那一份，只能把两边直接比：不一样的地方都要您定，"
            "只有这里有的都留着。"
        )
    return best[1], f"以{best[2]}保存的那一份为底，看两边各改了什么。"
