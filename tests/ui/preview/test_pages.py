"""Pages as GB/T 9704 and the Word file have them."""

import pytest
from PySide6.QtGui import QImage, QPainter

from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.library import shipped
from model.paging.faces import NominalFaces
from model.paging.pages import Page
from model.paging.sheets import Binder
from model.paging.table import LaidTable
from model.typesetting.house_style import PAGE_WIDTH, HouseStyle, twips
from tests.ui.preview.conftest import Cut
from tests.ui.preview.reading import page_lines
from tests.word.samples import paragraph, plain, report
from ui.preview.faces import Faces
from ui.preview.finding import find, is_turned, place_at, texts
from ui.preview.painting import PagePainter

STYLES = ["gbt9704", "windows", "speech-large"]


@pytest.mark.parametrize("key", STYLES)
def test_a_page_of_plain_text_fills_the_grid(key: str, cut: Cut) -> None:
    style = shipped.house_style(key)
    grid = style.grid
    pages = cut(plain(grid.lines * grid.characters * 3), style)
    assert len(pages) == 4
    for page in pages[:3]:
        shown = page_lines(page, style)
        assert len(shown) == grid.lines
        assert {len(line) for line in shown[1:]} == {grid.characters}
    assert len(page_lines(pages[0], style)[0]) == grid.characters - 2


@pytest.mark.parametrize("key", STYLES)
def test_full_lines_reach_from_edge_to_edge_of_the_type_area(key: str, cut: Cut) -> None:
    style = shipped.house_style(key)
    left = twips(style.margins_mm.left) / 20
    right = (PAGE_WIDTH - twips(style.margins_mm.right)) / 20
    page = cut(plain(style.grid.characters * 5), style)[0]
    (text,) = texts(page, style)
    edges = text.laid.edges(1)
    assert text.left + edges[0] == pytest.approx(left, abs=0.01)
    assert text.left + edges[-1] == pytest.approx(right, abs=style.looks.body.size_pt * 0.05 + 0.3)


def test_every_character_reaches_a_page(cut: Cut, gbt9704: HouseStyle) -> None:
    document = report()
    shown = "".join("".join(page_lines(page, gbt9704)) for page in cut(document, gbt9704))
    for block in document.body:
        if isinstance(block, Paragraph):
            assert block.text in shown


def test_a_heading_is_never_the_last_of_a_page(cut: Cut, gbt9704: HouseStyle) -> None:
    heading = paragraph(Role.HEADING, "一、推动工业经济提质增效", level=1)
    below = paragraph(Role.HEADING, "（一）抓项目", level=2)
    for lines in range(18, 23):
        body = (*[paragraph(Role.BODY, "县")] * lines, heading, below, paragraph(Role.BODY, "甲"))
        pages = cut(Document("题", body), gbt9704)
        assert page_lines(pages[0], gbt9704)[-1] == ("甲" if lines <= 19 else "县")


def test_more_headings_than_a_page_holds_are_shown_all_the_same(
    cut: Cut, gbt9704: HouseStyle
) -> None:
    headings = tuple(paragraph(Role.HEADING, f"{n}、项目", level=1) for n in range(50))
    pages = cut(Document("题", headings), gbt9704)
    assert [len(page_lines(page, gbt9704)) for page in pages] == [22, 22, 6]


def test_an_annex_begins_a_page(cut: Cut, gbt9704: HouseStyle) -> None:
    body = paragraph(Role.BODY, "正文。"), paragraph(Role.ANNEX_LABEL, "附件1")
    pages = cut(Document("题", body), gbt9704)
    assert [page_lines(page, gbt9704) for page in pages] == [["正文。"], ["附件1"]]


def test_a_table_repeats_its_head_and_splits_no_row(cut: Cut, gbt9704: HouseStyle) -> None:
    rows = tuple((Cell((Span(f"{number}：" + "长" * 30),)),) * 2 for number in range(40))
    pages = cut(Document("题", (Table(("甲", "乙"), (14, 14), rows),)), gbt9704)
    assert len(pages) > 2
    seen: list[int] = []
    for page in pages:
        (placed,) = page
        assert isinstance(placed.laid, LaidTable)
        assert page_lines(page, gbt9704)[:2] == ["甲", "乙"]
        height = placed.laid.head.height
        height += sum(row.height for row in placed.laid.rows[placed.first : placed.last])
        assert height <= gbt9704.text_height
        seen += range(placed.first, placed.last)
    assert seen == list(range(40))


def test_a_text_without_anything_has_one_empty_page(cut: Cut, gbt9704: HouseStyle) -> None:
    assert cut(Document("", ()), gbt9704) == [()]


@pytest.mark.usefixtures("chinese_font")
def test_the_date_of_a_signature_ends_two_characters_from_the_right(
    cut: Cut, gbt9704: HouseStyle
) -> None:
    body = paragraph(Role.SIGNATURE, "云岭县政府"), paragraph(Role.ISSUED, "2026年12月15日")
    (page,) = cut(Document("题", body), gbt9704)
    organ, date = texts(page, gbt9704)
    right = gbt9704.text_width / 20
    assert date.laid.edges(0)[-1] == pytest.approx(right - 2 * 15.75, abs=0.5)
    assert organ.laid.edges(0)[0] == pytest.approx(date.laid.edges(0)[0] - 2 * 15.75, abs=6)


def test_a_click_on_a_turned_page_leads_to_what_is_shown_there(gbt9704: HouseStyle) -> None:
    titles = ("乡镇", *(f"{month}月完成投资（万元）" for month in range(1, 12)))
    places = [[f"w{row}.m{month}" for month in range(12)] for row in range(30)]
    rows = tuple(
        tuple(Cell((Span("1234.56", place),), numeric=True) for place in row) for row in places
    )
    document = Document("", (paragraph(Role.BODY, "甲"), Table(titles, (4,) * 12, rows)))
    pages = Binder(gbt9704, NominalFaces(gbt9704)).sheets(document)
    assert [is_turned(page) for page in pages] == [False, True, True]
    for place in (places[0][0], places[0][11], places[17][5], places[29][11]):
        found = find(pages, gbt9704, place)
        assert found is not None
        box = found.boxes[0]
        assert box.height() > box.width()
        shown = place_at(pages[found.page], gbt9704, box.center())
        assert shown is not None
        assert shown[0] == place


def test_where_a_seal_will_come_is_shown_on_the_screen_and_never_printed(
    gbt9704: HouseStyle, chinese_font: None
) -> None:
    sealed = (
        paragraph(Role.BODY, "各项工作有序推进。"),
        paragraph(Role.SEALED_SIGNATURE, "云岭县人民政府"),
        paragraph(Role.SEALED_DATE, "2026年7月10日"),
    )
    faces = Faces(gbt9704)
    (page,) = Binder(gbt9704, faces).sheets(Document("", sealed, official=True))
    assert reds(faces, page, marked=True) > 100
    assert reds(faces, page, marked=False) == 0


def reds(faces: Faces, page: Page, *, marked: bool) -> int:
    """How many red points a painted page has."""
    image = QImage(596, 842, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    PagePainter(faces, marked=marked).paint(painter, page, 1)
    painter.end()
    pixels = (image.pixelColor(x, y) for x in range(596) for y in range(300))
    return sum(1 for pixel in pixels if pixel.red() > 200 and pixel.green() < 160)
