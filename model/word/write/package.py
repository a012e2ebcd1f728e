"""THE ZIP: parts as one .docx, the same bytes for the same parts on every PC and at any time.

Nothing tells who wrote the file, where or when: no names, no dates, no paths; and nothing
reaches outside it: no external relationship, macro, embedding or custom data.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from model.word.write.elements import DECLARATION

_LEVEL = 3
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES, SETTINGS, FONTS = "word/styles.xml", "word/settings.xml", "word/fontTable.xml"
FOOTER_ODD, FOOTER_EVEN = "word/footer1.xml", "word/footer2.xml"
DOCUMENT = "word/document.xml"

_PARTS = {
    STYLES: ("rId1", "styles"),
    SETTINGS: ("rId2", "settings"),
    FONTS: ("rId3", "fontTable"),
    FOOTER_ODD: ("rId4", "footer"),
    FOOTER_EVEN: ("rId5", "footer"),
}
"""Relationships of the main part; `w:footerReference` names the last two by id."""


def package(parts: Mapping[str, str], title: str) -> bytes:
    """A .docx of the named parts; `title` (clean text) is the document's title property."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in (_frame(title) | dict(parts)).items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, xml.encode("utf-8"), compresslevel=_LEVEL)
    return out.getvalue()


def _frame(title: str) -> dict[str, str]:
    """What makes parts a package."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            _relationship("rId1", f"{_OFFICE}/officeDocument", DOCUMENT)
            + _relationship(
                "rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"
            )
        ),
        "docProps/core.xml": _core(title),
        "word/_rels/document.xml.rels": _relationships(
            "".join(
                _relationship(identifier, f"{_OFFICE}/{kind}", part.removeprefix("word/"))
                for part, (identifier, kind) in _PARTS.items()
            )
        ),
    }


def _relationships(inside: str) -> str:
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _relationship(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'


def _content_types() -> str:
    kinds = {part: kind for part, (_, kind) in _PARTS.items()} | {DOCUMENT: "document.main"}
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _core(title: str) -> str:
    """The title, and nobody's name; dates are left out."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator>"
        "<cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>"
    )
