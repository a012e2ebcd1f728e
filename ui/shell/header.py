"""The bar over the wizard: which project and text this is, whether it is saved, what is at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import label
from ui.kit.qt import layout_of
from ui.shell.text_tabs import TextTabs
from ui.workspace import Workspace

_REFITTING = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)


class Header(QFrame):
    """Place, period, kind and saved state; the tabs of the texts where there are several.

    `check_wanted` tells that the clerk wants to see what was not taken, or is to be done,
    `ledger_wanted` that she wants to see which tasks are due.
    """

    check_wanted = Signal()
    ledger_wanted = Signal()

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = label(self, role="subheading", wraps=True)
        self._kind = label(self, role="secondary")
        self._saved = label(self, role="secondary")
        self._refused = QPushButton(self)
        self._refused.setProperty("role", "alarm")
        self._refused.setToolTip("填了、没有收下的内容。点这里看是哪些")
        self._remarks = QPushButton(self)
        self._remarks.setProperty("role", "inline")
        self._remarks.setToolTip("改稿里的批注，列在核对里。点这里看是哪些，办完了在那里勾掉")
        for button in (self._refused, self._remarks):
            button.clicked.connect(self.check_wanted)
            button.hide()
        self._redpen = label(self, role="secondary")
        self._redpen.hide()
        self._due = QPushButton(self)
        self._due.setProperty("role", "inline")
        self._due.setToolTip("台账里到期和快到期的任务。点这里看是哪些")
        self._due.clicked.connect(self.ledger_wanted)
        self._due.hide()
        self.texts = TextTabs(self)
        self.add_text = QPushButton("＋ 增加文稿", self)
        self.add_text.setProperty("role", "inline")
        self.add_text.setToolTip("用同一套数字再写一份：选一种模板")
        self._lay_out(actions)

    def show_project(self, workspace: Workspace, saved: str) -> None:
        """Show the project as it is now; `saved` says when it was saved, or that it is not."""
        project, report = workspace.project, workspace.report
        self._title.setText(f"{project.organization.name} · {project.period.label_with_year}")
        self._kind.setText(report.name)
        self._saved.setText(saved)
        count = len(workspace.session.refused)
        self._refused.setText(f"有{count}处没有收下")
        self._refused.setVisible(count > 0)
        to_do = sum(not remark.done for remark in report.remarks)
        self._remarks.setText(f"批注：还有{to_do}处没有办")
        self._remarks.setVisible(to_do > 0)
        self.texts.show_texts(project.reports, report.id)
        self._kind.setVisible(len(project.reports) == 1)

    def show_redpen(self, title: str, left: int) -> None:
        """Say how many changes of another's file are not decided; −1: none is open."""
        told = f"还有{left}处没有定" if left else "都定了，点“完成”收下"
        self._redpen.setText(f"{title}：{told}")
        self._redpen.setVisible(left >= 0)

    def show_due(self, due: str) -> None:
        """Say how many tasks of the ledger are due; '' for none."""
        self._due.setText(f"台账：{due}")
        self._due.setVisible(bool(due))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _REFITTING:
            self._fit()
        return done

    def _fit(self) -> None:
        """As high as its words need at this width, and no higher."""
        layout = layout_of(self)
        if layout is not None and self.isVisible() and self.width() > 0:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _lay_out(self, actions: Sequence[QAction]) -> None:
        unit = theme.unit(self)
        below = Flow(gap=unit * 2, below=unit // 2)
        told = (self._saved, self._redpen, self._due, self._remarks, self._refused)
        for widget in (self._kind, self.add_text, *told):
            below.addWidget(widget)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addLayout(below)
        row = QHBoxLayout()
        row.setContentsMargins(unit * 2, unit, unit * 2, unit)
        row.setSpacing(unit)
        row.addLayout(texts, 1)
        for action in actions:
            row.addWidget(_button(action))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.texts)


def _button(action: QAction) -> QToolButton:
    """A button that does what the action does, with its words but without the access key."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText())
    if action.objectName() == "export":
        button.setProperty("role", "primary")
    return button
