"""That the reader behind the architecture tests finds what it is there to find."""

import pytest

from tests.source import (
    LONGEST_FUNCTION,
    find_cycle,
    imports_by_room,
    long_functions,
    module_of,
    room_of,
    writes,
)
from tests.test_architecture import FILE_FORMATS, NETWORK, forbidden, strangers


@pytest.mark.parametrize(
    "code",
    [
        "open('a', 'w')",
        "open('a', mode='ab')",
        "io.open('a', 'x')",
        "open('a', 'r+')",
        "open('a', how)",
        "path.open('wb')",
        "path.open(mode)",
        "path.write_text('a')",
        "folder.joinpath('a').write_bytes(b'a')",
        "path.replace(other)",
        "path.rename(other)",
        "os.write(handle, data)",
        "os.open('a', flags)",
        "os.open('a', os.O_RDONLY | os.O_CREAT)",
        "os.replace(a, b)",
        "json.dump(value, stream)",
        "shutil.copyfile(a, b)",
        "tempfile.mkstemp()",
        "zipfile.ZipFile(path, 'w')",
        "ZipFile(path, mode='a')",
        "document.save(path)",
        "atomic.write_bytes(path, data)",
    ],
)
def test_a_call_that_writes_is_found(code: str) -> None:
    assert [line for line, _ in writes(module_of("model/x.py", f"\n{code}\n"))] == [2]


@pytest.mark.parametrize(
    "code",
    [
        "open('a')",
        "open('a', 'rb')",
        "path.open('r')",
        "path.open(encoding='utf-8')",
        "path.read_text()",
        "os.open('a', os.O_RDONLY | os.O_NONBLOCK)",
        "text.replace('a', 'b')",
        "record.replace(name='a')",
        "json.dumps(value)",
        "zipfile.ZipFile(path)",
        "out = io.BytesIO()\nwith ZipFile(out, 'w') as z: z.writestr('a', 'b')",
        "def f(out: BytesIO): return ZipFile(out, 'w')",
        "out = BytesIO()\ndocument.save(out)",
        "session.save(path)",
        "from model.storage import atomic\natomic.write_bytes(path, data)",
        "from model.storage.atomic import write_bytes\nwrite_bytes(path, data)",
    ],
)
def test_a_call_that_reads_or_stays_in_memory_is_let_pass(code: str) -> None:
    assert list(writes(module_of("model/x.py", code))) == []


@pytest.mark.parametrize(
    ("path", "code", "name"),
    [
        ("model/values/x.py", "from model.report import item", "model.report.item"),
        ("model/values/x.py", "import model.report.item as i", "model.report.item"),
        ("model/values/x.py", "from ..report import item", "model.report.item"),
        ("model/values/__init__.py", "from .. import report", "model.report"),
        ("model/values/x.py", "def f():\n    import ui", "ui"),
        ("model/values/x.py", "if TYPE_CHECKING:\n    from main import run", "main.run"),
    ],
)
def test_an_import_from_above_is_found(path: str, code: str, name: str) -> None:
    (found,) = strangers(module_of(path, code), ("model.errors", "model.values"))
    assert found.startswith(path)
    assert found.endswith(f"imports {name}")


def test_an_import_from_the_room_itself_or_of_errors_is_let_pass() -> None:
    code = "import re\nfrom model.errors import ValueRefused\nfrom model.values import period\n"
    assert strangers(module_of("model/values/x.py", code), ("model.errors", "model.values")) == []


@pytest.mark.parametrize(
    ("code", "banned"),
    [
        ("import socket", NETWORK),
        ("from urllib import request", NETWORK),
        ("import http.client", NETWORK),
        ("from PySide6.QtGui import QDesktopServices", NETWORK),
        ("from docx.oxml import parse_xml", FILE_FORMATS),
        ("from model.word.write.word_file import write", FILE_FORMATS),
        ("from model import storage", FILE_FORMATS),
    ],
)
def test_a_banned_import_is_found(code: str, banned: tuple[str, ...]) -> None:
    assert len(forbidden(module_of("model/compose/x.py", code), banned)) == 1


def test_a_name_that_only_begins_alike_is_let_pass() -> None:
    code = "import docxcompose\nimport urllib.parse\nimport sslate\n"
    assert forbidden(module_of("model/x.py", code), (*NETWORK, "docx")) == []


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("model.values.period.Period", "model.values"),
        ("model.values", "model.values"),
        ("model.wording.finding.units", "model.wording.finding"),
        ("model.session.Session", "model.session"),
        ("model.session", "model.session"),
        ("ui", "ui"),
    ],
)
def test_a_room_is_a_package_or_a_module_at_the_top(name: str, room: str) -> None:
    assert room_of(name) == room


def test_a_round_of_rooms_is_found_with_its_imports() -> None:
    modules = [
        module_of("model/values/x.py", "from model.report import item"),
        module_of("model/report/x.py", "import model.session"),
        module_of("model/session.py", "from model.values.period import Period"),
        module_of("model/desk.py", "from model.values.period import Period"),
    ]
    found = find_cycle(imports_by_room(modules))
    assert {imported.name for imported in found} == {
        "model.report.item",
        "model.session",
        "model.values.period.Period",
    }
    assert find_cycle(imports_by_room(modules[1:])) == []


@pytest.mark.parametrize(("lines", "found"), [(LONGEST_FUNCTION, 0), (LONGEST_FUNCTION + 1, 1)])
def test_a_function_longer_than_a_screen_is_found(lines: int, found: int) -> None:
    code = "def f():\n" + "    pass\n" * (lines - 1)
    assert len(long_functions(module_of("model/x.py", code))) == found
