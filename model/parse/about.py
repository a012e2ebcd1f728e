"""What a manuscript says of itself: whose it is, and of which period."""

from __future__ import annotations

import re

from model.parse.numbers import period_of
from model.parse.structure import Shape
from model.values.period import Period

_PLACE = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|年)?((?:[\u4e00-\u9fff]{1,6}?|[XxＸ*]{1,3})[县市区州盟旗])"
)
_YEAR = re.compile(r"(20\d\d)年?")
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
    """The period named in the title, or in the first lines with a year from them."""
    first = [shape.text for shape in shapes[:_LOOK_AT]]
    years = [int(found[1]) for text in first if (found := _YEAR.search(text))]
    if not years:
        return None
    heads = [shape.text for shape in shapes if shape.role in _HEAD]
    for text in (*heads, *first):
        found_period = period_of(text, years[0])
        if found_period is not None:
            return found_period
    return Period(years[0], 1, 12)
