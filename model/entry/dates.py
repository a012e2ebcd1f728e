"""Days, periods and deadlines as clerks type them."""

from __future__ import annotations

import re
from datetime import date

from model.entry.cleaning import one_line
from model.errors import ValueRefused
from model.values.period import Period

_HALF_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_DATE = re.compile(r"(\d{4})(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)(\d{1,2})日?", re.ASCII)
_MONTH_DAY = re.compile(
    r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底|初|上旬|中旬|下旬|份)?(?:之?前)?", re.ASCII
)
_NEEDS_BEFORE = re.compile(r"(?:底|末|日|月|旬|初)$")
_LONGEST_DEADLINE = 20
_YEARS = range(1900, 2100)
_A_LEAP_YEAR = 2024


def day(typed: str) -> date:
    """`2026年7月5日`, `2026-7-5`, `2026/7/5`, `2026.7.5`; raises `ValueRefused`."""
    found = _DATE.fullmatch("".join(typed.split()).translate(_HALF_WIDTH))
    if found is None:
        raise ValueRefused(f"看不懂日期“{typed}”。请写成2026年7月5日或2026-7-5。")
    year, month, number = (int(part) for part in found.groups())
    if year not in _YEARS or not _exists(year, month, number):
        raise ValueRefused(f"没有“{typed}”这一天。请写成2026年7月5日这样的日期。")
    return date(year, month, number)


def _exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def period(typed: str) -> Period:
    """A period's code, or its name with the year: `2026-H1`, `2026年上半年`, `2026年1—5月`."""
    plain = "".join(typed.split()).translate(_HALF_WIDTH)
    found = re.match(r"(\d{4})年", plain, re.ASCII)
    if found is None:
        return Period.parse(plain)
    year = int(found[1])
    named = plain.replace("-", "—").replace("月份", "月")
    for span in _spans_of(year):
        if named in (span.label_with_year.replace("月份", "月"), f"{year}年{span.label}"):
            return Period.parse(str(span))
    return Period.parse(plain)


def _spans_of(year: int) -> list[Period]:
    quarters = [Period(year, first, first + 2) for first in (4, 7, 10)]
    months = [Period(year, month, month) for month in range(1, 13)]
    return months + [Period(year, 1, last) for last in range(2, 13)] + quarters


def deadline_of(typed: str) -> str:
    """`10月底前`, `年底前`, `2026年10月31日前`; a date gets its 前 and must exist.

    Without a year 2月29日 exists. Raises `ValueRefused`.
    """
    plain = one_line(typed).translate(_HALF_WIDTH)
    if _DATE.fullmatch(plain) and not plain.endswith("日"):
        found = day(plain)
        return f"{found.year}年{found.month}月{found.day}日前"
    parts = _MONTH_DAY.fullmatch(plain)
    if parts:
        year, month, number = parts.groups()
        if not _exists(int(year or _A_LEAP_YEAR), int(month), int(number or 1)):
            raise ValueRefused(f"没有“{typed}”这个时间。请写成10月底前、年底前或2026-10-31。")
    if len(plain) > _LONGEST_DEADLINE or "。" in plain:
        raise ValueRefused(f"“{typed}”太长，不像完成时限。请写成10月底前、年底前或2026-10-31。")
    return plain + "前" if _NEEDS_BEFORE.search(plain) else plain
