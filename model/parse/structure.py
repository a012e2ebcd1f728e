"""WHAT EACH PARAGRAPH IS: role, level, sign and lead, and the points inside it.

A pure function over lines of text. What a Word file adds (outline levels, a title's style) is used
where it is there; no rule needs it. Roles are title, subtitle, salutation, heading, body, closing,
signature, date and note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from model.parse.structure_frame import annex_list, frame_lines
from model.parse.structure_front import back_roles, front_roles, is_salutation
from model.parse.structure_leads import (
    leads_of,
    opening_sentence,
    segments,
    side_by_side,
)
from model.parse.structure_notes import ANNEX, is_row, lines_beside, note_lines
from model.parse.structure_points import inner_signs, opening_signs
from model.parse.structure_signs import Sign
from model.parse.structure_styles import role_of_style
from model.parse.structure_topics import Sentence, Span
from model.reading.source import Line
from model.values.patterns import pattern
from model.wording.finding.figures import find_figures

_INNER_STOP: Final = pattern(r"[。；！？!?](?=.)")
_STOPPED: Final = pattern(r"[。；！？：，;!?:,]$")
_LABELLED: Final = pattern(r"[：:](?=.)")
_LONGEST_HEADING = 60
_LONGEST_PLAIN_HEADING = 30
_LONGEST_VALUED = 16
_NAMES_A_PART: Final = pattern(
    r"[^，。；：]{3,20}：[^，。；：]{0,12}(?:工作)?(?:回顾|总结|安排|打算|展望|建议)"
)
"""A motto and the part it stands over (站在新起点：2025年工作回顾)."""


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a paragraph that has a sign or a lead. Spans count characters of the text."""

    start: int
    end: int
    marker: Span | None
    lead: Span | None


@dataclass(frozen=True, slots=True)
class Shape:
    """One paragraph. `level` is 1 to 4 for headings, else 0; `points` are those inside it."""

    text: str
    role: str
    level: int = 0
    marker: Span | None = None
    lead: Span | None = None
    points: tuple[Point, ...] = ()


class Given(NamedTuple):
    """What somebody who looked says a line is; `level` counts for headings alone."""

    role: str
    level: int = 0


def structure(lines: Iterable[Line], given: Mapping[int, Given] | None = None) -> tuple[Shape, ...]:
    """The shapes of all lines that are not blank, in order.

    `given` are roles that are known, by the number of the line among those that are not blank:
    no other line takes another role for them, but leads and points are found again.
    """
    return _Reading([line for line in lines if not line.blank]).shapes(given or {})


class _Reading:
    """What is known of the lines while they are read."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._texts = [line.text for line in lines]
        self._signs = opening_signs(self._texts)
        self._roles: list[str] = [""] * len(lines)
        self._levels = [0] * len(lines)

    def shapes(self, given: Mapping[int, Given]) -> tuple[Shape, ...]:
        """All shapes: first what frames the text, then headings, then leads and points."""
        self._find_frame()
        self._find_headings()
        for i, one in given.items():
            self._roles[i], self._levels[i] = one.role, one.level
        openings = self._openings()
        return tuple(self._shape(i, openings[i]) for i in range(len(self._lines)))

    def _find_frame(self) -> None:
        self._roles = [role_of_style(line.hint.style) for line in self._lines]
        beside = lines_beside(self._texts)
        for i in frame_lines(self._texts):
            beside[i] = True
        running = [i for i, is_beside in enumerate(beside) if not is_beside]
        front = front_roles(
            [self._texts[i] for i in running],
            [self._signs[i] for i in running],
            [self._lines[i].hint for i in running],
        )
        for i, role in zip(running, front, strict=False):
            self._roles[i] = self._roles[i] or role
        first = running[len(front)] if len(front) < len(running) else len(beside)
        notes = note_lines(self._lines, self._signs, first)
        for i, (note, is_beside) in enumerate(zip(notes, beside, strict=True)):
            if (note or is_beside) and not self._roles[i]:
                self._roles[i] = "note"
        listed = annex_list(self._texts)
        annexes = (i for i, text in enumerate(self._texts) if ANNEX.match(text))
        annex = next((i for i in annexes if i not in listed), None)
        rest = [i for i, role in enumerate(self._roles[:annex]) if not role]
        back = back_roles([self._texts[i] for i in rest], [self._signs[i] for i in rest])
        for i, role in zip(rest[len(rest) - len(back) :], back, strict=True):
            self._roles[i] = role

    def _find_headings(self) -> None:
        for i, text in enumerate(self._texts):
            if self._roles[i]:
                continue
            level = self._heading_level(i)
            if level:
                self._roles[i], self._levels[i] = "heading", level
            elif is_salutation(text, at_front=False):
                self._roles[i] = "salutation"
            elif self._is_caption(i):
                self._roles[i] = "note"
            else:
                self._roles[i] = "body"

    def _is_caption(self, i: int) -> bool:
        """A line without a stop right above a table."""
        above = i + 1 < len(self._lines) and is_row(self._lines[i + 1])
        return above and not _STOPPED.search(self._texts[i].strip())

    def _heading_level(self, i: int) -> int:
        """1 to 4 where the line is a heading, else 0."""
        sign, text = self._signs[i], self._texts[i].strip()
        outline = self._lines[i].hint.outline
        if outline is not None and len(text) <= _LONGEST_HEADING and not _INNER_STOP.search(text):
            return sign.level if sign and sign.level else min(outline + 1, 4)
        if sign is None:
            return self._plain_level(i) if self._is_plain_heading(i) else 0
        return sign.level if sign.level and self._is_numbered_heading(i, sign) else 0

    def _is_numbered_heading(self, i: int, sign: Sign) -> bool:
        """A sign and one thought alone on the line. Ended by a stop it is a heading only at the
        upper levels and with text below it; a label with its content (责任单位：…) is none."""
        said = self._texts[i][sign.end :].strip()
        if not said or len(said) > _LONGEST_HEADING or _INNER_STOP.search(said):
            return False
        if (find_figures(said) and not self._announces(i, said)) or (
            sign.level > 2 and _LABELLED.search(said)
        ):
            return False
        if sign.level <= 2:
            return not said.endswith(("；", ";")) and (not _STOPPED.search(said) or self._leads(i))
        return not _STOPPED.search(said) and self._leads(i)

    def _announces(self, i: int, said: str) -> bool:
        """Whether a heading with a value (工业投资突破36亿。) is short and has text below it."""
        after = self._texts[i + 1 : i + 2]
        short = len(said) <= _LONGEST_VALUED and not re.search(r"[，,：:]", said)
        return short and self._leads(i) and len(after[0]) > 2 * len(said)

    def _leads(self, i: int) -> bool:
        """Whether text or a deeper heading follows, not the next member of the same row."""
        if i + 1 >= len(self._texts) or self._roles[i + 1]:
            return False
        sign, after = self._signs[i], self._signs[i + 1]
        if after is None or sign is None or after.level == 0:
            return True
        return after.level > sign.level

    def _is_plain_heading(self, i: int) -> bool:
        """A short line without stop or sign, with text below it."""
        text = self._texts[i].strip()
        if not 4 <= len(text) <= _LONGEST_PLAIN_HEADING:
            return False
        if re.search(r"[。；！？，：;!?:,]", text) and not _NAMES_A_PART.fullmatch(text):
            return False
        if i + 1 >= len(self._texts) or self._roles[i + 1] or find_figures(text):
            return False
        after = self._texts[i + 1].strip()
        return len(after) > len(text) and (bool(self._signs[i + 1]) or bool(_STOPPED.search(after)))

    def _plain_level(self, i: int) -> int:
        """The level that an unnumbered heading plays: that of the last unnumbered one, else the
        highest, else one below the numbered heading it stands under. An annex begins anew."""
        if i and ANNEX.match(self._texts[i - 1].strip()):
            return 1
        above = [
            (self._levels[j], self._signs[j])
            for j, role in enumerate(self._roles)
            if role == "heading"
        ]
        plain = [level for level, sign in above if sign is None]
        if plain:
            return plain[-1]
        return min(above[-1][0] + 1, 4) if any(level == 1 for level, _ in above) else 1

    def _openings(self) -> list[Span | None]:
        """The leads of paragraphs without a sign, which show only side by side."""
        found: list[Span | None] = [None] * len(self._texts)
        block: list[int] = []
        for i in range(len(self._texts) + 1):
            inside = i < len(self._texts) and self._roles[i] == "body"
            if inside and self._signs[i] is None:
                block.append(i)
            elif not inside and block:
                said: list[Sentence | None] = [opening_sentence(self._texts[j]) for j in block]
                for j, one, leads in zip(block, said, side_by_side(said), strict=True):
                    found[j] = (one.start, one.end) if one and leads else None
                block = []
        return found

    def _shape(self, i: int, opening: Span | None) -> Shape:
        text, role, sign = self._texts[i], self._roles[i], self._signs[i]
        marker = (sign.start, sign.end) if sign else None
        if role == "heading":
            return Shape(text, role, self._levels[i], marker)
        if role != "body":
            return Shape(text, role)
        signs = ([sign] if sign else []) + inner_signs(self._texts, i, sign)
        cut = segments(text, signs)
        leads = leads_of(text, cut, opening)
        return _shape_of(text, sign, signs, leads)


def _shape_of(
    text: str, opening: Sign | None, signs: Sequence[Sign], leads: Sequence[Sequence[Span]]
) -> Shape:
    """The shape of a body paragraph from its signs and the leads of its segments."""
    heads: list[tuple[Span | None, Span | None]] = []
    plain = len(leads) - len(signs)  # 1 where text stands before the first sign
    for place, spans in enumerate(leads):
        sign = signs[place - plain] if place >= plain else None
        marker = (sign.start, sign.end) if sign else None
        start = text[: spans[0][0]].rstrip() if spans else ""
        fits = bool(spans) and (len(start) <= (marker[1] if marker else 0))
        if marker or fits:
            heads.append((marker, spans[0] if fits else None))
        heads += [(None, span) for span in spans[1 if fits else 0 :]]
    first: tuple[Span | None, Span | None] = (None, None)
    if heads and (opening or _opens(text, heads[0][1])):
        first = heads.pop(0)
    starts = [(marker or lead or (0, 0))[0] for marker, lead in heads]
    ends = [*starts[1:], len(text)][: len(starts)]
    points = tuple(
        Point(start, end, marker, lead)
        for start, end, (marker, lead) in zip(starts, ends, heads, strict=True)
    )
    return Shape(text, "body", 0, first[0], first[1], points)


def _opens(text: str, lead: Span | None) -> bool:
    return lead is not None and not text[: lead[0]].strip()
