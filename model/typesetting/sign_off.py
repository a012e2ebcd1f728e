"""SIGNATURE AND DATE with and without a seal (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2).

The issuing organ stands two characters in from the right; the date's first character stands two
to the right of the organ's first. A date longer than the organ's name stands two in from the
right, and the organ moves left accordingly. With a seal the date stands four in from the right and
the organ is centred on it. All by right indents, in hundredths of a character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.document import Paragraph, Role, Table
from model.typesetting.title import seams, width

_TWO, _FOUR = 200, 400
_SEALED = (Role.SEALED_SIGNATURE, Role.SEALED_DATE)


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


def sealed_right_indents(organs: Sequence[str], date: str | None) -> tuple[list[int], int]:
    """Right indents under a seal; an organ too long to be centred on the date ends at the edge."""
    length = _hundredths(date or "")
    rights = [_FOUR + (length - _hundredths(organ)) // 2 for organ in organs]
    return [max(right, 0) for right in rights], _FOUR


def sign_offs(body: Sequence[Paragraph | Table]) -> dict[int, int]:
    """Right indent by position in `body`, for every signature and date in it."""
    indents: dict[int, int] = {}
    for organs, date in _groups(body):
        texts = [body[position].text for position in organs]
        group = [*organs, *(() if date is None else (date,))]
        sealed = any(_role(body[at]) in _SEALED for at in group)
        placed = sealed_right_indents if sealed else right_indents
        each, last = placed(texts, None if date is None else body[date].text)
        indents |= dict(zip(organs, each, strict=True))
        if date is not None:
            indents[date] = last
    return indents


def _groups(body: Sequence[Paragraph | Table]) -> Iterator[tuple[list[int], int | None]]:
    """Rows of signatures with the date that follows them."""
    organs: list[int] = []
    for position, block in enumerate(body):
        role = _role(block)
        if role in (Role.SIGNATURE, Role.SEALED_SIGNATURE):
            organs.append(position)
        elif role in (Role.ISSUED, Role.SEALED_DATE):
            yield organs, position
            organs = []
        elif organs:
            yield organs, None
            organs = []
    if organs:
        yield organs, None


def _role(block: Paragraph | Table) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _hundredths(text: str) -> int:
    return round(width(text) * 100) + 25 * seams(text)
