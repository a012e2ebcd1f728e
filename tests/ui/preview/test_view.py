"""The preview as the window uses it: shows, marks, finds, scrolls, zooms."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.document import Document, Paragraph, Role, Span
from model.typesetting.house_style import HouseStyle
from model.values.state import State
from tests.word.samples import paragraph, report
from ui.kit import theme
from ui.kit.colors import Scheme
from ui.preview.area import PageArea
from ui.preview.view import Preview

LONG = Document(
    "题",
    tuple(
        Paragraph(
            Role.BODY,
            (Span(f"第{at}段", f"i{at}.lead"), Span("县政府把任务逐项列出，" * 12, f"i{at}.text")),
            ids=(f"i{at}",),
        )
        for at in range(60)
    ),
)


@pytest.fixture
def preview(qapp: QApplication) -> Iterator[Preview]:
    widget = Preview()
    widget.resize(520, 700)
    widget.show()
    yield widget
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, 0)


def area(preview: Preview) -> PageArea:
    found = preview.focusProxy()
    assert isinstance(found, PageArea)
    return found


def picture(preview: Preview) -> QImage:
    QApplication.processEvents()
    return preview.grab().toImage()


def colours(image: QImage) -> set[str]:
    """All colours of a picture, every second pixel looked at."""
    across, down = range(0, image.width(), 2), range(0, image.height(), 2)
    return {image.pixelColor(x, y).name() for x in across for y in down}


def box_on_screen(preview: Preview, place: str) -> QRectF:
    """Where the first box of a place lies in the viewport, after scrolling to it."""
    preview.scroll_to(place)
    shown, found = area(preview), preview.found
    assert found is not None
    offset = shown.horizontalScrollBar().value(), shown.verticalScrollBar().value()
    return shown.stack.shown(found.page, found.boxes[0]).translated(-offset[0], -offset[1])


def click(preview: Preview, point: QPoint) -> None:
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(area(preview).viewport(), button, keys, point)


def test_it_tells_how_many_pages_there_are(preview: Preview, gbt9704: HouseStyle) -> None:
    told: list[int] = []
    preview.pages_changed.connect(told.append)
    assert preview.page_count == 0
    preview.show_document(LONG, gbt9704)
    preview.show_document(Document("题", LONG.body[:1]), gbt9704)
    assert told == [14, 1]
    assert preview.page_count == 1


@pytest.mark.parametrize("place", ["i0.text", "i25.lead", "i59.text"])
def test_a_click_leads_to_the_place_that_is_scrolled_to(
    preview: Preview, gbt9704: HouseStyle, place: str
) -> None:
    clicked: list[str] = []
    preview.place_clicked.connect(clicked.append)
    preview.show_document(LONG, gbt9704)
    box = box_on_screen(preview, place)
    assert area(preview).viewport().rect().contains(box.toAlignedRect())
    click(preview, box.center().toPoint())
    assert clicked == [place]


def test_a_click_beside_the_text_leads_nowhere(preview: Preview, gbt9704: HouseStyle) -> None:
    clicked: list[str] = []
    preview.place_clicked.connect(clicked.append)
    preview.show_document(LONG, gbt9704)
    click(preview, QPoint(30, 30))
    assert clicked == []


def test_text_of_the_program_leads_to_what_stands_before_it(
    preview: Preview, gbt9704: HouseStyle
) -> None:
    spans = Span("增长5%", "gdp@2026-H1.yoy"), Span("；居全市第一，领先于各兄弟县市")
    preview.show_document(Document("题", (Paragraph(Role.BODY, spans),)), gbt9704)
    clicked: list[str] = []
    preview.place_clicked.connect(clicked.append)
    box = box_on_screen(preview, "gdp@2026-H1.yoy")
    click(preview, box.translated(box.width() * 2, 0).center().toPoint())
    assert clicked == ["gdp@2026-H1.yoy"]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("i1.figures.3", "县政府"),
        ("i1.lead.figures.0", "第1段"),
        ("i1.marker", "第1段"),
        ("i1", "第1段"),
    ],
)
def test_a_place_without_words_of_its_own_is_found_by_its_text(
    preview: Preview, gbt9704: HouseStyle, place: str, text: str
) -> None:
    preview.show_document(LONG, gbt9704)
    clicked: list[str] = []
    preview.place_clicked.connect(clicked.append)
    click(preview, box_on_screen(preview, place).center().toPoint())
    assert clicked == ["i1.text" if text == "县政府" else "i1.lead"]


def test_a_place_that_is_not_shown_is_not_marked(preview: Preview, gbt9704: HouseStyle) -> None:
    preview.show_document(LONG, gbt9704)
    preview.scroll_to("i3.text")
    preview.scroll_to("nowhere.text")
    assert preview.found is None


def test_the_place_stays_marked_where_it_now_is(preview: Preview, gbt9704: HouseStyle) -> None:
    preview.show_document(LONG, gbt9704)
    preview.scroll_to("i30.text")
    before = preview.found
    preview.show_document(Document("题", LONG.body[20:]), gbt9704)
    assert before is not None
    assert preview.found is not None
    assert preview.found.page < before.page
    box = area(preview).stack.shown(preview.found.page, preview.found.boxes[0])
    assert box.top() > area(preview).verticalScrollBar().value()


def test_blanks_and_carried_text_and_the_place_are_marked(
    preview: Preview, gbt9704: HouseStyle
) -> None:
    blank = Span("XX" * 20, "i1.figures.0", state=State.EMPTY)
    carried = Span("增长" * 20, "i2.text", state=State.CARRIED)
    preview.show_document(Document("题", (paragraph(Role.BODY, "县"),)), gbt9704)
    plain = colours(picture(preview))
    preview.show_document(Document("题", (paragraph(Role.BODY, blank),)), gbt9704)
    red = colours(picture(preview)) - plain
    preview.show_document(Document("题", (paragraph(Role.BODY, carried),)), gbt9704)
    amber = colours(picture(preview)) - plain
    preview.scroll_to("i2.text")
    pointed_out = colours(picture(preview)) - plain - amber
    assert "#fbdcd9" in red
    assert "#fff0c2" in amber
    assert "#fff0c2" not in pointed_out
    assert pointed_out


def test_paper_stays_white_in_a_dark_scheme(
    preview: Preview, gbt9704: HouseStyle, qapp: QApplication
) -> None:
    theme.apply(qapp, 100, Scheme.DARK)
    preview.show_document(LONG, gbt9704)
    image = picture(preview)
    sheet = area(preview).stack.sheet(0)
    assert image.pixelColor(int(sheet.center().x()), int(sheet.top()) + 20).name() == "#ffffff"
    assert image.pixelColor(3, 3).lightness() < 80


def test_pages_are_turned_by_keyboard_and_told_to_screen_readers(
    preview: Preview, gbt9704: HouseStyle
) -> None:
    preview.show_document(LONG, gbt9704)
    shown = area(preview)
    assert shown.accessibleName() == "预览"
    assert shown.accessibleDescription() == "第1页，共14页"
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.accessibleDescription() == "第3页，共14页"
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.accessibleDescription() == "第14页，共14页"
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.verticalScrollBar().value() == 0


def test_zoom_by_keyboard_and_back_to_the_width(preview: Preview, gbt9704: HouseStyle) -> None:
    preview.show_document(LONG, gbt9704)
    fitting = preview.zoom
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(area(preview), Qt.Key.Key_Plus, control)
    assert preview.zoom > fitting
    QTest.keyClick(area(preview), Qt.Key.Key_Minus, control)
    QTest.keyClick(area(preview), Qt.Key.Key_Minus, control)
    assert preview.zoom < fitting
    preview.set_zoom(100)
    assert preview.zoom == 100
    assert area(preview).horizontalScrollBar().maximum() > 0
    preview.set_zoom(100000)
    assert preview.zoom == 400
    preview.set_zoom(None)
    assert preview.zoom == fitting
    assert area(preview).horizontalScrollBar().maximum() == 0


def test_zoom_keeps_what_is_in_the_middle(preview: Preview, gbt9704: HouseStyle) -> None:
    preview.show_document(LONG, gbt9704)
    preview.scroll_to("i40.text")
    page = area(preview).current_page
    preview.set_zoom(150)
    assert area(preview).current_page == page


def test_pages_follow_the_width_of_the_window(preview: Preview, gbt9704: HouseStyle) -> None:
    preview.show_document(report(), gbt9704)
    narrow = preview.zoom
    preview.resize(800, 700)
    QApplication.processEvents()
    assert preview.zoom > narrow


def test_an_edit_repaints_only_what_it_changes(
    preview: Preview, gbt9704: HouseStyle, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.set_zoom(30)
    preview.show_document(LONG, gbt9704)
    preview.scroll_to("i0.text")
    QApplication.processEvents()
    painted: list[int] = []
    paint_sheet = PageArea._paint_sheet

    def told(shown: PageArea, painter: object, number: int, *rest: object) -> None:
        painted.append(number)
        paint_sheet(shown, painter, number, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(PageArea, "_paint_sheet", told)
    spans = Span("第0段", "i0.lead"), Span("改" * 132, "i0.text")
    changed = Paragraph(Role.BODY, spans, ids=("i0",))
    preview.show_document(Document("题", (changed, *LONG.body[1:])), gbt9704)
    QApplication.processEvents()
    assert painted == [0]


def test_the_focus_goes_to_the_pages(preview: Preview) -> None:
    preview.setFocus()
    assert preview.focusProxy() is area(preview)
    assert area(preview).focusPolicy() == Qt.FocusPolicy.StrongFocus
