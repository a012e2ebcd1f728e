"""找回以前保存的: every save of the project, what it differs in, and two ways to get it back."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from model.clock import day_and_time
from model.errors import XugaoError
from model.file_names import PROJECT_ENDING, readable
from model.jobs import backups
from model.jobs.backups import KeptSave
from model.report.project import Project
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
        self._saves = backups.list_saves(workspace.project, workspace.session.path)
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
            backups.copy_save(chosen, path)
        except XugaoError as error:
            self._tell(str(error), wrong=True)
            return
        self._tell(f"已另存为：{readable(path)}")

    def _fill(self) -> None:
        for number, save in enumerate(self._saves):
            other = "" if save.is_of_this_file else "　另一个文件里的"
            self.list.add(_when(save), f"{_size(save.size)}{other}", str(number))
        some = "程序在每次保存时都留一份。选一份，看它和现在有什么不同。"
        self._head.setText(some if self._saves else "这份材料还没有保存过，没有可以找回的。")
        for widget in (self.list, self.changes):
            widget.setVisible(bool(self._saves))
        self._allow()

    def _look_at(self, item: QListWidgetItem | None) -> None:
        """Show what the chosen save differs in from what is open now."""
        self._chosen = None
        self.changes.clear()
        save = self._current() if item is not None else None
        if save is not None:
            self._compare(save)
        self._allow()

    def _compare(self, save: KeptSave) -> None:
        """Show what a save differs in; says why where it cannot be read."""
        try:
            compared = backups.compare_save(save, self._workspace.project)
        except XugaoError as error:
            self._said.setText(str(error))
            return
        self._chosen = compared.project
        self._said.setText(
            "和现在的内容一样。"
            if compared.is_same
            else f"和现在有{len(compared.changes)}处不同（现在的 → 这一份的）："
        )
        self.changes.setVisible(not compared.is_same)
        if not compared.is_same:
            self.changes.show_differences(compared.changes)

    def _allow(self) -> None:
        self.take.setEnabled(self._chosen is not None)
        self.copy.setEnabled(self._current() is not None)

    def _current(self) -> KeptSave | None:
        row = self.list.currentRow()
        return self._saves[row] if 0 <= row < len(self._saves) else None

    def _suggested(self, chosen: KeptSave) -> Path:
        path = self._workspace.session.path or Path(f"材料{PROJECT_ENDING}")
        saved = chosen.saved.astimezone()
        stamp = f"{saved.month}月{saved.day}日{saved.hour}时{saved.minute}分"
        return path.with_name(f"{readable(path.stem)}（{stamp}）{PROJECT_ENDING}")

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


def _when(save: KeptSave) -> str:
    return day_and_time(save.saved, with_year=True)


def _size(size: int) -> str:
    return f"{max(1, round(size / 1000))} KB"
