"""已报出的数: a later text says another value than a draft that was reported."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.document import Span, Table
from model.values.number import tolerance
from model.values.units import comparable, convert
from model.wording.finding.figures import Figure, find_figures, value_of


def _differs(subject: Subject) -> Iterator[Problem]:
    """Each place once, against the draft that was reported last."""
    known: dict[str, tuple[str, str]] = {}
    for sent in sorted(subject.sent, key=lambda draft: (draft.day, draft.number)):
        said = f"{sent.day.month}月{sent.day.day}日报{sent.to}"
        known.update({place: (text, said) for place, text in sent.values})
    told: set[str] = set()
    for span in _spans(subject) if known else ():
        former = known.get(span.place or "")
        if span.place is None or former is None or span.place in told:
            continue
        if _is_other(former[0], span.text):
            told.add(span.place)
            message = f"{former[1]}为{former[0]}，本稿{span.text}"
            yield REPORTED.problem(span.place, message)


def _spans(subject: Subject) -> Iterator[Span]:
    for block in subject.document.body:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.spans
        else:
            yield from block.spans


def _is_other(former: str, now: str) -> bool:
    """Whether two wordings of one place say different values, beyond their rounding."""
    one, two = _figure(former), _figure(now)
    if one is None or two is None:
        return False
    first, second = value_of(one), value_of(two)
    if first is None or second is None:
        return False
    if one.unit != two.unit and not comparable(one.unit, two.unit):
        return False
    near = tolerance(second)
    if one.unit != two.unit:
        near = max(near, convert(tolerance(first), one.unit, two.unit))
        first = convert(first, one.unit, two.unit)
    else:
        near = max(near, tolerance(first))
    falls = one.direction is not None and two.direction is not None
    turned = falls and one.direction != two.direction
    return turned or abs(first - second) > near


def _figure(text: str) -> Figure | None:
    return next((one for one in find_figures(text) if not one.blank), None)


REPORTED = Rule(
    key="reported",
    title="与已报出的数不同",
    severity=Severity.INFO,
    reason="同一指标、同一期，以前报出的稿里是另一个数",
    source="标为已报出的稿（reported 命令）",
    fix="核对哪一个对；确要改的，向报过的单位说明",
    silent="没有标为已报出的稿；只是四舍五入不同",
    in_report=_differs,
)
FAMILY = Family("已报出的数", (REPORTED,))
