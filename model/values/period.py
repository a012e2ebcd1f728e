"""Reporting periods: a year and a span of it.

Codes: `2026-M5` (May), `2026-M1-5` (January to May), `2026-Q2`, `2026-H1`, `2026-Q1-3`, `2026-Y`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import PlainSerializer

from model.errors import ValueRefused
from model.values.codes import taken_from_text

_CODE = re.compile(r"(\d{4})-(?:M(\d{1,2})(?:-(\d{1,2}))?|(Q1-3)|Q([1-4])|(H1)|(Y))", re.ASCII)
_EXAMPLES = (
    "2026-M5（5月）、2026-M1-5（1—5月）、2026-Q1（一季度）、"
    "2026-H1（上半年）、2026-Q1-3（前三季度）、2026-Y（全年）"
)
_YEARS = range(1949, 2100)
_QUARTERS = "一二三四"
_CUMULATIVE_CODES = {6: "H1", 9: "Q1-3", 12: "Y"}


class Basis(StrEnum):
    """What a value of a period counts: the last month, the last quarter, or all since January."""

    MONTH = "month"
    QUARTER = "quarter"
    CUMULATIVE = "cumulative"

    @property
    def label(self) -> str:
        return {"month": "当月", "quarter": "当季", "cumulative": "累计"}[self.value]


class Period(tuple[int, int, int]):
    """Immutable `(year, first month, last month)`, hashable and ordered by time.

    `Q1` and `M1-3` are the same span and so the same period; the same holds for `H1` and `M1-6`.
    """

    __slots__ = ()

    def __new__(cls, year: int, first: int, last: int) -> Period:
        """Build from months 1 to 12; raises `ValueRefused` for a span that does not exist.

        Any year will do, so that the period before or after one that was read always exists.
        """
        single, to_date = first == last, first == 1
        quarter = first % 3 == 1 and last == first + 2
        if not (1 <= first <= last <= 12 and (single or to_date or quarter)):
            raise ValueRefused(f"没有“{year}年{first}—{last}月”这样的报告期。可用：{_EXAMPLES}。")
        return super().__new__(cls, (year, first, last))

    @classmethod
    def parse(cls, code: str) -> Period:
        """Read a code such as `2026-H1`; raises `ValueRefused` with the accepted forms.

        The year must be one that a report can speak of.
        """
        found = _CODE.fullmatch(code.strip())
        if found is None:
            raise ValueRefused(f"看不懂报告期“{code}”。请写成：{_EXAMPLES}。")
        year = int(found[1])
        if year not in _YEARS:
            raise ValueRefused(f"报告期“{code}”的年份不对。可用：{_EXAMPLES}。")
        if found[2]:
            first = int(found[2])
            if not found[3]:
                return cls(year, first, first)
            if first != 1:
                raise ValueRefused(f"报告期“{code}”要从1月算起。可用：{_EXAMPLES}。")
            return cls(year, 1, int(found[3]))
        if found[5]:
            first = 3 * int(found[5]) - 2
            return cls(year, first, first + 2)
        return cls(year, 1, 9 if found[4] else 6 if found[6] else 12)

    @property
    def year(self) -> int:
        return self[0]

    @property
    def first(self) -> int:
        return self[1]

    @property
    def last(self) -> int:
        return self[2]

    def __str__(self) -> str:
        return f"{self.year}-{self._span_code()}"

    def __repr__(self) -> str:
        return f"Period({self})"

    def _span_code(self) -> str:
        if self.first == self.last:
            return f"M{self.last}"
        if self.last - self.first == 2 and self.first % 3 == 1:
            return f"Q{self.last // 3}"
        return _CUMULATIVE_CODES.get(self.last, f"M1-{self.last}")

    @property
    def basis(self) -> Basis:
        """The basis a value of this period has unless told otherwise; the first quarter is 累计."""
        if self.first == self.last and self.first != 1:
            return Basis.MONTH
        return Basis.CUMULATIVE if self.first == 1 else Basis.QUARTER

    @property
    def label(self) -> str:
        """As reports say it inside their year: 5月份, 1—5月, 二季度, 上半年, 前三季度, 全年."""
        if self.first == self.last:
            return f"{self.last}月份"
        if self.last - self.first == 2 and self.first % 3 == 1:
            return f"{_QUARTERS[self.last // 3 - 1]}季度"
        named = {6: "上半年", 9: "前三季度", 12: "全年"}
        return named.get(self.last, f"1—{self.last}月")

    @property
    def label_with_year(self) -> str:
        """`2026年上半年`; a whole year is `2026年`."""
        return f"{self.year}年" if self.label == "全年" else f"{self.year}年{self.label}"

    def beside(self, own: Period) -> str:
        """As it is named beside the period `own`: with its year where that is another."""
        return self.label if self.year == own.year else self.label_with_year

    @property
    def end_label(self) -> str:
        """The end of the period as forecasts and balances name it: 6月底 is `6月`."""
        return f"{self.last}月"

    @property
    def end(self) -> date:
        """The last day of the period."""
        return date(self.year, self.last, monthrange(self.year, self.last)[1])

    @property
    def time_share(self) -> int:
        """序时进度: the share of the year gone at the period's end, as twelfths."""
        return self.last

    def last_year(self) -> Period:
        """The same span of the year before (上年同期)."""
        return Period(self.year - 1, self.first, self.last)

    def whole_year(self) -> Period:
        """The year that holds this period, where annual plans are stated."""
        return Period(self.year, 1, 12)

    def previous(self) -> Period:
        """The report of this kind before this one (上期): M5 → M4, M1-5 → M1-4, Q2 → Q1, H1 → Q1.

        Cumulative spans that start a year go back to the year before: Q1 → the whole year before.
        """
        if self.first == self.last:
            return self._month_back()
        if self.first > 1:
            return Period(self.year, self.first - 3, self.last - 3)
        step = 3 if self.last % 3 == 0 else 1
        return (
            Period(self.year, 1, self.last - step)
            if self.last > step
            else Period(self.year - 1, 1, 12)
        )

    def _month_back(self) -> Period:
        if self.last > 1:
            return Period(self.year, self.last - 1, self.last - 1)
        return Period(self.year - 1, 12, 12)

    def following(self) -> Period:
        """The next report of this kind: M5 → M6, M1-5 → M1-6, Q1 → H1 → Q1-3 → Y → next Q1."""
        if self.first == self.last:
            month = self.last % 12 + 1
            return Period(self.year + (month == 1), month, month)
        if self.first > 1:
            if self.last == 12:
                return Period(self.year + 1, 1, 3)
            return Period(self.year, self.first + 3, self.last + 3)
        step = 3 if self.last % 3 == 0 else 1
        if self.last < 12:
            return Period(self.year, 1, self.last + step)
        return Period(self.year + 1, 1, 3)


def is_period(code: str) -> bool:
    """Whether `Period.parse` understands this code."""
    try:
        Period.parse(code)
    except ValueRefused:
        return False
    return True


PeriodCode = Annotated[
    Period,
    taken_from_text((Period,), Period.parse, "报告期要写成文字，如“2026-H1”"),
    PlainSerializer(str, return_type=str),
]
"""A `Period` as a field of a record: its code in JSON."""
