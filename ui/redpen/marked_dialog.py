"""这一段: the paragraph of a change with what goes struck and what comes underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from model.document import Edited
from model.redpen.marked_choice import Piece
from ui.kit import theme
from ui.kit.labels import label

_ABOUT = "删去的划掉，加上的画线，都用红字；有底色的是选中的这一处。"


class MarkedDialog(QDialog):
    """Accepted: the clerk wants to go there."""

    def __init__(
        self, title: str, pieces: Sequence[Piece], parent: QWidget, *, has_place: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("这一段")
        cursor = self.text.textCursor()
        for piece in pieces:
            cursor.insertText(piece.text, _format(piece))
        go = QPushButton("到这一处(&G)", self)
        go.setEnabled(has_place)
        go.setDefault(True)
        go.setFocus()
        close = QPushButton("关闭(&C)", self)
        go.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        column, last = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addWidget(self.text, 1)
        last.addStretch(1)
        last.addWidget(go)
        last.addWidget(close)
        column.addLayout(last)
        unit, room = theme.unit(self), self.screen().availableSize()
        self.resize(min(unit * 90, room.width() - 40), min(unit * 50, room.height() - 80))


def _format(piece: Piece) -> QTextCharFormat:
    made, colors = QTextCharFormat(), theme.colors()
    if piece.edited is not None:
        made.setForeground(QColor(colors.red))
        made.setFontStrikeOut(piece.edited is Edited.DELETED)
        made.setFontUnderline(piece.edited is Edited.ADDED)
    if piece.is_chosen:
        made.setBackground(QColor(colors.accent_soft))
    return made
