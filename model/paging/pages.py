"""PAGES: a flow of blocks cut into pages as Word does, from where it changed to where it is again
as before.

Heights are twips under the top of the type area. Headings stay with what follows; rows of tables
are whole and their head repeats.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from model.document import Paragraph, Role
from model.paging.layout import Change, Flow
from model.paging.paragraph import Laid
from model.paging.table import LaidTable
from model.typesetting.letterhead import Rule


class Placed(NamedTuple):
    """Some lines (or rows) of a block on a page; `head`: the table's head stands above them.

    `rule` stands under them, `is_record` ones are of 版记; a page has no number where one of its
    blocks is not `is_numbered`; a seal comes onto one that `is_sealed`.
    """

    laid: Laid | LaidTable
    first: int
    last: int
    top: int
    head: bool = False
    wide: bool = False
    rule: Rule | None = None
    is_record: bool = False
    is_numbered: bool = True
    is_sealed: bool = False


Page = tuple[Placed, ...]


class _Stack(NamedTuple):
    """Flows one under the other as if there were no pages: where each begins, in twips.

    Most of a page follows from these sums; only its end is looked at block by block. `tops` are
    those of every flow and, last, of what would follow; `pitches` those of the lines of plain
    flows, and 0 for all others; `others` are the flows that are not plain, and `breaks` those
    that begin a new page.
    """

    flows: Sequence[Flow] = ()
    tops: Sequence[int] = (0,)
    pitches: Sequence[int] = ()
    others: Sequence[int] = ()
    breaks: Sequence[int] = ()

    def changed(self, change: Change) -> _Stack:
        """The stack after a change; what did not change is only shifted."""
        flows, first, after = change if self.flows else Change(change.flows, 0, 0)
        more, last = len(flows) - len(self.flows), len(flows) - after
        former_last = last - more
        heights = [flow.before + flow.laid.height + flow.after for flow in flows[first:last]]
        tops = [*self.tops[:first], *accumulate(heights, initial=self.tops[first])]
        lower, below = tops[-1] - self.tops[former_last], self.tops[former_last + 1 :]
        tops += [top + lower for top in below] if lower else below
        own = list(map(_plain_pitch, flows[first:last]))
        pitches = [*self.pitches[:first], *own, *self.pitches[former_last:]]
        others = [at for at, pitch in enumerate(own, first) if not pitch]
        breaks = [at for at in others if flows[at].new_page]
        ends = first, former_last, more
        others, breaks = _put(self.others, others, *ends), _put(self.breaks, breaks, *ends)
        return _Stack(flows, tops, pitches, others, breaks)

    def pages_of_lines(self, blocks: list[int], pieces: list[int], height: int) -> None:
        """Add the starts of the pages after the last one that has nothing but lines around it.

        There are hundreds of them to count after a line more.
        """
        tops, pitches = self.tops, self.pitches
        block, piece = blocks[-1], pieces[-1]
        other = bisect_left(self.others, block)
        limit = self.others[other] if other < len(self.others) else len(pitches)
        while block < limit:
            bottom = tops[block] + piece * pitches[block] + height
            last = bisect_right(tops, bottom, block + 1) - 1
            if last >= limit:
                return
            until = (bottom - tops[last]) // pitches[last]
            if last == block and until <= piece:
                return
            block, piece = last, until
            blocks.append(block)
            pieces.append(piece)

    def past_whole(self, block: int, room: int) -> int:
        """Return the flow up to which all from `block` on surely stand whole in a room.

        What has to stay with the next is left to the one who sees the next.
        """
        tops, flows = self.tops, self.flows
        end = bisect_right(tops, tops[block] + room, block) - 1
        ahead = bisect_left(self.breaks, block)
        if ahead < len(self.breaks):
            end = min(end, self.breaks[ahead])
        while end > block and flows[end - 1].keep:
            end -= 1
        return max(end, block)


def _put(
    former: Sequence[int], own: list[int], first: int, former_last: int, more: int
) -> list[int]:
    """Numbers of flows, with their own for those changed; those below have moved by some."""
    below = former[bisect_left(former, former_last) :]
    return [*former[: bisect_left(former, first)], *own, *(at + more for at in below)]


def _plain_pitch(flow: Flow) -> int:
    """The pitch of a flow that is only lines: it asks for no room and stays with nothing."""
    laid = flow.laid
    if isinstance(laid, LaidTable) or flow.keep or flow.new_page or flow.before or flow.after:
        return 0
    if flow.wide:
        return 0
    return laid.pitch


class Pages(Sequence[Page]):
    """The pages of a flow, each made when it is first asked for: few are ever seen.

    Page `n` begins with line (or row) `pieces[n]` of block `blocks[n]`.
    """

    def __init__(
        self, stack: _Stack, blocks: list[int], pieces: list[int], made: list[Page | None]
    ) -> None:
        self.blocks = blocks
        self.pieces = pieces
        self.made = made
        self._stack = stack

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, number: int) -> Page: ...
    @overload
    def __getitem__(self, number: slice) -> list[Page]: ...
    def __getitem__(self, number: int | slice) -> Page | list[Page]:
        if isinstance(number, slice):
            return [self[at] for at in range(len(self))[number]]
        page = self.made[number]
        if page is None:
            page = self.made[number] = self._page(range(len(self))[number])
        return page

    def beginning_with(self, block: int, piece: int) -> int | None:
        """The page that begins with a piece of a block; None where none does."""
        blocks, pieces = self.blocks, self.pieces
        number = bisect_left(blocks, block)
        while number < len(blocks) and blocks[number] == block:
            if pieces[number] == piece:
                return number
            number += 1
        return None

    def showing(self, owner: str) -> Iterator[int]:
        """The pages that show anything of an owner of places, in order; one may come twice."""
        blocks, pieces = self.blocks, self.pieces
        for at, flow in enumerate(self._stack.flows):
            if owner in flow.laid.owners:
                first, after = bisect_left(blocks, at), bisect_right(blocks, at)
                begins = first < after and pieces[first] == 0
                yield from range(first if begins else first - 1, after)

    def _page(self, number: int) -> Page:
        stack, blocks, pieces = self._stack, self.blocks, self.pieces
        first, piece = blocks[number], pieces[number]
        last, last_until = len(stack.flows), 0
        if number + 1 < len(blocks):
            last, last_until = blocks[number + 1], pieces[number + 1]
        placed: list[Placed] = []
        above = 0
        for at, flow in enumerate(stack.flows[first : last + bool(last_until)], first):
            laid = flow.laid
            until = last_until if at == last else _count(laid)
            if at == first:
                top = _above_first(flow, at, piece)
            else:
                top = stack.tops[at] + flow.before - above
            head = isinstance(laid, LaidTable)
            rule = flow.rule if until == _count(laid) else None
            placed.append(
                Placed(laid, piece, until, top, head, flow.wide, rule, is_sealed=_is_sealed(flow))
            )
            if at == first:
                above = stack.tops[at + 1] - flow.after - _height_from(laid, piece) - top
                piece = 0
        return tuple(placed)


class Paginator:
    """Cuts flows into pages of one height, those that are turned into pages of another; pages that
    are as before are the very same objects."""

    def __init__(self, height: int, turned: int | None = None) -> None:
        self._height = height
        self._turned = height if turned is None else turned
        self._stack = _Stack()
        self.pages = Pages(self._stack, [], [], [])

    def cut(self, change: Change) -> Pages:
        """The pages of a flow; there is always one."""
        former, total = self.pages, len(change.flows)
        more, settled = total - len(self._stack.flows), total - change.same_after
        stack = self._stack = self._stack.changed(change)
        kept = self._kept(change)
        block, piece = (former.blocks[kept], former.pieces[kept]) if kept else (0, 0)
        blocks, pieces, made = former.blocks[:kept], former.pieces[:kept], former.made[:kept]
        below: list[Page | None] = []
        while block < total or not blocks:
            if block >= settled:
                again = former.beginning_with(block - more, piece)
                if again is not None:
                    blocks += [at + more for at in former.blocks[again:]]
                    pieces += former.pieces[again:]
                    below = former.made[again:]
                    break
            blocks.append(block)
            pieces.append(piece)
            if block >= settled:
                stack.pages_of_lines(blocks, pieces, self._height)
            block, piece = _end(stack, blocks[-1], pieces[-1], self._height_of(blocks[-1]))
        made += [None] * (len(blocks) - len(made) - len(below))
        self.pages = Pages(stack, blocks, pieces, made + below)
        return self.pages

    def _height_of(self, block: int) -> int:
        flows = self._stack.flows
        return self._turned if block < len(flows) and flows[block].wide else self._height

    def _kept(self, change: Change) -> int:
        """How many pages from the first can stay: those well before the first change.

        The page it is on is cut again, and one more, onto which what begins that page, with the
        headings that stay with it, may fit now.
        """
        return max(bisect_left(self.pages.blocks, change.same_before) - 2, 0)


def _end(stack: _Stack, block: int, piece: int, height: int) -> tuple[int, int]:
    """Return where a page ends that begins with a piece of a block: at which piece of which."""
    flows, first = stack.flows, block
    top = _above_first(flows[block], block, piece) if block < len(flows) else 0
    while block < len(flows):
        flow = flows[block]
        if block > first:
            top += flow.before
            if flow.new_page or (flow.keep and _belongs_below(flows, block, top, height)):
                break
        laid, room = flow.laid, height - top
        if isinstance(laid, LaidTable):
            end, used = _rows(laid, piece, room, force=block == first)
        else:
            end, used = _lines(laid, piece, room, force=block == first)
        if end < _count(laid) or (used > room and block > first):
            return block, end
        top += used + flow.after
        block, piece = block + 1, 0
        if block == first + 1:
            begun, block = block, stack.past_whole(block, height - top)
            top += stack.tops[block] - stack.tops[begun]
    return block, 0


def _is_sealed(flow: Flow) -> bool:
    """Whether a seal comes onto a line: it is put on the date and the organ above it."""
    return isinstance(flow.block, Paragraph) and flow.block.role is Role.SEALED_DATE


def _above_first(flow: Flow, block: int, piece: int) -> int:
    """The space above what begins a page: that of the text's first block stays, others' go."""
    return 0 if block or piece else flow.before


def _count(laid: Laid | LaidTable) -> int:
    return len(laid.rows) if isinstance(laid, LaidTable) else len(laid.lines)


def _height_from(laid: Laid | LaidTable, piece: int) -> int:
    """The height of a block that begins with a line or row, the head of a table included."""
    if isinstance(laid, Laid):
        return (len(laid.lines) - piece) * laid.pitch
    return laid.height - sum(row.height for row in laid.rows[:piece])


def _lines(laid: Laid, first: int, room: int, *, force: bool) -> tuple[int, int]:
    """Up to which line a paragraph fits, and the height of that."""
    fits = max(room // laid.pitch, int(force))
    end = min(first + fits, len(laid.lines))
    return end, (end - first) * laid.pitch


def _rows(table: LaidTable, first: int, room: int, *, force: bool) -> tuple[int, int]:
    """Up to which row a table fits with its head, and the height of that."""
    used, end = table.head.height, first
    while end < len(table.rows):
        height = table.rows[end].height
        if used + height > room and not (force and end == first):
            break
        used, end = used + height, end + 1
    return end, used if end > first or not table.rows else 0


def _belongs_below(flows: Sequence[Flow], block: int, top: int, height: int) -> bool:
    """Whether a block that stays with the next has to leave the page with it."""
    if block and flows[block - 1].keep:
        return False
    need = 0
    for at in range(block, len(flows)):
        flow = flows[at]
        if at > block:
            if flow.new_page:
                return False
            need += flow.before
        if not flow.keep:
            need += _least(flow.laid)
            break
        assert isinstance(flow.laid, Laid)
        need += flow.laid.height + flow.after
    return top + need > height and need <= height


def _least(laid: Laid | LaidTable) -> int:
    """The height of the least of a block that can stand on a page."""
    if isinstance(laid, Laid):
        return laid.pitch
    return laid.head.height + (laid.rows[0].height if laid.rows else 0)
