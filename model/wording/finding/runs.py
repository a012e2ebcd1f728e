"""Where a word of Chinese text begins and ends for the hand: what a double click takes, and where
Ctrl with an arrow key stops.

A figure with its direction word and its unit is one run (增长5.1%); other words run up to the next
punctuation mark, space or figure. No dictionary is asked: a run may hold several words, but never
reaches beyond its clause.
"""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from model.wording.finding.figures import Figure, find_figures

_REACH = 120
_LINE_ENDS = "\n\u2028\u2029"
_STOPS = f"。；！？{_LINE_ENDS}"
_OBJECT = "\ufffc"
_IN_NUMBERS = ".%"
_MOST_BETWEEN = 3


class Run(NamedTuple):
    """A stretch of a text, by its places."""

    start: int
    end: int


class _Kind(Enum):
    WORD = auto()
    LATIN = auto()
    MARK = auto()
    SPACE = auto()
    LINE_END = auto()
    OBJECT = auto()


def run_at(text: str, at: int) -> Run:
    """The run that holds the sign at a place; behind the last sign of a line, the run before it."""
    if not text:
        return Run(0, 0)
    at = min(at, len(text) - 1)
    if _kind(text[at]) is _Kind.LINE_END and at and _kind(text[at - 1]) is not _Kind.LINE_END:
        at -= 1
    return _run_of(text, at)


def run_start_before(text: str, at: int) -> int:
    """Where Ctrl+← stops: the start of the run before a place, past spaces."""
    while at > 1 and _kind(text[at - 1]) is _Kind.SPACE:
        at -= 1
    return _run_of(text, at - 1).start if at > 0 else 0


def run_end_behind(text: str, at: int) -> int:
    """Where Ctrl+→ stops: the end of the run behind a place, past spaces."""
    while at < len(text) - 1 and _kind(text[at]) is _Kind.SPACE:
        at += 1
    return _run_of(text, at).end if at < len(text) else len(text)


def _run_of(text: str, at: int) -> Run:
    kind = _kind(text[at])
    if kind in (_Kind.LINE_END, _Kind.OBJECT):
        return Run(at, at + 1)
    first, last = _sentence_around(text, at)
    sentence = text[first:last]
    figures = [_figure_run(sentence, figure) for figure in find_figures(sentence)]
    here = at - first
    for figure in figures:
        if figure.start <= here < figure.end:
            return Run(first + figure.start, first + figure.end)
    low = max((figure.end for figure in figures if figure.end <= here), default=0)
    high = min((figure.start for figure in figures if figure.start > here), default=len(sentence))
    start = end = here
    while start > low and _kind(sentence[start - 1]) is kind:
        start -= 1
    while end < high and _kind(sentence[end]) is kind:
        end += 1
    return Run(first + start, first + end)


def _sentence_around(text: str, at: int) -> Run:
    """The sentence that holds a sign, no more of it than is needed: a key must not read a page."""
    first, last = at, at + 1
    while first > max(0, at - _REACH) and text[first - 1] not in _STOPS:
        first -= 1
    while last < min(len(text), at + _REACH) and text[last - 1] not in _STOPS:
        last += 1
    return Run(first, last)


def _figure_run(sentence: str, figure: Figure) -> Run:
    """A figure with the word of its direction before it and its unit behind it."""
    start, end = figure.start, figure.end
    word = figure.direction
    if word is not None and 0 <= start - word.end <= _MOST_BETWEEN:
        between = sentence[word.end : start]
        if all(_kind(sign) in (_Kind.WORD, _Kind.SPACE) for sign in between):
            start = word.start
    behind = len(sentence[end:]) - len(sentence[end:].lstrip(" "))
    if figure.unit and sentence.startswith(figure.unit, end + behind):
        end += behind + len(figure.unit)
    return Run(start, end)


def _kind(sign: str) -> _Kind:
    if sign in _LINE_ENDS:
        return _Kind.LINE_END
    if sign == _OBJECT:
        return _Kind.OBJECT
    if sign.isspace():
        return _Kind.SPACE
    if sign.isascii() and (sign.isalnum() or sign in _IN_NUMBERS):
        return _Kind.LATIN
    return _Kind.MARK if unicodedata.category(sign)[0] in "PS" else _Kind.WORD
