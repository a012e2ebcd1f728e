"""Looking into a project for a command that changes nothing: no lock is taken."""

from __future__ import annotations

import sys
from pathlib import Path

from model.errors import UsageError
from model.file_names import readable
from model.report.project import Project
from model.report.report import Report
from model.storage import journal, project_file


def reading(file: str) -> Project:
    """The project in a file; what there is to know of the file goes to standard error."""
    path = Path(file)
    loaded = project_file.load(path)
    notes = list(loaded.notes)
    if journal.newer_than(loaded, path) is not None:
        notes.append(
            f"“{file}”在窗口里有没保存的内容，这里读的是文件里的。要用那些内容，请先找回。"
        )
    sys.stderr.writelines(f"{readable(note)}\n" for note in notes)
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
