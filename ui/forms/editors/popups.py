"""The small button at the end of a line that opens a help for typing; Alt+Down does the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton

from ui.forms.editors.line import LineEditor


def helper_button(editor: LineEditor, text: str, name: str) -> QToolButton:
    """A button beside the line; it is reached by Alt+Down and by the mouse, not by Tab."""
    button = QToolButton(editor)
    button.setText(text)
    button.setToolTip(f"{name}（Alt+↓）")
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    editor.layout().addWidget(button)
    keys = QShortcut(QKeySequence("Alt+Down"), editor)
    keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys.activated.connect(button.click)
    return button
