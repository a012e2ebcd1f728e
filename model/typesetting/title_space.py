"""THE GRID UNDER A TITLE: a title has a pitch of its own, and the text below returns to the grid.

What a title lacks to whole lines of the grid is left half above and half below it (below that of
an annex, which stands on the third line), so that its page ends where the others do. The page has
no line less for it: that room was blank at its foot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.document import Paragraph, Role, Table
from model.typesetting.frame import seal_spaces
from model.typesetting.house_style import HouseStyle
from model.typesetting.letterhead import letterhead_spaces
from model.typesetting.paragraphs import in_lines, look_of
from model.typesetting.sanitize import clean
from model.typesetting.spacing import blank_line_before

TITLES = (Role.TITLE, Role.ANNEX_TITLE)
Block = Paragraph | Table


def spaces_above(body: Sequence[Block], style: HouseStyle, wide: Sequence[bool]) -> dict[int, int]:
    """Twips to add above blocks of a body, by position: on the grid, in 版头, above a seal."""
    spaces = title_spaces(body, style, wide)
    for more in (letterhead_spaces(body, style), seal_spaces(body, style)):
        for at, space in more.items():
            spaces[at] = spaces.get(at, 0) + space
    return spaces


def title_spaces(body: Sequence[Block], style: HouseStyle, wide: Sequence[bool]) -> dict[int, int]:
    """Twips to add above blocks of a body, by position; `wide` ones stand on turned pages.

    Below a title it is space above what follows. A title over a table needs none.
    """
    spaces: dict[int, int] = {}
    for first, after in _titles(body):
        title = [block for block in body[first:after] if isinstance(block, Paragraph)]
        pitch = look_of(title[0], style).pitch_pt
        if pitch is None or _is_of_table(body, after):
            continue
        lines = sum(_lines(paragraph, style, wide=wide[first]) for paragraph in title)
        lacking = _lacking(lines * round(pitch * 20), style)
        if lacking > 0:
            above = lacking // 2 if title[0].role is Role.TITLE else 0
            spaces[first] = above
            spaces[after] = lacking - above
        elif (below := _with_blank_line(body, after)) is not None:
            spaces[below] = lacking
    return spaces


def _is_of_table(body: Sequence[Block], at: int) -> bool:
    """Whether a table stands there, or its caption, or nothing: none of these is on the grid."""
    block = body[at] if at < len(body) else None
    return not isinstance(block, Paragraph) or block.role in (Role.CAPTION, Role.CHART)


def _lines(title: Paragraph, style: HouseStyle, *, wide: bool) -> int:
    texts = [clean(span.text, keep_breaks=True)[0] for span in title.spans]
    spans = in_lines(title, texts, style, wide=wide).spans
    return 1 + sum(span.text.count("\n") for span in spans)


def _lacking(height: int, style: HouseStyle) -> int:
    """What a height lacks to whole lines; less than nothing where a little less of the blank line
    does and the page's foot has that room."""
    lacking = -height % style.pitch
    spare = min(style.text_height - style.grid.lines * style.pitch, style.pitch // 4)
    return lacking - style.pitch if style.pitch - lacking <= spare else lacking


def _with_blank_line(body: Sequence[Block], start: int) -> int | None:
    """The first paragraph from `start` on that has a blank line above, which can be made less."""
    for at in range(start, len(body)):
        block = body[at]
        if not isinstance(block, Paragraph):
            return None
        if blank_line_before(block, body[at - 1]):
            return at
    return None


def _titles(body: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The first paragraph of every title, and what stands after its last."""
    first, role = 0, None
    for at, block in enumerate(body):
        now = block.role if isinstance(block, Paragraph) else None
        if now is not role:
            if role in TITLES:
                yield first, at
            first, role = at, now
    if role in TITLES:
        yield first, len(body)
