"""The parts of a manuscript beside those of a template: matched by purpose and order."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from model.report.report import Report
from model.report.section import Section
from model.report.template import ReportTemplate
from model.report.tree import walk
from model.report.uses import texts_of

_ENOUGH = 0.12
_HEADING_WEIGHT = 0.6


class Matched(NamedTuple):
    """A part of the manuscript, and the template's part it answers to (None: none does)."""

    heading: str
    template: str | None


class Fit(NamedTuple):
    """The report with the hints of its template, what matched, and what the template has more."""

    report: Report
    parts: tuple[Matched, ...]
    missing: tuple[str, ...]


def matched(report: Report, template: ReportTemplate | None) -> Fit:
    """Give every part of the manuscript the hint of the template's part it is most like.

    Parts keep the manuscript's order and words; a template's part answers once, and later
    parts never to earlier ones.
    """
    own = [part for part in report.content if isinstance(part, Section)]
    if template is None:
        return Fit(report, tuple(Matched(_heading(part), None) for part in own), ())
    theirs = [part for part in template.content if isinstance(part, Section)]
    pairs = dict(_pairs(own, theirs))
    content = tuple(
        part.changed(hint=theirs[pairs[own.index(part)]].hint)
        if isinstance(part, Section) and own.index(part) in pairs
        else part
        for part in report.content
    )
    told = tuple(
        Matched(_heading(part), _heading(theirs[pairs[nth]]) if nth in pairs else None)
        for nth, part in enumerate(own)
    )
    left = (part for nth, part in enumerate(theirs) if nth not in pairs.values())
    return Fit(report.changed(content=content), told, tuple(map(_heading, left)))


def _pairs(own: list[Section], theirs: list[Section]) -> Iterator[tuple[int, int]]:
    """The order-keeping pairs whose likeness adds up to the most."""
    like = [[likeness(one, other) for other in theirs] for one in own]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(own) + 1)]
    for i in range(len(own) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            together = like[i][j] + best[i + 1][j + 1] if like[i][j] >= _ENOUGH else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    i = j = 0
    while i < len(own) and j < len(theirs):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def likeness(one: Section, other: Section) -> float:
    """0 to 1: how alike two parts are, by heading and by the pairs of characters they use."""
    headings = SequenceMatcher(None, _heading(one), _heading(other), autojunk=False).ratio()
    words, others = _bigrams(one), _bigrams(other)
    shared = 2 * len(words & others) / (len(words) + len(others)) if words and others else 0.0
    return _HEADING_WEIGHT * headings + (1 - _HEADING_WEIGHT) * shared


def _heading(part: Section) -> str:
    return part.heading.text if part.heading else ""


def _bigrams(part: Section) -> set[str]:
    texts = [text for record in walk(part) for _, text in texts_of(record)]
    return {text[at : at + 2] for text in texts for at in range(len(text) - 1)}
