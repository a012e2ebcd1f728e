"""What is half typed in fields that tell all at once, kept for the case of a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from model.entry.apply import Assignment
from ui.kit.waits import Waits
from ui.workspace import Workspace


class HalfTyped:
    """The journal has it soon after the last key, and no later than an editor's own text."""

    def __init__(
        self, owner: QObject, workspace: Workspace, edits: Callable[[], Sequence[Assignment]]
    ) -> None:
        self._workspace = workspace
        self._edits = edits
        self._held: set[str] = set()
        self._waits = Waits(owner, self._hold, self._hold)

    def begin(self) -> None:
        """A key was typed."""
        self._waits.start()

    def end(self) -> None:
        """All is told, or not wanted any more."""
        self._keep({})

    def _hold(self) -> None:
        self._keep({edit.place: edit.typed for edit in self._edits()})

    def _keep(self, typed: Mapping[str, str]) -> None:
        """Keep this, and nothing of what was before."""
        self._waits.stop()
        for place in self._held - typed.keys():
            self._workspace.let_go(place)
        for place, text in typed.items():
            self._workspace.hold(place, text)
        self._held = set(typed)
