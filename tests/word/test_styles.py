"""Fonts, sizes and indents of the named styles, as GB/T 9704 has them."""

from collections.abc import Mapping
from typing import Any

import pytest

from model.document import Document, Role, Span
from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import write_document
from tests.word.samples import STAMP, W, paragraph, parts, report, tree

FONTS = {
    "公文标题": ("方正小标宋简体", 44),
    "公文副标题": ("楷体_GB2312", 32),
    "公文题下日期": ("楷体_GB2312", 32),
    "公文主送机关": ("仿宋_GB2312", 32),
    "公文称呼": ("仿宋_GB2312", 32),
    "公文正文": ("仿宋_GB2312", 32),
    "heading 1": ("黑体", 32),
    "heading 2": ("楷体_GB2312", 32),
    "heading 3": ("仿宋_GB2312", 32),
    "heading 4": ("仿宋_GB2312", 32),
    "公文一级标题字": ("黑体", 32),
    "公文二级标题字": ("楷体_GB2312", 32),
    "公文附件序号": ("黑体", 32),
    "公文附件标题": ("方正小标宋简体", 44),
    "公文页码": ("宋体", 28),
}


@pytest.fixture(scope="module")
def named(gbt9704: HouseStyle) -> Mapping[str, Any]:
    """The styles of a written file by name."""
    root = tree(write_document(report(), gbt9704, mode="final").data, "word/styles.xml")
    return {style.find(f"{W}name").get(f"{W}val"): style for style in root.iter(f"{W}style")}


@pytest.mark.parametrize(("name", "font", "half_points"), [(k, *v) for k, v in FONTS.items()])
def test_font_and_size(name: str, font: str, half_points: int, named: Mapping[str, Any]) -> None:
    style = named[name]
    assert style.find(f".//{W}rFonts").get(f"{W}eastAsia") == font
    assert style.find(f".//{W}sz").get(f"{W}val") == str(half_points)


def test_every_font_is_explicit_and_none_is_a_theme_font(gbt9704: HouseStyle) -> None:
    made = parts(write_document(report(), gbt9704, mode="proof", stamp=STAMP).data)
    everything = b"".join(made.values()).decode("utf-8")
    assert "Theme" not in everything
    assert "+mn-" not in everything
    for style in tree(write_document(report(), gbt9704, mode="final").data, "word/styles.xml"):
        for fonts in style.iter(f"{W}rFonts"):
            assert all(fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi", "eastAsia"))


def test_numbers_take_their_own_font_or_the_texts(styles: Mapping[str, HouseStyle]) -> None:
    def written(key: str) -> str:
        made = write_document(report(), styles[key], mode="final").data
        return parts(made)["word/styles.xml"].decode("utf-8")

    assert 'w:ascii="Times New Roman"' in written("gbt9704")
    assert "Times" not in written("speech-large")
    assert 'w:ascii="仿宋_GB2312"' in written("speech-large")


def test_headings_are_words_own_with_outline_levels(
    named: Mapping[str, Any], gbt9704: HouseStyle
) -> None:
    for level in range(1, 5):
        built_in = named[f"heading {level}"]
        assert built_in.get(f"{W}styleId") == f"Heading{level}"
        assert built_in.get(f"{W}customStyle") is None
        assert built_in.find(f".//{W}outlineLvl").get(f"{W}val") == str(level - 1)
        assert built_in.find(f".//{W}keepNext") is not None
    made = tree(write_document(report(), gbt9704, mode="final").data, "word/document.xml")
    used = [style.get(f"{W}val") for style in made.iter(f"{W}pStyle")]
    assert [name for name in used if "Heading" in name] == [
        "Heading1", "Heading2", "Heading3", "Heading4",
    ]  # fmt: skip


def test_enter_goes_on_in_the_style_that_follows(named: Mapping[str, Any]) -> None:
    ids = {style.get(f"{W}styleId"): name for name, style in named.items()}
    followed = {
        name: ids[style.find(f"{W}next").get(f"{W}val")]
        for name, style in named.items()
        if style.find(f"{W}next") is not None
    }
    assert followed["公文标题"] == "公文主送机关"
    assert followed["公文主送机关"] == followed["heading 1"] == followed["公文表题"] == "公文正文"
    assert (followed["公文署名"], followed["公文附件序号"]) == ("公文成文日期", "公文附件标题")
    assert "公文正文" not in followed


def test_words_list_of_styles_begins_with_those_of_a_text(named: Mapping[str, Any]) -> None:
    listed = {name: style.find(f"{W}uiPriority") for name, style in named.items()}
    assert all(each is not None for each in listed.values())
    order = sorted(listed, key=lambda name: int(listed[name].get(f"{W}val")))
    assert order.index("公文标题") < order.index("公文正文") < order.index("heading 1")
    assert order.index("heading 4") < order.index("公文表格数字") < order.index("No List")


@pytest.mark.parametrize("name", ["公文正文", "heading 1", "heading 4", "公文结束语"])
def test_first_line_is_indented_by_two_characters(name: str, named: Mapping[str, Any]) -> None:
    indent = named[name].find(f".//{W}ind")
    assert indent.get(f"{W}firstLineChars") == "200"
    assert indent.get(f"{W}firstLine") == "630"


@pytest.mark.parametrize("name", ["公文主送机关", "公文称呼", "公文附件序号", "公文标题"])
def test_flush_left_or_centred_has_no_indent(name: str, named: Mapping[str, Any]) -> None:
    assert named[name].find(f".//{W}ind") is None


def test_grid_is_pitch_spacing_and_margins(gbt9704: HouseStyle, named: Mapping[str, Any]) -> None:
    normal = named["Normal"].find(f".//{W}spacing")
    assert (normal.get(f"{W}line"), normal.get(f"{W}lineRule")) == ("579", "exact")
    assert named["公文正文"].find(f"{W}rPr/{W}spacing").get(f"{W}val") == "-5"
    data = write_document(report(), gbt9704, mode="final").data
    section = tree(data, "word/document.xml").find(f".//{W}sectPr")
    assert section.find(f"{W}docGrid").get(f"{W}linePitch") == "579"
    margins = section.find(f"{W}pgMar")
    sides = [int(margins.get(f"{W}{side}")) for side in ("top", "right", "bottom", "left")]
    assert sides == [2098, 1474, 1984, 1587]


def test_bold_of_a_level_is_a_setting(gbt9704: HouseStyle) -> None:
    looks = gbt9704.looks
    bold = looks.heading_2.model_copy(update={"bold": True})
    style = gbt9704.model_copy(update={"looks": looks.model_copy(update={"heading_2": bold})})
    document = Document("", (paragraph(Role.HEADING, Span("（一）提速"), level=2),))
    root = tree(write_document(document, style, mode="final").data, "word/styles.xml")
    for identifier, is_bold in (("Heading2", True), ("XgLead2", True), ("Heading3", False)):
        found = root.find(f"{W}style[@{W}styleId='{identifier}']/{W}rPr/{W}b")
        assert (found is not None) is is_bold
