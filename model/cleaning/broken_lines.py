"""Lines that were broken at the edge of a page (断行), as text copied from a PDF is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from model.cleaning.edit import Block, Edit, has_table
from model.parse.structure_signs import next_in_row, sign_at
from model.reading.source import SourceParagraph
from model.values.patterns import pattern

_STOPPED: Final = pattern(r"[。：；！？!?:;…][”’）)]?$")
_GOES_ON: Final = pattern(r"[，、,“‘（(《]$")
_INDENTED: Final = pattern("[ \u00a0]{2}|\u3000|\t")
_LATIN_END: Final = pattern("[A-WYZa-wyz]{2}$")
_LATIN_START: Final = pattern("[A-WYZa-wyz]{2}")
_TITLE: Final = pattern(r"(?:总结|报告|汇报|讲话|计划|要点|方案|公报|情况|安排|分析|打算)$")
_TITLE_LINES = 6
_NARROWEST, _WIDEST = 12, 70
_SLACK = 3
_FEWEST = 3
_SHARE = 4
_RUN_IN: Final = ("一是", "①", "首先", "第一，", "其一，")
_REACH = 8
_INNER_STOP: Final = pattern("[。；]")
_CLOSES: Final = pattern(r"(?:各位代表|各位委员|同志们|谢谢大家)[：:！!]")


def find_broken_lines(blocks: Sequence[Block]) -> list[Edit]:
    """The lines of each paragraph that was broken, as one.

    A line is broken when it is as long as most unfinished lines are, and the next is no longer and
    opens nothing. Text in which fewer lines are so is left alone: headings may be equally long.
    """
    lines = _Lines(blocks)
    edits = lines.joined(max((_width, len), key=lines.evenness))
    found = _lines_joined(edits)
    return edits if found >= _FEWEST and found * _SHARE >= lines.count else []


def _lines_joined(edits: Sequence[Edit]) -> int:
    return sum(edit.end - edit.start - 1 for edit in edits)


def _width(text: str) -> float:
    """How wide a line is, in Chinese characters."""
    return sum(0.5 if ord(character) < 0x2000 else 1 for character in text)


class _Lines:
    """The lines of a manuscript that are not blank."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        lines = [
            (place, block.text)
            for place, block in enumerate(blocks)
            if isinstance(block, SourceParagraph) and block.text.strip()
        ]
        self._places = [place for place, _ in lines]
        self._raw = [raw for _, raw in lines]
        self._texts = [raw.strip() for raw in self._raw]
        indented = sum(_INDENTED.match(raw) is not None for raw in self._raw)
        self._is_indented = indented * 12 >= len(self._raw) and indented >= 2
        self._signs = [sign_at(text, 0) for text in self._texts]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._texts)

    def evenness(self, measure: Callable[[str], float]) -> int:
        """How many unfinished lines are of one length, measured so: PDFs are set in widths, other
        files are cut after so many characters."""
        lengths = [measure(text) for text in self._texts]
        edge = self._edge(lengths)
        return sum(
            edge - 1 <= length <= edge
            for text, length in zip(self._texts, lengths, strict=True)
            if not _STOPPED.search(text)
        )

    def joined(self, measure: Callable[[str], float]) -> list[Edit]:
        """The edits with the length of lines measured so."""
        lengths = [measure(text) for text in self._texts]
        edge = self._edge(lengths)
        edits: list[Edit] = []
        first = 0
        while first < len(self._texts):
            last = first
            while last + 1 < len(self._texts) and self._goes_on(last, lengths, edge):
                last += 1
            if last > first:
                joined = _joined(self._texts[first : last + 1])
                edits.append(Edit(self._places[first], self._places[last] + 1, (joined,)))
            first = last + 1
        return edits

    def _edge(self, lengths: Sequence[float]) -> float:
        """The length that most unfinished lines have; 0 where there are none."""
        unfinished = sorted(
            length
            for text, length in zip(self._texts, lengths, strict=True)
            if _NARROWEST <= length <= _WIDEST and not _STOPPED.search(text)
        )
        within = [
            (bisect_right(unfinished, edge) - bisect_left(unfinished, edge - _SLACK), edge)
            for edge in unfinished
        ]
        return max(within)[1] if within else 0

    def _goes_on(self, nth: int, lengths: Sequence[float], edge: float) -> bool:
        """Whether the sentence of a line goes on in the next one."""
        text, after = self._texts[nth], self._texts[nth + 1]
        if not edge - _SLACK <= lengths[nth] <= edge + 1.5 or lengths[nth + 1] > edge + 1.5:
            return False
        start, end = self._places[nth] + 1, self._places[nth + 1]
        if has_table(self._blocks, start, end):
            return False
        if self._is_indented and _INDENTED.match(self._raw[nth + 1]):
            return False
        if _CLOSES.fullmatch(after) or (nth < _TITLE_LINES and _TITLE.search(text)):
            return False
        is_next = start == end
        is_full = is_next and lengths[nth] >= edge - 1
        sign = self._signs[nth + 1]
        if sign is not None and not _GOES_ON.search(text):
            return is_full and sign.family in _RUN_IN and not self._is_list(nth + 1)
        if not _STOPPED.search(text):
            return is_full or not self._is_heading(nth)
        ends = lengths[nth + 1] >= edge - _SLACK or _STOPPED.search(after)
        return bool(ends) and is_next and (self._is_indented or is_full)

    def _is_heading(self, nth: int) -> bool:
        """Whether a line may be a heading that happens to be nearly as long as the page."""
        sign = self._signs[nth]
        return sign is not None and sign.level > 0 and not _INNER_STOP.search(self._texts[nth])

    def _is_list(self, nth: int) -> bool:
        """Whether the members of a row stand on lines of their own: the next one does too."""
        sign = self._signs[nth]
        later = self._signs[nth + 1 : nth + _REACH]
        return sign is not None and any(other and next_in_row(sign, other) for other in later)


def _joined(texts: Sequence[str]) -> str:
    """Broken lines as one; words of Latin letters keep a blank between."""
    joined = texts[0]
    for text in texts[1:]:
        is_between_words = _LATIN_END.search(joined[-2:]) and _LATIN_START.match(text)
        joined += (" " if is_between_words else "") + text
    return joined
