"""The card of a block: its title, its tools, its content, and the sentence it will read like."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from model.arrange.order import duplicate, remove, shift
from model.compose.blocks import block
from model.compose.project_reader import ProjectReader
from model.document import Paragraph
from model.report.section import Block
from ui.kit import theme
from ui.kit.labels import label
from ui.part.context import Context
from ui.part.widgets import Entry, Fold, button, open_menu

_AROUND = 9
"""The units that the edges of card and editor take beside a line."""


class BlockCard(QFrame):
    """One block. The page tells it every new root; it changes only what changed."""

    title = ""
    has_sentence = True
    has_lines = True

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key = block_id
        self.record: Block | None = None
        self.setProperty("role", "card")
        unit = theme.unit(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * unit, unit * 3 // 2, 2 * unit, unit * 3 // 2)
        self.column.setSpacing(unit)
        self.head = QHBoxLayout()
        self.name = label(self, self.title, "subheading", wraps=True)
        self.tools = QHBoxLayout()
        self._more = button("⋯", f"{self.title}：其他操作", self, self._open_menu)
        self.head.addWidget(self.name, 1)
        self.head.addLayout(self.tools)
        self.head.addWidget(self._more)
        self.column.addLayout(self.head)
        self._hint = label(self, role="secondary", wraps=True)
        self._hint.hide()
        self.column.addWidget(self._hint)
        self.body = QVBoxLayout()
        self.body.setSpacing(unit)
        self.column.addLayout(self.body)
        self._fold = Fold(self, self._show_sentence)
        self._sentence = label(self, role="secondary", wraps=True)
        self._stale = True
        self._fold.setVisible(self.has_sentence)
        self._sentence.hide()
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        """No wider than its lines are to be read; a table takes the room there is."""
        if self.has_lines:
            self.setMaximumWidth(theme.line_width(self) + _AROUND * theme.unit(self))

    def finish(self) -> None:
        """The content is laid out: put the sentence below it."""
        foot = QHBoxLayout()
        foot.addWidget(self._fold)
        foot.addStretch(1)
        self.foot = foot
        self.column.addLayout(foot)
        self.column.addWidget(self._sentence)

    # What the page calls.

    def show_block(self, record: Any, *, values_changed: bool) -> None:
        """Show the block as the project has it now."""
        is_same = record is self.record
        if is_same and not values_changed:
            return
        self.record = record
        hint = getattr(record, "hint", "")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.renew(record, is_same=is_same)
        self._stale = True
        if self.has_sentence:
            is_open = self.context.is_open(f"{self.key}.sentence", False)
            self._fold.show_words("成文效果", is_open)
            if is_open:
                self._show_sentence(True)

    def renew(self, record: Any, *, is_same: bool) -> None:
        """Show another record of the block; the same one where only values changed."""
        raise NotImplementedError

    def focus_place(self, id_: str, path: str) -> bool:
        """Put the focus on a place of this block; False where it is none."""
        raise NotImplementedError

    def menu(self) -> list[Entry]:
        """What the kind adds to the menu of the block."""
        return []

    # Inside.

    def _show_sentence(self, is_open: bool) -> None:
        self.context.set_open(f"{self.key}.sentence", is_open)
        self._sentence.setVisible(is_open)
        if is_open and self.record is not None and self._stale:
            reader = ProjectReader(self.context.project)
            made = [one.text for one in block(self.record, reader) if isinstance(one, Paragraph)]
            self._sentence.setText("\n".join(made) or "（这一块现在没有要写的内容）")
            self._stale = False

    def _open_menu(self) -> None:
        entries = self.menu()
        if entries:
            entries.append(Entry())
        entries += [
            Entry("整块上移", lambda: self._shift(-1)),
            Entry("整块下移", lambda: self._shift(1)),
            Entry("复制整块", self._double),
            Entry(),
            Entry(f"删去这一块{self.title}", self._remove),
        ]
        open_menu(self._more, entries)

    def _shift(self, by: int) -> None:
        way = "上移" if by < 0 else "下移"
        self.context.do(f"{way}{self.title}", lambda project: shift(project, self.key, by))

    def _double(self) -> None:
        self.context.do(f"复制{self.title}", lambda project: duplicate(project, self.key))

    def _remove(self) -> None:
        removed = f"已删去一块{self.title}。"
        did = f"删去{self.title}"
        self.context.do(did, lambda project: remove(project, self.key), removed=removed)


class OpaqueCard(BlockCard):
    """A block that a newer version made: kept as it is, and said so."""

    title = "新版本的内容"
    has_sentence = False

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        words = "这一块是用更新版本的续稿写的，这里不能显示和修改。它会原样保留，但不会写进文稿。"
        self.body.addWidget(label(self, words, "secondary", wraps=True))
        self.finish()

    def renew(self, record: Any, *, is_same: bool) -> None:
        """There is nothing to show."""

    def focus_place(self, id_: str, path: str) -> bool:  # noqa: ARG002 - there is none
        return False
