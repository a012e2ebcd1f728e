"""What the window takes to be there, and how much memory it holds, against an empty window.

Each runs in a process of its own, with the same imports, in turn; the best of each counts. Times
are CPU of the process. A large project opened is compared with its JSON loaded and validated:
the rest is its text composed, laid out and painted, its lists and editors.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench.harness import Row, best_of, told_by_window
from bench.large_project import INDICATORS, PARAGRAPHS, large_project
from model.report.project import Project
from model.session import Session

RUNS = 4
LIMIT_START = 2.0
LIMIT_MEMORY = 1.5
LIMIT_OPEN = 40.0


def run() -> list[Row]:
    """Time to the first painted window, and beyond that with a large project; memory."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".window-") as folder:
        large = Path(folder) / "large.json"
        session = Session.new(large_project())
        session.save_as(large)
        session.close()
        text = large.read_text("utf-8")
        loaded = best_of(lambda: Project.model_validate(json.loads(text)), RUNS)
        kinds = ("empty", "ours", str(large))
        found = [
            [told_by_window("bench.window_child", kind, Path(folder)) for kind in kinds]
            for _ in range(RUNS)
        ]
    empty, ours, opened = (min(row[at][0] for row in found) for at in range(3))
    empty_mb, ours_mb = (min(row[at][1] for row in found) for at in range(2))
    size = f"{PARAGRAPHS} paragraphs, {INDICATORS} indicators"
    return [
        Row("first painted window; an empty one", ours, empty, LIMIT_START),
        Row(f"  a project of {size} opened; its JSON loaded", opened - ours, loaded, LIMIT_OPEN),
        Row("memory of the idle window; an empty one", ours_mb, empty_mb, LIMIT_MEMORY, unit="MB"),
    ]
