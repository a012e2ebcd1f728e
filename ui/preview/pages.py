"""PAGES: a flow of blocks cut into pages as Word does, from where it changed to where it is again
as before.

Heights are twips under the top of the type area. Headings stay with what follows; rows of tables
are whole and their head repeats.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from ui.preview.layout import Change, Flow
from ui.preview.paragraph import Laid
from ui.preview.table import LaidTable


class Placed(NamedTuple):
    """Some lines (or rows) of a block on a page; `head`: the table's head stands above them."""

    laid: Laid | LaidTable
    first: int
    last: int
    top: int
    head: bool = False


class Start(NamedTuple):
    """With what a page begins: the block counted from the end, and its line or row."""

    from_end: int
    piece: int


Page = tuple[Placed, ...]


class _Stack:
    """Flows one under the other as if there were no pages: where each begins, in twips.

    Most of a page follows from these sums; only its end is looked at block by block.
    """

    def __init__(
        self, flows: Sequence[Flow], tops: list[int], pitches: list[int], breaks: list[int]
    ) -> None:
        self.flows = flows
        self.tops = tops
        """Of every flow and, last, of what would follow."""
        self._pitches = pitches
        """Of the lines of plain flows; 0 for all others."""
        self._breaks = breaks
        """The flows that begin a new page."""

    def changed(self, change: Change) -> _Stack:
        """The stack after a change; what did not change is only shifted."""
        flows, first, after = change if self.flows else Change(change.flows, 0, 0)
        more, last = len(flows) - len(self.flows), len(flows) - after
        former_last = last - more
        heights = [flow.before + flow.laid.height + flow.after for flow in flows[first:last]]
        tops = self.tops[:first]
        tops += accumulate(heights, initial=self.tops[first])
        lower = tops[-1] - self.tops[former_last]
        tops += [top + lower for top in self.tops[former_last + 1 :]]
        pitches = self._pitches[:first]
        pitches += map(_plain_pitch, flows[first:last])
        pitches += self._pitches[former_last:]
        breaks = [at for at in self._breaks if at < first]
        breaks += [at for at in range(first, last) if flows[at].new_page]
        breaks += [at + more for at in self._breaks if at >= former_last]
        return _Stack(flows, tops, pitches, breaks)

    def end(self, block: int, piece: int, height: int) -> tuple[int, int]:
        """Return where a page ends that begins with a piece of a block: at which piece of which.

        A page of plain flows is nothing but lines, and there are hundreds of it to count.
        """
        tops, pitches = self.tops, self._pitches
        pitch = pitches[block] if block < len(pitches) else 0
        if pitch:
            bottom = tops[block] + piece * pitch + height
            last = bisect_right(tops, bottom, block + 1) - 1
            if last < len(pitches) and pitches[last] and pitches[max(last - 1, block)]:
                until = (bottom - tops[last]) // pitches[last]
                if (last > block or until > piece) and not self._breaks_within(block, last):
                    return last, until
        return _end(self, block, piece, height)

    def _breaks_within(self, block: int, last: int) -> bool:
        breaks = self._breaks
        return bool(breaks) and bisect_left(breaks, block + 1) < bisect_right(breaks, last)

    def past_whole(self, block: int, room: int) -> int:
        """Return the flow up to which all from `block` on surely stand whole in a room.

        What has to stay with the next is left to the one who sees the next.
        """
        tops, flows = self.tops, self.flows
        end = bisect_right(tops, tops[block] + room, block) - 1
        ahead = bisect_left(self._breaks, block)
        if ahead < len(self._breaks):
            end = min(end, self._breaks[ahead])
        while end > block and flows[end - 1].keep:
            end -= 1
        return max(end, block)


def _plain_pitch(flow: Flow) -> int:
    """The pitch of a flow that is only lines: it asks for no room and stays with nothing."""
    laid = flow.laid
    if isinstance(laid, LaidTable) or flow.keep or flow.new_page or flow.before or flow.after:
        return 0
    return laid.pitch


class Pages(Sequence[Page]):
    """The pages of a flow, each made when it is first asked for: few are ever seen."""

    def __init__(self, stack: _Stack, starts: list[Start], made: list[Page | None]) -> None:
        self.starts = starts
        self.made = made
        self._stack = stack

    def __len__(self) -> int:
        return len(self.starts)

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

    def _page(self, number: int) -> Page:
        stack, total = self._stack, len(self._stack.flows)
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else Start(0, 0)
        first, last = total - start.from_end, total - end.from_end + bool(end.piece)
        placed: list[Placed] = []
        above = 0
        for at, flow in enumerate(stack.flows[first:last], first):
            laid = flow.laid
            piece = start.piece if at == first else 0
            until = end.piece if at == last - 1 and end.piece else _count(laid)
            top = 0 if at == first else stack.tops[at] + flow.before - above
            placed.append(Placed(laid, piece, until, top, isinstance(laid, LaidTable)))
            if at == first:
                above = stack.tops[at + 1] - flow.after - _height_from(laid, piece)
        return tuple(placed)


class Paginator:
    """Cuts flows into pages of one height; pages that are as before are the very same objects."""

    def __init__(self, height: int) -> None:
        self._height = height
        self._stack = _Stack((), [0], [], [])
        self.pages = Pages(self._stack, [], [])

    def cut(self, change: Change) -> Pages:
        """The pages of a flow; there is always one."""
        stack, total = self._stack.changed(change), len(change.flows)
        self._stack = stack
        former, former_starts = self.pages.made, self.pages.starts
        kept = self._kept(change)
        old_total = former_starts[0].from_end if former_starts else total
        more = total - old_total
        starts = [Start(from_end + more, piece) for from_end, piece in former_starts[:kept]]
        again = {
            start: number
            for number, start in enumerate(former_starts[kept:], kept)
            if start.from_end <= change.same_after
        }
        start = (
            Start(former_starts[kept].from_end + more, former_starts[kept].piece)
            if kept
            else Start(total, 0)
        )
        made = former[:kept]
        while True:
            number = again.get(start)
            if number is not None and (number or not starts):
                starts += former_starts[number:]
                made += former[number:]
                break
            starts.append(start)
            made.append(None)
            block, piece = stack.end(total - start.from_end, start.piece, self._height)
            if block >= total:
                break
            start = Start(total - block, piece)
        self.pages = Pages(stack, starts, made)
        return self.pages

    def _kept(self, change: Change) -> int:
        """How many pages from the first can stay: those well before the first change.

        The page it is on is cut again, and one more, onto which what begins that page, with the
        headings that stay with it, may fit now.
        """
        starts = self.pages.starts
        if not starts:
            return 0
        total = starts[0].from_end
        begun = sum(1 for start in starts if total - start.from_end < change.same_before)
        return max(begun - 2, 0)


def _end(stack: _Stack, block: int, piece: int, height: int) -> tuple[int, int]:
    """Return the same for flows of any kind."""
    flows, first = stack.flows, block
    top = 0
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
        if end < _count(laid):
            return block, end
        top += used + flow.after
        block, piece = block + 1, 0
        if block == first + 1:
            begun, block = block, stack.past_whole(block, height - top)
            top += stack.tops[block] - stack.tops[begun]
    return block, 0


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
