"""The one clock: moments in UTC, days as the clerk's calendar has them."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from model.clock import day_and_time, local_date, utc_now

AFTER_MIDNIGHT = datetime(2026, 6, 30, 17, 30, tzinfo=UTC)
"""01:30 on the first of July in China."""


@pytest.fixture
def in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets its time zone by other means")
    monkeypatch.setenv("TZ", "CST-8")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_china")
def test_the_day_is_that_of_the_clerk() -> None:
    assert local_date(lambda: AFTER_MIDNIGHT) == date(2026, 7, 1)


def test_the_present_moment_knows_its_time_zone() -> None:
    assert utc_now().tzinfo is UTC


@pytest.mark.usefixtures("in_china")
def test_a_moment_is_told_in_the_clerks_own_time() -> None:
    assert day_and_time(AFTER_MIDNIGHT) == "7月1日 01:30"
    assert day_and_time(AFTER_MIDNIGHT, with_year=True) == "2026年7月1日 01:30"
