"""Which paragraphs speak of what is to be done, so that their numbers are plans and not results.

A heading says so (下一步打算, 下半年工作安排), or the sentence that opens the turn (下半年，我们
将…); it holds until a heading of the same level says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.parse.structure import Shape

_AHEAD: Final = re.compile(
    r"下半年|下一?步|下一阶段|打算|(?:工作|任务|重点)(?:安排|计划|部署|思路|任务|重点|建议)|(?:安排|计划|任务|目标)$|"
    r"(?:今年|明年|来年)(?:的)?(?:工作|任务|重点)"
)
_BEHIND: Final = re.compile(r"回顾|完成情况|开展情况|推进情况|工作情况|进展|成效|成绩|总结|问题$")
_TURNS: Final = re.compile(
    r"(?:同时，)?(?:下半年|下一?步(?:工作(?:中)?)?|下一阶段|明年|来年|今后|(?:20|X)[\dX]{2}年，我们将|新的一年)[^。]{0,60}"
    r"(?:要|将|继续|确保|力争|我们|我县|我市|各)"
)
_AIMS: Final = re.compile(r"预期目标|计划全年|总体要求|指导思想")


def planned(shapes: Sequence[Shape]) -> list[bool]:
    """For each shape whether its numbers are plans."""
    found: list[bool] = []
    ahead, set_at = False, 0
    for shape in shapes:
        if shape.role == "heading":
            said = _says(shape.text)
            if said is not None and (said or shape.level <= max(set_at, 1)):
                ahead, set_at = said, shape.level
        elif shape.role == "body" and not ahead and _TURNS.match(shape.text.strip()):
            ahead, set_at = True, 0
        found.append(shape.role == "body" and (ahead or _AIMS.search(shape.text[:40]) is not None))
    return found


def _says(heading: str) -> bool | None:
    """Whether a heading looks ahead, back, or says nothing of it."""
    if _AHEAD.search(heading.strip().rstrip("。：:")):
        return True
    return False if _BEHIND.search(heading) else None
