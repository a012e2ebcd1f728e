"""What every bench needs: a row of its table, and the best of several runs."""

import resource
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One measured thing, in milliseconds or another `unit`.

    `peer` is what it is compared with in the same run, or None; `limit` is how many times the
    peer it may take (where there is one), or else how many milliseconds; None: only shown.
    """

    name: str
    measured: float
    peer: float | None = None
    limit: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times as long as the peer."""
        return None if self.peer is None else self.measured / self.peer

    @property
    def broken(self) -> bool:
        """Whether the limit is not kept."""
        held = self.measured if self.ratio is None else self.ratio
        return self.limit is not None and held > self.limit


def best_of(work: Callable[[], object], times: int) -> float:
    """The shortest of so many runs, in milliseconds: what the machine's other work disturbs least.

    The first run only warms up and is not counted.
    """
    work()
    return min(timed(work) for _ in range(times))


def timed(work: Callable[[], object]) -> float:
    """One run, in milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def user_time(work: Callable[[], object]) -> float:
    """User CPU of one run with the child processes that it waits for, in milliseconds.

    The machine's other work lengthens the time on the clock, and this one little.
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
    lines = [
        "| what | measured | peer | ratio | limit | |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        unit = f" {row.unit}" if row.ratio is None else " ×"
        cells = [
            row.name,
            f"{row.measured:.1f} {row.unit}",
            "" if row.peer is None else f"{row.peer:.1f} {row.unit}",
            "" if row.ratio is None else f"{row.ratio:.2f} ×",
            "" if row.limit is None else f"{row.limit:g}{unit}",
            "" if row.limit is None else "BROKEN" if row.broken else "kept",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
