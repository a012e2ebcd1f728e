"""Is a text within its length."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject

_A_MINUTE = 200


def characters(text: str) -> int:
    """Characters as Word counts them for Chinese: all but spaces and line ends."""
    return sum(map(len, text.split()))


def _too_long(subject: Subject) -> Iterator[Problem]:
    """A problem where the whole text is longer than its limit."""
    report = subject.report
    limit = report.length.in_characters if report.length else None
    if limit is None:
        return
    count = characters(subject.document.text)
    if count > limit:
        minutes = report.length.minutes if report.length else None
        allowed = f"{minutes}分钟（约{limit}字）" if minutes else f"{limit}字"
        place = f"{report.id}.{'minutes' if minutes else 'characters'}"
        message = f"全文{count}字（读出来约{round(count / _A_MINUTE)}分钟），超过限定的{allowed}"
        yield LENGTH.problem(place, message)


LENGTH = Rule(
    key="length",
    title="超过限定的篇幅",
    reason="全文比限定的字数或时间长",
    source="限定的篇幅；讲话每分钟按200字算",
    fix="删减，或改限定的篇幅",
    silent="没有限定篇幅",
    in_report=_too_long,
)
FAMILY = Family("篇幅", (LENGTH,))
