"""Blank lines stand where the standard wants them, as space and not as empty paragraphs."""

import pytest

from model.document import Document, Paragraph, Role
from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import write_document
from tests.word.samples import W, paragraph, report, speech, tree


def blank_lines(document: Document, style: HouseStyle) -> list[int]:
    """Positions in the body of the paragraphs with a blank line above."""
    body = tree(write_document(document, style, mode="final").data, "word/document.xml")[0]
    found = [each.find(f"{W}pPr/{W}spacing") for each in body.iterchildren(f"{W}p")]
    return [
        at
        for at, spacing in enumerate(found)
        if spacing is not None and int(spacing.get(f"{W}before")) >= style.pitch
    ]


def test_under_the_title_above_signature_and_annex_title(gbt9704: HouseStyle) -> None:
    document = report()
    texts = [block.text for block in document.body if isinstance(block, Paragraph)]
    above = [texts[at] for at in blank_lines(document, gbt9704)]
    assert above == ["江州市人民政府：", "云岭县人民政府", texts[-3], "单位：亿元、%"]


def test_speech_has_one_under_the_date(gbt9704: HouseStyle) -> None:
    assert blank_lines(speech(), gbt9704) == [3]


@pytest.mark.parametrize("document", [report(), speech()], ids=["report", "speech"])
def test_no_paragraph_is_empty(document: Document, gbt9704: HouseStyle) -> None:
    body = tree(write_document(document, gbt9704, mode="final").data, "word/document.xml")[0]
    assert all("".join(each.itertext()) for each in body.iterchildren(f"{W}p"))


def test_two_titles_stand_close(gbt9704: HouseStyle) -> None:
    body = (
        paragraph(Role.TITLE, "云岭县"),
        paragraph(Role.SUBTITLE, "工作汇报"),
        paragraph(Role.HEADING, "一、成效", level=1),
        paragraph(Role.BODY, "开工。"),
    )
    assert blank_lines(Document("", body), gbt9704) == [2]
