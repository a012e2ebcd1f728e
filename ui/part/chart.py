"""A chart: which values of which indicators it draws, and over which periods."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from model.arrange.charts import (
    add_series,
    drawable_facets,
    remove_series,
    set_count,
    set_series,
    set_shows,
    shift_series,
)
from model.numbers.ask import Numbers
from model.numbers.charts import ChartTable, chart_table
from model.report.indicator import Indicator
from model.report.section import (
    MOST_CATEGORIES,
    ChartBlock,
    ChartForm,
    ChartSeries,
    ChartShows,
)
from ui.forms.editors.choice import Combo
from ui.kit import theme
from ui.kit.labels import label
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.indicator_search import IndicatorSearch
from ui.part.prose_field import ProseField
from ui.part.widgets import Entry, button

_TOLD = 6


class ChartCard(BlockCard):
    """The name of a chart, what stands along its foot, and its rows."""

    title = "图"

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self.caption = ProseField(
            context, f"{block_id}.caption", "图的名称", "图的名称（不填就用画的指标）", self
        )
        self.shows = _choice(self, "图里画什么", [(one.label, one) for one in ChartShows])
        counts = [(f"最近{number}期", number) for number in range(1, MOST_CATEGORIES + 1)]
        self.count = _choice(self, "画最近几期", counts)
        line = QHBoxLayout()
        line.addWidget(self.shows)
        line.addWidget(self.count)
        line.addStretch(1)
        self.rows = QWidget(self)
        self._grid = QGridLayout(self.rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.unit(self) // 2)
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[QWidget, ...]] = []
        self._shown: tuple[object, ...] = ()
        self.told = label(self, role="secondary", wraps=True)
        self.search = IndicatorSearch(context, self._add, self)
        self.body.addWidget(self.caption)
        self.body.addLayout(line)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.told)
        self.finish()
        self.foot.insertWidget(0, button("＋ 加指标", "在图里加一个指标", self, self.search.open))
        self.column.addWidget(self.search)
        self.shows.activated.connect(lambda *_: self._set_shows())
        self.count.activated.connect(lambda *_: self._set_count())

    def renew(self, record: ChartBlock, *, is_same: bool) -> None:  # noqa: ARG002
        self.caption.show_record(record)
        self.shows.setCurrentIndex(self.shows.findData(record.shows))
        self.count.setCurrentIndex(self.count.findData(record.count))
        self.count.setVisible(record.shows is not ChartShows.INDICATORS)
        names = tuple(self.context.project.indicator(one.indicator) for one in record.series)
        if self._shown != (record.series, record.shows, names):
            self._shown = (record.series, record.shows, names)
            self._fill_rows(record)
        table = chart_table(Numbers(self.context.project), record)
        self.told.setText(_told(record, table))

    def focus_place(self, id_: str, path: str) -> bool:
        if id_ != self.key:
            return False
        if path == "text":
            self.search.open()
        else:
            self.caption.go_to(path)
        return True

    def menu(self) -> list[Entry]:
        return [Entry("加指标", self.search.open)]

    # Inside.

    def _fill_rows(self, record: ChartBlock) -> None:
        """One line a row: its name, its value, its form, and what can be done with it."""
        focused, at = self._focused()
        for widget in chain.from_iterable(self._lines):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._lines = []
        for number, series in enumerate(record.series):
            self._add_row(number, series)
        self._focus(focused, at)

    def _add_row(self, number: int, series: ChartSeries) -> None:
        indicator = self.context.project.indicator(series.indicator)
        name = indicator.name if indicator else series.indicator
        offered = drawable_facets(indicator) if indicator else ()
        facets = list(dict.fromkeys((*offered, series.facet)))
        facet = _choice(self.rows, f"{name}：画哪个数", [(one.label, one) for one in facets])
        facet.setCurrentIndex(facet.findData(series.facet))
        form = _choice(self.rows, f"{name}：画成", [(one.label, one) for one in ChartForm])
        form.setCurrentIndex(form.findData(series.form))

        def changed(*_: object) -> None:
            self._do(
                f"改图里的“{name}”", set_series, number, facet.currentData(), form.currentData()
            )

        facet.activated.connect(changed)
        form.activated.connect(changed)
        tools = (
            button("↑", f"{name}：上移", self.rows, self._caller("上移", shift_series, number, -1)),
            button("↓", f"{name}：下移", self.rows, self._caller("下移", shift_series, number, 1)),
            button("✕", f"{name}：不画", self.rows, self._caller("不画", remove_series, number)),
        )
        said = label(self.rows, name, wraps=True)
        self._lines.append((said, facet, form, *tools))
        for place, widget in enumerate(self._lines[-1]):
            self._grid.addWidget(widget, number, place)
            widget.show()

    def _focused(self) -> tuple[int, int]:
        """The line and the place in it that has the focus; (−1, −1) where none has."""
        for number, line in enumerate(self._lines):
            for place, widget in enumerate(line):
                if widget.hasFocus():
                    return number, place
        return -1, -1

    def _focus(self, number: int, place: int) -> None:
        if number < 0:
            return
        widget = self._lines[number][place] if number < len(self._lines) else self.shows
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, indicator: Indicator) -> None:
        self._do(f"图里加“{indicator.name}”", add_series, indicator)

    def _set_shows(self) -> None:
        if not self._do("改图里画什么", set_shows, self.shows.currentData()):
            self._show_again()

    def _set_count(self) -> None:
        if not self._do("改图里画几期", set_count, self.count.currentData()):
            self._show_again()

    def _show_again(self) -> None:
        if isinstance(self.record, ChartBlock):
            self._shown = ()
            self.renew(self.record, is_same=True)

    def _caller(self, did: str, change: Callable[..., Any], *given: Any) -> Callable[[], object]:
        return lambda: self._do(f"图：{did}", change, *given)

    def _do(self, did: str, change: Callable[..., Any], *given: Any) -> bool:
        """Change this chart; false where that was refused, and what is shown is what is."""
        key = self.key
        done = self.context.do(did, lambda project: change(project, key, *given))
        if done is None:
            self._show_again()
        return done is not None


def _choice(parent: QWidget, name: str, offered: list[tuple[str, Any]]) -> Combo:
    made = Combo(parent)
    made.setAccessibleName(name)
    made.setToolTip(name)
    for words, data in offered:
        made.addItem(words, data)
    return made


def _told(record: ChartBlock, table: ChartTable) -> str:
    """What is drawn, what is blank, what does not fit."""
    if not record.series:
        return "还没有画的指标。按“加指标”选一个，数从“指标”里来，不用再填。"
    lines = []
    if table.categories:
        lines.append(f"画：{'、'.join(table.categories)}。")
    if record.shows is ChartShows.PERIODS and _are_years(table):
        lines.append("年初以来的累计数逐期只会变大，不能并排比，所以画历年同期。")
    gaps = [
        f"{category}的{row.name}"
        for row in table.rows
        for category, cell in zip(table.categories, row.cells, strict=True)
        if cell.value is None
    ]
    if gaps:
        more = f"等{len(gaps)}处" if len(gaps) > _TOLD else ""
        lines.append(f"还空着，图上断开：{'、'.join(gaps[:_TOLD])}{more}。到“指标”里填。")
    if table.left_out:
        lines.append(f"计量单位不同，没有画：{'、'.join(table.left_out)}。")
    return "\n".join(lines)


def _are_years(table: ChartTable) -> bool:
    periods = [cell.asked.period for cell in table.rows[0].cells] if table.rows else []
    return len(periods) > 1 and periods[-2] == periods[-1].last_year()
