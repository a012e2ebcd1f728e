"""A card of a record that stands in a row of its kind (a point, a task): moved, copied, taken away.

Each is one step of undo, told in words.
"""

from __future__ import annotations

from model.arrange.order import duplicate, remove, shift
from ui.part.piece import Piece
from ui.part.widgets import Entry, open_menu


class RowCard(Piece):
    """What points and tasks have in common. `unit` counts them in the menu: 一条, 一项."""

    unit = "一条"

    def called(self) -> str:
        """The record in words, for what undo tells: 要点“工业支撑有力”."""
        raise NotImplementedError

    def move_by(self, by: int) -> None:
        way = "上移" if by < 0 else "下移"
        self.context.do(f"{way}{self.called()}", lambda project: shift(project, self.key, by))

    def double(self) -> None:
        """A copy below, and go there."""
        did = f"复制{self.called()}"
        self.go_to_new(self.context.do(did, lambda project: duplicate(project, self.key)))

    def remove(self) -> None:
        self.take_away()

    def take_away(self) -> bool:
        """Take the record away; whether that was done."""
        called = self.called()
        removed = f"已删去{called}。"
        done = self.context.do(
            f"删去{called}", lambda project: remove(project, self.key), removed=removed
        )
        return done is not None

    def set_flag(self, name: str, is_so: bool) -> None:
        """Set one of the record's flags (`checked`, `dropped`); a refusal is said on the page."""
        message = self.context.set(f"{self.key}.{name}", "是" if is_so else "否")
        if message:
            self.context.said.emit(message, True)
        else:
            self.context.arranged.emit()

    def go_to_new(self, ids: tuple[str, ...] | None) -> None:
        """Put the focus into the text of what was added, if anything was."""
        if ids:
            self.context.wanted.emit(f"{ids[0]}.text")

    def show_menu(
        self, more: tuple[Entry, ...], check: Entry, is_dropped: bool, *, is_in_row: bool = True
    ) -> None:
        """Open the menu; `more` stands below what all have, `check` is its entry for 核过."""
        entries = [
            Entry(f"在下面加{self.unit}", self.add_below, "Ctrl+Return", is_enabled=is_in_row),
            Entry("上移", lambda: self.move_by(-1), "Alt+Up", is_enabled=is_in_row),
            Entry("下移", lambda: self.move_by(1), "Alt+Down", is_enabled=is_in_row),
            Entry(f"复制{self.unit}", self.double, is_enabled=is_in_row),
            *more,
            Entry(),
            check,
            Entry("本期仍写" if is_dropped else "本期不写", self.drop, "F5"),
            Entry(),
            Entry(f"删去这{self.unit}", self.remove, "Ctrl+Shift+Delete"),
        ]
        open_menu(self, entries, self.mapToGlobal(self.rect().topRight()))
