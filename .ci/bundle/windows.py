"""The bundle for Windows: the tree and a zip of it that runs where it is unpacked."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from bundle import interpreter, pack, tree
from bundle.fetch import CACHE, wheels
from bundle.icon import write_icon
from bundle.recipe import CARRIER_WHEEL, NAME, ROOT, TITLE, WINDOWS

_SCRIPTS = ("安装.cmd", "卸载.cmd", "安装说明.txt")
_BYTE_ORDER_MARK = "\ufeff"


def build_tree(folder: Path) -> Path:
    """Build the tree below `folder` and return it."""
    made = folder / f"{NAME}-{tree.version()}"
    shutil.rmtree(made, ignore_errors=True)
    packages = made / "site-packages"
    fetched = wheels(WINDOWS)
    tree.unpack_wheels(fetched, WINDOWS, packages)
    tree.copy_program(made / "app")
    interpreter.windows(made / "python")
    tree.zip_library(made / "python" / "python311.zip", method=zipfile.ZIP_DEFLATED)
    _build_launchers(made)
    tree.licenses(made / "licenses", packages, {})
    carried = tree.component("CPython for Windows", "3.11.9", "pkg:generic/cpython-windows")
    carried["hashes"] = [{"alg": "SHA-256", "content": CARRIER_WHEEL.sha256}]
    bill = tree.bill_of_materials(packages, fetched, [carried])
    tree.write(made / tree.SBOM, bill.encode())
    for name in _SCRIPTS:
        tree.write(made / name, windows_text(name))
    tree.compile_modules(packages)
    tree.compile_modules(made / "app")
    tree.seal(made)
    tree.check_size(made, WINDOWS)
    return made


def windows_text(name: str) -> bytes:
    """Return a text for Windows: CRLF; a mark for Notepad, which a command file must not have."""
    text = (tree.SHIPPED / "windows" / name).read_text(encoding="utf-8")
    mark = _BYTE_ORDER_MARK if name.endswith(".txt") else ""
    return (mark + text.replace("{version}", tree.version()).replace("\n", "\r\n")).encode()


def _build_launchers(made: Path) -> None:
    with tempfile.TemporaryDirectory(dir=CACHE / "scratch") as name:
        scratch = Path(name)
        write_icon(ROOT / "resources" / "icons" / "xugao.svg", scratch / "xugao.ico")
        shutil.copy(interpreter.NATIVE / "xugao.manifest", scratch)
        script = (interpreter.NATIVE / "xugao.rc").read_text(encoding="utf-8")
        values = {
            "numbers": ",".join([*tree.version().split("."), "0"]),
            "version": tree.version(),
            "title": TITLE,
            "name": NAME,
        }
        for key, value in values.items():
            script = script.replace(f"{{{key}}}", value)
        (scratch / "xugao.rc").write_text(script, encoding="utf-8")
        interpreter.windows_launchers(made, scratch / "xugao.rc")


def pack_all(made: Path, folder: Path) -> list[Path]:
    """Pack the tree as a zip."""
    return [pack.pack_zip(made, folder / f"{NAME}-{tree.version()}-{WINDOWS.key}.zip")]
