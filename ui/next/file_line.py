"""A line for a file name with a button to choose one, for dialogs that write or read a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui import theme

Choose = Callable[[Path], Path | None]
"""Asks for a file beginning at a path; None where the clerk changed her mind."""


class FileLine(QWidget):
    """The name can be typed or chosen. `changed` tells every new name."""

    changed = Signal()

    def __init__(self, name: str, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self.agreed: Path | None = None
        self._line = QLineEdit(self)
        self._line.setAccessibleName(name)
        button = QPushButton("选择位置(&W)…", self)
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
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Name a file."""
        self._line.setText(str(path))
        self._line.setCursorPosition(len(self._line.text()))

    def _browse(self) -> None:
        chosen = self._choose(self.path or Path.home())
        if chosen is not None:
            self.agreed = chosen
            self.set_path(chosen)
            self.changed.emit()


def wrong_target(line: FileLine) -> str | None:
    """What speaks against writing a new project to the named file; None for nothing."""
    path = line.path
    if path is None:
        return "还没有写存到哪个文件。"
    if not path.parent.is_dir():
        return f"没有“{path.parent}”这个文件夹。请点“选择位置”换一个。"
    if path.exists() and path != line.agreed:
        return f"“{path.name}”已经有了。请换一个文件名，或点“选择位置”确认覆盖。"
    return None
