"""Word itself would open the file: order of elements, names, references between parts."""

from collections.abc import Mapping
from typing import get_args

import pytest
from lxml import etree

from model.document import Document, Paragraph, Role, Span, Table
from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import Mode, write_document
from tests.word.samples import STAMP, W, paragraph, parts, report, speech, tree, wide
from tests.word.schema import misplaced

MODES = get_args(Mode)


def wordprocessing(data: bytes) -> dict[str, bytes]:
    return {
        name: part for name, part in parts(data).items() if b"wordprocessingml/2006/main" in part
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("key", ["gbt9704", "windows", "speech-large"])
@pytest.mark.parametrize("document", [report(), speech(), wide()], ids=["report", "speech", "wide"])
def test_elements_stand_in_the_order_of_the_schema(
    document: Document, key: str, mode: Mode, styles: Mapping[str, HouseStyle]
) -> None:
    data = write_document(document, styles[key], mode=mode, stamp=STAMP).data
    read = wordprocessing(data)
    assert len(read) == (8 if document.title == wide().title else 6)
    for name, part in read.items():
        assert list(misplaced(etree.fromstring(part))) == [], name


def test_checker_finds_a_wrong_order() -> None:
    wrong = f'<w:pPr xmlns:w="{W.strip("{}")}"><w:jc w:val="left"/><w:keepNext/></w:pPr>'
    assert list(misplaced(etree.fromstring(wrong)))


def test_every_style_that_is_used_is_defined(gbt9704: HouseStyle) -> None:
    data = write_document(report(), gbt9704, mode="proof", stamp=STAMP).data
    defined = {
        style.get(f"{W}styleId") for style in tree(data, "word/styles.xml").iter(f"{W}style")
    }
    kinds = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    for part in wordprocessing(data).values():
        for kind in kinds:
            used = {each.get(f"{W}val") for each in etree.fromstring(part).iter(f"{W}{kind}")}
            assert used <= defined


def test_styles_have_different_ids_and_names(gbt9704: HouseStyle) -> None:
    root = tree(write_document(report(), gbt9704, mode="final").data, "word/styles.xml")
    ids = [style.get(f"{W}styleId") for style in root.iter(f"{W}style")]
    names = [style.find(f"{W}name").get(f"{W}val") for style in root.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))


def test_a_paragraph_follows_every_table(gbt9704: HouseStyle) -> None:
    table = Table(("指标",), (10,), ())
    document = Document("表", (table, table))
    body = tree(write_document(document, gbt9704, mode="final").data, "word/document.xml")[0]
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_document_without_a_word_is_a_file_too(gbt9704: HouseStyle) -> None:
    data = write_document(Document("", ()), gbt9704, mode="final").data
    assert list(misplaced(tree(data, "word/document.xml"))) == []
    empty = Document("", (Paragraph(Role.BODY, (), ids=("a1", "a2")), paragraph(Role.TITLE, "")))
    assert tree(write_document(empty, gbt9704, mode="final").data, "word/document.xml") is not None


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_named_style_of_its_own(role: Role, gbt9704: HouseStyle) -> None:
    document = Document("", (Paragraph(role, (Span("云岭县"),), level=1),))
    data = write_document(document, gbt9704, mode="final").data
    used = tree(data, "word/document.xml").find(f".//{W}pStyle").get(f"{W}val")
    styles = tree(data, "word/styles.xml")
    named = styles.find(f"{W}style[@{W}styleId='{used}']/{W}name").get(f"{W}val")
    assert named.startswith("heading" if role is Role.HEADING else "公文")


@pytest.mark.parametrize(("mode", "headers"), [("proof", 0), ("review", 2), ("final", 0)])
def test_only_a_review_has_headers_and_they_are_as_the_schema_wants(
    mode: Mode, headers: int, gbt9704: HouseStyle
) -> None:
    style = gbt9704.model_copy(update={"review_label": "内部资料"})
    read = wordprocessing(write_document(wide(), style, mode=mode, stamp=STAMP).data)
    found = [part for name, part in read.items() if name.startswith("word/header")]
    assert len(found) == headers
    assert all("内部资料".encode() in part for part in found)
    assert all(list(misplaced(etree.fromstring(part))) == [] for part in read.values())
