"""Definitions of a project: own ones, names, units, and what still speaks of them."""

import pytest

from model.arrange.indicators import (
    add_indicator,
    add_own_indicator,
    remove_indicator,
    set_indicator,
    shift_indicator,
)
from model.arrange.mentions import mentions_of_indicator
from model.errors import PlaceError, ValueRefused
from model.library import shipped
from model.values.growth import Growth
from tests.small_project import put, small, text

BANK = shipped.bank()


def test_an_own_indicator_can_be_filled_like_any_other() -> None:
    project = add_own_indicator(small(), BANK, "茶叶网络零售额", "亿元", growth=Growth.NOMINAL)
    own = project.indicators[-1]
    valued = put(project, (f"{own.id}@2026-H1.actual", "1.2亿元"))
    assert valued.observations[-1].unit == "亿元"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("城镇化率", "已经有指标“城镇化率”"),
        ("社会消费品零售总额", "指标库里已经有“社会消费品零售总额”"),
        (" ", "写出指标的名称"),
    ],
)
def test_a_name_means_one_indicator(name: str, message: str) -> None:
    with pytest.raises(ValueRefused, match=message):
        add_own_indicator(small(), BANK, name, "个")


def test_an_indicator_of_the_bank_is_taken_once() -> None:
    project = add_indicator(small(), BANK.by_id["retail-sales"])
    assert project.indicators[-1].synonyms == ()
    with pytest.raises(ValueRefused, match="已经有指标"):
        add_indicator(project, BANK.by_id["retail-sales"])


def test_an_indicator_that_texts_speak_of_stays_and_it_is_told_where() -> None:
    with pytest.raises(ValueRefused, match="“一般公共预算收入”还写在“经济运行”"):
        remove_indicator(small(), "revenue")
    assert [one.id for one in mentions_of_indicator(small(), "revenue")] == ["b1", "i2"]


def test_an_unused_indicator_goes_with_its_values() -> None:
    project = put(small(), ("industry@2026-H1.yoy", "7.1"), ("gdp@2026-H1.yoy", "5.8"))
    left = remove_indicator(project, "industry")
    assert left.indicator("industry") is None
    assert [one.indicator for one in left.observations] == ["gdp"]


def test_renaming_reaches_every_text_and_keeps_the_id() -> None:
    project = set_indicator(small(), "gdp", "name", "全县生产总值")
    assert "全县生产总值" in text(project)
    with pytest.raises(ValueRefused, match="已经有指标“城镇化率”"):
        set_indicator(small(), "gdp", "name", "城镇化率")


def test_a_unit_that_values_cannot_be_converted_to_is_refused() -> None:
    project = put(small(), ("gdp@2026-H1.actual", "118.6"))
    assert set_indicator(project, "gdp", "unit", "万元").indicator("gdp").unit == "万元"  # type: ignore[union-attr]
    with pytest.raises(ValueRefused, match="以亿元为单位"):
        set_indicator(project, "gdp", "unit", "人")


def test_attributes_are_of_the_closed_set() -> None:
    assert set_indicator(small(), "gdp", "growth", "nominal").indicators[2].growth is Growth.NOMINAL
    with pytest.raises(ValueRefused, match="可选：nominal"):
        set_indicator(small(), "gdp", "growth", "fast")
    with pytest.raises(PlaceError, match="没有“colour”这一项"):
        set_indicator(small(), "gdp", "colour", "red")
    with pytest.raises(PlaceError, match="没有指标“none”"):
        set_indicator(small(), "none", "name", "甲")


def test_indicators_move_in_their_table() -> None:
    ids = [one.id for one in shift_indicator(small(), "gdp", -1).indicators]
    assert ids[:3] == ["revenue", "gdp", "tax"]
    project = small()
    assert shift_indicator(project, "revenue", -1) is project
