"""THE BOUNDARY: characters that must not reach a Word file, and how text becomes XML.

XML 1.0 forbids most control characters and lone surrogates; zero-width and direction characters
are allowed but invisible, and can make a text read otherwise than it was typed. Both are taken
out here and told; nothing else is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_BREAK = "\n"
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_INVISIBLE = (
    r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0001\U000e0020-\U000e007f"
)
_REMOVED = re.compile(f"[{_CONTROLS}{_INVISIBLE}]")
_REMOVED_WITH_BREAK = re.compile(f"[\n{_CONTROLS}{_INVISIBLE}]")
SPECIAL = re.compile(f"[ &<>\t\n{_CONTROLS}{_INVISIBLE}]")
"""A text with none of these is written as it is; spaces may need to be told to stay."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Characters taken out of one place: how many, and which (`U+200B`), each once."""

    place: str | None
    count: int
    characters: tuple[str, ...]


def clean(text: str, *, keep_breaks: bool = False) -> tuple[str, list[str]]:
    """`text` without what must not reach the file, and the characters taken out, in order.

    Line breaks are taken out too unless `keep_breaks`.
    """
    pattern = _REMOVED if keep_breaks else _REMOVED_WITH_BREAK
    found = pattern.findall(text)
    return (pattern.sub("", text) if found else text), found


def is_plain(text: str) -> bool:
    """Whether `text` surely has no `SPECIAL` character, found several times as fast as by it.

    False says nothing: a full-width space is not printable either.
    """
    return text.isprintable() and not (" " in text or "&" in text or "<" in text or ">" in text)


def told(place: str | None, found: list[str]) -> Removed:
    """The record of what `clean` took out of `place`."""
    names = dict.fromkeys(f"U+{ord(character):04X}" for character in found)
    return Removed(place, len(found), tuple(names))


def text_xml(text: str) -> str:
    """The content of a run for a clean text: `w:t`, with tabs and line breaks as elements."""
    if SPECIAL.search(text) is None:
        return f"<w:t>{text}</w:t>"
    pieces = (_piece(piece) for piece in re.split("([\t\n])", text) if piece)
    return "".join(pieces)


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece == _BREAK:
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'
