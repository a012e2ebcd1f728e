"""Which of the three outputs is wanted, and what a review bears at the upper left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QWidget

from model.jobs.export import LABELS, Stage
from ui.forms.editors.choice import Combo
from ui.kit import theme
from ui.kit.labels import label

_ABOUT = {
    Stage.PROOF: "自己核对用：空白和待核的内容有标记，页脚有稿次和时间",
    Stage.REVIEW: "送领导看：没有任何标记，空白写作XX",
    Stage.FINAL: "定稿：还有空白或待核的内容时不导出",
}
_NO_LABEL = "左上角不写字"


class StageChoice(QFrame):
    """A radio button an output, with what it is good for. `changed` tells every other choice."""

    changed = Signal()

    def __init__(self, stage: Stage, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._stages = QButtonGroup(self)
        self._label = Combo(self)
        self._label.setAccessibleName("送审稿左上角的字样")
        self._label.addItems([_NO_LABEL, *LABELS])
        self._label.setCurrentIndex(LABELS.index(words) + 1 if words else 0)
        self._lay_out(stage)
        self._stages.idToggled.connect(self._toggled)

    @property
    def stage(self) -> Stage:
        """The output that is chosen."""
        return list(Stage)[self._stages.checkedId()]

    @property
    def label(self) -> str:
        """What the review bears at the upper left; '' for nothing."""
        return self._label.currentText() if self._label.currentIndex() > 0 else ""

    def choose(self, stage: Stage) -> None:
        """Choose an output."""
        self._stages.button(list(Stage).index(stage)).setChecked(True)

    def _toggled(self, _number: int, is_on: bool) -> None:
        self._label.setEnabled(self.stage is Stage.REVIEW)
        if is_on:
            self.changed.emit()

    def _lay_out(self, chosen: Stage) -> None:
        """The label stands below the remark, which it would leave no room for."""
        grid = QGridLayout(self)
        space = theme.unit(self)
        grid.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        grid.setVerticalSpacing(space)
        grid.setHorizontalSpacing(2 * space)
        for number, stage in enumerate(Stage):
            button = QRadioButton(f"{stage.label}(&{number + 1})", self)
            button.setAccessibleDescription(_ABOUT[stage])
            button.setChecked(stage is chosen)
            self._stages.addButton(button, number)
            grid.addWidget(button, 2 * number, 0)
            grid.addWidget(label(self, _ABOUT[stage], "secondary", wraps=True), 2 * number, 1)
            if stage is Stage.REVIEW:
                left = Qt.AlignmentFlag.AlignLeft
                grid.addWidget(self._label, 2 * number + 1, 1, left)
        self._label.setEnabled(chosen is Stage.REVIEW)
        grid.setColumnStretch(1, 1)
