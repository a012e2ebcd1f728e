"""Hidden bookmarks: every record once, where it is shown."""

from typing import Any

import pytest

from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import write_document
from tests.word.samples import W, lead, marker, paragraph, report, tree


def bookmarks(root: Any) -> dict[str, str]:
    """The text inside each bookmark by its name; an AssertionError for one not closed."""
    inside: dict[str, str] = {}
    open_names: dict[str, str] = {}
    for element in root.iter():
        if element.tag == f"{W}bookmarkStart":
            name = element.get(f"{W}name")
            assert name not in inside
            open_names[element.get(f"{W}id")] = name
            inside[name] = ""
        elif element.tag == f"{W}bookmarkEnd":
            del open_names[element.get(f"{W}id")]
        elif element.tag == f"{W}t":
            for name in open_names.values():
                inside[name] += element.text
    assert not open_names
    return inside


def of(*body: Paragraph | Table, style: HouseStyle) -> dict[str, str]:
    data = write_document(Document("", body), style, mode="proof").data
    return bookmarks(tree(data, "word/document.xml"))


def test_one_id_takes_the_whole_paragraph(gbt9704: HouseStyle) -> None:
    made = paragraph(Role.BODY, marker("一是"), Span("开工12个。", "i7k2.text"), ids="i7k2")
    assert of(made, style=gbt9704) == {"_xg_i7k2": "一是开工12个。"}


def test_points_of_a_paragraph_take_their_spans_and_markers(gbt9704: HouseStyle) -> None:
    made = paragraph(
        Role.BODY,
        Span("上半年，", "i1.text"),
        marker("一是"),
        lead("抓项目。", "i2.lead"),
        Span("开工", "i2.text"),
        Span("12", "i2.figures.1"),
        Span("个。", "i2.text"),
        marker("二是"),
        Span("抓招商。", "i3.text"),
        ids="b9td i1 i2 i3",
        starts=(0, 0, 1, 6),
    )
    assert of(made, style=gbt9704) == {
        "_xg_b9td": "上半年，一是抓项目。开工12个。二是抓招商。",
        "_xg_i1": "上半年，",
        "_xg_i2": "一是抓项目。开工12个。",
        "_xg_i3": "二是抓招商。",
    }


def test_an_id_shown_twice_is_marked_where_it_is_first(gbt9704: HouseStyle) -> None:
    one = paragraph(Role.HEADING, "一、成效", level=1, ids="s1")
    other = paragraph(Role.BODY, "开工。", ids="s1")
    assert of(one, other, style=gbt9704) == {"_xg_s1": "一、成效"}


def test_every_row_has_its_bookmark_in_its_first_cell(gbt9704: HouseStyle) -> None:
    row = (Cell((Span("投资"),)), Cell((Span("5.1", "w1.now"),), numeric=True))
    table = Table(("指标", "本期"), (2, 1), (row, row), ("b1",), ("w1", "w2"))
    assert of(table, style=gbt9704) == {"_xg_b1": "指标", "_xg_w1": "投资", "_xg_w2": "投资"}


def test_a_row_whose_first_cell_is_empty_has_its_bookmark_too(gbt9704: HouseStyle) -> None:
    table = Table(("指标",), (2,), ((Cell(()),),), ("b1",), ("w1",))
    assert of(table, style=gbt9704) == {"_xg_b1": "指标", "_xg_w1": ""}


def test_a_point_that_is_a_link_alone_takes_what_the_link_shows(gbt9704: HouseStyle) -> None:
    made = paragraph(
        Role.BODY,
        Span("开工。", "i1.text"),
        Span("增长5.1%", "gdp@2026-H1.yoy"),
        ids="i1 i2",
        starts=(0, 1),
    )
    assert of(made, style=gbt9704) == {"_xg_i1": "开工。", "_xg_i2": "增长5.1%"}


@pytest.mark.parametrize("identifier", ["一二", "一-二", "i1-2", "x" * 37])
def test_an_id_that_word_takes_for_no_name_is_left_out(
    identifier: str, gbt9704: HouseStyle
) -> None:
    assert of(paragraph(Role.BODY, "开工。", ids=identifier), style=gbt9704) == {}


def test_sample_has_all_its_ids(gbt9704: HouseStyle) -> None:
    document = report()
    ids = {f"_xg_{each}" for block in document.body for each in block.ids}
    ids |= {
        f"_xg_{each}"
        for block in document.body
        if isinstance(block, Table)
        for each in block.row_ids
    }
    assert set(of(*document.body, style=gbt9704)) == ids


@pytest.mark.parametrize("body", [report().body, report().body[-2:], report().body[-2:-1], ()])
def test_the_mark_of_the_draft_stands_at_the_first_paragraph(
    body: tuple[Paragraph | Table, ...], gbt9704: HouseStyle
) -> None:
    written = write_document(Document("", body), gbt9704, mode="final", draft="0123456789").data
    root = tree(written, "word/document.xml")
    first = root[0].find(f"{W}p")
    assert first.find(f"{W}bookmarkStart").get(f"{W}name") == "_xg_d0123456789"
    text = "".join(each.text for each in first.iter(f"{W}t"))
    assert bookmarks(root)["_xg_d0123456789"] == text


def test_a_text_that_is_no_draft_has_no_mark(gbt9704: HouseStyle) -> None:
    assert not any(name.startswith("_xg_d") for name in of(*report().body, style=gbt9704))
