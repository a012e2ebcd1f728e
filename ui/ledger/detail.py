"""The chosen task of the ledger as fields: what is changed is told all at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QPlainTextEdit, QWidget

from model.entry.apply import Assignment
from model.entry.ledger import LABELS, PROGRESS, STATUS, STATUSES, said_of
from model.report.ledger import LedgerTask
from model.values.period import Period
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.run_line import RunLine

_LINES = ("lead", "support", "deadline", "quantity")
_KEYS = {
    "text": "K", "lead": "H", "support": "P", "deadline": "T", "quantity": "N",
    STATUS: "S", PROGRESS: "J",
}  # fmt: skip


class Detail(QWidget):
    """`edits` is what was typed and not told yet; of several tasks only the status is told."""

    wanted = Signal()
    """Enter in a line, Ctrl+Enter in a text: tell it now."""
    typed = Signal()
    """Something is typed by now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tasks: tuple[LedgerTask, ...] = ()
        self._shown: dict[str, str] = {}
        self.status = QComboBox(self)
        self.status.addItems([*STATUSES])
        self.lines = {path: RunLine(self) for path in _LINES}
        self.texts = {path: QPlainTextEdit(self) for path in ("text", PROGRESS)}
        self._lay_out()
        for line in self.lines.values():
            line.returnPressed.connect(self.wanted)
            line.textChanged.connect(self.typed)
        for text in self.texts.values():
            text.setTabChangesFocus(True)
            text.installEventFilter(self)
            text.textChanged.connect(self.typed)
        self.status.currentIndexChanged.connect(self.typed)

    def show_tasks(self, tasks: Sequence[LedgerTask], period: Period) -> None:
        """Show one task whole, of several what can be told of all; none is empty."""
        self.tasks = tuple(tasks)
        self._shown = said_of(tasks[0], period) if tasks else {}
        alone = len(tasks) == 1
        if len(tasks) > 1:
            same = {said_of(task, period)[STATUS] for task in tasks}
            self._shown = {STATUS: next(iter(same)) if len(same) == 1 else ""}
        for path, line in self.lines.items():
            line.setText(self._shown.get(path, ""))
            line.setEnabled(alone)
        for path, text in self.texts.items():
            text.setPlainText(self._shown.get(path, ""))
            text.setEnabled(alone)
        self.status.setCurrentIndex(self.status.findText(self._shown.get(STATUS, "")))
        self.status.setEnabled(bool(tasks))

    def edits(self) -> list[Assignment]:
        """What differs from what was shown, by place."""
        now = {path: line.text() for path, line in self.lines.items() if line.isEnabled()}
        now |= {path: one.toPlainText() for path, one in self.texts.items() if one.isEnabled()}
        if self.status.currentIndex() >= 0:
            now[STATUS] = self.status.currentText()
        changed = {path: said for path, said in now.items() if said != self._shown.get(path, "")}
        return [
            Assignment(f"{task.id}.{path}", said)
            for task in self.tasks
            for path, said in changed.items()
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self.lines["deadline"].setPlaceholderText("如：10月底前、年底前、2026-10-31")
        self.lines["lead"].setPlaceholderText("几个单位用顿号隔开")
        for text in self.texts.values():
            text.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 2 * unit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(unit)
        self._add(grid, "text", self.texts["text"], (0, 0, 5))
        for at, path in enumerate(("lead", "support", "deadline")):
            self._add(grid, path, self.lines[path], (1, 2 * at, 1))
        self._add(grid, STATUS, self.status, (2, 0, 1))
        self._add(grid, "quantity", self.lines["quantity"], (2, 2, 1))
        self._add(grid, PROGRESS, self.texts[PROGRESS], (3, 0, 5))
        for column in (1, 3, 5):
            grid.setColumnStretch(column, 1)

    def _add(self, grid: QGridLayout, path: str, field: QWidget, at: tuple[int, int, int]) -> None:
        row, column, span = at
        called = "本期进展" if path == PROGRESS else LABELS[path]
        name = label(self, f"{called}(&{_KEYS[path]})")
        name.setBuddy(field)
        field.setAccessibleName(called)
        grid.addWidget(name, row, column)
        grid.addWidget(field, row, column + 1, 1, span)
