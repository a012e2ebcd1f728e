"""Numbers with units: what a unit typed by hand means, and when two values are the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ValueRefused
from model.values.quantity import Quantity, parse_quantity
from model.values.units import comparable, convert, known_units, scale_of


@pytest.mark.parametrize(
    ("typed", "unit", "kept"),
    [
        ("6.82", "亿元", "6.82亿元"),
        ("6.82亿元", "亿元", "6.82亿元"),
        ("68213万元", "亿元", "68213万元"),
        ("68,213 万元", "亿元", "68213万元"),
        ("4.6万人次", "人次", "4.6万人次"),
        ("4.6", "万人次", "4.6万人次"),
        ("12.5%", "%", "12.5%"),
        ("１２.５％", "%", "12.5%"),
        ("1.2个百分点", "个百分点", "1.2个百分点"),
        ("1.2百分点", "个百分点", "1.2个百分点"),
        ("1200亩", "万亩", "1200亩"),
        ("3.5公顷", "亩", "3.5公顷"),
        ("52", "微克/立方米", "52微克/立方米"),
        ("52微克/立方米", "微克/立方米", "52微克/立方米"),
        ("12", "", "12"),
        ("12个", "", "12个"),
        ("-0.3亿元", "亿元", "-0.3亿元"),
    ],
)
def test_a_unit_that_converts_is_kept_and_never_rewritten(typed: str, unit: str, kept: str) -> None:
    assert str(parse_quantity(typed, unit)) == kept


@pytest.mark.parametrize(
    ("typed", "unit", "told"),
    [
        ("3吨", "亿元", "3吨.*吨.*亿元"),
        ("5%", "个百分点", "%.*个百分点"),
        ("5个百分点", "%", "个百分点.*%"),
        ("3人", "人次", "人.*人次"),
        ("12万", "亿元", "没有写全"),
        ("5%%", "%", "不是数字"),
        ("亿元", "亿元", "留空"),
        ("％", "%", "留空"),
        ("6.82亿", "亿元", "没有写全"),
        ("6,82亿元", "亿元", "逗号"),
        ("约6.82亿元", "亿元", "“约”字"),
        ("6.82公顷", "微克/立方米", "公顷.*微克"),
    ],
)
def test_another_kind_of_unit_and_what_is_no_number_is_refused(
    typed: str, unit: str, told: str
) -> None:
    with pytest.raises(ValueRefused, match=told):
        parse_quantity(typed, unit)


def _quantity(text: str) -> Quantity:
    return parse_quantity(text, "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("68213万元", "6.82亿元", True),
        ("12300万元", "1.23亿元", True),
        ("68260万元", "6.82亿元", False),
        ("4.0亿元", "4亿元", True),
        ("15亩", "1公顷", True),
        ("15亩", "1.2公顷", False),
        ("1平方公里", "1500亩", True),
        ("1亿千瓦时", "10000万千瓦时", True),
        ("5‰", "0.5%", True),
        ("6.82亿元", "6.82亿美元", False),
        ("5%", "5个百分点", False),
        ("12微克", "12毫克", False),
    ],
)
def test_two_values_are_the_same_where_rounding_can_hide_the_gap(
    one: str, other: str, same: bool
) -> None:
    left, right = (
        Quantity(Decimal(text.rstrip("微毫克")), text.lstrip("0123456789."))
        if "克" in text
        else _quantity(text)
        for text in (one, other)
    )
    assert left.same_as(right) is same
    assert right.same_as(left) is same


MONEY = st.sampled_from(["元", "万元", "亿元", "万亿元"])
AMOUNTS = st.decimals(min_value=0, max_value=10**6, places=2)


@given(AMOUNTS, MONEY, MONEY)
def test_converting_there_and_back_changes_nothing(value: Decimal, unit: str, other: str) -> None:
    assert convert(convert(value, unit, other), other, unit) == value


@given(AMOUNTS, MONEY)
def test_a_value_rounded_to_a_larger_unit_is_still_the_same(value: Decimal, unit: str) -> None:
    rounded = convert(value, unit, "亿元").quantize(Decimal("0.01"))
    assert Quantity(value, unit).same_as(Quantity(rounded, "亿元"))


def test_a_unit_that_is_not_known_measures_only_itself() -> None:
    assert comparable("块", "块")
    assert not comparable("块", "亿元")
    assert not comparable("块", "片")
    assert convert(Decimal("3.0"), "块", "块") == Decimal("3.0")


def test_every_known_unit_has_a_scale_above_nothing() -> None:
    assert all(scale_of(unit).factor > 0 for unit in known_units())
    assert scale_of("万元").factor * 10**4 == scale_of("亿元").factor
