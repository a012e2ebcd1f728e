"""WIDE TABLES: which blocks stand on pages turned to the left (GB/T 9704-2012, 8).

A table that cannot be set upright even in its smallest characters is turned, with its titles and
the notes under it. Its head is at the binding edge of odd pages and at the outer edge of even
ones, which are both the left edge of the sheet, and the page number stays where it is on others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.document import Paragraph, Role, Table

_TITLES = (Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.CAPTION)
Block = Paragraph | Table


def wide_blocks(body: Sequence[Block], is_wide: Callable[[Table], bool]) -> list[bool]:
    """For every block of a body whether it stands on a turned page."""
    wide = [isinstance(block, Table) and is_wide(block) for block in body]
    if not any(wide):
        return wide
    for at in range(len(body) - 2, -1, -1):
        wide[at] = wide[at] or (wide[at + 1] and _role(body[at]) in _TITLES)
    for at in range(1, len(body)):
        wide[at] = wide[at] or (wide[at - 1] and _role(body[at]) is Role.NOTE)
    return wide


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None
