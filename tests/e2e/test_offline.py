"""Nothing leaves the PC: the system calls of whole runs are looked at, one by one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import ROOT

_SOCKET = re.compile(r"\b(?:socket|connect|sendto|bind)\((?:\d+, )?(?:\{sa_family=)?(AF_\w+)")
_LOCAL = {"AF_UNIX", "AF_UNSPEC"}


def families(trace: Path) -> dict[str, str]:
    """Every address family that a traced run used, with a line that shows it."""
    found: dict[str, str] = {}
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        named = _SOCKET.search(line)
        if named:
            found.setdefault(named[1], line)
    return found


def traced(tmp_path: Path, *command: str) -> dict[str, str]:
    """Run a command of this checkout under strace; skips where that is not possible."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    trace = tmp_path / "trace"
    here = {"QT_QPA_PLATFORM": "offscreen", "XUGAO_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [strace, "-f", "-qq", "-e", "trace=%network", "-o", str(trace), sys.executable, *command],
        cwd=ROOT,
        env=os.environ | here,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,  # a question that nobody answers must not hold up the tests
    )
    if "ptrace" in done.stderr and "permitted" in done.stderr:
        pytest.skip("this machine does not let programs be traced")
    assert done.returncode == 0, done.stderr
    return families(trace)


def test_the_window_opens_no_connection(tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtWidgets")
    used = traced(tmp_path, "-m", "tests.e2e.one_window_run", str(tmp_path))
    assert set(used) <= _LOCAL, used
    assert (tmp_path / "汇报.docx").exists()
    assert (tmp_path / "汇报.pdf").exists()


def test_the_command_line_opens_no_connection(tmp_path: Path) -> None:
    used = traced(tmp_path, "main.py", "demo", "-o", str(tmp_path / "out"))
    assert set(used) <= _LOCAL, used
    assert len(list((tmp_path / "out").glob("*.docx"))) == 5


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    assert "AF_INET" in traced(tmp_path, "-c", code)
