"""What the command line takes to show the text of an example, as a whole process: user CPU."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.harness import Row, compiled, user_times
from model.jobs.samples import demo

ROOT = Path(__file__).resolve().parent.parent
KEY = "county-head-briefing"
LIMIT = 3.0
RUNS = 5


def run() -> list[Row]:
    """`main.py text` against a process that only imports pydantic and docx."""
    with tempfile.TemporaryDirectory() as folder:
        project = demo(Path(folder), [KEY])[0].project
        text, imports = user_times(
            [
                lambda: _process(folder, "main.py", "text", str(project)),
                lambda: _process(folder, "-c", "import pydantic, docx"),
            ],
            RUNS,
        )
    return [Row("main.py text against importing pydantic and docx", text, imports, LIMIT)]


def _process(folder: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=compiled(folder),
        check=True,
        capture_output=True,
    )
