"""Where the points of a paragraph begin: the sign that opens it, and those inside.

Inside a paragraph the same characters are often no sign (一、二、三产, 最后一公里, a footnote's ①),
so a sign counts there only behind a stop and as a member of a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.parse.structure_signs import (
    Sign,
    bullet_at,
    next_in_row,
    sign_at,
    spaced_at,
    undotted_at,
)

_STOP: Final = re.compile(r"(?:[。；！？;!?][”’）)》]*|[：:，,、])\s*")
_STRONG: Final = frozenset("。；！？;!?：:")
_ANYWHERE: Final = frozenset(("一是", "①"))
"""Families whose signs stand alone behind a full stop: nothing else is written so."""
_SPREAD: Final = frozenset(("首先", "一方面"))
"""Families that are ordinary words unless the row is complete; it may run over paragraphs."""
_REACH: Final = 12
"""So many paragraphs a spread row may run over."""
_MEMBERS: Final = 60
"""The other members of a row stand among so many signs before or after."""


def opening_signs(texts: Sequence[str]) -> list[Sign | None]:
    """The sign that opens each paragraph, or None."""
    signs = [_opening(text) for text in texts]
    for i, text in enumerate(texts):
        if signs[i] is None:
            signs[i] = _undotted(text, signs, i)
    return [
        None if sign and sign.family in _SPREAD and not _complete(sign, texts, i) else sign
        for i, sign in enumerate(signs)
    ]


def _opening(text: str) -> Sign | None:
    at = len(text) - len(text.lstrip())
    return sign_at(text, at) or spaced_at(text, at) or bullet_at(text, at)


def _undotted(text: str, signs: list[Sign | None], i: int) -> Sign | None:
    """A sign without its dot, where a neighbour in the row has one."""
    sign = undotted_at(text, len(text) - len(text.lstrip()))
    if sign is None:
        return None
    before = next((one for one in reversed(signs[:i]) if one and one.family == "1."), None)
    after = next((one for one in signs[i + 1 :] if one and one.family == "1."), None)
    follows = before is not None and before.number + 1 == sign.number
    return sign if follows or (after and after.number == sign.number + 1) else None


def _complete(sign: Sign, texts: Sequence[str], i: int, at: int = 0) -> bool:
    """Whether the other members of a spread row stand near: later ones for the first, the first
    for later ones."""
    first, others = ("一方面", ("另一方面",)) if sign.family == "一方面" else (
        "首先", ("其次", "再次", "最后"),
    )  # fmt: skip
    if sign.number == 1:
        later = [texts[i][at + 2 :], *texts[i + 1 : i + _REACH]]
        return any(_stands(word, text, at_start=n > 0) for n, text in enumerate(later)
                   for word in others)  # fmt: skip
    earlier = [texts[i][:at], *texts[max(0, i - _REACH) : i]]
    return any(_stands(first, text, at_start=True) for text in earlier)


def _stands(word: str, text: str, *, at_start: bool) -> bool:
    """Whether `word` stands behind a stop in `text`, or opens it."""
    if at_start and text.lstrip().startswith(word):
        return True
    return re.search(rf"[。；！？：，;:,]\s*{word}", text) is not None


def inner_signs(texts: Sequence[str], i: int, opening: Sign | None) -> list[Sign]:
    """The signs inside paragraph `i`, in order."""
    text = texts[i]
    candidates: list[tuple[Sign, bool]] = []
    at = opening.end if opening else 0
    if opening and (first := sign_at(text, at)):
        candidates.append((first, True))
    for stop in _STOP.finditer(text, at):
        sign = sign_at(text, stop.end())
        if sign is not None:
            candidates.append((sign, stop[0][0] in _STRONG))
    found = [opening] if opening else []
    for place, (sign, strong) in enumerate(candidates):
        later = [other for other, _ in candidates[place + 1 : place + 1 + _MEMBERS]]
        if _counts(sign, strong, found, later, texts, i):
            found.append(sign)
    return found[1:] if opening else found


def _counts(
    sign: Sign, strong: bool, found: list[Sign], later: list[Sign], texts: Sequence[str], i: int
) -> bool:
    """Whether a sign behind a stop opens a point."""
    if sign.family in _SPREAD:
        return _complete(sign, texts, i, sign.start)
    if sign.family in _ANYWHERE and strong:
        return True
    if any(next_in_row(last, sign) for last in found[-_MEMBERS:]):
        return strong or sign.family not in {"一、", "（一）", "1."}
    goes_on = sign.number == 1 and any(next_in_row(sign, other) for other in later)
    return goes_on and (strong or sign.family in {"一是", "①", "（1）", "第一，"})
