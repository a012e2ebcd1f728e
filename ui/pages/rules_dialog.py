"""规则: which rules of 核对 look at this project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.check.dismissal import switch_rules
from model.check.problem import Severity
from model.check.registry import FAMILIES, RULES
from model.check.rule import Rule
from ui.kit import theme
from ui.kit.labels import label
from ui.workspace import Workspace

_KEY = Qt.ItemDataRole.UserRole


class RulesDialog(QDialog):
    """A tick for each rule, by families; what must be mended cannot be switched off."""

    def __init__(self, workspace: Workspace, current: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对的规则")
        self._workspace = workspace
        about = "打勾的规则核对这份材料；去掉勾就不再提示。灰色的是必须改的，不能关。"
        self._about = label(self, about, wraps=True)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("核对的规则")
        self.tree.setHeaderHidden(True)
        self._reason = label(self, role="secondary", wraps=True)
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._buttons = QDialogButtonBox(self)
        keep = self._buttons.addButton("确定(&Y)", QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        theme.polish(keep)
        self._buttons.addButton("取消(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self.tree.currentItemChanged.connect(lambda item, _: self._explain(item))
        self._buttons.accepted.connect(self.keep)
        self._buttons.rejected.connect(self.reject)
        self._fill(current)

    def items(self) -> dict[str, QTreeWidgetItem]:
        """The entries of the rules, by key."""
        families = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        rows = [family.child(at) for family in families for at in range(family.childCount())]
        return {row.data(0, _KEY): row for row in rows}

    def keep(self) -> None:
        """Switch the rules as they are ticked, in one step of undo."""
        off = [
            key
            for key, item in self.items().items()
            if item.checkState(0) is Qt.CheckState.Unchecked
        ]
        refused = self._workspace.do("关、开核对的规则", lambda project: switch_rules(project, off))
        self._wrong.setText(refused or "")
        self._wrong.setVisible(bool(refused))
        if refused is None:
            self.accept()

    def _fill(self, current: str) -> None:
        off = self._workspace.project.rules_off
        for family in FAMILIES:
            head = QTreeWidgetItem(self.tree, [family.title])
            for rule in family.rules:
                row = QTreeWidgetItem(head, [rule.title])
                row.setData(0, _KEY, rule.key)
                is_on = rule.key not in off
                row.setCheckState(0, Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
                if rule.severity is Severity.ERROR:
                    row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                    row.setForeground(0, QColor(theme.colors().secondary))
        self.tree.expandAll()
        rows = self.items()
        self.tree.setCurrentItem(rows.get(current) or next(iter(rows.values())))

    def _explain(self, item: QTreeWidgetItem | None) -> None:
        rule = RULES.get(item.data(0, _KEY) or "") if item is not None else None
        self._reason.setText(explained(rule) if rule is not None else "")

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self._about)
        column.addWidget(self.tree, 1)
        column.addWidget(self._reason)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        room = self.screen().availableSize()
        self.resize(min(unit * 60, room.width() - 40), min(unit * 60, room.height() - 80))


def explained(rule: Rule) -> str:
    """Why a rule speaks, what it stands on, and when it is silent."""
    silent = f"不提示：{rule.silent}。" if rule.silent else ""
    return f"{rule.title}：{rule.reason}。依据：{rule.source}。{silent}"
