"""TITLES: broken into lines by meaning, balanced, as 梯形 or 菱形 (GB/T 9704-2012, 7.3.1).

A program cannot know every word, so it knows what titles are made of: places, periods, numbers
with their units, the stock words of the genre, and terms that are data. It never breaks inside
these, and breaks between unknown characters only where nothing better is left. A line set by hand
is kept; one that is a little too long is squeezed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from model.typesetting.terms import NO_TERMS, Terms, spans_of
from model.typesetting.title_words import LONGEST, WORDS

_MAX_LINES = 5
_MOST_TRIED = 24
_GOOD, _FAIR, _UNSURE, _TORN, _NEVER = 0.0, 2.0, 5.5, 60.0, 1000.0
SQUEEZE = 0.015
"""By how much of their width the characters of a line may be squeezed."""

_WHOLE = re.compile(
    r"""
    \d{4}年(?:上半年|下半年|[一二三四]季度|前三季度|度|\d+[—\-]?\d*月(?:份|底)?)?
    | (?:上半年|下半年|前三季度|[一二三四]季度|\d+[—\-]?\d*月(?:份|底)?)
    | 第?[一二三四五六七八九十百零〇\d]+[届次批期号个]
      (?:[一二三四五六七八九十]+次)?(?:全体会议|全会|会议)?
    | [A-Za-z\d]+(?:[.．]\d+)?[%％]?(?:亿元|万元|万吨|个百分点|公里|[亿万元吨人个项户年月日])?
    | 《[^》]{1,12}》 | “[^”]{1,8}” | （[^）]{1,14}） | \([^)]{1,14}\)
    """,
    re.VERBOSE,
)
_SEAM = re.compile(r"(?<=[\u3400-\ud7ff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\ud7ff])")
_PLACE = re.compile(
    r"(?:中共|中国共产党)?[\u4e00-\u9fff]{2}(?:自治县|自治州|县|市|区|州|省|镇|乡)"
    r"(?:人民政府办公室|人民政府|政府|人大常委会|人大|政协|委员会|委办公室|委)?"
)
_NOT_LAST = frozenset({"关于", "在", "对", "向", "为", "和", "与", "及", "暨", "以及"})
_GOOD_BEFORE = frozenset({"关于", "暨"})
_JOINING = frozenset("和与及同")
_ORGAN = ("人民政府", "委员会", "办公室", "县委", "市委", "区委", "局")
_BELONGS = ("情况", "工作情况", "成果")
_CLOSING = frozenset("，。、；：！？）》”’·%％)]〕】")
_OPENING = frozenset("（《“‘([〔【")


class TitleBreaks(NamedTuple):
    """Offsets before which a title breaks, and whether its characters are squeezed to fit."""

    offsets: tuple[int, ...]
    tight: bool = False


@lru_cache(maxsize=64)
def title_breaks(text: str, room: float, terms: Terms = NO_TERMS) -> TitleBreaks:
    """How a title breaks whose lines have room for `room` characters.

    One character is left free, as a full line looks bad; a term or a line set by hand may take
    it, and squeezes the characters where it needs a little more. What is longer breaks by meaning.
    """
    found: list[int] = []
    tight, start = False, 0
    by_hand = "\n" in text
    for line in text.split("\n"):
        rooms = (room, room * (1 + SQUEEZE))
        if not by_hand or _set_width(line) > rooms[1]:
            found += [start + offset for offset in _breaks(line, room, terms)]
        ends = [start, *(each for each in found if each > start), start + len(line)]
        set_widths = [_set_width(text[left:right]) for left, right in pairwise(ends)]
        tight = tight or any(rooms[0] < each <= rooms[1] for each in set_widths)
        start += len(line) + 1
    return TitleBreaks(tuple(found), tight)


def line_breaks(text: str, capacity: int, terms: Terms = NO_TERMS) -> tuple[int, ...]:
    """Offsets before which a text breaks into lines of at most `capacity` characters.

    A text that holds line breaks already was broken by hand and stays so.
    """
    if "\n" in text or width(text) <= capacity:
        return ()
    return _best(text, capacity, terms) or _filled(text, capacity, terms)


def _breaks(line: str, room: float, terms: Terms) -> tuple[int, ...]:
    """Where one line breaks by meaning: into the usual room, else into all there is."""
    capacity = int(room) - 1
    if width(line) <= capacity:
        return ()
    for most in (capacity, room, room * (1 + SQUEEZE)):
        found = _best(line, most, terms)
        if found is not None:
            return found
    return _filled(line, capacity, terms)


def _set_width(line: str) -> float:
    """Width in characters as it is set, with the gaps between Chinese and Latin."""
    return width(line) + 0.25 * seams(line)


def width(text: str) -> float:
    """Width in characters: ASCII takes half of one."""
    return sum(0.5 if character < "\x7f" else 1.0 for character in text)


def seams(text: str) -> int:
    """Where Chinese and Latin meet: Word and LibreOffice set them a quarter character apart."""
    return len(_SEAM.findall(text))


def _best(text: str, most: float, terms: Terms) -> tuple[int, ...] | None:
    """The cheapest break offsets; None where a line would be longer than `most`."""
    breaks = _candidates(text, terms)
    fewest = max(int(-(-width(text) // most)), 1)
    found: list[tuple[float, tuple[int, ...]]] = []
    for count in range(fewest, min(fewest + 1, _MAX_LINES) + 1):
        for offsets in combinations(breaks, count - 1):
            widths = [width(text[a:b]) for a, b in pairwise((0, *offsets, len(text)))]
            if max(widths) <= most:
                cost = sum(breaks[offset] for offset in offsets) + _shape(widths)
                found.append((cost + 6.0 * (count - fewest), offsets))
    return min(found)[1] if found else None


def _candidates(text: str, terms: Terms) -> dict[int, float]:
    """Offsets where a break is possible and what it costs; few enough to try all."""
    inside = {at for start, end in spans_of(text, terms) for at in range(start + 1, end)}
    tokens = _tokens(text)
    costs: dict[int, float] = {}
    offset = 0
    for token, following in pairwise(tokens):
        offset += len(token)
        cost = _break_cost(token, following)
        if cost < _NEVER and offset not in inside:
            costs[offset] = cost
    if len(costs) > _MOST_TRIED:
        costs = dict(sorted(sorted(costs.items(), key=lambda item: item[1])[:_MOST_TRIED]))
    return costs


def _break_cost(before: str, after: str) -> float:
    if before in _NOT_LAST or before[-1] in _OPENING:
        return _NEVER
    if after[0] in _CLOSING or after in ("的", "等"):
        return _NEVER
    if (
        before == "的"
        or before[-1] in "的，、；："
        or after in _GOOD_BEFORE
        or after[0] in _OPENING
    ):
        return _GOOD
    if before.endswith(_ORGAN):
        return _GOOD
    if after in _JOINING and _is_known(before):
        return _FAIR / 2
    known = _is_known(before) + _is_known(after)
    belongs = _FAIR if after.startswith(_BELONGS) else 0.0
    return (_TORN, _UNSURE, _FAIR)[known] + belongs


def _is_known(token: str) -> bool:
    return len(token) > 1 or token in WORDS


def _shape(widths: list[float]) -> float:
    """What the outline costs: uneven lines, a rectangle, an hourglass (the standard bars both)."""
    if len(widths) == 1:
        return 0.0
    mean = sum(widths) / len(widths)
    cost = sum((each - mean) ** 2 for each in widths) / mean
    if max(widths) - min(widths) < 1:
        cost += 2.0
    if any(b < min(a, c) for a, b, c in zip(widths, widths[1:], widths[2:], strict=False)):
        cost += 6.0
    return cost


def _tokens(text: str) -> list[str]:
    """Places, periods, numbers and known words whole; everything else by the character."""
    tokens: list[str] = []
    at = 0
    while at < len(text):
        token = _token_at(text, at, may_be_place=not tokens or _introduces_place(tokens[-1]))
        tokens.append(token)
        at += len(token)
    return tokens


def _introduces_place(token: str) -> bool:
    return token in _NOT_LAST or token[-1] in "年度月" or token.endswith(_ORGAN)


def _token_at(text: str, at: int, *, may_be_place: bool) -> str:
    whole = _WHOLE.match(text, at)
    if whole is not None:
        return whole.group()
    if text[at] not in _NOT_LAST and (may_be_place or text.startswith("中共", at)):
        place = _PLACE.match(text, at)
        if place is not None and place.group()[:2] not in WORDS:
            return place.group()
    for length in range(min(LONGEST, len(text) - at), 1, -1):
        if text[at : at + length] in WORDS:
            return text[at : at + length]
    return text[at]


def _filled(text: str, capacity: int, terms: Terms) -> tuple[int, ...]:
    """Offsets of full lines, for a text that leaves no choice; a term that fits goes whole."""
    starts = {at: start for start, end in spans_of(text, terms) for at in range(start + 1, end)}
    offsets: list[int] = []
    begun, taken = 0, 0.0
    for offset, character in enumerate(text):
        taken += width(character)
        if taken > capacity:
            of_term = starts.get(offset, offset)
            begun = of_term if of_term > begun else offset
            offsets.append(begun)
            taken = width(text[begun : offset + 1])
    return tuple(offsets)
