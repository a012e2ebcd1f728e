"""What can be done to an indicator in a text: each one step of undo, told in words."""

from __future__ import annotations

from model.arrange.uses import (
    add_remark,
    drop_facet,
    move_use,
    remove_use,
    restore_facet,
    shift_use,
)
from model.report.project import Project
from model.report.tree import exchange
from model.values.aspect import Aspect
from ui.part.context import Context


class UseEdits:
    """The edits of one indicator in one block or group."""

    def __init__(self, context: Context, holder: str, indicator: str) -> None:
        self._context, self._holder, self._indicator = context, holder, indicator

    @property
    def name(self) -> str:
        """What the indicator is called."""
        found = self._context.project.indicator(self._indicator)
        return found.name if found else self._indicator

    def remove(self) -> None:
        """No longer state it here; its values stay."""
        removed = f"“{self.name}”不再写在这里，填过的数还在。"
        self._context.do(
            f"删去指标“{self.name}”",
            lambda project: remove_use(project, self._holder, self._indicator),
            removed=removed,
        )

    def drop(self, use: str, dropped: bool) -> None:
        """本期不写 the indicator here, or write it again."""
        words = "本期不写" if dropped else "本期仍写"
        self._context.do(
            f"{words}指标“{self.name}”",
            lambda project: exchange(project, use, lambda one: (one.changed(dropped=dropped),)),
        )

    def move_by(self, by: int) -> None:
        """Up or down among those it stands with."""
        way = "上移" if by < 0 else "下移"
        self._context.do(
            f"{way}指标“{self.name}”",
            lambda project: shift_use(project, self._holder, self._indicator, by),
        )

    def move_before(self, holder: str, before: str | None) -> None:
        """To another place, of another block too."""
        self._context.do(
            f"移动指标“{self.name}”",
            lambda project: move_use(project, self._holder, self._indicator, holder, before=before),
        )

    def say(self, facet: Aspect, is_said: bool) -> None:
        """本期不写 a value, or write it again."""
        words = "写" if is_said else "本期不写"

        def change(project: Project) -> Project:
            edit = restore_facet if is_said else drop_facet
            return edit(project, self._holder, self._indicator, facet)

        self._context.do(f"{words}“{self.name}”的{facet.label}", change)

    def add_remark(self) -> None:
        """Words behind the statement."""
        new = self._context.do(
            f"给“{self.name}”加说明",
            lambda project: add_remark(project, self._holder, self._indicator),
        )
        if new:
            self._context.wanted.emit(f"{new[0]}.text")
