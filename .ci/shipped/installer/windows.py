"""Installs on Windows for the signed-in user, without an administrator's rights.

The tree goes to the user's folder of programs; shortcuts stand in the start menu and on the
desktop; the list of installed programs (HKEY_CURRENT_USER) knows how to remove it. Files that end
in `.xugao` open with it; `.json`, which belongs to everybody, is left alone.
"""

# mypy: disable-error-code="attr-defined"
# (what is asked for here is only on Windows, and types are checked on Linux)

from __future__ import annotations

import contextlib
import ctypes
import re
import uuid
import winreg
from ctypes import wintypes
from pathlib import Path

from installer import tree

NAME = "续稿"
PROGRAM = "xugao.exe"
UNINSTALL = "卸载.cmd"
_LIST_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\xugao"
_CLASSES = r"Software\Classes"
_ENDING, _KIND, _KIND_NAME = ".xugao", "xugao.report", "续稿材料"
_ASSOCIATIONS_CHANGED = 0x08000000
_PROGRAMS_MENU, _DESKTOP, _LOCAL_DATA = 0x02, 0x10, 0x1C
_SHELL_LINK = "00021401-0000-0000-C000-000000000046"
_I_SHELL_LINK = "000214F9-0000-0000-C000-000000000046"
_I_PERSIST_FILE = "0000010B-0000-0000-C000-000000000046"
_RELEASE, _QUERY, _SAVE = 2, 0, 6
_SET_FOLDER, _SET_ICON, _SET_PATH = 9, 17, 20


def _known_folder(number: int) -> Path:
    buffer = ctypes.create_unicode_buffer(wintypes.MAX_PATH)
    if ctypes.windll.shell32.SHGetFolderPathW(None, number, None, 0, buffer):
        raise tree.InstallRefused("系统没有告诉程序您的文件夹在哪里。请重新登录后再试。")
    return Path(buffer.value)


def target() -> Path:
    """The folder that the program is installed to."""
    return _known_folder(_LOCAL_DATA) / "Programs" / "xugao"


def _shortcuts() -> list[Path]:
    return [_known_folder(number) / f"{NAME}.lnk" for number in (_PROGRAMS_MENU, _DESKTOP)]


def install(source: Path) -> Path:
    """Install the tree `source`; returns where it is now."""
    place = target()
    if place.exists():
        _refuse_if_running(place)
    if source.resolve() != place.resolve():
        place.parent.mkdir(parents=True, exist_ok=True)
        tree.install(source, place)
    for link in _shortcuts():
        link.parent.mkdir(parents=True, exist_ok=True)
        make_shortcut(link, place / PROGRAM)
    _list_program(place)
    tie_files(place / PROGRAM)
    return place


def uninstall(place: Path) -> None:
    """Remove the program but for its interpreter, which 卸载.cmd removes when it has ended."""
    tree.refuse_elsewhere(place, target())
    _refuse_if_running(place)
    tree.remove(place, keep=("python/", UNINSTALL))
    for link in _shortcuts():
        link.unlink(missing_ok=True)
    untie_files()
    _delete_key(_LIST_KEY)


def _refuse_if_running(place: Path) -> None:
    for name in (PROGRAM, "xugao-cli.exe"):
        try:
            with (place / name).open("r+b"):
                pass
        except FileNotFoundError:
            continue
        except OSError as error:
            raise tree.InstallRefused(tree.RUNNING) from error


def _list_program(place: Path) -> None:
    """Write the entry in the list of installed programs."""
    code = (place / "app" / "model" / "version.py").read_text(encoding="utf-8")
    number = re.search(r'VERSION = "([^"]+)"', code)
    command = f'"{place / UNINSTALL}"'
    values = {
        "DisplayName": NAME,
        "DisplayVersion": number[1] if number else "",
        "DisplayIcon": str(place / PROGRAM),
        "Publisher": "Xugao",
        "InstallLocation": str(place),
        "UninstallString": f'cmd.exe /c "{command}"',
        "QuietUninstallString": f'cmd.exe /c "{command} /S"',
    }
    size = sum((place / name).stat().st_size for name in tree.listed(place)) // 1024
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _LIST_KEY) as key:
        for name, value in values.items():
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)
        for name, flag in (("NoModify", 1), ("NoRepair", 1), ("EstimatedSize", size)):
            winreg.SetValueEx(key, name, 0, winreg.REG_DWORD, flag)


def tie_files(program: Path) -> None:
    """Let a double-click on `.xugao` open `program`, with its icon."""
    values = {
        rf"{_CLASSES}\{_ENDING}": _KIND,
        rf"{_CLASSES}\{_KIND}": _KIND_NAME,
        rf"{_CLASSES}\{_KIND}\DefaultIcon": f'"{program}",0',
        rf"{_CLASSES}\{_KIND}\shell\open\command": f'"{program}" "%1"',
    }
    for key, value in values.items():
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, "", 0, winreg.REG_SZ, value)
    _tell_the_shell()


def untie_files() -> None:
    """Undo `tie_files`; an ending that was given to another program since stays with it."""
    with contextlib.suppress(FileNotFoundError):
        path = rf"{_CLASSES}\{_ENDING}"
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            is_ours = winreg.QueryValueEx(key, "")[0] == _KIND
        if is_ours:
            _delete_key(path)
    for below in (r"\shell\open\command", r"\shell\open", r"\shell", r"\DefaultIcon", ""):
        _delete_key(rf"{_CLASSES}\{_KIND}{below}")
    _tell_the_shell()


def _delete_key(path: str) -> None:
    """Delete a key without keys below it, if it is there."""
    with contextlib.suppress(OSError):
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)


def _tell_the_shell() -> None:
    ctypes.windll.shell32.SHChangeNotify(_ASSOCIATIONS_CHANGED, 0, None, None)


def make_shortcut(link: Path, program: Path) -> None:
    """Write a shortcut to `program`, through the shell's own object."""
    ole = ctypes.oledll.ole32
    ole.CoInitialize(None)
    shell = ctypes.c_void_p()
    ole.CoCreateInstance(_guid(_SHELL_LINK), None, 1, _guid(_I_SHELL_LINK), ctypes.byref(shell))
    file = ctypes.c_void_p()
    _call(shell, _SET_PATH, str(program))
    _call(shell, _SET_FOLDER, str(program.parent))
    _call(shell, _SET_ICON, str(program), 0)
    _call(shell, _QUERY, _guid(_I_PERSIST_FILE), ctypes.byref(file))
    _call(file, _SAVE, str(link), True)
    _call(file, _RELEASE)
    _call(shell, _RELEASE)


def _guid(text: str) -> ctypes.Array[ctypes.c_char]:
    return ctypes.create_string_buffer(uuid.UUID(text).bytes_le, 16)


def _call(thing: ctypes.c_void_p, method: int, *values: object) -> None:
    """Call a method of a COM object by its number; raises OSError if it fails."""
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    address = table[method]
    assert address is not None
    kinds = [_kind(value) for value in values]
    result = ctypes.HRESULT if method != _RELEASE else ctypes.c_ulong
    ctypes.WINFUNCTYPE(result, ctypes.c_void_p, *kinds)(address)(thing, *values)


def _kind(value: object) -> type:
    if isinstance(value, str):
        return wintypes.LPCWSTR
    return ctypes.c_int if isinstance(value, int) else ctypes.c_void_p
