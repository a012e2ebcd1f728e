"""The head of 基本情况: which kind of text, for which period, and how the period is changed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from model.forms.missing import answering, said_of_each
from model.jobs.change_period import at_period, is_untouched
from model.report.project import Project
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.period_picker import PeriodPicker
from ui.workspace import Workspace

_FIXED = (
    "这份材料已经写了内容，报告期不能再改。要写下一期，请用“接着上期写”："
    "上期的数和文字会一起带过去。"
)
_AFTER_TYPING_MS = 400
_FREE = "还没有填内容，报告期可以改。"


class BasicsHead(QWidget):
    """The kind as text; the period as a choice while nothing is written, else as text."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: Project | None = None
        self.kind = label(self, wraps=True)
        self.period = label(self, wraps=True)
        self.picker = PeriodPicker(workspace.project.period, self)
        self.note = label(self, role="secondary", wraps=True)
        self.departments = label(self, role="secondary", wraps=True)
        self.picker.changed.connect(self._picked)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self._show_departments)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.unit(self))
        for line, words in enumerate(("文稿", "报告期")):
            grid.addWidget(label(self, words), line, 0)
        grid.addWidget(self.kind, 0, 1)
        grid.addWidget(self.period, 1, 1)
        grid.addWidget(self.picker, 1, 1)
        grid.addWidget(self.note, 2, 1)
        grid.addWidget(self.departments, 3, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        character = self.fontMetrics().horizontalAdvance("国")
        self._grid.setColumnMinimumWidth(0, min(10 * character, self.width() // 4))

    def refresh(self) -> None:
        """Show kind and period as they are now."""
        project = self._workspace.project
        if project is self._shown:
            return
        self._shown = project
        self.departments.setVisible(bool(project.forms))
        if project.forms:
            self._soon.start()
        self.kind.setText(self._workspace.report.name)
        self.period.setText(project.period.label_with_year)
        free = is_untouched(project)
        self.picker.setVisible(free)
        self.period.setVisible(not free)
        self.note.setText(_FREE if free else _FIXED)
        if self.picker.period != project.period:
            was_blocked = self.picker.blockSignals(True)
            self.picker.set_period(project.period)
            self.picker.blockSignals(was_blocked)

    def _show_departments(self) -> None:
        """Say which departments have not answered yet."""
        workspace = self._workspace
        self.departments.setText(
            said_of_each(answering(workspace.project, workspace.session.today))
        )

    def _picked(self) -> None:
        period = self.picker.period
        if period != self._workspace.project.period and is_untouched(self._workspace.project):
            self._workspace.do("改报告期", lambda project: at_period(project, period))
