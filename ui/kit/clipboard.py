"""What lies on the clipboard, and the one reader of it for every table of the window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from model.errors import ValueRefused
from model.table.clipboard import Copied, read_copied

_NOTHING = "剪贴板里没有文字。请先在表格里选中要填的单元格，复制，再粘贴。"


def copied() -> QMimeData:
    """What was copied; empty where nothing was, for which Qt has no data on some screens."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found


def copied_cells() -> Copied:
    """The cells that lie on the clipboard; raises `ValueRefused` where there are none."""
    return cells_of(copied())


def cells_of(data: QMimeData) -> Copied:
    """The cells of what was copied, in whichever flavour it tells them best."""
    found = read_copied(data.text(), data.html() if data.hasHtml() else "")
    if not found.cells:
        raise ValueRefused(_NOTHING)
    return found
