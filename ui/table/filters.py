"""What of the 指标 table is seen: by name, department, state, and whether the text uses it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from model.library import shipped
from model.values.state import State
from ui.kit import theme
from ui.kit.flow import FlowArea
from ui.kit.labels import label
from ui.kit.run_line import RunLine
from ui.table.model import IndicatorModel

_ALL = "全部"
_WRONG = "填错"
_STATES = (State.EMPTY, State.FILLED, State.COMPUTED, State.DROPPED)
_NAME_WIDTH = "规模以上工业"


class Filter(NamedTuple):
    """What the clerk asked to see; '' means any."""

    name: str = ""
    department: str = ""
    state: str = ""
    only_used: bool = True

    def leaves(self, model: IndicatorModel, row: int) -> bool:
        """Whether a row is seen."""
        of = model.grid.rows[row]
        known = shipped.bank().by_id.get(of.indicator.id, of.indicator)
        names = (of.indicator.name, *of.indicator.synonyms, *known.synonyms)
        finds = shipped.initials().finds
        return (
            (of.used or not self.only_used)
            and (not self.department or self.department == of.indicator.supplier)
            and any(finds(self.name, name) for name in names)
            and (not self.state or self._is_in_state(model, row))
        )

    def _is_in_state(self, model: IndicatorModel, row: int) -> bool:
        if self.state == _WRONG:
            return model.wrong_count(row) > 0
        return any(state.label == self.state for state in model.grid.states(row))


class FilterBar(FlowArea):
    """The heading and the fields above the table.

    `changed` tells that something else is asked for, `entered` that the clerk wants to go to what
    the name found.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(2 * theme.unit(parent), parent)
        self.name = RunLine(self)
        self.name.setClearButtonEnabled(True)
        self.name.setPlaceholderText("名称或首字母，如 ggys")
        self.name.returnPressed.connect(self.entered)
        self.name.setMinimumWidth(
            self.fontMetrics().horizontalAdvance(_NAME_WIDTH) + 6 * theme.unit(self)
        )
        self.department = QComboBox(self)
        self.state = QComboBox(self)
        self.state.addItems([_ALL, *(state.label for state in _STATES), _WRONG])
        self.only_used = QCheckBox("只看本文用到的(&T)", self)
        self.only_used.setAccessibleName("只看本文用到的指标")
        self.only_used.setChecked(True)
        self.count = label(self, role="secondary")
        self.add(label(self, "指标", "heading"))
        self._fields: list[QWidget] = [self.only_used, self.count]
        for text, widget in (
            ("名称(&N)", self.name),
            ("报数单位(&U)", self.department),
            ("状态(&S)", self.state),
        ):
            self._fields.append(labelled(text, widget, self))
            self.add(self._fields[-1])
        self.add(self.only_used)
        self.add(self.count)
        self.show_departments(())
        self.name.textChanged.connect(self.changed)
        self.department.currentIndexChanged.connect(self.changed)
        self.state.currentIndexChanged.connect(self.changed)
        self.only_used.toggled.connect(self.changed)

    @property
    def filter(self) -> Filter:
        department, state = self.department.currentText(), self.state.currentText()
        return Filter(
            self.name.text(),
            "" if department == _ALL else department,
            "" if state == _ALL else state,
            self.only_used.isChecked(),
        )

    def show_departments(self, names: Iterable[str]) -> None:
        """Offer these departments; the chosen one stays where it is among them."""
        offered = [_ALL, *names]
        if [self.department.itemText(at) for at in range(self.department.count())] == offered:
            return
        chosen = self.department.currentText()
        self.department.blockSignals(True)
        self.department.clear()
        self.department.addItems(offered)
        self.department.setCurrentIndex(max(0, self.department.findText(chosen)))
        self.department.blockSignals(False)
        self.department.updateGeometry()

    def show_fields(self, is_shown: bool) -> None:
        """Show the fields, or nothing but the heading and what the page has put behind them."""
        for field in self._fields:
            field.setVisible(is_shown)
        self.fit()

    def reset(self) -> None:
        """See everything."""
        self.name.clear()
        self.department.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.only_used.setChecked(False)


def labelled(text: str, widget: QWidget, parent: QWidget) -> QWidget:
    """A widget behind its label, whose access key leads to it, under an accessible name."""
    pair = QWidget(parent)
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.unit(parent))
    name = label(pair, text)
    name.setBuddy(widget)
    widget.setAccessibleName(text.split("(&", maxsplit=1)[0])
    line.addWidget(name)
    line.addWidget(widget)
    return pair
