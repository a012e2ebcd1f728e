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


def former_codes(code: str, now: Period, before: Period) -> tuple[str, ...]:
    """The codes that a report of `before` may have had where one of `now` has `code`, the surest
    first; never `code` itself, whose value is no longer what the former report said.

    One span can play several parts (in April, 1—3月 is the latest month and the latest quarter):
    what moves to `code` when carried on goes before what does not.
    """
    period, then = Period.parse(code), period_tokens(before)
    played = [then[token] for token, span in period_tokens(now).items() if span == str(period)]
    found = dict.fromkeys((shifted(code, now, before), *played))
    others = [one for one in found if Period.parse(one) != period]
    return tuple(sorted(others, key=lambda one: shifted(one, before, now) != str(period)))
