"""Two indicators in one sentence, and when they are better told apart."""

from __future__ import annotations

import pytest

from model.values.facet import Facet
from model.wording.saying.phrasing import Piece, Wording, state_pair, text_of
from tests.wording.phrasing_cases import INDICATORS, values

TOWN, LAND = "城镇居民人均可支配收入", "农村居民人均可支配收入"
BOTH = "城乡居民人均可支配收入"
SAVED, LENT = "各项存款余额", "各项贷款余额"
BANKS = "金融机构存贷款余额"
JOBS, MOVED = "城镇新增就业", "农村劳动力转移就业"
LEVELS = "actual 17200; yoy 5.1", "actual 9800; yoy 6.2"

PAIRS = [
    (TOWN, LAND, *LEVELS, BOTH, "", f"{BOTH}分别达到17200元和9800元，分别增长5.1%和6.2%"),
    (TOWN, LAND, *LEVELS, "", "", f"{TOWN}和{LAND}分别达到17200元和9800元，分别增长5.1%和6.2%"),
    (TOWN, LAND, *LEVELS, BOTH, "上半年",
     f"{BOTH}，上半年分别达到17200元和9800元，分别增长5.1%和6.2%"),
    (TOWN, LAND, "yoy 5.1", "yoy 6.2", BOTH, "", f"{BOTH}分别增长5.1%和6.2%"),
    (TOWN, LAND, "yoy -5.1", "yoy -2.3", BOTH, "", f"{BOTH}分别下降5.1%和2.3%"),
    (TOWN, LAND, "yoy 5.1", "yoy -2.3", BOTH, "", f"{TOWN}增长5.1%，{LAND}下降2.3%"),
    (TOWN, LAND, "yoy 5.1", "yoy -2.3", BOTH, "上半年", f"上半年，{TOWN}增长5.1%，{LAND}下降2.3%"),
    (TOWN, LAND, "yoy 5.1", "yoy 0", BOTH, "", f"{TOWN}增长5.1%，{LAND}与上年同期持平"),
    (TOWN, LAND, "yoy 0", "yoy 0", BOTH, "", f"{TOWN}与上年同期持平，{LAND}与上年同期持平"),
    (TOWN, LAND, "actual 17200; yoy 5.1", "actual 9800; yoy -2.3", BOTH, "",
     f"{TOWN}达到17200元，增长5.1%；{LAND}为9800元，下降2.3%"),
    (TOWN, LAND, "actual 17200; yoy 5.1", "actual 9800", BOTH, "",
     f"{TOWN}达到17200元，增长5.1%；{LAND}达到9800元"),
    (TOWN, LAND, "actual 17200; yoy ?", "actual 9800; yoy ?", BOTH, "",
     f"{BOTH}分别达到17200元和9800元，分别增长XX%和XX%"),
    (TOWN, LAND, "actual ?; yoy ?", "actual 9800; yoy -1.2", BOTH, "",
     f"{TOWN}达到XX元，增长XX%；{LAND}为9800元，下降1.2%"),
    (TOWN, LAND, "actual 17200; rank 增速全市3", "actual 9800; rank 增速全市5", BOTH, "",
     f"{BOTH}分别达到17200元和9800元，增速分别居全市第3位和第5位"),
    (TOWN, LAND, "actual 17200; rank 增速全市3", "actual 9800; rank 增速全省5", BOTH, "",
     f"{TOWN}达到17200元，增速居全市第3位；{LAND}达到9800元，增速居全省第5位"),
    (TOWN, LAND, "actual 17200; rank 增速全市3", "actual 9800; rank 总量全市5", BOTH, "",
     f"{TOWN}达到17200元，增速居全市第3位；{LAND}达到9800元，居全市第5位"),
    (TOWN, LAND, "rank 增速全市3; rank 增速全省9", "rank 增速全市5; rank 增速全省8", BOTH, "",
     f"{TOWN}增速居全市第3位、全省第9位；{LAND}增速居全市第5位、全省第8位"),
    (TOWN, LAND, "actual 17200; prior 16365", "actual 9800; prior 9228", BOTH, "",
     f"{BOTH}分别达到17200元和9800元，上年同期分别为16365元和9228元"),
    (TOWN, LAND, "forecast 17200; forecast_yoy 6", "forecast 9800; forecast_yoy 7", BOTH, "上半年",
     f"{BOTH}预计分别达到17200元和9800元，分别增长6%和7%"),
    (SAVED, LENT, "actual 128.5; yoy 8.1", "actual 96.3; yoy 7.2", BANKS, "6月末",
     f"6月末{BANKS}分别为128.5亿元和96.3亿元，分别增长8.1%和7.2%"),
    (SAVED, LENT, "actual 128.5; yoy 8.1", "actual 96.3; yoy -0.2", BANKS, "6月末",
     f"6月末{SAVED}为128.5亿元，增长8.1%；{LENT}为96.3亿元，下降0.2%"),
    (JOBS, MOVED, "actual 2140; plan_share 53.5", "actual 3200; plan_share 61", "", "",
     f"{JOBS}2140人，占年度计划的53.5%；{MOVED}完成3200人，占年度计划的61%"),
    (JOBS, MOVED, "plan_share 53.5", "plan_share 61", "", "",
     f"{JOBS}和{MOVED}分别占年度计划的53.5%和61%"),
    (TOWN, LAND, "", "actual 9800", BOTH, "", f"{LAND}达到9800元"),
    (TOWN, LAND, "actual 17200", "", BOTH, "上半年", f"上半年，{TOWN}达到17200元"),
    (TOWN, LAND, "", "", BOTH, "上半年", ""),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other", "name", "period", "expected"), PAIRS)
def test_a_pair(
    first: str, second: str, one: str, other: str, name: str, period: str, expected: str
) -> None:
    pieces = state_pair(
        INDICATORS[first], INDICATORS[second], values(one), values(other), name=name, period=period
    )
    assert text_of(pieces) == expected


def test_base_and_forecast_are_said_once_for_both() -> None:
    one, other = "actual 17200; yoy 5.1; forecast 18000", "actual 9800; yoy 6.2; forecast 10000"
    pieces = state_pair(
        INDICATORS[TOWN],
        INDICATORS[LAND],
        values(one),
        values(other),
        name=BOTH,
        wording=Wording("9月底", base="同比"),
    )
    assert text_of(pieces) == (
        f"{BOTH}分别达到17200元和9800元，同比分别增长5.1%和6.2%，预计9月底分别达到18000元和10000元"
    )


@pytest.mark.parametrize("growth", ["6.2", "-6.2"])
def test_each_run_tells_which_indicator_it_is_of(growth: str) -> None:
    indicator = INDICATORS[TOWN]
    pieces = state_pair(indicator, indicator, values("yoy 5.1"), values(f"yoy {growth}"), name=BOTH)
    runs = [(piece.facet, piece.of_second) for piece in pieces if piece.facet]
    assert runs == [(Facet.YOY, False), (Facet.YOY, True)]


def test_a_blank_of_the_second_is_marked_as_such() -> None:
    pieces = state_pair(
        INDICATORS[TOWN], INDICATORS[LAND], values("yoy 5.1"), values("yoy ?"), name=BOTH
    )
    assert pieces == (
        Piece(f"{BOTH}分别"),
        Piece("增长5.1%", Facet.YOY),
        Piece("和"),
        Piece("XX%", Facet.YOY, blank=True, of_second=True),
    )
