"""Files that programs other than Word write, or that were mended by hand: ours reads them all.

python-docx 1.2 raises on each of them, which is why reading keeps a package of its own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from model.reading.gate import check_package
from model.reading.source import Source
from model.word.read.word_source import read_docx
from tests.reading.docx_files import W, docx, element, p

FILE = Path("旧稿.docx")
BODY = p("云岭县上半年工作总结") + p("全县经济稳步增长。")
TEXT = "云岭县上半年工作总结\n全县经济稳步增长。\n"

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES, RELS, MAIN_RELS = "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"


def types(main: str = "document") -> bytes:
    """The types of a usual file, whose main part is of the kind `main`."""
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{WORD}.{main}.main+xml"/></Types>'
    ).encode()


def relationships(kind: str, target: str, office: str = OFFICE) -> bytes:
    """One relationship to `target`."""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def strict() -> bytes:
    """A file of the Strict kind, with the types of its relationships."""
    document = element("document", f"<w:body>{BODY}</w:body>").replace(
        W, f"{STRICT}/wordprocessingml/main"
    )
    main = f"{STRICT}/officeDocument/relationships"
    return docx(
        "",
        {
            TYPES: types(),
            RELS: relationships("officeDocument", "word/document.xml", main),
            "word/document.xml": document.encode(),
        },
    )


ODD = {
    "a picture that is gone": docx(
        BODY, {TYPES: types(), MAIN_RELS: relationships("image", "media/image1.png")}
    ),
    "a picture that is NULL": docx(
        BODY, {TYPES: types(), MAIN_RELS: relationships("image", "../NULL")}
    ),
    "styles that are gone": docx(
        BODY, {TYPES: types(), MAIN_RELS: relationships("styles", "styles.xml")}
    ),
    "the Strict kind": strict(),
    "the type of a template": docx(BODY, {TYPES: types("template")}),
    "a part of no type": docx(
        BODY,
        {
            TYPES: types(),
            MAIN_RELS: relationships("image", "media/image1.wdp"),
            "word/media/image1.wdp": b"x",
        },
    ),
}


def read(data: bytes) -> Source:
    """As a clerk's file is read, gate and all."""
    check_package(data, FILE)
    return read_docx(data, FILE)


@pytest.mark.parametrize("what", ODD)
def test_an_odd_file_is_read(what: str) -> None:
    assert read(ODD[what]).text == TEXT
