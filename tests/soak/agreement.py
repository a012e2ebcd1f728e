"""What the window shows is what the session holds, but for what was refused and stands red."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from model.storage import project_file
from tests.soak.hands import settle
from ui.forms.editors.editor import Editor, tell_all
from ui.kit.page import Page
from ui.pages.basics import BasicsPage
from ui.part.piece import Piece
from ui.shell.main_window import MainWindow
from ui.shell.page_factory import make_page
from ui.workspace import Workspace

Shown = dict[tuple[str, ...], str]


def tell(main: MainWindow) -> None:
    """Let every editor tell what was typed, and the window follow."""
    tell_all(main)
    settle()
    settle()


def disagreements(main: MainWindow) -> list[str]:
    """What the page shows otherwise than one that is made anew."""
    tell(main)
    for made in _below(main, BasicsPage):
        made.complete()
    if main.wizard is None or main.filing.workspace is None or main.wizard.pages.page is None:
        return []
    shown = _shown(main.wizard.pages.page)
    page = make_page(main.wizard.step, main.filing.workspace)
    try:
        page.resize(main.wizard.pages.page.size())
        page.refresh()
        if isinstance(page, BasicsPage):
            page.complete()
        for piece in _below(page, Piece):
            piece.wake()
        anew = _shown(page)
    finally:
        page.deleteLater()
        QApplication.processEvents()
    return [
        f"{'/'.join(key)} shows {shown[key]!r}, the session has {anew[key]!r}"
        for key in shown.keys() & anew.keys()
        if shown[key] != anew[key]
    ]


def _shown(page: Page) -> Shown:
    """What editors show that were not refused, by the cards around them and their names."""
    found: Shown = {}
    twice: set[tuple[str, ...]] = set()
    for editor in _below(page, Editor):
        name = next((one.accessibleName() for one in editor._frames()), "")
        key = (*_around(editor, page), type(editor).__name__, name)
        if key in found:
            twice.add(key)
        if not (editor.is_wrong or editor.is_pending or editor.is_held_open):
            found[key] = editor.value()
    return {key: value for key, value in found.items() if key not in twice}


def _around(widget: QWidget, page: Page) -> tuple[str, ...]:
    """The keys of the cards and rows around a widget."""
    keys: list[str] = []
    at: QWidget | None = widget
    while at is not None and at is not page:
        for name in ("key", "place"):
            key = getattr(at, name, None)
            if isinstance(key, str):
                keys.append(key)
        at = at.parentWidget()
    return tuple(reversed(keys))


def _below(widget: QWidget, kind: type) -> list:  # type: ignore[type-arg]
    return list(widget.findChildren(kind))


def saved_wrong(main: MainWindow, path: Path) -> str:
    """Save; what the file has otherwise than the session, '' where both are the same."""
    workspace = main.filing.workspace
    assert workspace is not None
    if not main.filing.save():
        return "the project was not saved"
    path = workspace.session.path or path
    text = path.read_text("utf-8")
    if text != project_file.dumps(workspace.project):
        return "the file differs from the session after a save"
    again = project_file.load(path).project
    return "" if project_file.dumps(again) == text else "the file reads as another project"


def undone_wrong(workspace: Workspace) -> str:
    """Undo all and redo all; what is not as it was, '' where all is."""
    last, steps = workspace.project, 0
    while workspace.undo() is not None:
        steps += 1
        if steps % 10 == 0:
            settle()
    settle()
    for _ in range(steps):
        if workspace.redo() is None:
            return f"redo was lost after {steps} steps back"
    settle()
    return "" if workspace.project is last else "undo all and redo all is another project"
