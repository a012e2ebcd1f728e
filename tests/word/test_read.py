"""What a Word file says, as a source: numbering as text, tables as tables, the rest told."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.library.house_styles import load_house_style
from model.reading.source import Hint, Note, Source, SourceParagraph, SourceTable
from model.word.read.formats import written
from model.word.read.word_source import read_docx
from model.word.write.word_file import write_document
from tests.reading.docx_files import docx, p
from tests.source import ROOT

FILE = Path("旧稿.docx")
STYLE = load_house_style(ROOT / "templates" / "house_styles" / "gbt9704.json")


def read(body: str, **parts: str) -> Source:
    return read_docx(docx(body, None, **parts), FILE)


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, SourceParagraph)]


def notes(source: Source) -> dict[str, Note]:
    return {note.kind: note for note in source.notes}


def level(place: int, format_: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def numbered(text: str, place: int = 0, list_: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list_}"/></w:numPr>')


def test_the_levels_of_a_report_are_numbered_as_they_show() -> None:
    levels = (
        level(0, "chineseCounting", "%1、")
        + level(1, "chineseCountingThousand", "（%2）")
        + level(2, "decimal", "%3.")
        + level(3, "decimalEnclosedCircle", "%4")
    )
    source = read(
        numbered("工业") + numbered("规上", 1) + numbered("产值", 2) + numbered("用电", 3)
        + numbered("用气", 3) + numbered("规下", 1) + numbered("企业", 2) + numbered("农业")
        + numbered("粮食", 1),
        numbering=lists(levels),
    )  # fmt: skip
    assert texts(source) == [
        "一、工业", "（一）规上", "1.产值", "①用电", "②用气", "（二）规下", "1.企业",
        "二、农业", "（一）粮食",
    ]  # fmt: skip
    assert notes(source)["numbering"].count == 9


def test_a_level_that_never_restarts_counts_on() -> None:
    levels = level(0, "chineseCounting", "%1、") + level(
        1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'
    )
    source = read(
        numbered("甲") + numbered("子", 1) + numbered("乙") + numbered("丑", 1),
        numbering=lists(levels),
    )
    assert texts(source) == ["一、甲", "1.子", "二、乙", "2.丑"]


def test_a_list_that_starts_anew_does_so_once() -> None:
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    source = read(
        numbered("甲") + numbered("乙") + numbered("丙", 0, 2) + numbered("丁", 0, 2),
        numbering=lists(level(0, "decimal", "%1．"), anew),
    )
    assert texts(source) == ["1．甲", "2．乙", "1．丙", "2．丁"]


def test_a_pattern_of_several_levels_shows_them_all() -> None:
    levels = level(0, "chineseCounting", "第%1部分") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    source = read(numbered("总体") + numbered("经济", 1), numbering=lists(levels))
    assert texts(source) == ["第一部分总体", "1.1 经济"]


def test_numbering_comes_from_the_style_and_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="我的标题"/>'
        '<w:basedOn w:val="1"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    )
    source = read(
        p("工业", '<w:pStyle w:val="1"/>')
        + p("农业", '<w:pStyle w:val="2"/>')
        + p("无", '<w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=styles,
        numbering=lists(level(0, "chineseCounting", "%1、")),
    )
    assert texts(source) == ["一、工业", "二、农业", "无"]
    blocks = [block for block in source.blocks if isinstance(block, SourceParagraph)]
    assert blocks[1].hint == Hint(style="我的标题", outline=0, size=32)


def test_a_style_that_is_based_on_itself_ends() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="a"/>'
        '<w:basedOn w:val="1"/></w:style>'
    )
    assert texts(read(p("字", '<w:pStyle w:val="1"/>'), styles=styles)) == ["字"]


def test_an_empty_paragraph_shows_no_number() -> None:
    source = read(
        numbered("甲") + numbered("") + numbered("乙"), numbering=lists(level(0, "decimal", "%1."))
    )
    assert texts(source) == ["1.甲", "", "2.乙"]


def test_a_bullet_of_a_symbol_font_becomes_a_sign_everybody_sees() -> None:
    source = read(numbered("甲"), numbering=lists(level(0, "bullet", "\uf06c")))
    assert texts(source) == ["●甲"]


@pytest.mark.parametrize(
    ("format_", "number", "said"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("japaneseCounting", 110, "一百一十"),
        ("chineseCounting", 203, "二百零三"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 14, "xiv"),
        ("ideographTraditional", 2, "乙"),
        ("none", 5, ""),
        ("unknownFormat", 7, "7"),
    ],
)
def test_a_number_is_written_as_its_format_says(format_: str, number: int, said: str) -> None:
    assert written(number, format_) == said


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    deleted_end = "<w:rPr><w:del/></w:rPr>"
    source = read(
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>4.0</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5.1</w:t></w:r></w:ins><w:r><w:t>%</w:t></w:r></w:p>"
        + p("前半句，", deleted_end)
        + p("后半句。")
    )
    assert texts(source) == ["增长5.1%", "前半句，后半句。"]
    assert notes(source)["changes"].count == 3


def test_a_table_stays_a_table() -> None:
    cell = "<w:tc>{}</w:tc>"
    table = (
        "<w:tbl><w:tr>" + cell.format(p("指标")) + cell.format(p("完成") + p("（亿元）"))
        + "</w:tr><w:tr><w:sdt><w:sdtContent>" + cell.format(p("生产总值"))
        + "</w:sdtContent></w:sdt>" + cell.format(p("86.4")) + "</w:tr><w:tr><w:trPr><w:del/>"
        "</w:trPr>" + cell.format(p("删去")) + "</w:tr></w:tbl>"
    )  # fmt: skip
    source = read(p("前") + table + p("后"))
    assert source.blocks[1] == SourceTable((("指标", "完成\n（亿元）"), ("生产总值", "86.4")))
    assert source.text == "前\n指标\t完成 （亿元）\n生产总值\t86.4\n后\n"
    assert [line.in_table for line in source.lines()] == [False, True, True, False]


def test_what_is_not_read_is_told_with_its_text() -> None:
    box = f"<w:pict><w:txbxContent>{p('框里的话')}</w:txbxContent></w:pict>"
    reference = '<w:footnoteReference w:id="2"/>'
    source = read(
        f"<w:p><w:r><w:t>正文</w:t>{reference}</w:r><w:r>{box}</w:r><w:r><w:drawing/></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的</w:t></w:r></w:p>",
        footnotes=f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("脚注的话")}</w:footnote>',
        header=p("内部资料"),
        footer=p("— 3 —"),
    )
    assert texts(source) == ["正文"]
    told = notes(source)
    assert told["boxes"].texts == ("框里的话",)
    assert told["footnotes"].texts == ("脚注的话",)
    assert told["hidden"].texts == ("藏着的",)
    assert told["headers"].texts == ("内部资料",)
    assert told["pictures"].count == 1


def test_a_text_box_with_its_fallback_is_told_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inside = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    source = read(
        f"<w:p><w:r><w:t>正文</w:t><mc:AlternateContent {mc}><mc:Choice><w:drawing>{inside}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert notes(source)["boxes"].texts == ("框",)


def test_boxes_in_boxes_are_told_once_and_at_once() -> None:
    box = p("最里面")
    for _ in range(40):
        box = f"<w:p><w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>"
    assert notes(read(p("正文") + box))["boxes"].texts == ("最里面",)


def test_links_fields_and_controls_give_their_text_and_breaks_new_lines() -> None:
    source = read(
        "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:fldChar/>"
        "<w:instrText> PAGE </w:instrText></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple>"
        "<w:r><w:tab/><w:t>云岭县人民政府</w:t><w:br/><w:t>关于</w:t><w:br w:type='page'/>"
        "<w:noBreakHyphen/><w:sym w:char='F0FC'/></w:r></w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件里')}</w:sdtContent></w:sdt>"
    )
    assert texts(source) == ["链接3\t云岭县人民政府", "关于-✓", "控件里"]


def test_a_break_that_only_sets_a_title_is_dropped() -> None:
    said = "<w:t>云岭县关于</w:t><w:br/><w:t>工作的报告</w:t>"
    run = f'<w:r><w:rPr><w:sz w:val="44"/></w:rPr>{said}</w:r>'
    centred = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p>'
    assert texts(read(centred)) == ["云岭县关于工作的报告"]
    assert texts(read(f"<w:p>{run}</w:p>")) == ["云岭县关于", "工作的报告"]


def test_a_file_of_the_strict_kind_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<w:document xmlns:w="{strict}"><w:body>{p("字")}</w:body></w:document>'
    data = docx("", {"word/document.xml": xml.encode()})
    assert texts(read_docx(data, FILE)) == ["字"]


words = st.text(
    st.sampled_from("全县增长5.1%，。一、（二）是 “”—X　"), min_size=1, max_size=30
).filter(lambda text: text.strip() != "")


@given(st.lists(words, min_size=1, max_size=8))
def test_what_we_write_reads_as_it_was_composed(lines: list[str]) -> None:
    body = tuple(Paragraph(Role.BODY, (Span(line),)) for line in lines)
    data = write_document(Document("题", body), STYLE, mode="review").data
    assert texts(read_docx(data, FILE)) == lines


def test_a_cell_over_several_columns_leaves_those_it_covers_empty() -> None:
    def cell(text: str, span: str = "") -> str:
        said = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span else ""
        return f"<w:tc>{said}{p(text)}</w:tc>"

    head = cell("指标") + cell("1—6月", "2") + cell("位次", "x")
    under = "".join(map(cell, ("地区生产总值", "118.6", "5.8", "3")))
    wide = cell("说明", "999999999")
    source = read(f"<w:tbl><w:tr>{head}</w:tr><w:tr>{under}</w:tr><w:tr>{wide}</w:tr></w:tbl>")
    (table,) = source.blocks
    assert isinstance(table, SourceTable)
    assert table.rows[:2] == (
        ("指标", "1—6月", "", "位次"),
        ("地区生产总值", "118.6", "5.8", "3"),
    )
    assert len(table.rows[2]) < 100


def test_a_table_that_we_write_is_read_as_one() -> None:
    table = Table(("指标", "增长"), (8, 4), ((Cell((Span("投资"),)), Cell((Span("5.1"),), True)),))
    data = write_document(Document("题", (table,)), STYLE, mode="proof", stamp="第1稿").data
    assert SourceTable((("指标", "增长"), ("投资", "5.1"))) in read_docx(data, FILE).blocks


def test_a_source_can_be_carried_as_json() -> None:
    from model.reading.source import from_plain, to_plain

    source = read(p("字") + "<w:tbl><w:tr><w:tc>" + p("格") + "</w:tc></w:tr></w:tbl>")
    assert from_plain(json.loads(json.dumps(to_plain(source)))) == source


def table(*rows: tuple[str, ...]) -> str:
    cells = [
        "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_record_set_as_a_table_is_read_as_lines() -> None:
    copied, by, on = "抄送：江州市统计局。", "云岭县人民政府办公室", "2026年7月12日印发"
    assert texts(read(table((copied,), (by, on)))) == [copied, f"{by}\t{on}"]
    assert texts(read(table((copied,), (f"{by}　　{on}",)))) == [copied, f"{by}　　{on}"]
    assert texts(read(table((f"{by} {on}",)))) == [f"{by} {on}"]
    of_text = table(("事项", "时间"), ("文件", on))
    assert isinstance(read(of_text).blocks[0], SourceTable)
