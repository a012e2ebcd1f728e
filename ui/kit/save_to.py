"""Where a new project's file will lie: a suggested name until the clerk writes one of her own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from model.file_names import as_project, kept, path_of, why_refused
from ui.kit import theme
from ui.kit.file_dialogs import NEW_PROJECT, AskFile, ask_file


class SaveTo(QWidget):
    """A file name and a button to choose the place."""

    def __init__(
        self, folder: str, parent: QWidget | None = None, *, ask_file: AskFile = ask_file
    ) -> None:
        super().__init__(parent)
        self._ask_file = ask_file
        self._folder = _existing(path_of(folder) if folder else None)
        self._is_own = False
        self._agreed: Path | None = None
        self.line = QLineEdit(self)
        self.line.setAccessibleName("存到哪个文件")
        self.browse = QPushButton("选择位置(&W)…", self)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else its label's access key is idle
        self.line.textEdited.connect(self._edited)

    @property
    def path(self) -> Path:
        """The file, with the ending of projects."""
        path = path_of(self.line.text().strip()).expanduser()
        path = path if path.is_absolute() else self._folder / path
        return as_project(path)

    @property
    def may_replace(self) -> bool:
        """Whether the clerk agreed to replace the file that is there."""
        return self._agreed == self.path

    def suggest(self, name: str, folder: Path | None = None) -> None:
        """Offer a file name, and another folder, unless the clerk has written her own."""
        if not self._is_own:
            self._folder = folder or self._folder
            self.line.setText(kept(self._folder / name))
            self.line.setCursorPosition(len(self.line.text()))

    def what_is_wrong(self) -> str | None:
        """Why no file can be made there; None where it can."""
        if not self.line.text().strip():
            return "还没有写文件名。"
        path = self.path
        try:
            is_there = path.is_file()
            if not is_there and (reason := why_refused(path)):
                return reason
            if not path.parent.is_dir():
                return f"没有“{path.parent}”这个文件夹。请点“选择位置”换一个。"
            if path.exists() and not self.may_replace:
                return f"“{path.name}”已经有了。请换一个文件名，或点“选择位置”确认覆盖。"
        except OSError:
            return f"“{path.name}”太长，或者有文件名里不能用的字。请换一个文件名。"
        return None

    def mark_wrong(self, is_wrong: bool) -> None:
        """Frame the name red, or no longer."""
        self.line.setProperty("wrong", is_wrong)
        theme.polish(self.line)

    def _edited(self) -> None:
        self._is_own = bool(self.line.text().strip())

    def _browse(self) -> None:
        chosen = self._ask_file(NEW_PROJECT, self.path, self)
        if chosen is not None:
            self.line.setText(kept(chosen))
            self._is_own = True
            self._folder = chosen.parent
            self._agreed = self.path


def _existing(last: Path | None) -> Path:
    """The folder used last, else that of documents, else the home: the first that is there."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (last, Path(documents)):
        try:
            if folder is not None and folder.is_dir():
                return folder
        except OSError:
            continue
    return Path.home()
