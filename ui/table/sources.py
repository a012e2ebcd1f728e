"""The menu of sources: of this value, of what the text uses for its row, of what is typed next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from model.values.facet import Source
from ui.table.model import Index, IndicatorModel


class SourceMenu(QMenu):
    """`value_chosen` is where the current value comes from, `use_chosen` the one source that the
    text uses for the row (None: the best), `new_chosen` where newly typed values come from (None:
    as it was). `shown_for` is set before the menu opens."""

    value_chosen = Signal(Source)
    use_chosen = Signal(object)
    new_chosen = Signal(object)

    def __init__(self, model: IndicatorModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.value = self.addMenu("数来自(&O)")
        self.use = self.addMenu("文稿用(&U)")
        self.new = self.addMenu("新填的数记作(&N)")
        self._values = self._offer(self.value, "")
        self._uses = self._offer(self.use, "最可靠的数")
        self._news = self._offer(self.new, "照旧")
        self.value.triggered.connect(lambda action: self.value_chosen.emit(action.data()))
        self.use.triggered.connect(lambda action: self.use_chosen.emit(action.data()))
        self.new.triggered.connect(lambda action: self.new_chosen.emit(action.data()))
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
        self._check(self._values, source)
        self._check(self._uses, row.source if row else None)
        self._check(self._news, self._model.new_source)

    def _offer(self, menu: QMenu, none: str) -> list[QAction]:
        group = QActionGroup(menu)
        offered: list[tuple[str, Source | None]] = [(none, None)] if none else []
        offered += [(source.label, source) for source in Source]
        actions = []
        for number, (label, source) in enumerate(offered, 1):
            action = menu.addAction(f"{label}(&{number})")
            action.setData(source)
            action.setCheckable(True)
            group.addAction(action)
            actions.append(action)
        return actions

    def _check(self, actions: list[QAction], source: Source | None) -> None:
        for action in actions:
            action.setChecked(action.data() is source)
