"""Pages cut the straight way, line after line, for the quick way to be compared with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.paging.layout import Flow
from model.paging.pages import Placed
from model.paging.paragraph import Laid
from model.paging.table import LaidTable


class _Piece(NamedTuple):
    """A line or a row: of which flow, its number there, its height."""

    flow: int
    number: int
    height: int


def pages_of(flows: Sequence[Flow], height: int) -> list[tuple[Placed, ...]]:
    """The pages of some flows: pieces are put on a page as long as they fit."""
    waiting = [piece for at, flow in enumerate(flows) for piece in _pieces(at, flow)]
    pages: list[tuple[Placed, ...]] = []
    while waiting or not pages:
        page = _page(flows, waiting, height)
        waiting = waiting[len(page) :]
        pages.append(_placed(flows, page))
    return pages


def _pieces(at: int, flow: Flow) -> list[_Piece]:
    """The lines of a paragraph or the rows of a table; a table without rows is one piece."""
    laid = flow.laid
    if isinstance(laid, Laid):
        return [_Piece(at, number, laid.pitch) for number in range(len(laid.lines))]
    rows = [_Piece(at, number, row.height) for number, row in enumerate(laid.rows)]
    return rows or [_Piece(at, 0, 0)]


def _page(flows: Sequence[Flow], waiting: list[_Piece], height: int) -> list[_Piece]:
    """The pieces that one page takes; the first is taken whether it fits or not."""
    page: list[_Piece] = []
    for piece in waiting:
        flow = flows[piece.flow]
        if page and piece.number == 0:
            if flow.new_page:
                break
            if flow.keep and not flows[piece.flow - 1].keep and _goes(flows, page, piece, height):
                break
        if page and _height(flows, [*page, piece]) > height:
            break
        page.append(piece)
    return page


def _goes(flows: Sequence[Flow], page: list[_Piece], piece: _Piece, height: int) -> bool:
    """Whether a flow leaves the page with those that it stays with, up to the first of the last.

    It does only where all of them fit on a page of their own, without the space above the first.
    """
    block: list[_Piece] = []
    for at in range(piece.flow, len(flows)):
        flow = flows[at]
        if at > piece.flow and flow.new_page:
            return False
        block += _pieces(at, flow) if flow.keep else _pieces(at, flow)[:1]
        if not flow.keep:
            break
    after = flows[block[-1].flow].after if flows[block[-1].flow].keep else 0
    alone = _height(flows, block) + after
    return alone <= height < _height(flows, [*page, *block]) + after


def _height(flows: Sequence[Flow], pieces: list[_Piece]) -> int:
    """From the top of the first piece to the foot of the last, as they stand on one page."""
    last = pieces[-1]
    return _tops(flows, pieces)[-1] + _head(flows[last.flow], pieces, last) + last.height


def _tops(flows: Sequence[Flow], pieces: list[_Piece]) -> list[int]:
    """Where each piece begins; that of a table's first row on the page is where its head does."""
    tops: list[int] = []
    top = flows[0].before if pieces and pieces[0][:2] == (0, 0) else 0
    for at, piece in enumerate(pieces):
        former = pieces[at - 1] if at else None
        if former is not None and former.flow != piece.flow:
            top += flows[former.flow].after + flows[piece.flow].before
        tops.append(top)
        top += _head(flows[piece.flow], pieces, piece) + piece.height
    return tops


def _head(flow: Flow, pieces: list[_Piece], piece: _Piece) -> int:
    """The height of the head that repeats above the first row of a table on a page."""
    if isinstance(flow.laid, Laid):
        return 0
    first = next(other for other in pieces if other.flow == piece.flow)
    return flow.laid.head.height if first == piece else 0


def _placed(flows: Sequence[Flow], page: list[_Piece]) -> tuple[Placed, ...]:
    """The pieces of a page, those of one flow together."""
    placed: list[Placed] = []
    for piece, top in zip(page, _tops(flows, page), strict=True):
        laid = flows[piece.flow].laid
        is_table = isinstance(laid, LaidTable)
        after = piece.number + 1 if not isinstance(laid, LaidTable) or laid.rows else 0
        if placed and placed[-1].laid is laid and piece.number:
            placed[-1] = placed[-1]._replace(last=after)
        else:
            placed.append(Placed(laid, piece.number, after, top, head=is_table))
    return tuple(placed)
