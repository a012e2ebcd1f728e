"""THE CHILD: parses one foreign Word file under limits and answers in JSON. Nothing else.

    python -m model.word.read.child NAME < file > answer

The answer is `{"source": …}` or `{"refused": "…"}`. When the file takes more memory or time than
any report would, this process ends and the program lives on.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from model.errors import ReadRefused
from model.reading import limits
from model.reading.source import to_plain


def answer(data: bytes, path: Path) -> dict[str, Any]:
    """What the child says of `data`, a file called `path`."""
    from model.word.read.word_source import read_docx  # noqa: PLC0415  (loaded under the limits)

    try:
        return {"source": to_plain(read_docx(data, path))}
    except ReadRefused as error:
        return {"refused": str(error)}


def main() -> int:
    """Read the file from standard input; returns the exit code."""
    limits.bound_this_process()
    data = sys.stdin.buffer.read(limits.MAX_BYTES + 1)
    try:
        said = json.dumps(answer(data, Path(sys.argv[1])))
    except MemoryError:
        return limits.OUT_OF_MEMORY
    sys.stdout.write(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
