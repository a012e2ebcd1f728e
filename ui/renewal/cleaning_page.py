"""从旧稿开始, between choosing the file and looking at what was recognized: what could be cleaned.

Nothing is ticked at first; each entry shows its places before and after.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.cleaning.registry import Proposal
from model.jobs.cleaning import Opened, before_and_after, proposals_of
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.tick_list import add_tick, tick_all, tick_list
from ui.renewal.text_reader import side_by_side, text_reader

_ABOUT = (
    "旧稿里有下面这些，像是网页、PDF 带来的。勾上的才整理，一项也不勾就照原文；原来的文件不动。"
    "选中一项，下面看整理前后各是什么样子。"
)
_SEVERAL = "这个文件里有{}份文稿，请选读哪一份。"
_NOTHING = "这一份没有看到要整理的。"


class CleaningPage(QWidget):
    """`as_written` tells that the clerk wants the text as it is."""

    as_written = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self._about = label(self, role="secondary", wraps=True)
        self._which = label(self, "读哪一份(&D)")
        self.report = QComboBox(self)
        self._which.setBuddy(self.report)
        self.items = tick_list("可以整理的", self)
        self.before = text_reader(self, "整理以前")
        self.after = text_reader(self, "整理以后")
        self.all = QPushButton("全部勾上(&A)", self)
        self.none = QPushButton("不整理，照原文(&Y)", self)
        for button in (self.all, self.none):
            button.setAutoDefault(False)
        self._lay_out()
        self.report.currentIndexChanged.connect(self._fill)
        self.items.currentRowChanged.connect(self._show_places)
        self.all.clicked.connect(lambda: tick_all(self.items, Qt.CheckState.Checked))
        self.none.clicked.connect(self._leave_as_written)

    def begin(self, opened: Opened) -> None:
        """Show what can be chosen for a manuscript; nothing is ticked."""
        self._opened = opened
        self.report.blockSignals(True)
        self.report.clear()
        self.report.addItem("全部，当作一份")
        self.report.addItems([report.title for report in opened.reports])
        self.report.blockSignals(False)
        for widget in (self._which, self.report):
            widget.setVisible(bool(opened.reports))
        self._fill()

    def choice(self) -> tuple[Opened, int | None, set[str]]:
        """What to read: the manuscript, which report of it, and the names that are ticked."""
        assert self._opened is not None
        names = {
            proposal.cleaning.name
            for row, proposal in enumerate(self._proposals)
            if self.items.item(row).checkState() is Qt.CheckState.Checked
        }
        return self._opened, self._number, names

    @property
    def _number(self) -> int | None:
        """The chosen report, from 0; None for the whole file."""
        at = self.report.currentIndex()
        return at - 1 if at > 0 else None

    def _fill(self) -> None:
        if self._opened is None:
            return
        self._proposals = proposals_of(self._opened, self._number)
        self.items.clear()
        for proposal in self._proposals:
            said = proposal.cleaning
            words = f"{said.title}　{len(proposal.changes)}处\n{said.about}"
            add_tick(self.items, words, Qt.CheckState.Unchecked)
        several = len(self._opened.reports)
        told = _SEVERAL.format(several) if several else ""
        self._about.setText(told + (_ABOUT if self._proposals else _NOTHING))
        self.all.setEnabled(bool(self._proposals))
        self.items.setCurrentRow(0)

    def _show_places(self) -> None:
        row = self.items.currentRow()
        before, after = ("", "")
        if 0 <= row < len(self._proposals):
            before, after = before_and_after(self._proposals[row])
        self.before.setPlainText(before)
        self.after.setPlainText(after)

    def _leave_as_written(self) -> None:
        tick_all(self.items, Qt.CheckState.Unchecked)
        self.as_written.emit()

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        top = QHBoxLayout()
        top.addWidget(self._which)
        top.addWidget(self.report, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all)
        buttons.addWidget(self.none)
        buttons.addStretch(1)
        below = side_by_side(self, ("整理以前(&V)", self.before), ("整理以后(&R)", self.after))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(self._about)
        column.addLayout(top)
        column.addWidget(self.items, 3)
        column.addLayout(buttons)
        column.addLayout(below, 3)
