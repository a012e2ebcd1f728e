"""The heading of a part: its sign and its words, which may hold links."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.report.section import Section
from ui.kit import theme
from ui.part.context import Context
from ui.part.prose_field import ProseField
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
        placeholder = "标题（可不填，不填就没有标题）"
        self.words = ProseField(context, f"{section_id}.heading", "标题", placeholder, self)
        self.editor = self.words.editor
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.unit(self))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        line.addStretch()
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        """No wider than the cards below."""
        self.words.setMaximumWidth(theme.line_width(self) + 2 * theme.unit(self))

    def show_section(self, section: Section, sign: str) -> None:
        """Show the heading as the project has it now; `sign` is its sign in its row."""
        self._section = section
        self._sign.setText(f"{sign or NONE} ▾")
        self._sign.setAccessibleName(f"标题的序号：{sign or NONE}")
        self.words.set_name("标题", section.hint)
        self.words.show_record(section)

    def go_to(self, path: str) -> None:
        """Put the focus on the sign, on a figure or blank of the heading, or on the heading."""
        if path == "marker":
            self._sign.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.words.go_to(path)

    def _choose_sign(self) -> None:
        heading = self._section.heading if self._section else None
        choose_sign(self._sign, self.context, self.key, heading.marker if heading else None)
