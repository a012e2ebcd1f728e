"""LAYOUT: the blocks of a document in the looks of a house style, only what changed done again.

The Composer gives the very same objects for blocks that did not change, so blocks are known
again by identity; those made anew are compared by value, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, compress
from operator import is_not
from typing import NamedTuple

from model.document import Chart, Document, Paragraph, Part, Role, Table
from model.paging.breaking import PLAIN
from model.paging.faces import Faces
from model.paging.paragraph import Laid, Measure, Stretch
from model.paging.table import LaidTable, TableSetter
from model.typesetting.chart_look import chart_height, chart_look
from model.typesetting.frame import SIGN_OFF, hanging, tied
from model.typesetting.house_style import Alignment, HouseStyle, Look
from model.typesetting.letterhead import (
    INSET,
    LETTERHEAD,
    RED_RULE,
    MarkLine,
    Rule,
    fills,
    head_rule,
    mark_look,
    marks,
)
from model.typesetting.paragraphs import (
    IN_LINES,
    in_lines,
    lead_length,
    lead_look,
    look_of,
    tight_spacing,
)
from model.typesetting.record import cut_record
from model.typesetting.sanitize import clean
from model.typesetting.sign_off import sign_offs
from model.typesetting.spacing import KEEP_NEXT, blank_line_before, half_line_after
from model.typesetting.title_space import TITLES, spaces_above
from model.typesetting.wide import wide_blocks

_BETWEEN_TABLES = 20
_SIZED = (*TITLES, Role.ORGAN_MARK)
"""Their words decide how much room there is."""
Block = Paragraph | Table


class Flow(NamedTuple):
    """A block laid out, and how it stands in the flow: space in twips, what it stays with.

    `right` is the right indent of a signature, in hundredths of a character; a `wide` block
    stands on a turned page; `mark` is how a line of 发文机关标志 is
    set, `rule` stands under a block.
    """

    block: Block
    laid: Laid | LaidTable
    before: int
    after: int
    keep: bool
    new_page: bool
    right: int
    wide: bool = False
    mark: MarkLine | None = None
    rule: Rule | None = None


class Change(NamedTuple):
    """The flow of a document; `same_before` and `same_after` flows are those of the last one."""

    flows: list[Flow]
    same_before: int
    same_after: int


class Typesetter:
    """Lays out documents in one house style, and remembers the last one."""

    def __init__(self, style: HouseStyle, faces: Faces) -> None:
        self.style = style
        self._faces = faces
        self._tables = TableSetter(style, faces)
        self._flows: list[Flow] = []
        self._body: tuple[Block, ...] = ()
        self._wide: list[bool] = []
        self._spaces: dict[int, int] = {}
        self._marks: dict[int, MarkLine] = {}
        self._ruled: int | None = None
        self._tied: frozenset[int] = frozenset()
        self._moved: set[int] = set()

    def lay_out(self, document: Document) -> Change:
        """All blocks as flows; those that are as before are the very same objects."""
        former, body = self._flows, cut_record(document.body)[0]
        former_tied, self._tied = self._tied, tied(document)
        before, after = _same(self._body, body)
        if not _is_built_alike(self._body, body, before, after):
            wide = self._wide_blocks(body)
            before, after = _as_wide(self._wide, wide, before, after)
            self._wide = wide
            more = len(body) - len(self._body)
            beside = (*self._spaces, *former_tied)
            self._moved = {at for old in beside for at in (old, old + more)}
            self._spaces = spaces_above(body, self.style, wide)
            self._marks, self._ruled = marks(body, self.style), head_rule(body)
        self._body = body
        known = _Known(former[before : len(former) - after])
        rights = sign_offs(body[before : len(body) - after])
        flows = former[:before]
        for position in range(before, len(body) - after):
            right = rights.get(position - before, 0)
            flows.append(self._flow(position, right, known))
        flows += former[len(former) - after :] if after else []
        self._flows = flows
        return self._settled(Change(flows, before, after))

    def _settled(self, change: Change) -> Change:
        """What stands beside the changed blocks may now have another space around it."""
        flows, before, after = change
        first, last = before, len(flows) - after
        for position in {first - 1, last, *self._spaces, *self._tied, *self._moved}:
            if 0 <= position < len(flows):
                flow = flows[position]
                spaced = self._spaced(position, flow.laid, flow.right)
                if spaced != flow:
                    flows[position] = spaced
                    first, last = min(first, position), max(last, position + 1)
        return Change(flows, first, len(flows) - last)

    def _wide_blocks(self, body: tuple[Block, ...]) -> list[bool]:
        tables = [block for block in body if isinstance(block, Table)]
        self._tables.forget_others(tables)
        if not any(self._tables.look(table).wide for table in tables):
            return [False] * len(body)
        return wide_blocks(body, lambda table: self._tables.look(table).wide)

    def _flow(self, position: int, right: int, known: _Known) -> Flow:
        block, wide = self._body[position], self._wide[position]
        mark = self._marks.get(position)
        laid = known.laid(block, right, wide, mark)
        if laid is None and isinstance(block, Table):
            laid = self._tables.laid(block)
        elif laid is None and isinstance(block, Paragraph):
            laid = self._mark(block, mark) if mark else self._laid(block, right, wide=wide)
        assert laid is not None
        return self._spaced(position, laid, right)

    def _spaced(self, position: int, laid: Laid | LaidTable, right: int) -> Flow:
        block, wide = self._body[position], self._wide[position]
        above, below = _beside(self._body, position)
        turns = above is not None and self._wide[position - 1] is not wide
        if isinstance(block, Table):
            before = _BETWEEN_TABLES if isinstance(above, Table) else 0
            return Flow(block, laid, before, 0, keep=False, new_page=turns, right=right, wide=wide)
        pitch, role = self.style.pitch, block.role
        more = self._spaces.get(position, 0)
        rule = RED_RULE if position == self._ruled else None
        return Flow(
            block,
            laid,
            before=(pitch if blank_line_before(block, above) else 0) + more,
            after=(pitch // 2 if half_line_after(block, below) else 0)
            + (rule.extent if rule else 0),
            keep=role in KEEP_NEXT or role is Role.HEADING or position in self._tied,
            new_page=turns or role is Role.ANNEX_LABEL,
            right=right,
            wide=wide,
            mark=self._marks.get(position),
            rule=rule,
        )

    def _mark(self, paragraph: Paragraph, mark: MarkLine) -> Laid:
        """A line of 发文机关标志, in red; nothing follows its last character."""
        look = mark_look(mark, self.style)
        texts = [clean(span.text)[0] for span in paragraph.spans]
        count = sum(map(len, texts))
        stretches = [
            Stretch(max(count - 1, 0), self._faces.of(look, mark.spacing)),
            Stretch(count, self._faces.of(look, 0)),
        ]
        room = self.style.text_width / 20
        measure = Measure(0.0, room, 0.0, look.align, mark.pitch, PLAIN)
        return Laid(paragraph.spans, texts, stretches, measure, is_red=True)

    def _laid(self, paragraph: Paragraph, right: int, *, wide: bool) -> Laid:
        style = self.style
        if isinstance(paragraph, Chart):
            return self._chart(paragraph)
        look = look_of(paragraph, style)
        total = style.text_height if wide else style.text_width
        left, out = hanging(paragraph) or (0, 0)
        align = look.align
        if fills(paragraph):
            left, right, align = INSET, INSET, Alignment.LEFT
        measure = Measure(
            left * style.character / 2000,
            (total - (left + right) * style.character / 100) / 20,
            look.indent * (look.size_pt + style.spacing_of(look) / 20)
            - out * style.character / 2000,
            align,
            round((look.pitch_pt or style.grid.pitch_pt) * 20),
            PLAIN,
            fills(paragraph),
        )
        broken = paragraph.role in IN_LINES
        spans = paragraph.spans
        texts = [clean(span.text, keep_breaks=broken)[0] for span in spans]
        if broken:
            spans, tight = in_lines(paragraph, texts, style, wide=wide)
            texts = [span.text for span in spans]
            if tight:
                face = self._faces.of(look, spacing=tight_spacing(look, style))
                return Laid(spans, texts, [Stretch(sum(map(len, texts)), face)], measure)
        return Laid(spans, texts, self._stretches(paragraph, look, texts), measure)

    def _chart(self, chart: Chart) -> Laid:
        """A chart: a line without words, as high as it is."""
        style = self.style
        room, height = style.text_width / 20, chart_height(style)
        measure = Measure(0.0, room, 0.0, Alignment.LEFT, height, PLAIN)
        words = [Stretch(0, self._faces.of(chart_look(style)))]
        return Laid(chart.spans, [""] * len(chart.spans), words, measure, chart=chart)

    def _stretches(self, paragraph: Paragraph, look: Look, texts: list[str]) -> list[Stretch]:
        """A lead in the font of its level, who signs in theirs, the rest in the paragraph's."""
        if paragraph.role is Role.DOCUMENT_NUMBER:
            return self._number(paragraph, look, texts)
        whole = Stretch(sum(map(len, texts)), self._faces.of(look))
        lead = lead_length(paragraph)
        if not lead:
            return [whole]
        of_lead = self._faces.of(lead_look(paragraph, self.style))
        return [Stretch(sum(map(len, texts[:lead])), of_lead), whole]

    def _number(self, paragraph: Paragraph, look: Look, texts: list[str]) -> list[Stretch]:
        usual, signer = self._faces.of(look), self._faces.of(self.style.looks.signer)
        ends = accumulate(map(len, texts))
        return [
            Stretch(end, signer if span.part is Part.SIGNER else usual)
            for end, span in zip(ends, paragraph.spans, strict=True)
        ]


class _Known:
    """What was laid out before, found by the block's identity, else by its value."""

    def __init__(self, flows: list[Flow]) -> None:
        self._flows = flows
        self._by_id = {id(flow.block): flow for flow in flows}
        self._by_value: dict[Block, Flow] | None = None

    def laid(
        self, block: Block, right: int, wide: bool, mark: MarkLine | None
    ) -> Laid | LaidTable | None:
        flow = self._by_id.get(id(block))
        if flow is None:
            if self._by_value is None:
                self._by_value = {flow.block: flow for flow in self._flows}
            flow = self._by_value.get(block)
        if flow is None or (flow.right, flow.wide, flow.mark) != (right, wide, mark):
            return None
        return flow.laid


def _beside(body: Sequence[Block], position: int) -> tuple[Block | None, Block | None]:
    """The blocks before and after one; None where there is none."""
    above = body[position - 1] if position else None
    return above, body[position + 1] if position + 1 < len(body) else None


def _same(former: Sequence[Block], now: Sequence[Block]) -> tuple[int, int]:
    """How many blocks from the start and from the end are those of before.

    A signature and its date are placed together, and the lines of a title, so none of them is
    taken without the others.
    """
    most = min(len(former), len(now))
    before = _alike(former, now)
    if before == len(former) == len(now):
        return before, 0
    after = min(_alike_at_the_end(former, now), most - before)
    while before and _signs(now[before - 1]):
        before -= 1
    while after and _signs(now[len(now) - after]):
        after -= 1
    return before, after


def _is_built_alike(former: Sequence[Block], now: Sequence[Block], before: int, after: int) -> bool:
    """Whether only words changed that are in no title and no table: what depends on roles stays."""
    if len(former) != len(now):
        return False
    pairs = zip(former[before : len(now) - after], now[before : len(now) - after], strict=True)
    return all(
        isinstance(one, Paragraph)
        and isinstance(other, Paragraph)
        and one.role is other.role
        and one.role not in _SIZED
        for one, other in pairs
    )


def _as_wide(
    former: Sequence[bool], now: Sequence[bool], before: int, after: int
) -> tuple[int, int]:
    """How many of the same blocks from the start and from the end stand on pages as before."""
    if not any(former) and not any(now):
        return before, after
    if before == len(former) == len(now) and list(former) == list(now):
        return before, after
    after = min(_alike_at_the_end(former, now), after)
    return min(_alike(former, now), before), after


def _alike(former: Sequence[object], now: Sequence[object]) -> int:
    """How many blocks from the start are the same, mostly the very same objects."""
    most = min(len(former), len(now))
    others = compress(range(most), map(is_not, former, now))
    return next((at for at in others if former[at] != now[at]), most)


def _alike_at_the_end(former: Sequence[object], now: Sequence[object]) -> int:
    """How many blocks from the end are the same."""
    most = min(len(former), len(now))
    others = compress(range(most), map(is_not, reversed(former), reversed(now)))
    return next((at for at in others if former[-1 - at] != now[-1 - at]), most)


def _signs(block: Block) -> bool:
    together = (*SIGN_OFF, Role.CLOSING, Role.ANNEX_LIST, *TITLES, *LETTERHEAD)
    return isinstance(block, Paragraph) and block.role in together
