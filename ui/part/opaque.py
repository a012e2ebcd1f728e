"""A block that a newer version made: kept as it is, and said so."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.kit.labels import label
from ui.part.card import BlockCard
from ui.part.context import Context


class OpaqueCard(BlockCard):
    """A quiet note in the place of what this version does not know."""

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
