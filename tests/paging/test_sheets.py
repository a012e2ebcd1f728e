"""版记 stands at the foot of the last even page, without a number behind a blank page."""

from __future__ import annotations

import pytest

from model.document import Document, Paragraph, Role, Span
from model.library import shipped
from model.paging.faces import NominalFaces
from model.paging.sheets import Binder, Sheets, ending

STYLE = shipped.house_style("gbt9704")
RECORD = (
    Paragraph(Role.COPIES, (Span("抄送：江州市统计局。"),)),
    Paragraph(Role.PRINTED, (Span("云岭县人民政府办公室"), Span("\t"), Span("2026年7月12日印发"))),
)


def with_lines(count: int, *record: Paragraph) -> Document:
    """A text of so many lines, with a record."""
    body = [Paragraph(Role.BODY, (Span("县"),)) for _ in range(count)]
    return Document("题", (*body, *record), official=True)


def sheets(document: Document) -> Sheets:
    return Binder(STYLE, NominalFaces(STYLE)).sheets(document)


@pytest.mark.parametrize(
    ("lines", "page", "numbered"),
    [(5, 2, True), (22, 2, True), (23, 2, True), (41, 2, True), (42, 4, False), (44, 4, False),
     (45, 4, True), (85, 4, True), (86, 6, False)],
)  # fmt: skip
def test_the_record_stands_on_the_last_even_page(lines: int, page: int, numbered: bool) -> None:
    document = with_lines(lines, *RECORD)
    found = ending(document, STYLE)
    assert found is not None
    assert (found.page, found.numbered) == (page, numbered)
    assert found.follows is (page == -(-lines // 22))
    pages = sheets(document)
    assert len(pages) == page
    last = pages[page - 1][-1]
    assert last.top + last.laid.height == STYLE.text_height
    assert all(placed.is_numbered for placed in pages[page - 1]) is numbered
    if not numbered:
        assert [placed.is_numbered for placed in pages[page - 2]] == [False]


def test_a_text_without_a_record_has_its_own_pages_alone() -> None:
    assert ending(with_lines(5), STYLE) is None
    assert len(sheets(with_lines(23))) == 2


def test_the_page_of_the_record_stays_the_same_object_while_it_is_as_before() -> None:
    binder = Binder(STYLE, NominalFaces(STYLE))
    first = binder.sheets(with_lines(5, *RECORD))
    again = binder.sheets(with_lines(6, *RECORD))
    assert again[1] is first[1]
    other = binder.sheets(with_lines(6, RECORD[1]))
    assert other[1] is not first[1]
    assert len(other[1]) == 1
