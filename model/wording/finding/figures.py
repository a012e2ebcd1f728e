"""Find the figures of a text: every number, or blank standing for one, that the next report
states anew.

Whether a slot is a figure depends only on the words around it, never on whether it is filled: a
blank stays the same figure when its number comes. With a unit after it a number is a figure
unless it is set aside as a name, a date or a definition (`not_figures`); without a unit it is one
where the words ask for a number: a rank, a ratio, an index, a list that shares one unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from model.errors import ValueRefused
from model.values.number import parse_number
from model.values.patterns import pattern
from model.values.units import TO_ONE
from model.wording.direction import Direction, direction_of
from model.wording.finding.not_figures import is_definition, set_aside
from model.wording.finding.slots import Slot, find_slots
from model.wording.finding.units import Unit, unit_at
from model.wording.fold import clause_before, fold

_AT_STOP = pattern(r"\s?(?:$|[，,。;:、)(!])")
_JOINS = pattern(r"\s?(?:[、和与及]|[-~至到]+)\s?")
_RATIO = pattern(r"(?<![同环])比|结构|构成")
_INDEX = pattern(
    r"(?:指数|得分|评分|总分|积分|系数|满意度|(?<![同环占])比)[^，。;\d]{0,8}?(?:为|达|到|至|是|得)\s?$"
)
_BARE = r"(?:指数|系数|得分|评分|(?:收入|消费|之|支出|产销|师生|医护)比)"
_BARE_LEVEL = pattern(rf"{_BARE}(?:[^，。;\d]{{0,14}}[由从][^，。;\d]{{0,8}}(?:的)?)?\s?$")
_BARE_BECOMES = pattern(r"\s?(?:缩小|扩大|下降|上升|提高|降低|回落|降|升)[到至为]")
_BARE_BECAME = pattern(
    rf"{_BARE}[^，。;\d]{{0,14}}[由从][^，。;\d]{{0,10}}[\dXx.*]+[^，。;\d]{{0,6}}[到至为]\s?$"
)
_BARE_CHANGE = pattern(
    rf"{_BARE}[^。;]{{0,40}}(?:缩小|扩大|下降|上升|提高|降低|回落|[高低]于全[省市州](?:平均)?(?:水平)?)\s?$"
)
_TO_ONE = pattern(r":1(?![\d.:])")
_OF_TWO = pattern(r"(?:收入|消费|之|支出|产销|师生|医护)比")
_BARE_FORMER = pattern(rf"{_BARE}[^。;]{{0,40}}(?:同期|[上去]年)为?\s?$")
_RULED = pattern(r"辖[^，。;、(]*$")
_GAP_CUE = pattern(
    r"(?:为|达|到|第|共|约|近|超|计|增长|下降|提高|降低|增加|减少|完成|实现|的|度|率)$"
)
_GAP_BARE_CUE = pattern(r"(?:为|第|达|达到)$")
_NAME_TAIL = pattern(r"[A-Za-z/.]$|[A-Za-z]-$")
_RANKED = pattern(r"[\u4e00-\u9fff]\s?第\s?$")
_SPACED = pattern(r"(?:^|(?<=[\s，。；：、（]))(?![为达到第共约近超计增降的度率])[\u4e00-\u9fff]$")
_SENTENCE = pattern(r"(?:[《〔（(][^《》〔〕（）()\n]*[》〕）)]|[^。\n])+[。\n]?|[。\n]")
_SHORT = 400
_MINUS = str.maketrans("—―‐–−", "-----")
_RANKS = frozenset(("位", "名", "名次"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in running text: its span, the unit after it, whether it is still blank, and the
    direction word that belongs to it."""

    start: int
    end: int
    text: str
    unit: str
    blank: bool
    direction: Direction | None


class _Found(NamedTuple):
    """A slot that is a figure, the span of its unit (empty: none), and where it ends: behind its
    unit, or behind its number where it shares the unit of the next (1.7、2.2个百分点)."""

    slot: Slot
    unit_start: int
    unit_end: int
    end: int


@lru_cache(maxsize=8192)
def find_figures(text: str) -> tuple[Figure, ...]:
    """All figures of `text`, in order, not overlapping.

    Remembered: states, places, spans and checks of one text all ask for them. Nothing that makes a
    figure reaches over the end of a sentence, so that a key in a long text changes one sentence.
    """
    if len(text) <= _SHORT:
        return _in_sentence(text)
    found: list[Figure] = []
    for sentence in _SENTENCE.finditer(text):
        at = sentence.start()
        found += (_moved(figure, at) for figure in _in_sentence(sentence[0]))
    return tuple(found)


def _moved(figure: Figure, by: int) -> Figure:
    """The figure as many signs further on."""
    if not by:
        return figure
    start, end, word = figure.start + by, figure.end + by, figure.direction
    if word is not None:
        word = word._replace(start=word.start + by, end=word.end + by)
    return Figure(start, end, figure.text, figure.unit, figure.blank, word)


@lru_cache(maxsize=16384)
def _in_sentence(text: str) -> tuple[Figure, ...]:
    """The figures of a sentence, or of a short text."""
    folded = fold(text)
    figures: list[Figure] = []
    last_end = 0
    slots = [slot for slot in find_slots(folded) if not _is_spacing(text, slot)]
    for found in _classify(folded, slots):
        start, end, unit = *found.slot[:2], text[found.unit_start : found.unit_end]
        word = direction_of(folded, start, found.unit_end, unit)
        if word is not None:
            word = word._replace(text=text[word.start : word.end])
        elif figures and _JOINS.fullmatch(folded, last_end, start):
            word = _word_shared(figures[-1], unit)
        figures.append(Figure(start, end, text[start:end], unit, found.slot.blank, word))
        last_end = found.end
    return tuple(figures)


def _is_spacing(text: str, slot: Slot) -> bool:
    """Whether a gap parts the cells of a row (a tab), or the signs of one word (玉  米)."""
    if slot.kind != "gap":
        return False
    alone = _SPACED.search(text, max(0, slot.start - 2), slot.start)
    return "\t" in text[slot.start : slot.end] or alone is not None


def _word_shared(before: Figure, unit: str) -> Direction | None:
    """The direction word of the figure before, where a list shares it (增长5%、6%)."""
    word = before.direction
    return word if word is not None and word.start < before.start and before.unit == unit else None


def _classify(folded: str, slots: list[Slot]) -> list[_Found]:
    """The slots that are figures, in order, with their units."""
    if not slots:
        return []
    mask = set_aside(folded)
    ratios = _ratios(folded, slots)
    figures: list[_Found] = []
    for slot in reversed(slots):
        if mask[slot.start]:
            continue
        found = _with_unit(folded, slot)
        if found is None and figures:
            found = _with_unit_of(folded, slot, figures[-1])
        if found is None and (slot in ratios or _asked_for(folded, slot)):
            found = _Found(slot, slot.end, slot.end, slot.end)
        if found is not None:
            figures.append(found)
    return figures[::-1]


def _with_unit_of(folded: str, slot: Slot, later: _Found) -> _Found | None:
    """The slot as a figure that shares the unit of the one right after it, or None."""
    if slot.kind == "gap" or later.unit_end == later.unit_start:
        return None
    joined = _JOINS.fullmatch(folded, slot.end, later.slot.start)
    if joined is None or _part_of_name(folded, slot.start):
        return None
    return later._replace(slot=slot, end=slot.end)


def _with_unit(folded: str, slot: Slot) -> _Found | None:
    """The slot as a figure with the unit right after it, or None."""
    at = slot.end + (slot.kind != "gap" and folded[slot.end : slot.end + 1] == " ")
    if _is_to_one(folded, slot):
        return _Found(slot, slot.end, slot.end + len(TO_ONE), slot.end + len(TO_ONE))
    unit = unit_at(folded, at)
    if unit is None or is_definition(folded, slot.start, unit):
        return None
    if _part_of_name(folded, slot.start) and not unit.measures:
        return None
    if _ordinal(folded, slot.start) and unit.base not in _RANKS:
        return None
    if slot.kind == "gap" and not _true_gap(folded, slot, unit):
        return None
    return _Found(slot, unit.start, unit.end, unit.end)


def _is_to_one(folded: str, slot: Slot) -> bool:
    """Whether a number is what there is of one to one of another (城乡居民收入比为2.05:1)."""
    if not _TO_ONE.match(folded, slot.end) or folded[slot.start - 1 : slot.start] == ":":
        return False
    return _OF_TWO.search(_near(folded, slot.start)) is not None


def _true_gap(folded: str, slot: Slot, unit: Unit) -> bool:
    """Whether spaces before a unit are a number left out, not mere spacing."""
    if _GAP_CUE.search(folded, max(0, slot.start - 2), slot.start):
        return True
    strong = unit.measures and (unit.scale != "" or not unit.base.isalpha() or len(unit.base) > 1)
    return strong or (slot.end - slot.start > 1 and _AT_STOP.match(folded, unit.end) is not None)


def _part_of_name(folded: str, start: int) -> bool:
    """Whether the number is the tail of a name in letters: G580, PM2.5, O3, COVID-19."""
    return _NAME_TAIL.search(folded, max(0, start - 2), start) is not None


def _ordinal(folded: str, start: int) -> bool:
    return folded[max(0, start - 2) : start].rstrip(" ").endswith("第")


def _asked_for(folded: str, slot: Slot) -> bool:
    """Whether a slot without a unit stands where the words ask for a number."""
    at_stop = _AT_STOP.match(folded, slot.end) is not None
    if slot.kind == "gap":
        return (
            at_stop and _GAP_BARE_CUE.search(folded, max(0, slot.start - 2), slot.start) is not None
        )
    if _ordinal(folded, slot.start):
        return at_stop and _RANKED.search(folded, max(0, slot.start - 4), slot.start) is not None
    if folded.endswith("百分之", 0, slot.start):
        return True
    if _RULED.search(folded, max(0, slot.start - 30), slot.start):
        return True
    if at_stop and _INDEX.search(folded, max(0, slot.start - 24), slot.start):
        return True
    return "." in folded[slot.start : slot.end] and _is_index(folded, slot, at_stop)


def _is_index(folded: str, slot: Slot, at_stop: bool) -> bool:
    """Whether a number with a point stands right behind the name of an index or ratio (收入比1.85),
    or tells what one was before, became, or changed by (由1.88缩小到1.85，同比缩小0.03)."""
    before = _near(folded, slot.start)
    if _BARE_LEVEL.search(before):
        return at_stop or _BARE_BECOMES.match(folded, slot.end) is not None
    told = (_BARE_BECAME, _BARE_CHANGE, _BARE_FORMER)
    return at_stop and any(rule.search(before) for rule in told)


def _near(folded: str, start: int) -> str:
    """What stands before a number as near as the name of its ratio may be."""
    return folded[max(0, start - 70) : start]


def _ratios(folded: str, slots: list[Slot]) -> frozenset[Slot]:
    """The members of ratios (三次产业比为3.9:59.5:36.6) among the slots."""
    members: set[Slot] = set()
    for one, other in pairwise(slots):
        if folded[one.end : other.start].strip() != ":" or _is_to_one(folded, one):
            continue
        names_ratio = _RATIO.search(clause_before(folded, one.start)) is not None
        if one in members or names_ratio or _BARE_FORMER.search(_near(folded, one.start)):
            members |= {one, other}
    return frozenset(members)


def value_of(figure: Figure) -> Decimal | None:
    """The value, negative where the direction word says so; None while it is blank."""
    if figure.blank:
        return None
    try:
        value = parse_number(figure.text.translate(_MINUS))
    except ValueRefused:
        return None
    if figure.direction is None or value < 0:
        return value
    return value * figure.direction.sign
