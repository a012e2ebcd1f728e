"""口径: quantities that statistics have given up are not told of later years."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.observed import definition, observed, place
from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject


def _outdated(subject: Subject) -> Iterator[Problem]:
    """One finding an indicator, at its first value of a year in which it was no more."""
    told: set[str] = set()
    for one in observed(subject):
        known = definition(one.indicator)
        if known.until is None or one.value.period.year <= known.until or known.id in told:
            continue
        told.add(known.id)
        said = f"“{one.name}”{known.until}年以后不再用" + (
            f"（{known.note}）" if known.note else ""
        )
        yield OUTDATED.problem(place(subject, one), said)


OUTDATED = Rule(
    key="outdated-indicator",
    title="已经不用的指标",
    reason="统计、考核里已经没有这个指标",
    source="指标库：公布到哪一年为止",
    fix="换成现在的指标；引用以前年份的数，写明年份",
    silent="数是还有这个指标的年份的",
    in_report=_outdated,
)
FAMILY = Family("口径", (OUTDATED,))
