"""Finding an indicator to write: by name or synonym, those of the project first, then the bank."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from model.library import shipped
from model.library.bank import why_not_offered
from model.report.indicator import Indicator
from model.report.project import Project
from ui.kit import theme
from ui.kit.labels import label, plain_tip
from ui.part.context import Context

_MOST = 60
_ROWS = 7


class IndicatorSearch(QWidget):
    """A field to type in and the list of what fits. `chosen` gets the indicator."""

    def __init__(
        self, context: Context, chosen: Callable[[Indicator], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._chosen = context, chosen
        self._found: list[Indicator] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("输入指标名称或首字母，如 快递业务量、GDP、ggys")
        self.field.setAccessibleName("查找要写的指标")
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("找到的指标")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _: self._choose())
        self.list.itemClicked.connect(lambda _: self._choose())
        hint = "↑↓ 选择，回车 加入，Esc 收起。库里没有的，请在“编辑”菜单的“字段和指标”里自己加。"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self) // 2)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(label(self, hint, "secondary", wraps=True))
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the focus in the field."""
        self.show()
        self.field.clear()
        self._search("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + by) % max(self.list.count(), 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self._found = found(self._context.project, typed)[:_MOST]
        self.list.clear()
        for one in self._found:
            more = f"　又名 {'、'.join(one.synonyms[:3])}" if one.synonyms else ""
            unit = f"（{one.unit}）" if one.unit else ""
            project = self._context.project
            why = why_not_offered(one, project.organization, project.period)
            said = f"{one.name}{unit}{more}" + (f"　{why}" if why else "")
            QListWidgetItem(said, self.list).setToolTip(plain_tip(shipped.note_of(one.id)))
        self.list.setCurrentRow(0)
        high = self.list.sizeHintForRow(0) if self._found else self.fontMetrics().height()
        rows = min(max(len(self._found), 1), _ROWS)
        self.list.setFixedHeight(rows * high + 2 * self.list.frameWidth() + 2)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.hide()
            self._chosen(self._found[row])


def found(project: Project, typed: str) -> list[Indicator]:
    """The indicators whose name or a synonym holds what was typed, as it is or by the first letters
    of its pinyin; names before synonyms.

    What is not offered for such a text is found by its whole name only.
    """
    words, initials = typed.split(), shipped.initials()
    own = project.indicators
    known = {one.name for one in own}
    bank = shipped.bank()
    offered = bank.offered(project.organization, project.period)
    by_name_only = [one for one in bank if typed.strip() in (one.name, *one.synonyms)]
    asked = {one.id: one for one in (*offered, *by_name_only)}
    all_ = [*own, *(one for one in asked.values() if one.name not in known)]

    def other_names(one: Indicator) -> tuple[str, ...]:
        """The bank's synonyms too: a project keeps none."""
        return bank.by_name[one.name].synonyms if one.name in bank.by_name else one.synonyms

    def fits(names: tuple[str, ...]) -> bool:
        return any(all(initials.finds(word, name) for word in words) for name in names)

    by_name = [one for one in all_ if fits((one.name,))]
    plain = typed.strip().casefold()
    exact = [one for one in by_name if one.name.casefold() == plain]
    others = [one for one in all_ if not fits((one.name,)) and fits(other_names(one))]
    named = [one for one in others if plain in (name.casefold() for name in other_names(one))]
    rest = [one for one in by_name if one not in exact]
    rest.sort(key=lambda one: not initials.opens(typed, one.name))
    return [*exact, *named, *rest, *(one for one in others if one not in named)]
