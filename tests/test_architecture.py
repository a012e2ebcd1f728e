"""The rules that keep the rooms apart, read from the source and from a real import.

What each room may import, who writes files, that nothing reaches for the network, and how
long a file or a function may get. Each finding names file, line and what is wrong there.
The rules are those of the design; `tests/source.py` reads the source for them.
"""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.source import (
    LARGEST_FILE,
    LONGEST_FUNCTION,
    ROOT,
    THE_WRITER,
    Module,
    all_modules,
    find_cycle,
    imports_by_room,
    long_functions,
    room_of,
    writes,
)

MODULES = all_modules()
IN_MODEL = [module for module in MODULES if module.name.startswith("model")]

EVERYWHERE = ("model.errors", "model.file_names", "model.version")

# The rooms whose words all know: what is said, and the records that say it.
WORDS = ("model.values", "model.wording", "model.wording.finding", "model.wording.saying")
RECORDS = (*WORDS, "model.report")
ENTRY = (*RECORDS, "model.numbers", "model.entry")
TEXTS = (*RECORDS, "model.numbers", "model.compose", "model.document")
WINDOW = ("ui.kit", "ui.workspace")
USE_CASES = ("model.clock", "model.desk", "model.jobs", "model.session")

# A room (a package, or a module at the top of model/ or ui/), and all that it may import of ours
# beside itself and EVERYWHERE. What lies in a package of a package is a room of its own.
ROOMS: dict[str, tuple[str, ...]] = {
    "model": (),
    "model.errors": (),
    "model.file_names": (),
    "model.version": (),
    "model.clock": (),
    "model.progress": (),
    "model.values": (),
    "model.wording": ("model.values",),
    "model.wording.finding": ("model.values", "model.wording"),
    "model.wording.saying": ("model.values", "model.wording", "model.wording.finding"),
    "model.report": ("model.values", "model.wording", "model.wording.finding"),
    "model.document": ("model.values",),
    "model.history": ("model.report",),
    "model.storage": ("model.clock", "model.report"),
    "model.typesetting": ("model.document", "model.values"),
    "model.paging": ("model.document", "model.typesetting"),
    "model.library": (*RECORDS, "model.storage", "model.typesetting"),
    "model.numbers": ("model.values", "model.wording", "model.report"),
    # How numbers have gone: read only, out of what is known.
    "model.trends": (*RECORDS, "model.numbers"),
    "model.compose": (*RECORDS, "model.numbers", "model.document", "model.typesetting"),
    "model.entry": (*RECORDS, "model.numbers"),
    "model.places": (*ENTRY, "model.compose", "model.document"),
    "model.arrange": (*ENTRY, "model.compose", "model.library", "model.places"),
    "model.table": (*ENTRY, "model.arrange", "model.library", "model.places"),
    "model.renewal": (*ENTRY, "model.compose", "model.document", "model.places", "model.trends"),
    "model.reading": (),
    # What came from outside, to take or to leave: the shape is the same for whatever brings it.
    "model.choices": (),
    "model.parse": (*TEXTS, "model.entry", "model.library", "model.progress", "model.reading"),
    # What is cleaned before it is read: signs tell where lines begin, gaps what is to be filled in.
    "model.cleaning": (
        "model.values",
        "model.wording",
        "model.wording.finding",
        "model.reading",
        "model.parse",
    ),
    "model.check": (
        *(*TEXTS, "model.entry", "model.places", "model.library", "model.reading"),
        "model.parse",
    ),
    # A returned file beside its draft and the project: read, aligned, compared, applied, in that
    # order; it opens no file.
    "model.redpen": (
        *(*TEXTS, "model.entry", "model.arrange", "model.places", "model.choices"),
        "model.reading",
    ),
    # Two copies of one project, changed apart: the same laws as for a returned file.
    "model.merging": (
        *(*TEXTS, "model.entry", "model.arrange", "model.places", "model.choices"),
        "model.redpen",
    ),
    # What departments are asked for and what they gave back; it knows no file format.
    "model.forms": (
        *(*TEXTS, "model.entry", "model.arrange", "model.places", "model.choices"),
        "model.reading",
    ),
    # Tasks over periods (台账): found in what was read, followed by the clock they are given.
    "model.ledger": (*TEXTS, "model.entry", "model.arrange", "model.parse"),
    # Workbooks: written from a form or a text, read in a child process.
    "model.excel": ("model.document", "model.forms", "model.reading", "model.typesetting"),
    "model.word": (),
    "model.word.read": ("model.reading", "model.word"),
    "model.word.write": (
        *("model.document", "model.paging", "model.typesetting", "model.values", "model.word"),
    ),
    "model.session": (*ENTRY, "model.clock", "model.history", "model.places", "model.storage"),
    "model.desk": ("model.clock", "model.storage"),
    "model.jobs": (
        *(*TEXTS, "model.entry", "model.arrange", "model.places", "model.table", "model.check"),
        *("model.renewal", "model.reading", "model.parse", "model.cleaning", "model.library"),
        *("model.choices", "model.redpen", "model.merging", "model.forms", "model.excel"),
        # What was printed is found again by page and line.
        *("model.trends", "model.typesetting", "model.paging", "model.ledger"),
        *("model.word.read", "model.word.write", "model.storage", "model.session", "model.clock"),
    ),
    "model.cli": (
        *(*TEXTS, "model.entry", "model.arrange", "model.places", "model.table", "model.check"),
        *("model.renewal", "model.reading", "model.parse", "model.cleaning", "model.library"),
        *("model.choices", "model.forms", "model.trends", "model.storage", "model.ledger"),
        *("model.session", "model.clock", "model.jobs", "model.desk"),
    ),
    "ui": (),
    "ui.workspace": (*TEXTS, "model.entry", "model.places", "model.session"),
    # The clipboard is read at one place for every table (0021).
    "ui.kit": (
        *(*USE_CASES, "model.library", "model.progress", "model.values", "model.table"),
        # What a double click takes is one rule for every field.
        *("model.wording.finding", "ui.workspace"),
    ),
    "ui.preview": ("model.document", "model.paging", "model.typesetting", "model.values"),
    # What the bank says of an indicator (口径) stands below its field.
    "ui.forms": (
        *(*RECORDS, "model.places", "model.jobs", "model.library"),
        *("ui.forms.editors", *WINDOW),
    ),
    "ui.forms.editors": (*RECORDS, "model.clock", "model.compose", "model.entry", "ui.kit"),
    "ui.part": (
        *(*TEXTS, "model.entry", "model.arrange", "model.places", "model.check", "model.library"),
        # Whether last period's text stands in the points or beside them is chosen at the part.
        *("model.jobs", "model.renewal", "model.table", "ui.forms", "ui.forms.editors", *WINDOW),
    ),
    "ui.trends": (
        *USE_CASES,
        "model.report",
        "model.values",
        "model.trends",
        "model.table",
        "model.library",
        *WINDOW,
    ),
    "ui.table": (
        *(*RECORDS, "model.entry", "model.arrange", "model.table", "model.library"),
        *("model.trends", "ui.forms.editors", "ui.trends", *WINDOW),
    ),
    "ui.dialogs": (
        *(*USE_CASES, "model.report", "model.places", "model.library"),
        *("ui.preview", *WINDOW),
    ),
    "ui.renewal": (
        *(*RECORDS, *USE_CASES, "model.entry", "model.places", "model.table", "model.renewal"),
        *("model.parse", "model.cleaning", "model.library", "ui.forms.editors", "ui.table"),
        *("ui.trends", *WINDOW),
    ),
    # The one dialog in which what came from outside is taken or left, whatever brings it.
    "ui.choices": ("model.choices", "ui.renewal", *WINDOW),
    "ui.redpen": (
        *(*USE_CASES, "model.choices", "model.document", "model.redpen", "model.entry"),
        *("ui.choices", "ui.renewal", *WINDOW),
    ),
    "ui.departments": (
        *(*USE_CASES, "model.report", "model.arrange", "model.entry", "model.choices"),
        *("model.forms", "ui.choices", "ui.renewal", *WINDOW),
    ),
    "ui.ledger": (
        *(*USE_CASES, "model.report", "model.values", "model.entry", "model.ledger"),
        *("model.forms", *WINDOW),
    ),
    "ui.pages": (
        *(
            *USE_CASES,
            "model.report",
            "model.values",
            "model.places",
            "model.check",
            "model.document",
            "model.library",
            "model.forms",
        ),
        *("ui.forms", "ui.forms.editors", "ui.dialogs", "ui.preview", *WINDOW),
    ),
    "ui.shell": (
        *(*USE_CASES, "model.report", "model.arrange", "model.check", "model.places"),
        *("model.library", "ui.pages", "ui.part", "ui.table", "ui.renewal", "ui.dialogs"),
        *("ui.redpen", "ui.trends", "ui.departments", "ui.ledger", "model.forms"),
        *("model.document", "model.ledger"),
        *("ui.forms.editors", "ui.preview", *WINDOW),
    ),
    "ui.input_method": ("ui.kit",),
    "ui.app": ("model.desk", "model.jobs", "ui.shell", "ui.dialogs", "ui.input_method", "ui.kit"),
}

# A room and all within it, and what it must not know.
FILE_FORMATS = ("docx", "lxml", "openpyxl", "zipfile", "xml", "json", "model.word", "model.storage")
FILES = ("pathlib", "os", "io", "tempfile", "shutil")
BANNED: dict[str, tuple[str, ...]] = {
    "model": ("ui", "main", "tests", "bench", "PySide6", "shiboken6"),
    **dict.fromkeys(
        ("model.report", "model.compose", "model.parse", "model.renewal", "model.check",
         "model.places", "model.choices", "model.redpen", "model.merging", "model.ledger"),
        (*FILE_FORMATS, *FILES),
    ),
    "model.document": (*FILE_FORMATS, *FILES),
    "ui": ("model.storage", "model.cli", "docx", "lxml", "openpyxl", "zipfile", "xml", "json",
           "platformdirs", "main", "tests", "bench"),
}  # fmt: skip

# A package, and the only places that may import it.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "docx": ("model.word",),
    "lxml": ("model.word",),
    "openpyxl": ("model.excel",),
    "jeepney": ("ui.input_method.fcitx_bus",),
    "platformdirs": ("model.storage.paths",),
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


def test_every_room_has_its_rule() -> None:
    rooms = {room_of(module.name) for module in MODULES}
    assert rooms == ROOMS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_its_rule_says(room: str) -> None:
    allowed = {*ROOMS[room], room, *EVERYWHERE}
    found = [
        str(imported)
        for module in MODULES
        if room_of(module.name) == room
        for imported in module.imports
        if imported.is_ours and room_of(imported.name) not in allowed
    ]
    assert not found, report(f"{room} may import only {', '.join(sorted(allowed))}", found)


def test_no_room_imports_itself_by_way_of_others() -> None:
    found = [str(imported) for imported in find_cycle(imports_by_room(MODULES))]
    assert not found, report("rooms lie above one another; these imports go round", found)


def test_the_rules_allow_no_round() -> None:
    TopologicalSorter(ROOMS).prepare()


@pytest.mark.parametrize("room", ["model.report", "model.compose", "model.parse", "model.places"])
def test_records_and_texts_open_no_file(room: str) -> None:
    found = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        if within(module.name, room)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "open"
    ]
    assert not found, report(f"{room} opens no file", found)


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
        if not any(within(module.name, room) for room in ONLY_IN[package])
        for line in forbidden(module, (package,))
    ]
    assert not found, report(f"{package} is imported only in {', '.join(ONLY_IN[package])}", found)


MIGRATIONS = (
    "model.storage.migrations",
    "model.storage.version_2",
    "model.storage.version_3",
    "model.storage.version_4",
    "model.storage.version_5",
    "model.storage.version_6",
    "model.storage.version_7",
    "model.storage.file_records",
)


def test_migrations_import_no_current_record() -> None:
    found = [
        line
        for module in MODULES
        if any(within(module.name, step) for step in MIGRATIONS)
        for line in strangers(module, (*MIGRATIONS, *EVERYWHERE))
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


CLOCKS = ("date.today", "datetime.now", "datetime.utcnow", "datetime.today", "time.time",
          "QDate.currentDate", "QDateTime.currentDateTime", "QTime.currentTime")  # fmt: skip


def test_there_is_one_clock() -> None:
    found = [
        f"{module.path}:{node.lineno}: {ast.unparse(node)}"
        for module in MODULES
        if module.name != "model.clock"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS
    ]
    assert not found, report("the time is asked of model.clock, which tests can set", found)


def test_no_chinese_goes_through_strftime() -> None:
    """On a Windows of another language that raises; `model.clock.day_and_time` does not."""
    formats = [
        (module, node, part)
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FormattedValue | ast.Call)
        for part in _formats(node)
    ]
    assert formats
    found = [
        f"{module.path}:{node.lineno}: {said}"
        for module, node, said in formats
        if "%" in said and not said.isascii()
    ]
    assert not found, report("the signs of a date are put together without strftime", found)


def _formats(node: ast.FormattedValue | ast.Call) -> list[str]:
    """The texts that tell how a value is formatted at this place."""
    spec: list[ast.expr] = []
    if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
        spec = [node.format_spec]
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("strftime"):
        spec = node.args
    return [
        part.value
        for given in spec
        for part in ast.walk(given)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


def test_labels_are_made_in_one_place() -> None:
    found = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        if module.name != "ui.kit.labels"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel"
    ]
    assert not found, report("a label of ui.kit.labels never takes text for HTML", found)


def test_nobody_asks_qt_for_the_items_of_a_layout() -> None:
    """Qt frees an item without a word to Python, which takes what comes to its address for it."""
    found = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        if module.name.startswith("ui.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("itemAt", "takeAt", "itemAtPosition")
        and ast.unparse(node.value) != "self"  # a list's own rows are made in Python
    ]
    assert not found, report("items of a layout are Qt's: decision 0046", found)


def test_no_button_that_qt_made_is_kept() -> None:
    """It is gone for Python when anything above it is freed: decision 0046."""
    found = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        if module.name.startswith("ui.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Attribute)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and node.value.func.attr == "addButton"
    ]
    assert not found, report("a button that is kept is made in Python", found)


CONVERTER = "model.reading.converter"
"""Hands a file to another program in a folder that is gone afterwards: nothing of it is kept."""


def test_files_are_written_by_the_atomic_writer_only() -> None:
    found = [
        f"{module.path}:{line}: {what}"
        for module in MODULES
        if module.name not in (THE_WRITER, CONVERTER)
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


def test_every_field_of_one_line_takes_figures_and_words_whole() -> None:
    bare = [
        f"{module.path}:{call.lineno}"
        for module in MODULES
        if module.name.startswith("ui.")
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "QLineEdit"
    ]
    assert bare == [], "make a RunLine (ui/kit/run_line.py)"
