"""How soon the window is there, and how much memory it holds, against an empty window.

Each runs in a process of its own, with the same imports, in turn; the best of each counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.harness import Row
from bench.large_project import INDICATORS, PARAGRAPHS, large_project
from model.session import Session

RUNS = 4
LIMIT_START = 2.0
LIMIT_MEMORY = 1.5
LIMIT_OPEN_MS = 1000.0


def run() -> list[Row]:
    """Time to the first painted window and memory as ratios; the large project's extra time."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".window-") as folder:
        large = Path(folder) / "large.json"
        session = Session.new(large_project())
        session.save_as(large)
        session.close()
        kinds = ("empty", "ours", str(large))
        found = [[_measure(kind, Path(folder) / "home") for kind in kinds] for _ in range(RUNS)]
    empty, ours, opened = (min(row[at][0] for row in found) for at in range(3))
    empty_mb, ours_mb = (min(row[at][1] for row in found) for at in range(2))
    size = f"{PARAGRAPHS} paragraphs, {INDICATORS} indicators"
    return [
        Row("first painted window; an empty one", ours, empty, LIMIT_START),
        Row(
            f"  with a project of {size}, beyond the empty one", opened - empty, None, LIMIT_OPEN_MS
        ),
        Row("memory of the idle window; an empty one", ours_mb, empty_mb, LIMIT_MEMORY, unit="MB"),
    ]


def _measure(kind: str, home: Path) -> tuple[float, float]:
    """Milliseconds to the first painted window, and MB when idle."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.window_child", kind],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XUGAO_HOME": str(home)},
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    milliseconds, megabytes = done.stdout.split()
    return float(milliseconds), float(megabytes)
