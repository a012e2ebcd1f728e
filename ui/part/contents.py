"""What stands in a part: blocks as cards, and the parts below it under their headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.arrange.order import remove, shift
from model.arrange.parts import add_block, add_part
from model.report.section import (
    Block,
    IndicatorsBlock,
    Opaque,
    OutlookBlock,
    Section,
    TableBlock,
    TasksBlock,
    TaskTableBlock,
    TextBlock,
)
from ui.kit import theme
from ui.kit.labels import label
from ui.part.card import BlockCard, OpaqueCard
from ui.part.context import Context
from ui.part.heading import HeadingRow
from ui.part.indicators import IndicatorsCard
from ui.part.keyed_column import Rows
from ui.part.outlook import OutlookCard
from ui.part.signs import signs_of
from ui.part.table import TableCard
from ui.part.task_table import TaskTableCard
from ui.part.tasks import TasksCard
from ui.part.text import TextCard
from ui.part.widgets import Entry, button, open_menu

_CARDS: dict[type[Any], type[BlockCard]] = {
    TextBlock: TextCard,
    IndicatorsBlock: IndicatorsCard,
    OutlookBlock: OutlookCard,
    TasksBlock: TasksCard,
    TableBlock: TableCard,
    TaskTableBlock: TaskTableCard,
    Opaque: OpaqueCard,
}
_KINDS = (
    ("text", "文字或要点"),
    ("indicators", "指标"),
    ("outlook", "指标预测"),
    ("tasks", "任务"),
    ("table", "表格"),
    ("task_table", "任务分解表（台账）"),
)


def make_card(context: Context, record: Block, key: str) -> BlockCard:
    """The card for a block of any kind."""
    return _CARDS[type(record)](context, key)


class Contents(QWidget):
    """The content of one part (or one block alone), reconciled by id."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._records: dict[str, Section | Block] = {}
        self.rows: Rows[BlockCard | PartBox] = Rows(self, gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_content(self, content: Sequence[Section | Block], *, values_changed: bool) -> None:
        """Show blocks and parts as the project has them now."""
        self._records = {one.id or f"-{place}": one for place, one in enumerate(content)}
        self.rows.show_keys(tuple(self._records), self._make)
        signs = _heading_signs(content)
        for key, record in self._records.items():
            widget = self.rows.get(key)
            if isinstance(widget, PartBox) and isinstance(record, Section):
                widget.show_part(record, signs.get(key, ""), values_changed=values_changed)
            elif isinstance(widget, BlockCard):
                widget.show_block(record, values_changed=values_changed)

    def focus_place(self, id_: str, path: str) -> bool:
        """Put the focus on a place; False where it is not here."""
        return any(widget.focus_place(id_, path) for widget in self.rows.all())

    def put_cursor(self, id_: str, at: int) -> bool:
        """Put the cursor into the text of an item; False where it is not here."""
        for widget in self.rows.all():
            if isinstance(widget, TextCard | PartBox) and widget.put_cursor(id_, at):
                return True
        return False

    def _make(self, key: str) -> BlockCard | PartBox:
        record = self._records[key]
        if isinstance(record, Section):
            return PartBox(self.context, key)
        return make_card(self.context, record, key)


class PartBox(QWidget):
    """A part below another: its heading, its content, what can be added."""

    def __init__(self, context: Context, section_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key = section_id
        unit = theme.unit(self)
        self.heading = HeadingRow(context, section_id, self)
        self.hint = label(self, role="secondary", wraps=True)
        self.contents = Contents(context, self)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        self._more = button("⋯", "这个小标题的其他操作", self, self._open_menu)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, unit, 0, 0)
        column.setSpacing(unit)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.contents)
        column.addWidget(AddButton(context, section_id, self, "＋ 在这个小标题下加内容"))

    def show_part(self, section: Section, sign: str, *, values_changed: bool) -> None:
        """Show the part as the project has it now."""
        self.heading.show_section(section, sign)
        self.hint.setText(section.hint)
        self.hint.setVisible(bool(section.hint))
        self.contents.show_content(section.content, values_changed=values_changed)

    def focus_place(self, id_: str, path: str) -> bool:
        """Put the focus on a place of this part; False where it is none."""
        if id_ == self.key:
            self.heading.go_to(path)
            return True
        return self.contents.focus_place(id_, path)

    def put_cursor(self, id_: str, at: int) -> bool:
        """Put the cursor into the text of an item; False where it is not here."""
        return self.contents.put_cursor(id_, at)

    def _open_menu(self) -> None:
        removed = "已删去一个小标题和它下面的内容。"
        entries = [
            Entry("上移", lambda: self._shift("上移小标题", -1)),
            Entry("下移", lambda: self._shift("下移小标题", 1)),
            Entry(),
            Entry(
                "删去小标题和下面的内容",
                lambda: self.context.do(
                    "删去小标题", lambda project: remove(project, self.key), removed=removed
                ),
            ),
        ]
        open_menu(self._more, entries)

    def _shift(self, did: str, by: int) -> None:
        self.context.do(did, lambda project: shift(project, self.key, by))


class AddButton(QWidget):
    """＋ 加内容: a block of any kind, or a part below, at the end of a part."""

    def __init__(self, context: Context, section_id: str, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self._context, self._section = context, section_id
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.button = button(words, "在这里加要点、指标、任务、表格", self, self._open)
        line.addWidget(self.button)
        line.addStretch(1)

    def add(self, kind: str, words: str) -> None:
        """Add a block of a kind and go there."""
        inside = self._section
        new = self._context.do(
            f"加{words}", lambda project: add_block(project, kind, inside=inside)
        )
        if new:
            self._context.wanted.emit(f"{new[0]}.text")

    def add_part(self) -> None:
        """Add a part below, and go to its heading."""
        report = self._context.workspace.report.id
        inside = self._section
        new = self._context.do(
            "加小标题", lambda project: add_part(project, report, "新的小标题", inside=inside)
        )
        if new:
            self._context.wanted.emit(f"{new[0]}.heading")

    def _open(self) -> None:
        entries = [Entry(words, self._adder(kind, words)) for kind, words in _KINDS]
        entries += [Entry(), Entry("小标题（下一级）", self.add_part)]
        open_menu(self.button, entries)

    def _adder(self, kind: str, words: str) -> Callable[[], object]:
        return lambda: self.add(kind, words)


def _heading_signs(content: Sequence[Section | Block]) -> dict[str, str]:
    """The signs of the headings among parts beside one another, by id."""
    sections = [one for one in content if isinstance(one, Section)]
    rows = signs_of([[one.heading.marker if one.heading else None] for one in sections])
    return {one.id: row[0] for one, row in zip(sections, rows, strict=True)}
