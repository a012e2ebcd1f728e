"""Before a block is pasted: what of it goes where, what does not fit, and the clerk's choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from model.entry.apply import Assignment
from model.table.paste import Landing, assignments, counted
from ui.kit import theme
from ui.kit.dialog_body import buttons
from ui.kit.labels import label, plain_tip
from ui.kit.list_model import Index, ListModel

_FITTED = 300
_HEADS = ("填到", "粘贴的内容", "现在的数", "说明", "原表位置")
_NOTE = _HEADS.index("说明")
_SHORTEST_NOTE = "指标库里没有这个名称，请核对"


class LandingModel(ListModel[Landing]):
    """One line for each cell of the block; what fits can be chosen, and all of it is at first."""

    chosen_changed = Signal()

    def __init__(self, landings: tuple[Landing, ...], parent: QWidget) -> None:
        super().__init__(_HEADS, parent, landings)
        self._chosen = _fitting(landings)

    def show_rows(self, rows: Sequence[Landing]) -> None:
        self._chosen = _fitting(rows)
        super().show_rows(rows)
        self.chosen_changed.emit()

    def alignment(self, column: int) -> Qt.AlignmentFlag:  # noqa: ARG002
        return Qt.AlignmentFlag.AlignCenter

    @property
    def chosen(self) -> tuple[Landing, ...]:
        return tuple(self.rows[at] for at in sorted(self._chosen))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        can_choose = index.column() == 0 and self.rows[index.row()].fits
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_choose else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        landing = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _texts(landing)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(landing.fault)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and landing.fits:
            is_chosen = index.row() in self._chosen
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and not landing.fits:
            return QColor(theme.colors().red)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.rows[index.row()].fits:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._chosen.add(index.row())
        else:
            self._chosen.discard(index.row())
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True


def _fitting(landings: Sequence[Landing]) -> set[int]:
    return {number for number, landing in enumerate(landings) if landing.fits}


def _texts(one: Landing) -> tuple[str, ...]:
    same = one.fits and one.typed == one.now
    note = "和现在的数一样" if same else "换掉现在的数" if one.fits and one.now else ""
    line, column = one.at
    return (
        one.label or "没有地方可填",
        one.typed or one.text,
        one.now,
        one.fault or note,
        f"第{line + 1}行第{column + 1}列",
    )


class LandingTable(QTableView):
    """The lines of a `LandingModel`, their reasons whole in as many lines as they need."""

    def __init__(self, model: LandingModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("粘贴的内容和去处")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().height() + theme.unit(self) + theme.unit(self) // 2
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the reasons what room there is; a very long list keeps one line for each."""
        header = self.horizontalHeader()
        others = sum(
            max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) + 1
            for at in range(len(_HEADS))
            if at != _NOTE
        )
        least = self.fontMetrics().horizontalAdvance(_SHORTEST_NOTE)
        self.setColumnWidth(_NOTE, max(self.viewport().width() - others, least))
        if self.model().rowCount() <= _FITTED:
            self.resizeRowsToContents()


class PasteDialog(QDialog):
    """`ways` are the landings by way (按名称, 按位置); `accepted` comes with `chosen()` set."""

    def __init__(self, ways: Mapping[str, tuple[Landing, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("粘贴指标数")
        self._ways = ways
        first = next(iter(ways))
        self.model = LandingModel(ways[first], self)
        self.summary = label(self, wraps=True)
        self.buttons = [self._way(way, way == first) for way in ways]
        self.table = LandingTable(self.model, self)
        box = buttons(self, "填入(&P)")
        does = QDialogButtonBox.ButtonRole.AcceptRole
        self.fill = next(one for one in box.buttons() if box.buttonRole(one) == does)
        self._lay_out(box)
        self.model.chosen_changed.connect(self._sum_up)
        self._sum_up()

    def chosen(self) -> tuple[Assignment, ...]:
        """What the clerk wants to be set."""
        return assignments(self.model.chosen)

    @property
    def left_out(self) -> int:
        """How many cells of the block are not set and do not stand there already."""
        same = sum(one.fits and one.typed == one.now for one in self.model.rows)
        return len(self.model.rows) - same - len(self.chosen())

    def _way(self, way: str, is_first: bool) -> QRadioButton:
        sign = {"按名称": "N", "按位置": "O"}.get(way, "W")
        button = QRadioButton(f"{way}(&{sign})", self)
        button.setAccessibleName(way)
        button.setChecked(is_first)
        button.toggled.connect(lambda on: self.model.show_rows(self._ways[way]) if on else None)
        return button

    def _lay_out(self, box: QDialogButtonBox) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(self.summary)
        ways = QHBoxLayout()
        for button in self.buttons:
            ways.addWidget(button)
            button.setVisible(len(self.buttons) > 1)
        ways.addStretch(1)
        column.addLayout(ways)
        column.addWidget(self.table, 1)
        column.addWidget(box)
        screen = self.screen().availableSize()
        self.resize(min(unit * 110, screen.width()), min(unit * 66, screen.height()))

    def _sum_up(self) -> None:
        told = counted(self.model.rows)
        parts = [f"可填{told['fits']}个数"]
        parts += [f"{told['same']}个和现在一样"] if told["same"] else []
        parts += [f"{told['refused']}个填不进去"] if told["refused"] else []
        parts += [f"{told['nowhere']}个没有地方可填"] if told["nowhere"] else []
        count = len(self.chosen())
        self.summary.setText(f"{'，'.join(parts)}。空格不改动原来的数。现在选中要填的有{count}个。")
        self.fill.setEnabled(count > 0)
