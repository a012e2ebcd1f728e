"""Editors of values with a form: what is half typed waits, what is typed another way is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.entry.typed import normalize
from model.errors import ValueRefused
from model.values.field_kind import FieldKind
from ui.forms.editors.line import LineEditor


class TypedEditor(LineEditor):
    """A line whose text is normalized by the model's rules for a kind of value."""

    def __init__(
        self,
        kind: FieldKind,
        *,
        unit: str = "",
        choices: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.unit = unit
        self.choices = choices

    def _normalized(self, text: str) -> str | None:
        """The value a text stands for; None where it is none (yet)."""
        if not text.strip():
            return ""
        try:
            return normalize(self.kind, self._completed(text), self.unit, self.choices).text
        except ValueRefused:
            return None

    def _completed(self, text: str) -> str:
        """A text with what the clerk left out because it is clear."""
        return text

    def _makes_sense(self, text: str) -> bool:
        return self._normalized(text) is not None
