"""The clock that everything with a time in it is given, so that tests can set it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def local_date(clock: Clock = utc_now) -> date:
    """Today where the clerk sits: in the night it is another day in UTC."""
    return clock().astimezone().date()
