"""Kinds of values that the program's own records hold, as they stand in a file."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator

_FIRST_YEAR, _LAST_YEAR = 1990, 2200


def _with_zone(moment: datetime) -> datetime:
    """The moment with its zone; one written without is meant in UTC, as we write them."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError("年份不合理")
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


Moment = Annotated[datetime, AfterValidator(_with_zone)]
"""A date and time that can be compared with any other, and said in local time."""
