"""找回: after a crash, what was typed and not saved, and what it would change."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from model.clock import day_and_time
from model.file_names import readable
from model.jobs.recover import Unsaved
from ui.dialogs.choice import Choice, Offer
from ui.dialogs.difference_list import DifferenceList


class Recovery(StrEnum):
    """What becomes of what was typed before a crash."""

    TAKE = "take"
    DISCARD = "discard"
    LATER = "later"


def ask_recovery(unsaved: Unsaved, parent: QWidget | None) -> Recovery:
    """Ask; closing the dialog leaves everything for later."""
    answer = recovery_dialog(unsaved, parent).ask()
    return Recovery(answer) if answer else Recovery.LATER


def recovery_dialog(unsaved: Unsaved, parent: QWidget | None) -> Choice:
    """The question with what would be got back."""
    when = day_and_time(unsaved.written)
    text = (
        f"上次没有正常退出。“{unsaved.name}”有没保存的内容，{when}自动留了底。\n"
        f"文件：{readable(unsaved.path or '还没有保存过')}"
    )
    list_ = None
    if unsaved.former is not None:
        text += f"\n和文件里相比有{len(unsaved.changes)}处不同（文件里的 → 留底的）："
    if unsaved.refused:
        text += f"\n另有{len(unsaved.refused)}处填了没有收下的，找回后仍在原处，标红。"
    if unsaved.former is not None or unsaved.refused:
        list_ = DifferenceList("没有保存的改动")
        list_.show_differences(unsaved.changes, unsaved.refused)
    detail = (
        "如果它正在另一个窗口里打开着，请选“以后再说”；如果刚才是意外关闭的，可以放心找回。"
        if unsaved.is_held
        else "找回后先作为没有保存的改动打开，看过再保存；文件现在不会动。"
    )
    offers = (
        Offer(Recovery.TAKE, "找回(&R)", is_default=not unsaved.is_held),
        Offer(Recovery.DISCARD, "不要了(&D)"),
        Offer(Recovery.LATER, "以后再说(&L)", is_default=unsaved.is_held),
    )
    return Choice("找回没有保存的内容", text, offers, parent, detail=detail, body=list_)
