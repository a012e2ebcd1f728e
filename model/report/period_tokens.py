"""Periods that templates name without a year, and what they are for a report of one period."""

from __future__ import annotations

from model.values.period import Period


def period_tokens(period: Period) -> dict[str, str]:
    """Return the code of each token for a report of `period`: `last-year` → `2025-H1`."""
    year, last = period.year, period.last
    quarter_end = (last - 1) // 3 * 3
    spans = {
        "latest-month": Period(year, 1, last - 1) if last > 1 else Period(year - 1, 1, 12),
        "latest-quarter": Period(year, 1, quarter_end) if quarter_end else Period(year - 1, 1, 12),
        "this-quarter": Period(year, quarter_end + 1, quarter_end + 3),
        "last-year": period.last_year(),
        "whole-year": period.whole_year(),
        "last-whole-year": period.last_year().whole_year(),
        "next-year": Period(year + 1, 1, 12),
        "to-date": Period(year, 1, last),
        "quarter-to-date": Period(year, 1, quarter_end + 3),
    }
    return {token: str(span) for token, span in spans.items()}


PERIOD_TOKENS = frozenset(period_tokens(Period(2026, 1, 6)))
"""All tokens; making a report turns them into codes."""
