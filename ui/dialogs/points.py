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

from model.jobs.brief import PartPoints, length_said, pace_spoken, points_of, say
from model.report.report import PACE
from ui.kit import theme
from ui.kit.dialog_body import scrolled
from ui.kit.flow import FlowArea
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
        self.tree.setHeaderLabels(["要点", "字数", "读出来约"])
        self.length = label(self, wraps=True)
        self.characters = self._limit("字数不超过", " 字")
        self.minutes = self._limit("讲话不超过", " 分钟")
        self.pace = self._limit("讲话人每分钟讲", " 字", f"{PACE} 字（没有量过）")
        self.spoken = self._limit("实际讲了", " 分钟", "填了就算出语速")
        self._lay_out()
        self.refresh()
        self.tree.itemChanged.connect(self._ticked)
        for place, box in self._limits():
            box.editingFinished.connect(lambda place=place, box=box: self._limited(place, box))
        self.spoken.editingFinished.connect(self._measured)
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
            item.setText(1, f"{part.length.characters:,}")
            item.setText(2, part.length.time)
            for number, point in enumerate(part.points):
                child = item.child(number)
                child.setText(0, point.words or "（还没有写）")
                ticked = Qt.CheckState.Checked if point.is_said else Qt.CheckState.Unchecked
                child.setCheckState(0, ticked)
        self.tree.blockSignals(was_blocked)
        self.length.setText(length_said(report, document))
        for place, box in self._limits():
            if not box.hasFocus():
                box.setValue((report.length and getattr(report.length, place)) or 0)

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

    def _measured(self) -> None:
        """The speaker took so many minutes: the pace follows, and is kept for the next time."""
        if minutes := self.spoken.value():
            now = self._workspace
            pace = pace_spoken(now.report, now.document(), minutes)
            self.spoken.setValue(0)
            now.set(f"{now.report.id}.pace", str(pace))

    def _limits(self) -> tuple[tuple[str, QSpinBox], ...]:
        return ("characters", self.characters), ("minutes", self.minutes), ("pace", self.pace)

    def _limit(self, name: str, unit: str, none: str = "不限") -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(0, _MOST)
        box.setSpecialValueText(none)
        box.setSuffix(unit)
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        limits = FlowArea(2 * unit, self)
        for box in (self.characters, self.minutes, self.pace, self.spoken):
            limits.add(_named(box))
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addWidget(self.tree, 1)
        column.addWidget(limits)
        column.addWidget(self.length)
        ends = QDialogButtonBox(self)
        ends.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        ends.rejected.connect(self.reject)
        scrolled(self, body, [ends], QSize(unit * 96, unit * 78))


def _named(box: QSpinBox) -> QWidget:
    """A box behind its name."""
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(label(pair, box.accessibleName()))
    line.addWidget(box)
    return pair


def _ids(part: PartPoints) -> tuple[str, ...]:
    return (part.id, *(point.id for point in part.points))
