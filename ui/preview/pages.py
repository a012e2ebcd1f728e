"""PAGES: a flow of blocks cut into pages as Word does, from where it changed to where it is again
as before.

Heights are twips under the top of the type area. Headings stay with what follows; rows of tables
are whole and their head repeats.
"""

from __future__ import annotations

from typing import NamedTuple

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


class Paginator:
    """Cuts flows into pages of one height; pages that are as before are the very same objects."""

    def __init__(self, height: int) -> None:
        self._height = height
        self.pages: list[Page] = []
        self._starts: list[Start] = []

    def cut(self, change: Change) -> list[Page]:
        """The pages of a flow; there is always one."""
        flows, total = change.flows, len(change.flows)
        former, starts = self.pages, self._starts
        kept = self._kept(change)
        old_total = total if not starts else starts[0].from_end
        self.pages, self._starts = (
            former[:kept],
            [Start(start.from_end - old_total + total, start.piece) for start in starts[:kept]],
        )
        block, piece = 0, 0
        if kept:
            begin = starts[kept]
            block, piece = old_total - begin.from_end, begin.piece
        again = {
            start: number
            for number, start in enumerate(starts)
            if number >= kept and start.from_end <= change.same_after
        }
        while True:
            start = Start(total - block, piece)
            number = again.get(start)
            if number is not None and (number or not self.pages):
                self.pages += former[number:]
                self._starts += starts[number:]
                return self.pages
            self._starts.append(start)
            page, block, piece = _page(flows, block, piece, self._height)
            self.pages.append(page)
            if block >= total:
                return self.pages

    def _kept(self, change: Change) -> int:
        """How many pages from the first can stay: those well before the first change.

        The page it is on is cut again, and one more, onto which what begins that page, with the
        headings that stay with it, may fit now.
        """
        if not self._starts:
            return 0
        total = self._starts[0].from_end
        begun = sum(1 for start in self._starts if total - start.from_end < change.same_before)
        return max(begun - 2, 0)


def _page(flows: list[Flow], block: int, piece: int, height: int) -> tuple[Page, int, int]:
    """One page from a piece of a block on, and the piece that the next one begins with."""
    placed: list[Placed] = []
    top = 0
    while block < len(flows):
        flow = flows[block]
        if placed and (flow.new_page and piece == 0):
            break
        if placed and piece == 0:
            top += flow.before
            if _belongs_below(flows, block, top, height):
                break
        laid = flow.laid
        if isinstance(laid, LaidTable):
            end, used = _rows(laid, piece, height - top, force=not placed)
        else:
            end, used = _lines(laid, piece, height - top, force=not placed)
        if end > piece or not _count(laid):
            head = isinstance(laid, LaidTable)
            placed.append(Placed(laid, piece, end, top, head))
        top += used
        if end < _count(laid):
            return tuple(placed), block, end
        top += flow.after
        block, piece = block + 1, 0
    return tuple(placed), block, piece


def _count(laid: Laid | LaidTable) -> int:
    return len(laid.rows) if isinstance(laid, LaidTable) else len(laid.lines)


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


def _belongs_below(flows: list[Flow], block: int, top: int, height: int) -> bool:
    """Whether a block that stays with the next has to leave the page with it."""
    if not flows[block].keep or (block and flows[block - 1].keep):
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
