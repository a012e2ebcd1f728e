"""Trees into single files: the same bytes for the same tree, whoever packs it and when."""

from __future__ import annotations

import lzma
import shutil
import tarfile
import tempfile
import zipfile
from pathlib import Path

from bundle.fetch import run
from bundle.recipe import EPOCH
from bundle.tree import files

_XZ_PRESET = 2
_DEFLATE = 6


def pack_zip(tree: Path, path: Path) -> Path:
    """Pack `tree` under its own name as a zip; Windows' own unpacker reads the Chinese names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_DEFLATE) as zipped:
        for file in files(tree):
            entry = zipfile.ZipInfo(file.relative_to(tree.parent).as_posix(), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            zipped.writestr(entry, file.read_bytes(), compresslevel=_DEFLATE)
    return path


def pack_tar(tree: Path, path: Path) -> Path:
    """Pack `tree` under its own name as a tar.xz, owned by root."""
    with (
        lzma.open(path, "wb", preset=_XZ_PRESET) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for item in [tree, *sorted(tree.rglob("*"), key=lambda p: p.as_posix())]:
            entry = tar.gettarinfo(str(item), item.relative_to(tree.parent).as_posix())
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = EPOCH, 0, 0, "", ""
            if entry.isfile():
                with item.open("rb") as content:
                    tar.addfile(entry, content)
            else:
                tar.addfile(entry)
    return path


def pack_deb(root: Path, path: Path) -> Path:
    """Pack the root folder of a package, with its DEBIAN folder, as a .deb."""
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / path.name
        run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{_XZ_PRESET}", "--build", root, made],
            env={"SOURCE_DATE_EPOCH": str(EPOCH), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        )
        shutil.move(made, path)
    return path
