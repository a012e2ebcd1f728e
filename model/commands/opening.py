"""Opening a project for a command: to read it, to change it, or to put a new one in a file."""

from __future__ import annotations

from pathlib import Path

from model.entry.cleaning import one_line
from model.errors import ConflictError, UsageError, ValueRefused
from model.report.project import Project
from model.report.report import Report
from model.session import Session


def reading(file: str) -> Project:
    """The project in a file, for commands that change nothing."""
    session = Session.load(Path(file))
    session.close()
    return session.project


def open_to_change(file: str) -> Session:
    """The open project of a file; raises `ConflictError` where somebody else has it open."""
    session = Session.load(Path(file))
    if session.holder is not None:
        session.close()
        raise ConflictError(f"没有改动：“{file}”正在别处打开着。请先在那边关上。")
    return session


def save_new(project: Project, file: str) -> None:
    """Save a project that is new; raises `UsageError` where the name is another kind of file's."""
    path = Path(file)
    if path.suffix.lower() != ".json":
        raise UsageError(f"没有保存：“{file}”不是材料文件的名字。请用 .json 结尾，如 汇报.json。")
    session = Session.new(project, path)
    try:
        session.save()
    finally:
        session.close()


def name_of(typed: str, called: str) -> str:
    """The name of a place as it was typed; raises `ValueRefused` telling which one is wrong."""
    try:
        return one_line(typed)
    except ValueRefused as error:
        raise ValueRefused(f"{called}：{error}") from error


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
