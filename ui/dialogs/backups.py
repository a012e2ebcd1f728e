"""找回以前保存的: every save of the project, what it differs in, and two ways to get it back."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from model.errors import XugaoError
from model.places.differences import differences
from model.report.project import Project
from model.storage import atomic, backup, paths, project_file
from model.storage.backup import Backup
from ui.dialogs.choice import row_of
from ui.dialogs.difference_list import DifferenceList
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.two_lines import TwoLineList
from ui.workspace import Workspace


class AskFile(Protocol):
    """Asks where to save, beginning at a suggestion; None where the clerk changed her mind."""

    def __call__(self, suggested: Path) -> Path | None: ...


class BackupsDialog(QDialog):
    """The saves of the open project, newest first. Getting one back is one step of undo."""

    def __init__(self, workspace: Workspace, ask_file: AskFile, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("找回以前保存的")
        self._workspace = workspace
        self._ask_file = ask_file
        self._backups = backup.listing(workspace.project.id)
        self._chosen: Project | None = None
        self._head = label(self, wraps=True)
        self.list = TwoLineList(self)
        self.list.setAccessibleName("保存过的")
        self._said = label(self, role="secondary", wraps=True)
        self.changes = DifferenceList("和现在不同的地方", self)
        self.result_ = label(self, wraps=True)
        self.take = QPushButton("找回这一份(&R)", self)
        self.take.setProperty("role", "primary")
        self.copy = QPushButton("另存为新文件(&A)…", self)
        self.close_button = QPushButton("关闭(&C)", self)
        self._lay_out()
        self._fill()
        self.list.currentItemChanged.connect(lambda now, _: self._look_at(now))
        self.take.clicked.connect(self.restore)
        self.copy.clicked.connect(self.save_copy)
        self.close_button.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def restore(self) -> None:
        """Make the chosen save the present state, to be looked at and saved or undone."""
        project, chosen = self._chosen, self._current()
        if project is None or chosen is None:
            return
        refused = self._workspace.do(f"找回{_when(chosen)}保存的", lambda _: project)
        if refused is None:
            self.accept()
        else:
            self._tell(refused, wrong=True)

    def save_copy(self) -> None:
        """Put the chosen save into a file of its own; the open project stays as it is."""
        chosen = self._current()
        if chosen is None:
            return
        path = self._ask_file(self._suggested(chosen))
        if path is None:
            return
        try:
            atomic.write_bytes(path, backup.read(chosen), expect=None)
        except XugaoError as error:
            self._tell(str(error), wrong=True)
            return
        self._tell(f"已另存为：{path}")

    def _fill(self) -> None:
        path = self._workspace.session.path
        own = paths.file_key(path) if path is not None else ""
        for one in self._backups:
            other = "" if one.file_key == own else "　另一个文件里的"
            self.list.add(_when(one), f"{_size(one.size)}{other}", str(one.number))
        some = "程序在每次保存时都留一份。选一份，看它和现在有什么不同。"
        self._head.setText(some if self._backups else "这份材料还没有保存过，没有可以找回的。")
        for widget in (self.list, self.changes):
            widget.setVisible(bool(self._backups))
        self._allow()

    def _look_at(self, item: QListWidgetItem | None) -> None:
        """Show what the chosen save differs in from what is open now."""
        self._chosen = self._read() if item is not None else None
        self.changes.clear()
        if self._chosen is not None:
            self._compare(self._chosen)
        self._allow()

    def _read(self) -> Project | None:
        """The project of the chosen save; says why where it cannot be read."""
        chosen = self._current()
        if chosen is None:
            return None
        try:
            return project_file.loads(backup.read(chosen), chosen.path).project
        except XugaoError as error:
            self._said.setText(str(error))
            return None

    def _compare(self, chosen: Project) -> None:
        now = self._workspace.project
        found = differences(now, chosen)
        is_same = not found and project_file.dumps(now) == project_file.dumps(chosen)
        self._said.setText(
            "和现在的内容一样。"
            if is_same
            else f"和现在有{len(found)}处不同（现在的 → 这一份的）："
        )
        self.changes.setVisible(not is_same)
        if not is_same:
            self.changes.show_differences(found)

    def _allow(self) -> None:
        self.take.setEnabled(self._chosen is not None)
        self.copy.setEnabled(self._current() is not None)

    def _current(self) -> Backup | None:
        row = self.list.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _suggested(self, chosen: Backup) -> Path:
        path = self._workspace.session.path or Path("材料.json")
        stamp = f"{chosen.saved.astimezone():%m月%d日%H时%M分}"
        return path.with_name(f"{path.stem}（{stamp}）.json")

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        self.result_.setText(text)
        self.result_.setProperty("wrong", wrong)
        theme.polish(self.result_)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(self._head)
        column.addWidget(self.list, 3)
        column.addWidget(self._said)
        column.addWidget(self.changes, 2)
        column.addWidget(self.result_)
        for button in (self.take, self.copy, self.close_button):
            button.setAutoDefault(False)
        column.addLayout(row_of((self.take, self.copy, self.close_button), self))
        room = self.screen().availableSize()
        self.resize(min(unit * 84, room.width() - 40), min(unit * 72, room.height() - 60))


def _when(one: Backup) -> str:
    saved = one.saved.astimezone()
    return f"{saved.year}年{saved.month}月{saved.day}日 {saved:%H:%M}"


def _size(size: int) -> str:
    return f"{max(1, round(size / 1000))} KB"
