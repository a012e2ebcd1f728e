"""Is a text within its length: in characters, or in minutes when it is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.report.report import PACE, LengthLimit, Report
from model.wording.spoken import spoken_signs


def characters(text: str) -> int:
    """Characters as Word counts them for Chinese: all but spaces and line ends."""
    return sum(map(len, text.split()))


class Length(NamedTuple):
    """How long a text is. `spoken` are the signs that are heard, `pace` those of a minute."""

    characters: int
    spoken: int
    pace: int

    @property
    def minutes(self) -> float:
        return self.spoken / self.pace

    @property
    def time(self) -> str:
        """`0.6分钟`, `12分钟`."""
        return minutes_said(self.minutes)

    @property
    def told(self) -> str:
        """`2,310字，读出来约11分钟`."""
        return f"{self.characters:,}字，读出来约{self.time}"


def length_of(report: Report, text: str) -> Length:
    """How long a text of a report is, read at the pace of its speaker."""
    return Length(characters(text), spoken_signs(text), pace_of(report))


def pace_of(report: Report) -> int:
    """How many signs a minute the report is read at."""
    return (report.length and report.length.pace) or PACE


def minutes_said(minutes: float) -> str:
    """`0.6分钟`, `12分钟`: below ten to the tenth."""
    return f"{minutes:.1f}分钟" if minutes < 9.95 else f"{minutes:.0f}分钟"


def allowance(report: Report, length: Length) -> str:
    """`限定10分钟，超出2.1分钟`, `限定1,500字，还可写30字`; '' where there is no limit."""
    limit = report.length or LengthLimit()
    over = excess(report, length)
    if limit.minutes is not None:
        left = f"超出{minutes_said(over)}" if over > 0 else f"还剩{minutes_said(-over)}"
        return f"限定{limit.minutes}分钟，{left}"
    if limit.characters is not None:
        left = f"超出{over:,.0f}字" if over > 0 else f"还可写{-over:,.0f}字"
        return f"限定{limit.characters:,}字，{left}"
    return ""


def excess(report: Report, length: Length) -> float:
    """How far a text is over its limit, in characters or minutes; below 0 within it, 0 without."""
    limit = report.length or LengthLimit()
    if limit.minutes is not None:
        return length.minutes - limit.minutes
    return 0 if limit.characters is None else length.characters - limit.characters


def _too_long(subject: Subject) -> Iterator[Problem]:
    """A problem where the whole text is longer than its limit."""
    report = subject.report
    if report.length is None:
        return
    length = length_of(report, subject.document.text)
    if excess(report, length) > 0:
        place = f"{report.id}.{'characters' if report.length.minutes is None else 'minutes'}"
        yield LENGTH.problem(place, f"全文{length.told}，{allowance(report, length)}")


LENGTH = Rule(
    key="length",
    title="超过限定的篇幅",
    reason="全文比限定的字数或时间长",
    source="限定的篇幅；讲话按讲话人的语速算，没有量过的按每分钟200字，数照念出来的字数算",
    fix="删减，或改限定的篇幅",
    silent="没有限定篇幅",
    in_report=_too_long,
)
FAMILY = Family("篇幅", (LENGTH,))
