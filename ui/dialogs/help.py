"""使用手册: the manual inside the program, with its headings as contents. It opens no addresses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.labels import label
from ui.kit.run_line import RunLine

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual.md"
_DEEPEST = 2
_LINES, _PROPORTIONAL = 135, 1
_PLACE = Qt.ItemDataRole.UserRole
_PICTURE = "\ufffc"
_GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML


class HelpWindow(QDialog):
    """The manual: contents at the left, text at the right, a field to find words in it."""

    def __init__(self, parent: QWidget | None = None, *, manual: Path = MANUAL) -> None:
        super().__init__(parent)
        self.setWindowTitle("使用手册")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("手册正文")
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(manual.parent)])
        self.contents = QListWidget(self)
        self.contents.setAccessibleName("手册目录")
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.query = RunLine(self)
        self.query.setAccessibleName("在手册里查找")
        self.said = label(self, role="secondary")
        self._next = QPushButton("下一处(&N)", self)
        self._lay_out()
        self._fill(manual)
        self.text.anchorClicked.connect(self._follow)
        self.contents.currentItemChanged.connect(lambda now, _: self._go(now))
        self.query.returnPressed.connect(self.find_next)
        self._next.clicked.connect(self.find_next)
        QShortcut(QKeySequence("Ctrl+F"), self, self.query.setFocus)
        self.contents.setCurrentRow(0)
        self.contents.setFocus()

    def find_next(self) -> None:
        """Go to the next place with the words that are looked for, at the end begin again."""
        words = self.query.text()
        if not words:
            return
        found = self.text.find(words)
        if not found:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(words)
        self.said.setText("" if found else "手册里没有这些字。")

    def _fill(self, manual: Path) -> None:
        try:
            written = manual.read_text("utf-8")
        except OSError:
            written = f"# 没有找到手册\n\n手册应当在程序文件夹的“{manual}”。"
        self.text.document().setMarkdown(written, _GITHUB | _NO_HTML)
        self._space()
        for block, level in headings(self.text.document()):
            if level <= _DEEPEST:
                item = QListWidgetItem(("　" if level > 1 else "") + block.text(), self.contents)
                item.setData(_PLACE, block.position())

    def _space(self) -> None:
        """Chinese wants wider lines than Qt's Markdown gives, and commands that wrap."""
        families = self.font().families()
        for block in _blocks(self.text.document()):
            form = block.blockFormat()
            if not form.headingLevel() and _PICTURE not in block.text():
                form.setLineHeight(_LINES, _PROPORTIONAL)
            form.setNonBreakableLines(False)
            QTextCursor(block).setBlockFormat(form)
            _set_fixed(block, families)
        _fit_pictures(self.text.document())

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show_from(item.data(_PLACE))

    def _follow(self, link: QUrl) -> None:
        """Links within the manual lead to their heading; all others lead nowhere."""
        wanted = link.fragment()
        if link.path() or not wanted:
            self.said.setText("这个链接要在浏览器里看，程序不联网，没有打开它。")
            return
        for block, _ in headings(self.text.document()):
            if slug(block.text()) == wanted:
                self._show_from(block.position())
                return

    def _show_from(self, position: int) -> None:
        """Scroll so that a place is at the top."""
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(position)
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top())

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.contents)
        split.addWidget(self.text)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        split.setSizes([unit * 30, unit * 90])
        line = QHBoxLayout()
        title = label(self, "查找(&F)")
        title.setBuddy(self.query)
        close = QPushButton("关闭(&C)", self)
        close.clicked.connect(self.reject)
        for widget in (title, self.query, self._next, self.said):
            line.addWidget(widget)
        line.setStretch(1, 1)
        line.addWidget(close)
        for button in (self._next, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit)
        column.addWidget(split, 1)
        column.addLayout(line)
        room = self.screen().availableSize()
        self.resize(min(unit * 120, room.width() - 40), min(unit * 90, room.height() - 60))


def headings(document: QTextDocument) -> list[tuple[QTextBlock, int]]:
    """The headings of a document with their levels, in order."""
    levels = ((block, block.blockFormat().headingLevel()) for block in _blocks(document))
    return [(block, level) for block, level in levels if level]


def _set_fixed(block: QTextBlock, families: list[str]) -> None:
    """Commands in a fixed font, their Chinese as all other."""
    formats: Any = block.textFormats()  # the stubs do not know what is in them
    for one in formats:
        if not one.format.hasProperty(QTextCharFormat.Property.FontFamilies):
            continue
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + one.start)
        end = block.position() + one.start + one.length
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setFontFamilies(["monospace", *families])
        shape.setBackground(QColor(theme.colors().computed))
        cursor.mergeCharFormat(shape)


def _fit_pictures(document: QTextDocument) -> None:
    """Pictures no wider than the text, so that it never scrolls sideways."""
    cursor = document.find(_PICTURE)
    while not cursor.isNull():
        shape = cursor.charFormat().toImageFormat()
        shape.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        cursor.setCharFormat(shape)
        cursor = document.find(_PICTURE, cursor)


def slug(heading: str) -> str:
    """A heading as links to it are written: small letters, no signs, spaces as hyphens."""
    kept = (sign for sign in heading.strip().lower() if sign.isalnum() or sign in " -_")
    return "".join(kept).replace(" ", "-")


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
