"""The kinds of report to choose from, each with a line that says what it is for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.library import shipped
from ui.kit.two_lines import KEY, TwoLineList


class TemplateList(TwoLineList):
    """The templates; `chosen` is the one that is marked at first, if it is there."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("写哪一种")
        keys = shipped.template_keys()
        for key in keys:
            template = shipped.template(key)
            self.add(template.name, template.summary, key)
        self.setCurrentRow(keys.index(chosen) if chosen in keys else 0)

    @property
    def key(self) -> str:
        """The key of the marked template."""
        return str(self.currentItem().data(KEY))
