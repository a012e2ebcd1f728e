"""A `Document` AS A WORD FILE that needs no more formatting. Bytes only: storage writes them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from model.document import Document
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import Removed, clean
from model.word.write.body import document_xml
from model.word.write.footer import footer_xml
from model.word.write.package import (
    DOCUMENT,
    FONTS,
    FOOTER_EVEN,
    FOOTER_ODD,
    SETTINGS,
    STYLES,
    package,
)
from model.word.write.settings import font_table_xml, settings_xml
from model.word.write.styles import styles_xml

Mode = Literal["proof", "review", "final"]
"""核对稿, 送审稿, 定稿."""


class Written(NamedTuple):
    """A .docx as bytes, and what was taken out of the text because no file may hold it."""

    data: bytes
    removed: tuple[Removed, ...]


def write_document(
    document: Document, style: HouseStyle, *, mode: Mode, stamp: str | None = None
) -> Written:
    """The Word file of `document` in the house style `style`.

    A proof marks blanks (yellow) and carried text (pale blue) and has `stamp` (number and time of
    the draft) in its footer; the others are clean and take no notice of it. Equal input gives
    equal bytes.
    """
    proof = mode == "proof"
    shown = stamp if proof else None
    xml, removed = document_xml(document, style, marked=proof, stamp=shown)
    parts = {
        DOCUMENT: xml,
        **_standing_parts(style),
        FOOTER_ODD: footer_xml(style, odd=True, stamp=shown),
        FOOTER_EVEN: footer_xml(style, odd=False, stamp=shown),
    }
    return Written(package(parts, clean(document.title)[0]), removed)


@lru_cache(maxsize=16)
def _standing_parts(style: HouseStyle) -> dict[str, str]:
    """The parts that depend on the house style alone."""
    return {
        STYLES: styles_xml(style),
        SETTINGS: settings_xml(style),
        FONTS: font_table_xml(style),
    }
