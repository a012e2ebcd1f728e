"""Of which time each paragraph speaks: what was done, what is to be done, years gone by.

A heading says so (下一步打算, 2026年工作安排 in a report of 2025), or the sentence that opens the
turn (下半年，我们将…); it holds until a heading of the same level says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from model.parse.about import period_of_text, place_of
from model.parse.structure import Shape
from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.times import Setting, opens_history
from model.wording.fold import fold

_AHEAD: Final = pattern(
    r"下半年|下一?步|下一阶段|打算|(?:工作|任务|重点)(?:安排|计划|部署|思路|任务|重点|建议)|(?:安排|计划|任务|目标)$|"
    r"(?:今年|明年|来年)(?:的)?(?:主要|重点)?(?:工作|任务|重点)|今后[三五]年|(?:总体|发展|指导|基本|工作)(?:要求|思路)|奋斗目标"
)
_BEHIND: Final = pattern(
    r"回顾|完成情况|开展情况|推进情况|工作情况|运行情况|进展|成效|成绩|总结|问题$|困难$|不足$"
)
_TURNS: Final = pattern(
    r"(?:同时，)?(?:下半年|下一?步(?:工作(?:中)?)?|下一阶段|明年|来年|今后|(?:20|X)[\dX]{2}年，我们将|新的一年)[^。]{0,60}"
    r"(?:要|将|继续|确保|力争|我们|我县|我市|各)"
)
_AIMS: Final = pattern(
    r"[^。]{0,40}(?:预期目标|计划全年|总体要求|指导思想)|[^。]{0,20}(?:今年|明年|来年|20\d\d年)[^。]{0,20}预期(?:增长|达到|实现)"
)
_YEAR: Final = pattern(r"(20\d\d)年")
_YEAR_FIRST: Final = pattern(r"[(（【]?(20\d\d)年")
_OF_PLACE: Final = pattern(r"(?:全|我)([县市区州旗盟])")


def settings(
    shapes: Sequence[Shape], period: Period | None = None, place: str = ""
) -> list[Setting]:
    """What surrounds each shape: see `Setting`. Period and place are those of the text itself
    where they are not known."""
    period = period or period_of_text(tuple(shapes))
    year = period.year if period else None
    place = place[-1:] or _sign_of_place(tuple(shapes))
    plans = planned(shapes, year)
    return [
        Setting(ahead, opens_history(fold(shape.text)), period, place)
        for shape, ahead in zip(shapes, plans, strict=True)
    ]


def planned(shapes: Sequence[Shape], year: int | None = None) -> list[bool]:
    """For each shape whether its numbers are plans; `year` is the report's own."""
    found: list[bool] = []
    ahead, set_at = False, 0
    for shape in shapes:
        if shape.role == "heading":
            said = _says(shape.text, year)
            if said is not None and (said or shape.level <= max(set_at, 1)):
                ahead, set_at = said, shape.level
        elif shape.role == "body" and not ahead and _turns(shape.text.strip(), year):
            ahead, set_at = True, 0
        found.append(shape.role == "body" and (ahead or _AIMS.match(shape.text) is not None))
    return found


def _says(heading: str, year: int | None) -> bool | None:
    """Whether a heading looks ahead, back, or says nothing of it."""
    told = [int(one) for one in _YEAR.findall(heading)]
    if year and told and _BEHIND.search(heading) is None:
        return max(told) > year or None
    if _AHEAD.search(heading.strip().rstrip("。：:")) and not _reviews(heading):
        return True
    return False if _BEHIND.search(heading) else None


def _reviews(heading: str) -> bool:
    """Whether a heading tells how the work went, whatever work that was (重点工作完成情况)."""
    return re.search(r"回顾|(?:完成|开展|推进|进展|落实|执行)情况", heading) is not None


def _turns(text: str, year: int | None) -> bool:
    """Whether a paragraph turns to what is to be done."""
    named = _YEAR_FIRST.match(text)
    later = bool(year and named and int(named[1]) > year)
    return later or _TURNS.match(text) is not None


def _sign_of_place(shapes: tuple[Shape, ...]) -> str:
    """The last sign of the place (县) whose report it is; '' where nothing says."""
    named = place_of(shapes)
    if named:
        return named[-1]
    said = Counter(sign for shape in shapes for sign in _OF_PLACE.findall(shape.text))
    return min(said, key="县旗区市州盟".index) if said else ""
