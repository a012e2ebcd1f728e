"""What was made of the records inside a block (an item, a use), while the block around changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from model.compose.reads import Reads
from model.report.record import Record

T = TypeVar("T")


class Piece(NamedTuple):
    """What was made of one record, with what else was given for it, and what it read."""

    record: Record
    given: object
    made: tuple[Any, ...]
    reads: Reads


Pieces = Mapping[int, Piece]
"""Pieces by the identity of their records."""
NO_PIECES: Pieces = {}


class PieceMemory:
    """The pieces of one block: those that stand as they were made, and those made anew.

    `former` are the block's pieces as it was; `changed` is what these find otherwise now.
    """

    def __init__(self, former: Pieces = NO_PIECES, changed: Reads | None = None) -> None:
        self.reads = Reads()
        """What the block has read until now."""
        self.kept: dict[int, Piece] = {}
        self._former = former if changed is not None else NO_PIECES
        self._changed = changed or Reads()

    def made(
        self, record: Record, given: object, make: Callable[[], tuple[T, ...]]
    ) -> tuple[T, ...]:
        """Return what is made of a record; `given` is all that `make` depends on beside it."""
        piece = self._former.get(id(record))
        if (
            piece is None
            or piece.record is not record
            or piece.given != given
            or self._changed.meets(piece.reads)
        ):
            around, self.reads = self.reads, Reads()
            piece = Piece(record, given, make(), self.reads)
            self.reads = around
        self.kept[id(record)] = piece
        self.reads.add(piece.reads)
        return piece.made
