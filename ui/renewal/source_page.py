"""从旧稿开始, first page: the file of the old manuscript, or its text pasted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.dropping import dropped_file
from ui.kit.file_dialogs import MANUSCRIPT, AskFile
from ui.kit.file_line import FileLine
from ui.kit.labels import label

_ABOUT = (
    "选上期的 Word 文件（.docx）或文本文件（.txt），也可以把文件拖到这里，或者粘贴全文。"
    "文字一个字也不会改，原来的文件不动。.doc、.wps 在装有 LibreOffice 的电脑上可以转换后再读。"
)


class SourcePage(QWidget):
    """`file_chosen` tells that a whole file name was chosen or dropped; `convert` shows where the
    file is of an old format that a program of this PC can convert.
    """

    file_chosen = Signal()

    def __init__(self, ask_file: AskFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.file = FileLine("旧稿文件", MANUSCRIPT, ask_file, self)
        self.file.set_hint("把文件拖到这里也可以")
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName("粘贴旧稿的文字")
        self.text.setPlaceholderText("在这里粘贴全文")
        self.text.setAcceptDrops(False)
        self.text.setTabChangesFocus(True)
        self.convert = QPushButton("转换成 .docx 再读(&Z)", self)
        self.convert.setVisible(False)
        self._lay_out()
        self.file.chosen.connect(self.file_chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            self.text.clear()
            self.file.set_path(path)
            event.acceptProposedAction()
            self.file_chosen.emit()

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        name = label(self, "旧稿文件(&L)")
        name.setBuddy(self.file)
        pasted = label(self, "或者粘贴文字(&P)")
        pasted.setBuddy(self.text)
        for widget in (label(self, _ABOUT, "secondary", wraps=True), name, self.file, pasted):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.convert, 0, Qt.AlignmentFlag.AlignLeft)
