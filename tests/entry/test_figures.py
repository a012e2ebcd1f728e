"""Figures and blanks inside texts: set by their number, with direction words and links kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.entry.texts import Edit, edited
from model.errors import PlaceError, ValueRefused, XugaoError
from model.wording.finding.linked import figures_of
from model.wording.links import links
from tests.small_project import put, record, small


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ({0: "12"}, "新建项目12个，完成投资3.5亿元，同比增长7.3%和9.1%。"),
        ({1: "4.0"}, "新建项目XX个，完成投资4.0亿元，同比增长7.3%和9.1%。"),
        ({1: "4亿元"}, "新建项目XX个，完成投资4亿元，同比增长7.3%和9.1%。"),
        ({1: ""}, "新建项目XX个，完成投资XX亿元，同比增长7.3%和9.1%。"),
        ({2: "-2", 3: "-3"}, "新建项目XX个，完成投资3.5亿元，同比下降2%和下降3%。"),
        ({2: "-2"}, "新建项目XX个，完成投资3.5亿元，同比下降2%和增长9.1%。"),
        ({0: "9", 2: "下降2％", 3: "5"}, "新建项目9个，完成投资3.5亿元，同比下降2%和增长5%。"),
    ],
)
def test_several_figures_of_one_text_are_told_by_their_numbers_before(
    typed: dict[int, str], text: str
) -> None:
    project = put(small(), *((f"i1.figures.{which}", value) for which, value in typed.items()))
    assert record(project, "i1").text == text


def test_the_last_of_two_values_for_one_figure_counts() -> None:
    assert edited("建成5个", [Edit("figures", 0, "6"), Edit("figures", 0, "7")]) == "建成7个"


def test_links_are_no_figures_and_stay_untouched() -> None:
    project = put(small(), ("i2.figures.0", "持平"))
    assert record(project, "i2").text == "{leader}到会，预算收入{@revenue.yoy}，与上年同期持平。"
    turned = put(small(), ("i2.figures.0", "-1.5"))
    assert record(turned, "i2").text.endswith("{@revenue.yoy}，同比下降1.5%。")


@pytest.mark.parametrize(
    ("place", "typed", "error"),
    [
        ("i1.figures.9", "1", PlaceError),
        ("i1.figures.1", "4万元", ValueRefused),
        ("i1.figures.1", "约4", ValueRefused),
        ("i1.figures.0", "-3", ValueRefused),
        ("i3.blanks.1", "7", PlaceError),
        ("i1.closing.figures.0", "1", PlaceError),
        ("zz.figures.0", "1", PlaceError),
        ("i3.blanks.0", "7\n8", ValueRefused),
    ],
)
def test_what_cannot_be_set_is_refused_with_its_place(
    place: str, typed: str, error: type[XugaoError]
) -> None:
    with pytest.raises(ValueRefused) as refused:
        put(small(), (place, typed))
    assert str(refused.value).startswith(place)
    if error is PlaceError:
        assert "没有" in str(refused.value)


def test_a_name_in_a_blank_is_kept_as_it_was_typed() -> None:
    assert record(put(small(), ("i3.blanks.0", "7")), "i3").text == "在7月召开会议。"
    braces = record(put(small(), ("i3.blanks.0", "{7}")), "i3").text
    assert braces == "在{{7}}月召开会议。"
    assert not links(braces)
    assert record(put(small(), ("i3.blanks.0", "")), "i3").text == "在X月召开会议。"


def test_blanks_stand_in_leads_headings_titles_and_openings_too() -> None:
    project = put(
        small(),
        ("i1.lead", "完成XX个项目。"),
        ("s1.heading", "增长XX%的经济"),
        ("r1.subtitle", "（XX次会议）"),
        ("b1.opening", "上半年XX项，"),
        ("u3.opening", "在XX个部门中，"),
    )
    project = put(
        project,
        ("i1.lead.figures.0", "5"),
        ("s1.heading.figures.0", "6"),
        ("b1.opening.figures.0", "7"),
        ("u3.opening.figures.0", "8"),
    )
    assert record(project, "i1").lead == "完成5个项目。"
    assert record(project, "s1").heading.text == "增长6%的经济"
    assert record(project, "b1").opening == "上半年7项，"
    assert record(project, "b1").use[1].parts[0].opening == "在8个部门中，"


TEXTS = st.lists(
    st.sampled_from(
        ["同比增长", "下降", "5.1", "XX", "%", "个百分点", "亿元", "和", "，", "{leader}",
         "{@gdp.yoy}", "12,300", "人", "至", "—", "3", "倍", "{{", "\ufffc", "增减", "0"]
    ),
    max_size=10,
).map("".join)  # fmt: skip


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "5", "-2.5", "0", "持平"])))
)
def test_edits_of_any_text_keep_its_links_or_are_refused(
    text: str, typed: list[tuple[int, str]]
) -> None:
    try:
        made = edited(text, [Edit("figures", which, value) for which, value in typed])
    except (PlaceError, ValueRefused):
        return
    written = [text[link.start : link.end] for link in links(text)]
    assert [made[link.start : link.end] for link in links(made)] == written


@given(TEXTS.filter(lambda text: "12,300" not in text and "—" not in text))
def test_a_figure_set_to_what_it_says_changes_nothing(text: str) -> None:
    for which, figure in enumerate(figures_of(text)):
        if not figure.blank and not figure.text.startswith("0"):
            sign = "-" if figure.direction and figure.direction.sign < 0 else ""
            assert edited(text, [Edit("figures", which, sign + figure.text)]) == text


def test_a_value_that_goes_takes_its_minus_with_it() -> None:
    text = edited("审批环节压减3%", [Edit("figures", 0, "-3")])
    blank = edited(text, [Edit("figures", 0, "")])
    assert blank == "审批环节压减XX%"
    assert edited(blank, [Edit("figures", 0, "100")]) == "审批环节压减100%"
    assert edited("增速为-X.X%，居前列", [Edit("figures", 0, "5")]) == "增速为5%，居前列"


@pytest.mark.parametrize(
    ("text", "typed"),
    [("同比增长XX%", "99999"), ("同比增长XX%", "-101"), ("收窄XX个百分点", "101")],
)
def test_a_change_that_cannot_be_is_refused(text: str, typed: str) -> None:
    with pytest.raises(ValueRefused, match="超出了范围"):
        edited(text, [Edit("figures", 0, typed)])
