"""The ledger as a table: how each task stands, what, who, by when, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from model.ledger.papers import progress_said
from model.ledger.standing import Standing, standing
from model.report.ledger import LedgerTask
from model.values.period import Period
from ui.kit import theme
from ui.kit.list_model import TextModel

HEADS = ("状态", "任务", "牵头单位", "配合单位", "完成时限", "进展")


class LedgerModel(TextModel[LedgerTask]):
    """One row a task of the ledger, on a day of a period."""

    longest = 60

    def __init__(self, parent: QObject, today: date, period: Period) -> None:
        super().__init__(HEADS, parent)
        self._today, self.period = today, period

    def show_tasks(self, tasks: Sequence[LedgerTask], today: date, period: Period) -> None:
        """Show these tasks as they stand on a day."""
        self._today, self.period = today, period
        self.show_rows(tasks)

    def stay(self, rows: tuple[LedgerTask, ...]) -> bool:
        return [row.id for row in rows] == [row.id for row in self.rows]

    def texts(self, task: LedgerTask) -> tuple[str, ...]:
        label = standing(task, self._today).label
        told = progress_said(task, self.period, self._today).removeprefix(f"{label}。")
        lead, support = "、".join(task.lead), "、".join(task.support)
        return label, task.text, lead, support, task.due_said, told

    def color(self, task: LedgerTask, column: int) -> QColor | None:
        if column != 0:
            return None
        match standing(task, self._today):
            case Standing.OVERDUE:
                return QColor(theme.colors().red)
            case Standing.DONE | Standing.CLOSED:
                return QColor(theme.colors().green)
            case _:
                return None
