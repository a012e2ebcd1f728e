"""Reporting periods: codes, how reports name them, and the chains from one to the next."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from model.errors import ValueRefused
from model.values.period import Basis, Period, PeriodCode, is_period

SPANS = sorted(
    {(month, month) for month in range(1, 13)}
    | {(1, last) for last in range(1, 13)}
    | {(4, 6), (7, 9), (10, 12)}
)
periods = st.builds(
    lambda year, span: Period(year, *span), st.integers(1950, 2098), st.sampled_from(SPANS)
)


@pytest.mark.parametrize(
    ("code", "label", "with_year", "end", "basis"),
    [
        ("2026-M5", "5月份", "2026年5月份", date(2026, 5, 31), Basis.MONTH),
        ("2026-M1", "1月份", "2026年1月份", date(2026, 1, 31), Basis.CUMULATIVE),
        ("2026-M1-5", "1—5月", "2026年1—5月", date(2026, 5, 31), Basis.CUMULATIVE),
        ("2024-M1-2", "1—2月", "2024年1—2月", date(2024, 2, 29), Basis.CUMULATIVE),
        ("2026-Q1", "一季度", "2026年一季度", date(2026, 3, 31), Basis.CUMULATIVE),
        ("2026-Q2", "二季度", "2026年二季度", date(2026, 6, 30), Basis.QUARTER),
        ("2026-Q4", "四季度", "2026年四季度", date(2026, 12, 31), Basis.QUARTER),
        ("2026-H1", "上半年", "2026年上半年", date(2026, 6, 30), Basis.CUMULATIVE),
        ("2026-Q1-3", "前三季度", "2026年前三季度", date(2026, 9, 30), Basis.CUMULATIVE),
        ("2026-Y", "全年", "2026年", date(2026, 12, 31), Basis.CUMULATIVE),
    ],
)
def test_a_code_and_how_reports_name_it(
    code: str, label: str, with_year: str, end: date, basis: Basis
) -> None:
    period = Period.parse(code)
    assert str(period) == code
    assert (period.label, period.label_with_year) == (label, with_year)
    assert (period.end, period.basis) == (end, basis)


@pytest.mark.parametrize(
    ("code", "same"),
    [("2026-M1-3", "2026-Q1"), ("2026-M1-6", "2026-H1"), ("2026-M1-9", "2026-Q1-3"),
     ("2026-M1-12", "2026-Y"), ("2026-M05", "2026-M5"), ("2026-M1-1", "2026-M1")],
)  # fmt: skip
def test_two_names_of_one_span_are_one_period(code: str, same: str) -> None:
    assert Period.parse(code) == Period.parse(same)
    assert len({Period.parse(code), Period.parse(same)}) == 1


@pytest.mark.parametrize(
    "code",
    ["", "2026", "2026-", "2026-M0", "2026-M13", "2026-M2-5", "2026-M5-3", "2026-Q0", "2026-Q5",
     "2026-H2", "2026-Q2-3", "26-H1", "0000-H1", "1948-H1", "9999-H1", "2026-h1", "2026 H1",
     "２０２６-H1", "上半年", "latest-month", "2026-H1x"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_the_accepted_forms(code: str) -> None:
    assert not is_period(code)
    with pytest.raises(ValueRefused) as refused:
        Period.parse(code)
    assert "2026-H1（上半年）" in str(refused.value)


def _chain(code: str, step: str, count: int) -> list[str]:
    period, found = Period.parse(code), []
    for _ in range(count):
        period = getattr(period, step)()
        found.append(str(period))
    return found


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("2026-M2", ["2026-M1", "2025-M12", "2025-M11"]),
        ("2026-M1-5", ["2026-M1-4", "2026-Q1"]),
        ("2026-Q3", ["2026-Q2", "2026-Q1"]),
        ("2026-Y", ["2026-Q1-3", "2026-H1", "2026-Q1", "2025-Y"]),
    ],
)
def test_the_reports_of_a_kind_before_one(code: str, chain: list[str]) -> None:
    assert _chain(code, "previous", len(chain)) == chain


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("2026-M11", ["2026-M12", "2027-M1", "2027-M2"]),
        ("2026-M1-4", ["2026-M1-5", "2026-H1"]),
        ("2026-Q2", ["2026-Q3", "2026-Q4", "2027-Q1"]),
        ("2026-Q1", ["2026-H1", "2026-Q1-3", "2026-Y", "2027-Q1"]),
    ],
)
def test_the_reports_of_a_kind_after_one(code: str, chain: list[str]) -> None:
    assert _chain(code, "following", len(chain)) == chain


@given(periods)
def test_a_code_reads_back_as_its_period(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods)
def test_previous_ends_earlier_and_following_ends_later(period: Period) -> None:
    assert period.previous().end < period.end < period.following().end


@given(periods)
def test_last_year_is_the_same_span(period: Period) -> None:
    before = period.last_year()
    assert (before.year, before.label) == (period.year - 1, period.label)
    assert period.whole_year().end.year == period.year


@given(periods.filter(lambda one: one.last % 3 == 0 and one.first == 1))
def test_quarterly_reports_go_back_where_they_came_from(period: Period) -> None:
    assert period.following().previous() == period


@given(periods.filter(lambda one: one.first == one.last))
def test_monthly_reports_go_back_where_they_came_from(period: Period) -> None:
    assert period.following().previous() == period


@pytest.mark.parametrize(("first", "last"), [(0, 3), (2, 5), (3, 2), (1, 13), (5, 7)])
def test_a_span_nobody_reports_does_not_exist(first: int, last: int) -> None:
    with pytest.raises(ValueRefused, match="没有.*这样的报告期"):
        Period(2026, first, last)


def test_in_a_record_a_period_is_its_code() -> None:
    kept = TypeAdapter(PeriodCode)
    assert kept.dump_python(kept.validate_python("2026-M1-6")) == "2026-H1"
    for wrong in ("2026-H2", 2026, None):
        with pytest.raises(ValidationError):
            kept.validate_python(wrong)
