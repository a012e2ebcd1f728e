"""What every bench needs: a row of its table, and CPU times of this process and its children.

Limits are ratios to a floor in the same run, so that they hold on any machine. Times are CPU and
not the clock's, which the machine's other work lengthens.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One measured thing, in milliseconds of CPU or another `unit`.

    `floor` is what it is compared with in the same run, or None; `limit` is how many times the
    floor it may take. A row without a limit is only shown.
    """

    name: str
    measured: float
    floor: float | None = None
    limit: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times as long as the floor."""
        return None if self.floor is None else self.measured / self.floor

    @property
    def broken(self) -> bool:
        """Whether the limit is not kept."""
        return self.limit is not None and self.ratio is not None and self.ratio > self.limit


def best_of(work: Callable[[], object], times: int) -> float:
    """The shortest of so many runs, in milliseconds: what the machine's other work disturbs least.

    The first run only warms up and is not counted.
    """
    work()
    return min(timed(work) for _ in range(times))


def best_in_turn(works: Sequence[Callable[[], object]], times: int) -> list[float]:
    """The shortest run of each work; they take turns, and the first round only warms up."""
    rounds = [[timed(work) for work in works] for _ in range(times + 1)][1:]
    return [min(column) for column in zip(*rounds, strict=True)]


def timed(work: Callable[[], object]) -> float:
    """CPU of one run in this process, in milliseconds."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def thread_timed(work: Callable[[], object]) -> float:
    """CPU of one run in this thread, in milliseconds."""
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def p95(values: Sequence[float]) -> float:
    """What all but a twentieth stay below: a pause of the garbage collector is not hidden."""
    return sorted(values)[len(values) * 95 // 100]


def compiled(folder: str) -> dict[str, str]:
    """The environment of a child process that keeps compiled modules in a folder: an office's PC
    compiles them once, whatever the environment of the bench says.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def user_time(work: Callable[[], object]) -> float:
    """User CPU of one run with the child processes that it waits for, in milliseconds.

    The time that the system takes for it is left out: other processes lengthen it.
    """
    begun = _user_seconds()
    work()
    return (_user_seconds() - begun) * 1000


def user_times(works: Sequence[Callable[[], object]], times: int) -> list[float]:
    """Mean user CPU of each work; they take turns, and the first round only warms up."""
    rounds = [[user_time(work) for work in works] for _ in range(times + 1)][1:]
    return [sum(column) / times for column in zip(*rounds, strict=True)]


def _user_seconds() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_utime for who in whose)


def table(rows: list[Row]) -> str:
    """The rows under a head, as lines of text in Markdown."""
    lines = ["| what | measured | floor | ratio | limit | |", "|---|---:|---:|---:|---:|---|"]
    for row in rows:
        cells = [
            row.name,
            f"{row.measured:.1f} {row.unit}",
            "" if row.floor is None else f"{row.floor:.1f} {row.unit}",
            "" if row.ratio is None else f"{row.ratio:.2f} ×",
            "" if row.limit is None else f"{row.limit:g} ×",
            "" if row.limit is None else "BROKEN" if row.broken else "kept",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def told_by_window(module: str, argument: str, folder: Path) -> list[float]:
    """The numbers that a module of the bench prints, run with a window of its own without a screen;
    `folder` keeps its home and compiled modules.
    """
    environment = compiled(str(folder / "compiled"))
    environment |= {"QT_QPA_PLATFORM": "offscreen", "XUGAO_HOME": str(folder / "home")}
    done = subprocess.run(
        [sys.executable, "-m", module, argument],
        env=environment,
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(number) for number in done.stdout.split()]
