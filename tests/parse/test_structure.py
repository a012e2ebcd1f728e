"""Roles and levels: what frames a report, its headings, its notes."""

from hypothesis import given
from hypothesis import strategies as st

from model.parse.structure import structure
from model.reading.source import Hint, Line
from model.reading.text_file import read_pasted
from tests.parse.shapes import roles

BODY = "上半年，全县上下攻坚克难，经济运行稳中有进，各项工作取得新的成效。"


def test_a_plain_report_from_title_to_date() -> None:
    text = f"""云岭县2026年上半年工作总结
一、工作情况
{BODY}
（一）狠抓项目建设
{BODY}
二、下一步打算
{BODY}
云岭县人民政府
2026年7月5日"""
    assert roles(text) == ["title", "h1", "body", "h2", "body", "h1", "body", "signature", "date"]


def test_a_title_on_several_lines_with_what_stands_under_it() -> None:
    text = f"""云岭县人民政府
关于2026年上半年重点工作的
情况报告
（2026年7月5日）
县长  李明
各位代表：
{BODY}
以上报告，请予审议。"""
    assert roles(text) == [
        "title", "title", "title", "subtitle", "subtitle", "salutation", "body", "closing",
    ]  # fmt: skip


def test_a_slogan_for_a_title_and_the_occasion_under_it() -> None:
    text = f"""凝心聚力抓项目
实干争先谱新篇
——在县委全会上的讲话
同志们：
{BODY}
谢谢大家！"""
    assert roles(text) == ["title", "title", "subtitle", "salutation", "body", "closing"]


def test_speaker_and_occasion_without_a_title_are_no_title() -> None:
    text = f"""2026年1月20日在云岭县第十八届人民代表大会第一次会议上
云岭县人民政府县长
李  明
各位代表：
{BODY}"""
    assert roles(text) == ["subtitle", "subtitle", "subtitle", "salutation", "body"]


def test_an_organ_is_addressed_before_the_text_only() -> None:
    text = f"""关于上半年工作的报告
江州市人民政府：
{BODY}
牵头单位：
{BODY}"""
    assert roles(text) == ["title", "salutation", "body", "body", "body"]


def test_a_salutation_in_front_of_running_text_stays_body() -> None:
    assert roles(f"工作报告\n各位代表！{BODY}\n各位代表！\n{BODY}") == [
        "title", "body", "salutation", "body",
    ]  # fmt: skip


def test_the_level_of_a_heading_is_that_of_its_sign() -> None:
    text = f"""报告
第一部分　主要成效
{BODY}
一、工业
（二）园区
(三)企业
{BODY}
1.规上企业
{BODY}
2、规下企业
{BODY}
（1）技改
{BODY}"""
    assert [role for role in roles(text) if role != "body"] == [
        "title", "h1", "h1", "h2", "h2", "h3", "h3", "h4",
    ]  # fmt: skip


def test_a_heading_may_end_with_a_stop_where_text_stands_below_it() -> None:
    text = f"报告\n（一）项目建设提速。\n{BODY}\n（二）园区建设提档。\n{BODY}"
    assert roles(text) == ["title", "h2", "body", "h2", "body"]


def test_short_items_of_a_list_are_no_headings() -> None:
    text = f"""报告
一、民生实事
1.改造农村公路30公里。
2.新建幼儿园
3.责任单位：教体局
{BODY}"""
    assert roles(text) == ["title", "h1", "body", "body", "body", "body"]


def test_an_unnumbered_heading_takes_the_level_it_plays() -> None:
    text = f"报告\n{BODY}\n上半年工作回顾\n{BODY}\n一、工业\n{BODY}\n下半年工作安排\n{BODY}"
    assert roles(text) == ["title", "body", "h1", "body", "h1", "body", "h1", "body"]
    below = f"报告\n一、工业\n{BODY}\n园区建设情况\n{BODY}"
    assert roles(below) == ["title", "h1", "body", "h2", "body"]


def test_notes_are_told_from_text() -> None:
    text = f"""统计公报①
{BODY}
第 3 页
表1 主要指标
{BODY}
注释：
① 本表为初步数。
[2]“两山”：指绿水青山和金山银山。
资料来源：县统计局"""
    assert roles(text) == [
        "title", "body", "note", "note", "body", "note", "note", "note", "note",
    ]  # fmt: skip


def test_a_head_that_comes_again_on_every_page_is_a_note() -> None:
    head = "云岭县国民经济统计公报"
    text = f"{head}\n{BODY}\n{head}\n{BODY}\n{head}\n{BODY}"
    assert roles(text) == ["title", "body", "note", "body", "note", "body"]


def test_cells_that_were_once_a_table_are_notes() -> None:
    cells = "序号\n项目名称\n投资\n1\n云岭大道改造\n3.2亿元\n2\n县医院新院\n5亿元"
    found = roles(f"报告\n{BODY}\n附件1\n{cells}\n附件2\n重点项目进展情况\n{BODY}")
    assert found == ["title", "body", *["note"] * 11, "h1", "body"]


def test_rows_of_a_table_and_contents_are_notes() -> None:
    lines = [
        Line("报告"),
        Line("一、工业 1", Hint(contents=True)),
        Line(BODY),
        Line("生产总值\t86.4", in_table=True),
    ]
    assert [shape.role for shape in structure(lines)] == ["title", "note", "body", "note"]


def test_the_styles_of_a_word_file_are_heard() -> None:
    lines = [
        Line("云岭县", Hint(style="Title")),
        Line("工业经济", Hint(outline=0)),
        Line(BODY),
        Line("一、园区", Hint(outline=4)),
        Line("企业", Hint(outline=1)),
    ]
    found = [(shape.role, shape.level) for shape in structure(lines)]
    assert found == [("title", 0), ("heading", 1), ("body", 0), ("heading", 1), ("heading", 2)]


def test_blank_lines_have_no_shape() -> None:
    assert roles(f"\n　\n报告\n\n{BODY}\n \n") == ["title", "body"]


def test_nothing_at_all_has_no_shapes() -> None:
    assert structure([]) == ()


genre = st.text(
    st.sampled_from(
        "一二三四十、，。；：（）()123.①②是要首先其次最后方面上工作报告各位同志X年月日！—“”\n "
    ),
    max_size=120,
)


@given(genre)
def test_shapes_are_spans_of_their_text_in_order(text: str) -> None:
    lines = list(read_pasted(text).lines())
    found = structure(lines)
    assert [shape.text for shape in found] == [line.text for line in lines if not line.blank]
    for shape in found:
        spans = [shape.marker, shape.lead]
        for point in shape.points:
            spans += [point.marker, point.lead]
            assert point.start < point.end
        flat = [at for span in spans if span for at in span]
        assert flat == sorted(flat)
        assert all(0 <= at <= len(shape.text) for at in flat)
        assert (shape.level > 0) == (shape.role == "heading")


def test_the_style_names_of_word_tell_roles() -> None:
    lines = [
        Line("云岭县", Hint(style="公文标题")),
        Line("各科室", Hint(style="公文主送机关")),
        Line(BODY, Hint(style="公文正文")),
        Line("特此说明", Hint(style="公文结束语")),
        Line("办公室", Hint(style="Signature")),
        Line("昨天", Hint(style="公文成文日期")),
    ]
    assert [shape.role for shape in structure(lines)] == [
        "title", "salutation", "body", "closing", "signature", "date",
    ]  # fmt: skip


def test_a_table_pasted_as_text_and_its_caption_are_notes() -> None:
    text = (
        f"报告\n{BODY}\n云岭县人民政府\n2026年7月5日\n附件\n主要指标\n指标\t数\t增长\n投资\t20\t5.1"
    )
    assert roles(text) == ["title", "body", "signature", "date", "note", "note", "note", "note"]


def test_what_stands_beside_a_title_is_no_title() -> None:
    text = f"""内部资料
云政发〔2026〕12号
签发人：李明
云岭县人民政府
政 府 工 作 报 告
（征求意见稿）
各位代表：
{BODY}"""
    assert roles(text) == [
        "subtitle", "subtitle", "subtitle", "title", "title", "subtitle", "salutation", "body",
    ]  # fmt: skip


def test_a_call_to_act_is_no_salutation() -> None:
    text = f"讲话\n各位领导、同志们，大家好！\n{BODY}\n同志们，让我们携手奋进！\n{BODY}"
    assert roles(text) == ["title", "salutation", "body", "body", "body"]


def test_copies_and_contacts_after_the_date_are_notes() -> None:
    text = f"报告\n{BODY}\n云岭县人民政府\n2026年7月5日\n（此件公开发布）\n抄送：县委办公室。"
    assert roles(text)[2:] == ["signature", "date", "note", "note"]


def test_a_numeral_set_apart_by_a_space_is_a_sign() -> None:
    assert roles(f"报告\n一　工业经济\n{BODY}\n二　农业农村\n{BODY}") == [
        "title", "h1", "body", "h1", "body",
    ]  # fmt: skip


def test_a_list_of_annexes_is_all_notes() -> None:
    annexes = "附件：1.项目进展表\n      2.指标完成表"
    text = f"报告\n{BODY}\n特此报告。\n云岭县统计局\n2026年7月5日\n{annexes}"
    assert roles(text) == ["title", "body", "closing", "signature", "date", "note", "note"]
