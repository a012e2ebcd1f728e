"""台账: the tasks that are followed, by state, deadline or department; changed in place."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from model.entry.apply import set_values
from model.errors import XugaoError
from model.file_names import fitting, readable
from model.jobs.ledger import write_decomposition
from model.ledger.edits import extended, removed, struck_off, taken_back, with_task
from model.ledger.papers import chosen
from model.ledger.standing import (
    Order,
    Standing,
    Wanted,
    counts,
    due_line,
    inspection_sentence,
)
from model.report.ledger import LedgerTask
from model.report.project import Project
from ui.kit import theme
from ui.kit.combo import fill_choices
from ui.kit.dialog_body import scrolled
from ui.kit.file_dialogs import LIST_TO_SAVE, AskFile, ask_file
from ui.kit.flow import Flow
from ui.kit.labels import label
from ui.kit.padded import as_list
from ui.ledger.detail import Detail
from ui.ledger.entries import ClosingDialog, ExtensionDialog
from ui.ledger.found_dialog import FoundDialog
from ui.ledger.half_typed import HalfTyped
from ui.ledger.ledger_model import HEADS, LedgerModel
from ui.workspace import Workspace

_AFTER_TYPING_MS = 300
_Flag = QItemSelectionModel.SelectionFlag
_WHOLE_ROW, _STAY = _Flag.Select | _Flag.Rows, _Flag.NoUpdate
_ALL, _EVERYBODY = "没有销号的", "全部单位"
_NEW_TASK = "新任务"
_NOTHING = "台账里还没有任务。按“从讲话生成”，从这份材料的文稿、或别处的一份讲话里把任务找出来。"


class LedgerDialog(QDialog):
    """Stays open beside the wizard; every change is a step of undo at once."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, ask_file: AskFile = ask_file
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("台账")
        self._workspace = workspace
        self.ask_file = ask_file
        self._shown: Project | None = None
        self._is_telling = False
        self._aside: set[str] = set()
        self.model = LedgerModel(self, workspace.session.today, workspace.project.period)
        self.told = label(self, wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.which, self.order, self.who = QComboBox(self), QComboBox(self), QComboBox(self)
        self.view = self._table()
        self.detail = Detail(self)
        self._half_typed = HalfTyped(self, workspace, self.detail.edits)
        self.buttons = self._made_buttons()
        self._lay_out()
        self._connect()
        self._say("")
        self.fill()
        self.view.setFocus()

    def fill(self) -> None:
        """Show the ledger as the project has it now; what is half typed stays."""
        project, today = self._workspace.project, self._workspace.session.today
        if project is self._shown or (self._shown is not None and self.detail.edits()):
            return
        self._shown = project
        names = dict.fromkeys(name for one in project.tasks for name in (*one.lead, *one.support))
        fill_choices(self.who, [_EVERYBODY, *names])
        self._show()
        found = counts(project.tasks, today)
        sentence = inspection_sentence(found)
        due = due_line(found)
        self.told.setText("　".join(filter(None, (due and f"{due}。", sentence))))
        if not project.tasks:
            self.told.setText(_NOTHING)

    def chosen(self) -> list[LedgerTask]:
        """The tasks of the chosen rows."""
        rows = sorted(at.row() for at in self.view.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows]

    def commit(self) -> bool:
        """Tell the project what was typed of the chosen tasks; whether all of it was taken.

        What is refused stays typed here and is unsaved work of the project.
        """
        if self._is_telling:
            return True
        self._is_telling = True
        try:
            edits = self.detail.edits()
            today = self._workspace.session.today
            done = not edits or self._do("改台账", lambda now: set_values(now, edits, today))
        finally:
            self._is_telling = False
        self._half_typed.end()
        aside = {} if done else {one.place: one.typed for one in edits}
        for place in self._aside - aside.keys():
            self._workspace.give_up(place)
        for place, typed in aside.items():
            self._workspace.set_aside(place, typed)
        self._aside = set(aside)
        return done

    def leave(self) -> None:
        """Close because the project does: what is refused is its unsaved work by now."""
        self.commit()
        super().done(0)

    def add(self) -> None:
        """A task more, its words to be typed."""
        if not self.commit():
            return
        self.which.setCurrentIndex(0)
        self.who.setCurrentIndex(0)
        if self._do("台账加一项", lambda project: with_task(project, _NEW_TASK)):
            self._choose([self._workspace.project.tasks[-1].id])
            self._show_chosen()
            text = self.detail.texts["text"]
            text.setFocus()
            text.selectAll()

    def remove(self) -> None:
        """Take the chosen tasks out of the ledger."""
        ids = [task.id for task in self.chosen()]
        if ids:
            self._do(f"台账删去{len(ids)}项", lambda project: removed(project, ids))

    def extend(self) -> None:
        """延期: ask for the new date, and note it."""
        tasks = self.chosen()
        if len(tasks) != 1:
            self._say("延期一次一项，请只选中一项。")
            return
        if not self.commit():
            return
        id_, today = tasks[0].id, self._workspace.session.today

        def extend(project: Project, until: date, reason: str, by: str) -> Project:
            return extended(project, id_, until, reason, by, today)

        dialog = ExtensionDialog(
            tasks[0].due_said, lambda *entry: extend(self._workspace.project, *entry), self
        )
        try:
            if dialog.exec():
                entry = (dialog.until, dialog.reason, dialog.approved_by)
                self._do("延期", lambda project: extend(project, *entry))
        finally:
            dialog.deleteLater()

    def close_tasks(self) -> None:
        """销号, or taken back where the chosen ones are struck off."""
        tasks = self.chosen()
        if not tasks or not self.commit():
            return
        if all(task.closing for task in tasks):
            self._do("取消销号", lambda project: _each(project, tasks, taken_back))
            return
        dialog = ClosingDialog(len(tasks), self._workspace.session.today, self)
        try:
            if dialog.exec():
                by, on = dialog.confirmed_by, dialog.on
                left = [task for task in tasks if task.closing is None]
                self._do(
                    f"销号{len(left)}项",
                    lambda project: _each(
                        project, left, lambda now, id_: struck_off(now, id_, by, on)
                    ),
                )
        finally:
            dialog.deleteLater()

    def find_tasks(self) -> None:
        """从讲话生成: tasks of a text, looked at and put into the ledger."""
        if not self.commit():
            return
        dialog = FoundDialog(self._workspace, self)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
        self.fill()

    def copy_sentence(self) -> None:
        """The sentence of a 督查通报 to the clipboard."""
        found = counts(self._workspace.project.tasks, self._workspace.session.today)
        QGuiApplication.clipboard().setText(inspection_sentence(found))
        self._workspace.said.emit("已复制：可以粘贴到正文里")
        self._say("")

    def save(self) -> None:
        """任务分解表 of what is shown, as a file."""
        if not self.commit():
            return
        project, at = self._workspace.project, self._workspace.session.path
        wanted = self._wanted()
        called = wanted.department or project.organization.name
        name = fitting(f"{called}{project.period.label_with_year}", "任务分解表.docx")
        path = self.ask_file(LIST_TO_SAVE, (at.parent if at else Path.home()) / name, self)
        if path is None:
            return
        today = self._workspace.session.today
        try:
            write_decomposition(project, path, wanted, self._order(), today, replaces=True)
        except XugaoError as error:
            self._say(str(error))
            return
        self._say("")
        self._workspace.said.emit(f"已存为：{readable(path)}")

    def done(self, result: int) -> None:
        """What was typed and is refused keeps the dialog open."""
        if self.commit():
            super().done(result)

    def _settle(self) -> None:
        """Somebody reads the project now."""
        self.commit()

    def _wanted(self) -> Wanted:
        who = "" if self.who.currentIndex() <= 0 else self.who.currentText()
        which = self.which.currentIndex()
        return Wanted(who, (tuple(Standing)[which - 1],) if which > 0 else ())

    def _order(self) -> Order:
        return tuple(Order)[self.order.currentIndex()]

    def _show(self) -> None:
        """The tasks that are wanted; those that were chosen stay so."""
        project, today = self._workspace.project, self._workspace.session.today
        before = [task.id for task in self.chosen()]
        tasks = chosen(project, self._wanted(), self._order(), today)
        self.model.show_tasks(tasks, today, project.period)
        self._choose(
            [task.id for task in tasks if task.id in before] or [task.id for task in tasks[:1]]
        )
        self._show_chosen()

    def _filtered(self) -> None:
        """Other tasks are looked at: what was typed is told first."""
        if self.commit():
            self._show()

    def _choose(self, ids: Collection[str]) -> None:
        """Choose the rows of these tasks and no others."""
        rows = [at for at, task in enumerate(self.model.rows) if task.id in ids]
        selection = self.view.selectionModel()
        was_blocked = selection.blockSignals(True)
        self.view.clearSelection()
        for row in rows:
            selection.select(self.model.index(row, 0), _WHOLE_ROW)
        selection.blockSignals(was_blocked)
        if rows and self.view.currentIndex().row() not in rows:
            selection.setCurrentIndex(self.model.index(rows[0], 0), _STAY)
        self.view.viewport().update()

    def _selected(self) -> None:
        """Other rows were chosen: what was typed for the former ones is told first; while it is
        refused, they stay chosen."""
        if not self.commit():
            self._choose([task.id for task in self.detail.tasks])
            return
        self._show_chosen()

    def _show_chosen(self) -> None:
        tasks = self.chosen()
        self.detail.show_tasks(tasks, self._workspace.project.period)
        are_closed = bool(tasks) and all(task.closing for task in tasks)
        self.buttons["close"].setText("取消销号(&X)" if are_closed else "销号(&X)…")
        for key in ("write", "extend", "close", "remove"):
            self.buttons[key].setEnabled(bool(tasks))

    def _do(self, did: str, change: Callable[[Project], Project]) -> bool:
        """One step of undo; whether it was taken."""
        refused = self._workspace.do(did, change)
        self._say(refused or "")
        if refused:
            return False
        self.detail.show_tasks((), self._workspace.project.period)
        self._shown = None
        self.fill()
        return True

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName("台账里的任务")
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        as_list(table, widest=len(HEADS) - 1)
        head, sign = table.horizontalHeader(), self.fontMetrics().horizontalAdvance("国")
        head.setMinimumSectionSize(5 * sign)
        for column, width in ((1, 30), (2, 8), (3, 8)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, width * sign)
        return table

    def _made_buttons(self) -> dict[str, QPushButton]:
        words = {
            "find": "从讲话生成(&G)…", "add": "加一项(&A)", "copy": "复制通报用语(&U)",
            "save": "任务分解表(&O)…", "write": "写上(&W)", "extend": "延期(&E)…",
            "close": "销号(&X)…", "remove": "删去(&D)", "leave": "关闭(&C)",
        }  # fmt: skip
        made = {key: QPushButton(text, self) for key, text in words.items()}
        for button in made.values():
            button.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        slots: dict[str, Any] = {
            "find": self.find_tasks, "add": self.add, "copy": self.copy_sentence, "save": self.save,
            "write": self.commit, "extend": self.extend, "close": self.close_tasks,
            "remove": self.remove, "leave": self.reject,
        }  # fmt: skip
        for key, slot in slots.items():
            self.buttons[key].clicked.connect(lambda *_, slot=slot: slot())
        self.detail.wanted.connect(self.commit)
        self.detail.typed.connect(self._half_typed.begin)
        for box in (self.which, self.order, self.who):
            box.currentIndexChanged.connect(lambda *_: self._filtered())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self.fill)
        self._workspace.changed.connect(self._soon.start)
        self._workspace.settling.connect(self._settle)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self.which.addItems([_ALL, *(one.label for one in Standing)])
        self.order.addItems([order.label for order in Order])
        for box, name in ((self.which, "看哪些"), (self.order, "怎么排"), (self.who, "哪个单位")):
            box.setAccessibleName(name)
        above, body = Flow(gap=unit, below=unit), QWidget(self)
        for widget in (
            self.which,
            self.order,
            self.who,
            self.buttons["copy"],
            self.buttons["save"],
        ):
            above.addWidget(widget)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(self.told)
        column.addLayout(above)
        self.view.setMinimumHeight(22 * unit)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)
        last = QWidget(self)
        row = Flow(gap=unit, below=unit)
        for key in ("write", "add", "find", "extend", "close", "remove", "leave"):
            row.addWidget(self.buttons[key])
        last.setLayout(row)
        scrolled(self, body, [self.wrong, last], QSize(unit * 130, unit * 90))


def _each(
    project: Project, tasks: list[LedgerTask], change: Callable[[Project, str], Project]
) -> Project:
    for task in tasks:
        project = change(project, task.id)
    return project
