"""What came from departments as a table: place, last, what we have, what came, from whom, state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from model.choices.decisions import ChoiceState, Decisions
from model.forms.lines import Came, CameState
from ui.kit import theme
from ui.kit.labels import plain_tip
from ui.kit.list_model import Index, ListModel

HEADS = ("单位", "处", "上期", "现有", "报来", "文件 · 填报人", "情况", "收不收")
_LONGEST = 40
_RED = (CameState.UNKNOWN, CameState.TWICE, CameState.OTHER, CameState.CHANGED)
_AMBER = (CameState.FAR,)


class CameModel(ListModel[Came]):
    """One row a line; the decisions beside them say what the last column shows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(HEADS, parent)
        self.decisions = Decisions(())

    def show_lines(self, decisions: Decisions, rows: Sequence[Came]) -> None:
        """Show these lines with what was decided of them."""
        self.decisions = decisions
        self.show_rows(rows)

    def stay(self, rows: tuple[Came, ...]) -> bool:
        return [row.choice.key for row in rows] == [row.choice.key for row in self.rows]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        text = self._texts(line)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.heads[index.column()]}：{text}"
            case Qt.ItemDataRole.ForegroundRole:
                return self._color(line, index.column())
        return None

    def state_of(self, line: Came) -> str:
        """What became of a line, in the words of the last column."""
        state = self.decisions.state(line.choice)
        return "" if not line.choice.ways or state is ChoiceState.SAME else state.label

    def _texts(self, line: Came) -> tuple[str, ...]:
        choice = line.choice
        by = " · ".join(filter(None, (line.file.name, choice.who)))
        said = (line.last, choice.ours or "", choice.theirs or "")
        plain = (one.replace("\n", "¶") for one in said)
        return (line.department, choice.label, *plain, by, line.state.label, self.state_of(line))

    def _color(self, line: Came, column: int) -> QColor | None:
        colors = theme.colors()
        if column == HEADS.index("情况"):
            if line.state in _RED:
                return QColor(colors.red)
            return QColor(colors.amber) if line.state in _AMBER else None
        is_taken = self.decisions.state(line.choice) is ChoiceState.TAKEN
        return QColor(colors.green) if column == len(HEADS) - 1 and is_taken else None
