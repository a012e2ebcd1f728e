"""指标: one table over all indicators of a text, filled as a spreadsheet is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from model.arrange.indicators import set_indicator
from model.errors import PlaceError, ValueRefused
from model.library import shipped
from model.report.address import ObservationPlace, parse_place
from model.table.clipboard import Block, Copied, joined, written_block
from model.table.edits import with_choice, with_said, with_source
from model.table.grid import ABOUT_ROW
from model.table.paste import Landing, Names, Target, by_name, by_position
from model.values.facet import Source
from ui.kit import theme
from ui.kit.clipboard import copied_cells
from ui.kit.labels import label
from ui.kit.page import Page
from ui.table.filters import FilterBar
from ui.table.model import IndicatorModel
from ui.table.panel import CellPanel
from ui.table.paste_dialog import PasteDialog
from ui.table.view import IndicatorView
from ui.trends.dialog import open_trend
from ui.workspace import Workspace

_MANY = 24
"""So many rows high is a page on which two lines of filters leave enough of the table."""
_NONE = "这份材料还没有指标。在各部分的页面里添加指标后，这里就能填数。"
_UNUSED = "本文没有用到指标。去掉“只看本文用到的”，可以看到材料里的全部指标。"
_UNSEEN = "没有符合条件的指标。改一改上面的条件，就能看到其他指标。"


class IndicatorsPage(Page):
    """The table, what of it is seen, and what there is to know of its current cell."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.table = IndicatorModel(workspace, self)
        self.filters = FilterBar(self)
        self.view = IndicatorView(self.table, self)
        self.panel = CellPanel(self.table, self)
        self.nothing = label(self, role="secondary", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._place = ""
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self._rebuilt()

    # What the shell asks

    def refresh(self) -> None:
        self.table.refresh()
        self._show_cell()

    @property
    def least_room(self) -> int:
        """On a low screen the filters need a single line too, so that many rows are seen."""
        if not self.view.isVisibleTo(self):
            return 0
        is_low = self.height() < _MANY * self.view.names.defaultSectionSize()
        return max(self.view.least_width, self.filters.line_width if is_low else 0)

    def focus_place(self, place: str) -> bool:
        try:
            parsed = parse_place(place)
        except PlaceError:
            return False
        index = (
            self.table.index_of(parsed) if isinstance(parsed, ObservationPlace) else QModelIndex()
        )
        if not index.isValid():
            return False
        if self.view.isRowHidden(index.row()):
            self.filters.reset()
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Copy and paste

    def copy(self) -> None:
        """The selected cells as a block, hidden rows left out; empty where nothing stands."""
        chosen = [one for one in self.view.selectedIndexes() if not self._is_hidden(one)]
        if not chosen:
            return
        rows = sorted({one.row() for one in chosen})
        columns = sorted({one.column() for one in chosen})
        whole = len(columns) == self.table.columnCount()
        if not whole:  # what stands between two columns of numbers would move them when pasted
            columns = [one for one in columns if self.table.grid.columns[one].facet] or columns
        texts = {(one.row(), one.column()): self._copied(one) for one in chosen}
        lines = [[texts.get((row, column), "") for column in columns] for row in rows]
        if whole:
            grid = self.table.grid
            heads = ["指标", *ABOUT_ROW, *(grid.columns[column].title for column in columns)]
            names = [(grid.rows[row].indicator.name, *grid.about(row)) for row in rows]
            lines = [heads, *([*name, *line] for name, line in zip(names, lines, strict=True))]
        QGuiApplication.clipboard().setText(written_block(lines))

    def paste(self) -> None:
        """One cell goes where the cursor is; a block is shown first, with where it would go."""
        try:
            copied = copied_cells()
        except ValueRefused as error:
            self.panel.tell(str(error))
            return
        block, current = copied.cells, self.view.currentIndex()
        if len(block) == len(block[0]) == 1 and current.isValid():
            self._paste_one(current, joined(block[0][0]))
        else:
            self._offer(copied)

    def _paste_one(self, current: QModelIndex, text: str) -> None:
        if self.table.is_editable(current):
            self.table.setData(current, text)
        else:
            self.panel.tell(self.table.cell(current).reason or "这一格不能填。")

    def _offer(self, copied: Copied) -> None:
        """Show where a block would go, in each way that leads anywhere; names go before place."""
        ways = {way: found for way, found in self._ways(copied.cells).items() if found}
        if not ways:
            self.panel.tell("请先选中要从哪一格开始填，再粘贴。")
            return
        dialog = PasteDialog(ways, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._fill(dialog, copied.notes))
        dialog.open()

    def _ways(self, block: Block) -> dict[str, tuple[Landing, ...]]:
        grid, current = self.table.grid, self.view.currentIndex()
        rows, today = self.view.seen_rows(), self.workspace.session.today
        at = rows.index(current.row()) if current.row() in rows else 0
        target = Target(
            rows,
            self.view.seen_facets(),
            at,
            max(0, current.column()),
            self.table.new_source,
        )
        names = Names(self.workspace.project.indicators, shipped.bank())
        ways = {"按名称": by_name(grid, block, names, target, today)}
        if current.isValid():
            ways["按位置"] = by_position(grid, block, target, today)
        return ways

    def _fill(self, dialog: PasteDialog, notes: tuple[str, ...]) -> None:
        """Set what was chosen, and tell how much of what was copied that is."""
        chosen = dialog.chosen()
        if self.table.set_all(chosen):
            self.table.forget_wrong(one.place for one in chosen)
            self._show_cell()
            left = dialog.left_out
            told = [f"已填{len(chosen)}个数", *([f"{left}个没有填"] if left else []), *notes]
            self.panel.tell(f"{'；'.join(told)}。" if left or notes else "")

    def _copied(self, index: QModelIndex) -> str:
        """What a cell gives to other programs: its value, no words for a blank."""
        if self.table.column(index).facet is None:
            return self.table.shown(index)
        wrong = self.table.wrong(index)
        return wrong.typed if wrong else self.table.cell(index).typed

    # What the current cell can be told

    def _choose_source(self, source: Source) -> None:
        values = self.table.sourced(self.view.currentIndex())
        try:
            changes = with_source(self.table.grid, values, source)
        except ValueRefused as error:
            self._show_cell()
            self.panel.tell(str(error))
            return
        self.table.set_all(changes)
        self._show_cell()

    def _choose_use(self, source: Source | None) -> None:
        index = self.view.currentIndex()
        row = self.table.grid.rows[index.row()]
        holders, column = row.holders, index.column()
        self.table.set_all(with_choice(row, source))
        for at, one in enumerate(self.table.grid.rows):
            if one.indicator.id == row.indicator.id and one.holders == holders:
                self.view.setCurrentIndex(self.table.index(at, column))
                break
        self._show_cell()

    def _choose_said(self, said: bool) -> None:
        index = self.view.currentIndex()
        facet, row = self.table.column(index).facet, self.table.grid.rows[index.row()]
        if facet is None:
            return
        name = f"{row.indicator.name} {facet.label}"
        did = f"写上“{name}”" if said else f"本期不写“{name}”"
        refused = self.workspace.do(did, lambda project: with_said(project, row, facet, said))
        self.table.refresh()
        self._show_cell()
        if refused:
            self.panel.tell(refused)

    def _choose_new_source(self, source: Source | None) -> None:
        self.table.new_source = source
        self._show_cell()

    def _show_sources(self) -> None:
        corner = self.view.visualRect(self.view.currentIndex()).bottomLeft()
        self.panel.sources.popup(self.view.viewport().mapToGlobal(corner))

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("复制(&C)", self.copy)
        menu.addAction("粘贴(&V)", self.paste)
        menu.addAction("清除(&R)", lambda: self.table.clear(self.view.selectedIndexes()))
        menu.addSeparator()
        sources = self.panel.sources.menuAction()  # lent: the menu that shows it is freed
        sources.setText("来源(&S)")
        menu.addAction(sources)
        if self.panel.dropped.isEnabled():
            dropped = menu.addAction("本期不写(&D)")
            dropped.setCheckable(True)
            dropped.setChecked(self.panel.dropped.isChecked())
            dropped.triggered.connect(lambda on: self._choose_said(not on))
        if self.view.currentIndex().isValid():
            menu.addSeparator()
            menu.addAction("看走势(&T)…", self._show_trend)
            menu.addAction("指标改名(&N)…", self._rename)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _show_trend(self) -> None:
        """How the indicator of the current row has gone."""
        indicator = self.table.grid.rows[self.view.currentIndex().row()].indicator
        open_trend(self.workspace, self.window(), indicator.id)

    def _rename(self) -> None:
        """Ask for another name of the indicator of the current row; all texts follow."""
        indicator = self.table.grid.rows[self.view.currentIndex().row()].indicator
        name, is_agreed = QInputDialog.getText(
            self, "指标改名", "这个指标叫什么：", text=indicator.name
        )
        if not is_agreed or name == indicator.name:
            return
        refused = self.workspace.do(
            f"改指标“{indicator.name}”的名称",
            lambda project: set_indicator(project, indicator.id, "name", name),
        )
        self.table.refresh()
        self._show_cell()
        if refused:
            self.panel.tell(refused)

    # Inside

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self._paste = QPushButton("从表格粘贴(&P)", self)
        self._paste.setToolTip("把Excel里复制的一块粘贴进来；带指标名称的按名称对应。")
        self.filters.add(self._paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 2)
        column.addWidget(self.filters)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.view, 1)
        column.addWidget(self.panel)
        self.view.setMinimumHeight(5 * (self.fontMetrics().height() + 2 * unit))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self._paste.clicked.connect(self.paste)
        self.filters.changed.connect(self._filter)
        self.filters.entered.connect(self._go_to_found)
        self.view.cell_moved.connect(self._cell_moved)
        self.view.copy_wanted.connect(self.copy)
        self.view.paste_wanted.connect(self.paste)
        self.view.source_wanted.connect(self._show_sources)
        self.view.customContextMenuRequested.connect(self._menu)
        self.table.dataChanged.connect(self._cells_changed)
        self.table.modelAboutToBeReset.connect(self._remember)
        self.table.modelReset.connect(self._rebuilt)
        self.table.told.connect(self.panel.tell)
        self.panel.said_chosen.connect(self._choose_said)
        self.panel.uses.wanted.connect(self.moved)
        sources = self.panel.sources
        sources.aboutToShow.connect(lambda: sources.show_cell(self.view.currentIndex()))
        sources.value_chosen.connect(self._choose_source)
        sources.use_chosen.connect(self._choose_use)
        sources.new_chosen.connect(self._choose_new_source)
        self.workspace.report_changed.connect(self.refresh)

    def _remember(self) -> None:
        index = self.view.currentIndex()
        self._place = self.table.cell(index).place if index.isValid() else ""

    def _rebuilt(self) -> None:
        """Other rows or columns: offer their departments, and stay in the cell of before."""
        rows = self.table.grid.rows
        self.filters.show_departments(
            dict.fromkeys(row.indicator.supplier for row in rows if row.indicator.supplier)
        )
        self._filter()
        if self._place:
            parsed = parse_place(self._place)
            if isinstance(parsed, ObservationPlace):
                self.view.setCurrentIndex(self.table.index_of(parsed))
        self._show_cell()

    def _filter(self) -> None:
        asked, rows = self.filters.filter, self.table.grid.rows
        seen = 0
        for row in range(len(rows)):
            leaves = asked.leaves(self.table, row)
            self.view.setRowHidden(row, not leaves)
            seen += leaves
        self.view.names.fit(self.view.width())
        shown = f"共{len(rows)}行" if seen == len(rows) else f"显示{seen}行，共{len(rows)}行"
        self.filters.count.setText(shown if rows else "")
        uses_any = any(row.used for row in rows)
        self.nothing.setText(_NONE if not rows else _UNSEEN if uses_any else _UNUSED)
        self.nothing.setVisible(seen == 0)
        self.view.setVisible(seen > 0)
        self.panel.setVisible(seen > 0)
        self.filters.show_fields(bool(rows))

    def _go_to_found(self) -> None:
        """From the name that was typed to the first cell of what it found."""
        index = self.view.first_cell()
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_hidden(self, index: QModelIndex) -> bool:
        return self.view.isRowHidden(index.row())

    def _cell_moved(self) -> None:
        self._show_cell()
        index = self.view.currentIndex()
        place = self.table.cell(index).place if index.isValid() else ""
        if place and self.view.hasFocus():
            self.place_focused.emit(place)

    def _cells_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.view.currentIndex().row() <= last.row():
            self._show_cell()

    def _show_cell(self) -> None:
        index = self.view.currentIndex()
        self.panel.show_cell(index if index.isValid() else None)
