"""A composed paragraph as the rules see it, and what they must know of the project around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from model.document import Paragraph, Part, Role
from model.values.patterns import pattern
from model.wording.finding.figures import Figure, find_figures
from model.wording.fold import fold

_SENTENCE = pattern(r"[^。！？!?\n]+[。！？!?]*[”’）)]*")
_CLAUSE = pattern(r"[^，。；：！？,;:!?\n]+")
_AROUND = 10

Span = tuple[int, int]


class Setting(NamedTuple):
    """What the rules of a passage must know beside its words.

    `names` are all places, people and words that the project's fields and organization hold.
    """

    year: int
    months: tuple[int, int]
    place: str
    superior: str
    names: tuple[str, ...] = ()
    peers: int | None = None
    is_speech: bool = False
    is_final: bool = False
    """Whether it is looked at as what leaves the office."""
    is_report: bool = False
    """A formal 报告 to a superior: it has 主送机关 and calls itself 报告."""


class Passage(NamedTuple):
    """A paragraph's text, with its signs (一是) and leads as spans of it."""

    text: str
    role: Role = Role.BODY
    level: int = 0
    signs: tuple[Span, ...] = ()
    leads: tuple[Span, ...] = ()
    made: tuple[Span, ...] = ()
    """What the program says itself: values of indicators and the words around them."""

    @property
    def folded(self) -> str:
        return _folded(self.text)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return find_figures(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is made of sentences: no title, caption or date."""
        return self.role in (Role.BODY, Role.CLOSING, Role.NOTE)

    def is_made(self, at: int) -> bool:
        """Whether the program says what stands there: its numbers are checked themselves."""
        return any(start <= at < end for start, end in self.made)

    def around(self, start: int, end: int) -> str:
        """The words around a span, so that the clerk knows which is meant."""
        before = self.text[max(0, start - _AROUND) : start]
        after = self.text[end : end + _AROUND]
        return f"…{before}【{self.text[start:end]}】{after}…"


def passage_of(paragraph: Paragraph) -> Passage:
    """A composed paragraph as a passage; equal paragraphs make equal passages."""
    signs, leads, made, at = [], [], [], 0
    for span in paragraph.spans:
        end = at + len(span.text)
        if span.part is Part.MARKER:
            signs.append((at, end))
        elif span.part is Part.LEAD:
            leads.append((at, end))
        if span.at is None and span.part is not Part.MARKER:
            made.append((at, end))
        at = end
    return Passage(
        paragraph.text, paragraph.role, paragraph.level, tuple(signs), tuple(leads), tuple(made)
    )


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Every rule of a passage asks for it."""
    return fold(text)


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, each with its mark."""
    return tuple(found.span() for found in _SENTENCE.finditer(text))


@lru_cache(maxsize=8192)
def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of a text, without the marks between them."""
    return tuple(found.span() for found in _CLAUSE.finditer(text))


def span_at(spans: tuple[Span, ...], at: int) -> Span:
    """The span that holds a place, or the empty one there."""
    return next((span for span in spans if span[0] <= at < span[1]), (at, at))


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All that a pattern finds in a text, one after another."""
    return pattern.finditer(text)
