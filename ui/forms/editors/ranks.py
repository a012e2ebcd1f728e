"""Ranks: typed as they are said (增速居全市第3位), with a menu for the words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from model.errors import ValueRefused
from model.values.field_kind import FieldKind
from model.values.rank import Rank, RankOf, parse_rank
from ui.forms.editors.popups import helper_button
from ui.forms.editors.typed import TypedEditor

_SCOPES = ("全市", "全省", "全国")


class RankEditor(TypedEditor):
    """A place, or several apart by 、; a bare number is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FieldKind.RANK, parent=parent)
        self.set_placeholder("如 3，或 增速居全市第3位")
        self.button = helper_button(self, "写法", "位次的写法")
        self.menu = QMenu(self.button)
        for words, of in (("增速排位(&Z)", RankOf.GROWTH), ("总量排位(&L)", RankOf.LEVEL)):
            self.menu.addAction(words, partial(self._say, of=of))
        self.menu.addSeparator()
        for key, scope in enumerate(_SCOPES, 1):
            self.menu.addAction(f"在{scope}(&{key})", partial(self._say, scope=scope))
        self.menu.addSeparator()
        self.menu.addAction("并列(&B)", partial(self._say, tied=True))
        self.button.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _say(
        self, of: RankOf | None = None, scope: str | None = None, tied: bool | None = None
    ) -> None:
        """Change the last rank in one respect; without a number yet the cursor waits for it."""
        before, separator, last = self.line.text().rpartition("、")
        rank = _read(last)
        if rank is None:
            words = f"{of.label if of else ''}{scope or '全市'}{'并列' if tied else ''}第"
            self._show(f"{before}{separator}{words}位")
            self.line.setFocus()
            self.line.setCursorPosition(len(before + separator + words))
            self._typed()
            return
        said = Rank(rank.place, scope or rank.scope, of or rank.of, tied or rank.tied)
        self.set_text(f"{before}{separator}{said}")

    def _normalized(self, text: str) -> str | None:
        parts = [_read(part) for part in text.split("、") if part.strip()]
        if None in parts:
            return None
        return "、".join(map(str, parts))


def _read(text: str) -> Rank | None:
    try:
        return parse_rank(text, "全市", None)
    except ValueRefused:
        return None
