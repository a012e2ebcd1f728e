"""收部门报来的: many files at once, one table of what came, taken or left, into the project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from model.choices.choice import Choice
from model.choices.decisions import Decisions
from model.forms.lines import WORST_FIRST, Came, CameState
from model.forms.missing import answering, said_in_short
from model.forms.take import decisions_of, take, take_plain
from model.jobs.free_returns import Said
from model.jobs.take_forms import Collected, Read, collect, read_returns, read_text
from model.report.project import Project
from ui.choices.choices_dialog import ChoicesDialog
from ui.departments.came_model import CameModel
from ui.departments.free_dialog import FreeDialog
from ui.kit import theme
from ui.kit.dialog_body import scrolled
from ui.kit.dropping import dropped_files
from ui.kit.file_dialogs import CITY_TABLE, RETURNED_FORMS, AskFiles, ask_files
from ui.kit.labels import label
from ui.renewal.text_reader import side_by_side
from ui.workspace import Workspace

_ALL, _OPEN = "全部", "没有定的"
_TOLD = 6
_ABOUT = (
    "把部门发回来的表一次全选上，或拖到这里。空格键收或不收，回车或双击到那里看；"
    "“全部采用”只收看着没有问题的。点“完成”才收进材料，可以撤销。"
)
_WORDS = {
    "choose": "选择文件(&O)…", "free": "收来稿(&T)…", "city": "从全市通报表取数(&B)…",
    "take": "收(&A)", "leave": "不收(&R)",
    "all": "全部采用(&Y)", "done": "完成(&F)", "close": "关闭(&C)",
}  # fmt: skip


class ReturnsDialog(ChoicesDialog[Came]):
    """Many files, read one after the other; what came before stays in the list."""

    def __init__(
        self,
        workspace: Workspace,
        begin: Path,
        parent: QWidget | None = None,
        *,
        ask_files: AskFiles = ask_files,
    ) -> None:
        super().__init__(
            workspace,
            CameModel,
            [_ALL, _OPEN, *(state.label for state in WORST_FIRST)],
            ("上期", "现有", "报来"),
            _WORDS,
            parent,
        )
        self.setWindowTitle("收部门报来的")
        self.setAcceptDrops(True)
        self._begin = begin
        self._ask_files = ask_files
        self._read: tuple[Read, ...] = ()
        self._compared: Project | None = None
        self.found = Collected((), (), ())
        self.refused = label(self, role="error", wraps=True)
        self.note = label(self, role="secondary", wraps=True)
        self._set_columns()
        self.connect_buttons(
            {
                "choose": self.choose,
                "free": self.ask_free,
                "city": self.choose_city,
                "all": self.take_all,
            }
        )
        self._lay_out()
        self.show_rows()

    def choose(self) -> None:
        """Ask for files and read them."""
        self.read(self._ask_files(RETURNED_FORMS, self._begin, self))

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, beside those that were read before."""
        if paths:
            self._begin = paths[0].parent
            self.told.setText(f"正在读{len(paths)}个文件……")
            self._job.start(lambda: read_returns(paths))

    def ask_free(self) -> None:
        """Ask for what is no form (a call, a message, paper), and read it beside the files."""
        dialog = FreeDialog(self._workspace.project, self._begin, self, ask_files=self._ask_files)
        try:
            if dialog.exec():
                self.read_free(dialog.text, dialog.said, dialog.path)
        finally:
            dialog.deleteLater()

    def read_free(self, text: str, said: Said, path: Path | None = None) -> None:
        """Read words of a department, or its file, beside the files."""
        if path is not None:
            self.told.setText("正在读来稿……")
            self._job.start(lambda: tuple(one.as_free(said) for one in read_returns([path])))
            return
        self._read = (*self._read, read_text(text, said))
        self._compared = None
        self.compare()

    def choose_city(self) -> None:
        """Ask for a table of the whole city, and read our row of it."""
        paths = self._ask_files(CITY_TABLE, self._begin, self)
        if paths:
            self.told.setText("正在读通报表……")
            self._job.start(
                lambda: tuple(one._replace(is_city=True) for one in read_returns(paths))
            )

    def decided(self, row: Came) -> Decisions:
        """Of two answers for one place the other is left."""
        decisions = super().decided(row)
        for other in self.found.lines:
            is_other = other.choice.place == row.choice.place and other is not row
            if row.state is CameState.TWICE and is_other and other.choice.ways:
                decisions = decisions.leave(other.choice.key)
        return decisions

    def place_of(self, choice: Choice) -> str:
        return choice.place.removesuffix("@department")

    def take_all(self) -> None:
        """Take all that speaks for itself."""
        self.decide(take_plain(self.decisions, self.found.lines))

    def apply(self) -> None:
        """Take in what was taken, and note who answered."""
        self.compare()
        workspace = self._workspace
        found, decisions, today = self.found, self.decisions, workspace.session.today
        if not found.files:
            self.say("还没有收到能认的表。请先选择文件。")
            return
        count = len([*decisions.taken()])
        refused = workspace.do(
            f"收部门报来的{count}处",
            lambda project: take(project, found.lines, decisions, found.files, today),
        )
        if refused:
            self.say(refused)
            return
        self.compare()
        short = said_in_short(answering(workspace.project, today))
        workspace.said.emit(f"已收下部门报来的{count}处，可以撤销。{short}")
        self.told.setText(f"已收下{count}处。{short}。{self._left_said()}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event)
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.read(paths))

    def came(self, read: object) -> None:
        assert isinstance(read, tuple)
        known = {one.name for one in read if one.name}
        self._read = (*(one for one in self._read if one.name not in known), *read)
        self._compared = None
        self.compare()

    def compare(self) -> None:
        self._soon.stop()
        if not self._read:
            return
        self._workspace.settle()
        project = self._workspace.project
        if project is self._compared:
            return
        self._compared = project
        self.found = collect(project, self._read, self._workspace.session.today)
        self.decisions = self.decisions.carried_to(decisions_of(self.found.lines).choices)
        self.show_rows()

    def tell(self) -> None:
        refused = [one.reason for one in self.found.refused]
        more = [f"……另有{len(refused) - _TOLD}个文件没有收"] if len(refused) > _TOLD else []
        self.refused.setText("\n".join([*refused[:_TOLD], *more]))
        self.refused.setVisible(bool(refused))
        for key in ("take", "leave", "all", "done"):
            self.buttons[key].setEnabled(bool(self.found.files))
        if self._read:
            read = f"收到{len(self.found.files)}份表，共{len(self.found.lines)}处。"
            some = bool(self.found.files)
            self.told.setText(read + self._left_said() if some else "没有收到能认的表。")

    def _left_said(self) -> str:
        left = len(self.decisions.open())
        unknown = sum(line.state is CameState.UNKNOWN for line in self.found.lines)
        odd = f"有{unknown}处没认出来，请看说明。" if unknown else ""
        if not self.found.lines:
            return "没有可收的。"
        return (f"还有{left}处没有定。" if left else "都定了，点“完成”收下。") + odd

    def wanted(self) -> list[Came]:
        which = self.which.currentText()
        lines = sorted(self.found.lines, key=lambda line: WORST_FIRST.index(line.state))
        if which == _OPEN:
            open_ = {choice.key for choice in self.decisions.open()}
            return [line for line in lines if line.choice.key in open_]
        return lines if which == _ALL else [one for one in lines if one.state.label == which]

    def show_row(self, row: Came | None) -> None:
        choice = row.choice if row else None
        texts = (row.last, choice.ours, choice.theirs) if row and choice else ("", "", "")
        for reader, text in zip(self.readers, texts, strict=True):
            reader.setPlainText(text or "")
        self.note.setText(choice.note if choice else "")

    def _set_columns(self) -> None:
        self.set_columns("部门报来的", 1, (2, 3, 4, 5))
        sign = self.fontMetrics().horizontalAdvance("国")
        head = self.view.horizontalHeader()
        head.setMinimumSectionSize(5 * sign)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.view.setColumnWidth(1, 15 * sign)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        body, last = QWidget(self), QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        files, below, ends = (
            [self.buttons[key] for key in keys]
            for keys in (("choose", "free", "city"), ("take", "leave"), ("done", "close"))
        )
        column.addLayout(self.row_of(files, ()))
        for widget in (self.told, self.refused):
            column.addWidget(widget)
        every = self.buttons["all"]
        column.addLayout(self.row_of([self.which], [every]))
        self.view.setMinimumHeight(22 * unit)
        column.addWidget(self.view, 2)
        column.addWidget(self.note)
        column.addLayout(side_by_side(self, *zip(self.sides, self.readers, strict=True)), 1)
        last.setLayout(self.row_of(below, ends))
        scrolled(self, body, [self.wrong, last], QSize(unit * 130, unit * 90))
        self.set_tabs([*files, self.which, every, self.view, *self.readers, *below, *ends])
