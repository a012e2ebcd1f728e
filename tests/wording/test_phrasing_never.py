"""What is never said: a table of bad forms, and the same over random values of all indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.values.aspect import Aspect
from model.values.facet import FORECASTS, Facet
from model.values.growth import Measure
from model.values.number import written
from model.values.rank import RankOf
from model.wording.saying.clauses import SaidOf
from model.wording.saying.levels import NO_PERCENTAGE, crosses_zero
from model.wording.saying.phrasing import IndicatorWords, Piece, Said, state, state_pair, text_of
from tests.wording.phrasing_cases import INDICATORS, spoken, statements, values

pytestmark = pytest.mark.slow

BAD = {
    "a doubled comma": r"，，|；；|，；|；，",
    "punctuation at an end": r"^[，；、。]|[，；、。]$",
    "a sign after a direction": r"(增长|下降|提高|降低|上升|增加|减少|收窄|扩大|回落|前移|后退)-",
    "a growth of nothing": r"(增长|下降|提高|降低|上升|增加|减少|前移|后退)0(\.0+)?[%个位天元家]",
    "a growth rate that falls by percent": r"增速(同比)?(下降|增长)",
    "a fall by times": r"下降[\d.]+倍|减少[\d.]+倍",
    "a rank behind a share of the plan": r"(计划|预算|任务)的[\dX.]+%，(居|位列)",
    "a rank with a forecast": r"预计[^；]*第[\dX]+位",
    "a forecast said twice": r"预计.*预计",
    "a doubled base": r"同比与|同比同比|与与",
    "an exponent": r"\dE",
    "a full-width percent sign": r"％",
    "a thousands separator": r"\d,\d",
    "two verbs": r"完成达到|完成为|达到为|为为|新增就业新增",
    "a rise in points as a percentage": r"提高[\d.]+%|降低[\d.]+%",
    "the wrong 截止": r"截止",
    "同比去年": r"同比去年|同比上年",
}

NEVER = [
    ("一般公共预算收入", "actual 6.82; yoy -5.1", "增长-5.1"),
    ("一般公共预算收入", "actual 6.82; yoy -5.1", "增速下降"),
    ("一般公共预算收入", "actual 6.82; yoy 0", "增长0"),
    ("一般公共预算收入", "actual 6.82; yoy -2倍", "倍"),
    ("一般公共预算收入", "actual 6.82; plan_share 50.5; rank 全市3", "50.5%，居"),
    ("一般公共预算收入", "actual 6.82; yoy -5.1; points 3.1", "增速"),
    ("一般公共预算收入", "actual 6.82; yoy 5.1; points -1.2", "降幅"),
    ("一般公共预算收入", "actual 6.82; rank_change -1", "前移"),
    ("一般公共预算收入", "rank 全市3; forecast 13", "预计完成13亿元，居"),
    ("各项存款余额", "actual 128.5; yoy 8.1", "完成"),
    ("各项存款余额", "forecast 128.5", "完成"),
    ("城镇居民人均可支配收入", "actual 17200", "完成"),
    ("城镇居民人均可支配收入", "actual 17200; rank 总量全市3", "总量"),
    ("城镇居民人均可支配收入", "actual 17200; yoy -1", "达到"),
    ("固定资产投资", "yoy 5.1", "完成"),
    ("固定资产投资", "actual 5.1; yoy 5.1", "增长5.1%，增长5.1%"),
    ("城镇新增就业", "actual 2140", "就业新增"),
    ("城镇新增就业", "actual 2140", "就业实现"),
    ("森林覆盖率", "actual 42.6; points 0.3", "0.3%"),
    ("森林覆盖率", "actual 42.6; points 0.3", "增长"),
    ("森林覆盖率", "actual 42.6; rank 总量全市3", "总量"),
    ("森林覆盖率", "actual 42.6; rank 增速全市3", "增速"),
    ("城镇登记失业率", "actual 2.8; points 0.2", "提高"),
    ("政府债务率", "actual 168.2; points 6.1", "降至"),
    ("政府债务率", "actual 168.2", "降至"),
    ("PM2.5浓度", "actual 35; yoy -8.5", "降低"),
    ("PM2.5浓度", "actual 35; yoy 8.5", "增长"),
    ("空气质量优良天数", "actual 152; yoy 6", "%"),
    ("空气质量优良天数", "actual 152; yoy 6", "增长"),
    ("食品烟酒类价格", "actual 0.5", "增长"),
    ("规上工业利润总额", "actual -1.2", "实现"),
    ("生产安全事故起数", "actual 2", "起数发生"),
    ("火灾起数", "actual 12", "下降12"),
]


@pytest.mark.parametrize(("name", "notation", "bad"), NEVER)
def test_never(name: str, notation: str, bad: str) -> None:
    said = text_of(state(INDICATORS[name], values(notation)))
    assert said.startswith(name)
    assert bad not in said


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_the_good_statements_hold_no_bad_form(bad: str) -> None:
    assert [row[3] for row in statements() if re.search(bad, row[3])] == []


numbers = st.decimals(min_value=-999, max_value=99999, places=2) | st.integers(-20, 300).map(
    Decimal
)
places = st.integers(1, 60).map(Decimal)
blank_or = st.none() | numbers
scopes = st.sampled_from(["全市", "全省", "全省同类县区"])
units = {
    Facet.YOY: ["%", "", "倍"],
    Facet.FORECAST_YOY: ["%", ""],
    Facet.POINTS: ["个百分点"],
}


@st.composite
def ranks(draw: st.DrawFn) -> list[Said]:
    ofs = draw(st.lists(st.sampled_from([*RankOf, None]), max_size=3))
    return [
        Said(draw(st.none() | places), "位", draw(scopes), of, draw(st.booleans())) for of in ofs
    ]


@st.composite
def moves(draw: st.DrawFn) -> list[Said]:
    ofs = draw(st.lists(st.sampled_from([*RankOf, None]), min_size=1, max_size=3))
    moved = st.none() | st.integers(-9, 9).map(Decimal)
    return [Said(draw(moved), "位", draw(st.just("") | scopes), of) for of in ofs]


@st.composite
def anything_said(draw: st.DrawFn) -> dict[Aspect, Sequence[Said]]:
    facets = draw(st.sets(st.sampled_from(list(Facet))))
    said: dict[Aspect, Sequence[Said]] = {}
    for facet in sorted(facets):
        unit = draw(st.sampled_from(units.get(facet, [""])))
        if facet is Facet.RANK:
            said[facet] = draw(ranks())
        elif facet is Facet.RANK_CHANGE:
            said[facet] = draw(moves())
        else:
            said[facet] = [Said(draw(blank_or), unit)]
    return said


indicators = st.sampled_from(list(INDICATORS.values()))
not_ranks = indicators.filter(lambda indicator: indicator.measure is not Measure.RANK)
words = st.fixed_dictionaries(
    {},
    optional={
        "period": st.sampled_from(["1—5月", "一季度", "6月末", "截至6月14日"]),
        "forecast_period": st.sampled_from(["6月底", "上半年"]),
        "plan_words": st.sampled_from(["年初预算", "完成年度任务"]),
        "base": st.sampled_from(["同比", "比上年", "较年初", "同口径"]),
    },
)


@given(not_ranks, anything_said(), words)
def test_no_bad_form_is_ever_said(
    indicator: IndicatorWords, said: SaidOf, chosen: dict[str, str]
) -> None:
    sentence = text_of(spoken(indicator, said, chosen))
    assert [what for what, bad in BAD.items() if re.search(bad, sentence)] == []


@given(not_ranks, not_ranks, anything_said(), anything_said())
def test_no_pair_says_a_bad_form(
    first: IndicatorWords,
    second: IndicatorWords,
    one: SaidOf,
    other: SaidOf,
) -> None:
    pieces = state_pair(first, second, one, other, name="两项合称")
    again = set(BAD) - {"a forecast said twice", "a rank with a forecast"}
    assert [what for what in again if re.search(BAD[what], text_of(pieces))] == []
    assert not re.search("分别[^，；]*持平", text_of(pieces))
    assert sorted(_shown(pieces, second=False)) == sorted(_expected(first, one))
    assert sorted(_shown(pieces, second=True)) == sorted(_expected(second, other))


@given(indicators, anything_said(), words)
def test_every_value_is_said_exactly_once(
    indicator: IndicatorWords, said: SaidOf, chosen: dict[str, str]
) -> None:
    pieces = spoken(indicator, said, chosen)
    assert sorted(_shown(pieces)) == sorted(_expected(indicator, said))
    for piece in pieces:
        if piece.facet is not None:
            _check_run(piece, said[piece.facet][piece.nth])


def _shown(pieces: Sequence[Piece], *, second: bool = False) -> list[tuple[Aspect, int]]:
    return [
        (piece.facet, piece.nth) for piece in pieces if piece.facet and piece.of_second is second
    ]


def _expected(indicator: IndicatorWords, said: SaidOf) -> list[tuple[Aspect, int]]:
    """All values; the level of what is known only by its growth gives way to the growth."""
    is_growth = indicator.unit == "%" and indicator.measure is not Measure.RATE
    return [
        (facet, nth)
        for facet, several in said.items()
        for nth in range(len(several))
        if not (facet is Facet.ACTUAL and is_growth and Facet.YOY in said)
        and not (facet in NO_PERCENTAGE and crosses_zero(indicator, said))
    ]


def _check_run(piece: Piece, said: Said) -> None:
    """The run shows the value's own digits, or says in words that nothing changed."""
    assert piece.blank is (said.value is None)
    if said.value is None:
        assert "XX" in piece.text
    elif said.value == 0 and not re.search(r"\d", piece.text):
        assert re.search("持平|不变|零增长|未|尚无|为零", piece.text)
    elif not (said.unit == "倍" and said.value < 0) and "由" not in piece.text:
        assert written(abs(said.value)) in piece.text


@given(indicators, anything_said())
def test_directions_follow_the_sign(indicator: IndicatorWords, said: SaidOf) -> None:
    for piece in state(indicator, said):
        if piece.facet in (Facet.YOY, Facet.FORECAST_YOY, Facet.POINTS, Facet.RANK_CHANGE):
            value = said[piece.facet][piece.nth].value
            rises = re.match("增长|提高|上升|上涨|增加|前移|收窄", piece.text)
            falls = re.match("下降|降低|减少|后退|回落|扩大", piece.text)
            turned = re.fullmatch("由[正负]转[正负]", piece.text)
            assert value is None or turned or (bool(rises), bool(falls)) == (value > 0, value < 0)


@given(indicators, anything_said())
def test_what_stands_at_a_moment_is_not_completed(indicator: IndicatorWords, said: SaidOf) -> None:
    if indicator.is_state or indicator.is_income:
        assert "完成" not in text_of(state(indicator, said))


@given(indicators, anything_said(), words)
def test_the_forecast_comes_last_and_opens_with_its_word(
    indicator: IndicatorWords, said: SaidOf, chosen: dict[str, str]
) -> None:
    pieces = spoken(indicator, said, chosen)
    forecast = [nth for nth, piece in enumerate(pieces) if piece.facet in FORECASTS]
    others = [nth for nth, piece in enumerate(pieces) if piece.facet and nth not in forecast]
    assert not forecast or not others or max(others) < min(forecast)
    assert text_of(pieces).count("预计") == (1 if forecast else 0)
