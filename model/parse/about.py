"""What a manuscript says of itself: whose it is, and of which period."""

from __future__ import annotations

import re

from model.parse.structure import Shape
from model.values.period import Period
from model.wording.finding.dates import period_named

_PLACE = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|年)?((?:[\u4e00-\u9fff]{1,6}?|[XxＸ*]{1,3})[县市区州盟旗])"
)
_YEAR = re.compile(r"(20\d\d)年?")
_REVIEWED = re.compile(r"(20\d\d)年(?:度|全年)?(?:的)?(?:主要|重点)?工作(?:的)?(?:简要)?回顾")
_MEETING = re.compile(r"(20\d\d)年0?[1-3]月\d{1,2}日")
_HEAD = ("title", "subtitle", "date", "salutation")
_LOOK_AT = 6


def place_of(shapes: tuple[Shape, ...]) -> str | None:
    """The place named in the title (云岭县2026年上半年…); None where it names none."""
    for shape in shapes:
        if shape.role != "title":
            break
        found = _PLACE.match(_YEAR.sub("", shape.text).lstrip("年 "))
        if found:
            return found[1]
    return None


def period_of_text(shapes: tuple[Shape, ...]) -> Period | None:
    """The period named in the title, or in the first lines with a year from them.

    A report held in the first months of a year, or one that says which year it looks back on
    (2025年工作回顾), is of that whole year.
    """
    first = [shape.text for shape in shapes[:_LOOK_AT]]
    heads = [shape.text for shape in shapes[:_LOOK_AT] if shape.role in _HEAD]
    years = [int(found[1]) for text in first if (found := _YEAR.search(text))]
    of_heads = _first_span(heads, years)
    if of_heads is not None:
        return of_heads
    year = _reviewed_year(shapes) or _year_before_meeting(heads)
    if year is not None:
        return Period(year, 1, 12)
    return (_first_span(first, years) or Period(years[0], 1, 12)) if years else None


def _first_span(texts: list[str], years: list[int]) -> Period | None:
    """The first span of a year that the texts name."""
    named = (period_named(text, years[0]) for text in texts if years)
    return next((period for period in named if period is not None), None)


def _reviewed_year(shapes: tuple[Shape, ...]) -> int | None:
    """The year that a heading looks back on; the last of several (“十四五”时期及2025年工作回顾)."""
    for shape in shapes:
        found = _REVIEWED.search(shape.text) if shape.role == "heading" else None
        if found:
            return int(found[1])
    return None


def _year_before_meeting(heads: list[str]) -> int | None:
    """The year before a meeting in January to March, or before that of a government's report."""
    for head in heads:
        held = _MEETING.search(head)
        if held:
            return int(held[1]) - 1
    for head in heads:
        named = _YEAR.search(head)
        if named and head.rstrip().endswith("政府工作报告"):
            return int(named[1]) - 1
    return None
