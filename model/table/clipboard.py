"""A block of cells on the clipboard: what spreadsheets, Word and web pages put there, read once
for every table of the window.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from model.entry.cleaning import CONTROLS
from model.errors import ValueRefused
from model.table.html_cells import TableInHtml, table_in

Block = tuple[tuple[str, ...], ...]
"""The cells of a block, line by line; all lines are of one length."""

_LARGEST = 1_000_000
_LARGEST_HTML = 3_000_000
"""Of a longer one the plain text is read: taking it apart would hold the window up."""
_MOST_CELLS = 20_000
_TOO_MUCH = "复制的内容太多了。请只复制要填的那一块，再粘贴。"
_LINE_ENDS_INSIDE = re.compile("[\x0b\x0c\u2028\u2029]")
"""Word's line break inside a paragraph, and the like: they end no row."""
_UNSEEN = re.compile(rf"[{CONTROLS}\u200b\ufeff]")


class Copied(NamedTuple):
    """What was copied as cells; `notes` tell what of it could not be taken along."""

    cells: Block
    notes: tuple[str, ...] = ()


def read_copied(text: str, html: str = "") -> Copied:
    """The cells of what was copied, of a table in `html` before those of `text`, in which a line
    break inside a cell of Word looks like another row. Raises `ValueRefused`.
    """
    found = table_in(html) if html and len(html) <= _LARGEST_HTML else None
    if found is None:
        unseen = len(_UNSEEN.findall(text))
        return Copied(read_block(text), _note_of(unseen))
    lines = [tuple(_UNSEEN.sub("", cell) for cell in line) for line in found.lines]
    unseen = sum(len(_UNSEEN.findall(cell)) for line in found.lines for cell in line)
    return Copied(_squared(lines), (*_notes(found), *_note_of(unseen)))


def read_block(text: str) -> Block:
    """The cells of a copied block, without the spaces around them; raises `ValueRefused`.

    A cell that holds a line break or a tab comes in quotes; a quote that never ends is a sign.
    """
    if len(text) > _LARGEST:
        raise ValueRefused(_TOO_MUCH)
    plain = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return _squared(list(_lines(plain)))
    except csv.Error as error:
        raise ValueRefused("看不懂复制的内容。请在表格里选中单元格，重新复制。") from error


def joined(cell: str) -> str:
    """The words of a cell on one line: a space where two words of letters or digits meet."""
    lines = [line.strip() for line in cell.split("\n")]
    made = ""
    for line in filter(None, lines):
        apart = made[-1:].isascii() and line[:1].isascii() and made and made[-1:].isalnum()
        made += f" {line}" if apart and line[:1].isalnum() else line
    return made


def written_block(lines: Iterable[Sequence[str]]) -> str:
    """Cells as text that a spreadsheet takes apart again."""
    made = io.StringIO(newline="")
    csv.writer(made, "excel-tab", lineterminator="\n").writerows(lines)
    return made.getvalue()


def _lines(text: str) -> Iterator[list[str]]:
    source = io.StringIO(text, newline="")
    if text.count('"') % 2:
        return csv.reader(source, "excel-tab", quoting=csv.QUOTE_NONE)
    return csv.reader(source, "excel-tab")


def _squared(lines: Sequence[Sequence[str]]) -> Block:
    """Lines of one length, without the empty ones at the end; not more than a table takes."""
    width = max(map(len, lines), default=0)
    if len(lines) * width > _MOST_CELLS:
        raise ValueRefused(f"复制的单元格超过了{_MOST_CELLS}个。请只复制要填的那一块，再粘贴。")
    block = [
        tuple(_LINE_ENDS_INSIDE.sub("\n", cell).strip() for cell in line)
        + ("",) * (width - len(line))
        for line in lines
    ]
    while block and not any(block[-1]):
        block.pop()
    return tuple(block)


def _notes(found: TableInHtml) -> Iterator[str]:
    if found.beside:
        yield "复制的内容里表格以外的文字没有取"
    if found.more:
        yield f"复制的内容里有{found.more + 1}张表，只取了第一张"
    if found.merged:
        yield f"有{found.merged}个合并的单元格，内容放在它的第一格"
    if found.pictures:
        yield f"有{found.pictures}幅图没有取"


def _note_of(unseen: int) -> tuple[str, ...]:
    return (f"去掉了{unseen}个看不见的字符",) if unseen else ()
