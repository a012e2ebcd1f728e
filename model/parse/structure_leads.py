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
from itertools import pairwise
from typing import Final, NamedTuple

from model.parse.structure_signs import Sign
from model.wording.finding.figures import find_figures

Span = tuple[int, int]

_SENTENCE: Final = re.compile(r"[^。！？!?]*[。！？!?][”’）)》]*|[^。！？!?]+$")
_CLAUSE: Final = re.compile(r"[，,；;：:]")
_FIRST_CLAUSE: Final = re.compile(r"[^，。；：！？,;:!?]{4,12}[，,](?=[^。]{6})")
_TOPIC: Final = re.compile(
    r"[^，。；：！？,;:!?]{2,20}(?:(?<!一)(?<!多)(?<!各)(?<!等)(?<!个)方面|层面)[，。：,:]"
    r"|(?![^，。；：,;]{0,16}[在从到把])[^，。；：！？,;:!?]{2,16}(?<![基会程意原事实总体整晚早以之本历思加街至向快])上[，,]"
)
_VIEW: Final = re.compile(r"从[^。；，]{1,20}看[，,][^。；：:]{2,40}[：:]")
_INNER_VIEW: Final = re.compile(
    r"(?:从(?![^，,]*[年月度期])[^。；，,：:]{2,10}(?<![总体上前])|分[^。；，,：:]{1,8})看[，,]"
    r"|按[^。；，,：:]{2,12}(?:划?分|来看)[，,]"
)
_BLANK_CLOSED: Final = re.compile(r"[\u4e00-\u9fff、]{4,20}(?=[ \u3000]+[^\s。]{6})")
_STATED_TOPIC: Final = re.compile(
    r"(?![^，]{0,2}(?:有|为|让|使|把|将))[\u4e00-\u9fff]{2,6}"
    r"(?:(?:持续|不断|稳步|全面|加快|深入|扎实|有序|有效|显著|明显|大幅|进一步|更加|日益|逐步|日趋|加速|"
    r"纵深|蓬勃|稳中|全力|有力|成效|再上|实现|取得)[\u4e00-\u9fff]{1,6})[，,]"
)
"""What a field of work has come to (营商环境持续优化，), with what shows it behind the comma."""
_SHORT_CLAUSE: Final = re.compile(r"[\u4e00-\u9fff]{6,10}[，,]")
_YEAR_THAT_WAS: Final = re.compile(r"这(?:一年)?是[^。]{2,24}的一年。")
_PLEDGE: Final = re.compile(r"我们(?:将|要|坚持|必须|始终)|必须|要")
_LABEL: Final = re.compile(r"[^，。；：！？,;:!?]{2,16}[：:](?=.)")
_NO_LABEL: Final = re.compile(
    r"^(?:其中|同时|另外|此外|例如|比如|如)|(?:是|为|有|即|包括|以下[^：:]*|如下|下列[^：:]*|各位[^：:]*|同志们|代表|委员|[几个]方面|工作|"
    r"表示|指出|强调|提出|要求|认为|问题|呼号|说|道)[：:]$"
)
_ASSIGNS: Final = re.compile(r"牵头|(?:部门|单位|乡镇|街道|[局委办组])(?:要|负责|抓紧|配合|务必)")
_OPENS_FRAME: Final = re.compile(
    r"(?:今年|去年|上半年|下半年|全年|一年来|当前|目前|同时|此外|另外|面对|为此|总之|因此|但|过去|各位|同志|"
    r"近年|近期|我们|我县|我市|我区|这|在(?![建岗])|对(?![外内口接])|按照|根据|围绕(?![^，。]{2,8}(?:。|$))|一年|半年|\d{2,4}年|截至|截止|其中|如|例如|比如|还要|下步|下一步)"
)
_STATES: Final = re.compile(
    r"(?<!特别)(?<!尤其)是|在于|必须|归根|(?<![重主需])要(?![素点])|已经|还有|才能"
)
"""What says that something is so, or must be, names no topic."""
_PROMISE: Final = re.compile(
    r"(?:[一二两三四五六七八九十\d几]+(?:个方面|项|点|件|篇)[^。]{0,6}|以下[^。]*)[。：:]$"
)
_MEASURED: Final = re.compile(r"[%％‰元吨亩米点]")
_GOES_ON: Final = ("；", ";", "，", ",", "、")
_LONGEST = 32
_LONGEST_TOPIC = 12
_LONGEST_OPENING = 26


class Segment(NamedTuple):
    """One point of a paragraph: the sign that opens it (or none), where its text stands."""

    sign: Sign | None
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence with its span; the stop belongs to it."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The sentence without its stop."""
        return self.text.rstrip("。！？!?：:，,")


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


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences between two places, without the spaces before each."""
    found = []
    for piece in _SENTENCE.finditer(text, start, end):
        said = piece[0].lstrip()
        if said:
            found.append(Sentence(piece.end() - len(said), piece.end(), said))
    return found


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
    return found + (topics or _parallel(rest) or ([] if found else _stated_topics(rest)))


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
        if found and (announces or _NO_LABEL.search(found[0]) or _has_figures(found[0])):
            return None
    return found.span() if found and found.end() < len(text.rstrip()) else None


def is_heading_sentence(first: Sentence) -> bool:
    """Rule 1: short, one thought, no value measured in it, nobody told to do it."""
    if len(first.words) > _LONGEST or first.text[-1] not in "。！!":
        return False
    if len(_CLAUSE.findall(first.words)) > 2 or _ASSIGNS.search(first.text):
        return False
    return not any(_MEASURED.search(one.unit) for one in find_figures(first.text))


def _has_figures(text: str) -> bool:
    return bool(find_figures(text))


def _topics(text: str, start: int, end: int) -> list[Span]:
    """Rule 2 behind any stop inside a point."""
    found = []
    for stop in re.finditer(r"[。；！？;]\s*|\A", text[start:end]):
        at = start + stop.end()
        topic = _TOPIC.match(text, at, end)
        if topic and _OPENS_FRAME.match(topic[0]):
            topic = None
        topic = topic or _INNER_VIEW.match(text, at, end)
        if topic and topic.end() < end:
            found.append(topic.span())
    return found


def _parallel(said: Sequence[Sentence]) -> list[Span]:
    """Rule 4: the topic sentences of a paragraph, two or more that are built alike."""
    able = [
        one
        for one, after in pairwise(said)
        if _may_be_topic(one) and len(after.text) > len(one.text)
    ]
    if len(able) < 2:
        return []
    alike = [one for one in able if any(other is not one and _alike(one, other) for other in able)]
    known = alike + _sisters(said, alike) if len(alike) >= 2 else []
    return sorted((one.start, one.end) for one in known)


def _sisters(said: Sequence[Sentence], alike: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, longer or of two clauses, that open with the words most of the set open
    with (突出…。 突出…，…。)."""
    opening, often = Counter(one.words[:2] for one in alike).most_common(1)[0]
    if often < 2 or often * 2 < len(alike):
        return []
    return [
        one
        for one, after in pairwise(said)
        if one not in alike
        and one.words.startswith(opening)
        and len(one.words) <= _LONGEST_OPENING
        and len(_CLAUSE.findall(one.words)) <= 1
        and one.text.endswith("。")
        and not after.words.startswith(opening)
        and not _has_figures(one.text)
    ]


def _stated_topics(said: Sequence[Sentence]) -> list[Span]:
    """Rule 6: the topic clauses of a paragraph, three or more that are most of its sentences, or
    two that are all of them."""
    found = [span for one in said if (span := _clause_of(one, _STATED_TOPIC))]
    lengths = {end - start for start, end in found} if len(found) > 1 else set()
    for one in said:
        span = _clause_of(one, _SHORT_CLAUSE)
        if span and span not in found and span[1] - span[0] in lengths:
            found.append(span)
    found.sort()
    enough = len(found) >= 3 or (len(found) == 2 and len(said) == 2)
    return found if enough and len(found) * 2 > len(said) else []


def _clause_of(one: Sentence, rule: re.Pattern[str]) -> Span | None:
    """The topic clause that opens a sentence, with what shows it behind the comma."""
    topic = rule.match(one.text)
    if topic is None or _OPENS_FRAME.match(one.text) or len(one.text) - topic.end() <= 4:
        return None
    return one.start, one.start + topic.end()


def _may_be_topic(one: Sentence) -> bool:
    words = one.words
    if not 4 <= len(words) <= _LONGEST_TOPIC or not one.text.endswith("。"):
        return False
    plain = not _CLAUSE.search(words) and not _OPENS_FRAME.match(words) and "、" not in words
    return plain and not _PROMISE.search(one.text) and not _has_figures(one.text)


def _alike(one: Sentence, other: Sentence) -> bool:
    """Whether two topic sentences are parallel: equally long, or nearly so and opening alike."""
    difference = abs(len(one.words) - len(other.words))
    return difference == 0 or (difference <= 2 and one.words[0] == other.words[0])


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
        plain = clause and not (_ASSIGNS.search(clause[0]) or _OPENS_FRAME.match(clause[0]))
        if clause and plain and clause.end() < segment.end:
            found[i] = [clause.span()]


def opening_sentence(text: str) -> Sentence | None:
    """Rule 5: the sentence that may be the lead of a paragraph without a sign."""
    said = sentences(text, 0, len(text))
    if not said or not said[0].text.endswith("。"):
        return None
    first = said[0]
    if _has_figures(first.text) and (clause := _clause_of(first, _SHORT_CLAUSE)):
        return Sentence(*clause, text[slice(*clause)])
    if len(said) < 2:
        return None
    if _is_year_that_was(first) or _is_pledge(first):
        return first
    if said[1].text.startswith("我们") or _STATES.search(first.text):
        return None
    fits = 4 <= len(first.words) <= _LONGEST_OPENING and len(_CLAUSE.findall(first.words)) <= 1
    return (
        first if fits and not _PROMISE.search(first.text) and not _has_figures(first.text) else None
    )


def side_by_side(openings: Sequence[Sentence | None]) -> list[bool]:
    """Which of the paragraphs under one heading open with a lead, by rule 5: most of them do, or
    another one is as long."""
    stopped = sum(one is not None and not _is_clause(one) for one in openings)
    beside = stopped > 1 and None not in openings
    plain = [
        one
        for one in openings
        if one is not None
        and (beside or not _is_clause(one))
        and not _OPENS_FRAME.match(one.text)
        and not _is_pledge(one)
        and not _is_year_that_was(one)
    ]
    most = len(plain) >= 2 and len(plain) * 2 >= len(openings)
    lengths = [len(one.words) for one in plain]
    opened = Counter(_frame_of(one) for one in openings)
    return [
        one is not None
        and (
            (one in plain and (most or lengths.count(len(one.words)) >= 2))
            or (_frame_of(one) != "" and opened[_frame_of(one)] >= 2)
        )
        for one in openings
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
    short = len(one.words) <= _LONGEST and len(_CLAUSE.findall(one.words)) <= 2
    plain = not _ASSIGNS.search(one.text) and not _has_figures(one.text)
    return short and plain and one.text.endswith("。") and _PLEDGE.match(one.text) is not None
