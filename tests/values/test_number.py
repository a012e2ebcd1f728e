"""Numbers as clerks type them: kept digit for digit, or refused with a reason and an example."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from model.errors import ValueRefused
from model.values.number import Number, parse_number, tolerance, written

UNDERSTOOD = {
    "12.5": "12.5",
    "4.0": "4.0",
    "0": "0",
    "0.50": "0.50",
    "-3.2": "-3.2",
    "−3.2": "-3.2",
    "–3.2": "-3.2",
    "—3.2": "-3.2",
    "+5": "5",
    "-0.0": "0.0",
    "１２．５": "12.5",
    "－３": "-3",
    "1,234": "1234",
    "1，234，567.8": "1234567.8",
    "-12,345": "-12345",
    " 12.5 ": "12.5",
    "12 345": "12345",
    "\u300012.5\u00a0": "12.5",
}
REFUSED = [
    "", "   ", "-", "+", ".", ".5", "5.", "12,5", "1,23", "1,2345", "12,34,567", "0,123",
    "1.2.3", "约12", "近12", "超12", "12亿", "十二", "abc", "12a", "1_000", "1e5", "1E5", "٣", "१२",
    "³", "½", "--5", "+-5", "-+5", "5-", "007", "-01", "00.5", "12.5%", "NaN", "Infinity", "0x10",
    "1 2,3", "12;5", "12:5", "（12）", "1234567890123456789",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kept"), UNDERSTOOD.items())
def test_what_is_beyond_doubt_is_kept_digit_for_digit(typed: str, kept: str) -> None:
    assert written(parse_number(typed)) == kept


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_in_doubt_is_refused_with_what_came_and_an_example(typed: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        parse_number(typed)
    message = str(refused.value)
    assert not typed.strip() or f"“{typed}”" in message
    assert "12" in message or "最多" in message


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("12,5", "逗号"),
        ("1.2.3", "不止一个小数点"),
        ("约12", "“约”字"),
        ("007", "多了0"),
        ("12亿", "单位没有写全"),
        ("1234567890123456789", "位数太多"),
        ("", "留空"),
    ],
)
def test_the_refusal_says_what_is_wrong(typed: str, reason: str) -> None:
    with pytest.raises(ValueRefused, match=reason):
        parse_number(typed)


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9,
                      places=3)  # fmt: skip


@given(numbers)
def test_a_number_written_reads_back_as_it_was(value: Decimal) -> None:
    again = parse_number(written(value))
    assert again == value
    assert again.as_tuple().exponent == value.as_tuple().exponent


@given(numbers)
def test_thousands_in_threes_read_as_the_plain_number(value: Decimal) -> None:
    assert parse_number(f"{value:,}") == value


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        value = parse_number(typed)
    except ValueRefused as error:
        assert str(error)
    else:
        assert parse_number(written(value)) == value


def test_rounding_hides_half_of_the_last_digit() -> None:
    assert tolerance(Decimal("6.82")) == Decimal("0.005")
    assert tolerance(Decimal(68213)) == Decimal("0.5")


def test_in_a_record_a_number_is_text_in_both_directions() -> None:
    kept = TypeAdapter(Number)
    assert kept.dump_python(kept.validate_python("4.0")) == "4.0"
    for wrong in (4.0, 4, True, None, "1e5"):
        with pytest.raises(ValidationError):
            kept.validate_python(wrong)
