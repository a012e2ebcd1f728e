"""A carried report in the whole window: Shift+F8 comes to every place, every count is the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from model.jobs.steps import StepKind
from model.places.inventory import is_left, places_of
from model.places.place import Place
from model.renewal.next_period import carry
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    IndicatorsBlock,
    IndicatorUse,
    OutlookBlock,
    OutlookGroup,
    Section,
    TableBlock,
    Task,
    TasksBlock,
)
from model.report.tree import walk
from model.session import Session
from model.storage.left_off import Spot
from model.values.state import State
from tests.check.clean import clean
from tests.small_project import full, put
from tests.ui.shell_window import Answers, settle
from ui.forms.editors.prose import ProseEditor
from ui.kit.qt import above
from ui.shell.main_window import MainWindow
from ui.shell.wizard import Wizard
from ui.workspace import Workspace

KEYS = ("plenary-speech", "key-work-report")
DATED = {
    Report: {"title": "云岭县2026年上半年工作报告"},
    Section: {"heading": "2026年上半年完成投资3.5亿元"},
    IndicatorsBlock: {"opening": "上半年，5项指标增长，", "closing": "，比上年多2项。"},
    IndicatorUse: {"opening": "截至6月末，", "name": "1—6月总值"},
    TableBlock: {"caption": "2026年上半年重点项目表"},
    TasksBlock: {"opening": "下半年抓好3件事："},
    OutlookBlock: {"opening": "从上半年看，"},
    OutlookGroup: {"text": "上半年提前实现{count}项，"},
    Task: {"deadline": "9月底前", "quantity": "30"},
}
INSIDE = re.compile(r"\.(figures|blanks)\.\d+$")


def carried_on(key: str) -> Project:
    """An example with a time or figure in one text of every kind, carried on."""
    project = carry(put(full(key), *typed(full(key).reports[0])))
    tasks = [record for record in walk(project.reports[0]) if isinstance(record, Task)]
    if not tasks:
        return project
    same = [(f"{tasks[0].id}.{path}", text) for path, text in DATED[Task].items()]
    project = put(project, *same)
    return put(project, *((f"{place}.checked", "否") for place, _ in same))


def typed(report: Report) -> Iterator[tuple[str, str]]:
    """Texts for the first record of each kind."""
    known: set[type[Record]] = set()
    for record in (report, *walk(report)):
        kind = type(record)
        is_empty = isinstance(record, OutlookGroup) and not record.use
        if kind in DATED and kind not in known and not is_empty:
            known.add(kind)
            id_ = getattr(record, "id", "")
            yield from ((f"{id_}.{path}", text) for path, text in DATED[kind].items())


@pytest.fixture(params=KEYS)
def main(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    path = tmp_path / "a.json"
    session = Session.new(carried_on(request.param))
    session.save_as(path)
    session.close()
    window = MainWindow(Answers())
    window.desk.left_off = window.desk.left_off.with_spot(
        Spot(file=str(path))
    )  # no proposals are opened over it
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.open_file(path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def wizard_of(window: MainWindow) -> Wizard:
    assert window.wizard is not None
    return window.wizard


def left_in(workspace: Workspace) -> dict[str, Place]:
    """What is to fill or to look at, worked out from nothing."""
    found = places_of(workspace.project, workspace.report)
    return {place.place: place for place in found if is_left(place)}


def keyboard() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def marked() -> str:
    """What is marked in the editor that has the focus."""
    editor = above(keyboard(), ProseEditor)
    return editor.area.textCursor().selectedText() if editor is not None else ""


def test_shift_f8_comes_to_every_place_and_puts_the_focus_there(main: MainWindow) -> None:
    wizard = wizard_of(main)
    left = left_in(wizard.workspace)
    focused: list[str] = []
    wizard.pages.place_focused.connect(focused.append)
    visited: list[str] = []
    lost: list[str] = []
    while len(visited) < len(left):
        QTest.keyClick(keyboard(), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        place = wizard._place or ""
        visited.append(place)
        text = INSIDE.sub("", place)
        whole = (text, f"{text}.text") if text != place else ()
        is_there = bool(focused) and focused[-1] == place
        if not is_there and not (focused and focused[-1] in whole and marked()):
            lost.append(place)
    assert lost == []
    assert set(visited) == set(left)
    QTest.keyClick(keyboard(), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert wizard._place == visited[0]


def test_every_kind_of_text_is_among_the_places(main: MainWindow) -> None:
    left = left_in(wizard_of(main).workspace)
    kinds = {
        place.partition(".")[2] for place, found in left.items() if found.state is State.CARRIED
    }
    expected = {"title", "heading", "opening", "closing", "name", "lead", "text"}
    assert expected <= kinds


def test_every_count_is_the_same_also_after_edits(
    main: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard, random = wizard_of(main), Random(7)
    before = len(left_in(wizard.workspace))
    for _ in range(3):
        assert_same_counts(main, tmp_path, monkeypatch)
        edit(wizard.workspace, random)
    assert_same_counts(main, tmp_path, monkeypatch)
    assert len(left_in(wizard.workspace)) < before - 30


def edit(workspace: Workspace, random: Random) -> None:
    """Look at, fill and rewrite places here and there; what is refused is left."""
    left = left_in(workspace)
    for name, place in random.sample(sorted(left.items()), 30):
        if place.state is State.EMPTY:
            workspace.set(name, "12")
        elif INSIDE.search(name):
            workspace.set(name, random.choice([place.value or "", "12"]))
        elif random.random() < 0.7:
            workspace.set(f"{name}.checked", "是")
        else:
            workspace.set(name, f"{place.value}另有5件。")


def assert_same_counts(main: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inventory, status bar, steps, 核对 and the refusal of 定稿 say the same."""
    wizard = wizard_of(main)
    settle(wizard)
    found = left_in(wizard.workspace).values()
    blanks = sum(place.state is State.EMPTY for place in found)
    carried = len(found) - blanks
    assert f"待填 {blanks}　待核 {carried}" in words(main.status)
    parts = [step for step in wizard.step_list.steps if step.kind is not StepKind.CHECK]
    assert (sum(step.blanks for step in parts), sum(step.carried for step in parts)) == (
        blanks,
        carried,
    )
    wizard.go_to_kind(StepKind.CHECK)
    page = wizard.pages.page
    assert page is not None
    assert any(f"必须改的{len(found)}处" in text for text in words(page))
    assert f"还有{len(found)}处" in refusal(wizard, folder, monkeypatch)


def refusal(wizard: Wizard, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What 导出 says where 定稿 is refused."""
    wizard.go_to_kind(StepKind.EXPORT)
    page = wizard.pages.page
    assert page is not None
    final = next(one for one in inside(page, QRadioButton) if one.text().startswith("定稿"))
    final.click()
    monkeypatch.setattr(page, "_ask_file", lambda *_: folder / "定稿.docx")
    page.export_word()  # type: ignore[attr-defined]
    assert not (folder / "定稿.docx").exists()
    return next(text for text in words(page) if "没有导出定稿" in text)


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in inside(widget, QLabel)]


def inside(widget: QWidget, kind: type) -> list:  # type: ignore[type-arg]
    found: Iterable[QWidget] = widget.findChildren(kind)
    return list(found)


def test_the_end_of_a_walk_is_told(qtbot: QtBot) -> None:
    workspace = Workspace(Session.new(clean()))
    wizard = Wizard(workspace)
    workspace.setParent(wizard)
    qtbot.addWidget(wizard)
    said: list[str] = []
    workspace.said.connect(said.append)
    wizard.pages.next_wanted.emit()
    wizard.go_to_next_blank(carried=False)
    wizard.go_to_next_blank(carried=True)
    assert said == ["上期内容都核过了。", "没有待填的了。", "没有待填、待核的了。"]
