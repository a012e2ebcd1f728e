"""版记 on the page (GB/T 9704-2012, 7.4): 抄送 and 印发 between three rules, at the foot of the
last even page. For the Word file and the preview alike.
"""

from __future__ import annotations

from typing import NamedTuple

from model.document import Paragraph, Role, Table
from model.typesetting.house_style import HouseStyle

Block = Paragraph | Table

RECORD = (Role.COPIES, Role.PRINTED)
OUTER, INNER = 8, 6
"""The first and the last rule are 0.35 mm thick, the others 0.25 mm: in eighths of a point."""
_INSET, _LABEL = 1, 3
"""Characters from the sides, and of 抄送：, under whose first name wrapped lines begin."""


class Placing(NamedTuple):
    """Where the lines of 版记 begin, how far its first one hangs out, and how far from the right
    they end, in twips."""

    left: int
    out: int
    right: int


def cut_record(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """A body without its 版记, and that."""
    at = len(body)
    while at and isinstance(body[at - 1], Paragraph) and body[at - 1].role in RECORD:  # type: ignore[union-attr]
        at -= 1
    return body[:at], tuple(block for block in body[at:] if isinstance(block, Paragraph))


def placing(paragraph: Paragraph, style: HouseStyle) -> Placing:
    """One character in from both sides; wrapped lines of 抄送 begin under the first name."""
    character = round(style.looks.record.size_pt * 20)
    out = _LABEL * character if paragraph.role is Role.COPIES else 0
    return Placing(_INSET * character + out, out, _INSET * character)
