"""The parts of a tree that all systems share: packages, program, library, licences, lists."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from email.parser import HeaderParser
from pathlib import Path

from bundle import interpreter
from bundle.fetch import BundleRefused, run, sha256
from bundle.recipe import (
    APP_FILES,
    EPOCH,
    HERE,
    LIBRARY_LEFT_OUT,
    NAME,
    PYTHON_SOURCE,
    ROOT,
    SUMMARY,
    TITLE,
    System,
    stays,
)

MANIFEST = "MANIFEST.sha256"
SBOM = "sbom.cdx.json"
SHIPPED = HERE.parent / "shipped"
COMMON_LICENSES = Path("/usr/share/common-licenses")


def version() -> str:
    """Return the version of the program."""
    text = (ROOT / "model" / "version.py").read_text(encoding="utf-8")
    match = re.search(r'^VERSION = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if match is None:
        raise BundleRefused("model/version.py says no version A.B.C")
    return match[1]


def unpack_wheels(wheels: Iterable[Path], system: System, folder: Path) -> None:
    """Unpack what stays of `wheels` into `folder`."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as zipped:
            for name in zipped.namelist():
                if not name.endswith("/") and stays(system, name):
                    write(folder / name, zipped.read(name))


def copy_program(folder: Path) -> None:
    """Copy the program and its installer into `folder`."""
    said = run(["git", "-c", "core.quotePath=off", "ls-files", "-z", "--", *APP_FILES], cwd=ROOT)
    for name in sorted(filter(None, said.split("\0"))):
        write(folder / name, (ROOT / name).read_bytes())
    for path in sorted((SHIPPED / "installer").glob("*.py")):
        write(folder / "installer" / path.name, path.read_bytes())


def zip_library(
    path: Path, extra: Iterable[Path] = (), *, method: int = zipfile.ZIP_STORED
) -> None:
    """Write the standard library as compiled modules into the zip `path`.

    It may be packed only where zlib is built into the interpreter: the first module that is
    loaded comes from it.
    """
    library = interpreter.source() / "Lib"
    parts = path.with_suffix(".parts")
    shutil.copytree(library, parts, ignore=_left_out(library))
    for module in extra:
        shutil.copy(module, parts / module.name)
    compile_modules(parts, beside=True)
    with zipfile.ZipFile(path, "w") as zipped:
        for module in sorted(parts.rglob("*.pyc")):
            name = module.relative_to(parts).as_posix()
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            zipped.writestr(entry, module.read_bytes(), method)
    shutil.rmtree(parts)


def _left_out(library: Path) -> Callable[[str, list[str]], list[str]]:
    def ignore(folder: str, names: list[str]) -> list[str]:
        top = Path(folder) == library
        return [
            name
            for name in names
            if (top and name in LIBRARY_LEFT_OUT)
            or name in ("test", "tests", "__pycache__")
            or ("." in name and not name.endswith(".py"))
        ]

    return ignore


def compile_modules(folder: Path, *, beside: bool = False) -> None:
    """Compile every module below `folder`: into __pycache__, or `beside` and without its source.

    In a process of its own with fixed hashes, so that two builds give the same bytes. The
    compiled files are never compared with their sources (the tree is only replaced as a whole).
    """
    script = HERE / "compile_modules.py"
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [sys.executable, "-s", str(script), str(folder), "beside" if beside else "cached"],
        check=True,
        env=environment,
    )


def licenses(folder: Path, packages: Path, others: dict[str, Path]) -> None:
    """Collect the licences: of the program, of Python, of every package, of `others`."""
    shutil.copytree(SHIPPED / "licenses", folder)
    copies = {"xugao-MIT.txt": ROOT / "LICENSE", "Python-PSF.txt": interpreter.source() / "LICENSE"}
    copies |= {f"{name}.txt": COMMON_LICENSES / name for name in ("LGPL-3", "GPL-3")}
    for info in sorted(packages.glob("*.dist-info")):
        for path in sorted(info.rglob("*")):
            if path.is_file() and re.match(r"(?i)licen|copying|notice|author", path.name):
                copies[f"{info.name.removesuffix('.dist-info')}-{path.stem}.txt"] = path
    for name, path in (copies | others).items():
        write(folder / name, path.read_bytes())


def bill_of_materials(
    packages: Path, wheels: Iterable[Path], others: list[dict[str, object]]
) -> str:
    """Return the list of what the bundle holds (CycloneDX), without times and addresses."""
    hashes = {wheel.name.split("-")[0].lower(): sha256(wheel) for wheel in wheels}
    components: list[dict[str, object]] = []
    for info in sorted(packages.glob("*.dist-info")):
        facts = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        wheel_name = info.name.split("-")[0].lower()
        entry = component(facts["Name"], facts["Version"], f"pkg:pypi/{facts['Name'].lower()}")
        entry["hashes"] = [{"alg": "SHA-256", "content": hashes[wheel_name]}]
        license_name = facts["License-Expression"] or facts["License"]
        if license_name and len(license_name) < 80:
            entry["licenses"] = [{"license": {"name": license_name}}]
        components.append(entry)
    python = component("CPython", "3.11.2", "pkg:generic/cpython")
    python["hashes"] = [{"alg": "SHA-256", "content": PYTHON_SOURCE.sha256}]
    python["licenses"] = [{"license": {"id": "PSF-2.0"}}]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "name": NAME, "version": version(),
                "description": f"{TITLE}：{SUMMARY}", "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*components, python, *others],
    }  # fmt: skip
    return json.dumps(bill, ensure_ascii=False, indent=1) + "\n"


def component(name: str, number: str, kind: str) -> dict[str, object]:
    """Return one entry of the bill of materials."""
    return {"type": "library", "name": name, "version": number, "purl": f"{kind}@{number}"}


def write(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def files(tree: Path) -> list[Path]:
    """Return every file of a tree, in a fixed order."""
    return sorted((p for p in tree.rglob("*") if p.is_file()), key=lambda p: p.as_posix())


def seal(tree: Path) -> None:
    """Give every file of the tree its time and rights, and write the manifest."""
    runs = re.compile(r"xugao|安装\.sh|卸载\.sh|python/bin/python3")
    lines = []
    for path in files(tree):
        name = path.relative_to(tree).as_posix()
        lines.append(f"{sha256(path)}  {name}\n")
        path.chmod(0o755 if runs.fullmatch(name) else 0o644)
    (tree / MANIFEST).write_text("".join(lines), encoding="utf-8")
    (tree / MANIFEST).chmod(0o644)
    for path in [*tree.rglob("*"), tree]:
        if path.is_dir():
            path.chmod(0o755)
        os.utime(path, (EPOCH, EPOCH))


def check_size(tree: Path, system: System) -> int:
    """Return the size of the tree in bytes; raise if it is larger than allowed."""
    size = sum(path.stat().st_size for path in files(tree))
    if size > system.limit:
        raise BundleRefused(f"{tree.name}: {size} bytes, more than the {system.limit} allowed")
    return size
