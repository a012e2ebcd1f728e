"""Blanks inside words and numbers (字间空格), and full-width digits (全角数字)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.cleaning.edit import Block, Edit, numbered_texts
from model.parse.structure_signs import sign_at
from model.values.patterns import pattern
from model.wording.finding.blanks import find_blanks

_BLANK = "[ \u3000\u00a0]"
_IN_NUMBER: Final = pattern(
    rf"(?<=\d){_BLANK}{{0,2}}([.．]){_BLANK}{{0,2}}(?=\d)|(?<=\d){_BLANK}{{1,2}}(?=[%％‰])"
)
_IN_WORDS: Final = pattern(rf"(?<=[\u4e00-\u9fff]){_BLANK}{{1,3}}(?=[\u4e00-\u9fff])")
_PUNCTUATION: Final = pattern(
    rf"{_BLANK}{{1,3}}(?=[，。；：、！？])|(?<=[，。；：、！？]){_BLANK}{{1,3}}(?=[\u4e00-\u9fff\d])"
)
_UNITS = "天辆起个家户人名次件亿万元座条项公处余多吨亩年月日位度"
_SENTENCE: Final = pattern(r"[，。；]")
_FEWEST = 3
_SHORTEST_LEAD = 4
_WIDE: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE_NUMBER: Final = pattern(r"[０-９][０-９．，％]{0,20}")


def find_blanks_inside(blocks: Sequence[Block]) -> list[Edit]:
    """Blanks inside numbers, and inside words where there are several; gaps to fill in stay."""
    texts = numbered_texts(blocks)
    words = [(place, _words_closed(text)) for place, text in texts]
    closed_up = sum(
        len(text) - len(closed) for (_, text), (_, closed) in zip(texts, words, strict=True)
    )
    several = closed_up >= _FEWEST
    edits = []
    for (place, text), (_, closed) in zip(texts, words, strict=True):
        cleaned = _IN_NUMBER.sub(r"\1", closed if several else text)
        if cleaned != text:
            edits.append(Edit(place, place + 1, (cleaned,)))
    return edits


def _words_closed(text: str) -> str:
    """A sentence without the blanks between its words; names and titles are set with blanks."""
    if not _SENTENCE.search(text) or len(text) < 12:
        return text
    closes_lead = _end_of_lead(text)
    gaps = [(blank.start, blank.end) for blank in find_blanks(text)]

    def close(found: re.Match[str]) -> str:
        asked = any(start < found.end() and found.start() < end for start, end in gaps)
        meant = asked or text[found.end()] in _UNITS or found.start() == closes_lead
        return found[0] if meant else ""

    closed = _IN_WORDS.sub(close, text)
    return _PUNCTUATION.sub("", closed) if closed != text else text


def _end_of_lead(text: str) -> int:
    """Where a blank closes what a sign opens (（四）排查隐患 紧盯…), or -1."""
    sign, found = sign_at(text, 0), _IN_WORDS.search(text)
    if sign is None or found is None or _SENTENCE.search(text, 0, found.start()):
        return -1
    return found.start() if found.start() - sign.end >= _SHORTEST_LEAD else -1


def find_wide_digits(blocks: Sequence[Block]) -> list[Edit]:
    """Digits of full width, with the stops and signs inside their numbers."""
    edits = []
    for place, text in numbered_texts(blocks):
        cleaned = _WIDE_NUMBER.sub(_narrow, text)
        if cleaned != text:
            edits.append(Edit(place, place + 1, (cleaned,)))
    return edits


def _narrow(found: re.Match[str]) -> str:
    number = found[0].rstrip("，．")
    rest = found[0][len(number) :]
    return number.translate(_WIDE).replace("．", ".").replace("％", "%") + rest
