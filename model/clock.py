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


def day_and_time(moment: datetime, *, with_year: bool = False) -> str:
    """A moment as the clerk reads it: `7月8日 12:00`.

    Chinese never goes through `strftime`: on a Windows of another language that ends the program.
    """
    local = moment.astimezone()
    year = f"{local.year}年" if with_year else ""
    return f"{year}{local.month}月{local.day}日 {local:%H:%M}"
