"""What only looks like a figure: names, slogans, definitions, ordinals.

Two questions are answered. `set_aside` marks the places in which no slot is a figure whatever
follows it (dates, titles, quoted slogans, footnote marks). `is_definition` looks at a number and
its unit and says whether they define a thing (500万元以上项目, 年产30万吨的生产线) instead of
stating how much of it there is.
"""

from __future__ import annotations

import re

from model.wording.dates import other_times, period_spans
from model.wording.units import AREA, LENGTH, MASS, MONEY, POWER, TIME, VOLUME, Unit

_NAMED = re.compile(
    r"《[^《》]*》"  # a title of a book, law or document
    r"|[“\"‘][^“”\"‘’，。;:、,]{1,16}[”\"’]"  # a quotation without a stop is a name or slogan
    r"|\[[^\[\]]{0,4}\]"  # a footnote mark
    r"|[\dXx*]+(?:[+×][\dXx*N]+)+|[\dXx]+[+×]|[+×][\dXx]+"  # 1+3, 7×24
)
_SIZED = frozenset((*MONEY, *AREA, *MASS, *VOLUME, *POWER, *LENGTH, "岁", "年"))
_AMOUNT = r"目标|任务|规模|水平|要求|增长|增速|增幅|速度|左右|产值|收入|高位|区间"
_THRESHOLD = re.compile(
    rf"(?:\(含\)|\(不含\))?(?:及?以[上下](?:的)?(?=[\u4e00-\u9fff“])(?!{_AMOUNT})|范围|高程)"
)
_WORK = r"项目|工程|生产线|厂房|电站|电厂|机组|装置|发电|锅炉|航道|粮仓|泵站|变电"
_CAPACITY_BEFORE = re.compile(
    r"(?:[日年][产处加供发屠出存]|单机|装机|日处理|年加工|年处理|一次|能力)[\u4e00-\u9fff]{0,2}$"
)
_POWERED = frozenset((*POWER, "千伏"))
_BULK = frozenset((*POWER, *MASS, *VOLUME, "平方米"))
_NAME_GOES_ON = re.compile(
    rf"(?=[\u4e00-\u9fff])(?!的|以|左右|和|与|及|,)[^，。;:、()\d]{{0,12}}?(?:{_WORK})"
)
_STARTS_NAME = re.compile(r"(?=[\u4e00-\u9fff])(?!的|以|左右|和|与|及|余|多)")
_MOMENT_ENDS = re.compile(r"$|[，。;:、)]|以[上内下]|左右")


def set_aside(folded: str) -> bytearray:
    """One byte a character of folded text: 1 where no slot is a figure."""
    mask = bytearray(len(folded))
    spans = [found.span() for found in _NAMED.finditer(folded)]
    for start, end in (*spans, *period_spans(folded), *other_times(folded)):
        mask[start:end] = b"\x01" * (end - start)
    return mask


def is_definition(folded: str, start: int, unit: Unit) -> bool:
    """Whether the number that begins at `start` and its unit belong to the name or the
    definition of a thing: a threshold, the capacity of a plant, a length of time in a name."""
    if unit.base in _SIZED and _THRESHOLD.match(folded, unit.end):
        return True
    if unit.base in TIME:
        return _MOMENT_ENDS.match(folded, unit.end) is None
    if unit.base not in _BULK:
        return False
    if _NAME_GOES_ON.match(folded, unit.end) and (
        unit.base in _POWERED or _CAPACITY_BEFORE.search(folded, 0, start)
    ):
        return True
    return (
        _STARTS_NAME.match(folded, unit.end) is not None
        and folded[start - 1 : start] in "，,。;:、"
    )
