"""What one of each unit is, as the law of measures has it."""

from decimal import Decimal

import pytest

from model.values.units import comparable, convert


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("1", "公顷", "平方米", "10000"), ("1", "平方公里", "公顷", "100"),
        ("15", "亩", "公顷", "1"), ("3", "亩", "平方米", "2000"), ("1.5", "万亩", "公顷", "1000"),
        ("1", "万公顷", "亩", "150000"), ("1", "平方公里", "亩", "1500"),
        ("1", "吨", "公斤", "1000"), ("1", "万吨", "吨", "10000"), ("1", "亿吨", "万吨", "10000"),
        ("2", "斤", "公斤", "1"), ("1", "千克", "公斤", "1"), ("1", "亿斤", "万吨", "5"),
        ("1", "万公斤", "吨", "10"), ("1", "公里", "米", "1000"), ("1", "千米", "公里", "1"),
        ("1", "万公里", "公里", "10000"), ("1", "度", "千瓦时", "1"),
        ("1", "亿度", "万千瓦时", "10000"),
        ("1", "亿元", "万元", "10000"), ("1", "万亿元", "亿元", "10000"),
        ("1", "百万美元", "万美元", "100"),
        ("1", "千万元", "百万元", "10"), ("1", "千人", "百人", "10"), ("1", "万人", "名", "10000"),
        ("1", "万头", "只", "10000"), ("1", "%", "‰", "10"),
    ],
)  # fmt: skip
def test_one_unit_in_another(value: str, unit: str, to: str, expected: str) -> None:
    converted = convert(Decimal(value), unit, to)
    assert converted.quantize(Decimal("0.000001")) == Decimal(expected)
    assert comparable(unit, to)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("元", "美元"), ("人", "人次"), ("人", "户"), ("家", "个"), ("亩", "吨"),
        ("公里", "平方公里"),
        ("千瓦时", "千瓦"), ("%", "个百分点"), ("位", "个"), ("天", "个"), ("元", "亿斤"),
        ("座", "条"),
    ],
)  # fmt: skip
def test_units_of_different_things_are_never_compared(unit: str, other: str) -> None:
    assert not comparable(unit, other)
