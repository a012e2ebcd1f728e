"""The proof of what was built: a list of steps, each of which says what it found or fails."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import SubprocessError

from bundle.fetch import CACHE, BundleRefused, run
from bundle.recipe import NAME, ROOT

Step = Callable[[], str]
_LONGEST_WAIT = 120.0


@dataclass
class Proof:
    """The steps that were run, with what they said and how long they took."""

    lines: list[str] = field(default_factory=list)
    failed: int = 0

    def step(self, name: str, action: Step) -> None:
        """Run one step; a failure is noted and the next one runs."""
        begun = time.monotonic()
        try:
            said, result = action(), "通过"
        except (BundleRefused, OSError, ValueError, LookupError, SubprocessError) as error:
            said, result = str(error), "失败"
            self.failed += 1
        except Skipped as reason:
            said, result = str(reason), "未做"
        took = time.monotonic() - begun
        print(f"{result}  {took:6.1f} s  {name}：{said}", flush=True)
        cell = said.replace("\n", " ").replace("|", "/")[:400]
        self.lines.append(f"| {name} | {result} | {cell} | {took:.0f} |")

    def table(self) -> str:
        """Return the result as a table for docs/bundle.md."""
        head = ["| 检查 | 结果 | 测得 | 秒 |", "|---|---|---|---:|"]
        return "\n".join([*head, *self.lines, ""])


class Skipped(Exception):
    """A step that cannot run on this machine; the message says what is missing."""


def expect(condition: object, message: str) -> None:
    """Raise `BundleRefused` with `message` unless `condition`."""
    if not condition:
        raise BundleRefused(message)


def wait_until(condition: Callable[[], bool], message: str) -> None:
    """Wait until `condition` holds; raise with `message` when it does not for long."""
    end = time.monotonic() + _LONGEST_WAIT
    while not condition():
        expect(time.monotonic() < end, message)
        time.sleep(0.5)


def fresh_scratch(name: str) -> Path:
    """Return an empty folder in the cache for one proof."""
    folder = CACHE / "scratch" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


_SLOWEST = 1.1
_RUNS = 5


def startup(tree: Path) -> str:
    """Compare the CPU time of starting the tree with that of the checkout, in alternating runs."""
    scratch = fresh_scratch("startup")
    settings = {"XUGAO_HOME": str(scratch), "HOME": str(scratch), "PATH": os.environ["PATH"]}
    project = scratch / "p.json"
    made: list[str | Path] = [
        "new",
        "work-briefing",
        "-o",
        project,
        "--place",
        "云岭县",
        "--superior",
        "江州市",
    ]
    run([tree / NAME, *made, "--period", "2026-H1"], env=settings)
    commands: dict[str, list[str | Path]] = {
        "tree": [tree / NAME],
        "source": [sys.executable, "-E", "-s", ROOT / "main.py"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_RUNS):
        for name, command in commands.items():
            times[name].append(_cpu_seconds([*command, "text", project], settings))
    ratio = statistics.median(times["tree"]) / statistics.median(times["source"])
    middle = {name: f"{statistics.median(found):.2f} s" for name, found in times.items()}
    expect(ratio <= _SLOWEST, f"{ratio:.2f} 倍（{middle}）")
    return f"{ratio:.2f} 倍（{middle['tree']} 对 {middle['source']}）"


def _cpu_seconds(command: list[str | Path], settings: dict[str, str]) -> float:
    before = os.times()
    run(command, env=settings)
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
