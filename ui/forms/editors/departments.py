"""Lists of departments: typed with 、 between them, completed from those the project knows."""

from __future__ import annotations

import re

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from model.values.field_kind import FieldKind
from ui.forms.editors.typed import TypedEditor
from ui.kit.labels import plain_tip

_LAST = re.compile(r"^(?P<before>.*[、，,;；\s])?(?P<last>[^、，,;；\s]*)$", re.DOTALL)


class _ListCompleter(QCompleter):
    """Completes the last name of a list."""

    def splitPath(self, path: str) -> list[str]:
        found = _LAST.match(path)
        return [found["last"] if found else path]

    def pathFromIndex(self, index: object) -> str:
        chosen = super().pathFromIndex(index)  # type: ignore[arg-type]
        found = _LAST.match(self.widget().text())  # type: ignore[attr-defined]
        return ((found["before"] or "") if found else "") + chosen


class DepartmentsEditor(TypedEditor):
    """The departments' names, in order."""

    def __init__(self, known: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(FieldKind.DEPARTMENTS, parent=parent)
        self.line.characters = 18
        self.set_placeholder("如 财政局、住建局")
        self._names = QStringListModel(list(known), self)
        self.completer = _ListCompleter(self._names, self)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(self.completer)
        self.completer.activated.connect(self._typed)

    def set_known(self, known: tuple[str, ...]) -> None:
        """The departments to complete from."""
        if tuple(self._names.stringList()) != known:
            self._names.setStringList(list(known))

    def _show(self, text: str) -> None:
        super()._show(text)
        self.line.setToolTip(plain_tip(text))
