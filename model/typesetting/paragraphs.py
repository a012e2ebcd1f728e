"""PARAGRAPHS: which look of the house style one takes, how much of it is a lead, how it breaks.

For the Word file and the preview, so that both set a paragraph alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from model.document import Paragraph, Part, Role, Span
from model.typesetting.house_style import HouseStyle, Look
from model.typesetting.title import SQUEEZE, title_breaks

IN_LINES = (Role.TITLE, Role.SUBTITLE, Role.ANNEX_TITLE)
"""Broken into lines by meaning, and line feeds of the text stay."""


_LOOKS = {
    Role.CHART: "caption",
    Role.CHART_CAPTION: "caption",
    Role.ISSUED: "signature",
    Role.SEALED_SIGNATURE: "signature",
    Role.SEALED_DATE: "signature",
    Role.COPY_NUMBER: "letterhead",
    Role.SECRECY: "letterhead",
    Role.URGENCY: "letterhead",
    Role.CONTACT: "closing",
    Role.COPIES: "record",
    Role.PRINTED: "record",
}
"""Roles that look as others do."""


def look_name(role: Role, level: int = 1) -> str:
    """Return the field of `Looks` that a role takes."""
    if role is Role.HEADING:
        return heading_look_name(level)
    return _LOOKS.get(role, role.value)


def heading_look_name(level: int) -> str:
    """Return the field of `Looks` for headings and leads; one without a level is of the first."""
    return f"heading_{min(max(level, 1), 4)}"


def look_of(paragraph: Paragraph, style: HouseStyle) -> Look:
    """Return the look that a paragraph takes in a house style."""
    look: Look = getattr(style.looks, look_name(paragraph.role, paragraph.level))
    return look


def lead_look(paragraph: Paragraph, style: HouseStyle) -> Look:
    """Return the look of the lead of a paragraph, which is that of the heading of its level."""
    look: Look = getattr(style.looks, heading_look_name(paragraph.level))
    return look


def lead_length(paragraph: Paragraph) -> int:
    """How many spans at the beginning are set in the heading's font: marker and lead.

    0 where no lead opens the paragraph, so that a bare marker stays in the body's font.
    """
    if not paragraph.level or paragraph.role is Role.HEADING:
        return 0
    end, has_lead = 0, False
    for span in paragraph.spans:
        if span.part is Part.LEAD:
            has_lead = True
        elif span.part is not Part.MARKER or has_lead:
            break
        end += 1
    return end if has_lead else 0


class TitleLines(NamedTuple):
    """A title as it is set: spans with line feeds, and whether its characters are squeezed."""

    spans: tuple[Span, ...]
    tight: bool


def in_lines(
    paragraph: Paragraph, texts: Sequence[str], style: HouseStyle, *, wide: bool = False
) -> TitleLines:
    """Return a title with line feeds where it breaks by meaning.

    `texts` are those of its spans as they may stand in a file; `wide` is on a turned page.
    """
    look = look_of(paragraph, style)
    total = style.text_height if wide else style.text_width
    room = total / (look.size_pt * 20 + style.spacing_of(look))
    breaks, tight = title_breaks("".join(texts), room, style.title_terms)
    spans: list[Span] = []
    at = 0
    for span, text in zip(paragraph.spans, texts, strict=True):
        edges = [0, *(each - at for each in breaks if at <= each < at + len(text)), len(text)]
        lines = "\n".join(text[start:end] for start, end in pairwise(edges))
        spans.append(replace(span, text=lines))
        at += len(text)
    return TitleLines(tuple(spans), tight)


def tight_spacing(look: Look, style: HouseStyle) -> int:
    """Twips between the characters of a squeezed title."""
    return style.spacing_of(look) - round(look.size_pt * 20 * SQUEEZE)
