"""The findings of 核对 in groups that fold: a head with its counts, below it one line a finding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from model.check.problem import Problem, Severity
from model.jobs.problem_groups import Group, Line
from ui.kit.two_lines import INDENT, KEY, TwoLineList

_ROW = Qt.ItemDataRole.UserRole + 8
"""Where an entry stands: the number of its group, and of its line, -1 for the head."""


class ProblemList(TwoLineList):
    """Enter or a click goes to the place of a line; a click on a head, ← and → fold."""

    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        self._folds: dict[str, bool] = {}
        self.setAccessibleName("核对出的问题")
        self.itemClicked.connect(self._clicked)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; the clerk stays at the finding where she was, or at the row of one gone."""
        former, row = self._name(self.currentItem()), self.currentRow()
        self.groups = tuple(groups)
        self.blockSignals(True)
        self.clear()
        for number, group in enumerate(self.groups):
            self._add_group(number, group)
        names = [self._name(self.item(at)) for at in range(self.count())]
        at = names.index(former) if former in names else min(max(row, 0), self.count() - 1)
        self.blockSignals(False)
        self.setCurrentRow(at)

    @property
    def group(self) -> Group | None:
        """The group that the current entry is, or stands in."""
        at = _at(self.currentItem())
        return self.groups[at[0]] if at is not None else None

    @property
    def problem(self) -> Problem | None:
        """The current finding; None on a head."""
        line = self._line(self.currentItem())
        return line.problem if line is not None else None

    def go(self) -> None:
        """Ask for the place of the current entry: of a head, of its first finding."""
        group, problem = self.group, self.problem
        if group is not None:
            place = (problem or group.problems[0]).place
            if place:
                self.place_wanted.emit(place)

    def show_place(self, place: str) -> bool:
        """Make the finding of a place the current one, its group unfolded."""
        for group in self.groups:
            if any(one.place == place for one in group.problems):
                self._folds[group.key] = False
                self.show_groups(self.groups)
                break
        for row in range(self.count()):
            line = self._line(self.item(row))
            if line is not None and line.problem.place == place:
                self.setCurrentRow(row)
                return True
        return False

    def is_folded(self, group: Group) -> bool:
        """Whether only the head is shown: at first where something is still to be filled in."""
        return self._folds.get(group.key, group.is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, group = event.key(), self.group
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and group is not None:
            self._fold(group, is_folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Space and group is not None and self.problem is None:
            self._fold(group, is_folded=not self.is_folded(group))
        else:
            super().keyPressEvent(event)

    def _clicked(self, item: QListWidgetItem) -> None:
        at = _at(item)
        if at is not None and at[1] < 0:
            group = self.groups[at[0]]
            self._fold(group, is_folded=not self.is_folded(group))
        else:
            self.go()

    def _fold(self, group: Group, *, is_folded: bool) -> None:
        """Fold or unfold; the head of the group is the current entry where its lines go."""
        at = _at(self.currentItem())
        if is_folded and at is not None and at[1] >= 0:
            self.setCurrentRow(self.currentRow() - at[1] - 1)
        self._folds[group.key] = is_folded
        self.show_groups(self.groups)

    def _add_group(self, number: int, group: Group) -> None:
        is_folded = self.is_folded(group)
        head = self.add(f"{'▸' if is_folded else '▾'} {group.title}　{group.counted}", "", "")
        head.setData(_ROW, (number, -1))
        told = f"{group.title}，{group.counted}，{'已收起' if is_folded else '已展开'}"
        head.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        for at, line in enumerate(() if is_folded else group.lines):
            problem = line.problem
            remark = f"{problem.severity.label}：{problem.fix}"
            item = self.add(line.title, remark, problem.place)
            item.setData(_ROW, (number, at))
            item.setData(INDENT, 1)
            self.set_remark(item, remark, wrong=problem.severity is Severity.ERROR)

    def _line(self, item: QListWidgetItem | None) -> Line | None:
        at = _at(item)
        return self.groups[at[0]].lines[at[1]] if at is not None and at[1] >= 0 else None

    def _name(self, item: QListWidgetItem | None) -> tuple[str, ...]:
        """What an entry is, wherever it stands in a list made anew; heads may have one title."""
        if item is None:
            return ()
        number, line = item.data(_ROW)
        return ("head", self.groups[number].key) if line < 0 else (item.text(), item.data(KEY))


def _at(item: QListWidgetItem | None) -> tuple[int, int] | None:
    """The numbers of group and line of an entry; -1 is the head."""
    if item is None:
        return None
    number, line = item.data(_ROW)
    return int(number), int(line)
