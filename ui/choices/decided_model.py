"""What came from outside as a table whose last column says what was decided of each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from model.choices.choice import Choice
from model.choices.decisions import Decisions
from ui.kit.list_model import TextModel

R = TypeVar("R")


class DecidedModel(TextModel[R]):
    """One row a choice, or a record that holds one; the decisions stand beside them."""

    longest = 40

    def __init__(self, heads: Sequence[str], parent: QObject) -> None:
        super().__init__(heads, parent)
        self.decisions = Decisions(())

    def show_decisions(self, decisions: Decisions, rows: Sequence[R]) -> None:
        """Show these rows with what was decided of them."""
        self.decisions = decisions
        self.show_rows(rows)

    def choice_of(self, row: R) -> Choice:
        """The choice that a row is or holds."""
        raise NotImplementedError

    def state_of(self, row: R) -> str:
        """What became of a row, in the words of the last column."""
        raise NotImplementedError

    def stay(self, rows: tuple[R, ...]) -> bool:
        former = [self.choice_of(row).key for row in self.rows]
        return [self.choice_of(row).key for row in rows] == former
