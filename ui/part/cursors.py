"""From the cursor in an editor, where a link is one sign, to the text of the project, and back."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from ui.forms.editors.prose import ProseEditor
from ui.forms.editors.tokens import raw_of, tokens
from ui.kit.qt_text import units


def before_cursor(editor: ProseEditor) -> int:
    """How many characters of the project's text stand before the cursor."""
    position, at, before = editor.area.textCursor().position(), 0, []
    for token in tokens(editor.value()):
        if at >= position:
            break
        before.append(token)
        at += _size(token)
    return len(raw_of(before))


def put_cursor(editor: ProseEditor, at: int) -> None:
    """Put the cursor behind so many characters of the project's text."""
    position, raw = 0, 0
    for token in tokens(editor.value()):
        if raw >= at:
            break
        raw += len(raw_of([token]))
        position += _size(token)
    cursor = QTextCursor(editor.area.document())
    cursor.setPosition(position)
    editor.area.setTextCursor(cursor)


def _size(token: str) -> int:
    return 1 if len(token) > 1 else units(token)
