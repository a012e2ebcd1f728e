"""没有收下的: what was typed and refused, before it would be lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from model.places.refused import Refused
from ui.dialogs.choice import Choice, Offer
from ui.dialogs.difference_list import RefusedList


def refused_dialog(
    name: str, refused: Sequence[Refused], parent: QWidget | None, *, is_saved: bool
) -> Choice:
    """Ask before a project is left whose editors hold what it refused (`save`, `discard`, `back`).

    `is_saved`: there is nothing else to save.
    """
    lost = f"{len(refused)}处填的内容没有收下，存不进文件，关闭以后就没有了："
    text = f"“{name}”有{lost}" if is_saved else f"“{name}”有改动还没有保存；另有{lost}"
    list_ = RefusedList("没有收下的内容")
    list_.show_refused(refused)
    detail = "先回去改好或者按 Esc 放弃，再关闭，最稳妥。"
    leave = (
        (Offer("discard", "不要了，关闭(&D)"),)
        if is_saved
        else (Offer("save", "保存其余的(&S)"), Offer("discard", "都不保存(&D)"))
    )
    offers = (Offer("back", "回去改(&G)", is_default=True), *leave, Offer("cancel", "取消(&C)"))
    return Choice("没有收下的内容", text, offers, parent, detail=detail, body=list_)
