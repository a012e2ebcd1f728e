"""Builds the bundles and proves them; `make bundle` and `make bundle-test` run this.

    python -m bundle build [linux-x64|windows-x64 …]
    python -m bundle test [linux-x64|windows-x64 …]

Trees, archives, pictures and the result of the proof are put into build/bundle; what was fetched
and compiled is kept in build/bundle-cache (or where BUNDLE_CACHE says). Runs as root on Debian:
the interpreter is built and the proof runs in roots of other releases.
Exit codes: 0 done, 1 refused or not proven.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from functools import partial
from pathlib import Path

from bundle import linux, proof_files, windows
from bundle.fetch import BundleRefused, sha256
from bundle.needs import bring
from bundle.proof import Proof, expect, fresh_scratch, startup
from bundle.proof_linux import LinuxProof
from bundle.proof_windows import WindowsProof
from bundle.recipe import LINUX, NAME, ROOT, WINDOWS, System
from bundle.tree import MANIFEST

BUILDERS = {LINUX.key: linux, WINDOWS.key: windows}
SYSTEMS = {system.key: system for system in (LINUX, WINDOWS)}
OUTPUT = ROOT / "build" / "bundle"


def build(keys: list[str]) -> list[Path]:
    """Build the bundles named by `keys`; returns the archives."""
    bring("build")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    archives: list[Path] = []
    for key in keys:
        archives += BUILDERS[key].pack_all(BUILDERS[key].build_tree(OUTPUT / "tree" / key), OUTPUT)
    sums = {path.name: path for pattern in ("*.zip", "*.tar.xz", "*.deb")
            for path in OUTPUT.glob(pattern)}  # fmt: skip
    lines = [f"{sha256(sums[name])}  {name}\n" for name in sorted(sums)]
    (OUTPUT / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return archives


def prove(keys: list[str]) -> int:
    """Prove the bundles named by `keys`, keep the result; returns how many steps failed."""
    bring("build")
    bring("test")
    proof = Proof()
    for key in keys:
        proof_files.prove(proof, tree_of(SYSTEMS[key]), SYSTEMS[key])
        proof.step(f"{key} 再做一遍，逐个文件相同", partial(built_again, key))
    if LINUX.key in keys:
        LinuxProof(only("*.tar.xz"), only("*.deb")).prove(proof)
        proof.step("linux 启动不慢于源码 1.1 倍（CPU 时间）", lambda: startup(tree_of(LINUX)))
    if WINDOWS.key in keys:
        WindowsProof(only("*.zip")).prove(proof)
    (OUTPUT / "proof.md").write_text(proof.table(), encoding="utf-8")
    return proof.failed


def built_again(key: str) -> str:
    """Build the tree of a system once more and compare its manifest, which names every file."""
    again = BUILDERS[key].build_tree(fresh_scratch("again"))
    manifests = [(tree / MANIFEST).read_bytes() for tree in (tree_of(SYSTEMS[key]), again)]
    shutil.rmtree(again.parent)
    expect(manifests[0] == manifests[1], "两次做的清单不同")
    return f"{manifests[0].count(b'  ')} 个文件"


def tree_of(system: System) -> Path:
    """Return the built tree of a system."""
    return only(f"tree/{system.key}/{NAME}-*")


def only(pattern: str) -> Path:
    """Return the one thing in the output that matches; raise if it was not built."""
    found = list(OUTPUT.glob(pattern))
    if len(found) != 1:
        raise BundleRefused(f"build/bundle/{pattern}: {len(found)} found; run make bundle first")
    return found[0]


def main(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    action, keys = arguments[:1], arguments[1:] or list(BUILDERS)
    if action not in (["build"], ["test"]) or not BUILDERS.keys() >= set(keys):
        print(__doc__, file=sys.stderr)
        return 1
    try:
        if platform.system() != "Linux" or os.geteuid() != 0:
            raise BundleRefused(
                "the bundles are built as root on Debian (it makes roots of others)"
            )
        if sys.version_info[:2] != (3, 11):
            raise BundleRefused("the modules are compiled for Python 3.11: build with that")
        if action == ["test"]:
            return int(prove(keys) > 0)
        for path in build(keys):
            print(f"{path.stat().st_size / 1e6:7.1f} MB  {path.relative_to(ROOT)}")
    except BundleRefused as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
