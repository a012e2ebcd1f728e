"""What a bundle is made of: names, pinned inputs, what stays of each of them, limits.

The tables of the whole bundle stand here and nowhere else; the other modules do what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).resolve().parent
LOCK: Final = ROOT / ".lock" / "runtime.txt"

NAME: Final = "xugao"
TITLE: Final = "续稿"
SUMMARY: Final = "政府机关月度、季度、半年工作材料的离线编写程序"

EPOCH: Final = 315532800
"""The time of every file in a bundle, 1980-01-01: the first that a zip can say."""

MB: Final = 1_000_000


@dataclass(frozen=True)
class System:
    """One kind of computer that a bundle is made for."""

    key: str
    label: str
    wheel_tags: tuple[str, ...]
    limit: int
    """The most bytes that its tree may take on disk."""
    debian: str = ""
    """Debian's name of the processor."""
    glibc: tuple[int, ...] = ()
    glibcxx: tuple[int, ...] = ()


WINDOWS: Final = System("windows-x64", "Windows 10/11（64 位）", ("win_amd64",), 85 * MB)
LINUX: Final = System(
    "linux-x64",
    "Linux（x86-64，glibc 2.28 及以上）",
    tuple(f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 26, 17)),
    150 * MB,
    debian="amd64",
    glibc=(2, 28),
    glibcxx=(3, 4, 25),
)
SYSTEMS: Final = (WINDOWS, LINUX)


@dataclass(frozen=True)
class Pin:
    """One file that is fetched by name and taken only with this content."""

    file: str
    sha256: str


PYTHON_SOURCE: Final = Pin(
    "python3.11_3.11.2.orig.tar.gz",
    "2411c74bda5bbcfcddaf4531f66d1adc73f247f529aee981b029513aefdbf849",
)
"""CPython as its authors released it, from Debian 12: the interpreter of Linux, `Lib` of both."""

PYTHON_CARRIER: Final = ("panda3d", "1.10.16")
CARRIER_WHEEL: Final = Pin(
    "panda3d-1.10.16-cp311-cp311-win_amd64.whl",
    "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82",
)
"""A wheel that carries CPython 3.11.9 for Windows as the PSF signed it (deploy_libs/)."""

WINDOWS_INTERPRETER: Final = (
    "python311.dll",
    "VCRUNTIME140.dll",
)
WINDOWS_EXTENSIONS: Final = (
    "_bz2.pyd",
    "_ctypes.pyd",
    "_decimal.pyd",
    "_elementtree.pyd",
    "_lzma.pyd",
    "_queue.pyd",
    "_socket.pyd",
    "_uuid.pyd",
    "_zoneinfo.pyd",
    "libffi-8.dll",
    "pyexpat.pyd",
    "select.pyd",
    "unicodedata.pyd",
)

LINUX_EXTENSIONS_LEFT_OUT: Final = (
    "_asyncio", "_crypt", "_curses", "_curses_panel", "_dbm", "_gdbm", "_hashlib",
    "_multiprocessing", "_sqlite3", "_ssl", "_testbuffer", "_testcapi", "_testclinic",
    "_testimportmultiple", "_testinternalcapi", "_testmultiphase", "_tkinter",
    "_xxsubinterpreters", "_xxtestfuzz", "audioop", "nis",
    "ossaudiodev", "readline", "spwd", "syslog", "termios_", "xxlimited", "xxlimited_35",
)  # fmt: skip

LIBRARY_LEFT_OUT: Final = (
    "test", "idlelib", "tkinter", "turtledemo", "turtle.py", "lib2to3", "ensurepip", "venv",
    "distutils", "pydoc_data", "pydoc.py", "sqlite3", "dbm", "curses", "msilib", "wsgiref",
    "xmlrpc", "ftplib.py", "imaplib.py", "nntplib.py", "poplib.py", "smtplib.py", "smtpd.py",
    "telnetlib.py", "ssl.py", "site-packages", "lib-dynload", "__phello__", "__pycache__",
    "antigravity.py", "this.py", "unittest", "doctest.py", "pdb.py", "mailbox.py",
    "pickletools.py", "webbrowser.py", "cgi.py", "cgitb.py", "asyncio", "multiprocessing",
)  # fmt: skip
"""Of the standard library: what no program without a console, a network and a database needs."""

KEPT_QT: Final = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport")
"""The modules of PySide6 that the program imports."""

_QT_LIBRARIES = ("Core", "DBus", "Gui", "OpenGL", "PrintSupport", "Svg", "Widgets")
_PLUGINS = {
    WINDOWS.key: (
        "iconengines/qsvgicon",
        "imageformats/q(gif|ico|jpeg|svg)",
        "platforms/q(offscreen|windows)",
        "styles/qmodernwindowsstyle",
    ),
    LINUX.key: (
        "iconengines/libqsvgicon",
        "imageformats/libq(gif|ico|jpeg|svg)",
        "platforminputcontexts/lib(compose|ibus)platforminputcontextplugin",
        "platforms/libq(offscreen|wayland-egl|wayland-generic|xcb)",
        "platformthemes/libqxdgdesktopportal",
        "printsupport/libcupsprintersupport",
        "wayland-decoration-client/libbradient",
        "wayland-graphics-integration-client/libqt-plugin-wayland-egl",
        "wayland-shell-integration/lib(xdg-shell|wl-shell-plugin|qt-shell)",
        "xcbglintegrations/libqxcb-(egl|glx)-integration",
    ),
}
_MODULES = "|".join(KEPT_QT)
_KEPT_OF_QT = {
    WINDOWS.key: (
        rf"PySide6/({_MODULES})\.pyd",
        r"PySide6/Qt6(Core|Gui|PrintSupport|Svg|Widgets)\.dll",
        r"PySide6/(msvcp140(_1|_2)?|vcruntime140(_1)?|pyside6\.abi3)\.dll",
        r"PySide6/[^/]*\.py",
        r"PySide6/translations/qtbase_zh_CN\.qm",
        rf"PySide6/plugins/({'|'.join(_PLUGINS[WINDOWS.key])})\.dll",
        r"shiboken6/(Shiboken\.pyd|[^/]*\.py|(msvcp140|vcruntime140(_1)?|shiboken6\.abi3)\.dll)",
    ),
    LINUX.key: (
        rf"PySide6/({_MODULES})\.abi3\.so",
        rf"PySide6/Qt/lib/libQt6({'|'.join(_QT_LIBRARIES)})\.so\.6",
        r"PySide6/Qt/lib/libQt6(WaylandClient|WaylandEglClientHwIntegration|XcbQpa)\.so\.6",
        r"PySide6/Qt/lib/libQt6WlShellIntegration\.so\.6",
        r"PySide6/Qt/lib/libicu(data|i18n|uc)\.so\.73",
        r"PySide6/libpyside6\.abi3\.so\.6\.8",
        r"PySide6/[^/]*\.py",
        r"PySide6/Qt/translations/qtbase_zh_CN\.qm",
        rf"PySide6/Qt/plugins/({'|'.join(_PLUGINS[LINUX.key])})\.so",
        r"shiboken6/(Shiboken\.abi3\.so|[^/]*\.py|libshiboken6\.abi3\.so\.6\.8)",
    ),
}
_LEFT_OUT_OF_OTHERS = (
    r".*\.(pyi|pxd|pxi|h|c|cpp|pyx|exe|typed|xsl|rng|sch)",
    r".*/(tests?|isoschematron|includes|__pycache__)/.*",
    r"[^/]+\.dist-info/(RECORD|WHEEL|top_level\.txt|entry_points\.txt|INSTALLER)",
    r"[^/]+\.dist-info/.*\.(json|toml)",
    r"[^/]+\.data/.*",
    r"pydantic/(_hypothesis_plugin\.py|mypy\.py|v1/.*)",
    r"lxml/(html/.*|(objectify|_difflib|sax)\..*)",
    r"jeepney/io/(asyncio|threading|trio)\.py",
    r"docx/templates/default-docx-template/.*",
)
_LEFT_OUT_ON = {WINDOWS.key: r"jeepney[-/].*", LINUX.key: r"(?!)"}
"""What the lock holds for the other systems alone."""


def stays(system: System, path: str) -> bool:
    """Tell whether `path` inside a wheel belongs into the bundle of `system`."""
    if PurePosixPath(path).parts[0] in ("PySide6", "shiboken6"):
        return any(re.fullmatch(rule, path) for rule in _KEPT_OF_QT[system.key])
    rules = (*_LEFT_OUT_OF_OTHERS, _LEFT_OUT_ON[system.key])
    return not any(re.fullmatch(rule, path) for rule in rules)


APP_FILES: Final = ("main.py", "model", "ui", "templates", "resources", "examples/*.json",
                    "examples/values", "docs/manual.md", "docs/pictures", "LICENSE")  # fmt: skip
"""What of the checkout is the program, as `git ls-files` takes it."""


def table(name: str) -> list[list[str]]:
    """Return the lines of one table as lists of words, without its comments."""
    lines = (HERE / "tables" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


DESKTOP_LIBRARIES: Final = {
    name: Pin(file, digest) for name, file, digest in table("desktop-libraries")
}
LINUX_SYSTEM_LIBRARIES: Final = frozenset(name for (name,) in table("linux-system-libraries"))
WINDOWS_SYSTEM_LIBRARIES: Final = frozenset(name for (name,) in table("windows-system-libraries"))
