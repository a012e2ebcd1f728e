"""找回: after a crash, what was typed and not saved, and what it would change."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from model.errors import ProjectFileError
from model.places.differences import Difference, differences
from model.report.project import Project
from model.storage import lock, project_file
from model.storage.journal import Entry
from ui.dialogs.choice import Choice, Offer
from ui.dialogs.difference_list import DifferenceList


class Recovery(StrEnum):
    """What becomes of what was typed before a crash."""

    TAKE = "take"
    DISCARD = "discard"
    LATER = "later"


class Found(NamedTuple):
    """What the journal holds: of which project and file, since when, and what it changes.

    `former` is None where the project's file is not there or cannot be read; `is_same`: it holds
    the very same; `is_held`: the file's lock shows signs of life, so it may be open in another
    window.
    """

    name: str
    path: Path | None
    written: datetime
    former: Project | None
    changes: tuple[Difference, ...]
    is_same: bool
    is_held: bool


def found(entry: Entry, now: datetime) -> Found:
    """Look into an entry; raises `ProjectFileError` where it cannot be understood."""
    path = Path(entry.path) if entry.path else None
    project = project_file.loads(entry.text.encode("utf-8"), path or Path("未保存的材料")).project
    former = _on_disk(path)
    holder = lock.read(lock.lock_file(path)) if path is not None else None
    return Found(
        name=f"{project.organization.name}{project.period.label_with_year}",
        path=path,
        written=entry.written,
        former=former,
        changes=differences(former, project) if former is not None else (),
        is_same=former is not None and project_file.dumps(former) == entry.text,
        is_held=holder is not None and not holder.is_stale(now),
    )


def ask_recovery(found: Found, parent: QWidget | None) -> Recovery:
    """Ask; closing the dialog leaves everything for later."""
    answer = recovery_dialog(found, parent).ask()
    return Recovery(answer) if answer else Recovery.LATER


def recovery_dialog(found: Found, parent: QWidget | None) -> Choice:
    """The question with what would be got back."""
    when = f"{found.written.astimezone():%m月%d日%H:%M}"
    text = (
        f"上次没有正常退出。“{found.name}”有没保存的内容，{when}自动留了底。\n"
        f"文件：{found.path or '还没有保存过'}"
    )
    list_ = None
    if found.former is not None:
        text += f"\n和文件里相比有{len(found.changes)}处不同（文件里的 → 留底的）："
        list_ = DifferenceList("没有保存的改动")
        list_.show_differences(found.changes)
    detail = (
        "如果它正在另一个窗口里打开着，请选“以后再说”；如果刚才是意外关闭的，可以放心找回。"
        if found.is_held
        else "找回后先作为没有保存的改动打开，看过再保存；文件现在不会动。"
    )
    offers = (
        Offer(Recovery.TAKE, "找回(&R)", is_default=not found.is_held),
        Offer(Recovery.DISCARD, "不要了(&D)"),
        Offer(Recovery.LATER, "以后再说(&L)", is_default=found.is_held),
    )
    return Choice("找回没有保存的内容", text, offers, parent, detail=detail, body=list_)


def _on_disk(path: Path | None) -> Project | None:
    if path is None:
        return None
    try:
        return project_file.load(path).project
    except ProjectFileError:
        return None
