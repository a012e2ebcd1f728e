"""The menu of sources: of this value, of what the text uses for its row, of what is typed next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QMenu, QWidget

from model.values.facet import Source
from ui.kit.menu_choices import MenuChoices
from ui.table.model import Index, IndicatorModel

_SOURCES: tuple[tuple[str, Source], ...] = tuple((source.label, source) for source in Source)


class SourceMenu(QMenu):
    """`value_chosen` is where the current value comes from, `use_chosen` the one source that the
    text uses for the row (None: the best), `new_chosen` where newly typed values come from (None:
    as it was). `show_cell` is called before the menu opens."""

    value_chosen = Signal(object)
    use_chosen = Signal(object)
    new_chosen = Signal(object)

    def __init__(self, model: IndicatorModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.value = QMenu("数来自(&O)", self)
        self.use = QMenu("文稿用(&U)", self)
        self.new = QMenu("新填的数记作(&N)", self)
        for menu in (self.value, self.use, self.new):
            self.addMenu(menu)
        self._values = MenuChoices(self.value, _SOURCES, self.value_chosen.emit)
        self._uses = MenuChoices(self.use, _or("最可靠的数"), self.use_chosen.emit)
        self._news = MenuChoices(self.new, _or("照旧"), self.new_chosen.emit)
        self.show_cell(QModelIndex())

    def show_cell(self, index: Index) -> None:
        """Check what holds for a cell; what cannot be chosen for it is disabled."""
        is_cell = index.isValid()
        values = self._model.sourced(index) if is_cell else ()
        found = {self._model.grid.value(*one).source for one in values}
        source = found.pop() if len(found) == 1 else None
        row = self._model.grid.rows[index.row()] if is_cell else None
        self.value.setEnabled(bool(values))
        self.use.setEnabled(row is not None and bool(row.holders))
        self._values.check(source)
        self._uses.check(row.source if row else None)
        self._news.check(self._model.new_source)


def _or(none: str) -> tuple[tuple[str, Source | None], ...]:
    """The sources, and before them the words for none of them."""
    return ((none, None), *_SOURCES)
