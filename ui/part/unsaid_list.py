"""上期说到、本期还没说的 of a part, folded below its content: each with what was told, and 插入."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from model.jobs.unsaid import Kind, Unsaid, unsaid, with_said
from model.report.item import Item
from model.report.record import Record
from model.report.tree import find
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.qt import laid_out_once
from ui.part.context import Context
from ui.part.widgets import Fold, button

_KEY = ".unsaid"
_MOST = 40
_WORDS = 40


class UnsaidList(QWidget):
    """Nothing is seen where all is said; rows are made only while it is open."""

    def __init__(self, context: Context, part_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._part_id = context, part_id
        self._found: tuple[Unsaid, ...] = ()
        self.fold = Fold(self, self._open)
        self._body: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self))
        column.addWidget(self.fold)
        self.hide()

    def show_part(self, part: Record) -> None:
        """Show what the part does not say yet."""
        found = unsaid(self._context.project, part)
        if found == self._found:
            return
        self._found = found
        with laid_out_once(self):
            self._show_open(self._is_open)
        self.setVisible(bool(found))

    @property
    def _is_open(self) -> bool:
        return self._context.is_open(_KEY, False)

    def _show_open(self, is_open: bool) -> None:
        period = self._context.project.text_period or self._context.project.before
        words = f"上期（{period.label}）说到、本期还没说的 {len(self._found)}"
        self.fold.show_words(words, is_open)
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if is_open and self._found:
            self._body = self._made()
            self.layout().addWidget(self._body)
            self._body.show()

    def _open(self, is_open: bool) -> None:
        self._context.set_open(_KEY, is_open)
        with laid_out_once(self):
            self._show_open(is_open)

    def _made(self) -> QWidget:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.unit(self))
        grid.setVerticalSpacing(theme.unit(self) // 2)
        grid.setColumnStretch(0, 1)
        for row, found in enumerate(self._found[:_MOST]):
            last = found.last if len(found.last) <= _WORDS else f"{found.last[:_WORDS]}…"
            words = label(body, wraps=True)
            words.setText(f"{found.kind.label}　{found.name}　上期：{last}")
            tip = _TIPS[found.kind].format(found.name)
            grid.addWidget(words, row, 0)
            grid.addWidget(button("插入", tip, body, partial(self._insert, found)), row, 1)
        if len(self._found) > _MOST:
            more = label(body, role="secondary", wraps=True)
            more.setText(f"还有{len(self._found) - _MOST}项，写了前面的再看。")
            grid.addWidget(more, _MOST, 0, 1, 2)
        return body

    def _insert(self, found: Unsaid) -> None:
        """One click: it stands in its point, the cursor behind it; one step of undo."""
        context = self._context
        did = f"插入上期说到的{found.name}"
        if context.do(did, lambda project: with_said(project, found)) is None:
            return
        part = find(context.project, self._part_id)
        if isinstance(part, Record):
            self.show_part(part)
        item = find(context.project, found.item)
        at = len(item.text) if isinstance(item, Item) else 0
        context.wanted.emit(f"{found.item}.text@{at}")


_TIPS = {
    Kind.INDICATOR: "插入：把“{}”本期的说法写进上期说它的那一条，数跟指标走",
    Kind.POINT: "插入：把“{}”这一条上期的文字取回来，标作待核",
}
