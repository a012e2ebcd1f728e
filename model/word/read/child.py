"""THE CHILD: parses one foreign Word file under limits and answers in JSON. Nothing else.

    python -m model.word.read.child NAME [returned] < file > answer

The answer is `{"source": …}` (a manuscript), `{"returned": …}` or `{"refused": "…"}`. When the
file takes more memory or time than any report would, this process ends and the program lives on.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from model.errors import ReadRefused
from model.reading import limits
from model.reading.returned import returned_to_plain
from model.reading.source import to_plain


def answer(data: bytes, path: Path, *, came_back: bool = False) -> dict[str, Any]:
    """What the child says of `data`, a file called `path`: a manuscript, or one that came back."""
    from model.word.read.returned_file import read_returned_docx  # noqa: PLC0415
    from model.word.read.word_source import read_docx  # noqa: PLC0415  (loaded under the limits)

    try:
        if came_back:
            return {"returned": returned_to_plain(read_returned_docx(data, path))}
        return {"source": to_plain(read_docx(data, path))}
    except ReadRefused as error:
        return {"refused": str(error)}


def main() -> int:
    """Read the file from standard input; returns the exit code."""
    limits.bound_this_process()
    data = sys.stdin.buffer.read(limits.MAX_BYTES + 1)
    try:
        came_back = sys.argv[2:] == ["returned"]
        said = json.dumps(answer(data, Path(sys.argv[1]), came_back=came_back))
    except MemoryError:
        return limits.OUT_OF_MEMORY
    sys.stdout.write(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
