"""从旧稿开始, second page: each line of the manuscript beside what it was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from model.jobs.take_in import Recognized
from model.parse.override import ROLES
from model.parse.structure import Given
from ui.kit import theme
from ui.kit.labels import label, plain_tip
from ui.kit.list_model import Index, ListModel
from ui.kit.padded import as_list
from ui.renewal.text_reader import side_by_side, text_reader

_KEYS = dict(zip("01234TUDCJLN", ROLES, strict=True))
_ABOUT = (
    "看看每一行认得对不对。认错了的，选中它（可以选几行），点“改成”，或直接按菜单里的数字、字母。"
)


class Head(IntEnum):
    """The columns, from the left."""

    ROLE = 0
    SIGN = 1
    LEAD = 2
    FIGURES = 3
    TEXT = 4

    @property
    def title(self) -> str:
        return ("是什么", "序号", "段首小标题", "数", "原文")[self]


class RecognizedModel(ListModel[Recognized]):
    """One row a line of the manuscript; the same number of lines is the same manuscript."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__([head.title for head in Head], parent)

    def stay(self, rows: tuple[Recognized, ...]) -> bool:
        return bool(rows) and len(rows) == len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, head = self.rows[index.row()], Head(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(row, head)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_whole(row, head))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{head.title}：{_whole(row, head) or '无'}"
            case Qt.ItemDataRole.ForegroundRole if head is Head.ROLE:
                colors = theme.colors()
                return QColor(colors.secondary if row.role.role == "body" else colors.accent)
        return None


class RecognizedView(QTableView):
    """`role_wanted` asks for a role for the chosen rows, `menu_wanted` for the menu of roles."""

    role_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    row_chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().upper()
        if key in _KEYS:
            self.role_wanted.emit(_KEYS[key])
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Menu):
            rect = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft()))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.row_chosen.emit()


class RecognizedPage(QWidget):
    """`role_wanted` asks for a role for lines of these numbers."""

    role_wanted = Signal(list, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = RecognizedModel(self)
        self.view = RecognizedView(self)
        self.view.setAccessibleName("认出的各行")
        self.view.setModel(self.model)
        self.view.setMinimumHeight(24 * theme.unit(self))
        as_list(self.view, widest=Head.TEXT)
        self.whole = text_reader(self, "这一行的全文和其中的数")
        self.remarks = text_reader(self, "没有认出的和要留意的")
        self.menu = self._menu()
        self.change = QPushButton("改成(&G)", self)
        self.change.setMenu(self.menu)
        self._lay_out()
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda at: self.menu.popup(self.view.viewport().mapToGlobal(at))
        )
        self.view.menu_wanted.connect(self.menu.popup)
        self.view.role_wanted.connect(self._want)
        self.view.row_chosen.connect(self._show_line)

    def show_lines(self, rows: tuple[Recognized, ...], remarks: Sequence[str]) -> None:
        """Show what was recognized, and what was not."""
        self.model.show_rows(rows)
        self.remarks.setPlainText("\n".join(remarks) or "没有要特别留意的。")
        if not self.view.currentIndex().isValid() and rows:
            self.view.selectRow(0)
        self._show_line()

    def _want(self, role: Given) -> None:
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        if rows:
            self.role_wanted.emit(rows, role)

    def _show_line(self) -> None:
        at = self.view.currentIndex().row()
        if not 0 <= at < len(self.model.rows):
            self.whole.clear()
            return
        row = self.model.rows[at]
        numbers = f"\n\n数：{'、'.join(row.said)}" if row.said else ""
        self.whole.setPlainText(row.text + numbers)
        self.whole.setExtraSelections([_marked(self.whole, span) for span in row.figures])

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key, role in _KEYS.items():
            action = menu.addAction(f"{ROLES[role]}(&{key})")
            action.triggered.connect(lambda *_, role=role: self._want(role))
        return menu

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        line = QHBoxLayout()
        line.addWidget(label(self, _ABOUT, "secondary", wraps=True), 1)
        line.addWidget(self.change)
        below = side_by_side(self, ("这一行(&V)", self.whole), ("要留意的(&R)", self.remarks))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addLayout(line)
        column.addWidget(self.view, 5)
        column.addLayout(below, 2)


def _shown(row: Recognized, head: Head) -> str:
    whole = _whole(row, head)
    longest = {Head.SIGN: 7, Head.LEAD: 10}.get(head, len(whole))
    return whole if len(whole) <= longest else f"{whole[:longest]}…"


def _whole(row: Recognized, head: Head) -> str:
    match head:
        case Head.ROLE:
            return f"{row.label}（已改）" if row.is_corrected else row.label
        case Head.SIGN:
            return row.sign
        case Head.LEAD:
            return row.lead
        case Head.FIGURES:
            return str(len(row.figures)) if row.figures else ""
        case Head.TEXT:
            return row.text.strip()


def _marked(reader: QPlainTextEdit, span: tuple[int, int]) -> QTextEdit.ExtraSelection:
    """A number of the line, marked."""
    made = QTextEdit.ExtraSelection()
    how = QTextCharFormat()
    how.setBackground(QColor(theme.colors().amber_soft))
    how.setForeground(QColor(theme.colors().amber))
    cursor = QTextCursor(reader.document())
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format = how  # type: ignore[attr-defined]
    return made
