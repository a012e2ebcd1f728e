"""Copied cells into a table: whether columns are added is asked, and all that happened is told."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from model.arrange.paste_cells import Pasted, is_head, paste_cells, surplus
from model.report.project import Project
from model.table.clipboard import Block, Copied, joined

if TYPE_CHECKING:
    from ui.part.table import TableCard

_SHOWN = 3


class Widening(Enum):
    """What becomes of copied columns beyond the last one of the table."""

    ADD = "add"
    LEAVE_OUT = "leave out"
    CANCEL = "cancel"


def paste_over(card: TableCard, copied: Copied) -> None:
    """Paste from the current cell on, as one step of undo, and tell what was done."""
    block = card.cells.block
    if block is None:
        return
    at = card.view.currentIndex()
    row, column = max(at.row(), 0), max(at.column(), 0)
    cells = tuple(tuple(map(joined, line)) for line in copied.cells)
    beyond = surplus(block, column, cells)
    widening = ask_to_widen(card, beyond, cells) if beyond else Widening.LEAVE_OUT
    if widening is Widening.CANCEL:
        card.context.said.emit("没有粘贴。", False)
        return
    has_head = len(cells) > 1 and is_head(block, column, cells[0])
    kept: list[Pasted] = []

    def change(project: Project) -> Project:
        kept.append(
            paste_cells(project, card.key, (row, column), cells, widen=widening is Widening.ADD)
        )
        return kept[-1].project

    if card.context.do("粘贴表格", change) is None:
        return  # the page told why
    pasted = kept[-1]
    count = len(cells) - has_head
    width = min(max(map(len, cells)), card.cells.columnCount() - column)
    card.cells.forget_wrong(range(row, row + count), range(column, column + width))
    card.cells.keep_refused(pasted.refused)
    left_out = beyond if widening is Widening.LEAVE_OUT else 0
    notes = (*copied.notes, *_notes(cells, copied.cells, has_head, left_out, column + width))
    told = "；".join((_told(pasted, count), *notes))
    card.context.said.emit(f"{told}。", bool(pasted.refused or left_out))


def ask_to_widen(over: QWidget, count: int, cells: Block) -> Widening:
    """Ask about columns that find no place; what they hold is shown."""
    lost = [cell for line in cells for cell in line[-count:] if cell]
    shown = "、".join(lost[:_SHOWN]) + ("等" if len(lost) > _SHOWN else "")
    box = QMessageBox(over)
    box.setWindowTitle("粘贴表格")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"复制的内容比这张表多{count}列，放不下：{shown or '（空列）'}")
    add = box.addButton(f"加{count}列(&A)", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("只粘贴放得下的(&L)", QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton("取消(&C)", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(add)
    box.setEscapeButton(cancel)
    box.finished.connect(box.deleteLater)
    box.exec()
    if box.clickedButton() is add:
        return Widening.ADD
    return Widening.LEAVE_OUT if box.clickedButton() is leave else Widening.CANCEL


def _told(pasted: Pasted, rows: int) -> str:
    """How much was taken, and what was refused."""
    parts = [f"已粘贴{rows}行，共{pasted.taken}格"]
    parts += [f"加了{pasted.new_rows}行"] if pasted.new_rows else []
    parts += [f"加了{pasted.new_columns}列"] if pasted.new_columns else []
    if pasted.refused:
        words = "、".join(one.typed[:20] for one in pasted.refused[:_SHOWN])
        more = "等" if len(pasted.refused) > _SHOWN else ""
        parts.append(f"有{len(pasted.refused)}格没有填进去，已标红：{words}{more}")
    return "；".join(parts)


def _notes(
    cells: Block, copied: Sequence[Sequence[str]], has_head: bool, left_out: int, end: int
) -> list[str]:
    """What else is not as it was copied."""
    broken = sum("\n" in cell for line in copied for cell in line)
    notes = ["第一行是列名，没有当作一行"] if has_head else []
    notes += [f"有{broken}格里的换行已接成一行"] if broken else []
    if left_out:
        lost = sum(1 for line in cells for cell in line[-left_out:] if cell)
        notes.append(f"第{end}列以后的{left_out}列（{lost}格有内容）没有粘贴")
    return notes
