"""查找替换: in all texts, names and values of the project; it stays open while one works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.clock import Clock, local_date, utc_now
from model.jobs import find_replace
from model.jobs.find_replace import Hit, Replaced
from model.jobs.whereabouts import Whereabouts, whereabouts
from model.report.project import Project
from ui.dialogs.choice import row_of
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.qt import to_front
from ui.kit.run_line import RunLine
from ui.kit.two_lines import KEY, TwoLineList
from ui.workspace import Workspace

_TOLD = 3


class FindDialog(QDialog):
    """`go_to` leads to a place of the text that is shown. Replacing all is one step of undo."""

    def __init__(
        self,
        workspace: Workspace,
        go_to: Callable[[str], None],
        parent: QWidget | None = None,
        *,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("查找替换")
        self._workspace = workspace
        self._go_to = go_to
        self._clock = clock
        self._hits: tuple[Hit, ...] = ()
        self._where: list[Whereabouts] = []
        self._asked: tuple[Project, str, bool] | None = None
        self.query = RunLine(self)
        self.by = RunLine(self)
        self.whole = QCheckBox("数字和字母整个匹配，5.1不算在15.1里(&M)", self)
        self.list = TwoLineList(self)
        self.list.setAccessibleName("找到的地方")
        self.said = label(self, wraps=True)
        self.all = QPushButton("全部列出(&L)", self)
        self.next = QPushButton("下一个(&N)", self)
        self.replace = QPushButton("替换(&R)", self)
        self.replace_all = QPushButton("全部替换(&A)", self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(200)
        self._lay_out()
        self._connect()
        self._allow()

    def begin(self) -> None:
        """Show the dialog, ready to type what is looked for."""
        to_front(self)
        self.query.setFocus()
        self.query.selectAll()

    def list_all(self) -> None:
        """Look everywhere and list every place, without leaving the dialog."""
        self._search(at=0)
        self._say_count()

    def go_on(self) -> None:
        """Go to the next place, behind the last to the first again."""
        row = self.list.currentRow()
        if not self._is_current():
            self._search(at=0)
        elif self._hits:
            self.list.setCurrentRow((row + 1) % len(self._hits))
        self._say_count()
        self._show_place()

    def replace_one(self) -> None:
        """Replace where the list stands, and go on to the next."""
        row = self.list.currentRow()
        if not self._is_current() or not 0 <= row < len(self._hits):
            self.go_on()
            return
        hit, by, today = self._hits[row], self.by.text(), self._today()
        refused = self._workspace.do(
            self._did("替换"), lambda project: find_replace.replace(project, hit, by, today)
        )
        self._search(at=row)
        if refused is not None:
            self._say(f"没有替换：{refused}", wrong=True)
        else:
            self._say_count()

    def replace_everywhere(self) -> None:
        """Replace all hits as one step; what was refused is told and left as it was."""
        query, by, today, whole = (
            self.query.text(),
            self.by.text(),
            self._today(),
            self.whole.isChecked(),
        )
        done: list[Replaced] = []

        def change(project: Project) -> Project:
            done.append(find_replace.replace_all(project, query, by, today, whole=whole))
            return done[-1].project

        refused = self._workspace.do(self._did("全部替换"), change)
        self._search(at=0)
        if refused is not None:
            self._say(f"没有替换：{refused}", wrong=True)
        elif done:
            self._tell(done[0])

    def _tell(self, done: Replaced) -> None:
        said = (
            f"替换了{done.hits}处，按 Ctrl+Z 可以一次撤销。" if done.hits else "没有可替换的地方。"
        )
        if done.refused:
            first = "；".join(one.message.rstrip("。") for one in done.refused[:_TOLD])
            more = "等" if len(done.refused) > _TOLD else ""
            said += f"有{len(done.refused)}处填不进去，没有动：{first}{more}。"
        self._say(said, wrong=bool(done.refused))

    def _search(self, at: int) -> None:
        """Look again and stand at a row."""
        project, report = self._workspace.project, self._workspace.report
        self._asked = (project, self.query.text(), self.whole.isChecked())
        self._hits = find_replace.find_all(project, self.query.text(), whole=self.whole.isChecked())
        places = [hit.place for hit in self._hits]
        self._where = whereabouts(project, report, places, self._workspace.inventory)
        self.list.clear()
        for number, (hit, where) in enumerate(zip(self._hits, self._where, strict=True)):
            self.list.add(" ".join(hit.around.split()), where.said, str(number))
        self.list.setCurrentRow(min(at, len(self._hits) - 1))
        self._allow()

    def _is_current(self) -> bool:
        """Whether the list is of what is asked, in the project as it is."""
        return self._asked == (self._workspace.project, self.query.text(), self.whole.isChecked())

    def _show_place(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._hits):
            self._workspace.choose_report(self._where[row].report)
            self._go_to(self._hits[row].place)

    def _chosen(self, item: QListWidgetItem) -> None:
        if self._is_current() and item.data(KEY):
            self._show_place()

    def _project_changed(self) -> None:
        if self.isVisible() and self._hits:
            self._soon.start()

    def _again(self) -> None:
        if not self._is_current():
            self._search(at=max(self.list.currentRow(), 0))
            self._say_count()

    def _say_count(self) -> None:
        count = len(self._hits)
        at = self.list.currentRow() + 1
        self._say(f"找到{count}处，现在是第{at}处。" if count else "没有找到。")

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("wrong", wrong)
        theme.polish(self.said)

    def _allow(self) -> None:
        has_query = bool(self.query.text())
        for button in (self.all, self.next, self.replace, self.replace_all):
            button.setEnabled(has_query)

    def _did(self, what: str) -> str:
        return f"{what}“{self.query.text()}”"

    def _today(self) -> date:
        return local_date(self._clock)

    def _connect(self) -> None:
        self.query.textChanged.connect(lambda *_: self._allow())
        self.query.returnPressed.connect(self.go_on)
        self.by.returnPressed.connect(self.replace_one)
        self.all.clicked.connect(self.list_all)
        self.next.clicked.connect(self.go_on)
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_everywhere)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self._soon.timeout.connect(self._again)
        self._workspace.changed.connect(self._project_changed)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        grid = QGridLayout()
        grid.setSpacing(unit)
        for row, (text, name, field) in enumerate(
            (("查找(&F)", "查找", self.query), ("替换为(&P)", "替换为", self.by))
        ):
            title = label(self, text)
            title.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addLayout(grid)
        column.addWidget(self.whole)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        buttons = (self.all, self.next, self.replace, self.replace_all)
        for button in buttons:
            button.setAutoDefault(False)
        self.next.setProperty("role", "primary")
        column.addLayout(row_of(buttons, self))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        room = self.screen().availableSize()
        self.resize(min(unit * 72, room.width() - 40), min(unit * 60, room.height() - 60))
