"""指标走势: how each indicator has gone, drawn and as a table, beside the wizard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from model.jobs.former_projects import Former, read_former
from model.library import shipped
from model.report.project import Project
from model.table.clipboard import written_block
from model.trends.rows import HEADS, TrendRow, rows_of
from model.trends.series import Series
from model.trends.trend import Trend, Trends, with_history
from ui.kit import theme
from ui.kit.dialog_body import plain_button
from ui.kit.file_dialogs import FORMER_PROJECT, AskFile, ask_file
from ui.kit.labels import label
from ui.kit.list_model import TextModel
from ui.kit.padded import PaddedDelegate, as_list
from ui.kit.qt import to_front
from ui.kit.run_line import RunLine
from ui.trends.chart import ChartView
from ui.workspace import Workspace

_NOTHING = "还没有两期以上的数，看不出走势。接着上期写，或者加上以前的材料，就有了。"
_NONE_FOUND = "没有这样的指标。"
_WIDE = 900
_SOON_MS = 300


class RowsModel(TextModel[TrendRow]):
    """One line a period."""

    numbers = (1, 2)

    def texts(self, row: TrendRow) -> TrendRow:
        return row


class TrendDialog(QDialog):
    """Stays open beside the wizard and follows what is typed there; it changes nothing."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, ask: AskFile = ask_file
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("指标走势")
        self._workspace, self._ask = workspace, ask
        self._files: list[Path] = []
        self._former = Former((), ())
        self._shown: Project | None = None
        self._trends = Trends(workspace.project)
        self._offered: tuple[Trend, ...] = ()
        self.search = RunLine(self)
        self.search.setPlaceholderText("指标名称或拼音首字母")
        self.search.setAccessibleName("查找指标")
        self.search.setClearButtonEnabled(True)
        self.names = QListWidget(self)
        self.names.setAccessibleName("指标")
        self.names.setItemDelegate(PaddedDelegate(self.names))
        self.choice = QComboBox(self)
        self.choice.setAccessibleName("看哪一种走势")
        self.chart = ChartView(self)
        self.model = RowsModel(HEADS, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName("历期的数")
        as_list(self.table, widest=3)
        self.told = label(self, role="secondary", wraps=True)
        self._lay_out()
        self._connect()
        self.renew()

    def show_indicator(self, id_: str) -> None:
        """Go to an indicator; one that has no course is told."""
        self.search.clear()
        for at, trend in enumerate(self._offered):
            if trend.indicator.id == id_:
                self.names.setCurrentRow(at)
                self.names.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        indicator = self._workspace.project.indicator(id_)
        self._say(f"“{indicator.name}”{_NOTHING}" if indicator else _NONE_FOUND)

    def renew(self) -> None:
        """Show the project as it is now; closed, it waits until it is shown again."""
        project = self._workspace.project
        if project is self._shown:
            return
        self._shown = project
        self._trends = Trends(with_history(project, self._former.projects))
        self._say("\n".join(self._former.notes))
        self._fill_names()

    def add_former(self) -> None:
        """Ask for a former project, and show what it knew too."""
        at = self._workspace.session.path
        path = self._ask(FORMER_PROJECT, at.parent if at else Path.home(), self)
        if path is not None and path not in self._files:
            self._files.append(path)
            read = read_former(self._workspace.project, [path])
            projects, notes = self._former
            self._former = Former(projects + read.projects, notes + read.notes)
            self._shown = None
            self.renew()

    def copy_table(self) -> None:
        """The lines as a block for Excel or Word."""
        rows: Iterable[TrendRow] = self.model.rows
        QGuiApplication.clipboard().setText(written_block([list(HEADS), *map(list, rows)]))
        self._say("已复制表，可以粘贴到 Excel 或文稿里。")

    def copy_picture(self) -> None:
        """The chart as a picture."""
        picture = self.chart.picture(_WIDE, 2 * self.devicePixelRatioF())
        QGuiApplication.clipboard().setPixmap(picture)
        self._say("已复制图，可以粘贴到文稿里。")

    def showEvent(self, event: QShowEvent) -> None:
        self.renew()
        super().showEvent(event)

    # Inside.

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _fill_names(self) -> None:
        """The indicators that have a course and match what is searched for."""
        was, series_was = self._current(), self.choice.currentText()
        sought = self.search.text()
        self._offered = tuple(
            self._trends.of(one)
            for one in self._trends.with_any()
            if shipped.initials().finds(sought, one.name)
        )
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems([trend.indicator.name for trend in self._offered])
        ids = [trend.indicator.id for trend in self._offered]
        at = ids.index(was.indicator.id) if was and was.indicator.id in ids else 0
        self.names.setCurrentRow(at if ids else -1)
        self.names.blockSignals(False)
        self._fill_choice(series_was)
        if not ids:
            self._say(_NONE_FOUND if sought else _NOTHING)

    def _current(self) -> Trend | None:
        at = self.names.currentRow()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def _fill_choice(self, wanted: str = "") -> None:
        """The rows of the current indicator: those with a course first, single values behind."""
        trend = self._current()
        found = sorted(trend.series, key=lambda one: not one.is_line) if trend else []
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in found:
            self.choice.addItem(one.name, one)
        self.choice.setCurrentIndex(max(self.choice.findText(wanted), 0) if found else -1)
        self.choice.blockSignals(False)
        self._show_series()

    def _show_series(self) -> None:
        trend, series = self._current(), self._series()
        self.chart.show_series(trend.indicator.name if trend else "", series)
        self.model.show_rows(tuple(rows_of(series)) if series else ())
        for one in (self._copy_picture, self._copy_table, self.choice):
            one.setEnabled(series is not None)

    def _series(self) -> Series | None:
        trend, name = self._current(), self.choice.currentText()
        return next((one for one in trend.series if one.name == name), None) if trend else None

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda *_: self._fill_names())
        self.search.returnPressed.connect(self.names.setFocus)
        self.names.currentRowChanged.connect(lambda *_: self._fill_choice())
        self.choice.currentIndexChanged.connect(lambda *_: self._show_series())
        self.table.selectionModel().currentRowChanged.connect(
            lambda now, _: self.chart.mark(now.row())
        )
        soon = QTimer(self)
        soon.setSingleShot(True)
        soon.setInterval(_SOON_MS)
        soon.timeout.connect(lambda: self.renew() if self.isVisible() else None)
        self._workspace.changed.connect(soon.start)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        left, right = QWidget(self), QWidget(self)
        names = QVBoxLayout(left)
        names.setContentsMargins(0, 0, 0, 0)
        names.addWidget(self.search)
        names.addWidget(self.names, 1)
        shown = QVBoxLayout(right)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(unit)
        shown.addWidget(self.choice)
        shown.addWidget(self.chart, 3)
        shown.addWidget(self.table, 2)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        both.setStretchFactor(1, 1)
        both.setSizes([unit * 26, unit * 90])
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(both, 1)
        column.addWidget(self.told)
        column.addLayout(self._buttons())
        room = self.screen().availableSize()
        self.resize(min(unit * 130, room.width() - 40), min(unit * 84, room.height() - 80))

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._add = plain_button(self, "加上以前的材料(&A)…", self.add_former)
        self._copy_picture = plain_button(self, "复制图(&G)", self.copy_picture)
        self._copy_table = plain_button(self, "复制表(&T)", self.copy_table)
        close = plain_button(self, "关闭(&C)", self.reject)
        for widget in (self._add, self._copy_picture, self._copy_table):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(close)
        return line


def open_trend(workspace: Workspace, window: QWidget, id_: str = "") -> TrendDialog:
    """Open it beside the wizard, or come back to it; `id_` is the indicator to go to."""
    dialog = _opened(window) or TrendDialog(workspace, window)
    to_front(dialog)
    if id_:
        dialog.show_indicator(id_)
    return dialog


def close_trend(window: QWidget) -> None:
    """The project of the window is closed: so is this."""
    dialog = _opened(window)
    if dialog is not None:
        dialog.close()
        dialog.setParent(None)
        dialog.deleteLater()


def _opened(window: QWidget) -> TrendDialog | None:
    found: TrendDialog | None = window.findChild(TrendDialog)
    return found
