"""核对: what is missing or wrong, most serious first; a choice leads to the place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.check.dismissal import dismiss, show_again
from model.check.problem import Problem, Severity
from model.check.registry import Checker
from model.jobs.leaders import roll_today
from model.places.refused import Refused
from ui.dialogs.choice import row_of
from ui.dialogs.difference_list import shortened
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.page import Page
from ui.kit.two_lines import KEY, TwoLineList
from ui.workspace import Workspace

_REFUSED = "refused"


class CheckPage(Page):
    """The findings of the shown text. Enter or a click goes to the place of one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._checker = Checker()
        self._shown: tuple[Problem, ...] | None = None
        self._listed: list[Problem] = []
        self._summary = label(self, wraps=True)
        self._only_errors = QCheckBox("只看必须改的(&O)", self)
        self._list = TwoLineList(self)
        self._list.setAccessibleName("核对出的问题")
        self._list.setMinimumHeight(24 * theme.unit(self))
        self._nothing = label(self, "没有必须改的了。", "secondary")
        self._go = QPushButton("去改(&G)", self)
        self._go.setProperty("role", "primary")
        self._dismiss = QPushButton("不再提示(&D)", self)
        self._again = QPushButton("恢复忽略过的(&R)", self)
        self._lay_out()
        self._list.itemActivated.connect(self._go_to)
        self._list.itemClicked.connect(self._go_to)
        self._list.currentItemChanged.connect(lambda *_: self._allow())
        self._go.clicked.connect(lambda: self._go_to(self._list.currentItem()))
        self._dismiss.clicked.connect(self._dismiss_current)
        self._again.clicked.connect(self._show_again)
        self._only_errors.toggled.connect(lambda *_: self._fill())
        workspace.typed_changed.connect(self._typed_changed)

    def refresh(self) -> None:
        project = self.workspace.project
        roll = roll_today(project.organization.name)
        refused = map(_problem, self.workspace.session.refused)
        found = (*refused, *self._checker.problems(project, self.workspace.report, roll))
        if found != self._shown:
            self._shown = found
            self._fill()
        self._again.setVisible(bool(self.workspace.project.dismissed))

    def _typed_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What was refused is no new root: it is looked up whenever the page is seen."""
        super().showEvent(event)
        self.refresh()

    def focus_place(self, place: str) -> bool:
        """The page has no editors; the list takes the focus for its own problems."""
        for row in range(self._list.count()):
            if self._list.item(row).data(KEY) == place:
                self._list.setCurrentRow(row)
                self._list.setFocus()
                return True
        return False

    def _fill(self) -> None:
        """The list anew, staying at the row where the clerk was."""
        row = self._list.currentRow()
        found = self._shown or ()
        shown = [
            one
            for one in found
            if one.severity is Severity.ERROR or not self._only_errors.isChecked()
        ]
        self._listed = shown
        self._list.clear()
        for one in shown:
            remark = f"{one.severity.label}：{one.fix}"
            item = self._list.add(one.message, remark, one.place)
            self._list.set_remark(item, remark, wrong=one.severity is Severity.ERROR)
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        for widget in (self._list, self._go, self._dismiss, self._only_errors):
            widget.setVisible(bool(found))
        self._nothing.setVisible(bool(found) and not shown)
        self._summary.setText(_summary(found))
        self._allow()

    def _allow(self) -> None:
        problem = self._current()
        self._go.setEnabled(problem is not None and bool(problem.place))
        may_go = problem is not None and problem.severity is not Severity.ERROR
        self._dismiss.setEnabled(may_go)

    def _current(self) -> Problem | None:
        row = self._list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            self.moved.emit(item.data(KEY))

    def _dismiss_current(self) -> None:
        problem = self._current()
        if problem is not None:
            self.workspace.do("不再提示一处问题", lambda project: dismiss(project, problem))

    def _show_again(self) -> None:
        self.workspace.do("恢复忽略过的问题", show_again)

    def _lay_out(self) -> None:
        space = theme.unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        column.setSpacing(space)
        column.addWidget(label(self, "核对", "heading"))
        column.addWidget(self._summary)
        column.addWidget(self._only_errors, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addLayout(row_of((self._go, self._dismiss, self._again), self))
        column.addStretch(0)


def _problem(refused: Refused) -> Problem:
    """What was typed and refused, as one more thing to mend."""
    message = f"“{refused.name}”填的“{shortened(refused.typed)}”没有收下，没有存进材料。"
    return Problem(_REFUSED, Severity.ERROR, refused.place, message, refused.reason)


def _summary(found: tuple[Problem, ...]) -> str:
    """How much is left, in words."""
    if not found:
        return "没有发现问题，可以导出定稿。"
    refused = sum(one.check == _REFUSED for one in found)
    errors = sum(one.severity is Severity.ERROR for one in found) - refused
    warnings = sum(one.severity is Severity.WARNING for one in found)
    infos = len(found) - errors - warnings - refused
    parts = [
        f"填了没有收下的{refused}处" if refused else "",
        f"必须改的{errors}处（空白、待核的内容、写错的引用）" if errors else "",
        f"请留意的{warnings}处" if warnings else "",
        f"供参考的{infos}处" if infos else "",
    ]
    return "，".join(filter(None, parts)) + "。选一条，按回车或点一下就到那里。"
