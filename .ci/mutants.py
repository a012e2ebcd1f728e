"""How much of the heart the tests hold: a seeded sample of mutants for each room, and a table.

    python .ci/mutants.py [ROOM …] [--all] [--write]

Rooms, their tests and the mutants known to be equivalent stand in `mutants.toml`. Each room is
copied to build/mutants/ROOM and mutated there; the checkout is never touched. `--write` renews
docs/mutants.md, with the last run of rooms not named. Exit code 1 where a room stays below the bar.
"""

import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).resolve().parent.parent
SCRATCH = ROOT / "build" / "mutants"
TABLE = ROOT / "docs" / "mutants.md"
COPIED = (
    "main.py",
    "pyproject.toml",
    "model",
    "ui",
    "templates",
    "resources",
    "examples",
    "docs",
    "tests",
)
HELD = {"killed", "timeout", "segfault", "suspicious"}
"""What mutmut calls a mutant that its tests did not let pass."""

PAGE = """# 测试管得住多少：变异测试

`make mutants`给程序的核心各处造一个小毛病（一次一个：反过来的条件、少了的参数、改了的数……），
只跑这一处自己的测试，看有没有测试发现。没有发现的，就是测试的漏洞。

每处随机抽{sample}个，种子固定为{seed}；在`build/mutants/`的副本里做，不动检出的文件。造毛病的是mutmut，
它不改模块级的常量，也不改带装饰器的函数（属性、缓存、上下文管理器）。各处是哪些模块、跑哪些测试、
哪些毛病等于没改，都写在`.ci/mutants.toml`里。

目标：除去等于没改的，每处至少发现{bar} %。这一页由`make mutants`写成，不要手改。

| 处 | 管什么 | 共可造 | 抽查 | 发现 | 没发现 | 等于没改 | 发现的比例 | CPU秒 |
|---|---|---:|---:|---:|---:|---:|---:|---:|"""


class Equivalent(NamedTuple):
    """A kind of mutant that does the same as the code: its line, what it became, and why."""

    line: re.Pattern[str]
    becomes: re.Pattern[str]
    why: str


class Mutant(NamedTuple):
    """One mutant that lived: its name, the line it changed, and what that line became."""

    name: str
    line: str
    becomes: str


class Result(NamedTuple):
    """A run of a room: how many mutants there are, how many were tried, which lived, CPU time."""

    made: int
    tried: int
    lived: list[list[str]]
    seconds: float


class Judged(NamedTuple):
    """A run, with the mutants that do the same as the code told from those that survived."""

    room: dict[str, Any]
    run: Result
    survived: list[Mutant]
    equivalent: list[tuple[Mutant, str]]

    @property
    def killed(self) -> int:
        """How many were noticed."""
        return self.run.tried - len(self.run.lived)

    @property
    def percent(self) -> float:
        """The share killed of those not equivalent."""
        counted = self.run.tried - len(self.equivalent)
        return 100 * self.killed / counted if counted else 100.0


def main() -> int:
    """Run the rooms; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rooms", nargs="*", help="names of rooms; all of them if none is named")
    options.add_argument("--all", action="store_true", help="every mutant instead of a sample")
    options.add_argument("--write", action="store_true", help="renew docs/mutants.md")
    chosen = options.parse_args()
    plan = tomllib.loads((ROOT / ".ci" / "mutants.toml").read_text("utf-8"))
    known = [
        Equivalent(re.compile(one["line"]), re.compile(one["becomes"]), one["why"])
        for one in plan["equivalent"]
    ]
    results = []
    for room in plan["room"]:
        last = SCRATCH / f"{room['name']}.json"
        if not chosen.rooms or room["name"] in chosen.rooms:
            count = None if chosen.all else plan["sample"]
            result = run_room(room, count, f"{plan['seed']}:{room['name']}")
            last.write_text(json.dumps(result), encoding="utf-8")
        elif chosen.write and last.is_file():
            result = Result(*json.loads(last.read_text("utf-8")))
        else:
            continue
        results.append(judge(room, result, known))
        print(as_text(results[-1]), flush=True)
    if chosen.write:
        TABLE.write_text(as_page(results, plan), encoding="utf-8")
    return int(any(result.percent < plan["bar"] for result in results))


def run_room(room: dict[str, Any], count: int | None, seed: str) -> Result:
    """Try the mutants of one room, `count` of them or all."""
    before = cpu_seconds()
    scratch = SCRATCH / room["name"]
    copy_checkout(scratch, room)
    names = sorted(mutant_names(scratch, room["modules"]))
    if count is None or count >= len(names):
        chosen = names
    else:
        chosen = sorted(random.Random(seed).sample(names, count))
    mutmut(scratch, "run", "--max-children", str(os.cpu_count() or 1), *chosen)
    states = dict(
        line.strip().rsplit(": ", 1)
        for line in mutmut(scratch, "results", "--all", "true").splitlines()
        if ": " in line
    )
    lived = [read_mutant(scratch, name) for name in chosen if states[name] not in HELD]
    return Result(len(names), len(chosen), [list(one) for one in lived], cpu_seconds() - before)


def judge(room: dict[str, Any], run: Result, known: list[Equivalent]) -> Judged:
    """Tell the mutants that do the same as the code from those that survived."""
    reasons = [(Mutant(*one), why_equivalent(Mutant(*one), known)) for one in run.lived]
    survived = [mutant for mutant, why in reasons if not why]
    return Judged(room, run, survived, [one for one in reasons if one[1]])


def copy_checkout(scratch: Path, room: dict[str, Any]) -> None:
    """A fresh copy of what the tests need, and the room as mutmut is told of it."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, scratch / name, ignore=ignored)
        else:
            shutil.copy2(source, scratch / name)
    also = [name for name in COPIED if name not in ("model", "pyproject.toml")]
    with (scratch / "pyproject.toml").open("a", encoding="utf-8") as config:
        config.write(
            "\n[tool.mutmut]\n"
            'source_paths = ["model"]\n'
            f"only_mutate = {room['modules']}\n"
            f"also_copy = {also}\n"
            'pytest_add_cli_args = ["-p", "forgetting"]\n'
            f"pytest_add_cli_args_test_selection = {room['tests']}\n"
        )


def mutant_names(scratch: Path, modules: list[str]) -> list[str]:
    """The names of all mutants of these modules."""
    os.chdir(scratch)  # mutmut reads its settings from where it stands
    found = []
    for path in sorted({path for pattern in modules for path in Path().glob(pattern)}):
        mutated = mutate_file_contents(str(path), path.read_text("utf-8"))
        found += [get_mutant_name(path, name) for name in mutated.mutant_names]
    return found


def mutmut(scratch: Path, *arguments: str) -> str:
    """What mutmut says; stops everything where the tests fail without any mutant."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HYPOTHESIS_PROFILE": "mutants",
        "PYTHONPATH": str(ROOT / ".ci"),  # where `forgetting` is found
    }
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=scratch, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"mutmut {arguments[0]}, {scratch.name}:\n{done.stdout[-4000:]}{done.stderr}")
    return done.stdout


def read_mutant(scratch: Path, name: str) -> Mutant:
    """A mutant with the line it changed."""
    lines = mutmut(scratch, "show", name).splitlines()
    removed = [line[1:].strip() for line in lines if line.startswith("-") and line[1:2] != "-"]
    added = [line[1:].strip() for line in lines if line.startswith("+") and line[1:2] != "+"]
    return Mutant(name, " ".join(removed), " ".join(added))


def why_equivalent(mutant: Mutant, known: list[Equivalent]) -> str:
    """Why a mutant does the same as the code; '' where nobody has said so."""
    for one in known:
        if one.line.search(mutant.line) and one.becomes.search(mutant.becomes):
            return one.why
    return ""


def cpu_seconds() -> float:
    """The time all processes started from here have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def as_text(judged: Judged) -> str:
    """A room as it is printed."""
    head = (
        f"{judged.room['name']}: {judged.run.tried} of {judged.run.made} mutants, "
        f"{judged.killed} killed, {len(judged.survived)} survived, "
        f"{len(judged.equivalent)} equivalent: {judged.percent:.1f} %, {judged.run.seconds:.0f} s"
    )
    lived = (f"  {one.name}\n    {one.line}\n    {one.becomes}" for one in judged.survived)
    return "\n".join([head, *lived])


def as_page(results: list[Judged], plan: dict[str, Any]) -> str:
    """docs/mutants.md."""
    rows = [
        f"| {one.room['name']} | {one.room['about']} | {one.run.made} | {one.run.tried} "
        f"| {one.killed} | {len(one.survived)} | {len(one.equivalent)} | {one.percent:.1f} % "
        f"| {one.run.seconds:.0f} |"
        for one in results
    ]
    survived = [code_lines(mutant) for one in results for mutant in one.survived]
    same = [f"{code_lines(mutant)}\n  {why}" for one in results for mutant, why in one.equivalent]
    head = PAGE.format(sample=plan["sample"], seed=plan["seed"], bar=plan["bar"])
    return "\n".join(
        [
            head,
            *rows,
            "\n## 没发现的\n",
            *(survived or ["（没有）"]),
            "\n## 等于没改的，和为什么\n",
            *(same or ["（没有）"]),
            "",
        ]
    )


def code_lines(mutant: Mutant) -> str:
    """A mutant in a list: where it is, the line, and what it became."""
    where, _, number = mutant.name.rpartition("__mutmut_")
    return f"- `{where}` {number}\n  `{mutant.line}`\n  `{mutant.becomes}`"


if __name__ == "__main__":
    sys.exit(main())
