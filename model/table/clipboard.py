"""A block of cells as spreadsheets put it on the clipboard: lines of text between tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from model.errors import ValueRefused

Block = tuple[tuple[str, ...], ...]
"""The cells of a block, line by line; all lines are of one length."""

_LARGEST = 1_000_000
_MOST_CELLS = 20_000


def read_block(text: str) -> Block:
    """The cells of a copied block, without the spaces around them; raises `ValueRefused`.

    A cell that holds a line break or a tab comes in quotes; a quote that never ends is a sign.
    """
    if len(text) > _LARGEST:
        raise ValueRefused("复制的内容太多了。请只复制要填的那一块，再粘贴。")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        lines = list(_lines(plain))
    except csv.Error as error:
        raise ValueRefused("看不懂复制的内容。请在表格里选中单元格，重新复制。") from error
    width = max(map(len, lines), default=0)
    if len(lines) * width > _MOST_CELLS:
        raise ValueRefused(f"复制的单元格超过了{_MOST_CELLS}个。请只复制要填的那一块，再粘贴。")
    block = [tuple(cell.strip() for cell in line) + ("",) * (width - len(line)) for line in lines]
    while block and not any(block[-1]):
        block.pop()
    return tuple(block)


def _lines(text: str) -> Iterator[list[str]]:
    source = io.StringIO(text, newline="")
    if text.count('"') % 2:
        return csv.reader(source, "excel-tab", quoting=csv.QUOTE_NONE)
    return csv.reader(source, "excel-tab")


def written_block(lines: Iterable[Sequence[str]]) -> str:
    """Cells as text that a spreadsheet takes apart again."""
    made = io.StringIO(newline="")
    csv.writer(made, "excel-tab", lineterminator="\n").writerows(lines)
    return made.getvalue()
