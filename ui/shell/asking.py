"""What the shell asks and tells the clerk, so that tests answer without a dialog on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from model.clock import utc_now
from model.jobs.conflict import Conflict
from model.jobs.recover import Unsaved
from model.places.refused import Refused
from model.session import Session
from ui.dialogs.conflict import Resolution, ask_conflict
from ui.dialogs.not_saved import wants_elsewhere
from ui.dialogs.recovery import Recovery, ask_recovery
from ui.dialogs.refused import refused_dialog
from ui.dialogs.templates import TemplateDialog
from ui.kit import theme
from ui.kit.file_dialogs import PROJECT_TO_OPEN, PROJECT_TO_SAVE, ask_file


class Answer(StrEnum):
    """To the question what becomes of changes that were not saved."""

    SAVE = "save"
    DISCARD = "discard"
    BACK = "back"
    CANCEL = "cancel"


class Asking(Protocol):
    """The questions and messages of the shell. Each is a dialog in the window."""

    def failed(self, error: Exception) -> None:
        """Tell what could not be done, in the words of the error."""

    def told(self, text: str) -> None:
        """Tell something the clerk must see once."""

    def unsaved(self, name: str, refused: Sequence[Refused], *, is_saved: bool) -> Answer:
        """Ask what becomes of the changes in the project called `name`, and of what was refused.

        `is_saved`: nothing but what was refused would be lost.
        """

    def not_saved(self, error: Exception) -> bool:
        """Tell that a file could not be written; whether to save to another place."""

    def conflict(self, conflict: Conflict) -> Resolution:
        """The file was changed elsewhere; ask what becomes of the two versions."""

    def recover(self, unsaved: Unsaved) -> Recovery:
        """Something was typed before a crash; ask what becomes of it."""

    def may_open_held(self, session: Session) -> bool:
        """Somebody else has the project open; whether to look at it all the same."""

    def line(self, title: str, question: str, now: str) -> str | None:
        """Ask for a line of text; None where the clerk changed her mind."""

    def template(self, chosen: str) -> str | None:
        """Ask for a template; its key, None where the clerk changed her mind."""

    def file_to_open(self, folder: Path) -> Path | None:
        """Ask for a project file; None where the clerk changed her mind."""

    def file_to_save(self, suggested: Path) -> Path | None:
        """Ask where to save; a file that is there was agreed to be replaced."""


class Dialogs:
    """The questions as dialogs over a window. `over` gives the window when it is there."""

    def __init__(self, over: Callable[[], QWidget | None]) -> None:
        self._over = over

    def failed(self, error: Exception) -> None:
        self._box(QMessageBox.Icon.Warning, str(error)).exec()

    def told(self, text: str) -> None:
        self._box(QMessageBox.Icon.Information, text).exec()

    def unsaved(self, name: str, refused: Sequence[Refused], *, is_saved: bool) -> Answer:
        if refused:
            asked = refused_dialog(name, refused, self._over(), is_saved=is_saved)
            return Answer(asked.ask() or Answer.CANCEL)
        box = self._box(QMessageBox.Icon.Question, f"“{name}”有改动还没有保存。要保存吗？")
        box.setStandardButtons(QMessageBox.StandardButton.NoButton)
        save = box.addButton("保存(&S)", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("不保存(&D)", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("取消(&C)", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)
        box.exec()
        if box.clickedButton() is save:
            return Answer.SAVE
        return Answer.DISCARD if box.clickedButton() is discard else Answer.CANCEL

    def not_saved(self, error: Exception) -> bool:
        return wants_elsewhere(error, self._over())

    def conflict(self, conflict: Conflict) -> Resolution:
        return ask_conflict(conflict, self._over())

    def recover(self, unsaved: Unsaved) -> Recovery:
        return ask_recovery(unsaved, self._over())

    def may_open_held(self, session: Session) -> bool:
        assert session.holder is not None
        said = session.holder.described(utc_now())
        box = self._box(QMessageBox.Icon.Question, f"{said}\n还要打开吗？")
        box.setInformativeText("两边都改，后保存的一边会提示冲突，不会悄悄覆盖。")
        box.setStandardButtons(QMessageBox.StandardButton.NoButton)
        go_on = box.addButton("还是打开(&O)", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton("不打开(&C)", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is go_on

    def line(self, title: str, question: str, now: str) -> str | None:
        dialog = QInputDialog(self._over())
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowTitle(title)
        dialog.setLabelText(question)
        dialog.setTextValue(now)
        dialog.resize(theme.unit(dialog) * 60, dialog.sizeHint().height())
        return dialog.textValue().strip() if dialog.exec() else None

    def template(self, chosen: str) -> str | None:
        dialog = TemplateDialog(chosen, self._over())
        dialog.finished.connect(dialog.deleteLater)
        return dialog.templates.key if dialog.exec() else None

    def file_to_open(self, folder: Path) -> Path | None:
        return ask_file(PROJECT_TO_OPEN, folder, self._over())

    def file_to_save(self, suggested: Path) -> Path | None:
        return ask_file(PROJECT_TO_SAVE, suggested, self._over())

    def _box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(icon, "续稿", text, QMessageBox.StandardButton.Ok, self._over())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        return box
