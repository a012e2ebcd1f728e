"""The kinds of report to choose from, in a list and in a dialog for one more text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from model.library import shipped
from ui.kit import theme
from ui.kit.dialog_body import buttons, scrolled
from ui.kit.labels import label
from ui.kit.two_lines import KEY, TwoLineList


class TemplateList(TwoLineList):
    """Each with a line on what it is for; `chosen` is marked at first, if it is there."""

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


class TemplateDialog(QDialog):
    """Asks for a template; `chosen` is marked at first."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("增加文稿")
        unit = theme.unit(self)
        self.templates = TemplateList(chosen, self)
        self.templates.setMinimumHeight(unit * 20)
        self.templates.itemActivated.connect(self.accept)
        said = "新的文稿和已有的用同一套数字：改一处，各份都变。"
        question = label(self, "增加哪一种(&K)")
        question.setBuddy(self.templates)
        body = QWidget(self)
        column = QVBoxLayout(body)
        for widget in (label(self, said, "secondary", wraps=True), question, self.templates):
            column.addWidget(widget)
        scrolled(self, body, [buttons(self, "增加(&N)")], QSize(unit * 76, unit * 60))
