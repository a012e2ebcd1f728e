"""没有保存: a file could not be written; what was typed is still here and can go elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.choice import Choice, Offer

_ELSEWHERE = "elsewhere"


def not_saved_dialog(error: Exception, parent: QWidget | None) -> Choice:
    """The writer's own words (they name the files), and the way out."""
    offers = (
        Offer(_ELSEWHERE, "另存为(&A)…", is_default=True),
        Offer("", "先不保存(&C)"),
    )
    detail = "您写的都还在窗口里，可以接着写；换一个位置保存也行。"
    return Choice("没有保存", str(error), offers, parent, detail=detail)


def wants_elsewhere(error: Exception, parent: QWidget | None) -> bool:
    """Tell what went wrong; whether the clerk wants to save to another place."""
    return not_saved_dialog(error, parent).ask() == _ELSEWHERE
