"""One indicator in a text: the values said of it, in lines; its parts, its remark, its settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from model.arrange.uses import choosable_facets
from model.library import shipped
from model.places.place import Place
from model.report.section import IndicatorUse, Outlook
from model.values.aspect import Aspect, parse_aspect
from model.values.facet import Facet, Source
from model.values.period import Period
from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import name_label, plain_tip
from ui.kit.qt import above, focused, laid_out_once
from ui.part.context import Context
from ui.part.dragging import Handle
from ui.part.item import ItemCard
from ui.part.keyed_column import Rows
from ui.part.lines import Line, line
from ui.part.piece import Piece
from ui.part.prose_field import ProseField
from ui.part.use_edits import UseEdits
from ui.part.use_settings import UseSettings
from ui.part.widgets import Entry, Fold, button, open_menu

OutlookChosen = Callable[[str, Outlook], None]


class Stated(NamedTuple):
    """An indicator as a block states it: how deep under others (其中), and in which outlook."""

    holder: str
    use: IndicatorUse
    depth: int = 0
    outlook: Outlook | None = None


class UseCard(Piece):
    """The lines of one use. `chosen` is told where its outlook is chosen."""

    def __init__(
        self,
        context: Context,
        key: str,
        stated: Stated,
        parent: QWidget | None = None,
        chosen: OutlookChosen | None = None,
    ) -> None:
        super().__init__(context, key, parent)
        self.stated = stated
        self._chosen = chosen
        self._places: dict[str, Place] = {}
        self._remark: ItemCard | None = None

    @property
    def indicator(self) -> str:
        """The id of the indicator."""
        return self.stated.use.indicator

    @property
    def edits(self) -> UseEdits:
        """What can be done to it."""
        return UseEdits(self.context, self.stated.holder, self.indicator)

    def show_use(self, stated: Stated) -> None:
        """Show the use and its values as the project has them now."""
        places = self.context.values_of(stated.use)
        if stated == self.stated and places == self._places and self._places:
            return
        self.stated, self._places = stated, places
        if self.is_awake:
            with laid_out_once(self):
                self._show()
        else:
            self.sleeping_changed()

    def focus_value(self, place: str) -> bool:
        """Put the focus on a value of this use."""
        if place not in self._places:
            return False
        self.wake()
        found = self._lines.get(place)
        if found is not None:
            found.focus()
        return found is not None

    def focus_path(self, id_: str, path: str) -> bool:
        """Put the focus on the remark, the words before the statement, or its own name."""
        use = self.stated.use
        if use.remark is not None and use.remark.id == id_:
            self.wake()
            return self._remark is not None and self._remark.focus_path(path)
        if id_ != use.id:
            return False
        self.wake()
        field = self._called if path.startswith("name") else self._opening
        field.show()
        field.go_to(path)
        return True

    def focus_first(self) -> None:
        lines = self._lines.all()
        if lines:
            lines[0].focus()

    def head(self) -> str:
        return self._name()

    def words(self) -> str:
        said = [
            f"{parse_aspect(one.facet or 'actual').label} {one.value or '待填'}{one.unit}"
            for one in self._places.values()
        ]
        return "　".join(said) or " "

    def build(self, column: QVBoxLayout) -> None:
        unit = theme.unit(self)
        head = QHBoxLayout()
        handle = Handle("use", self)
        handle.setVisible(self.stated.depth == 0)
        head.addWidget(handle)
        self._title = name_label(self)
        self._outlook = button("", "预测", self, self._choose_outlook)
        self._outlook.setVisible(self._chosen is not None)
        self.settings = UseSettings(self.context, self)
        self._fold = Fold(self, self._open_settings)
        head.addWidget(self._title, 1)
        choices = Flow(gap=unit // 2)
        choices.addWidget(self._fold)
        choices.addWidget(self._outlook)
        head.addLayout(choices)
        head.addWidget(button("⋯", "这个指标的其他操作", self, self._open_menu))
        column.addLayout(head)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(2 * unit + unit // 2, 0, 0, 0)
        self._below.setSpacing(unit // 2)
        self._opening = self._field("opening", "前面的话", "写在这个指标前面的话")
        self._called = self._field("name", "文中的名称", "这里不用指标的原名，写作……")
        self._lines: Rows[Line] = Rows(self, gap=4)
        self._omitted = Flow(gap=unit // 2)
        self._again: list[QPushButton] = []
        self._below.addWidget(self.settings)
        self._below.addWidget(self._opening)
        self._below.addWidget(self._called)
        self._below.addWidget(self._lines)
        self._below.addLayout(self._omitted)
        column.addLayout(self._below)
        self._show()

    def _field(self, path: str, name: str, placeholder: str) -> ProseField:
        return ProseField(self.context, f"{self.stated.use.id}.{path}", name, placeholder, self)

    # Showing.

    def _name(self) -> str:
        use = self.stated.use
        names = [
            found.name if found else id_
            for id_ in (use.indicator, use.paired_with)
            if id_
            for found in [self.context.project.indicator(id_)]
        ]
        name = "、".join(names)
        name = f"其中：{name}" if self.stated.depth else name
        return f"{name}（本期不写）" if use.dropped else name

    def _about(self) -> str:
        """Who supplies the indicator, and what its numbers cover."""
        found = self.context.project.indicator(self.indicator)
        supplier = f"报数单位：{found.supplier}" if found and found.supplier else ""
        return "。".join(part for part in (supplier, shipped.note_of(self.indicator)) if part)

    def _show(self) -> None:
        use = self.stated.use
        indent = 3 * theme.unit(self) * self.stated.depth
        self.layout().setContentsMargins(indent, 0, 0, 0)
        self._title.setText(self._name())
        self._title.setToolTip(plain_tip(self._about()))
        self._title.setAccessibleDescription(self._about())
        self._title.setMinimumWidth(6 * self.fontMetrics().horizontalAdvance("国"))
        if self.stated.outlook is not None:
            self._outlook.setText(f"{self.stated.outlook.label} ▾")
        for field, text in ((self._opening, use.opening), (self._called, use.name)):
            field.setVisible(bool(text) or field.editor.is_focused)
            field.show_record(use)
        self._lines.show_keys(tuple(self._places), self._line)
        for one in self._lines.all():
            one.refresh(self._plain(self._places[one.place]))
        self._show_omitted()
        self._show_remark()
        self._show_settings()

    def _line(self, place: str) -> Line:
        fillable = self._places[place]
        return line(Line, self._plain(fillable), self.context, self._label_of(fillable))

    def _plain(self, fillable: Place) -> Place:
        """Who supplies an indicator stands in its head's tip, not under every value."""
        return fillable._replace(hint="")

    def _label_of(self, fillable: Place) -> str:
        """What is said, and of when where that is another period than the text's."""
        facet = parse_aspect(fillable.facet or "actual")
        words = facet.label
        if self.stated.use.paired_with and facet is Facet.ACTUAL:
            words = fillable.label.split(" ")[0]
        own = self.stated.use.period or str(self.context.project.period)
        if fillable.period in (None, own, str(self.context.project.period)) or facet is Facet.PLAN:
            return words
        return f"{Period.parse(fillable.period or own).label}{words}"

    def _show_omitted(self) -> None:
        for button_of_before in self._again:
            button_of_before.hide()
            button_of_before.deleteLater()
        self._again = []
        for facet in self.stated.use.omit:
            words = f"{facet.label}：本期不写，点这里仍写"
            again = button(f"{facet.label} 本期不写 ↺", words, self, self._sayer(facet, True))
            self._omitted.addWidget(again)
            self._again.append(again)
            again.show()

    def _sayer(self, facet: Aspect, is_said: bool) -> Callable[[], None]:
        return lambda: self.edits.say(facet, is_said)

    def _show_remark(self) -> None:
        remark = self.stated.use.remark
        if self._remark is not None and (remark is None or self._remark.key != remark.id):
            self._remark.hide()
            self._remark.deleteLater()
            self._remark = None
        if remark is not None:
            if self._remark is None:
                self._remark = ItemCard(self.context, remark, self, is_remark=True)
                self._below.addWidget(self._remark)
                self._remark.show()
            self._remark.show_item(remark, "")

    def _show_settings(self) -> None:
        use = self.stated.use
        is_open = self.context.is_open(f"{self.stated.use.id}.settings", False)
        parts = [Period.parse(use.period).label] if use.period else []
        parts += [use.source.label] if isinstance(use.source, Source) else []
        self._fold.show_words("，".join(parts) or "时期", is_open)
        self.settings.setVisible(is_open)
        if is_open:
            self.settings.show_use(use)

    def _open_settings(self, is_open: bool) -> None:
        self.context.set_open(f"{self.stated.use.id}.settings", is_open)
        self._show_settings()

    # Editing.

    def move_by(self, by: int) -> None:
        self.edits.move_by(by)

    def remove(self) -> None:
        self.edits.remove()

    def drop(self) -> None:
        """本期不写 the value whose line has the focus."""
        now = above(focused(), Line)
        if now is not None and self.isAncestorOf(now):
            facet = self._places[now.place].facet
            self.edits.say(parse_aspect(facet or "actual"), False)

    def _choose_outlook(self) -> None:
        def chooser(outlook: Outlook) -> Callable[[], None]:
            return lambda: self._chosen(self.indicator, outlook) if self._chosen else None

        now = self.stated.outlook
        entries = [Entry(one.label, chooser(one), is_chosen=one is now) for one in Outlook]
        open_menu(self._outlook, entries)

    def focus_outlook(self) -> None:
        """Put the focus on the choice of the outlook."""
        self.wake()
        self._outlook.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        use = self.stated.use
        said = {parse_aspect(one.facet) for one in self._places.values() if one.facet}
        entries = [
            Entry(f"写{one.label}", self._sayer(one, one not in said), is_chosen=one in said)
            for one in choosable_facets(self.context.project, use)
        ]
        entries += [
            Entry(),
            Entry("写前面的话", lambda: self.focus_path(use.id, "opening")),
            Entry("改文中的名称", lambda: self.focus_path(use.id, "name")),
            Entry("加一段说明", self.edits.add_remark, is_enabled=use.remark is None),
            Entry(),
            Entry("上移", lambda: self.move_by(-1), "Alt+Up"),
            Entry("下移", lambda: self.move_by(1), "Alt+Down"),
            Entry(
                "本期仍写这个指标" if use.dropped else "本期不写这个指标",
                lambda: self.edits.drop(use.id, not use.dropped),
            ),
            Entry("不写这个指标了", self.remove, "Ctrl+Shift+Delete"),
        ]
        open_menu(self, entries, self.mapToGlobal(self.rect().topRight()))
