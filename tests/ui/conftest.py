"""What every test of the window has: the application as the program dresses it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from ui import app as ui_app
from ui.kit import theme
from ui.kit.colors import Scheme


@pytest.fixture(scope="session", autouse=True)
def clipboard_emptied(qapp: QApplication) -> Iterator[None]:
    """Leave nothing of Python's on the clipboard, which the offscreen platform frees at exit."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light scheme at 100 %; nothing is left of a test but its widgets."""
    if not qapp.styleSheet():
        ui_app.dress(qapp)
    if qapp.property("scheme") != Scheme.LIGHT.value or qapp.font() != theme.font(100):
        theme.apply(qapp, 100, Scheme.LIGHT)
    yield qapp
    QThreadPool.globalInstance().waitForDone()
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
