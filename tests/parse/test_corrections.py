"""Faults of form are proposed for correction, each with what would stand there and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.parse.corrections import Correction, find_corrections
from model.parse.structure import structure
from model.reading.source import Line
from model.reading.text_file import read_pasted

BODY = "上半年，全县经济运行稳中有进，各项工作取得新的成效。"


def corrections(text: str) -> tuple[Correction, ...]:
    return find_corrections(structure(read_pasted(text).lines()))


def proposed(text: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in corrections(text)]


def corrected(text: str) -> list[str]:
    """The paragraphs with all proposals applied."""
    shapes = structure(read_pasted(text).lines())
    texts = [shape.text for shape in shapes]
    for one in reversed(find_corrections(shapes)):
        said = texts[one.paragraph]
        assert said[one.start : one.end] == one.before
        texts[one.paragraph] = said[: one.start] + one.after + said[one.end :]
    return texts


def test_headings_that_jump_are_renumbered_from_there_on() -> None:
    text = f"总结\n一、工业\n{BODY}\n二、农业\n{BODY}\n四、财政\n{BODY}\n五、民生\n{BODY}"
    assert proposed(text) == [("四、", "三、"), ("五、", "四、")]
    assert "不连续" in corrections(text)[0].reason


def test_rows_begin_anew_under_each_heading_or_go_on() -> None:
    anew = f"总结\n一、甲方面\n（一）子项\n{BODY}\n二、乙方面\n（一）丑项\n{BODY}"
    on = f"总结\n（一）甲方面\n1.子。{BODY}\n2.丑。{BODY}\n（二）乙方面\n3.寅。{BODY}\n4.卯。{BODY}"
    assert proposed(anew) == []
    assert proposed(on) == []


def test_points_inside_a_paragraph_that_jump() -> None:
    assert proposed(f"总结\n一是抓项目。{BODY}二是抓招商。{BODY}四是抓服务。{BODY}") == [
        ("四是", "三是")
    ]
    assert proposed(f"总结\n①甲项。{BODY}③乙项。{BODY}") == [("③", "②")]


def test_a_sign_with_no_row_before_it_is_told() -> None:
    found = corrections(f"总结\n{BODY}六是抓好服务。{BODY}")
    assert [(one.before, one.after) for one in found] == [("六是", "")]
    assert "前面没有" in found[0].reason


def test_a_lost_dot_is_given_back() -> None:
    assert proposed(f"总结\n1抓项目。{BODY}\n2.抓招商。{BODY}") == [("1", "1.")]


def test_half_width_stops_between_chinese_characters() -> None:
    assert corrected('总结\n上半年,全县增长5%,其中工业(规上)增长6%;农业稳定:"好"!\n完成3.5亿元。')[
        1:
    ] == ['上半年，全县增长5%，其中工业（规上）增长6%；农业稳定:"好"!', "完成3.5亿元。"]


@pytest.mark.parametrize("text", ["比例为3:7。", "1,234人。", "见GB/T 9704(2012)。", "12:30开会。"])
def test_half_width_signs_of_numbers_stay(text: str) -> None:
    assert proposed(f"总结\n{text}") == []


@pytest.mark.parametrize("time", ["目前", "6月14日", "昨天下午5点", "2026年6月底", "X月X日"])
def test_until_a_time_is_said_with_the_right_word(time: str) -> None:
    assert proposed(f"总结\n截止{time}，项目全部开工。") == [("截止", "截至")]


def test_the_end_of_a_term_keeps_its_word() -> None:
    assert proposed("总结\n报名截止日期为6月14日，截至目前无人报名。") == []


def test_notes_are_left_alone() -> None:
    assert proposed(f"总结\n{BODY}\n注释：\n① 初步数,未审定。") == []


faulty = st.text(
    st.sampled_from("一二三四六七、，。；,;:()（）1234.①③是要截止目前6月总结工作X \n"), max_size=100
)


@given(faulty)
def test_proposals_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    corrected(text)
    shapes = structure(read_pasted(text).lines())
    found = find_corrections(shapes)
    places = [(one.paragraph, at) for one in found for at in (one.start, one.end)]
    assert places == sorted(places)
    assert all(one.before != one.after and one.reason for one in found)


def test_a_line_of_source_is_not_needed() -> None:
    assert find_corrections(structure([Line("总结")])) == ()


def test_a_half_width_stop_after_chinese_is_proposed_as_a_full_one() -> None:
    assert proposed(f"{BODY}\n9月底前全面完成任务.") == [(".", "。")]
    assert proposed(f"一.情况\n{BODY}\n二.做法\n增长5.1个百分点，PM2.5浓度下降。") == []
