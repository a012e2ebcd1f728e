"""The rules that keep the rooms apart, read from the source and from a real import.

What each room may import, who writes files, that nothing reaches for the network, and how
long a file or a function may get. Each finding names file, line and what is wrong there.
The rules are those of the design; `tests/source.py` reads the source for them.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import (
    LARGEST_FILE,
    LONGEST_FUNCTION,
    ROOT,
    THE_WRITER,
    Module,
    all_modules,
    long_functions,
    writes,
)

MODULES = all_modules()
IN_MODEL = [module for module in MODULES if module.name.startswith("model")]

# A room, and all that it may import of ours beside itself and EVERYWHERE.
EVERYWHERE = ("model.errors", "model.version")
ROOMS: dict[str, tuple[str, ...]] = {
    "model.errors": (),
    "model.values": (),
    "model.wording": ("model.values",),
    "model.report": ("model.values", "model.wording"),
}

# A room, and what it must not know.
FILE_FORMATS = ("docx", "lxml", "openpyxl", "zipfile", "xml", "json", "model.word", "model.storage")
REPORTS = (
    "model.report",
    "model.compose",
    "model.parse",
    "model.carry",
    "model.check",
    "model.session",
)
BANNED: dict[str, tuple[str, ...]] = {
    "model": ("ui", "main", "tests", "bench", "PySide6", "shiboken6"),
    "model.compose": FILE_FORMATS,
    "model.parse": FILE_FORMATS,
    "model.carry": FILE_FORMATS,
    "model.check": FILE_FORMATS,
    "model.document": (*FILE_FORMATS, *REPORTS),
    "model.word": REPORTS,
    "ui": ("model.storage", "docx", "lxml", "json", "platformdirs", "main", "tests", "bench"),
}

# A package, and the only place that may import it.
ONLY_IN = {
    "docx": "model.word",
    "lxml": "model.word",
    "platformdirs": "model.storage.paths",
}

NETWORK = (
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "PySide6.QtGui.QDesktopServices",
)
LINK_OPENERS = ("setOpenExternalLinks", "openExternalLinks", "QDesktopServices")


def within(name: str, room: str) -> bool:
    """Tell whether the dotted `name` is `room` or lies in it."""
    return name == room or name.startswith(room + ".")


def strangers(module: Module, allowed: tuple[str, ...]) -> list[str]:
    """Return the imports of ours in `module` that are none of `allowed`."""
    return [
        str(found)
        for found in module.imports
        if found.is_ours and not any(within(found.name, room) for room in allowed)
    ]


def forbidden(module: Module, banned: tuple[str, ...]) -> list[str]:
    """Return the imports in `module` that are one of `banned`."""
    return [
        str(found) for found in module.imports if any(within(found.name, room) for room in banned)
    ]


def report(rule: str, found: list[str]) -> str:
    """Say the rule and each place that breaks it, one a line."""
    return "\n  ".join([rule, *found])


@pytest.mark.parametrize("room", ROOMS)
def test_a_low_room_imports_only_what_lies_below_it(room: str) -> None:
    allowed = (*ROOMS[room], room, *EVERYWHERE)
    found = [
        line
        for module in MODULES
        if within(module.name, room)
        for line in strangers(module, allowed)
    ]
    assert not found, report(f"{room} may import only {', '.join(allowed)}", found)


@pytest.mark.parametrize("room", BANNED)
def test_a_room_does_not_know_what_is_not_its_matter(room: str) -> None:
    found = [
        line
        for module in MODULES
        if within(module.name, room)
        for line in forbidden(module, BANNED[room])
    ]
    assert not found, report(f"{room} must not import {', '.join(BANNED[room])}", found)


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_is_imported_in_one_place_only(package: str) -> None:
    found = [
        line
        for module in MODULES
        if not within(module.name, ONLY_IN[package])
        for line in forbidden(module, (package,))
    ]
    assert not found, report(f"{package} is imported only in {ONLY_IN[package]}", found)


def test_migrations_import_no_current_record() -> None:
    found = [
        line
        for module in MODULES
        if within(module.name, "model.storage.migrations")
        for line in strangers(module, ("model.storage.migrations", *EVERYWHERE))
    ]
    assert not found, report(
        "migrations work on plain dicts, whatever the records look like today", found
    )


def test_nothing_reaches_for_the_network() -> None:
    imported = [line for module in MODULES for line in forbidden(module, NETWORK)]
    opened = [
        f"{module.path}: {name}"
        for module in MODULES
        for name in LINK_OPENERS
        if name in module.text
    ]
    found = imported + opened
    assert not found, report("nothing leaves the PC", found)


def test_files_are_written_by_the_atomic_writer_only() -> None:
    found = [
        f"{module.path}:{line}: {what}"
        for module in MODULES
        if module.name != THE_WRITER
        for line, what in writes(module)
    ]
    assert not found, report(f"files are written through {THE_WRITER} only", found)


def test_importing_the_command_line_and_all_of_model_loads_no_qt() -> None:
    names = [module.name for module in IN_MODEL if not module.name.endswith("__main__")]
    names.sort(key="model.cli.command_line".__ne__)  # the command line first: it must do on its own
    code = f"""
import importlib, sys
for name in {names!r}:
    importlib.import_module(name)
    loaded = sorted(m for m in sys.modules if m.split(".")[0] in ("PySide6", "shiboken6", "ui"))
    if loaded:
        sys.exit(f"{{name}} loads {{', '.join(loaded)}}")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert names
    assert done.returncode == 0, done.stderr


def test_every_init_file_is_empty() -> None:
    inits = [path for room in ("model", "ui", "tests", "bench") for path in init_files(room)]
    assert ROOT / "model" / "__init__.py" in inits
    assert [str(path) for path in inits if path.read_bytes()] == []


def init_files(room: str) -> list[Path]:
    """Return the `__init__.py` files at and below the top-level folder `room`."""
    return sorted((ROOT / room).rglob("__init__.py"))


def test_no_file_is_too_long_to_read_at_one_go() -> None:
    lengths = {str(module.path): len(module.text.splitlines()) for module in MODULES}
    found = [f"{path}: {length} lines" for path, length in lengths.items() if length > LARGEST_FILE]
    assert not found, report(
        f"more than {LARGEST_FILE} lines: what second thing does it do?", found
    )


def test_every_function_fits_a_screen() -> None:
    found = [line for module in MODULES for line in long_functions(module)]
    assert not found, report(f"more than {LONGEST_FUNCTION} lines: name the steps", found)
