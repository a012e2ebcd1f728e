"""字段和指标 in the window; and all that the command line arranges, the window arranges too."""

import ast
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.jobs.definitions import Kind
from model.report.tree import find
from model.session import Session
from tests.small_project import small
from ui.dialogs import definitions
from ui.dialogs.definitions import DefinitionsDialog
from ui.workspace import Workspace

ROOT = Path(__file__).resolve().parents[3]
ARRANGING = ("model.arrange", "model.jobs.new_project", "model.jobs.remove_report")


def arranging_functions(*paths: Path) -> set[str]:
    """The functions of `ARRANGING` that some modules call, by module and name."""
    found: set[str] = set()
    for path in paths:
        source = path.read_text("utf-8")
        if not any(room in source for room in ARRANGING):
            continue
        tree = ast.parse(source)
        modules: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(ARRANGING):
                if node.module == "model.arrange":
                    modules |= {one.name: one.name for one in node.names}
                else:
                    module = (node.module or "").rpartition(".")[2]
                    found |= {f"{module}.{one.name}" for one in node.names if one.name.islower()}
        for node in ast.walk(tree):
            of = node.value if isinstance(node, ast.Attribute) else None
            if isinstance(node, ast.Attribute) and isinstance(of, ast.Name) and of.id in modules:
                found |= {f"{of.id}.{node.attr}"} if node.attr.islower() else set()
    return found


def test_what_the_command_line_arranges_the_window_arranges_too() -> None:
    of_commands = arranging_functions(ROOT / "model/cli/arrange.py")
    of_window = arranging_functions(
        *(ROOT / "ui").rglob("*.py"), ROOT / "model/jobs/definitions.py"
    )
    helpers = {"records.added", "records.called", "charts.member"}
    assert len(of_commands) > 20
    assert of_commands - helpers - of_window == set()


def test_fields_are_added_renamed_moved_and_removed(qtbot: QtBot) -> None:
    workspace = Workspace(Session.new(small()))
    dialog = DefinitionsDialog(workspace)
    workspace.setParent(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    fields = dialog.tables[Kind.FIELDS]
    before = fields.table.rowCount()
    QTest.keyClicks(fields.name, "Guests")
    fields.choice.setCurrentText("整数")
    QTest.keyClicks(fields.unit, "P")
    QTest.keyClick(fields.unit, Qt.Key.Key_Return)
    made = workspace.project.fields[-1]
    assert (made.label, made.kind, made.unit) == ("Guests", "integer", "P")
    assert fields.table.currentRow() == before
    fields.table.item(before, 0).setText("来宾人数")
    assert workspace.project.fields[-1].label == "来宾人数"
    fields.table.setFocus()
    QTest.keyClick(fields.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert workspace.project.fields[before - 1].id == made.id
    fields.table.item(before, 0).setText("来宾人数")
    assert "已经有“来宾人数”" in fields.wrong.text()
    assert fields.table.item(before, 0).text() == workspace.project.fields[before].label
    fields.table.setCurrentCell(0, 0)
    QTest.mouseClick(fields.remove, Qt.MouseButton.LeftButton)
    assert "还用在" in fields.wrong.text()
    fields.table.setCurrentCell(before - 1, 0)
    QTest.mouseClick(fields.remove, Qt.MouseButton.LeftButton)
    assert workspace.project.field(made.id) is None
    assert workspace.undo() == "删去字段“来宾人数”"
    assert fields.table.rowCount() == before + 1


def test_an_indicator_of_ones_own_is_defined_and_its_kind_chosen(qtbot: QtBot) -> None:
    workspace = Workspace(Session.new(small()))
    dialog = DefinitionsDialog(workspace)
    workspace.setParent(dialog)
    qtbot.addWidget(dialog)
    table = dialog.tables[Kind.INDICATORS]
    table.name.setText("赶集人数")
    table.unit.setText("人次")
    QTest.mouseClick(table.add, Qt.MouseButton.LeftButton)
    made = table.table.rowCount() - 1
    table.table.item(made, 4).setText("数量")
    own = workspace.project.indicators[-1]
    table.table.setCurrentCell(0, 0)
    assert table.uses.text().startswith("1篇文稿用到")
    wanted: list[str] = []
    dialog.place_wanted.connect(wanted.append)
    table.uses.menu().aboutToShow.emit()
    table.uses.menu().actions()[0].trigger()
    assert find(workspace.project, wanted[0].partition(".")[0]) is not None
    assert (own.name, own.unit, own.measure) == ("赶集人数", "人次", "count")


def test_columns_are_measured_once_however_many_fields_there_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Counting(definitions._Cells):
        def sizeHint(self, option: Any, index: Any) -> QSize:  # noqa: N802 - Qt's name
            asked.append(index.row())
            return super().sizeHint(option, index)

    monkeypatch.setattr(definitions, "_Cells", Counting)
    fields = [
        {"id": f"f{number}", "label": f"名称{number}", "kind": "text"} for number in range(40)
    ]
    workspace = Workspace(Session.new(small(fields=fields)))
    dialog = DefinitionsDialog(workspace)
    workspace.setParent(dialog)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    table = dialog.tables[Kind.FIELDS]
    table.table.setCurrentCell(3, 0)
    asked.clear()
    table.move_by(1)
    assert table._rows[4].id == "f3"
    assert len(asked) < 40 * 5 * 10
