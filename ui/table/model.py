"""The 指标 table for Qt: cells out of the project, typed values back into it.

What was refused stays in its cell, with the reason, until it is corrected or given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from model.entry.apply import Assignment
from model.library import shipped
from model.report.address import ObservationPlace
from model.report.report import Report
from model.table.cells import GridCell
from model.table.edits import place_for
from model.table.grid import ColumnKind, Grid, GridColumn
from model.trends.trend import Trend, Trends
from model.values.aspect import Aspect
from model.values.facet import Source
from model.values.state import State
from ui.kit.labels import plain_tip
from ui.workspace import Keeper, Workspace

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LOOK = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell tells its `Look`."""


class Look(Enum):
    """How a cell looks; its words tell the same."""

    ASIDE = "aside"
    VALUE = "value"
    BLANK = "blank"
    COMPUTED = "computed"
    DROPPED = "dropped"
    NONE = "none"
    WRONG = "wrong"


class Wrong(NamedTuple):
    """What was typed and refused, and why."""

    typed: str
    reason: str


class IndicatorModel(QAbstractTableModel):
    """Rows and columns of a `Grid`; `refresh` tells only what changed.

    `new_source` is where newly typed values come from; None keeps the source there is.
    `told` is emitted with a message that no cell shows.
    """

    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.new_source: Source | None = None
        self.grid = Grid(workspace.project, self._report())
        self._cells: dict[tuple[int, int], GridCell] = {}
        self._trends = Trends(workspace.project)

    # What Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(index)
            case Qt.ItemDataRole.EditRole:
                wrong = self.wrong(index)
                return wrong.typed if wrong else self.cell(index).typed
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self.column(index))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.hint(index))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(index)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.hint(index)
        return self.look(index) if role == LOOK else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Vertical:
            note = shipped.note_of(self.grid.rows[section].indicator.id)
            return plain_tip("\n".join(filter(None, (self.about(section), note))))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            name = self.grid.rows[section].indicator.name
            is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return f"{name}，{self.about(section)}" if is_spoken else name
        title = self.grid.columns[section].title
        return title.replace("(", "\n(") if role == Qt.ItemDataRole.DisplayRole else title

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a typed value; a refused one stays in its cell, marked."""
        facet = self.column(index).facet
        if role != Qt.ItemDataRole.EditRole or facet is None or not self.is_editable(index):
            return False
        cell, typed = self.cell(index), str(value)
        place = place_for(cell.place, self.new_source if typed.strip() else None)
        refused = self._workspace.enter(place, typed, kept_at=cell.place)
        self.refresh()
        self._tell_row(index.row())
        if refused is None and typed.strip():
            self._tell_if_weaker(index)
        return True

    # What the page asks

    def column(self, index: Index) -> GridColumn:
        return self.grid.columns[index.column()]

    def cell(self, index: Index) -> GridCell:
        """The cell as the project has it."""
        key = (index.row(), index.column())
        if key not in self._cells:
            self._cells[key] = self.grid.cell(*key)
        return self._cells[key]

    def is_editable(self, index: Index) -> bool:
        return bool(self.cell(index).place)

    def shown(self, index: Index) -> str:
        wrong = self.wrong(index)
        if wrong:
            return wrong.typed
        if self.column(index).kind is ColumnKind.STATE:
            return self.grid.state_label(index.row(), self.wrong_count(index.row()))
        return self.cell(index).shown

    def look(self, index: Index) -> Look:
        if self.wrong(index):
            return Look.WRONG
        cell = self.cell(index)
        if self.column(index).kind is not ColumnKind.FACET:
            return Look.ASIDE
        looks = {
            None: Look.NONE,
            State.EMPTY: Look.BLANK,
            State.COMPUTED: Look.COMPUTED,
            State.DROPPED: Look.DROPPED,
        }
        return looks.get(cell.state, Look.VALUE)

    def wrong(self, index: Index) -> Wrong | None:
        """What was typed here and refused."""
        place = self.cell(index).place
        typed = self._workspace.refused_at(place) if place else None
        return None if typed is None else Wrong(typed, self._workspace.reason(place, typed))

    def keeper(self, index: Index) -> Keeper:
        """Where what is typed in a cell is kept while it is half typed or refused."""
        place = self.cell(index).place
        return Keeper(self._workspace, lambda: place)

    def wrong_count(self, row: int) -> int:
        if not self._workspace.session.typed.refused:
            return 0
        columns = range(len(self.grid.columns))
        return sum(self.wrong(self.index(row, column)) is not None for column in columns)

    def give_up(self, index: Index) -> bool:
        """Show the project's value again where a refused one stood; whether one did."""
        if self.wrong(index) is None:
            return False
        self._workspace.give_up(self.cell(index).place)
        self._tell_row(index.row())
        return True

    def clear(self, indexes: Iterable[Index]) -> None:
        """Make the values of cells blank in one step; what was refused there is given up."""
        emptied: list[Assignment] = []
        for index in indexes:
            cell = self.cell(index)
            self.give_up(index)
            if cell.source is not None:
                emptied.append(Assignment(cell.place, ""))
        if emptied:
            self.set_all(emptied)

    def set_all(self, assignments: Sequence[Assignment]) -> bool:
        """Set several values in one step; tells what was refused."""
        refused = self._workspace.set_all(assignments) if assignments else None
        if refused is not None:
            self.told.emit(refused)
            return False
        self.refresh()
        return True

    def forget_wrong(self, places: Iterable[str]) -> None:
        """Values were set at these places another way: what was refused there is no more."""
        gone = {beside for place in places for beside in (place, place_for(place, None))}
        for row in range(len(self.grid.rows)):
            for column in range(len(self.grid.columns)):
                index = self.index(row, column)
                if self.cell(index).place in gone:
                    self.give_up(index)

    def sourced(self, index: Index) -> tuple[tuple[int, Aspect], ...]:
        """The typed values whose source is chosen at a cell: its own, or all those of its row."""
        column, row = self.column(index), index.row()
        if column.kind is ColumnKind.SOURCE:
            return self.grid.own_values(row)
        is_typed = column.facet is not None and self.cell(index).source is not None
        return ((row, column.facet),) if is_typed and column.facet else ()

    def trend(self, row: int) -> Trend:
        """How the indicator of a row has gone."""
        if self._trends.project is not self.grid.project:
            self._trends = Trends(self.grid.project)
        return self._trends.of(self.grid.rows[row].indicator)

    def index_of(self, place: ObservationPlace) -> QModelIndex:
        """The cell of a place; an invalid index where the table has none."""
        found = self.grid.find(place)
        if found is None:
            return QModelIndex()
        row, facet = found
        for at, column in enumerate(self.grid.columns):
            if column.facet == facet:
                return self.index(row, at)
        return QModelIndex()

    def about(self, row: int) -> str:
        """`财政局 · 1—5月 · 亿元`: what stands under a row's name."""
        return " · ".join(filter(None, self.grid.about(row)))

    def label(self, index: Index) -> str:
        """`一般公共预算收入，同比增长(%)，1—5月`: which cell this is, in words."""
        row = self.grid.rows[index.row()]
        title = self.column(index).title
        period = row.period_label(self.grid.project.period)
        return f"{row.indicator.name}，{title}，{period}"

    def spoken(self, index: Index) -> str:
        """A cell in words: which one, what stands in it, its state."""
        cell, wrong = self.cell(index), self.wrong(index)
        if wrong:
            return f"{self.label(index)}：{wrong.typed}，填错"
        value = self.shown(index) or "空"
        state = cell.state.label if cell.state and cell.state.label != value else ""
        return f"{self.label(index)}：{value}" + (f"，{state}" if state else "")

    def hint(self, index: Index) -> str:
        """What else is to be known of a cell: why it is wrong, cannot be filled, how it came."""
        if self.column(index).facet is None:
            return self.note(index) or shipped.note_of(self.grid.rows[index.row()].indicator.id)
        source = None if self.wrong(index) else self.cell(index).source
        parts = [self.note(index), f"来源：{source.label}" if source else ""]
        return "　".join(part for part in parts if part)

    def note(self, index: Index) -> str:
        """A hint without the source of the value."""
        wrong = self.wrong(index)
        if wrong:
            return wrong.reason
        cell = self.cell(index)
        parts = [cell.reason] if cell.reason else []
        if cell.state is State.COMPUTED and not cell.reason:
            parts.append("自动算出；直接填数就用填的数，清除后恢复自动算出。")
        if cell.state is State.DROPPED and cell.typed:
            parts.append(f"{cell.typed}，本期不写。")
        if cell.others:
            parts.append(f"另有{cell.others}")
        return "　".join(parts) or (cell.typed if cell.typed != cell.shown else "")

    def refresh(self) -> None:
        """Show the project as it is now."""
        former, report = self.grid, self._report()
        project = self._workspace.project
        if project is former.project and report is former.report:
            return
        grid = Grid(project, report, former)
        if not _alike(grid, former):
            self.beginResetModel()
            self.grid = grid
            self._cells.clear()
            self.endResetModel()
            return
        self.grid = grid
        for row in grid.changed_rows(former):
            self._refresh_row(row)

    # Inside

    def _report(self) -> Report | None:
        return self._workspace.report if self._workspace.project.reports else None

    def _refresh_row(self, row: int) -> None:
        """Read the cells of a row again that were shown; tell those that differ."""
        changed = []
        for column in range(len(self.grid.columns)):
            before = self._cells.pop((row, column), None)
            if before is not None and self.cell(self.index(row, column)) != before:
                changed.append(column)
        if changed:
            self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))

    def _tell_row(self, row: int) -> None:
        last = len(self.grid.columns) - 1
        self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _tell_if_weaker(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """A value of a weaker source is kept, but the text goes on with the better one."""
        cell, chosen = self.cell(index), self.new_source
        if chosen is not None and cell.source is not None and cell.source is not chosen:
            self.told.emit(
                f"已记下{chosen.label}；{cell.source.label}{cell.typed}更可靠，文稿仍用它。"
            )


def _alike(one: Grid, other: Grid) -> bool:
    """Whether rows and columns are the same, so that only cells can differ."""
    return (
        one.columns == other.columns
        and one.project.organization == other.project.organization
        and [row.key for row in one.rows] == [row.key for row in other.rows]
    )


def _alignment(column: GridColumn) -> int:
    kinds = (ColumnKind.FACET, ColumnKind.LAST, ColumnKind.LAST_GROWTH)
    side = Qt.AlignmentFlag.AlignRight if column.kind in kinds else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
