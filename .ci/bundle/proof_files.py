"""Proofs that read the files of a tree and run nothing: lists, libraries, versions, paths."""

from __future__ import annotations

from pathlib import Path

from bundle.elf import Elf, is_elf, read_elf
from bundle.fetch import CACHE, sha256
from bundle.pe import read_pe
from bundle.proof import Proof, expect
from bundle.recipe import (
    LINUX,
    LINUX_SYSTEM_LIBRARIES,
    ROOT,
    WINDOWS,
    WINDOWS_SYSTEM_LIBRARIES,
    System,
)
from bundle.tree import MANIFEST, check_size, files

NEVER = ("_ssl", "_hashlib", "libssl", "libcrypto", "Qt6Network", "qopensslbackend", "libqgtk3")
_API_SETS = ("api-ms-win-", "ext-ms-")


def prove(proof: Proof, tree: Path, system: System) -> None:
    """Run every proof of this module on one tree."""
    name = system.key
    proof.step(f"{name} 文件清单完整、一致", lambda: manifest(tree))
    proof.step(f"{name} 占用磁盘不超限", lambda: size(tree, system))
    proof.step(f"{name} 不含构建者的路径", lambda: paths(tree))
    proof.step(f"{name} 不含联网和加密组件", lambda: absent(tree))
    if system is LINUX:
        proof.step(f"{name} glibc、libstdc++ 版本", lambda: versions(tree))
        proof.step(f"{name} 依赖的库都在", lambda: linux_libraries(tree))
    if system is WINDOWS:
        proof.step(f"{name} 依赖的库都在", lambda: windows_libraries(tree))


def manifest(tree: Path) -> str:
    """Check that the manifest names every file of the tree with its hash, and nothing else."""
    lines = (tree / MANIFEST).read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    there = {path.relative_to(tree).as_posix(): path for path in files(tree)}
    there.pop(MANIFEST)
    expect(listed.keys() == there.keys(), f"不一致：{sorted(listed.keys() ^ there.keys())[:5]}")
    wrong = [name for name, path in there.items() if sha256(path) != listed[name]]
    expect(not wrong, f"内容不同：{wrong[:5]}")
    return f"{len(listed)} 个文件"


def size(tree: Path, system: System) -> str:
    """Check the size on disk."""
    return f"{check_size(tree, system) / 1e6:.1f} MB（上限 {system.limit / 1e6:.0f} MB）"


def paths(tree: Path) -> str:
    """Check that no file tells where it was built."""
    places = [str(place).encode() for place in (ROOT, CACHE, Path.home() / ".cache")]
    found = [
        path.relative_to(tree).as_posix()
        for path in files(tree)
        if any(place in path.read_bytes() for place in places)
    ]
    expect(not found, f"含有路径：{found[:5]}")
    return f"查了 {len(files(tree))} 个文件"


def absent(tree: Path) -> str:
    """Check that what must not come along did not."""
    found = [path.name for path in files(tree) if path.name.startswith(NEVER)]
    expect(not found, f"多出：{found}")
    return "没有 _ssl、OpenSSL、QtNetwork、GTK 主题"


def _elves(tree: Path) -> dict[Path, Elf]:
    return {path: read_elf(path) for path in files(tree) if is_elf(path)}


def versions(tree: Path) -> str:
    """Check that no library asks for a newer C or C++ library than the oldest system has."""
    newest = {"GLIBC": LINUX.glibc, "GLIBCXX": LINUX.glibcxx}
    elves = _elves(tree)
    said = []
    for family, allowed in newest.items():
        over = [p.name for p, elf in elves.items() if elf.newest(family) > allowed]
        expect(not over, f"{family} 过新：{over[:5]}")
        top = max(elf.newest(family) for elf in elves.values())
        said.append(f"{family} ≤ {'.'.join(map(str, top))}")
    return f"{len(elves)} 个程序和库，{'，'.join(said)}"


def linux_libraries(tree: Path) -> str:
    """Check that every needed library lies where its run path says, or is on the system's list."""
    outside: set[str] = set()
    for path, elf in _elves(tree).items():
        where = [
            Path(part.replace("$ORIGIN", str(path.parent)))
            for part in elf.runpath.split(":")
            if part
        ]
        for name in elf.needed:
            if not any((folder / name).exists() for folder in where):
                expect(name in LINUX_SYSTEM_LIBRARIES, f"{path.name} 找不到 {name}")
                outside.add(name)
    return f"向系统要的有 {len(outside)} 个，都在名单上"


def windows_libraries(tree: Path) -> str:
    """Check that every imported library is in the tree or comes with Windows 10."""
    programs = [p for p in files(tree) if p.suffix.lower() in (".exe", ".dll", ".pyd")]
    ours = {path.name.lower() for path in programs}
    outside: set[str] = set()
    for path in programs:
        read = read_pe(path)
        for name in read.imports | read.delayed:
            if name not in ours and not name.startswith(_API_SETS):
                expect(name in WINDOWS_SYSTEM_LIBRARIES, f"{path.name} 找不到 {name}")
                outside.add(name)
    return f"{len(programs)} 个程序和库，向 Windows 要的有 {len(outside)} 个，都在名单上"
