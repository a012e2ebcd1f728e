"""A line for the name of a file to read, with a button to choose one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from model.file_names import kept, path_of
from ui.kit import theme
from ui.kit.file_dialogs import AskFile, FileQuestion
from ui.kit.run_line import RunLine


class FileLine(QWidget):
    """The name can be typed or chosen. `changed` tells every new name, `chosen` a whole one."""

    changed = Signal()
    chosen = Signal()

    def __init__(
        self, name: str, question: FileQuestion, ask_file: AskFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._ask_file = ask_file
        self._line = RunLine(self)
        self._line.setAccessibleName(name)
        button = QPushButton("选文件(&E)…", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(self))
        row.addWidget(self._line, 1)
        row.addWidget(button)
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(lambda *_: self.changed.emit())
        button.clicked.connect(self._browse)

    @property
    def path(self) -> Path | None:
        """The file that is named; None while nothing is."""
        text = self._line.text().strip()
        return path_of(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Name a file."""
        self._line.setText(kept(path))
        self._line.setCursorPosition(len(self._line.text()))

    def set_hint(self, text: str) -> None:
        """What stands there in grey while nothing is named."""
        self._line.setPlaceholderText(text)

    def _browse(self) -> None:
        chosen = self._ask_file(self._question, self.path or Path.home(), self)
        if chosen is not None:
            self.set_path(chosen)
            self.changed.emit()
            self.chosen.emit()
