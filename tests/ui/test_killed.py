"""A window that is killed while one types: what was typed is found again at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.storage import project_file
from tests.source import ROOT
from tests.ui.shell_window import Answers, saved_example, window
from ui.app import begin
from ui.dialogs.recovery import Recovery

TYPED = "abcde12345"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_what_was_typed_before_a_kill_is_found_and_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = saved_example(tmp_path)
    before = path.read_bytes()
    report = project_file.load(path).project.reports[0].id
    place = f"{report}.title"
    command = [sys.executable, "-m", "tests.ui.typing_clerk", str(path), place, TYPED]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as clerk:
        assert clerk.stdout is not None
        said = clerk.stdout.readline()
        clerk.send_signal(signal.SIGKILL)
    assert said == "kept\n"
    assert path.read_bytes() == before
    answers = Answers()
    answers.recovery = Recovery.TAKE
    main = window(answers)
    begin(main, None)
    (found,) = answers.unsaved_found
    assert [one.place for one in found.changes] == [place]
    assert TYPED in found.changes[0].after
    workspace = main.filing.workspace
    assert workspace is not None
    assert TYPED in workspace.report.front.title
    assert main.filing.save()
    assert TYPED in path.read_text("utf-8")
