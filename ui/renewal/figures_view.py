"""The table of 文中数字: typed in like a spreadsheet, Enter goes down."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QTableView,
    QWidget,
)

from ui.forms.editors.cells import CellEditor, EditorDelegate
from ui.kit import theme
from ui.renewal.figures_model import FiguresModel, Head, sentence

Index = QModelIndex | QPersistentModelIndex
_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_LEAST = {
    Head.PART: "四个字的",
    Head.LAST: "上期数",
    Head.NOW: "0000.00%",
    Head.STATE: "上期内容·待核",
}
_MOST = "一二三四五六七八"
_NARROW = 48


class FigureDelegate(EditorDelegate):
    """The sentence with its figure in bold and always in sight; an editor that Enter leads on.

    The options are `Any`: Qt's stubs do not know what a style option holds.
    """

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        model, cell = index.model(), QRect(option.rect)
        if not isinstance(model, FiguresModel):
            return
        _paint_ground(painter, option, index)
        inside = theme.unit(option.widget)
        option.rect = cell.adjusted(inside, 0, -inside, 0)
        if index.column() == Head.SENTENCE:
            row = model.rows[index.row()]
            words = (row.before, row.said, row.after)
            _paint_sentence(painter, option.rect, option.font, words)
            return
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if index.column() == Head.NOW:
            option.rect = cell
            self._frame(painter, option, index, is_wrong=model.is_wrong(index.row()))

    def _frame(self, painter: QPainter, option: Any, index: Index, *, is_wrong: bool) -> None:
        """Where typing goes is framed; a wrong number red."""
        view = option.widget
        is_current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        if not is_current and not is_wrong:
            return
        colors = theme.colors()
        painter.save()
        painter.setPen(QPen(QColor(colors.red if is_wrong else colors.accent), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:  # noqa: ARG002
        editor, model = CellEditor(parent), index.model()
        assert isinstance(model, FiguresModel)
        editor.show_in_cell()
        editor.set_names("本期数", sentence(model.rows[index.row()]))
        cell = QPersistentModelIndex(index)
        return self.opened(editor, model.keeper(cell), lambda typed: model.setData(cell, typed))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The same number typed again counts as looked at."""
        is_same = isinstance(editor, CellEditor) and editor.is_touched and not editor.is_pending
        super().setModelData(editor, model, index)
        if is_same and isinstance(editor, CellEditor):
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)

    def step_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        down = _step(event)
        return (0, down) if down else None


class FiguresView(QTableView):
    """`row_chosen` tells the current place, `opened` that its page is wanted, `confirm_wanted`
    that the chosen numbers hold still, `paste_wanted` that a column was copied elsewhere.
    """

    row_chosen = Signal(str)
    opened = Signal(str)
    confirm_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, model: FiguresModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures = model
        self.setAccessibleName("文中数字")
        self.setModel(model)
        delegate = FigureDelegate(self)
        self.setItemDelegate(delegate)
        delegate.stepped.connect(self._edited)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setAccessibleName("栏目")
        self.horizontalHeader().setSectionResizeMode(Head.SENTENCE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._double_clicked)
        model.modelReset.connect(self.fit)
        self.fit()

    def choose_row(self, row: int) -> None:
        """Go to a row, ready to be typed in."""
        index = self.figures.index(row, Head.NOW)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, down: int) -> None:
        """So many rows down, as far as there are any."""
        row = self.currentIndex().row() + down
        if 0 <= row < self.figures.rowCount():
            self.choose_row(row)

    def _edited(self, _right: int, down: int) -> None:
        """On to the next row, unless the number was refused: the reason stays in sight."""
        if not self.figures.is_wrong(self.currentIndex().row()):
            self.step(down)

    def chosen_rows(self) -> list[int]:
        """The selected rows, from above."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.column() != Head.NOW:
            self.setCurrentIndex(self.figures.index(current.row(), Head.NOW))
        elif current.isValid():
            self.row_chosen.emit(self.figures.rows[current.row()].place)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() is QTableView.State.EditingState
        holds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_editing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space or (holds and event.key() in _DOWN[:2]):
            self.confirm_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.figures.forget_wrong()
            event.ignore()
        elif event.key() in _DOWN[:2]:
            self.step(_step(event))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def fit(self) -> None:
        """Sizes out of the font."""
        unit, metrics = 2 * theme.unit(self), self.fontMetrics()
        for head, least in _LEAST.items():
            shown = {self.figures.index(row, head).data() for row in range(len(self.figures.rows))}
            wide = max(map(metrics.horizontalAdvance, (least, *shown)))
            most = metrics.horizontalAdvance(_MOST)
            self.setColumnWidth(head, min(wide, most) + unit + metrics.averageCharWidth())
        is_narrow = self.width() < metrics.horizontalAdvance("字") * _NARROW
        self.setColumnHidden(Head.PART, is_narrow)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == Head.NOW:
            self.edit(index)
        else:
            self.opened.emit(self.figures.rows[index.row()].place)


def _step(event: QKeyEvent) -> int:
    """1 down, −1 up, 0 for keys that do not lead on; Ctrl with Enter confirms instead."""
    if event.key() == Qt.Key.Key_Up:
        return -1
    if event.key() not in _DOWN:
        return 0
    return -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1


def _paint_ground(painter: QPainter, option: Any, index: Index) -> None:
    ground = index.data(Qt.ItemDataRole.BackgroundRole)
    if option.state & QStyle.StateFlag.State_Selected:
        ground = QColor(theme.colors().accent_soft)
    if ground is not None:
        painter.fillRect(option.rect, ground)


def _paint_sentence(painter: QPainter, room: QRect, font: Any, words: tuple[str, str, str]) -> None:
    """The figure bold; what stands before it keeps its end, what stands behind it its beginning."""
    before, said, after = words
    plain, bold = QFontMetrics(font), QFontMetrics(theme.bold(font))
    left = room.width() - bold.horizontalAdvance(said)
    behind = min(plain.horizontalAdvance(after), left // 2)
    ahead = min(plain.horizontalAdvance(before), left - behind)
    behind = left - ahead
    pieces = (
        (plain.elidedText(before, Qt.TextElideMode.ElideLeft, ahead), font, theme.colors().ink),
        (said, theme.bold(font), theme.colors().accent),
        (plain.elidedText(after, Qt.TextElideMode.ElideRight, behind), font, theme.colors().ink),
    )
    at = QRect(room)
    painter.save()
    for text, of, ink in pieces:
        painter.setFont(of)
        painter.setPen(QColor(ink))
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        at.setLeft(at.left() + QFontMetrics(of).horizontalAdvance(text))
    painter.restore()
