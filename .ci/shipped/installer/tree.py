"""The program's own files on this computer: copied as a whole, removed by their list.

What the manifest does not name is the user's: it is never removed.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

MANIFEST = "MANIFEST.sha256"
_FORMER = ".old"
RUNNING = "续稿正开着。请先关闭它的窗口，再试一次。"


class InstallRefused(Exception):
    """The program cannot be installed or removed; the message is what the user reads."""


def listed(tree: Path) -> dict[str, str]:
    """Return the files that the manifest of `tree` names, with their hashes."""
    try:
        lines = (tree / MANIFEST).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InstallRefused("程序的文件不全。请把压缩包重新全部解压，再试一次。") from error
    pairs = (line.split("  ", 1) for line in lines)
    return {name: digest for digest, name in pairs}


def _listed_if_any(tree: Path) -> dict[str, str]:
    """As `listed`; a program that was removed left nothing but what is the user's."""
    return listed(tree) if (tree / MANIFEST).is_file() else {}


def check(tree: Path) -> None:
    """Raise `InstallRefused` if a file of the tree is missing or was changed."""
    for name, digest in listed(tree).items():
        try:
            with (tree / name).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            found = ""
        if found != digest:
            raise InstallRefused(
                f"文件“{name}”缺失或已损坏。请把压缩包重新全部解压；仍不行，请重新拷贝压缩包。"
            )


def install(source: Path, target: Path) -> None:
    """Copy the tree to `target`; what stood there is replaced only when the copy is whole."""
    check(source)
    _finish_former(target)
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for name in [*listed(source), MANIFEST]:
        copy = fresh / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / name, copy)
    former = _free_name(target)
    if target.exists():
        try:
            target.rename(former)
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            raise InstallRefused(RUNNING) from error
    fresh.rename(target)
    if former.is_dir():
        _take_over(former, target)


def _finish_former(target: Path) -> None:
    """Finish installations that were broken off: what stood there before may hold reports."""
    for former in sorted(target.parent.glob(f"{target.name}{_FORMER}*")):
        if target.exists():
            _take_over(former, target)
        else:
            former.rename(target)


def _free_name(target: Path) -> Path:
    """A name for what stands at `target` now; a former one that could not be emptied stays."""
    numbers = ("", *map(str, range(2, 100)))
    names = (target.with_name(f"{target.name}{_FORMER}{number}") for number in numbers)
    return next(name for name in names if not name.exists())


def _take_over(former: Path, target: Path) -> None:
    """Move what is the user's from a former installation to `target`, and remove the rest."""
    _keep_what_is_not_ours(former, target)
    remove(former)
    for folder in sorted(former.rglob("*"), reverse=True):
        _remove_if_empty(folder)
    _remove_if_empty(former)


def _keep_what_is_not_ours(former: Path, target: Path) -> None:
    """Move what the user put among the program's files over to the new ones."""
    ours = {*_listed_if_any(former), MANIFEST}
    for path in sorted(former.rglob("*")):
        name = path.relative_to(former)
        if path.is_file() and name.as_posix() not in ours and "__pycache__" not in name.parts:
            copy = target / name
            if not copy.exists():
                copy.parent.mkdir(parents=True, exist_ok=True)
                path.rename(copy)


def refuse_elsewhere(place: Path, target: Path) -> None:
    """Raise `InstallRefused` if `place` is not where the program is installed to."""
    if place.resolve() != target.resolve():
        raise InstallRefused(
            f"这里不是安装的位置（{target}）。没有安装、直接使用的，把这个文件夹删掉就行。"
        )


def remove(tree: Path, keep: tuple[str, ...] = ()) -> None:
    """Remove the files that the manifest names, and the folders that are empty then.

    `keep` names what is in use and begins so: Windows does not let it go.
    """
    names = [*_listed_if_any(tree), MANIFEST]
    for name in names:
        if not name.startswith(keep):
            (tree / name).unlink(missing_ok=True)
    for folder in sorted(
        {parent for name in names for parent in _parents(tree, name)}, reverse=True
    ):
        _remove_if_empty(folder)
    _remove_if_empty(tree)


def _parents(tree: Path, name: str) -> list[Path]:
    return [tree / parent for parent in Path(name).parents if parent != Path()]


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
