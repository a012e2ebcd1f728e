"""版记 as a table: most offices draw its rules as those of a table, which is none of the text's."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_ROWS = 5
_COPIES = re.compile(r"(?:主送|抄送|抄报|分送)[：:]")
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发$")


def is_record(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows of a table are the lines of 版记: few, in one line each, the first of them
    抄送 or the last 印发."""
    lines = ["".join("".join(row).split()) for row in rows]
    if not 0 < len(lines) <= _MOST_ROWS or not all(lines) or any(len(row) > 2 for row in rows):
        return False
    if any("\n" in cell for row in rows for cell in row):
        return False
    return bool(_PRINTED.search(lines[-1])) and all(_COPIES.match(line) for line in lines[:-1])
