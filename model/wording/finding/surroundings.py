"""Where each figure of a paragraph stands: its sentence so far, what leads to it, what follows.

Also which figures stand in one list (增长12%和15%), and whether 预计 or a former time reaches one.
All texts here are folded.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.wording.finding.figures import Figure, find_figures
from model.wording.finding.names import core, timeless
from model.wording.finding.times import years_told
from model.wording.fold import fold

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_FORECAST = re.compile(r"预计|有望|可(?=达|完成|实现|望)")
_BRACKET_OF_PAST = re.compile(r"\((?:同期|去年|上年|上期)[^()]*$")
_PAST = re.compile(
    r"(?:同期|去年|上年)[^，,;:)]{0,4}为[^，,;:)]*$|(?:同期|去年|上年)(?:盈利|亏损)[^，,;:)]*$"
)
_STOP = re.compile(r"[，,;:(]")
_NUMBERED = re.compile(r"\d|[Xx*□]")
_CLOSED = re.compile(r"\([^()]*\)")
_OF_GOAL = re.compile(r"(?<=目标)\([^()]*\)")
_JOIN = re.compile(r"\s?[、和与及:-]\s?")
_CLAUSE = 80
_AFTER, _BEFORE = 20, 600  # how far words reach, in characters


class Placed(NamedTuple):
    """A figure with the words around it: its sentence so far, the gap since the figure before it
    in that sentence, and what follows its unit up to the next figure."""

    figure: Figure
    before: str
    gap: str
    after: str
    ratio: bool

    @property
    def clause(self) -> str:
        """The words before the figure, back to the last comma."""
        return _STOP.split(_OF_GOAL.sub("", self.before[-_CLAUSE:]))[-1]

    @property
    def lead(self) -> str:
        """The gap without what stands in brackets that are closed again (公司债(第一期))."""
        return _CLOSED.sub("", self.gap)

    @property
    def opens(self) -> bool:
        """Whether it is the first figure of its sentence."""
        return self.gap == self.before

    @property
    def goes_on(self) -> bool:
        """Whether it follows another figure of its sentence with no semicolon between."""
        return not self.opens and ";" not in self.gap

    @property
    def forecast(self) -> bool:
        """Whether 预计 reaches it: over the whole sentence where it opens a list there, else to
        the next semicolon or closing bracket."""
        found = list(_FORECAST.finditer(self.before))
        if not found:
            return False
        before = self.before[: found[-1].start()]
        clause = _STOP.split(before)[-1]
        opens = core(clause) == "" and _NUMBERED.search(timeless(before)) is None
        return opens or re.search(r"[;)]", self.before[found[-1].end() :]) is None

    def is_former(self, year: int | None) -> bool:
        """Whether the words before it name a former time: (同期为…, or a year before `year`."""
        if _BRACKET_OF_PAST.search(self.before) or _PAST.search(self.before):
            return True
        told = years_told(self.before)
        return bool(year and told and told[-1] < year)


def placed_groups(text: str) -> list[list[Placed]]:
    """The figures of `text` with their surroundings, those of one list together."""
    folded = fold(text)
    groups: list[list[Placed]] = []
    figures = find_figures(text)
    sentences = list(_SENTENCE.finditer(folded))
    last_end, at = 0, 0
    starts = [*(figure.start for figure in figures[1:]), len(folded)]
    for figure, next_start in zip(figures, starts, strict=False):
        while sentences[at].end() <= figure.start:
            at += 1
        start = sentences[at].start()
        end = _end_with_unit(text, figure)
        placed = Placed(
            figure,
            before=folded[max(start, figure.start - _BEFORE) : figure.start],
            gap=folded[max(start, last_end, figure.start - _BEFORE) : figure.start],
            after=folded[end : min(end + _AFTER, next_start)],
            ratio=figure.unit == "" and ":" in folded[max(0, figure.start - 1) : end + 1],
        )
        if groups and _continues(groups[-1][-1], placed):
            groups[-1].append(placed)
        else:
            groups.append([placed])
        last_end = end
    return groups


def _continues(last: Placed, placed: Placed) -> bool:
    """Whether `placed` stands in one list with the figure before it."""
    joined = placed.gap != placed.before and _JOIN.fullmatch(placed.gap) is not None
    return joined and last.figure.unit == placed.figure.unit


def _end_with_unit(text: str, figure: Figure) -> int:
    found = re.compile(r"\s?[余多几]?" + re.escape(figure.unit)).match(text, figure.end)
    return found.end() if found and figure.unit else figure.end
