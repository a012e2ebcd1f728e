"""What came from departments as a table: place, last, what we have, what came, from whom, state."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from model.choices.choice import Choice
from model.choices.decisions import ChoiceState
from model.forms.lines import Came, CameState
from ui.choices.decided_model import DecidedModel
from ui.kit import theme

HEADS = ("单位", "处", "上期", "现有", "报来", "文件 · 填报人", "情况", "收不收")
_RED = (CameState.UNKNOWN, CameState.TWICE, CameState.OTHER, CameState.CHANGED)
_AMBER = (CameState.FAR,)


class CameModel(DecidedModel[Came]):
    """One row a line of a form."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(HEADS, parent)

    def choice_of(self, row: Came) -> Choice:
        return row.choice

    def state_of(self, row: Came) -> str:
        state = self.decisions.state(row.choice)
        return "" if not row.choice.ways or state is ChoiceState.SAME else state.label

    def texts(self, line: Came) -> tuple[str, ...]:
        choice = line.choice
        by = " · ".join(filter(None, (line.file.name, choice.who)))
        said = (line.last, choice.ours or "", choice.theirs or "")
        plain = (one.replace("\n", "¶") for one in said)
        return (line.department, choice.label, *plain, by, line.state.label, self.state_of(line))

    def color(self, line: Came, column: int) -> QColor | None:
        colors = theme.colors()
        if column == HEADS.index("情况"):
            if line.state in _RED:
                return QColor(colors.red)
            return QColor(colors.amber) if line.state in _AMBER else None
        is_taken = self.decisions.state(line.choice) is ChoiceState.TAKEN
        return QColor(colors.green) if column == len(HEADS) - 1 and is_taken else None
