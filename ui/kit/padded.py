"""Cells with air at both sides, in rows as high as the font asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QTableView

from ui.kit import theme


class PaddedDelegate(QStyledItemDelegate):
    """The options are `Any`: Qt's stubs do not know what a style option holds."""

    def paint(
        self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.colors().accent_soft))
        inside = theme.unit(option.widget)
        option.rect = option.rect.adjusted(inside, 0, -inside, 0)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        unit = theme.unit(option.widget)
        return super().sizeHint(option, index) + QSize(2 * unit, unit)


def as_list(table: QTableView, widest: int) -> None:
    """Rows are chosen whole, column `widest` takes the room that is left, no grid."""
    table.setItemDelegate(PaddedDelegate(table))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    unit = theme.unit(table)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * unit)
    head = table.horizontalHeader()
    head.setAccessibleName("栏目")
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)


@contextmanager
def measured_once(table: QTableView) -> Iterator[None]:
    """Fill a table cell by cell: columns that follow their contents are measured when all stand.

    Qt would measure every row at every cell, 23 seconds for two hundred rows.
    """
    head, contents = table.horizontalHeader(), QHeaderView.ResizeMode.ResizeToContents
    following = [at for at in range(head.count()) if head.sectionResizeMode(at) is contents]
    for at in following:
        head.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
    try:
        yield
    finally:
        for at in following:
            head.setSectionResizeMode(at, contents)
