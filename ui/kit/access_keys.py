"""Letters for labels and buttons, so that Alt and a letter goes there; each once in a page."""

from __future__ import annotations

_FREE = "ACDGIJKLMNOPQRSTUWYZ123456789"
"""Without those of the menus and of 上一步, 下一步: F, E, V, H, B, X."""


class AccessKeys:
    """Hands out the letters of one page; when they are used up a label has none."""

    def __init__(self, taken: str = "") -> None:
        self._left = [sign for sign in _FREE if sign not in taken.upper()]

    def label(self, text: str) -> str:
        """`text` for a label or button, with the next free letter at its end."""
        plain = text.replace("&", "&&")
        return f"{plain}(&{self._left.pop(0)})" if self._left else plain
