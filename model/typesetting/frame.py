"""THE FRAME under the text (GB/T 9704-2012, 7.3): room above a seal, hanging lines of the list of
annexes, and what stays on the page of a signature. For the Word file and the preview alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.document import Document, Paragraph, Role, Table
from model.typesetting.house_style import HouseStyle

Block = Paragraph | Table

SIGN_OFF = (Role.SIGNATURE, Role.ISSUED, Role.SEALED_SIGNATURE, Role.SEALED_DATE)


class Hanging(NamedTuple):
    """Where the lines of a paragraph begin, and by how much its first one stands out of them, in
    hundredths of a character."""

    left: int
    out: int


def seal_spaces(body: Sequence[Block], style: HouseStyle) -> dict[int, int]:
    """Twips above a sealed signature beside its one blank line, by position."""
    return {
        at: (style.seal_lines - 1) * style.pitch
        for at, block in enumerate(body)
        if isinstance(block, Paragraph)
        and block.role in (Role.SEALED_SIGNATURE, Role.SEALED_DATE)
        and not (at and _role(body[at - 1]) is Role.SEALED_SIGNATURE)
    }


def tied(document: Document) -> frozenset[int]:
    """Positions of what stays on the page of a signature, so that it never stands alone there."""
    body = document.body
    signed = [at for at, block in enumerate(body) if _role(block) in SIGN_OFF]
    found: set[int] = set()
    for at in signed:
        above = at - 1
        if above < 0 or _role(body[above]) in SIGN_OFF:
            continue
        while above > 0 and _role(body[above]) is Role.ANNEX_LIST:
            found.add(above)
            above -= 1
        if isinstance(body[above], Paragraph):
            found.add(above)
    return frozenset(found)


def hanging(paragraph: Paragraph) -> Hanging | None:
    """附件说明: wrapped lines begin under the name; None for all else."""
    if paragraph.role is not Role.ANNEX_LIST:
        return None
    text = paragraph.text
    begins = 200 if text.startswith("附件") else 500
    name = 600 if text.lstrip("附件：")[:1].isdigit() else 500
    return Hanging(name, name - begins)


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None
