"""Times in carried text that only the clerk can rename: listed with the reason, never changed."""

from __future__ import annotations

from typing import NamedTuple

from model.renewal.fixed_years import is_fixed
from model.renewal.period_words import carried_texts, renewed
from model.report.project import Project
from model.report.report import Report
from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.dates import find_periods
from model.wording.fold import fold
from model.wording.links import masked

_DAY = pattern(r"\d[日号]")
_RULES = (
    (pattern(r"双过半|首季(?!度)"), "只在某一期说的目标，本期怎么说要自己定"),
    (
        pattern(r"(?:主|前|后)?汛期|三夏|双抢|暑期|暑假|寒假|春节(?:前后|期间)?|今冬明春|去冬今春"),
        "季节、时令的说法，本期还合不合适要自己定",
    ),
    (pattern(r"近期|近日|日前|昨天|昨日|前天|今天|明天"), "对着写稿那天说的，本期指哪天要自己定"),
)


class Undecided(NamedTuple):
    """A time in the raw text of a place that may be another now, and why nobody can say."""

    place: str
    start: int
    end: int
    before: str
    reason: str


def undecided(project: Project, report: Report) -> tuple[Undecided, ...]:
    """Such times of the carried texts that stood in last period's words too, in reading order."""
    old = project.text_period
    if old is None or old == project.period:
        return ()
    return tuple(
        Undecided(place, start, end, text[start:end], reason)
        for place, text, former in carried_texts(report)
        for start, end, reason in sorted((*_found(text), *_days(text, old, project.period)))
        if former is None or text[start:end] in former
    )


def _days(text: str, old: Period, new: Period) -> list[tuple[int, int, str]]:
    """The days of a text that no blank is proposed for (6月12日至15日), in order."""
    return [
        (mention.start, mention.end, "日子要自己定")
        for mention in find_periods(masked(text))
        if _DAY.search(mention.text)
        and renewed(mention.text, old, new) is None
        and not is_fixed(text, mention, old)
    ]


def _found(text: str) -> list[tuple[int, int, str]]:
    """The spans of a text that the rules find, in order."""
    folded = fold(masked(text))
    return sorted(
        (*found.span(), reason) for rule, reason in _RULES for found in rule.finditer(folded)
    )
