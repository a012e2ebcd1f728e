"""THE SKELETON: all of a Word file but its text, made through python-docx and then remembered.

Making it takes some ten milliseconds, and it is the same for every text in a house style. The text
is put in as finished XML, since python-docx takes eight times as long for a paragraph.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache
from html import escape
from typing import NamedTuple

from docx.document import Document

from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import text_xml
from model.word.write.blank import blank_document
from model.word.write.body import Sections
from model.word.write.page import number_lines, set_page, set_record_page, set_turned_page
from model.word.write.settings import fill_font_table, set_settings
from model.word.write.styles import add_styles

_MAIN, _CORE = "word/document.xml", "docProps/core.xml"
_HEADERS, _FOOTERS = "word/header", "word/footer"
_BODY = "XG-BODY"
_TITLE, _STAMP, _LABEL = "XG-TITLE", "XG-STAMP", "XG-LABEL"
"""What holds the places of body, title, stamp and label."""
_ANY_BODY = re.compile(rb"<w:body>.*</w:body>", re.DOTALL)
_SECTION = re.compile(rb"<w:sectPr>.*?</w:sectPr>|<w:sectPr .*?</w:sectPr>", re.DOTALL)


class Skeleton(NamedTuple):
    """The parts of a file by name, with places for body, title and stamp."""

    parts: tuple[tuple[str, bytes], ...]
    sections: Sections

    def filled(self, body: str, title: str, stamp: str, label: str = "") -> dict[str, bytes]:
        """The parts with `body` (finished XML), and the others (clean texts)."""
        filled = dict(self.parts)
        for name, part in self.parts:
            if name == _MAIN:
                filled[name] = _put(part, _BODY, body)
            elif name == _CORE:
                filled[name] = _put(part, _TITLE, escape(title, quote=False))
            elif name.startswith(_FOOTERS) and stamp:
                filled[name] = _put(part, text_xml(_STAMP), text_xml(stamp))
            elif name.startswith(_HEADERS):
                filled[name] = _put(part, text_xml(_LABEL), text_xml(label))
        return filled


def _put(part: bytes, sign: str, xml: str) -> bytes:
    """`xml` in the place of `sign`, which stands once."""
    before, _, after = part.partition(sign.encode("utf-8"))
    return b"".join((before, xml.encode("utf-8"), after))


@lru_cache(maxsize=32)
def skeleton(
    style: HouseStyle,
    *,
    stamped: bool,
    turned: bool = False,
    labelled: bool = False,
    record: bool | None = None,
    lined: bool = False,
) -> Skeleton:
    """The skeleton of a house style, with lines for stamp and label or without; `turned`: with
    pages for wide tables; `record`: with a page for 版记, which has a number or not; `lined`: with
    numbers of lines."""
    document = blank_document()
    _set_properties(document)
    add_styles(document.styles, style)
    set_settings(document, style)
    fill_font_table(document, style)
    stamp = _STAMP if stamped else None
    set_page(document, style, stamp=stamp, label=_LABEL if labelled else None)
    if turned:
        set_turned_page(document, style, stamp=stamp)
    if record is not None:
        set_record_page(document, style, stamp=stamp, numbered=record)
    if lined:
        number_lines(document)
    parts = dict(_parts(document))
    main = parts[_MAIN]
    found = [section.decode("utf-8") for section in _SECTION.findall(main)]
    parts[_MAIN] = _ANY_BODY.sub(f"<w:body>{_BODY}</w:body>".encode(), main)
    return Skeleton(tuple(parts.items()), Sections(found[0], found[int(turned)], found[-1]))


def _set_properties(document: Document) -> None:
    """The title, and nobody's name; dates are left out."""
    properties = document.core_properties
    properties.title = _TITLE
    properties.author = ""
    properties.last_modified_by = ""


def _parts(document: Document) -> tuple[tuple[str, bytes], ...]:
    """What python-docx saves, part by part."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())
