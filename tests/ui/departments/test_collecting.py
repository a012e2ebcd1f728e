"""请部门报数 in the window: suppliers set, forms out, forms back, numbers in, by the keyboard."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.jobs.free_returns import Said
from model.report.departments import Way
from model.report.project import Project
from model.session import Session
from tests.forms.sent import FINANCE, PLANNING, carried, filled, write
from tests.ui.shell_window import window
from ui.departments.ask_dialog import AskDialog
from ui.departments.departments_dialog import DepartmentsDialog
from ui.departments.free_dialog import FreeDialog
from ui.departments.returns_dialog import ReturnsDialog
from ui.pages.basics_head import BasicsHead
from ui.shell.main_window import MainWindow
from ui.shell.step_list import spoken
from ui.workspace import Workspace

TAX, SPENT = "一般公共预算收入", "一般公共预算支出"


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window with a project that departments owe numbers and texts."""
    path = tmp_path / "汇报.xugao"
    session = Session.new(carried(), path)
    session.save()
    session.close()
    made = window()
    assert made.open_file(path)
    return made


def workspace_of(main: MainWindow) -> Workspace:
    workspace = main.filing.workspace
    assert workspace is not None
    return workspace


def test_returned_files_become_numbers_of_the_project(
    qtbot: QtBot, main: MainWindow, tmp_path: Path
) -> None:
    workspace = workspace_of(main)
    files = tmp_path / "财政局.xlsx", tmp_path / "财政局2.xlsx", tmp_path / "旧.xls"
    files[0].write_bytes(filled(FINANCE, write(TAX, {"本期数": 9.87, "同比": 4.2})))
    files[1].write_bytes(filled(FINANCE, write(TAX, {"本期数": 9.78}), person="赵强"))
    files[2].write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    main.collecting.ask_files = lambda *_: files
    main.commands["returns"].trigger()
    dialog = main.collecting.returns
    assert isinstance(dialog, ReturnsDialog)
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    assert dialog.told.text() == "收到2份表，共3处。还有3处没有定。"
    assert "另存为 .xlsx" in dialog.refused.text()
    rows = [(row.choice.label, row.state.label) for row in dialog.model.rows]
    assert rows == [(TAX, "两份报的不同")] * 2 + [(f"{TAX} 同比", "可采用")]
    dialog.view.setFocus()
    dialog.view.selectRow(1)
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert [dialog.model.state_of(row) for row in dialog.model.rows] == ["不收", "接受", "没有定"]
    dialog.take_all()
    before = workspace.project
    dialog.apply()
    given = [one for one in workspace.project.observations if one.given]
    assert [(str(one.value), one.given.person) for one in given if one.given] == [
        ("4.2", "李敏"), ("9.78", "赵强"),
    ]  # fmt: skip
    assert dialog.told.text().startswith("已收下2处。还差18个部门。")
    assert main.wizard is not None
    steps = main.wizard.step_list
    qtbot.waitUntil(lambda: "还差18个部门" in spoken(steps.steps[0]))
    head = BasicsHead(workspace)
    qtbot.addWidget(head)
    head.refresh()
    qtbot.waitUntil(lambda: "财政局（还差6项）" in head.departments.text())
    assert workspace.undo() == "收部门报来的2处"
    assert workspace.project is before
    dialog.read_free("前三季度，民生支出完成26亿元。", Said(FINANCE, Way.PHONE, "张三"))
    assert ("民生支出 本期数", "26") in [
        (row.choice.label, row.choice.theirs) for row in dialog.model.rows
    ]
    dialog.reject()
    assert main.collecting.returns is None


def test_a_file_that_is_no_form_is_refused_in_words_of_the_window_or_has_a_sender(
    qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "来稿.txt"
    letter.write_text("前三季度，民生支出完成26.5亿元。", encoding="utf-8")
    workspace = Workspace(Session.new(carried()))
    dialog = ReturnsDialog(workspace, tmp_path)
    asked = FreeDialog(workspace.project, tmp_path, ask_files=lambda *_: (letter,))
    for made in (dialog, asked):
        qtbot.addWidget(made)
    dialog.read([letter])
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    assert dialog.told.text() == "没有收到能认的表。"
    assert "收来稿" in dialog.refused.text()
    assert "--" not in dialog.refused.text()
    asked.accept()
    assert asked.wrong.text() == "请写明是哪个单位报的。"
    asked.choose()
    asked.department.setEditText(FINANCE)
    asked.person.setText("张三")
    dialog.read_free(asked.text, asked.said, asked.path)
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    (row,) = [row for row in dialog.model.rows if row.choice.theirs == "26.5"]
    assert (row.file.name, row.choice.who, row.department) == ("来稿.txt", "张三", FINANCE)
    assert dialog.refused.isHidden()


def test_suppliers_and_names_are_edited_and_forms_go_out(
    qtbot: QtBot, main: MainWindow, tmp_path: Path
) -> None:
    workspace = workspace_of(main)
    main.commands["departments"].trigger()
    dialog = main.collecting.departments
    assert isinstance(dialog, DepartmentsDialog)
    dialog.give()
    assert dialog.wrong.text().startswith("先选中")
    dialog.search.setText(TAX)
    dialog.view.selectRow(0)
    dialog.who.setEditText("税务局")
    line = dialog.who.lineEdit()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert supplier(workspace.project, TAX) == "税务局"
    dialog.collect()
    names = [dialog.names.item(row, 0).text() for row in range(dialog.names.rowCount())]
    assert "税务局" in names
    dialog.names.item(names.index("税务局"), 0).setText("县税务局")
    assert supplier(workspace.project, TAX) == "县税务局"
    dialog.names.item(names.index("县税务局") if "县税务局" in names else 0, 0).setText("财政局")
    assert "只能指一个单位" in dialog.wrong.text()

    ask = AskDialog(workspace, main)
    qtbot.addWidget(ask)
    ask.folder.setText(str(tmp_path / "报数表"))
    ask.due.setText("下周")
    ask.accept()
    assert "看不懂日期" in ask.wrong.text()
    for item in ask._items():
        wanted = item.data(Qt.ItemDataRole.UserRole) in (PLANNING, "县税务局")
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    ask.due.setText("2026年10月12日")
    ask.accept()
    made = sorted(path.name for path in (tmp_path / "报数表").iterdir())
    assert made == ["县税务局_2026年前三季度_报数表.xlsx", "发改局_2026年前三季度_报数表.docx"]
    sent = next(one for one in workspace.project.forms if one.department == "县税务局")
    assert str(sent.due) == "2026-10-12"
    main.collecting.ask_file = lambda *_: tmp_path / "催报单.xlsx"
    main.commands["pressing"].trigger()
    assert load_workbook(tmp_path / "催报单.xlsx").active["B3"].value


def supplier(project: Project, name: str) -> str:
    return next(one.supplier for one in project.indicators if one.name == name)
