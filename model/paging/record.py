"""WHERE 版记 STANDS: at the foot of the last page, which is an even one.

It needs a line between the text and itself. Where the last page is odd, or full, or turned, it
stands on an even page of its own; a blank page before that has no number, nor has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.document import Paragraph
from model.paging.breaking import PLAIN
from model.paging.faces import Faces
from model.paging.pages import Page, Pages, Placed
from model.paging.paragraph import Laid, Measure, Stretch
from model.paging.table import LaidTable
from model.typesetting.house_style import Alignment, HouseStyle
from model.typesetting.letterhead import fills
from model.typesetting.paragraphs import look_of
from model.typesetting.record import placing
from model.typesetting.sanitize import clean


class Ending(NamedTuple):
    """On which page (the first is 1) 版记 stands, and how far under the top of the type area it
    begins, in twips; `follows` the text on its page, or has a page of its own, which is `numbered`
    where no blank one stands before it."""

    page: int
    top: int
    follows: bool
    numbered: bool


class Foot(NamedTuple):
    """版记 laid out, as it stands under the top of the type area."""

    placed: tuple[Placed, ...]
    height: int


def ends(pages: Pages, style: HouseStyle, height: int) -> Ending:
    """Where 版记 of a height stands under the pages of a text."""
    count, top = len(pages), style.text_height - height
    last = pages[count - 1]
    turned = bool(last) and last[0].wide
    if count % 2 == 0 and not turned and _reached(last) + style.pitch <= top:
        return Ending(count, top, follows=True, numbered=True)
    odd = count % 2 == 1
    return Ending(count + (1 if odd else 2), top, follows=False, numbered=odd)


def laid_foot(record: Sequence[Paragraph], style: HouseStyle, faces: Faces) -> Foot:
    """版记 laid out, its last line on the lower edge of the type area."""
    laid = [_laid(paragraph, style, faces) for paragraph in record]
    height = sum(each.height for each in laid)
    return Foot(tuple(_placed(laid, style.text_height - height)), height)


def _reached(page: Page) -> int:
    """How far down the text of a page reaches, in twips."""
    if not page:
        return 0
    laid, first, until, top = page[-1][:4]
    if isinstance(laid, LaidTable):
        return top + laid.head.height + sum(row.height for row in laid.rows[first:until])
    return top + laid.pitch * (until - first)


def _placed(laid: Sequence[Laid], top: int) -> list[Placed]:
    placed = []
    for each in laid:
        placed.append(Placed(each, 0, len(each.lines), top, is_record=True))
        top += each.height
    return placed


def _laid(paragraph: Paragraph, style: HouseStyle, faces: Faces) -> Laid:
    look = look_of(paragraph, style)
    left, out, right = placing(paragraph, style)
    measure = Measure(
        left / 20,
        (style.text_width - left - right) / 20,
        -out / 20,
        Alignment.LEFT,
        round((look.pitch_pt or style.grid.pitch_pt) * 20),
        PLAIN,
        fills(paragraph),
    )
    texts = [clean(span.text)[0] for span in paragraph.spans]
    face = faces.of(look)
    return Laid(paragraph.spans, texts, [Stretch(sum(map(len, texts)), face)], measure)
