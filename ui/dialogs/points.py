"""挑选要写的要点: every point of a text to tick, with the length of each part and of the whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.jobs.brief import PartPoints, length_said, points_of, say
from ui.kit import theme
from ui.kit.dialog_body import scrolled
from ui.kit.labels import label
from ui.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole
_ABOUT = "去掉勾的不写进这份文稿，内容留着，勾上又写；数字都跟着指标和字段。每一步都能撤销。"
_MOST = 100_000


class PointsDialog(QDialog):
    """The points of the text that is shown; every tick is an edit of its own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[PartPoints, ...] = ()
        self.setWindowTitle(f"挑选要写的要点：{workspace.report.name}")
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("要点")
        self.tree.setProperty("role", "ticks")
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["要点", "字数"])
        self.length = label(self, wraps=True)
        self.characters = self._limit("字数不超过", " 字")
        self.minutes = self._limit("讲话不超过", " 分钟")
        self._lay_out()
        self.refresh()
        self.tree.itemChanged.connect(self._ticked)
        for place, box in (("characters", self.characters), ("minutes", self.minutes)):
            box.editingFinished.connect(lambda place=place, box=box: self._limited(place, box))
        workspace.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the text as it is now; where the same points stand only their ticks change."""
        now = self._workspace
        document, report = now.document(), now.report
        found = points_of(now.project, report, document)
        was_blocked = self.tree.blockSignals(True)
        if [_ids(part) for part in found] != [_ids(part) for part in self._shown]:
            self._fill(found)
        self._shown = found
        for at, part in enumerate(found):
            item = self.tree.topLevelItem(at)
            item.setText(0, part.title)
            item.setText(1, f"{part.characters:,}")
            for number, point in enumerate(part.points):
                child = item.child(number)
                child.setText(0, point.words or "（还没有写）")
                ticked = Qt.CheckState.Checked if point.is_said else Qt.CheckState.Unchecked
                child.setCheckState(0, ticked)
        self.tree.blockSignals(was_blocked)
        self.length.setText(length_said(report, document))
        limit = report.length
        for box, value in (
            (self.characters, limit.characters if limit else None),
            (self.minutes, limit.minutes if limit else None),
        ):
            if not box.hasFocus():
                box.setValue(value or 0)

    def _fill(self, found: tuple[PartPoints, ...]) -> None:
        self.tree.clear()
        for part in found:
            item = QTreeWidgetItem(self.tree)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for point in part.points:
                child = QTreeWidgetItem(item)
                child.setData(0, _ID, point.id)
        self.tree.expandAll()

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        id_ = item.data(0, _ID)
        if column != 0 or not id_:
            return
        is_said = item.checkState(0) is Qt.CheckState.Checked
        did = f"{'写' if is_said else '不写'}“{item.text(0)[:10]}”"
        self._workspace.do(did, lambda project: say(project, {id_}, is_said))

    def _limited(self, place: str, box: QSpinBox) -> None:
        report = self._workspace.report
        now = getattr(report.length, place) if report.length else None
        if (now or 0) != box.value():
            typed = str(box.value()) if box.value() else ""
            self._workspace.set(f"{report.id}.{place}", typed)

    def _limit(self, name: str, unit: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(0, _MOST)
        box.setSpecialValueText("不限")
        box.setSuffix(unit)
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        limits = QHBoxLayout()
        for words, box in (("字数不超过", self.characters), ("讲话不超过", self.minutes)):
            limits.addWidget(label(self, words))
            limits.addWidget(box)
        limits.addStretch(1)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addWidget(self.tree, 1)
        column.addLayout(limits)
        column.addWidget(self.length)
        ends = QDialogButtonBox(self)
        ends.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        ends.rejected.connect(self.reject)
        scrolled(self, body, [ends], QSize(unit * 96, unit * 78))


def _ids(part: PartPoints) -> tuple[str, ...]:
    return (part.id, *(point.id for point in part.points))
