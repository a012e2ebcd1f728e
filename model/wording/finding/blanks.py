"""Find the blanks of a text: every sign or gap that waits for something to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from model.values.patterns import pattern
from model.wording.finding.dates import other_times, period_spans
from model.wording.finding.figures import find_figures
from model.wording.finding.slots import Slot, find_slots
from model.wording.fold import fold

BlankKind = Literal["number", "period", "name", "other"]

_ENTITY = (
    r"(?:书记|市长|县长|区长|省长|州长|局长|主任|主席|部长|同志|领导|批示|批评|集团|公司|企业|大学|学院|学校|中学|小学|一中|"
    r"医院|街道|社区|开发区|园区|景区|国道|省道|高速|公路|大道|都市圈|项目|发展中心|[省市县区镇乡村州盟旗路街河湖山江岛站厂局线])"
)
_NAMED = pattern(rf"\s?(?:、[Xx*]{{1,4}}){{0,8}}+、?(?:等?{_ENTITY}|等)")
# A letter, not a blank: 1+N+X, X光, PX, MX5000, x轴, X9联盟.
_LETTER = pattern(
    r"(?<=[\dN]\+)[Xx](?![Xx])|(?<![Xx])[Xx](?=\+[\dN]|波段|光|射线|轴|型|坐标)"
    r"|(?<=[A-WYZ])[Xx]+|(?<=[A-WYZa-wyz]\+)[Xx](?![Xx])|(?<![\dXx])[Xx]\d+(?![\dXx])"
)
_LISTED = pattern(r"\s?[、)]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place left blank in running text, and what kind of thing is missing there."""

    start: int
    end: int
    text: str
    kind: BlankKind


def find_blanks(text: str) -> tuple[Blank, ...]:
    """All blanks of `text` in order. A blank of kind `number` is also a `Figure` of that span."""
    folded = fold(text)
    slots = [slot for slot in find_slots(folded) if slot.blank]
    if not slots:
        return ()
    figures = {(figure.start, figure.end) for figure in find_figures(text) if figure.blank}
    times = [*period_spans(folded), *other_times(folded)]
    blanks: list[Blank] = []
    for slot in slots:
        span = (slot.start, slot.end)
        if slot.kind == "gap" and span not in figures:
            continue
        if span not in figures and _is_letter(folded, slot):
            continue
        kind: BlankKind
        if span in figures:
            kind = "number"
        elif any(start <= slot.start < end for start, end in times):
            kind = "period"
        else:
            kind = "name" if _names(folded, *span) else "other"
        blanks.append(Blank(*span, text[slot.start : slot.end], kind))
    return tuple(blanks)


def _is_letter(folded: str, slot: Slot) -> bool:
    """Whether the sign is part of a word in letters, or opens a list (X、抓项目)."""
    if _LETTER.match(folded, slot.start):
        return True
    return slot.start == 0 and folded.startswith("、", slot.end) and slot.end == 1


def _names(folded: str, start: int, end: int) -> bool:
    """Whether the blank stands for a name: a post, place or firm follows, or it is in a list."""
    if _NAMED.match(folded, end):
        return True
    return _LISTED.match(folded, end) is not None and folded[start - 1 : start] in "、(与和"
