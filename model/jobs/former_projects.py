"""What former projects knew, chosen by the clerk to be looked at beside this one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from model.errors import XugaoError
from model.file_names import readable
from model.report.project import Project
from model.storage import project_file


class Former(NamedTuple):
    """Former projects, and what could not be read of them, in sentences."""

    projects: tuple[Project, ...]
    notes: tuple[str, ...]


def read_former(project: Project, files: Iterable[Path]) -> Former:
    """The former projects of the same place; nothing is written."""
    former, notes = [], []
    for file in files:
        try:
            found = project_file.load(file).project
        except XugaoError as error:
            notes.append(str(error))
            continue
        if found.organization.name != project.organization.name:
            notes.append(
                f"“{readable(file.name)}”是{found.organization.name}的材料，不是"
                f"{project.organization.name}的，没有取。"
            )
            continue
        former.append(found)
    return Former(tuple(former), tuple(notes))
