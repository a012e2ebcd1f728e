"""文中数字: all numbers of the shown text in one table, to renew them without reading the prose."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from model.entry.apply import Assignment
from model.errors import ValueRefused
from model.parse.linking import Tie, tie_at, tied
from model.places.figure_list import (
    FigureRow,
    confirming,
    figure_rows,
    raw_start,
    text_place_of,
)
from model.table.clipboard import joined
from model.values.state import State
from ui.forms.editors.editor import tell_all
from ui.kit import theme
from ui.kit.clipboard import copied_cells
from ui.kit.dialog_body import plain_button
from ui.kit.flow import FlowArea
from ui.kit.labels import label
from ui.renewal.figures_model import NO_PART, FiguresModel
from ui.renewal.figures_view import FiguresView
from ui.table.filters import labelled
from ui.workspace import Workspace

_ALL = "全部"
_PART_LENGTH = 24
_LEFT = "待核和未填"
_STATES: dict[str, tuple[State, ...]] = {
    _ALL: tuple(State),
    _LEFT: (State.CARRIED, State.EMPTY),
    "待核": (State.CARRIED,),
    "未填": (State.EMPTY,),
}


class FiguresWindow(QWidget):
    """A window over the wizard that stays while the clerk works in both.

    `place_shown` follows the rows, for the preview; `place_wanted` asks for a place's page;
    `ties_wanted` for the list of all numbers that can be tied to indicators.
    """

    place_shown = Signal(str)
    place_wanted = Signal(str)
    ties_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle("文中数字")
        self._workspace = workspace
        self._all: tuple[FigureRow, ...] = ()
        self._kept: set[str] = set()
        self.model = FiguresModel(workspace, self)
        self.view = FiguresView(self.model, self)
        self.part = QComboBox(self)
        self.part.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.part.setMinimumContentsLength(_PART_LENGTH)
        self.state = QComboBox(self)
        self.state.addItems(list(_STATES))
        self._count = label(self, role="secondary")
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._confirm = plain_button(self, "核过，不改(&H)", self.confirm)
        self._tie = plain_button(self, "与指标连起来(&L)", self.tie)
        self._tie_all = plain_button(self, "全部连起来(&A)…", self.ties_wanted.emit)
        self._show = plain_button(self, "到正文里看(&G)", self._want_place)
        self._lay_out()
        self._connect()
        self.filter()

    def filter(self) -> None:
        """Show what part and state ask for; what is changed then stays in sight."""
        self._kept.clear()
        self.refresh()
        if self.model.rows and not self.view.currentIndex().isValid():
            self.view.choose_row(0)

    def refresh(self) -> None:
        """Show the text as it is now, with the cursor where it was."""
        self._soon.stop()
        row = self.view.currentIndex().row()
        place = self.model.rows[row].place if 0 <= row < len(self.model.rows) else ""
        self._all = figure_rows(self._workspace.project, self._workspace.report)
        self._offer_parts()
        shown = [one for one in self._all if self._is_wanted(one)]
        self._kept.update(one.place for one in shown)
        self.model.show_rows(shown)
        again = self.model.row_of(place)
        if again is not None and not self.view.currentIndex().isValid():
            self.view.choose_row(again)
        self._tell_count()
        self._row_chosen()

    def confirm(self) -> None:
        """The chosen numbers were looked at and hold still."""
        chosen = tuple(self.model.rows[row] for row in self.view.chosen_rows())
        made = confirming(chosen)
        if not made:
            self._say("这里没有待核的上期数。")
            return
        refused = self._workspace.set_all(made)
        self.refresh()
        if len(chosen) == 1 and refused is None:
            self.view.step(1)
        self._say(_without_places(refused or ""))

    def paste(self) -> None:
        """A copied column of numbers, from the current row on; empty cells are passed over."""
        start = max(self.view.currentIndex().row(), 0)
        try:
            block = tuple(tuple(map(joined, line)) for line in copied_cells().cells)
        except ValueRefused as error:
            self._say(str(error))
            return
        wrong = _not_a_column(block, len(self.model.rows) - start)
        if wrong:
            self._say(wrong)
            return
        rows = self.model.rows[start : start + len(block)]
        made = [
            Assignment(row.place, line[0]) for row, line in zip(rows, block, strict=True) if line[0]
        ]
        refused = self._workspace.set_all(made)
        self.refresh()
        self._say(f"没有粘贴，这些数填不进去：\n{_without_places(refused)}" if refused else "")

    def tie(self) -> None:
        """Let the current number follow the indicator it belongs to."""
        found = self._tie_here()
        if found is not None:
            refused = self._workspace.set_all(tied(self._workspace.project, [found]))
            self.refresh()
            self._say(refused or "")

    def _tie_here(self) -> Tie | None:
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self.model.rows):
            return None
        place, project = self.model.rows[row].place, self._workspace.project
        start = raw_start(project, place)
        return None if start is None else tie_at(project, text_place_of(place), start)

    def _is_wanted(self, one: FigureRow) -> bool:
        part = self.part.currentText()
        in_part = self.part.currentIndex() <= 0 or (one.part or NO_PART) == part
        fits = one.state in _STATES[self.state.currentText()] or one.place in self._kept
        return in_part and fits

    def _offer_parts(self) -> None:
        offered = [_ALL, *dict.fromkeys(one.part or NO_PART for one in self._all)]
        if [self.part.itemText(at) for at in range(self.part.count())] == offered:
            return
        chosen = self.part.currentText()
        was_blocked = self.part.blockSignals(True)
        self.part.clear()
        self.part.addItems(offered)
        self.part.setCurrentIndex(max(0, self.part.findText(chosen)))
        self.part.blockSignals(was_blocked)

    def _tell_count(self) -> None:
        carried = sum(one.state is State.CARRIED for one in self._all)
        blanks = sum(one.state is State.EMPTY for one in self._all)
        self._count.setText(f"全文{len(self._all)}个数，待核{carried}个，未填{blanks}个")

    def _row_chosen(self) -> None:
        row = self.view.currentIndex().row()
        is_row = 0 <= row < len(self.model.rows)
        self._confirm.setEnabled(is_row)
        self._show.setEnabled(is_row)
        self._tie.setEnabled(self._tie_here() is not None)
        self._say(self.model.message(row) if is_row else "")

    def _want_place(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.place_wanted.emit(self.model.rows[row].place)

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self._workspace.changed.connect(self._soon.start)
        self._workspace.report_changed.connect(self.filter)
        self._workspace.settling.connect(self._settle)
        self.part.currentIndexChanged.connect(self.filter)
        self.state.currentIndexChanged.connect(self.filter)
        self.model.refused.connect(self._say)
        self.view.row_chosen.connect(self.place_shown)
        self.view.row_chosen.connect(self._row_chosen)
        self.view.opened.connect(self.place_wanted)
        self.view.confirm_wanted.connect(self.confirm)
        self.view.paste_wanted.connect(self.paste)

    def _settle(self) -> None:
        tell_all(self)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        about = label(
            self,
            "改“本期数”，正文里的数和“增长、下降”跟着改。回车到下一行；按空格表示核过、不用改；"
            "可以粘贴一列数。",
            "secondary",
            wraps=True,
        )
        above = FlowArea(2 * unit, self)
        above.add(labelled("部分(&P)", self.part, self))
        above.add(labelled("状态(&S)", self.state, self))
        above.add(self._count)
        below = FlowArea(unit, self)
        close = plain_button(self, "关闭(&C)", self.close)
        for button in (self._confirm, self._tie, self._tie_all, self._show, close):
            below.add(button)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        for widget in (about, above):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self._wrong)
        column.addWidget(below)
        self.setMinimumSize(unit * 60, unit * 36)
        room = self.screen().availableSize()
        self.resize(min(unit * 116, room.width() - 40), min(unit * 64, room.height() - 80))


def _not_a_column(block: tuple[tuple[str, ...], ...], room: int) -> str:
    """Why a block cannot be pasted as a column of so many rows; '' where it can."""
    if not block:
        return "剪贴板里没有文字。请先在表格里复制一列数。"
    if len(block[0]) > 1:
        return f"复制的有{len(block[0])}列。这里一次粘贴一列数，请只复制那一列。"
    if len(block) > room:
        return f"复制了{len(block)}个数，从这一行往下只有{room}行。请换一行开始，或少复制几个。"
    return ""


def _without_places(refused: str) -> str:
    return "\n".join(line.partition("：")[2] or line for line in refused.splitlines())
