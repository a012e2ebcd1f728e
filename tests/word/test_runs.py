"""Runs: the run-in heading's font ends with its lead, proofs show marks, quotes stay Chinese."""

import pytest
from lxml import etree

from model.document import Document, Paragraph, Part, Role, Span
from model.library.house_styles import load_house_style
from model.typesetting.house_style import HouseStyle
from model.typesetting.paragraphs import lead_length
from model.values.state import State
from model.word.write.elements import NAMESPACE
from model.word.write.runs import Runs
from model.word.write.word_file import Mode, write_document
from tests.word.samples import STYLES, W, lead, marker, paragraph, tree

STYLE = load_house_style(STYLES / "gbt9704.json")
Run = tuple[str, str | None, str | None, str | None]


def runs_of(spans: tuple[Span, ...], *, heads: int = 0, level: int = 0, marked: bool) -> list[Run]:
    """Text, character style, highlight and shade of each run."""
    xml = Runs(STYLE, marked=marked).xml(spans, heads, level)
    root = etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{xml}</w:p>')
    out: list[Run] = []
    for run in root.iter(f"{W}r"):
        kinds = (("rStyle", "val"), ("highlight", "val"), ("shd", "fill"))
        found = [(run.find(f"{W}rPr/{W}{kind}"), name) for kind, name in kinds]
        style, highlight, shade = (
            None if element is None else element.get(f"{W}{name}") for element, name in found
        )
        out.append(
            ("".join(text.text or "" for text in run.iter(f"{W}t")), style, highlight, shade)
        )
    return out


LEVEL_2 = paragraph(
    Role.BODY,
    marker("（一）"),
    lead("抓项目"),
    lead("。"),
    "开工12个。",
    marker("一是"),
    lead("抓进度。"),
    "逐月调度。",
    level=2,
)


def test_heading_font_ends_with_the_first_lead() -> None:
    made = runs_of(LEVEL_2.spans, heads=lead_length(LEVEL_2), level=2, marked=False)
    assert made == [
        ("（一）抓项目。", "XgLead2", None, None),
        ("开工12个。一是抓进度。逐月调度。", None, None, None),
    ]


@pytest.mark.parametrize(
    ("made", "length"),
    [
        (LEVEL_2, 3),
        (paragraph(Role.BODY, marker("一是"), lead("抓项目。"), "开工。"), 0),
        (paragraph(Role.BODY, marker("1."), "开工12个。", level=3), 0),
        (paragraph(Role.BODY, lead("项目建设。"), "开工12个。", level=1), 1),
        (paragraph(Role.HEADING, marker("一、"), lead("抓项目"), level=1), 0),
        (
            paragraph(
                Role.BODY, marker("（一）"), lead("甲。"), marker("一是"), lead("乙。"), level=2
            ),
            2,
        ),
        (Paragraph(Role.BODY, (), 2), 0),
    ],
)
def test_what_belongs_to_a_run_in_heading(made: Paragraph, length: int) -> None:
    assert lead_length(made) == length


SPANS = (
    Span("同比增长"),
    Span("XX", "i1.figures.1", state=State.EMPTY),
    Span("%，"),
    Span("完成6.82亿元", "i1.text", state=State.CARRIED),
    Span("。", state=State.CONFIRMED),
)


def test_proof_tells_blanks_from_carried_text() -> None:
    made = runs_of(SPANS, marked=True)
    assert [run[0] for run in made] == ["同比增长", "XX", "%，", "完成6.82亿元", "。"]
    blank, carried = made[1], made[3]
    assert blank[2] == "yellow"
    assert blank[3] is None
    assert carried[2] is None
    assert carried[3] is not None
    assert all(run[2:] == (None, None) for run in (made[0], made[2], made[4]))


@pytest.mark.parametrize("mode", ["review", "final"])
def test_other_files_carry_no_marks(mode: Mode, gbt9704: HouseStyle) -> None:
    document = Document("", (Paragraph(Role.BODY, SPANS),))
    root = tree(write_document(document, gbt9704, mode=mode).data, "word/document.xml")
    assert root.find(f".//{W}highlight") is None
    assert root.find(f".//{W}shd") is None
    assert "".join(root.itertext()) == "同比增长XX%，完成6.82亿元。"


def test_marked_lead_keeps_its_font() -> None:
    spans = (Span("已实现", None, Part.LEAD), Span("X", "i.lead", Part.LEAD, State.EMPTY))
    made = runs_of(spans, heads=2, level=1, marked=True)
    assert [(run[0], run[1], run[2]) for run in made] == [
        ("已实现", "XgLead1", None),
        ("X", "XgLead1", "yellow"),
    ]


@pytest.mark.parametrize("text", ["“一号”工程", "‘甲’", "稳中有进……", "抓落实——", "①项目", "3×5"])
def test_ambiguous_signs_are_told_to_be_chinese(text: str) -> None:
    root = etree.fromstring(
        f'<w:p xmlns:w="{NAMESPACE}">{Runs(STYLE, marked=False).xml((Span(text),))}</w:p>'
    )
    assert [each.get(f"{W}hint") for each in root.iter(f"{W}rFonts")] == ["eastAsia"]


def test_markup_in_text_is_text() -> None:
    assert runs_of((Span("A&B<甲>  乙 "),), marked=False) == [("A&B<甲>  乙 ", None, None, None)]


def test_characters_that_the_fonts_lack_are_set_in_those_of_the_house_style() -> None:
    """In the fonts of title, body and lead; 黑体 has them, and a lead keeps its style."""
    body = (
        paragraph(Role.TITLE, "在镕城调研时的讲话"),
        paragraph(Role.BODY, marker("（一）"), lead("王喆同志。"), "李堃“带头”抓镕城。", level=2),
        paragraph(Role.BODY, marker("一、"), lead("王喆。"), "到会。", level=1),
    )
    data = write_document(Document("", body), STYLE, mode="final").data
    found = []
    for run in tree(data, "word/document.xml").iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        if fonts is not None and fonts.get(f"{W}eastAsia"):
            named = run.find(f"{W}rPr/{W}rStyle")
            style = None if named is None else named.get(f"{W}val")
            found.append((run.find(f"{W}t").text, fonts.get(f"{W}eastAsia"), style))
    assert found == [
        ("镕", "方正小标宋_GBK", None), ("喆", "楷体", "XgLead2"), ("堃", "仿宋", None),
        ("镕", "仿宋", None),
    ]  # fmt: skip
    text = "".join(each.text for each in tree(data, "word/document.xml").iter(f"{W}t"))
    assert text == "".join(paragraph.text for paragraph in body)
