"""Choices as a table: what is changed where, what was, what is, what came, by whom, what of it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from model.choices.choice import Choice, Standing
from model.choices.decisions import ChoiceState
from ui.choices.decided_model import DecidedModel
from ui.kit import theme

_LAST = 6
"""The column that says what becomes of a choice."""
_NOTHING = "（没有）"


class ChoicesModel(DecidedModel[Choice]):
    """One row a choice."""

    def __init__(self, parent: QObject, theirs: str) -> None:
        super().__init__(("类", "处", "原来", "现在", theirs, "谁改的", "收不收"), parent)

    def choice_of(self, row: Choice) -> Choice:
        return row

    def texts(self, choice: Choice) -> tuple[str, ...]:
        who = choice.who or ("—" if choice.source else "")
        said = map(shown, choice.sides)
        return (choice.kind.group, choice.label, *said, who, self.state_of(choice))

    def state_of(self, row: Choice) -> str:
        state = self.decisions.state(row)
        if not row.ways and state is ChoiceState.OPEN:
            return "只能看"
        if state is ChoiceState.OPEN and row.standing is Standing.CONFLICT:
            return "两边都改了"
        way = self.decisions.way(row)
        return way.label if way is not None else state.label

    def color(self, choice: Choice, column: int) -> QColor | None:
        if column != _LAST:
            return None
        state = self.decisions.state(choice)
        if state is ChoiceState.OPEN and choice.standing is Standing.CONFLICT:
            return QColor(theme.colors().red)
        return QColor(theme.colors().green) if state is ChoiceState.TAKEN else None


def shown(text: str | None) -> str:
    """One side of a change on one line."""
    return _NOTHING if text is None else text.replace("\n", "¶") or "（空）"


def marked(choice: Choice, text: str | None) -> str:
    """One side of a change among the words around it, as its paragraph has it."""
    if not choice.ahead and not choice.behind:
        return shown(text)
    return f"…{choice.ahead}【{shown(text) if text else ''}】{choice.behind}…".replace("\n", "¶")
