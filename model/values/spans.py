"""SPANS: the stretches of a year that a report, a value or a sentence belongs to, without the year.

`M` is a month, `M1-n` January to some month, `Q` the second to fourth quarter alone, `Q1`, `H1`,
`Q1-3`, `Y` what their period codes say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from model.values.period import Period

Span = Literal["M", "M1-n", "Q", "Q1", "H1", "Q1-3", "Y"]
SPANS: tuple[Span, ...] = get_args(Span)
_TO_DATE: dict[int, Span] = {3: "Q1", 6: "H1", 9: "Q1-3", 12: "Y"}
_FIRST_MONTH = 3
"""What exists by the month only in some spans has none of January and February: they come as one
(1—2月)."""


def span_of(period: Period) -> Span:
    """The span of a period; January is a month."""
    if period.first == period.last:
        return "M"
    return _TO_DATE.get(period.last, "M1-n") if period.first == 1 else "Q"


def fits(period: Period, spans: Sequence[Span]) -> bool:
    """Whether what is said only in `spans` is said in a report of `period`; none means all."""
    return not spans or span_of(period) in spans


def in_spans(period: Period, spans: Sequence[Span]) -> bool:
    """Whether a value that exists only in `spans` exists for `period`; none means all.

    What exists for `M1-n` exists for the quarters' ends too.
    """
    if not spans:
        return True
    span = span_of(period)
    if span == "M":
        return "M" in spans and period.first >= _FIRST_MONTH
    return span in spans or ("M1-n" in spans and period.first == 1)
