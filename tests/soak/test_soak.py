"""A small share of `make soak`, the same in every run: a random clerk, and damaged files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.source import ROOT

pytestmark = pytest.mark.slow
LONG = "600"


def run(folder: Path, *arguments: str) -> dict[str, Any]:
    """One round in a child, without a screen; what it says in its last line."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XUGAO_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip(), done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_whatever_a_clerk_does_nothing_raises_and_the_window_shows_what_is_kept(
    tmp_path: Path,
) -> None:
    told = run(tmp_path, "tests.soak.monkey", "7", "150", "key-work-report", str(tmp_path), LONG)
    assert told["found"] == []
    assert told["done"] == 150


@pytest.mark.parametrize(("kind", "count"), [("projects", "150"), ("words", "80")])
def test_damaged_files_are_read_or_refused_in_words(tmp_path: Path, kind: str, count: str) -> None:
    told = run(tmp_path, "tests.soak.mutants", kind, "1", count, LONG)
    assert told["found"] == []
    assert told["done"] == int(count)
    assert 0 < told["read"] < told["done"]
