"""An open project for the tests of dialogs: on disk, with a place to edit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from model.session import Session
from tests.ui.shell_window import saved_example
from ui.workspace import Workspace


def opened(folder: Path, parent: QObject | None = None) -> Workspace:
    """The example, saved in a folder and opened from there."""
    return Workspace(Session.load(saved_example(folder)), parent)


def title_of(workspace: Workspace) -> str:
    """The place of the title of the text that is shown."""
    return f"{workspace.report.id}.title"


def retitle(workspace: Workspace, title: str) -> None:
    """One edit."""
    assert workspace.set(title_of(workspace), title) is None
