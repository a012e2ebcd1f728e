"""What is proposed for a dirty manuscript, what it does, and that a clean one is left in peace."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.cleaning import VARIANTS
from model.cleaning.registry import BY_NAME, Change, clean, propose
from model.cleaning.several_reports import disorder, find_reports, take_report
from model.errors import ReadRefused
from model.jobs import take_in
from model.parse.structure import structure
from model.reading.source import Source, SourceParagraph, SourceTable, from_plain, to_plain
from model.reading.text_file import read_pasted
from model.word.read.word_source import read_docx
from tests import manuscripts
from tests.parse.labelled import labelled_reports, parse
from tests.reading.docx_files import docx, p

SHARED = Path(__file__).resolve().parents[3] / "shared"
TITLE = "云岭县2026年上半年工作总结"
LONG = "全县坚持稳中求进，上半年完成投资12.6亿元，同比增长5.8%，新开工项目23个，居全市前列。"


def names(text: str) -> list[str]:
    return [proposal.cleaning.name for proposal in propose(read_pasted(text))]


def after(text: str, *wanted: str) -> list[str]:
    """The lines after these cleanings, or after all."""
    source = clean(read_pasted(text), wanted or BY_NAME.keys())
    return [line.text for line in source.lines() if not line.blank]


def test_lines_broken_by_a_page_become_paragraphs_again_and_headings_stay() -> None:
    text = (
        f"{TITLE}\n上半年，全县地区生产总值完成118.6亿元，同比增\n"
        "长5.8%；固定资产投资增长6.1%，其中工业投资增长\n"
        "12.4%。\n一、工业经济\n规上工业增加值增长7.2%，新增规上企业5家，完成技\n改投资3.4亿元。\n"
    )
    assert names(text) == ["断行"]
    assert after(text) == [
        TITLE,
        text.split("\n一", maxsplit=1)[0].replace("\n", "").removeprefix(TITLE),
        "一、工业经济",
        "规上工业增加值增长7.2%，新增规上企业5家，完成技改投资3.4亿元。",
    ]


def test_headings_of_one_length_are_not_broken_lines() -> None:
    fields = ("工业经济提质增效", "现代农业强基固本", "城乡建设内外兼修", "民生事业可感可及")
    headings = [f"聚焦{field}推动高质量发展" for field in fields]
    assert names("\n".join(f"{heading}\n{LONG * 3}" for heading in headings)) == []


def test_a_heading_nearly_as_long_as_the_page_keeps_its_line() -> None:
    width, heading = 24, "一、工业经济持续向好，新旧动能加快转换升级"
    body = "全县坚持稳中求进，项目建设加快推进，企业生产保持稳定，市场销售逐步恢复。" * 4
    broken = [body[at : at + width] for at in range(0, len(body), width)]
    assert after("\n".join([TITLE, heading, *broken])) == [TITLE, heading, body]


def test_points_on_lines_of_their_own_stay_so() -> None:
    width = 24
    points = [f"{sign}是抓好项目建设，{LONG}" for sign in "一二三"]
    broken = [text[at : at + width] for text in points for at in range(0, len(text), width)]
    assert after("\n".join([TITLE, *broken])) == [TITLE, *points]


def test_an_indent_tells_where_a_paragraph_begins() -> None:
    width = 24
    first, second = LONG * 2, f"各乡镇紧盯目标任务，{LONG}"
    broken = [
        ("　　" if at == 0 else "") + text[at : at + width]
        for text in (first, second, first)
        for at in range(0, len(text), width)
    ]
    whole = [TITLE, *(f"　　{text}" for text in (first, second, first))]
    assert after("\n".join([TITLE, *broken])) == whole


@pytest.mark.parametrize("line", ["— 1 —", "-1-", "第1页", "第 1 页 共 3 页", "Page 1 of 3"])
def test_a_page_number_goes_and_the_paragraph_it_cut_is_whole(line: str) -> None:
    cut = (LONG * 2)[:70]
    text = f"{TITLE}\n{cut}\n{line}\n{(LONG * 2)[70:]}\n"
    assert after(text) == [TITLE, LONG * 2]


def test_a_page_number_inside_a_word_goes() -> None:
    assert after(f"{TITLE}\n上半年，一 - 1 - 般公共预算收入增长5.8%。") == [
        TITLE, "上半年，一般公共预算收入增长5.8%。",
    ]  # fmt: skip


def test_numbers_in_a_column_of_a_table_are_no_pages() -> None:
    rows = [f"{number}\n县城供水改造工程\n总投资{number}亿元\n住建局" for number in range(1, 8)]
    assert names(f"{TITLE}\n{LONG}\n" + "\n".join(rows)) == []
    assert names(f"{TITLE}\n2021—2025年，投资12亿元。") == []


def test_bare_page_numbers_a_page_apart_go() -> None:
    pages = [f"{LONG * 8}\n{number}" for number in range(1, 4)]
    assert after(f"{TITLE}\n" + "\n".join(pages), "页码") == [TITLE] + [LONG * 8] * 3


@pytest.mark.parametrize("between", ["\t", "……", "........", "    "])
def test_a_table_of_contents_goes_and_the_headings_stay(between: str) -> None:
    text = (
        f"{TITLE}\n目　录\n一、工业经济{between}1\n二、民生事业{between}3\n"
        f"一、工业经济\n{LONG}\n二、民生事业\n{LONG}"
    )
    assert after(text) == [TITLE, "一、工业经济", LONG, "二、民生事业", LONG]


def test_head_and_tail_of_a_web_page_go() -> None:
    text = (
        f"首页 > 政务公开\n下载\n打印\n【字号：大 中 小】\n"
        f"{TITLE}\n来源：县政府办\n时间：2026-07-10\n"
        f"一、工业经济\n{LONG}\n责任编辑：办公室\n上一篇：会议召开\n相关文章\n"
        + "\n".join(f"某会议召开{number}" for number in range(60))
    )
    assert after(text) == [TITLE, "一、工业经济", LONG]


def test_source_and_time_are_left_where_no_web_page_shows() -> None:
    assert names(f"{TITLE}\n时间：2026年7月10日\n{LONG}\n数据来源：县统计局") == []


def test_advertising_goes_and_the_sites_of_the_government_stay() -> None:
    text = (
        f"{TITLE}\n{LONG}（本文来自某某范文网 www.example.com）\n更多材料请关注公众号：某某写作\n"
        f"县政府网站www.yunling.gov.cn点击120万次，开通公众号3个，{LONG}"
    )
    assert after(text) == [
        TITLE, LONG, f"县政府网站www.yunling.gov.cn点击120万次，开通公众号3个，{LONG}",
    ]  # fmt: skip


def test_blanks_inside_numbers_and_words_go_and_gaps_to_fill_in_stay() -> None:
    text = (
        f"{TITLE}\n上半年，玉  米、大 豆和蔬 菜产量增长5 . 5%，"
        f"达到 1.2 %以上，优良天数达到　　天，{LONG}"
    )
    assert after(text)[1].startswith(
        "上半年，玉米、大豆和蔬菜产量增长5.5%，达到 1.2%以上，优良天数达到　　天"
    )
    assert names("政 府 工 作 报 告\n县长　张三\n" + LONG) == []


def test_a_blank_that_closes_a_lead_stays() -> None:
    text = "".join(f"（{sign}）开展安全排查 紧盯重点行业，{LONG}\n" for sign in "一二三四")
    assert names(text) == []


def test_digits_of_full_width_become_narrow() -> None:
    assert after(f"{TITLE}\n增长５．８％，完成１２亿元。") == [TITLE, "增长5.8%，完成12亿元。"]


def test_a_report_in_one_paragraph_is_split_before_the_signs_of_its_parts() -> None:
    text = (
        f"{TITLE}\n一、工业经济。规上工业增加值增长7.2%。（一）抓项目。开工36个。"
        "（二）抓企业。新增5家。二、民生事业。新增就业2310人。"
    )
    assert after(text) == [
        TITLE,
        "一、工业经济",
        "规上工业增加值增长7.2%。",
        "（一）抓项目。开工36个。",
        "（二）抓企业。新增5家。",
        "二、民生事业",
        "新增就业2310人。",
    ]
    long = "。".join(["一、工业经济，稳中有进", LONG + "二、民生", LONG + "四、城乡", LONG])
    assert [line[:4] for line in after(f"{TITLE}{long}")] == [
        TITLE[:4], "一、工业", LONG[:4], "二、民生", LONG[:4], "四、城乡", LONG[:4],
    ]  # fmt: skip
    assert names(f"{TITLE}\n{LONG}会议审议了（一）报告；（二）计划。\n{LONG * 4}") == []


def test_one_of_several_reports_is_taken() -> None:
    other = TITLE.replace("上半年", "一季度")
    report = f"一、工业经济\n{LONG * 3}\n二、民生事业\n{LONG}\n"
    source = read_pasted(f"{TITLE}\n{report}{other}\n{report}")
    found = find_reports(source)
    assert [piece.title for piece in found] == [TITLE, other]
    assert take_report(source, found[1]).text == f"{other}\n{report}"
    assert find_reports(read_pasted(f"{TITLE}\n{report}附件\n{other}\n{report}")) == ()


def test_parts_out_of_order_are_told_and_nothing_is_changed() -> None:
    parts = "".join(f"{sign}、工作\n{LONG}\n" for sign in "一三二五四")
    assert "1、3、2、5、4" in disorder(read_pasted(parts).blocks)
    assert manuscripts.pasted(parts).understood.corrections == ()
    assert names(parts) == []
    in_order = "".join(f"{sign}、工作\n{LONG}\n" for sign in "一二三一二")
    assert disorder(read_pasted(in_order).blocks) == ""


def test_a_table_is_never_touched_and_lines_are_not_joined_over_it() -> None:
    line = "上半年全县完成固定资产投资十二亿元同比增"
    table = SourceTable((("— 1 —", "５"),))
    source = Source((SourceParagraph(line), table) * 6)
    assert clean(source, BY_NAME.keys()) == source


@pytest.mark.parametrize("page_first", [True, False])
def test_a_paragraph_is_not_made_whole_over_a_table_between(page_first: bool) -> None:
    table = SourceTable((("指标", "完成数"), ("规上工业增加值增速", "7.2%")))
    page, head = SourceParagraph("— 1 —"), SourceParagraph("云岭县主要经济指标完成情况表")
    between = (page, table) if page_first else (table, page)
    text = SourceParagraph("上半年全县规上工业增加值同比增长7.2%，" + "运行质量持续向好，" * 6)
    assert clean(Source((head, *between, text)), ("页码",)).blocks == (head, table, text)


_TABLE = SourceTable((("指标", "完成数"),))
_BETWEEN = (*map(SourceParagraph, ("— 1 —", "3", "目录", "")), _TABLE)
_BEFORE = ("云岭县主要经济指标完成情况表，", LONG.rstrip("。"), TITLE)


@given(st.sampled_from(_BEFORE), st.lists(st.sampled_from(_BETWEEN), min_size=1, max_size=6))
def test_no_cleaning_takes_a_table_away(
    before: str, between: list[SourceParagraph | SourceTable]
) -> None:
    source = Source((SourceParagraph(before), *between, SourceParagraph(LONG * 2)))
    assert clean(source, BY_NAME.keys()).blocks.count(_TABLE) == between.count(_TABLE)


def test_only_what_is_named_is_done_and_every_line_break_is_kept() -> None:
    text = f"{TITLE}\r\n— 1 —\r\n增长５％，\r\n\r\n{LONG}"
    assert clean(read_pasted(text), ()).text == text
    assert clean(read_pasted(text), ("数字",)).text == text.replace("５％", "5%")


def test_what_is_shown_as_before_and_after_is_what_is_done() -> None:
    text = f"打印\n{TITLE}\n— 1 —\n增长５％。\n"
    for proposal in propose(read_pasted(text), ()):
        before = [line for change in proposal.changes for line in change.before]
        gone = [
            line
            for line in text.split("\n")
            if line and line not in after(text, proposal.cleaning.name)
        ]
        assert before == gone


def clean_texts() -> list[Path]:
    kinds = ("corpus/*.txt", "corpus/fragments/*.txt", "seeds/*.txt")
    return [path for kind in kinds for path in sorted(SHARED.glob(kind))]


def test_nothing_is_proposed_for_clean_reports() -> None:
    for path in labelled_reports():
        assert names(parse(path)[0]) == [], path.name


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not beside the checkout")
def test_nothing_is_proposed_for_the_clean_manuscripts_beside_the_checkout() -> None:
    assert clean_texts()
    for path in clean_texts():
        source = read_pasted(path.read_text(encoding="utf-8"))
        assert (propose(source), find_reports(source), disorder(source.blocks)) == ((), (), ""), (
            path
        )


SAME_AGAIN = ("页码断开段落", "网页文字", "全角数字", "数中间有空格", "目录", "水印和广告")


@pytest.mark.parametrize("variant", SAME_AGAIN)
def test_a_report_made_dirty_is_as_it_was_after_cleaning(variant: str) -> None:
    for path in labelled_reports():
        lines = parse(path)[0].splitlines()
        dirty = "\n".join(VARIANTS[variant](list(lines)))
        assert after(dirty) == lines, path.name


def test_a_report_broken_into_lines_and_pages_keeps_nearly_every_paragraph() -> None:
    kept = wanted = 0
    for path in labelled_reports():
        lines = parse(path)[0].splitlines()
        dirty = "\n".join(VARIANTS["断行和页码行"](list(lines)))
        kept += len(set(after(dirty)) & set(lines))
        wanted += len(set(lines))
    assert kept / wanted > 0.97


RUNS = {
    "digits": "1",
    "wide digits": "５",
    "wide stops": "５．",
    "blanks": " ",
    "wide blanks": "　",
    "markers": "一、",
    "brackets": "（",
    "open and shut": "（）",
    "dots": "….",
    "dashes": "— 1",
    "buttons": "打印 ",
    "site": "www.",
    "words apart": "玉 ",
    "numbers apart": "5 . ",
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_long_run_of_anything_is_cleaned_without_an_end_to_the_time(run: str) -> None:
    text = (run * 25_000)[:25_000]
    source = read_pasted(f"{TITLE}\n{text}\n{text[:60]}\n")
    assert re.match(TITLE, clean(source, BY_NAME.keys()).text)


def test_text_boxes_and_footnotes_are_offered_behind_their_paragraphs_and_told_no_more() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框里第一行。')}{p('框里第二行。')}</w:txbxContent>"
    box = f"{box}</w:pict></w:r>"
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>{LONG}</w:t></w:r>{box}{reference}</w:p>"
    notes = f'<w:footnote w:id="2">{p("快报数。")}</w:footnote>'
    data = docx(p(TITLE) + body + p("城乡建设稳步推进。"), None, footnotes=notes)
    read_here = read_docx(data, Path("旧稿.docx"))
    source = from_plain(json.loads(json.dumps(to_plain(read_here))))
    assert source == read_here
    offered = {one.cleaning.name: one.changes for one in propose(source)}
    assert offered == {
        "文本框": (Change((LONG,), (LONG, "框里第一行。", "框里第二行。")),),
        "脚注": (Change((LONG,), (LONG, "注：快报数。")),),
    }
    assert [note.kind for note in clean(source, ["文本框"]).notes] == ["footnotes"]
    done = clean(source, BY_NAME)
    assert done.notes == ()
    assert propose(done) == ()
    shapes = [(shape.text, shape.role) for shape in structure(done.lines())]
    assert shapes == [
        (TITLE, "title"), (LONG, "body"), ("注：快报数。", "note"), ("框里第一行。", "body"),
        ("框里第二行。", "body"), ("城乡建设稳步推进。", "body"),
    ]  # fmt: skip


def test_a_file_with_all_its_text_in_boxes_can_be_read_by_a_tick() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p(TITLE)}{p(LONG)}</w:txbxContent>"
    box = f"{box}</w:pict></w:r></w:p>"
    source = read_docx(docx(box), Path("旧稿.docx"))
    with pytest.raises(ReadRefused, match="勾上“把文本框里的字放进正文”"):
        take_in.make_manuscript(source)
    read = take_in.make_manuscript(clean(source, ["文本框"]))
    assert [shape.text for shape in read.understood.shapes] == [TITLE, LONG]
