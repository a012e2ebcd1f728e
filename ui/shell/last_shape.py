"""Where the clerk left off: the window's shape, and the step of each project, for the next time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from model.desk import Desk, Spot
from model.errors import SaveError
from model.file_names import kept
from model.jobs.standing import standing_of
from ui.shell.wizard import Wizard


class LastShape:
    """Keeps and gives back the shape of a window and the spots in the projects it showed."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        self._window = window
        self._desk = desk

    def restore(self) -> None:
        """The window as it was left; the first time a size that fits the screen."""
        left = self._desk.left_off.geometry
        geometry = QByteArray.fromBase64(left.encode("ascii", "ignore"))
        if not left or not self._window.restoreGeometry(geometry):
            room = self._window.screen().availableSize()
            self._window.resize(min(1440, room.width() - 40), min(900, room.height() - 60))

    def go_back(self, wizard: Wizard) -> None:
        """Show the text and the step at which the open project was left."""
        path = wizard.workspace.session.path
        if path is None:
            return
        wizard.panes.set_widths(self._desk.left_off.panes)
        spot = self._desk.left_off.spot(path)
        if spot is not None:
            wizard.workspace.choose_report(spot.report)
            wizard.go_to_step(spot.step)

    def keep_spot(self, wizard: Wizard | None) -> None:
        """Note the text and the step that are shown, for `keep`."""
        path = _path_of(wizard)
        if wizard is None or path is None:
            return
        report = wizard.workspace.report.id
        spot = Spot(file=kept(path.absolute()), report=report, step=wizard.step.key)
        left = self._desk.left_off
        panes = wizard.panes.widths or left.panes
        self._desk.left_off = left.with_spot(spot).changed(panes=panes)
        if not wizard.workspace.session.dirty:
            self.note_standing(wizard)

    def note_standing(self, wizard: Wizard | None) -> None:
        """Note how far the project is, as its file says it, for the start page."""
        path = _path_of(wizard)
        if wizard is not None and path is not None:
            now = wizard.workspace
            with suppress(SaveError):
                self._desk.note_standing(path, standing_of(now.project, now.inventory))

    def keep(self, wizard: Wizard | None) -> None:
        """Before closing: the window's shape, and which project is open at which step."""
        self.keep_spot(wizard)
        path = _path_of(wizard)
        is_open = kept(path.absolute()) if path is not None else ""
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        try:
            self._desk.leave(self._desk.left_off.changed(geometry=geometry, open=is_open))
        except SaveError:
            return  # a window in its first shape next time is no loss


def _path_of(wizard: Wizard | None) -> Path | None:
    return wizard.workspace.session.path if wizard is not None else None
