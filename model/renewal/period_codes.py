"""How periods named in a project move when the project moves to another period."""

from __future__ import annotations

from model.report.period_tokens import period_tokens
from model.values.aspect import MARK
from model.values.period import Period


def shifted(code: str, old: Period, new: Period) -> str:
    """The code that plays the same part for `new` as `code` did for `old`.

    The report's own period becomes the new one, the quarter it ended in the new one's, the year
    before the year before; any other period moves by as many years as the report does.
    """
    period = Period.parse(code)
    if period == old:
        return str(new)
    now = period_tokens(new)
    for token, then in period_tokens(old).items():
        if Period.parse(then) == period:
            return now[token]
    years = new.year - old.year
    return str(Period(period.year + years, period.first, period.last)) if years else code


def shifts(codes: set[str], old: Period, new: Period) -> dict[str, str]:
    """All codes with what they become; those of bases begin with `~`."""
    return {
        code: f"{MARK}{_shifted_base(code[1:], old, new)}"
        if code.startswith(MARK)
        else shifted(code, old, new)
        for code in codes
    }


def _shifted_base(code: str, old: Period, new: Period) -> str:
    """What a change is measured against: the period before is the new one's, a year long past
    (较2020年) stays."""
    period = Period.parse(code)
    if period == old.previous():
        return str(new.previous())
    return code if period.year < old.year - 1 else shifted(code, old, new)
