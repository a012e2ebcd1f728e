"""挑选要写的要点 in the window: ticks, lengths and limits, each one undo."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.report.report import LengthLimit
from model.session import Session
from tests.small_project import small
from ui.dialogs.points import PointsDialog
from ui.workspace import Workspace


def test_a_point_is_left_out_and_the_length_follows_it(qtbot: QtBot) -> None:
    workspace = Workspace(Session.new(small()))
    dialog = PointsDialog(workspace)
    workspace.setParent(dialog)
    qtbot.addWidget(dialog)
    part = next(
        item
        for item in map(dialog.tree.topLevelItem, range(dialog.tree.topLevelItemCount()))
        if item.childCount() > 1
    )
    before, told = part.text(1), dialog.length.text()
    part.child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert part.text(1) != before
    assert dialog.length.text() != told
    did = workspace.undo()
    assert did is not None
    assert did.startswith("不写“")
    assert (part.text(1), dialog.length.text()) == (before, told)
    assert part.child(0).checkState(0) is Qt.CheckState.Checked
    dialog.minutes.setValue(1)
    dialog.minutes.editingFinished.emit()
    assert workspace.report.length is not None
    assert workspace.report.length.minutes == 1
    assert "限定1分钟" in dialog.length.text()
    dialog.spoken.setValue(2)
    dialog.spoken.editingFinished.emit()
    pace = workspace.report.length.pace
    assert pace is not None
    assert f"每分钟{pace}字" in dialog.length.text()
    assert (dialog.pace.value(), dialog.spoken.value()) == (pace, 0)
    dialog.minutes.setValue(0)
    dialog.minutes.editingFinished.emit()
    assert workspace.report.length == LengthLimit(pace=pace)
