"""What looks faulty in a manuscript, as proposals: nothing is changed until the clerk says so.

Each says what stands there, what would stand there instead, and why. All are faults of form:
numbering that jumps or lost its dot, half-width stops between Chinese characters, 截止 for 截至.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from model.parse.structure import Shape
from model.parse.structure_signs import Sign, is_out_of_order, sign_at, spaced_at, undotted_at
from model.values.patterns import pattern
from model.wording.numerals import chinese_numeral

_FULL: Final = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_HALF_WIDTH: Final = pattern(
    r"(?<=[\u4e00-\u9fff”’》）)%％])(?:[,;:!?]|(?<![一二三四五六七八九十）)])\.)(?=[\u4e00-\u9fff“‘《（(]|$)"
    r"|(?<=[\u4e00-\u9fff”’》）])[,;](?=\d)|(?<=\d)[,;](?=[\u4e00-\u9fff])"
)
_BRACKETS: Final = pattern(r"\(([^()（）]*[\u4e00-\u9fff][^()（）]*)\)")
_UNTIL: Final = pattern(
    r"截止(?=到?(?:目前|昨|今|[上本当]月|年底|(?:\d|[Xx*]|[一二三四五六七八九十])+[年月]))"
)
_TWICE: Final = pattern(r"([，。；：、])\1+")
_CLOSED: Final = "|"
_ROWS: Final = frozenset(("一、", "（一）", "1.", "（1）", "一是", "①", "第一，", "其一，"))


@dataclass(frozen=True, slots=True)
class Correction:
    """`before` stands at `start` to `end` of paragraph `paragraph`; `after` is proposed."""

    paragraph: int
    start: int
    end: int
    before: str
    after: str
    reason: str


def find_corrections(shapes: Sequence[Shape]) -> tuple[Correction, ...]:
    """All proposals, by paragraph and place; they do not overlap."""
    found = [*_numbering(shapes)]
    for i, shape in enumerate(shapes):
        if shape.role != "note":
            found += _in_text(i, shape.text)
    found.sort(key=lambda one: (one.paragraph, one.start, -one.end))
    kept: list[Correction] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is None or (last.paragraph, last.end) <= (one.paragraph, one.start):
            kept.append(one)
    return tuple(kept)


def find_numbering(shapes: Sequence[Shape]) -> tuple[Correction, ...]:
    """The proposals for signs alone."""
    return tuple(sorted(_numbering(shapes), key=lambda one: (one.paragraph, one.start)))


def _in_text(index: int, text: str) -> Iterator[Correction]:
    for find, reason in _SLIPS:
        for start, end, after in find(text):
            yield Correction(index, start, end, text[start:end], after, reason)


Slip = tuple[int, int, str]
"""From, to, and what should stand there."""


def half_width_in(text: str) -> Iterator[Slip]:
    """Half-width stops between Chinese characters."""
    for found in _HALF_WIDTH.finditer(text):
        yield (*found.span(), _FULL[found[0]])


def brackets_in(text: str) -> Iterator[Slip]:
    """Half-width brackets around Chinese words, each for itself."""
    for found in _BRACKETS.finditer(text):
        for at, sign in ((found.start(), "（"), (found.end() - 1, "）")):
            yield at, at + 1, sign


def until_in(text: str) -> Iterator[Slip]:
    """截止 before a time."""
    for found in _UNTIL.finditer(text):
        yield (*found.span(), "截至")


def twice_in(text: str) -> Iterator[Slip]:
    """The same mark twice."""
    for found in _TWICE.finditer(text):
        yield (*found.span(), found[1])


_SLIPS: Final = (
    (half_width_in, "中文之间应当用全角标点"),
    (brackets_in, "中文应当用全角括号"),
    (until_in, "到某个时间为止用“截至”，“截止”是停止的意思"),
    (twice_in, "标点重复"),
)


def _numbering(shapes: Sequence[Shape]) -> Iterator[Correction]:
    """Rows of headings through the text, and rows of points inside each paragraph."""
    open_rows: dict[str, int] = {}
    openings = [_sign(shape.text, shape.marker) for shape in shapes if shape.role != "note"]
    parts = [sign.number for sign in openings if sign and sign.family == "一、"]
    rows = _ROWS if not is_out_of_order(parts) else frozenset[str]()
    for i, shape in enumerate(shapes):
        if shape.role not in {"heading", "body"}:
            continue
        opening = _sign(shape.text, shape.marker)
        if opening is not None:
            yield from _dot(i, shape.text, opening)
            if opening.family in rows:
                yield from _step(i, shape.text, opening, open_rows)
        elif shape.role == "heading":
            open_rows = {}
        inner = dict[str, int]()
        if opening is not None and opening.family in _ROWS:
            inner[opening.family] = opening.number
        for point in shape.points:
            sign = _sign(shape.text, point.marker)
            if sign is not None and sign.family in _ROWS:
                yield from _step(i, shape.text, sign, inner)


def _sign(text: str, marker: tuple[int, int] | None) -> Sign | None:
    """The sign that a marker holds."""
    if marker is None:
        return None
    at = marker[0]
    return sign_at(text, at) or spaced_at(text, at) or undotted_at(text, at)


def _dot(index: int, text: str, sign: Sign) -> Iterator[Correction]:
    """The dot that a number lost."""
    written = text[sign.start : sign.end]
    if sign.family == "1." and written.isdecimal():
        yield Correction(
            index, sign.start, sign.end, written, f"{written}.", f"“{written}”后面缺了点"
        )


def _step(index: int, text: str, sign: Sign, rows: dict[str, int]) -> Iterator[Correction]:
    """A sign that does not follow the last of its row; the row goes on with what it should be.

    A sign that stands alone with no row before it can only be proposed to go.
    """
    closed = rows.get(_CLOSED + sign.family, 0)
    last = rows.get(sign.family, closed if sign.number == closed + 1 else 0)
    if sign.number == 1:
        _begin(sign, rows)
        return
    expected = last + 1
    _begin(sign._replace(number=expected), rows)
    if sign.number == expected:
        return
    written = text[sign.start : sign.end]
    if last == 0:
        rows[sign.family] = sign.number
        yield Correction(
            index, sign.start, sign.end, written, "",
            f"前面没有与“{written}”连着的上一点，可能是从别处移来的",
        )  # fmt: skip
        return
    after = _renumbered(written, sign, expected)
    yield Correction(
        index, sign.start, sign.end, written, after,
        f"编号不连续：按顺序这里应当是“{after}”；如果是漏了一部分，请补上",
    )  # fmt: skip


def _begin(sign: Sign, rows: dict[str, int]) -> None:
    """Note how far a row has come; a sign of a higher level closes the rows below it, which may
    begin anew or go on counting (5. under （二） after 4. under （一）)."""
    level = sign.level
    for family in [one for one in rows if level and _level(one) > level and one[0] != _CLOSED]:
        rows[_CLOSED + family] = rows.pop(family)
    rows[sign.family] = sign.number


def _level(family: str) -> int:
    return Sign(0, 0, family, 1).level or 9


def _renumbered(written: str, sign: Sign, number: int) -> str:
    """The same sign with another number."""
    if sign.family == "①":
        return chr(ord("①") + number - 1) if number <= 20 else written
    arabic = re.search(r"\d+", written)
    if arabic:
        return written.replace(arabic[0], str(number), 1)
    return re.sub(r"[一二三四五六七八九十]+", chinese_numeral(number), written, count=1)
