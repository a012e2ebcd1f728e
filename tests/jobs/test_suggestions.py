"""What is offered before anything is typed: periods and file names."""

from datetime import date
from pathlib import PurePath

import pytest

from model.jobs.suggestions import (
    file_name,
    period_to_write,
    suggested_period,
    suggested_spans,
)
from model.report.project import Organization
from model.values.period import Period


@pytest.mark.parametrize(
    ("today", "code"),
    [
        ("2026-07-03", "2026-H1"),
        ("2026-06-12", "2026-H1"),
        ("2026-06-05", "2026-Q1"),
        ("2026-09-25", "2026-Q1-3"),
        ("2026-12-20", "2026-Y"),
        ("2027-01-15", "2026-Y"),
        ("2027-02-28", "2026-Y"),
        ("2027-03-15", "2027-Q1"),
    ],
)
def test_the_period_is_the_last_one_that_is_over_or_nearly(today: str, code: str) -> None:
    assert str(suggested_period(date.fromisoformat(today))) == code


@pytest.mark.parametrize(
    ("former", "today", "code"),
    [
        ("2025-H1", "2026-07-05", "2026-H1"),
        ("2026-H1", "2026-07-05", "2026-H1"),
        ("2026-H1", "2026-09-12", "2026-Q1-3"),
        ("2024-Y", "2026-07-05", "2025-Y"),
        ("2025-Y", "2026-12-20", "2026-Y"),
        ("2026-M1-5", "2026-08-03", "2026-M1-7"),
        ("2026-M5", "2026-08-03", "2026-M7"),
        ("2025-Q4", "2026-07-05", "2026-Q2"),
        ("2027-H1", "2026-07-05", "2027-H1"),
    ],
)
def test_what_is_to_be_written_is_the_last_of_its_kind_that_is_due(
    former: str, today: str, code: str
) -> None:
    wanted = period_to_write(Period.parse(former), date.fromisoformat(today))
    assert str(wanted) == code


def test_every_span_of_a_year_is_offered_once() -> None:
    spans = suggested_spans(2026)
    assert len(set(spans)) == len(spans)
    for first in range(1, 13):
        assert Period(2026, first, first) in spans
        assert Period(2026, 1, first) in spans
    assert all(Period(2026, first, first + 2) in spans for first in (1, 4, 7, 10))


def test_a_file_name_holds_no_sign_that_a_file_system_refuses() -> None:
    name = file_name('总/结<1>:"?"', Organization(name="云\\岭*|县\n"), Period(2026, 1, 6))
    assert not set(name) & set('<>:"/\\|?*\n')
    assert PurePath(name).name == name
    assert name.endswith("2026年上半年）.xugao")


def test_a_name_that_no_system_takes_is_cut_and_keeps_what_tells_files_apart() -> None:
    name = file_name("高质量发展" * 60, Organization(name="云岭县"), Period(2026, 1, 6))
    assert name.startswith("高质量发展")
    assert name.endswith("…（云岭县2026年上半年）.xugao")
    assert len(name.encode()) <= 240
