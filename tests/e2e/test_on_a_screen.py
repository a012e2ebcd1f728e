"""The window opens on a screen as Linux desktops have one, with the libraries that are named."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import ROOT


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X screen in memory, of this test alone."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read, encoding="ascii") as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


def test_a_whole_run_of_the_window_works_on_a_screen(display: str, tmp_path: Path) -> None:
    here = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XUGAO_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.one_window_run", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "汇报.docx").exists()
    assert (tmp_path / "汇报.pdf").exists()
