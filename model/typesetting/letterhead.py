"""版头 on the page (GB/T 9704-2012, 7.2): where its lines stand, how large the organ's mark is.

The mark begins 35 mm under the top of the type area, the number of the document stands two lines
below it, the red rule 4 mm below that, the title two lines under the rule. With red paper
(用红头纸套印) mark and rule are on the sheet and their room is left. For the Word file and the
preview alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from model.document import FILL, Paragraph, Role, Table
from model.typesetting.house_style import HouseStyle, Look, twips
from model.typesetting.title import width

Block = Paragraph | Table

LETTERHEAD = (
    Role.COPY_NUMBER,
    Role.SECRECY,
    Role.URGENCY,
    Role.ORGAN_MARK,
    Role.DOCUMENT_NUMBER,
)
_LINES_TO_NUMBER = 7
"""Lines of the grid above the number of the document: mark and two lines under it."""
_UNDER_RULE, _UNDER_MARK = 2, 2
_MARK_TOP = twips(35)
_MARK_LINE = 1.25
"""Height of a line of the mark, of its size."""
_MARK_GAP = 0.14
"""Between a line's top and its characters, of their size."""
_SPREAD = 0.45
"""The most that stands between two characters of a mark, of their size."""
_SMALLEST = 22.0
INSET = 100
"""One character in from both sides, in hundredths, where a line is filled."""


class Rule(NamedTuple):
    """A rule as wide as the type area under a paragraph: points down from its last line, and
    thickness in eighths of a point."""

    gap: int
    eighths: int

    @property
    def extent(self) -> int:
        """The height it takes, in twips."""
        return self.gap * 20 + round(self.eighths * 2.5)


RED_RULE = Rule(7, 12)
"""4 mm under the characters of the line above it."""


class MarkLine(NamedTuple):
    """How one line of 发文机关标志 is set: size, twips between characters, height in twips."""

    size_pt: float
    spacing: int
    pitch: int


def mark_lines(texts: Sequence[str], style: HouseStyle) -> tuple[MarkLine, ...]:
    """The lines of a mark: as large as the longest allows, the others spread as wide as it."""
    longest = max(map(width, texts), default=0)
    if not longest:
        return ()
    room = style.text_width / 20
    most = style.looks.organ_mark.size_pt
    size = max(min(most, int(2 * room / longest) / 2), _SMALLEST)
    wide = min(room, longest * size + (longest - 1) * size * _SPREAD)
    pitch = round(size * _MARK_LINE * 20)
    return tuple(
        MarkLine(size, max(int((wide - width(text) * size) / max(len(text) - 1, 1) * 20), 0), pitch)
        for text in texts
    )


def marks(body: Sequence[Block], style: HouseStyle) -> dict[int, MarkLine]:
    """How the lines of 发文机关标志 are set, by their position in a body."""
    found = _positions(body, Role.ORGAN_MARK)
    texts = [block.text for block in (body[at] for at in found)]
    return dict(zip(found, mark_lines(texts, style), strict=False))


def mark_look(line: MarkLine, style: HouseStyle) -> Look:
    """The look of a line of the mark."""
    given = {"size_pt": line.size_pt, "pitch_pt": line.pitch / 20}
    return style.looks.organ_mark.model_copy(update=given)


def head_rule(body: Sequence[Block]) -> int | None:
    """The position of what the red rule stands under: the number, else the mark; none on red
    paper."""
    marked = _positions(body, Role.ORGAN_MARK)
    numbers = _positions(body, Role.DOCUMENT_NUMBER)
    return (numbers or marked)[-1] if marked else None


def letterhead_spaces(body: Sequence[Block], style: HouseStyle) -> dict[int, int]:
    """Twips above the mark and the number of a document, and above the title under them, by
    position."""
    head = _head(body)
    if not head:
        return {}
    sizes = marks(body, style)
    numbers = _positions(body, Role.DOCUMENT_NUMBER)
    spaces: dict[int, int] = {}
    reached = 0
    for at in range(head):
        if at in sizes:
            if at == min(sizes):
                spaces[at] = max(_MARK_TOP - _gap_above(sizes[at]) - reached, 0)
            reached += sizes[at].pitch
        elif numbers and at == numbers[0]:
            spaces[at] = _above_number(reached, len(numbers), style, sizes)
            reached += style.pitch
        else:
            reached += style.pitch
        reached += spaces.get(at, 0)
    spaces[head] = _above_title(reached, style, has_number=bool(numbers), is_marked=bool(sizes))
    return spaces


def _above_number(reached: int, rows: int, style: HouseStyle, sizes: Mapping[int, MarkLine]) -> int:
    """Two lines under the characters of the mark, on a line of the grid."""
    under = reached + style.pitch
    if sizes:
        mark = sizes[max(sizes)]
        below = mark.pitch - _gap_above(mark) - round(mark.size_pt * 20)
        under = reached - below + _UNDER_MARK * style.pitch
    lines = max(_LINES_TO_NUMBER - rows + 1, ceil(under / style.pitch - 0.3))
    return lines * style.pitch - reached


def _above_title(reached: int, style: HouseStyle, *, has_number: bool, is_marked: bool) -> int:
    """Two lines under the rule, which is on the paper where it is not printed."""
    pitch = style.pitch
    lines = ceil(reached / pitch - 0.3)
    if not has_number and not is_marked:
        lines = max(lines, _LINES_TO_NUMBER + 1)
    rule = RED_RULE.extent if is_marked else 0
    return (lines + _UNDER_RULE) * pitch - reached - rule


def _gap_above(line: MarkLine) -> int:
    return round(line.size_pt * 20 * _MARK_GAP)


def _head(body: Sequence[Block]) -> int:
    """How many blocks stand in 版头; none where nothing follows."""
    for at, block in enumerate(body):
        if not isinstance(block, Paragraph) or block.role not in LETTERHEAD:
            return at
    return 0


def _positions(body: Sequence[Block], role: Role) -> list[int]:
    """Where the lines of a role stand in 版头."""
    found = []
    for at, block in enumerate(body):
        if not isinstance(block, Paragraph) or block.role not in LETTERHEAD:
            break
        if block.role is role:
            found.append(at)
    return found


def fills(paragraph: Paragraph) -> bool:
    """Whether a line is filled, so that what follows `FILL` ends one character from the right and
    what stands before it begins one from the left."""
    return any(span.text == FILL for span in paragraph.spans)
