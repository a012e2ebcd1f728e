"""Looking into a project for a command that changes nothing: no lock is taken."""

from __future__ import annotations

import sys
from pathlib import Path

from model.errors import UsageError
from model.report.project import Project
from model.report.report import Report
from model.storage import project_file


def reading(file: str) -> Project:
    """The project in a file; what there is to know of the file goes to standard error."""
    loaded = project_file.load(Path(file))
    sys.stderr.writelines(f"{note}\n" for note in loaded.notes)
    return loaded.project


def report_of(project: Project, id_: str | None) -> Report:
    """The report asked for; without a name the only one."""
    if id_ is not None:
        found = project.report(id_)
        if found is None:
            raise UsageError(f"没有文稿“{id_}”。有：{_reports(project)}。")
        return found
    if len(project.reports) != 1:
        raise UsageError(
            f"这份材料有{len(project.reports)}份文稿，请用 --report 指明：{_reports(project)}。"
        )
    return project.reports[0]


def _reports(project: Project) -> str:
    return "、".join(f"{report.id}（{report.name}）" for report in project.reports) or "（没有）"
