"""`make soak`: the program under a random clerk, kills and damaged files, for as long as is given.

Each part has its share of the time and prints how much it did; HOURS=1 is enough for the counts of
docs/reliability.md. Everything runs in children with a home folder of their own, on a screen in
memory where there is one, as many at once as the machine has processors. The exit code is 1 where
anything was found.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
MINUTES = 10.0
ACTIONS = 400
"""What one clerk does; the next one has another seed and another example."""
MUTANTS = 1000
KILLS = 30
EXAMPLES = (
    "county-head-briefing", "half-year-summary", "key-work-report", "plenary-speech",
    "work-briefing",
)  # fmt: skip


class Part(NamedTuple):
    """A part of the proof: its share of the time, and the module that does one round of it."""

    name: str
    share: float
    most: int
    module: str


PARTS = (
    Part("乱点乱敲的人（动作）", 0.55, 20_000, "monkey"),
    Part("改坏的材料文件", 0.2, 20_000, "projects"),
    Part("改坏的 Word 文件", 0.15, 5_000, "words"),
    Part("打字时杀掉窗口", 0.1, KILLS, "kills"),
)


def main() -> int:
    """Every part in its time."""
    minutes = float(os.environ.get("HOURS", "0")) * 60 or MINUTES
    first = int(os.environ.get("SEED", "1"))
    found: list[str] = []
    with ExitStack() as screens:
        platforms = [screens.enter_context(_screen()) for _ in range(os.cpu_count() or 1)]
        for part in PARTS:
            told = _part(part, minutes * 60 * part.share, first, platforms)
            found += told.pop("found")
            slow = told.pop("slow")
            print(f"{part.name}：{told['done']}", *_more(told), flush=True)
            for what, (seconds, seed) in sorted(slow.items()):
                print(f"　慢：{what} {seconds} 秒（处理器），SEED={seed}")
    for fault in found:
        print(fault)
    print(f"发现 {len(found)} 处问题")
    return 1 if found else 0


def _more(told: dict[str, Any]) -> Iterator[str]:
    names = {"read": "读成的", "megabytes": "最多 MB", "slowest": "最慢秒", "worst": "最多丢失秒"}
    yield from (f"{words} {told[name]}" for name, words in names.items() if name in told)


def _part(
    part: Part, seconds: float, seed: int, platforms: Sequence[dict[str, str]]
) -> dict[str, Any]:
    """Rounds side by side until the time is over or enough is done."""
    whole: dict[str, Any] = {"done": 0, "found": [], "slow": {}}
    ends = time.monotonic() + seconds
    seeds = count(seed)

    def work(platform: dict[str, str]) -> None:
        while whole["done"] < part.most and time.monotonic() < ends:
            left = ends - time.monotonic()
            seed = next(seeds)
            told = _round(part, seed, left, part.most - whole["done"], platform)
            _add(whole, told, seed)
            if not told["done"] and told["found"]:
                break

    # A person types alone: what a kill loses is measured with the machine to itself.
    # Each clerk has a screen of its own, for a screen has one clipboard.
    used = platforms[:1] if part.module == "kills" else platforms
    with ThreadPoolExecutor(len(used)) as pool:
        for worker in [pool.submit(work, platform) for platform in used]:
            worker.result()
    return whole


def _add(whole: dict[str, Any], told: dict[str, Any], seed: int) -> None:
    """What one round did is added to the whole; the slowest of each kind with its seed."""
    whole["done"] += told["done"]
    whole["found"] += [f"SEED={seed}: {fault}" for fault in told["found"]]
    for what, spent in told.get("slow", {}).items():
        whole["slow"][what] = max((spent, seed), whole["slow"].get(what, (0.0, 0)))
    for name in ("megabytes", "slowest", "worst"):
        if name in told:
            whole[name] = max(told[name], whole.get(name, 0))
    if "read" in told:
        whole["read"] = whole.get("read", 0) + told["read"]


def _round(
    part: Part, seed: int, seconds: float, most: int, platform: dict[str, str]
) -> dict[str, Any]:
    """One child: what it says, or that it did not come to its end."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", f"tests.soak.{_module(part)}"]
        match part.module:
            case "monkey":
                example = EXAMPLES[seed % len(EXAMPLES)]
                command += [str(seed), str(ACTIONS), example, folder, str(seconds)]
            case "kills":
                command += [str(seed), str(most), folder, str(seconds)]
            case _:
                command += [part.module, str(seed), str(min(MUTANTS, most)), str(seconds)]
        log = Path(folder) / "log.txt"
        with log.open("w", encoding="utf-8") as errors:
            done = subprocess.run(
                command, cwd=ROOT, env=_home(folder) | platform, stdout=subprocess.PIPE,
                stderr=errors, text=True, check=False,
            )  # fmt: skip
        lines = done.stdout.strip().splitlines()
        if not lines or not lines[-1].startswith("{"):
            last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-60:])
            return {"done": 0, "found": [f"{part.name} {seed} 中断（{done.returncode}）：\n{last}"]}
        told: dict[str, Any] = json.loads(lines[-1])
        return told


def _module(part: Part) -> str:
    return part.module if part.module in ("monkey", "kills") else "mutants"


def _home(folder: str) -> dict[str, str]:
    """A home of the child's own."""
    home = Path(folder) / "home"
    home.mkdir()
    names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    return os.environ | dict.fromkeys(names, str(home)) | {"XUGAO_HOME": str(home / "xugao")}


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A screen in memory; without Xvfb, Qt's own without one."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read, encoding="ascii") as told:
            number = told.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        server.terminate()


if __name__ == "__main__":
    sys.exit(main())
