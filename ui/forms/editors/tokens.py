"""Text with links as the prose editor holds it: one token, one place of the cursor.

In the project a link is `{@gdp.yoy}` and a brace is doubled; in the editor a link is one sign that
is drawn as its value, and a brace is a brace.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.wording.links import Literal, escaped, split

OBJECT = "\ufffc"
"""The sign that stands for a link in the editor's document."""
_ESCAPED = {brace: escaped(brace) for brace in "{}"}


def tokens(raw: str) -> list[str]:
    """The signs and links of a text of the project; links keep their braces."""
    found: list[str] = []
    for part in split(raw):
        if isinstance(part, Literal):
            found += part.text
        else:
            found.append(raw[part.start : part.end])
    return found


def raw_of(found: Sequence[str]) -> str:
    """The text of the project from tokens."""
    return "".join([_ESCAPED.get(token, token) for token in found])


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """`(start, end of old, end of new)` of the one stretch in which two texts differ."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    same = 0
    while same < shorter - start and old[-1 - same] == new[-1 - same]:
        same += 1
    return start, len(old) - same, len(new) - same
