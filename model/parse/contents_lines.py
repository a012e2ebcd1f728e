"""The lines of a table of contents (目录) that somebody copied along with the text."""

from __future__ import annotations

from collections.abc import Sequence

_HEADINGS = ("目录", "目次")
_DOTS = ".．…·・。-—_ \u3000\t"
_FEWEST_DOTS = 3


def contents_lines(texts: Sequence[str]) -> list[bool]:
    """Which lines are a table of contents: two or more entries in a row, under the word 目录 or
    with their words found again as lines of the text."""
    entries = [entry_of(text.strip()) for text in texts]
    found = [False] * len(texts)
    lines = {text.strip() for text in texts}
    start = 0
    while start < len(texts):
        end = start
        while end < len(texts) and entries[end]:
            end += 1
        headed = start > 0 and "".join(texts[start - 1].split()) in _HEADINGS
        known = sum(entry in lines for entry in entries[start:end])
        if end - start >= 2 and (headed or known * 2 >= end - start):
            found[start - headed : end] = [True] * (end - start + headed)
        start = max(end, start + 1)
    return found


def entry_of(text: str) -> str:
    """The words of a line that ends in dots or a tab and a page number; '' for any other line."""
    rest = text.rstrip("0123456789")
    if not rest or not 1 <= len(text) - len(rest) <= 3:
        return ""
    words = rest.rstrip(_DOTS)
    between = rest[len(words) :]
    apart = "\t" in between or len(between) >= _FEWEST_DOTS or "…" in between
    return words if words and apart and len(words) <= 60 and "\t" not in words else ""
