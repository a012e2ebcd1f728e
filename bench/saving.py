"""Saving a project of 1 MB with all its guarantees, against a bare script in the same run.

The script makes the same JSON and the same system calls in the same order, and checks nothing:
what our guarantees cost beyond the calls is the ratio. Runs take turns. The last row leaves the
JSON out on both sides; it has no limit, since hashing the file twice is the price of never
overwriting another's work.
"""

import fcntl
import os
import tempfile
from pathlib import Path

from bench.harness import Row, best_in_turn
from model.report.project import Project
from model.storage import atomic, project_file

SIZE = 1_000_000
RUNS = 15
LIMIT = 1.5


def project_of(size: int) -> Project:
    """A project whose file is a little larger than `size` bytes."""
    count = size // 800
    text = "全县上下把项目建设摆在突出位置，逐月调度、逐个过堂，开工一批、建成一批、储备一批。"
    observations = [
        {
            "indicator": "general-public-budget-revenue",
            "period": f"{2000 + number % 90}-M{number % 12 + 1}",
            "basis": "cumulative",
            "facet": "actual",
            "value": f"{number % 97}.82",
            "unit": "亿元",
        }
        for number in range(count)
    ]
    content = [
        {
            "kind": "text",
            "id": f"b{number}",
            "paragraphs": [[{"id": f"i{number}", "lead": "抓项目。", "text": text * 4}]],
        }
        for number in range(count)
    ]
    return Project.model_validate(
        {
            "format": "xugao-project",
            "id": "p1",
            "organization": {"name": "云岭县", "superior": "江州市"},
            "period": "2026-H1",
            "observations": observations,
            "reports": [{"id": "r1", "template": {"key": "half-year-summary"}, "content": content}],
        }
    )


def bare_calls(file: Path, data: bytes) -> None:
    """The system calls of a save, and nothing else."""
    temporary = f"{file}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(handle, data)
    os.fchmod(handle, file.stat().st_mode & 0o777)
    os.fsync(handle)
    os.close(handle)
    read_whole(temporary)
    folder = os.open(file.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    read_whole(str(file))
    os.replace(temporary, file)  # noqa: PTH105
    os.fsync(folder)
    os.close(folder)


def read_whole(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    os.read(handle, os.fstat(handle).st_size)
    os.close(handle)


def run() -> list[Row]:
    """The whole save against the script, and the writer alone."""
    project = project_of(SIZE)
    data = project_file.dumps(project).encode("utf-8")
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".saving-") as folder:
        file = Path(folder) / "project.json"
        base = atomic.write_bytes(file, data, expect=atomic.ABSENT)
        whole, bare_whole = best_in_turn(
            [
                lambda: project_file.save(project, file, expect=base),
                lambda: bare_calls(file, project_file.dumps(project).encode("utf-8")),
            ],
            RUNS,
        )
        writer, bare_writer = best_in_turn(
            [lambda: atomic.write_bytes(file, data, expect=base), lambda: bare_calls(file, data)],
            RUNS,
        )
    size = len(data) / 1e6
    return [
        Row(f"save a project of {size:.1f} MB; the same JSON and calls", whole, bare_whole, LIMIT),
        Row("  of it the writer, with its two hashes; the calls alone", writer, bare_writer),
    ]
