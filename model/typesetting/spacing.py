"""BLANK LINES: where the standard leaves one, it is space before a paragraph, no empty one."""

from __future__ import annotations

from model.document import Paragraph, Role, Table

_FRONT = (Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.ANNEX_TITLE)
_SIGN_OFF = (Role.SIGNATURE, Role.ISSUED, Role.SEALED_SIGNATURE, Role.SEALED_DATE)
KEEP_NEXT = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.CAPTION,
        Role.CHART,
        Role.SIGNATURE,
        Role.ANNEX_LABEL,
        Role.ANNEX_TITLE,
        Role.SEALED_SIGNATURE,
    }
)
"""Paragraphs that stay on the page of the next one, as headings do."""


def blank_line_before(paragraph: Paragraph, before: Paragraph | Table | None) -> bool:
    """Whether one line stays blank above `paragraph`, which follows `before`.

    Under the title and what belongs to it, above an annex's title (it stands on the third line
    of its page), above the list of annexes and the signature.
    """
    if before is None:
        return False
    above = before.role if isinstance(before, Paragraph) else None
    role = paragraph.role
    if role is above or role is Role.ANNEX_LABEL:
        return False
    if role is Role.ANNEX_TITLE:
        return above is Role.ANNEX_LABEL
    if role is Role.ANNEX_LIST:
        return True
    if role in _SIGN_OFF:
        return above not in _SIGN_OFF
    return above in _FRONT and role not in _FRONT


def half_line_after(paragraph: Paragraph, after: Paragraph | Table | None) -> bool:
    """Whether a title keeps some distance from the table under it."""
    return paragraph.role in _FRONT and isinstance(after, Table)
