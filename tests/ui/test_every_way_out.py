"""Whatever a clerk does next, what stands in an editor is in the project before it is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from model.jobs.steps import StepKind
from model.storage import journal, project_file
from tests.source import ROOT
from tests.ui.shell_window import Answers, saved_example
from ui.dialogs.emergency import Kept
from ui.pages.export import ExportPage
from ui.shell.actions import MENUS
from ui.shell.asking import Answer
from ui.shell.endings import Endings
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

TYPED = "qqq777"
ACTIONS = [spec.key for menu in MENUS.values() for spec in menu if spec.key]
OTHERS = ("recent", "preview")
"""A menu of its own, what is in it opens a file, which is tried below; and what only folds."""


class Typed:
    """A window with something typed in a heading that nobody was told of yet."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.answers = Answers()
        self.path = saved_example(folder)
        self.main = MainWindow(self.answers)
        self.main.show()
        self.main.activateWindow()
        assert self.main.open_file(self.path)
        assert self.main.filing.workspace is not None
        self.workspace: Workspace = self.main.filing.workspace
        self.place = f"{self.workspace.report.content[1].id}.heading"
        self.words = TYPED
        self._type(qtbot)

    def type_anew(self, qtbot: QtBot) -> None:
        """Something else that nobody was told of; in another window where the last one closed."""
        if self.main.filing.workspace is not self.workspace:
            assert self.main.open_file(self.path)
            assert self.main.filing.workspace is not None
            self.workspace = self.main.filing.workspace
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.reject()
        self.place = f"{self.workspace.report.content[1].id}.heading"  # of the text that is left
        self.main.show()
        self.main.activateWindow()
        self.words += "8"
        self._type(qtbot)

    def _type(self, qtbot: QtBot) -> None:
        wizard = self.main.wizard
        assert wizard is not None
        wizard.go_to(self.place)
        page = wizard.pages.page
        qtbot.waitUntil(lambda: page is not None and page.isAncestorOf(QApplication.focusWidget()))
        QTest.keyClicks(QApplication.focusWidget(), self.words)
        assert not self.is_told

    @property
    def is_told(self) -> bool:
        """Whether the project has what was typed."""
        return self.words in str(self.workspace.project)


@pytest.fixture
def typed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    for kind in (QDialog, QMessageBox, QInputDialog):
        monkeypatch.setattr(kind, "exec", lambda *_: 0)
    monkeypatch.setattr("ui.pages.export.ask_and_print", lambda *_: False)
    return Typed(qtbot, tmp_path)


def test_before_every_action_of_the_menus(
    qtbot: QtBot, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands, seen = typed.main.commands, list[bool]()
    settle = commands._first

    def first() -> None:
        settle()
        seen.append(typed.is_told)

    monkeypatch.setattr(commands, "_first", first)
    for key in ACTIONS:
        if key in OTHERS:
            continue
        typed.type_anew(qtbot)
        commands[key].setEnabled(True)  # undo has nothing to take back until it is told
        commands[key].trigger()
        assert seen == [True], key
        seen.clear()


def test_before_a_recent_file_is_opened(typed: Typed, tmp_path: Path) -> None:
    typed.main.commands.recent_menu.actions()[0].trigger()
    assert typed.is_told


def test_closing_by_the_frame_in_the_midst_of_a_word_asks(typed: Typed) -> None:
    assert not typed.main.close()
    assert len(typed.answers.asked) == 1
    assert typed.is_told
    typed.answers.unsaved_answer = Answer.SAVE
    assert typed.main.close()
    assert TYPED in typed.path.read_text("utf-8")


@pytest.mark.parametrize("way", ["save", "save_as"])
def test_saving_without_a_key_saves_all_that_was_typed(
    typed: Typed, way: str, tmp_path: Path
) -> None:
    typed.answers.file = tmp_path / "copy.json"
    assert getattr(typed.main.filing, way)()
    path = typed.path if way == "save" else typed.answers.file
    assert TYPED in path.read_text("utf-8")


class Desktop:
    """A session manager that ends the session, and may let programs ask."""

    def __init__(self, *, may_ask: bool) -> None:
        self.may_ask = may_ask
        self.said: list[str] = []

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
        return self.may_ask

    def release(self) -> None:
        self.said.append("release")

    def cancel(self) -> None:
        self.said.append("cancel")


def test_logging_off_asks_where_it_may_and_can_be_put_off(typed: Typed) -> None:
    desktop = Desktop(may_ask=True)
    endings = Endings(typed.main)
    endings.log_off(desktop)
    assert desktop.said == ["release", "cancel"]
    assert typed.main.filing.workspace is not None
    typed.answers.unsaved_answer = Answer.SAVE
    endings.log_off(desktop)
    assert desktop.said[2:] == ["release"]
    assert TYPED in typed.path.read_text("utf-8")
    assert typed.main.close()  # and nothing is asked again
    assert len(typed.answers.asked) == 2


def test_logging_off_without_a_question_keeps_what_was_typed(typed: Typed) -> None:
    Endings(typed.main).log_off(Desktop(may_ask=False))
    assert typed.answers.asked == []
    (entry,) = journal.pending()[0]
    assert TYPED in entry.text


def test_the_state_is_kept_when_the_desktop_asks_for_it(typed: Typed, qapp: QApplication) -> None:
    Endings(typed.main).heed(_Signals(lambda ask: ask()))  # type: ignore[arg-type]
    (entry,) = journal.pending()[0]
    assert TYPED in entry.text


class _Signals:
    """An application whose desktop asks for the state as soon as somebody listens."""

    def __init__(self, ask: Callable[[Callable[[], None]], None]) -> None:
        self.commitDataRequest = self
        self.saveStateRequest = self
        self._ask = ask

    def connect(self, slot: Callable[[object], None]) -> None:
        self._ask(lambda: slot(Desktop(may_ask=False)))


WAYS: dict[str, Callable[[Typed], object]] = {
    "another step": lambda typed: typed.main.wizard.go_by(1),  # type: ignore[union-attr]
    "the next blank": lambda typed: typed.main.wizard.go_to_next_blank(carried=False),  # type: ignore[union-attr]
    "another edit": lambda typed: typed.workspace.do("整理", lambda project: project),
    "another text": lambda typed: typed.workspace.choose_report("r0"),
    "undo": lambda typed: typed.workspace.undo() and typed.workspace.redo(),
    "an emergency": lambda typed: typed.main.keep_typed(),
}


def test_before_whatever_else_reads_the_project(qtbot: QtBot, typed: Typed) -> None:
    for way, go in WAYS.items():
        typed.type_anew(qtbot)
        go(typed)
        assert typed.is_told, way


def test_before_a_button_of_the_export_page(qtbot: QtBot, typed: Typed) -> None:
    wizard = typed.main.wizard
    assert wizard is not None
    page = ExportPage(typed.workspace, ask_file=lambda *_: None)
    qtbot.addWidget(page)
    for button in ("_word", "_pdf", "_print"):
        typed.type_anew(qtbot)
        getattr(page, button).click()
        assert typed.is_told, button
        assert wizard.step.kind is StepKind.PART


def test_an_emergency_says_that_nothing_is_lost_only_where_it_is_so(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typed.main.keep_typed() == Kept(is_kept=True)
    monkeypatch.setattr(typed.workspace, "enter", _broken)
    QTest.keyClicks(QApplication.focusWidget(), "888")
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr(sys, "excepthook", lambda *_: None)
        kept = typed.main.keep_typed()
    assert kept == Kept(is_kept=True, aside=1)
    assert "没有丢" in kept.words
    (entry,) = journal.pending()[0]
    assert entry.refused[typed.place].endswith(f"{TYPED}888")


def test_an_emergency_on_a_full_disk_shows_what_is_kept_nowhere(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed.workspace, "enter", _broken)
    monkeypatch.setattr(typed.workspace, "set_aside", _broken)
    with pytest.MonkeyPatch.context() as quiet:
        quiet.setattr(sys, "excepthook", lambda *_: None)
        kept = typed.main.keep_typed()
    assert not kept.is_kept
    assert kept.lost[0].endswith(TYPED)
    assert "没有丢" not in kept.words
    assert "复制" in kept.words


def _broken(*_: object, **__: object) -> None:
    raise RuntimeError


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_the_program_keeps_the_last_key(tmp_path: Path, ends: int) -> None:
    path = saved_example(tmp_path)
    report = project_file.load(path).project.reports[0].id
    command = [sys.executable, "-m", "tests.ui.typing_clerk", str(path), f"{report}.title", TYPED]
    with subprocess.Popen(
        [*command, "at once"], cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True
    ) as clerk:
        assert clerk.stdout is not None
        assert clerk.stdout.readline() == "typed\n"
        clerk.send_signal(ends)
        assert clerk.wait() == 0
    (entry,) = journal.pending()[0]
    assert TYPED in entry.text
    assert not list(tmp_path.glob(".*lock"))
