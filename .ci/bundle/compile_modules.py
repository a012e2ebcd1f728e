"""Compile every module below a folder; run by tree.py in a process with fixed hashes.

    python compile_modules.py FOLDER cached|beside

The names inside the compiled files are relative to FOLDER: nothing tells where it was built.
"""

import py_compile
import sys
from pathlib import Path

UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH


def main(folder: Path, *, beside: bool) -> None:
    """Compile in a fixed order; `beside` puts x.pyc in the place of x.py."""
    for source in sorted(folder.rglob("*.py")):
        cached = source.parent / "__pycache__" / f"{source.stem}.cpython-311.pyc"
        target = source.with_suffix(".pyc") if beside else cached
        name = source.relative_to(folder).as_posix()
        py_compile.compile(str(source), str(target), name, True, -1, UNCHECKED)
        if beside:
            source.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), beside=sys.argv[2] == "beside")
