"""THE FRAME on the page (GB/T 9704-2012, 7.2 and 7.3): room above and beside its lines.

With red paper (用红头纸套印) the organ's mark and the red rule are on the sheet: the mark 35 mm
under the top of the type area, the number of the document two lines below it, the rule 4 mm below
that, the title two lines under the rule. For the Word file and the preview alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from model.document import FILL, Document, Paragraph, Role, Span, Table
from model.typesetting.house_style import HouseStyle
from model.typesetting.title import seams, width

Block = Paragraph | Table

LETTERHEAD = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.DOCUMENT_NUMBER)
SIGN_OFF = (Role.SIGNATURE, Role.ISSUED, Role.SEALED_SIGNATURE, Role.SEALED_DATE)
_LINES_TO_NUMBER = 7
"""Lines of the grid above the number of the document: mark and two lines under it."""
_UNDER_RULE = 2
_INSET = 100
"""One character in from both sides, in hundredths, where 签发人 stands beside the number."""


class Hanging(NamedTuple):
    """Where the lines of a paragraph begin, and by how much its first one stands out of them, in
    hundredths of a character."""

    left: int
    out: int


def letterhead_spaces(body: Sequence[Block], style: HouseStyle) -> dict[int, int]:
    """Twips above the number of a document, and above the title under it, by position."""
    lines = 0
    for lines, block in enumerate(body):  # noqa: B007  (what stands first in the text ends it)
        if not isinstance(block, Paragraph) or block.role not in LETTERHEAD:
            break
    else:
        return {}
    if not lines:
        return {}
    spaces = {lines: _UNDER_RULE * style.pitch}
    numbers = [at for at in range(lines) if body[at].role is Role.DOCUMENT_NUMBER]  # type: ignore[union-attr]
    if numbers:
        spaces[numbers[0]] = max(_LINES_TO_NUMBER - lines + 1, 1) * style.pitch
    else:
        spaces[lines] += max(_LINES_TO_NUMBER + 1 - lines, 0) * style.pitch
    return spaces


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
    if not document.official:
        return frozenset()
    body = document.body
    found: set[int] = set()
    for at, block in enumerate(body):
        if _role(block) not in SIGN_OFF or (at and _role(body[at - 1]) in SIGN_OFF):
            continue
        above = at - 1
        while above > 0 and _role(body[above]) is Role.ANNEX_LIST:
            found.add(above)
            above -= 1
        if above >= 0 and isinstance(body[above], Paragraph):
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


def filled(document: Document, style: HouseStyle) -> tuple[Block, ...]:
    """The blocks of a document, its lines filled so that what follows `FILL` stands one character
    from the right, and what stands before it one from the left."""
    if not document.official:
        return document.body
    return tuple(
        _filled(block, style)
        if isinstance(block, Paragraph) and block.role is Role.DOCUMENT_NUMBER
        else block
        for block in document.body
    )


def _filled(paragraph: Paragraph, style: HouseStyle) -> Paragraph:
    at = next((at for at, span in enumerate(paragraph.spans) if span.text == FILL), None)
    if at is None:
        return paragraph
    text = paragraph.text.replace(FILL, "")
    room = style.grid.characters - 2 * _INSET / 100 - width(text) - seams(text) / 4
    gap = replace(paragraph.spans[at], text="　" * max(int(room), 1))
    spans = (*paragraph.spans[:at], gap, *paragraph.spans[at + 1 :])
    return replace(
        paragraph,
        spans=(Span("　"), *spans) if at else spans,
        starts=(),
    )


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None
