"""Builds the bundles; `make bundle` runs this.

    python -m bundle build [linux-x64|windows-x64 …]

Trees and archives are put into build/bundle, what was fetched and compiled is kept in
build/bundle-cache (or where BUNDLE_CACHE says). Exit codes: 0 done, 1 refused.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bundle import linux, windows
from bundle.fetch import BundleRefused, sha256
from bundle.recipe import LINUX, ROOT, WINDOWS

BUILDERS = {LINUX.key: linux, WINDOWS.key: windows}
OUTPUT = ROOT / "build" / "bundle"


def build(keys: list[str]) -> list[Path]:
    """Build the bundles named by `keys` (all when none is); returns the archives."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    archives: list[Path] = []
    for key in keys or list(BUILDERS):
        if key not in BUILDERS:
            raise BundleRefused(f"no bundle is called {key}")
        archives += BUILDERS[key].pack_all(BUILDERS[key].build_tree(OUTPUT / "tree" / key), OUTPUT)
    lines = [f"{sha256(path)}  {path.name}\n" for path in archives]
    (OUTPUT / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return archives


def main(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    try:
        if arguments[:1] == ["build"]:
            for path in build(arguments[1:]):
                print(f"{path.stat().st_size / 1e6:7.1f} MB  {path}")
            return 0
    except BundleRefused as error:
        print(error, file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
