"""THE CHILD: parses foreign workbooks under limits and answers in JSON. Nothing else.

    python -m model.excel.child NAME … < files > answers

Before every file stand eight bytes that tell its length. The answers are one a file, each
`{"workbook": …}` or `{"refused": "…"}`: what is loaded to read one file serves for all.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

from model.errors import ReadRefused
from model.reading import limits
from model.reading.workbook import LENGTH, workbook_to_plain


def answer(data: bytes, path: Path) -> dict[str, Any]:
    """What the child says of `data`, a file called `path`."""
    from model.excel.read import read_xlsx  # noqa: PLC0415  (loaded under the limits)

    try:
        return {"workbook": workbook_to_plain(read_xlsx(data, path))}
    except ReadRefused as error:
        return {"refused": str(error)}


def main() -> int:
    """Read the files from standard input; returns the exit code."""
    limits.bound_this_process()
    warnings.simplefilter("ignore")
    try:
        said = json.dumps([answer(_next_file(), Path(name)) for name in sys.argv[1:]])
    except MemoryError:
        return limits.OUT_OF_MEMORY
    sys.stdout.write(said)
    return 0


def _next_file() -> bytes:
    size = int.from_bytes(sys.stdin.buffer.read(LENGTH), "big")
    return sys.stdin.buffer.read(size)


if __name__ == "__main__":
    sys.exit(main())
