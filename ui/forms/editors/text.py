"""Text of one line that grows with its words, so that nobody types in a slot."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.forms.editors.editor import Editor
from ui.forms.editors.prose_area import ProseArea


class AreaEditor(Editor):
    """An editor around a text area that grows."""

    def __init__(self, area: ProseArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusProxy(area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        area.typed.connect(self._typed)
        area.entered.connect(self._entered)
        area.left.connect(self._finished)
        area.focused.connect(self.focused)
        area.composed.connect(self._composed)
        area.committed.connect(self._typed)
        area.commanded.connect(self.tell)
        area.remarked.connect(self._remark)

    def value(self) -> str:
        return self.area.raw()

    def set_placeholder(self, text: str) -> None:
        """What a blank editor says in grey."""
        self.area.setPlaceholderText(text)

    def _show(self, text: str) -> None:
        self.area.show_raw(text)

    def _frames(self) -> tuple[QWidget, ...]:
        return (self.area,)

    def _composes(self) -> bool:
        return self.area.is_composing


class TextEditor(AreaEditor):
    """Words without links: a name, a post, a list of places. Enter does not break them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ProseArea(single_line=True, has_links=False), parent)
