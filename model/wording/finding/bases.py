"""What a change is measured against: the same time of last year, unless the words name another.

A base is a code as an observation keeps it: '' for the same period of last year, `previous`,
`year_start`, `city`, `province`, `plan`, `comparable`, the code of a period; and `OTHER` for what
no code says (年均, 全国平均, 序时进度). All texts here are folded.
"""

from __future__ import annotations

import re
from typing import Final

from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.dates import period_named
from model.wording.fold import clause_before

LAST_YEAR: Final = ""
YEAR_START: Final = "year_start"
PREVIOUS: Final = "previous"
PLAN: Final = "plan"
COMPARABLE: Final = "comparable"
OTHER: Final = "other"

_AVERAGE = pattern(r"年均|年平均|[两二三四五]年平均|月均")
_NO_BASE = pattern(r"[多少]增[约近]?$|(?:较|比)全[国省市州盟][^，。;:]{0,12}、")
_COMPARABLE = pattern(r"同口径|可比口径|扣除|剔除|(?<!按)实际(?:增长|下降)|还原")
_AGAINST = pattern(
    r"(?:较|(?<![同环占])比(?![重例率增值亚较])(?![由从为达是]|缩小|扩大|[降升缩][至到]|$)|与(?=[^，。;:]{1,14}相比))"
    r"(?P<what>[^，。;:、]{1,14}?)(?:相比|多|少|翻|净|新|上(?!半年|个?月|个?季|年|期|一)|[增提下回扩收加降减快慢高低前后缩放]|$)"
)
_ABOVE = pattern(
    r"(?:[高低快慢多少好优]于|高出|低|超过?|落后于?|滞后于?|领先)(?P<what>[^，。;:、\d]{1,14})"
)
_WIDER = (
    (pattern(r"全国|全球"), OTHER),
    (pattern(r"全省|省均|省定"), "province"),
    (pattern(r"全[市州盟]|市均|市平均"), "city"),
    (pattern(r"序时|时序|进度"), OTHER),
    (pattern(r"计划|目标|预算|任务"), PLAN),
)
_FROM = pattern(r"(?:由|从)(?P<what>[^，。;:、]{0,14}?)(?:的|$)")
_TIME = pattern(r"年|月|季度|期")
_SINCE = pattern(r"(?:较|比|与|自)(?P<since>20\d\d)年")
_SPANS = (
    pattern(r"(?P<first>20\d\d)年?(?:-|至|到)(?P<last>20\d\d)年"),
    pattern(r"(?<!十)(?P<count>[两二三四五六七八九])个?年(?:来|间|年均|平均)"),
    pattern(r"十(?P<plan>[一二三四五])五[”\"]?(?:时期|期间|(?P<still>以来))"),
)
_TO_COME = pattern(r"今后|未来|[明来]年|接下来|下一")
_DIGITS = "〇一二三四五六七八九"
_START = pattern(r"年初|[上去]年[底末]|上年度末")
_ENDS = pattern(r"^[去上]年(?=\d)|[底末]$")
_LAST = pattern(r"同期|[上去]年(?!全年|\d|[前上一二三四])")
_BEFORE = pattern(r"上个?月|上季度?|上个季度|上期")
_YEAR = pattern(r"(20\d\d)年(?P<rest>.{0,6})")


def base_of(clause: str, period: Period | None) -> str:
    """The base of a change, from the words of its clause; `period` is that of the report."""
    if _AVERAGE.search(clause) or _NO_BASE.search(clause):
        return OTHER
    found = _AGAINST.search(clause)
    if found is not None:
        return _of_time(found["what"], period)
    if "环比" in clause:
        return OTHER if period and _is_since_january(period) else PREVIOUS
    above = _ABOVE.search(clause)
    if above is not None:
        return _of_wider(above["what"]) or _of_time(above["what"], period)
    return COMPARABLE if _COMPARABLE.search(clause) else LAST_YEAR


def base_of_former(clause: str, period: Period | None) -> str:
    """Of which time a former value is (由2020年的…, 同期为…): '' for the same of last year."""
    found = _FROM.search(clause)
    what = found["what"] if found else ""
    return _of_time(what, period) if _TIME.search(what) else LAST_YEAR


def base_of_yearly(before: str, period: Period | None) -> str:
    """The year from which a growth of each year on average counts (2021—2025年年均, 五年来年均):
    '' where the words name none, `OTHER` where they end at another year than the report."""
    if period is None:
        return LAST_YEAR
    if period != period.whole_year() or _TO_COME.search(before):
        return OTHER
    clause = clause_before(before, len(before))
    for found in (_SINCE.search(clause), *(_last(rule, before) for rule in _SPANS)):
        if found is not None:
            first, last = _years_of(found.groupdict(), period)
            return f"{first}-Y" if first < last == period.year else OTHER
    return LAST_YEAR


def _last(rule: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The last place where a rule matches."""
    return next(reversed(list(rule.finditer(words))), None)


def _years_of(found: dict[str, str | None], period: Period) -> tuple[int, int]:
    """The year before the first of the years that words name, and the last of them."""
    if found.get("since"):
        return int(found["since"] or 0), period.year
    if found.get("first"):
        return int(found["first"] or 0) - 1, int(found["last"] or 0)
    if found.get("plan"):
        start = 2000 + 5 * _DIGITS.index(found["plan"] or "")
        still = found["still"] is not None and period.year <= start + 5
        return start, period.year if still else start + 5
    return period.year - _DIGITS.index((found.get("count") or "").replace("两", "二")), period.year


def _of_wider(what: str) -> str:
    """The base that is another's value at the same time: 全市平均, 年度计划."""
    return next((base for rule, base in _WIDER if rule.search(what)), "")


def _of_time(what: str, period: Period | None) -> str:
    wider = _of_wider(what)
    if wider:
        return wider
    if _START.search(what):
        return YEAR_START
    before = _BEFORE.search(what)
    if before is not None:
        return _months_back(period, 3 if "季" in before[0] else 1)
    year = period.year if period else None
    written = _YEAR.search(what)
    of_year = int(written[1]) if written else year
    if what.startswith(("去年", "上年")) and year:
        of_year = year - 1
    told = _ENDS.sub("", what)
    named = period_named(told, of_year) if of_year else None
    if named is None and written is not None:
        named = Period(int(written[1]), 1, 12)
    if named is not None:
        is_last_year = period is not None and named == period.last_year()
        return LAST_YEAR if is_last_year else str(named)
    return LAST_YEAR if _LAST.search(what) else OTHER


def _months_back(period: Period | None, months: int) -> str:
    """The period that ended so many months before: 1—4月 for 较上月 in a report of 1—5月."""
    if period is None or not _is_since_january(period) or period.last <= months:
        return PREVIOUS
    return str(Period(period.year, 1, period.last - months))


def _is_since_january(period: Period) -> bool:
    return period.first == 1 and period.last > 1
