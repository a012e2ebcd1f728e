"""Numbers: kept as they are typed, at the right of their field, the unit beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.values.field_kind import FieldKind
from ui.forms.editors.typed import TypedEditor
from ui.kit.labels import label

_CHARACTERS = 6


class NumberEditor(TypedEditor):
    """A number of a kind (`is_number`) with its unit."""

    def __init__(self, kind: FieldKind, *, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kind, unit=unit, parent=parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.line.characters = _CHARACTERS
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._unit = label(self, unit, "secondary")
        self._unit.setVisible(bool(unit))
        self._row.addWidget(self._unit)

    def set_unit(self, unit: str) -> None:
        """Another unit: the clerk typed 万元 where 亿元 stood."""
        self.unit = unit
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
