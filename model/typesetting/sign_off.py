"""SIGNATURE AND DATE without a seal (GB/T 9704-2012, 7.3.5.2).

The issuing organ stands two characters in from the right; the date's first character stands two
to the right of the organ's first. A date longer than the organ's name stands two in from the
right, and the organ moves left accordingly. All by right indents, in hundredths of a character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.document import Paragraph, Role, Table
from model.typesetting.title import seams, width

_TWO = 200


def right_indents(organs: Sequence[str], date: str | None) -> tuple[list[int], int]:
    """Right indents of the organs' lines and of the date's, in hundredths of a character.

    Several organs begin at the same column, that of the longest.
    """
    longest = max(map(_hundredths, organs), default=0)
    length = _hundredths(date or "")
    if not organs:
        return [], _TWO
    if length > longest:
        organ_right, date_right = _TWO + length + _TWO - longest, _TWO
    else:
        organ_right, date_right = _TWO, longest - length
    return [organ_right + longest - _hundredths(organ) for organ in organs], date_right


def sign_offs(body: Sequence[Paragraph | Table]) -> dict[int, int]:
    """Right indent by position in `body`, for every signature and date in it."""
    indents: dict[int, int] = {}
    for organs, date in _groups(body):
        texts = [body[position].text for position in organs]
        each, last = right_indents(texts, None if date is None else body[date].text)
        indents |= dict(zip(organs, each, strict=True))
        if date is not None:
            indents[date] = last
    return indents


def _groups(body: Sequence[Paragraph | Table]) -> Iterator[tuple[list[int], int | None]]:
    """Rows of signatures with the date that follows them."""
    organs: list[int] = []
    for position, block in enumerate(body):
        role = block.role if isinstance(block, Paragraph) else None
        if role is Role.SIGNATURE:
            organs.append(position)
        elif role is Role.ISSUED:
            yield organs, position
            organs = []
        elif organs:
            yield organs, None
            organs = []
    if organs:
        yield organs, None


def _hundredths(text: str) -> int:
    return round(width(text) * 100) + 25 * seams(text)
