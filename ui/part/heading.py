"""The heading of a part: its sign and its words, which may hold links."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.report.section import Section
from ui.forms.editors.prose import ProseEditor
from ui.kit import theme
from ui.kit.labels import label
from ui.part.context import Context
from ui.part.signs import NONE, choose_sign
from ui.part.widgets import button


class HeadingRow(QWidget):
    """Sign, heading, and what is wrong with it."""

    def __init__(self, context: Context, section_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key = section_id
        self._section: Section | None = None
        self._sign = button("", "序号", self, self._choose_sign)
        self.editor = ProseEditor(self, single_line=True)
        self.editor.set_placeholder("标题（可不填，不填就没有标题）")
        self.error = label(self, role="error", wraps=True)
        self.error.hide()
        line = QHBoxLayout()
        line.setSpacing(theme.unit(self))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.editor, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self) // 2)
        column.addLayout(line)
        column.addWidget(self.error)
        self.editor.edited.connect(self._edited)
        self.editor.reverted.connect(lambda: self._say(""))
        self.editor.focused.connect(lambda: context.place_focused.emit(f"{self.key}.heading"))
        self.editor.entered.connect(self.focusNextChild)

    def show_section(self, section: Section, sign: str) -> None:
        """Show the heading as the project has it now; `sign` is its sign in its row."""
        self._section = section
        heading = section.heading
        self._sign.setText(f"{sign or NONE} ▾")
        self._sign.setAccessibleName(f"标题的序号：{sign or NONE}")
        self.editor.set_book(self.context.book)
        self.editor.set_value(heading.text if heading else None)
        self.editor.set_names("标题", section.hint)

    def _edited(self, typed: str) -> None:
        message = self.context.set(f"{self.key}.heading", typed)
        self._say(message or "")
        self.editor.set_wrong(bool(message))

    def _say(self, message: str) -> None:
        self.error.setText(message)
        self.error.setVisible(bool(message))

    def _choose_sign(self) -> None:
        heading = self._section.heading if self._section else None
        choose_sign(self._sign, self.context, self.key, heading.marker if heading else None)
