"""Runs a save in a child process under strace, which can kill it or make its calls fail."""

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parents[2]
OLD, NEW = b"old " * 50_000, b"newer " * 50_000
SAVED = "已保存"
_MARK = "/xugao-save-begins-here"
_CALL = re.compile(r"(?:\d+ +)?([a-z0-9_]+)\((.*)")
_STRACE = ["strace", "-f", "-s", "0"]
_QUICK = "--seccomp-bpf"  # stops at the traced calls only; but then no signal can be injected
_TRACED = "openat,write,fsync,close,read,flock,?rename,?renameat,?renameat2,fchmod,fchown"
_CHILD = f"""
import os, sys
from pathlib import Path
from model.errors import SaveError
from model.storage.atomic import digest, write_bytes
old, new = b"old " * 50_000, b"newer " * 50_000
try:
    os.open({_MARK!r}, os.O_RDONLY)
except FileNotFoundError:
    pass
try:
    write_bytes(Path(sys.argv[1]), new, expect=digest(old))
    print({SAVED!r}, flush=True)
except SaveError as error:
    print(type(error).__name__, error, flush=True)
"""


class Call(NamedTuple):
    """The `number`-th call of this name in the child, as strace counts them."""

    name: str
    number: int
    arguments: str


@functools.cache
def can_trace() -> bool:
    """Whether strace is there and may trace."""
    if not shutil.which("strace"):
        return False
    tried = subprocess.run(
        [*_STRACE, _QUICK, "-o", os.devnull, "-e", "trace=write", "true"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


def environment() -> dict[str, str]:
    """For a child: the same modules, the same calls at every start."""
    return os.environ | {
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *filter(None, sys.path)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }


def save(file: Path, inject: Sequence[str] = (), log: Path | None = None) -> tuple[int, str]:
    """Let a child save NEW over OLD in `file`; its exit code and what it told."""
    file.write_bytes(OLD)
    command = [*_STRACE, "-o", str(log or os.devnull), "-e", f"trace={_TRACED}"]
    if not any("signal=" in rule for rule in inject):
        command.append(_QUICK)
    for rule in inject:
        command += ["-e", f"inject={rule}"]
    command += [sys.executable, "-c", _CHILD, str(file)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment(), check=False
    )
    assert done.returncode in (0, -9, 137), done.stderr
    return done.returncode, done.stdout


def calls_of_a_save(folder: Path) -> list[Call]:
    """Every traced call between the begin of a save and its word that all is well."""
    log = folder / "log"
    code, told = save(folder / "file.json", log=log)
    assert (code, told.strip()) == (0, SAVED)
    counts: dict[str, int] = {}
    calls: list[Call] = []
    begun = False
    for line in log.read_text("utf-8").splitlines():
        found = _CALL.match(line)
        if not found:
            continue
        name = found[1]
        counts[name] = counts.get(name, 0) + 1
        if begun:
            calls.append(Call(name, counts[name], found[2]))
            if name == "write" and found[2].startswith("1,"):
                break
        begun = begun or _MARK in line
    return calls
