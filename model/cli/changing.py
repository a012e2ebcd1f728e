"""Opening a project to change it, and putting a new one into a file."""

from __future__ import annotations

import sys
from pathlib import Path

from model.entry.cleaning import one_line
from model.errors import ConflictError, UsageError, ValueRefused
from model.file_names import is_project, readable
from model.report.project import Project
from model.session import Session
from model.storage import journal, project_file


def open_to_change(file: str) -> Session:
    """The open project of a file.

    Raises `ConflictError` where somebody else has it open, or a window that was killed kept what
    was never saved: to write now would make it another's.
    """
    path = Path(file)
    session = Session.load(path)
    if session.holder is not None:
        session.close()
        raise ConflictError(f"没有改动：“{file}”正在别处打开着。请先在那边关上。")
    if journal.newer_than(project_file.load(path), path) is not None:
        session.close()
        raise ConflictError(
            f"没有改动：“{file}”在窗口里有没保存的内容，请先找回。"
            "用窗口打开这份材料，选“找回”或“不要了”，再来改。"
        )
    sys.stderr.writelines(f"{readable(note)}\n" for note in session.notes)
    return session


def save_new(project: Project, file: str) -> None:
    """Save a project that is new; raises `UsageError` where the name is another kind of file's."""
    path = Path(file)
    if not is_project(path.name):
        raise UsageError(
            f"没有保存：“{file}”不是材料文件的名字。请用 .xugao 或 .json 结尾，如 汇报.xugao。"
        )
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
