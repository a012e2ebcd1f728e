"""Make sure that what no Python package can bring is on this machine.

    python3 .ci/system_packages.py venv|window|tests|fresh

`venv` is what `python3 -m venv` needs, `window` the libraries that Qt opens a window with,
`tests` what the tests need: the libraries, a screen, the tools that look at finished files, and
fonts; `fresh` is what `make fresh` needs. What is missing is installed when root runs this on
Debian or a relative of it; anybody else is told the command to type. The tests go on without
the screen, tools and fonts: those that need one of them skip and say so.
Runs before there is a virtual environment, hence with the standard library only.
Exit codes: 0 go on, 1 something is missing that nothing works without.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WITHOUT_SCREEN = (
    "libGL.so.1",
    "libEGL.so.1",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libglib-2.0.so.0",
    "libxkbcommon.so.0",
)
PROGRAMS = {
    "dbus-daemon": "dbus-daemon",
    "Xvfb": "xvfb",
    "soffice": "libreoffice-writer-nogui",
    "pdftoppm": "poppler-utils",
    "strace": "strace",
}
FRESH_PROGRAMS = {
    "dbus-daemon": "dbus-daemon",
    "debootstrap": "debootstrap",
    "git": "git",
    "unshare": "util-linux",
}
FONTS = {
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc": "fonts-noto-cjk",
    "/usr/share/fonts/truetype/arphic/ukai.ttc": "fonts-arphic-ukai",
    "/usr/share/fonts/truetype/arphic/uming.ttc": "fonts-arphic-uming",
}


def loads(library: str) -> bool:
    """Tell whether the dynamic loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lacking(things: dict[str, str], is_there: Callable[[str], object]) -> list[str]:
    """Return the packages of those `things` (name to package) that are not there."""
    return [package for thing, package in things.items() if not is_there(thing)]


def missing(group: str) -> list[str]:
    """Return the Debian packages of `group` that this machine lacks; raise KeyError if unknown."""
    find: dict[str, Callable[[], list[str]]] = {
        "venv": lambda: lacking({"ensurepip": f"{PYTHON}-venv"}, importlib.util.find_spec),
        "window": lambda: lacking(LIBRARIES, loads),
        "tests": lambda: (
            lacking(LIBRARIES, loads)
            + lacking(PROGRAMS, shutil.which)
            + lacking(FONTS, lambda path: Path(path).exists())
        ),
        "fresh": lambda: lacking(FRESH_PROGRAMS, shutil.which),
    }
    return find[group]()


def can_go_on(group: str) -> bool:
    """Tell whether `group` is of use although something of it is missing."""
    return group == "tests" and all(loads(library) for library in WITHOUT_SCREEN)


def apt_get(*arguments: str) -> bool:
    """Run apt-get quietly and without questions; whether it went well."""
    return (
        subprocess.run(
            ["apt-get", "-qq", *arguments],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode
        == 0
    )


def install(packages: Iterable[str]) -> bool:
    """Install `packages`; the package lists are fetched only when the first try fails."""
    command = ("install", "-y", "--no-install-recommends", *packages)
    return apt_get(*command) or (apt_get("update") and apt_get(*command))


def main(group: str) -> int:
    """Bring `group` on this machine, or tell how; the exit code."""
    packages = [] if sys.platform != "linux" else missing(group)
    if not packages or bring(packages):
        return 0
    if can_go_on(group):
        print("需要它们的测试这次会跳过。", file=sys.stderr)
        return 0
    return 1


def bring(packages: list[str]) -> bool:
    """Install `packages` where root may, or tell how to; whether they are there now."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        print(f"缺少系统组件（Debian 中的包名）：{names}。请用本系统的方式安装。", file=sys.stderr)
        return False
    if os.geteuid() == 0:
        print(f"正在安装系统组件：{names}", file=sys.stderr)
        if install(packages):
            return True
        print("系统组件没有装上，请检查网络或软件源。", file=sys.stderr)
        return False
    print("缺少系统组件，请先运行下面的命令，再试一次：", file=sys.stderr)
    print(f"  sudo apt-get install --no-install-recommends {names}", file=sys.stderr)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
