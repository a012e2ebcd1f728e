"""像是错字: two signs that hardly stand side by side, where a usual word sounds the same.

No word list knows all that a report may say. So a sign is doubted only where the pair it makes
is unknown, the word that sounds the same is usual, and with it the words around are known too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from model.check.passage import Passage, Setting
from model.check.phrases import slips
from model.check.problem import Severity
from model.check.rule import Family, Finding, Rule
from model.library.shipped import pairs, phrases
from model.values.patterns import pattern

_CHINESE = pattern(r"[\u4e00-\u9fff]{2,}")
_USUAL = 5
_WORD, _TWO_WORDS = 2, 4
_PLAIN = frozenset(
    "与以是和有在的为将由从向对把被等及于之其而且但或如因所省市县区乡镇村年月日一二三四五六七八九十"
    "百千万亿个大小中上下前后左右东南西北不各全期计增入性成化力地人余见要开保"
)
"""Signs that stand beside any other."""
_NAMED = pattern(r"(?:路|街|村|镇|乡|社区|公司|集团|学校|小区|大道|广场|公园|大桥|水库)")


class _Doubt(NamedTuple):
    """Where a pair is doubted, and the word that is meant."""

    start: int
    meant: str


def _misheard(passage: Passage, setting: Setting) -> Iterator[Finding]:
    for run in _CHINESE.finditer(passage.text):
        for doubt in _doubts(run[0]):
            start = run.start() + doubt.start
            end = start + _WORD
            if passage.is_made(start) or _NAMED.match(passage.text, end):
                continue
            if any(slip.start < end and start < slip.end for slip in slips(passage, setting)):
                continue  # that is told for certain
            said = f"“{passage.text[start:end]}”是不是“{doubt.meant}”"
            around = passage.around(start, end)
            yield Finding(start, end, f"{said}：{around}", after=doubt.meant)


def _doubts(run: str) -> Iterator[_Doubt]:
    known, (by_first, by_second), sounds = pairs(), _by_sound(), phrases().sounds
    for at, (first, second) in enumerate(pairwise(run)):
        if first + second in known:
            continue
        before, after = run[at - 1 : at] if at else "", run[at + 2 : at + 3]
        for word in by_first.get((first, sounds.get(second, "")), ()):
            if second not in _PLAIN and _fits(before, word, after, second, is_second=True):
                yield _Doubt(at, word)
                break
        for word in by_second.get((sounds.get(first, ""), second), ()):
            if first not in _PLAIN and _fits(before, word, after, first, is_second=False):
                yield _Doubt(at, word)
                break


def _fits(before: str, word: str, after: str, sign: str, *, is_second: bool) -> bool:
    """Whether the signs around go with the word, and the nearest not with the doubted sign."""
    known = pairs()
    if is_second:
        is_joined = bool(after) and sign + after in known
    else:
        is_joined = bool(before) and before + sign in known
    if is_joined:
        return False
    return (not before or before + word[0] in known) and (not after or word[1] + after in known)


@cache
def _by_sound() -> tuple[Mapping[tuple[str, str], list[str]], Mapping[tuple[str, str], list[str]]]:
    """The usual words of two signs by the first and how the second sounds, and the other way."""
    sounds, known = phrases().sounds, pairs()
    by_first: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_second: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in sorted(_words()):
        if known.get(word, 0) < _USUAL:
            continue
        first, second = word[0], word[1]
        if second in sounds:
            by_first[first, sounds[second]].append(word)
        if first in sounds:
            by_second[sounds[first], second].append(word)
    return by_first, by_second


def _words() -> set[str]:
    """The halves of the stock words of four signs, most of which are words."""
    long = (word for word in phrases().file.stock if len(word) == _TWO_WORDS)
    return {half for word in long for half in (word[:_WORD], word[_WORD:])}


FAMILY = Family(
    "像是错字",
    (
        Rule(
            key="misheard",
            title="像是错字",
            severity=Severity.INFO,
            reason="这两个字很少连用，同音的词却常用",
            source="指标库、模板和常用词里的用字",
            fix="核对这个字",
            silent="连用过的字，人名、地名、路名，放在这里前后不搭的词",
            wrong="全县各象工作取得成效。",
            right="全县各项工作取得成效。",
            in_passage=_misheard,
        ),
    ),
)
