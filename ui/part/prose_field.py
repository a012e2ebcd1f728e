"""A text of a record that is edited in place: an opening, the words of a group or a task."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.editors.link_book import LinkBook
from ui.forms.editors.prose import ProseEditor
from ui.kit import theme
from ui.kit.labels import label
from ui.part.context import Context


class ProseField(QWidget):
    """A prose editor with what is wrong below it; `name` is what it is called."""

    def __init__(
        self, context: Context, place: str, name: str, placeholder: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.place = place
        self.book = context.book
        self.editor = ProseEditor(self, single_line=True)
        self.editor.set_placeholder(placeholder)
        self.editor.set_names(name)
        self.error = label(self, role="error", wraps=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self) // 2)
        column.addWidget(self.editor)
        column.addWidget(self.error)
        self.editor.edited.connect(self._edited)
        self.editor.reverted.connect(lambda: self._say(""))
        self.editor.focused.connect(lambda: context.place_focused.emit(self.place))
        self.editor.entered.connect(self.focusNextChild)

    def show_text(self, text: str, book: LinkBook | None = None) -> None:
        """Show the text as the project has it now."""
        self.book = book or self.context.book
        self.editor.set_book(self.book)
        self.editor.set_value(text)

    def go_to(self, path: str) -> None:
        """Put the focus there: on a figure or blank of the text, or on the text."""
        name, _, number = path.rpartition(".")
        if name.endswith("figures"):
            self.editor.select_figure(int(number))
        elif name.endswith("blanks"):
            self.editor.select_blank(int(number))
        else:
            self.editor.setFocus()

    def _edited(self, typed: str) -> None:
        message = self.context.set(self.place, typed)
        self._say(message or "")
        self.editor.set_wrong(bool(message))

    def _say(self, message: str) -> None:
        self.error.setText(message)
        self.error.setVisible(bool(message))
