"""Which period and source a statement of an indicator takes its values from."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from model.report.section import IndicatorUse
from model.values.facet import Source
from model.values.period import Basis
from ui.forms.editors.choice import ChoiceEditor
from ui.forms.editors.editor import Editor
from ui.forms.editors.periods import PeriodEditor
from ui.kit import theme
from ui.kit.labels import label
from ui.part.context import Context
from ui.workspace import Keeper

_USUAL = "（按文稿）"
_BEST = "（最可靠的）"
_NATURAL = "（通常的）"


class UseSettings(QWidget):
    """Three choices; blank is what the text usually takes."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._base = ""
        self._editors: dict[str, Editor] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.unit(self) // 2)
        self._grid.setColumnStretch(1, 1)
        self._error = label(self, role="error", wraps=True)
        self._error.hide()
        self.period = PeriodEditor(self)
        self.period.set_year(context.project.period.year)
        self.source = ChoiceEditor(tuple(one.label for one in Source), self)
        self.basis = ChoiceEditor(tuple(one.label for one in Basis), self)
        self._add("时期", "period", self.period, _USUAL)
        self._add("来源", "source", self.source, _BEST)
        self._add("口径", "basis", self.basis, _NATURAL)
        self._grid.addWidget(self._error, 3, 0, 1, 2)

    def show_use(self, use: IndicatorUse) -> None:
        """Show the settings of a use as they are now."""
        self._base = use.id
        self.period.set_value(use.period)
        self.source.set_value(use.source.label if use.source else None)
        self.basis.set_value(use.basis.label if use.basis else None)
        for name, editor in self._editors.items():
            self._context.show_refused(editor, f"{use.id}.{name}", self._say)

    def _add(self, words: str, name: str, editor: Editor, usual: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(self, words, "secondary", wraps=True), row, 0)
        self._grid.addWidget(editor, row, 1)
        self._editors[name] = editor
        editor.keeper = Keeper(self._context.workspace, lambda: f"{self._base}.{name}")
        editor.set_names(words, f"不填就是{usual}")
        set_placeholder = getattr(editor, "set_placeholder", None)
        if set_placeholder is not None:
            set_placeholder(usual)
        editor.edited.connect(lambda typed: self._edited(editor, name, typed))
        editor.reverted.connect(self._error.hide)

    def _edited(self, editor: Editor, name: str, typed: str) -> None:
        message = self._context.enter(f"{self._base}.{name}", typed)
        self._say(message or "")
        editor.set_wrong(bool(message))

    def _say(self, message: str) -> None:
        self._error.setText(message)
        self._error.setVisible(bool(message))
