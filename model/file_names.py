"""Names of files: what a project is called, what no system takes, and names that are no UTF-8.

A project ends in `.xugao` (the same JSON); `.json` opens as before. A name may end in capitals.

A name that is no UTF-8, as zips and memory sticks of Windows bring them to Linux, comes with a
lone surrogate for each byte that could not be read. It opens the file, but no JSON and no widget
can hold it: records and lists keep it as `kept` writes it and get it back by `path_of`; what
people read is `readable`.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

PROJECT_ENDING = ".xugao"
PROJECT_ENDINGS = (PROJECT_ENDING, ".json")

_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {
    f"{device}{number}" for device in ("COM", "LPT") for number in "123456789¹²³"
}
_LONGEST_ON_WINDOWS = 259
_LONGEST_TEMPORARY = 68
"""What the writer puts beside a file, its name clipped: its temporary file, and what it rescues."""
_MOST_BYTES = 240
"""Of a suggested name; systems take 255, and what is written beside a file adds to its name."""
_BYTES = "bytes:"
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = "/“”：（），。；\n"
_NAMES = re.compile(f"([{_BETWEEN}])")
"""What stands between whole names in a sentence: of a name's bytes some may have passed for
another sign, so that all of it is decoded."""


def is_project(name: str) -> bool:
    """Whether a file of this name may be a project (材料文件)."""
    return name.lower().endswith(PROJECT_ENDINGS)


def as_project(path: Path) -> Path:
    """The path with the ending of projects, where it has none."""
    return path if is_project(path.name) else path.with_name(path.name + PROJECT_ENDING)


def writable(text: str) -> str:
    """A suggested name without the signs that no file name of Windows can hold."""
    return "".join("_" if sign in _FORBIDDEN or sign < " " else sign for sign in text)


def shortened(path: Path, most: int = 48) -> str:
    """A path as people read it, its middle left out where it is long: the beginning of the folder
    and the end of the name tell the most.
    """
    shown = readable(path)
    name = readable(path.name)
    if len(shown) <= most:
        return shown
    if len(name) + 4 < most:
        room = most - len(name) - 2
        return f"{shown[:room]}…{shown[len(shown) - len(name) - 1 :]}"
    return cut_in_the_middle(name, most)


def cut_in_the_middle(text: str, most: int) -> str:
    """A text of at most so many signs: where it is longer its middle is left out."""
    if len(text) <= most:
        return text
    end = most * 2 // 3
    return f"{text[: most - end - 1]}…{text[len(text) - end :]}"


def fitting(name: str, rest: str) -> str:
    """A suggested file name, its beginning cut where the whole is longer than systems take; `rest`
    (what tells files apart, and the ending) stays whole.
    """
    kept_name, kept_rest = writable(name), writable(rest)
    room = max(0, _MOST_BYTES - len(os.fsencode(kept_rest)))
    if len(os.fsencode(kept_name)) <= room:
        return kept_name + kept_rest
    cut = kept_name.encode("utf-8", "surrogateescape")[: max(0, room - 3)]
    return cut.decode("utf-8", "ignore").rstrip(" .") + "…" + kept_rest


def why_refused(path: Path, *, on_windows: bool = sys.platform == "win32") -> str | None:
    """Why no new file should get this name, as a sentence; None where it is a good one.

    Files travel on memory sticks, so that Windows' rules hold on every system.
    """
    name = readable(path.name)
    found = sorted({sign for sign in name if sign in _FORBIDDEN or sign < " "})
    if found:
        told = "、".join(sign if sign >= " " else "看不见的控制符" for sign in found)
        return f"文件名“{name}”里有 Windows 不许用的字符：{told}。请改掉再存。"
    if name != name.rstrip(" ."):
        return f"文件名“{name}”以空格或点结尾，Windows 打不开。请去掉再存。"
    if name.split(".")[0].strip().upper() in _RESERVED:
        return f"“{name}”是 Windows 留给设备的名字，存不了文件。请换一个文件名。"
    if on_windows and is_too_long_for_windows(path.with_name("_" * _longest_beside(path.name))):
        return (
            f"文件夹和文件名合起来太长，Windows 最多{_LONGEST_ON_WINDOWS}个字符（保存时旁边还要放"
            "临时文件）。请换短一些的名字，或存到浅一些的文件夹。"
        )
    return None


def is_too_long_for_windows(path: object) -> bool:
    """Whether Windows finds nothing at such a path, unless it was set up to take longer ones."""
    units = len(str(path).encode("utf-16-le", "surrogatepass")) // 2
    return units > _LONGEST_ON_WINDOWS


def _longest_beside(name: str) -> int:
    """How long the longest name is that is put beside a file while it is saved or open."""
    return max(len(name) + len("..xugao-lock"), _LONGEST_TEMPORARY)


def kept(path: Path) -> str:
    """The path as text that any file and widget can hold; of most files what they are called."""
    text = str(path)
    return _BYTES + os.fsencode(path).hex() if is_no_utf8(path) else text


def path_of(text: str) -> Path:
    """The path that `kept` wrote."""
    if text.startswith(_BYTES):
        try:
            return Path(os.fsdecode(bytes.fromhex(text.removeprefix(_BYTES))))
        except ValueError:
            pass  # it is a file of that name
    return Path(text)


def readable(text: object) -> str:
    """A path, or a sentence with paths in it, as people read it: bytes of GBK as their signs."""
    said = str(text)
    if not _SURROGATE.search(said):
        return said
    names = _NAMES.split(said)
    return "".join(_decoded(name) if _SURROGATE.search(name) else name for name in names)


def is_no_utf8(path: Path) -> bool:
    """Whether no widget can hold the path as it is."""
    return bool(_SURROGATE.search(str(path)))


def unlisted(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files of a folder whose names are no UTF-8, which dialogs do not list; never raises."""
    try:
        files = sorted(folder.iterdir())
    except (OSError, ValueError):
        return []
    return [
        file
        for file in files
        if _SURROGATE.search(file.name) and file.name.lower().endswith(endings)
    ]


def _decoded(name: str) -> str:
    try:
        said = name.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        said = ""
    return said if said.isprintable() and said else name.encode("utf-8", "replace").decode("utf-8")
