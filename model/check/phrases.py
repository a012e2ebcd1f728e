"""固定提法: one sign off, out of date; stock words and slips of the pen.

The phrases are data (`templates/phrases.json`), so that an office can add its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations
from operator import add, ne
from typing import NamedTuple

from model.check.passage import Passage, Setting, Span
from model.check.rule import Family, Finding, Rule
from model.library.phrases import FixedPhrase
from model.library.shipped import phrases
from model.values.patterns import pattern

_TITLE = pattern(r"《[^》]*》")
_NUMERALS = frozenset("零一二三四五六七八九十〇0123456789两")
_FUNCTION_WORDS = frozenset(
    "与以是和有在的为将由从向对把被等及于之其而且但或如因所省市县区乡镇村年月日"
)
_BOTH_SAID = frozenset(
    map(frozenset, ("定持", "动进", "镇乡", "守住", "加更", "县市", "市省", "国省"))
)
"""Signs that each make a good phrase: 推动 and 推进."""
_MARKS = frozenset("、，。；：“”‘’（）《》和与及的")
_HISTORY = pattern(r"时期|期间|(?<!今年)(?<!年初)以来|原|曾|当时|先后|以前|历史|20[01]\d年")
_CLOSED = pattern(r"(?:总结|评估|收官|完成|回顾|圆满)“?$")
_LONG = 11
_WHOLE_ENOUGH = 9
_IDIOM = 4
_WORD_BEFORE = pattern(r"[\u4e00-\u9fff]$")
_TONGUE = pattern(r"^([zcs])h")
_CUT = pattern(r"[，。；、：”）]")


class _Outdated(NamedTuple):
    phrase: str
    until: int
    fine: re.Pattern[str] | None
    told: str
    is_sure: bool


def _almost(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """A fixed phrase with one sign missing, exchanged or too many."""
    text = passage.text
    titles = [found.span() for found in _TITLE.finditer(text)]
    told: set[int] = set()
    for phrase in _possible(text):
        if phrase.since is not None and phrase.since > setting.year:
            continue
        for start, end in _near(text, phrase.phrase):
            if any(begin <= start < stop for begin, stop in titles) or start in told:
                continue
            if _is_listed(text, start, end) or _is_other_verb(text, start, phrase.phrase):
                continue
            told.add(start)
            said = f"“{text[start:end]}”，通常写作“{phrase.phrase}”"
            yield Finding(start, end, said, after=phrase.phrase, is_sure=bool(phrase.source))


def _is_other_verb(text: str, start: int, phrase: str) -> bool:
    """Whether another verb ends with the first sign of the phrase: 构建…体系, not 建设…体系."""
    short = phrase[0] + phrase[2:]
    return text.startswith(short, start) and _WORD_BEFORE.search(text[:start]) is not None


@cache
def _fixed() -> tuple[FixedPhrase, ...]:
    """The longest first, so that the whole phrase is told and not a part of it."""
    return tuple(sorted(phrases().file.fixed, key=lambda one: -len(one.phrase)))


def _possible(text: str) -> Iterator[FixedPhrase]:
    """The phrases of which half may stand in a text, the longest first."""
    by_half, fixed = _by_half(), _fixed()
    numbers = {number for pair in by_half.keys() & _pairs(text) for number in by_half[pair]}
    return (fixed[number] for number in sorted(numbers))


@cache
def _by_half() -> Mapping[str, list[int]]:
    """Where the phrases stand among all, by the first two signs of each of their halves."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, phrase in enumerate(_fixed()):
        for half in _halves(phrase.phrase):
            found[half[:2]].append(number)
    return found


@lru_cache(maxsize=8)
def _pairs(text: str) -> tuple[str, ...]:
    """Each sign of a text with the next one."""
    return tuple(map(add, text, text[1:]))


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether the words are part of a phrase that is listed itself."""
    for other in _fixed():
        at = text.find(other.phrase, max(0, start - len(other.phrase)), end + len(other.phrase))
        while at != -1:
            if at <= start and end <= at + len(other.phrase):
                return True
            at = text.find(other.phrase, at + 1, end + len(other.phrase))
    return False


@lru_cache(maxsize=1024)
def _halves(phrase: str) -> tuple[str, str]:
    middle = len(phrase) // 2
    return phrase[:middle], phrase[middle:]


def _near(text: str, phrase: str) -> Iterator[Span]:
    """Spans of a text that are one edit away from a phrase whose ends they share."""
    first, second = _halves(phrase)
    for half, is_first in ((first, True), (second, False)):
        at = text.find(half)
        while at != -1:
            for longer in (0, -1, 1, -2):
                length = len(phrase) + longer
                start = at if is_first else at + len(half) - length
                words = text[start : start + length] if start >= 0 else ""
                if len(words) != length:
                    continue
                if words == phrase:
                    break
                if longer == -1 and words == phrase[:-1] and _CUT.match(text, start + length):
                    yield start, start + length
                    break
                if _is_slip(words, phrase) and _keeps_ends(words, phrase):
                    yield start, start + length
                    break
            at = text.find(half, at + 1)


def _keeps_ends(words: str, phrase: str) -> bool:
    """Whether both ends stand, or one is of the same sound or has changed places with its
    neighbour: another first or last sign most often belongs to other words."""
    if words[0] == phrase[0] and words[-1] == phrase[-1]:
        return True
    if len(words) != len(phrase):
        return False
    at = 0 if words[0] != phrase[0] else -1
    if sorted(words) == sorted(phrase):
        return True
    if at == -1 and len(phrase) >= _WHOLE_ENOUGH and words[at] not in _FUNCTION_WORDS:
        return True
    return _is_alike(words[at], phrase[at])


def _is_slip(words: str, phrase: str) -> bool:
    """One sign exchanged, lost or too many, two signs in the wrong order, or a word lost.

    Other numerals and marks are no slips: 二十届三中全会 is another one than 二十届四中全会.
    """
    same = 0
    while same < min(len(words), len(phrase)) and words[same] == phrase[same]:
        same += 1
    left, right = words[same:], phrase[same:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    is_mark = set(left + right) <= _MARKS and right != "的"
    if set(left + right) & _NUMERALS or is_mark:
        return False
    if len(left) == len(right) == 1:
        return frozenset(left + right) not in _BOTH_SAID
    if len(left) + len(right) == 1:
        return True
    if len(left) == len(right) == 4 and left == right[2:] + right[:2]:
        return True
    if len(left) == 2 and left == right[::-1]:
        return True
    return not left and len(right) == 2 and len(phrase) >= _LONG


def _out_of_date(passage: Passage, setting: Setting) -> Iterator[Finding]:
    text = passage.text
    titles = [found.span() for found in _TITLE.finditer(text)]
    for outdated in _outdated():
        if setting.year <= outdated.until:
            continue
        at = text.find(outdated.phrase)
        while at != -1:
            end = at + len(outdated.phrase)
            if not _is_history(text, at, end, outdated.fine) and not any(
                start <= at < stop for start, stop in titles
            ):
                said = f"{outdated.told}：{passage.around(at, end)}"
                yield Finding(at, end, said, is_sure=outdated.is_sure)
            at = text.find(outdated.phrase, end)


def _is_history(text: str, start: int, end: int, fine: re.Pattern[str] | None) -> bool:
    """Whether the words around say that it is told of its own time."""
    before = text[max(0, start - 14) : start]
    if _HISTORY.search(before) or _CLOSED.search(before) or _HISTORY.match(text, end):
        return True
    return fine is not None and fine.match(text, end) is not None


@cache
def _outdated() -> tuple[_Outdated, ...]:
    made = []
    for one in phrases().file.outdated:
        instead = f"，现在说“{one.instead}”" if one.instead else ""
        source = f"（{one.source}）" if one.source else ""
        fine = re.compile(one.fine) if one.fine else None
        told = f"“{one.phrase}”过时了{instead}{source}"
        made.append(_Outdated(one.phrase, one.until, fine, told, bool(one.source)))
    return tuple(made)


def slips(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """Slips of the table, and stock words with a sign of the same sound."""
    text = passage.text
    told: set[int] = set()
    for at, pair in enumerate(_pairs(text)):
        for wrong, right, fine in _typos().get(pair, ()):
            end = at + len(wrong)
            if at in told or not text.startswith(wrong, at):
                continue
            if fine is not None and fine.search(text[max(0, at - 4) : end + 4]):
                continue
            told.update(range(at, end))
            yield _slip(passage, at, end, right)
    for start, right in _same_sound(text):
        if start not in told:
            told.update(range(start, start + len(right)))
            yield _slip(passage, start, start + len(right), right)


def _slip(passage: Passage, start: int, end: int, right: str) -> Finding:
    told = f"“{passage.text[start:end]}”应为“{right}”"
    return Finding(start, end, f"{told}：{passage.around(start, end)}", after=right)


@cache
def _typos() -> Mapping[str, list[tuple[str, str, re.Pattern[str] | None]]]:
    """The slips of the table by their first two signs."""
    found: dict[str, list[tuple[str, str, re.Pattern[str] | None]]] = defaultdict(list)
    for one in phrases().file.typos:
        fine = re.compile(one.fine) if one.fine else None
        found[one.wrong[:2]].append((one.wrong, one.right, fine))
    return found


def _same_sound(text: str) -> Iterator[tuple[int, str]]:
    """Where a stock word stands with one sign exchanged for another of the same sound.

    One sign off leaves the first two signs of a word as they are, or its last two.
    """
    first, last = _lengths()
    for at, pair in enumerate(_pairs(text)):
        for length in first.get(pair, ()):
            for word in _one_off(text[at : at + length], range(2, length)):
                if not _goes_on(text, at, text[at : at + length], word):
                    yield at, word
        for length in last.get(pair, ()):
            start = at + 2 - length
            words = text[start : at + 2] if start >= 0 else ""
            for word in _one_off(words, range(min(2, length - 2))):
                if not _goes_on(text, start, words, word):
                    yield start, word


def _one_off(words: str, places: range) -> Iterator[str]:
    """The stock words that differ from these at one of the places, and sound the same there."""
    known = _by_rest()
    for at in places:
        for word in known.get(f"{words[:at]}*{words[at + 1 :]}", ()):
            if _sounds_alike(words, word):
                yield word


def _goes_on(text: str, start: int, words: str, word: str) -> bool:
    """Whether the differing sign, first or last, belongs to the word beside: 发展｜新局面."""
    end = start + len(words)
    if words[0] != word[0]:
        return start > 0 and text[start - 1 : start + 1] in _known_pairs()
    return words[-1] != word[-1] and text[end - 1 : end + 1] in _known_pairs()


@cache
def _known_pairs() -> frozenset[str]:
    """Every two signs that stand side by side in a stock word."""
    return frozenset(pair for word in phrases().file.stock for pair in map(add, word, word[1:]))


def _sounds_alike(words: str, word: str) -> bool:
    """Whether words differ from a stock word in one sign, which sounds the same."""
    if len(words) != len(word) or words == word or sum(map(ne, words, word)) != 1:
        return False
    differing = [at for at, sign in enumerate(words) if sign != word[at]]
    if words in _stock() or words[differing[0]] in _FUNCTION_WORDS:
        return False
    if len(word) < _IDIOM and differing[0] != 1:
        return False
    sign, meant = words[differing[0]], word[differing[0]]
    sounds = phrases().sounds
    if len(word) >= _IDIOM and _is_alike(sign, meant):
        return True
    return sounds.get(sign) is not None and sounds.get(sign) == sounds.get(meant)


def _is_alike(sign: str, meant: str) -> bool:
    """Whether two signs sound nearly the same (zhi, zi; shan, shang), or look so (己, 已)."""
    sound, other = _heard(sign), _heard(meant)
    return (sound is not None and sound == other) or frozenset((sign, meant)) in _look_alike()


@lru_cache(maxsize=4096)
def _heard(sign: str) -> str | None:
    """The syllable of a sign as many in the south say it: no zh, ch, sh and no ng."""
    sound = phrases().sounds.get(sign)
    if sound is None:
        return None
    return _TONGUE.sub(r"\1", sound).replace("ng", "n")


@cache
def _look_alike() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair) for signs in phrases().file.alike for pair in combinations(signs, 2)
    )


@cache
def _stock() -> frozenset[str]:
    return frozenset(phrases().file.stock)


@cache
def _lengths() -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
    """How long the stock words are that begin with two signs, and those that end with two."""
    first: dict[str, set[int]] = defaultdict(set)
    last: dict[str, set[int]] = defaultdict(set)
    for word in phrases().file.stock:
        first[word[:2]].add(len(word))
        last[word[-2:]].add(len(word))
    return first, last


@cache
def _by_rest() -> Mapping[str, list[str]]:
    """The stock words by what is left where any one of their signs is taken out."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in phrases().file.stock:
        for at in range(len(word)):
            found[f"{word[:at]}*{word[at + 1 :]}"].append(word)
    return found


FAMILY = Family(
    "固定提法和用字",
    (
        Rule(
            key="fixed-phrase",
            again=True,
            title="固定提法差一个字",
            reason="固定的提法不能缺字、错字、多字",
            source="党的文件和法律法规的原文（templates/phrases.json逐条写明）",
            fix="改成固定的提法",
            silent="届次、数字不同的；书名号里",
            wrong="坚持中国特色社会思想，坚持稳中求进工作总调基。",
            right="坚持稳中求进工作总基调。",
            in_passage=_almost,
        ),
        Rule(
            key="out-of-date",
            title="过时的提法",
            reason="这个提法、机构或规划已经不用了",
            source="templates/phrases.json逐条写明",
            fix="改成现在的提法",
            silent="说的是当时（时期、期间、以来、收官）；书名号里",
            wrong="新增市场主体2680户。",
            right="新增经营主体2680户。",
            in_passage=_out_of_date,
        ),
        Rule(
            key="slip-of-the-pen",
            title="错别字",
            reason="常见的错别字",
            source="《现代汉语词典》",
            fix="改正",
            silent="更长的词里的同样几个字",
            wrong="攻艰克难、再接再励。",
            right="攻坚克难、再接再厉。",
            in_passage=slips,
        ),
    ),
)
