"""The recipe of the bundles: what stays, what goes, and that the program misses nothing of it."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bundle import recipe, tree, windows
from bundle.proof_files import NEVER
from bundle.recipe import LINUX, SYSTEMS, WINDOWS, System
from installer import desktop
from tests.source import ROOT

LOADED = """
import json, pkgutil, sys
import docx, main, model, ui
for package in (model, ui):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        __import__(module.name)
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Every module that is loaded when all of the program is."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=ROOT, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return set(json.loads(done.stdout))


def imported_names() -> set[str]:
    """Every module that a file of the program imports anywhere, also inside of functions."""
    files = [ROOT / "main.py", *(ROOT / "model").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {
        node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module
    }


@pytest.mark.parametrize(
    ("system", "path"),
    [
        (LINUX, "PySide6/QtWidgets.abi3.so"),
        (LINUX, "PySide6/Qt/lib/libQt6XcbQpa.so.6"),
        (LINUX, "PySide6/Qt/plugins/platforms/libqxcb.so"),
        (LINUX, "PySide6/Qt/translations/qtbase_zh_CN.qm"),
        (WINDOWS, "PySide6/QtWidgets.pyd"),
        (WINDOWS, "PySide6/plugins/platforms/qwindows.dll"),
        (WINDOWS, "PySide6/translations/qtbase_zh_CN.qm"),
        (WINDOWS, "lxml/etree.cp311-win_amd64.pyd"),
        (LINUX, "docx/templates/default.docx"),
        (LINUX, "pydantic/main.py"),
        (LINUX, "pydantic-2.14.3.dist-info/METADATA"),
    ],
)
def test_what_the_program_runs_on_stays(system: System, path: str) -> None:
    assert recipe.stays(system, path)


@pytest.mark.parametrize(
    ("system", "path"),
    [
        (LINUX, "PySide6/QtNetwork.abi3.so"),
        (LINUX, "PySide6/Qt/lib/libQt6Network.so.6"),
        (LINUX, "PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        (LINUX, "PySide6/Qt/qml/QtQuick/qmldir"),
        (LINUX, "PySide6/designer"),
        (WINDOWS, "PySide6/opengl32sw.dll"),
        (WINDOWS, "PySide6/plugins/tls/qopensslbackend.dll"),
        (WINDOWS, "PySide6/Qt6Network.dll"),
        (WINDOWS, "PySide6/QtWidgets.pyi"),
        (WINDOWS, "jeepney/bus.py"),
        (WINDOWS, "docx/templates/default-docx-template/word/styles.xml"),
        (WINDOWS, "lxml/includes/etreepublic.pxd"),
        (LINUX, "docx/py.typed"),
        (LINUX, "pydantic/v1/main.py"),
    ],
)
def test_what_it_does_not_need_goes(system: System, path: str) -> None:
    assert not recipe.stays(system, path)


def test_the_program_loads_no_module_of_qt_that_is_left_out(loaded: set[str]) -> None:
    used = {name.split(".")[1] for name in loaded if re.fullmatch(r"PySide6\.Qt\w+", name)}
    assert used
    assert used <= set(recipe.KEPT_QT)


def test_the_program_loads_nothing_of_the_library_that_is_left_out(loaded: set[str]) -> None:
    left_out = {Path(name).stem for name in recipe.LIBRARY_LEFT_OUT}
    assert "json" in loaded
    assert loaded & left_out <= {"ssl"}  # http.client asks for it and goes on without


def test_the_program_loads_no_extension_that_is_left_out(loaded: set[str]) -> None:
    assert loaded & set(recipe.LINUX_EXTENSIONS_LEFT_OUT) <= {"_hashlib", "_ssl"}


def test_every_import_of_the_program_is_in_the_bundle() -> None:
    left_out = {Path(name).stem for name in recipe.LIBRARY_LEFT_OUT}
    ours = {"model", "ui"}
    packages = {"docx", "jeepney", "lxml", "openpyxl", "platformdirs", "pydantic"}
    brought = ours | packages | {"PySide6", "pydantic_core", "shiboken6"}
    names = imported_names()
    assert {name for name in names if name.split(".")[0] == "PySide6"} <= {
        f"PySide6.{module}" for module in recipe.KEPT_QT
    }
    tops = {name.split(".")[0] for name in names}
    assert {"PySide6", "json", "subprocess"} <= tops
    assert tops - brought <= sys.stdlib_module_names - left_out


def test_every_pin_is_a_whole_hash() -> None:
    pins = [recipe.PYTHON_SOURCE, recipe.CARRIER_WHEEL, *recipe.DESKTOP_LIBRARIES.values()]
    assert all(re.fullmatch(r"[0-9a-f]{64}", pin.sha256) for pin in pins)


def test_no_library_is_both_bundled_and_asked_of_the_system() -> None:
    for name in recipe.WINDOWS_EXTENSIONS + recipe.WINDOWS_INTERPRETER:
        assert name.lower() not in recipe.WINDOWS_SYSTEM_LIBRARIES


def test_nothing_that_is_proven_absent_is_kept() -> None:
    kept = [*recipe.WINDOWS_EXTENSIONS, *recipe.WINDOWS_INTERPRETER]
    assert not [name for name in kept if name.startswith(NEVER)]


def test_no_kind_of_file_of_others_is_taken() -> None:
    written = desktop.entry("/opt/xugao", "/opt/xugao.svg")
    assert re.findall("MimeType=(.*)", written) == [f"{desktop.KIND};"]
    assert re.findall('pattern="(.*)"', desktop.KIND_OF_FILE) == ["*.xugao"]


def test_the_systems_are_told_apart() -> None:
    assert len({system.key for system in SYSTEMS}) == len(SYSTEMS) == 2
    assert all(system.limit for system in SYSTEMS)


def test_the_version_is_the_programs() -> None:
    from model.version import VERSION

    assert tree.version() == VERSION


@pytest.mark.parametrize("name", ["安装.cmd", "卸载.cmd"])
def test_a_command_file_has_line_ends_of_windows_and_no_mark(name: str) -> None:
    data = windows.windows_text(name)
    assert data.startswith(b"@echo off\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("name", ["安装.cmd", "卸载.cmd"])
def test_a_command_file_is_ascii_until_it_has_switched_to_utf_8(name: str) -> None:
    before, _, _ = windows.windows_text(name).partition(b"chcp 65001")
    assert before.isascii()


def test_the_notes_open_in_notepad_and_name_the_version() -> None:
    data = windows.windows_text("安装说明.txt")
    assert data.startswith("\ufeff续稿 ".encode() + tree.version().encode())


def test_no_address_stands_in_the_recipe() -> None:
    folders = (ROOT / ".ci" / "bundle", ROOT / ".ci" / "shipped")
    texts = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    found = {
        path.name: hit
        for path in texts
        if path.suffix != ".pyc"
        for hit in re.findall(r"https?://\S+", path.read_text(encoding="utf-8"))
        if "schemas.microsoft.com" not in hit and "freedesktop.org/standards" not in hit
    }
    assert found == {}
