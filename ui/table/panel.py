"""Below the 指标 table: what the current cell is, what is wrong with it, and its choices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.arrange.mentions import count_of_texts, uses_of
from model.table.edits import can_leave_out, is_said
from model.values.state import State
from ui.kit import theme
from ui.kit.flow import FlowArea
from ui.kit.labels import label
from ui.kit.uses_button import UsesButton
from ui.table.model import Index, IndicatorModel
from ui.table.sources import SourceMenu

_LONG = 70
"""The width, in letters, in which a line takes what is said of most cells."""


class CellPanel(QFrame):
    """Tells of one cell, and offers what can be chosen for it.

    `said_chosen` tells whether the text is to say the value; the sources have a menu of their own.
    """

    said_chosen = Signal(bool)

    def __init__(self, model: IndicatorModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setProperty("role", "card")
        self.what = label(self, role="subheading", wraps=True)
        self.facts = label(self, role="secondary", wraps=True)
        self.error = label(self, role="error", wraps=True)
        self.sources = SourceMenu(model, self)
        self.source = QPushButton("来源(&O)", self)
        self.source.setAccessibleName("来源")
        self.source.setMenu(self.sources)
        self.dropped = QCheckBox("本期不写(&D)", self)
        self.dropped.setAccessibleName("本期不写")
        self.uses = UsesButton(self)
        self.dropped.clicked.connect(lambda dropped: self.said_chosen.emit(not dropped))
        self._lay_out()
        self.show_cell(None)

    def show_cell(self, index: Index | None) -> None:
        """Show a cell as it is now; None: no cell is chosen."""
        is_cell = index is not None and index.isValid()
        self.source.setEnabled(is_cell)
        self.uses.setVisible(is_cell)
        if index is None or not is_cell:
            self.what.setText("选中一格，这里说明它的上期数、来源和填法。")
            self.dropped.setEnabled(False)
            self._say(self.facts, "")
            self.tell("")
            return
        wrong = self._model.wrong(index)
        self.what.setText(self._model.label(index).replace("，", " · "))
        self._say(self.facts, self._facts(index))
        self._show_choices(index)
        project, indicator = self._model.grid.project, self._model.grid.rows[index.row()].indicator
        texts = count_of_texts(project, indicator.id)
        self.uses.show_uses(texts, lambda: uses_of(project, indicator.id))
        self.tell(wrong.reason if wrong else "")

    def tell(self, message: str) -> None:
        """A message that asks for attention; '' takes it away."""
        self._say(self.error, message)
        self.facts.setVisible(bool(self.facts.text()) and not message)
        self._fit()

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _facts(self, index: Index) -> str:
        model, facet = self._model, self._model.column(index).facet
        cell = model.cell(index)
        if facet is None:
            return cell.shown
        last, last_year = model.grid.former_values(index.row(), facet)
        parts = [f"上期数 {last}"] if last else []
        parts += [f"上年同期 {last_year}"] if last_year else []
        note = "" if model.wrong(index) else model.note(index)
        parts += [note] if note else []
        if cell.state is State.OPTIONAL and not cell.reason:
            parts.append("本文这一处不写，可不填。")
        if model.new_source is not None:
            parts.append(f"新填的数记作{model.new_source.label}。")
        return "　　".join(parts)

    def _show_choices(self, index: Index) -> None:
        model, facet = self._model, self._model.column(index).facet
        source = model.cell(index).source if facet else None
        self.source.setText(f"来源：{source.label}(&O)" if source else "来源(&O)")
        can = facet is not None and can_leave_out(model.grid, index.row(), facet)
        is_written = can and facet is not None and is_said(model.grid, index.row(), facet)
        self.dropped.setEnabled(can)
        self.dropped.setChecked(can and not is_written)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the height of the words that a cell usually has, whatever is said of this one.

        So the table above stays where it is while one goes over it and types.
        """
        self.choices.fit()
        metrics, unit = self.fontMetrics(), theme.unit(self)
        lines = 1 if self.width() > metrics.averageCharWidth() * _LONG else 2
        words = lines * (metrics.lineSpacing() + unit // 2)
        least = max(metrics.lineSpacing(), self.choices.minimumHeight()) + words + unit
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(max(least, layout.totalHeightForWidth(self.width())))

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self.choices = FlowArea(2 * unit, self)
        self.choices.add(self.uses)
        self.choices.add(self.source)
        self.choices.add(self.dropped)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, unit // 2, 2 * unit, unit // 2)
        column.setSpacing(unit // 2)
        line = QHBoxLayout()
        line.addWidget(self.what, 1)
        line.addWidget(self.choices)
        column.addLayout(line)
        column.addWidget(self.facts)
        column.addWidget(self.error)
        column.addStretch(1)
