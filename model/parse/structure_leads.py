"""Run-in leads: the short heading sentence that opens a paragraph or a point.

Rules about how such sentences are built, none about what they say:
1. behind a sign, a short first sentence that details follow;
2. a topic named by its form: …方面。 …上， …层面， 从…看，…： or a label before a colon;
3. points of one row are built alike: where most have a lead, a short first clause is one;
4. topic sentences inside a paragraph are parallel: as long as one another, or opening alike;
5. so are those that open paragraphs side by side under one heading, clauses among them too;
6. topic clauses closed by a comma are, where most sentences of a paragraph open so;
7. words closed by a blank behind a sign are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.parse.structure_signs import Sign
from model.parse.structure_topics import (
    CLAUSE,
    LONGEST_OPENING,
    OPENS_FRAME,
    PROMISE,
    Sentence,
    Span,
    has_figures,
    is_built,
    sentences,
    short_clause,
    stated_topics,
    topic_sentences,
)
from model.values.patterns import pattern
from model.wording.finding.figures import find_figures

_FIRST_CLAUSE: Final = pattern(r"[^，。；：！？,;:!?]{4,12}[，,](?=[^。]{6})")
_TOPIC: Final = pattern(
    r"[^，。；：！？,;:!?]{2,20}(?:(?<!一)(?<!多)(?<!各)(?<!等)(?<!个)方面|层面)[，。：,:]"
    r"|(?![^，。；：,;]{0,16}[在从到把])[^，。；：！？,;:!?]{2,16}(?<![基会程意原事实总体整晚早以之本历思加街至向快])上[，,]"
)
_VIEW: Final = pattern(r"从[^。；，]{1,20}看[，,][^。；：:]{2,40}[：:]")
_INNER_VIEW: Final = pattern(
    r"(?:从(?![^，,]*[年月度期])[^。；，,：:]{2,10}(?<![总体上前])|分[^。；，,：:]{1,8})看[，,：:]"
    r"|按[^。；，,：:]{2,12}(?:划?分|来看)[，,：:]"
)
_BLANK_CLOSED: Final = pattern(r"[\u4e00-\u9fff、]{4,20}(?=[ \u3000]+[^\s。]{6})")
_YEAR_THAT_WAS: Final = pattern(r"这(?:一年)?是[^。]{2,24}的一年。")
_PLEDGE: Final = pattern(
    r"(?P<frame>(?:[一二三四五近半过]年来|这一年|过去[一五]年)，我们)|我们(?:将|要|坚持|必须|始终)|必须|要"
)
_LABEL: Final = pattern(r"[^，。；：！？,;:!?]{2,16}[：:](?=.)")
_NO_LABEL: Final = pattern(
    r"^(?:其中|同时|另外|此外|例如|比如|如)|(?:是|为|有|即|包括|以下[^：:]*|如下|下列[^：:]*|各位[^：:]*|同志们|代表|委员|[几个]方面|工作|"
    r"表示|指出|强调|提出|要求|认为|问题|呼号|说|道)[：:]$"
)
_ASSIGNS: Final = pattern(r"牵头|(?:部门|单位|乡镇|街道|[局委办组])(?:要|负责|抓紧|配合|务必)")
_STATES: Final = pattern(
    r"(?<!特别)(?<!尤其)是|在于|必须|归根|(?<![重主需])要(?![素点])|已经|还有|才能"
)
"""What says that something is so, or must be, names no topic."""
_MEASURED: Final = pattern(r"[%％‰元吨亩米点]")
_GOES_ON: Final = ("；", ";", "，", ",", "、")
_LONGEST = 32
_LONGEST_FRAMED = 50


class Segment(NamedTuple):
    """One point of a paragraph: the sign that opens it (or none), where its text stands."""

    sign: Sign | None
    start: int
    end: int


def segments(text: str, signs: Sequence[Sign]) -> list[Segment]:
    """The paragraph cut at its signs; what stands before the first is a point of its own."""
    starts = [0, *(sign.start for sign in signs)]
    ends = [*(sign.start for sign in signs), len(text)]
    openers = [None, *signs]
    cut = [
        Segment(sign, sign.end if sign else start, end)
        for sign, start, end in zip(openers, starts, ends, strict=True)
    ]
    return cut if text[: cut[0].end].strip() else cut[1:]


def leads_of(text: str, cut: Sequence[Segment], opening: Span | None = None) -> list[list[Span]]:
    """The leads of each segment of a paragraph, by rules 1 to 4; `opening` is one that rule 5
    found."""
    found: list[list[Span]] = []
    for i, segment in enumerate(cut):
        followed = i + 1 < len(cut) and _deeper(segment, cut[i + 1])
        known = opening if i == 0 else None
        listed = i > 0 and not found[i - 1] and _in_one_sentence(text, segment)
        details = followed and not listed
        found.append(_segment_leads(text, segment, known, listed=listed, followed=details))
    _alike_in_row(text, cut, found)
    return found


def _deeper(segment: Segment, after: Segment) -> bool:
    """Whether the next point is one of this point's own (三是… ①…)."""
    family = segment.sign.family if segment.sign else ""
    return after.sign is not None and after.sign.family != family and after.sign.number == 1


def _segment_leads(
    text: str, segment: Segment, known: Span | None, *, listed: bool, followed: bool
) -> list[Span]:
    """`known` is a lead already found, `listed` says that the point is part of a sentence that
    lists points, `followed` that points of its own come right after it."""
    said = sentences(text, segment.start, segment.end)
    if not said:
        return []
    first = said[0]
    opening = _named_opening(text, first, segment) or known
    signed = segment.sign is not None and not listed and (len(said) > 1 or followed)
    if opening is None and signed and is_heading_sentence(first):
        opening = (first.start, first.end)
    found = [opening] if opening else []
    at = opening[1] if opening else segment.start
    topics = _topics(text, at, segment.end)
    rest = sentences(text, at, segment.end)
    return found + (topics or topic_sentences(rest) or stated_topics(rest, led=bool(found)))


def _in_one_sentence(text: str, segment: Segment) -> bool:
    """Whether a point goes on with a list that is one sentence (一是…；二是…。)."""
    before = text[: segment.sign.start].rstrip() if segment.sign else ""
    return segment.sign is not None and segment.sign.number > 1 and before.endswith(_GOES_ON)


def _named_opening(text: str, first: Sentence, segment: Segment) -> Span | None:
    """Rule 2 at the beginning of a point."""
    found = _TOPIC.match(text, first.start)
    if not found and segment.sign is not None:
        found = _BLANK_CLOSED.match(text, first.start)
    if not found and segment.sign is None and segment.start == 0:
        found = _VIEW.match(text, first.start)
    if not found:
        found = _LABEL.match(text, first.start)
        announces = found and segment.sign is None and found.end() >= segment.end
        if found and (announces or _NO_LABEL.search(found[0]) or has_figures(found[0])):
            return None
    return found.span() if found and found.end() < len(text.rstrip()) else None


def is_heading_sentence(first: Sentence) -> bool:
    """Rule 1: short, one thought, no value measured in it, nobody told to do it."""
    if len(first.words) > _LONGEST or first.text[-1] not in "。！!":
        return False
    if len(CLAUSE.findall(first.words)) > 2 or _ASSIGNS.search(first.text):
        return False
    return not any(_MEASURED.search(one.unit) for one in find_figures(first.text))


def _topics(text: str, start: int, end: int) -> list[Span]:
    """Rule 2 behind any stop inside a point."""
    found = []
    for stop in re.finditer(r"[。；！？;]\s*|\A", text[start:end]):
        at = start + stop.end()
        topic = _TOPIC.match(text, at, end)
        if topic and OPENS_FRAME.match(topic[0]):
            topic = None
        topic = topic or _INNER_VIEW.match(text, at, end)
        if topic and topic.end() < end:
            found.append(topic.span())
    return found


def _alike_in_row(text: str, cut: Sequence[Segment], found: list[list[Span]]) -> None:
    """Rule 3: a short first clause is a lead where most points of the row have one."""
    families = [segment.sign.family if segment.sign else "" for segment in cut]
    members = Counter(families)
    led = Counter(family for family, leads in zip(families, found, strict=True) if leads)
    for i, (segment, family) in enumerate(zip(cut, families, strict=True)):
        others = members[family] - 1
        if not family or found[i] or others < 2 or led[family] * 2 <= others:
            continue
        clause = _FIRST_CLAUSE.match(text, segment.start)
        plain = clause and not (_ASSIGNS.search(clause[0]) or OPENS_FRAME.match(clause[0]))
        if clause and plain and clause.end() < segment.end:
            found[i] = [clause.span()]


def opening_sentence(text: str) -> Sentence | None:
    """Rule 5: the sentence that may be the lead of a paragraph without a sign."""
    said = sentences(text, 0, len(text))
    if not said or not said[0].text.endswith("。"):
        return None
    first = said[0]
    if has_figures(first.text) and (clause := short_clause(first)):
        return Sentence(*clause, text[slice(*clause)])
    if len(said) < 2:
        return None
    if _is_year_that_was(first) or _is_pledge(first):
        return first
    if said[1].text.startswith("我们") or _STATES.search(first.text):
        return None
    fits = 4 <= len(first.words) <= LONGEST_OPENING and len(CLAUSE.findall(first.words)) <= 1
    return (
        first if fits and not PROMISE.search(first.text) and not has_figures(first.text) else None
    )


def side_by_side(openings: Sequence[Sentence | None]) -> list[bool]:
    """Which of the paragraphs under one heading open with a lead, by rule 5: most of them do, or
    another one is as long, or one right beside it is built as topic sentences are."""
    stopped = sum(one is not None and not _is_clause(one) for one in openings)
    beside = stopped > 1 and None not in openings
    plain = [
        one
        for one in openings
        if one is not None
        and (beside or not _is_clause(one))
        and not OPENS_FRAME.match(one.text)
        and not _is_pledge(one)
        and not _is_year_that_was(one)
    ]
    most = len(plain) >= 2 and len(plain) * 2 >= len(openings)
    lengths = [len(one.words) for one in plain]
    opened = Counter(_frame_of(one) for one in openings)
    built = [one is not None and one in plain and is_built(one) for one in openings]
    return [
        one is not None
        and (
            (one in plain and (most or lengths.count(len(one.words)) >= 2))
            or (_frame_of(one) != "" and opened[_frame_of(one)] >= 2)
            or (
                built[place]
                and any(built[max(place - 1, 0) : place] + built[place + 1 : place + 2])
            )
        )
        for place, one in enumerate(openings)
    ]


def _is_clause(one: Sentence) -> bool:
    """Whether an opening is a clause with its values behind the comma: it counts only where all
    paragraphs beside it have an opening, and two of them a sentence."""
    return one.text.endswith(("，", ","))


def _frame_of(one: Sentence | None) -> str:
    """The frame that sister paragraphs open with (这是…的一年。 我们将…。), or nothing."""
    if one is None:
        return ""
    if _is_year_that_was(one):
        return "这是"
    pledge = _PLEDGE.match(one.text) if _is_pledge(one) else None
    return pledge[0] if pledge else ""


def _is_year_that_was(one: Sentence) -> bool:
    return _YEAR_THAT_WAS.fullmatch(one.text) is not None


def _is_pledge(one: Sentence) -> bool:
    """Whether a sentence says what is to be upheld (我们将…。 要…。), short and without a value."""
    pledge = _PLEDGE.match(one.text)
    if pledge is None:
        return False
    longest, clauses = (_LONGEST_FRAMED, 4) if pledge["frame"] else (_LONGEST, 2)
    short = len(one.words) <= longest and len(CLAUSE.findall(one.words)) <= clauses
    plain = not _ASSIGNS.search(one.text) and not has_figures(one.text)
    return short and plain and one.text.endswith("。")
