"""Titles break by meaning into balanced lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.library import shipped
from model.typesetting.terms import NO_TERMS, Terms, spans_of
from model.typesetting.title import SQUEEZE, line_breaks, seams, title_breaks, width

CAPACITY = 19
ROOM = 20.1
TERMS = shipped.house_style("gbt9704").title_terms


def lines(text: str, capacity: int = CAPACITY) -> list[str]:
    offsets = (0, *line_breaks(text, capacity), len(text))
    return [text[start:end] for start, end in pairwise(offsets)]


def set_in(text: str, room: float = ROOM, terms: Terms = TERMS) -> list[str]:
    """The lines of a title as it is set, those broken by hand too."""
    offsets = (0, *title_breaks(text, room, terms).offsets, len(text))
    return [line for a, b in pairwise(offsets) for line in text[a:b].split("\n")]


@pytest.mark.parametrize(
    "broken",
    [
        "云岭县2026年上半年工作总结",
        "云岭县人民政府关于2026年上半年|重点工作情况的报告",
        "在中共云岭县委|十四届五次全体会议上的讲话",
        "在云岭县2026年上半年|经济运行分析调度会议上的讲话",
        "关于云岭县2026年1—5月|经济运行情况的汇报",
        "云岭县2026年上半年国民经济和社会发展|重点工作推进情况及下半年工作打算",
        "云岭县人民政府关于巩固拓展脱贫攻坚成果|同乡村振兴有效衔接工作情况的报告",
        "关于全县上半年经济社会发展情况|和下半年重点工作安排的汇报",
        "在全县安全生产暨防汛抗旱|工作会议上的讲话（送审稿）",
        "云岭县人民政府办公室|关于全县招商引资工作情况的报告",
    ],
)
def test_title_breaks_by_meaning(broken: str) -> None:
    assert lines(broken.replace("|", "")) == broken.split("|")


@pytest.mark.parametrize(
    "whole",
    [
        "2026年上半年",
        "云岭县人民政府",
        "重点工作",
        "6.82亿元",
        "十四届五次全体会议",
        "《工作方案》",
        "12.5%",
    ],
)
@pytest.mark.parametrize("before", range(8, 20))
def test_no_line_breaks_inside_a_word(whole: str, before: int) -> None:
    text = "某" * before + "在" + whole + "某" * 12
    assert any(whole in line for line in lines(text))


def test_lines_neither_begin_nor_end_where_none_may() -> None:
    for size in range(6, 30):
        text = "某" * size + "关于" + "某" * 9 + "的" + "某" * 5 + "，" + "某" * 6
        made = lines(text)
        assert not any(line.endswith("关于") for line in made)
        assert not any(line.startswith(("的", "，")) for line in made)


def test_a_break_made_by_hand_stays_the_only_one() -> None:
    assert line_breaks("云岭县人民政府关于今年上半年\n重点工作情况的报告及下半年工作打算", 10) == ()


@given(st.text("云岭县政府关于工作的和2026年.5%（）“”，A", max_size=90), st.integers(5, 30))
def test_lines_keep_the_text_and_fit(text: str, capacity: int) -> None:
    made = lines(text, capacity)
    assert "".join(made) == text
    assert all(made) or not text
    assert all(width(line) <= capacity for line in made)


@pytest.mark.parametrize(
    "broken",
    [
        "在学习贯彻|习近平新时代中国特色社会主义思想|主题教育总结会议上的讲话",
        "在县委十四届十二次全体会议|暨县委经济工作会议上的讲话",
        "云岭县人民政府关于申请解决|G318国道云岭段改造工程建设资金的请示",
        "云岭县人民政府|关于创建省级生态文明建设示范区|工作情况的报告",
        "云岭县2026年上半年|国民经济和社会发展计划执行情况的报告",
        "云岭县安全生产治本攻坚三年行动|2026年上半年工作总结",
        "云岭县巩固拓展脱贫攻坚成果|同乡村振兴有效衔接工作情况汇报",
        "中国人民政治协商会议云岭县|第十届委员会常务委员会工作报告",
        "云岭县人民政府关于大规模设备更新|和消费品以旧换新工作情况的报告",
        "关于石门镇滑坡灾害应急抢险救援处置|工作情况的报告",
        "关于整治形式主义为基层减负|专项工作机制运行情况的汇报",
        "关于农村人居环境整治提升五年行动|实施情况的报告",
        "关于省级第三轮生态环境保护督察|反馈问题整改情况的报告",
        "关于中央安全生产督察“回头看”|反馈问题整改落实情况的报告",
        "关于贯彻落实|党的二十届四中全会精神情况的报告",
        "关于贯彻落实|省委十一届七次全会精神情况的报告",
        "关于学前教育普及普惠县创建|工作开展情况的报告",
    ],
)
def test_terms_and_names_stay_whole(broken: str) -> None:
    assert set_in(broken.replace("|", "")) == broken.split("|")


def test_the_name_of_a_county_to_be_created_ends_before_its_organs() -> None:
    names = {"学前教育普及普惠县创建": 9, "优质均衡县域教育": 4, "双拥模范县委": 0}
    for text, end in names.items():
        assert max((right for _, right in spans_of(text, TERMS)), default=0) == end


def test_no_term_is_torn_wherever_it_stands() -> None:
    for word in TERMS.words[::9]:
        for before in (3, 8, 13):
            text = "某" * before + word + "某" * 8 + "的报告"
            assert any(word in line for line in set_in(text))


def test_a_run_of_unknown_characters_breaks_only_where_nothing_else_is_left() -> None:
    assert set_in("云岭县人民政府关于某某某某某某某某某的报告")[-1].endswith("某的报告")
    assert len(set_in("某" * 26)) == 2


def test_a_line_set_by_hand_is_kept_squeezed_or_broken_by_meaning() -> None:
    kept = "关于云岭县某某某某某某某某某某某某某某某\n工作情况的报告"
    assert title_breaks(kept, ROOM, TERMS) == ((), False)
    seamed = "关于2026年云岭县某某某某某某某某某某\n工作情况的报告"
    need = width(seamed.split("\n", maxsplit=1)[0]) + 0.25 * seams(seamed)
    assert title_breaks(seamed, need / (1 + SQUEEZE / 2), TERMS) == ((), True)
    long = "在学习贯彻习近平新时代中国特色社会主义思想\n主题教育总结会议上的讲话"
    assert set_in(long)[:2] == ["在学习贯彻", "习近平新时代中国特色社会主义思想"]


def test_a_house_style_adds_an_offices_own_terms() -> None:
    own = Terms(words=("云上岭下文旅融合带",), patterns=(r"石门\d号线",))
    assert spans_of("石门2号线和云上岭下文旅融合带", own) == [(0, 5), (6, 15)]
    title = "云岭县人民政府关于推进云上岭下文旅融合带的报告"
    assert any("云上岭下文旅融合带" in line for line in set_in(title, terms=own.joined(NO_TERMS)))


@given(
    st.text("云岭县政府习近平经济思想关于工作的和2026年.5%（）“”，A\n", max_size=70),
    st.floats(9, 24),
)
def test_a_title_as_it_is_set_keeps_its_signs_and_fits(text: str, room: float) -> None:
    made = set_in(text, room)
    assert "".join(made) == text.replace("\n", "")
    assert all(width(line) <= room * (1 + SQUEEZE) for line in made)
