"""What a manuscript says of itself: whose it is, and of which period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.parse.structure import Shape
from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.dates import period_named

_PLACE = pattern(
    r"(?:^|[^\u4e00-\u9fff]|年)?((?:[\u4e00-\u9fff]{1,6}?|[XxＸ*]{1,3})[县市区州盟旗])"
)
_YEAR = pattern(r"(20\d\d)年?")
_REVIEWED = pattern(r"(20\d\d)年(?:度|全年)?(?:的)?(?:主要|重点)?工作(?:的)?(?:简要)?回顾")
_MEETING = pattern(r"(20\d\d)年0?[1-3]月\d{1,2}日")
_WHOSE = r"([\u4e00-\u9fff]{1,8}?[县市区州盟旗])"
_PLACE_SAID = (
    pattern(
        rf"在(?:中共)?{_WHOSE}(?:第?[一二三四五六七八九十\d]{{1,4}}届|人民代表大会|人大|政协|委)"
    ),
    pattern(rf"^{_WHOSE}(?:人民)?政府(?:代)?(?:[县市区州盟旗]长|党组)"),
    pattern(rf"代表{_WHOSE}人民政府"),
    pattern(rf"^{_WHOSE}(?:位于|地处|地跨|总面积|幅员|(?:现|共)?下?辖)"),
)
_SUPERIOR_CALLED = (pattern(rf"^{_WHOSE}(?:人民政府|委)"),)
_SUPERIOR_SAID = (pattern(rf"(?:位于|地处|隶属(?:于)?){_WHOSE}(?=[东南西北中境，。腹])"),)
_NO_PLACE = pattern(
    r"^在|[全我本各该][县市区州盟旗]$|政府|人民|代表|委员|[县市区州]长|(?:城|超|都|门)市$|"
    r"(?:小|园|开发|新|社|街|山|地|景|灾|片|辖|库|功能|试验|示范|保税|牧|林)区$"
)
_OPENING = 12
_HEAD = ("title", "subtitle", "date", "salutation")
_LOOK_AT = 6


class Named(NamedTuple):
    """A name, and the words in which it was seen."""

    name: str
    words: str


def place_named(shapes: Sequence[Shape], file: str = "") -> Named | None:
    """Whose report it is: as the title says, the occasion, the speaker, the first words of the
    text (我代表云岭县人民政府, 云岭县位于…), or the name of the file; None where nothing says."""
    title = place_of(tuple(shapes))
    if title:
        titles = (shape.text for shape in shapes if shape.role == "title")
        return Named(title, next(text for text in titles if title in text))
    heads = [shape.text for shape in shapes[:_OPENING] if shape.role in (*_HEAD, "body")]
    for rule in _PLACE_SAID:
        for text in heads:
            found = rule.search(text)
            if found and _is_place(found[1]):
                return Named(found[1], found[0])
    found = _PLACE.match(_YEAR.sub("", file).lstrip("年 "))
    return Named(found[1], file) if found and _is_place(found[1]) else None


def superior_named(shapes: Sequence[Shape]) -> Named | None:
    """The superior: to whom the report goes (江州市人民政府：), or where the place lies."""
    place = place_named(shapes)
    for shape in shapes[:_OPENING]:
        rules = _SUPERIOR_CALLED if shape.role == "salutation" else _SUPERIOR_SAID
        for rule in rules:
            found = rule.search(shape.text)
            if found and _is_place(found[1]) and (place is None or found[1] != place.name):
                return Named(found[1], found[0])
    return None


def _is_place(name: str) -> bool:
    """Whether it is the name of a place, not 全县 or 开发区."""
    return len(name) > 1 and not _NO_PLACE.search(name)


def place_of(shapes: tuple[Shape, ...]) -> str | None:
    """The place named in the title (云岭县2026年上半年…); None where it names none."""
    for shape in shapes:
        if shape.role == "note":
            continue
        if shape.role != "title":
            break
        found = _PLACE.match(_YEAR.sub("", shape.text).lstrip("年 "))
        if found and _is_place(found[1]):
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


def period_in_name(file: str) -> Period | None:
    """The period that the name of a file tells with its year; None for a name that tells none."""
    found = _YEAR.search(file)
    return period_named(file, int(found[1])) if found else None


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
