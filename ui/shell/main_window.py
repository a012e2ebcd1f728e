"""The window: start page or wizard, menus and status bar."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from model.clock import Clock, utc_now
from model.desk import Desk
from model.errors import SaveError
from model.file_names import kept, path_of
from model.jobs.steps import StepKind
from ui.dialogs.emergency import Kept
from ui.dialogs.new_project import NewProjectDialog
from ui.kit import theme
from ui.shell.actions import Actions
from ui.shell.asking import Asking
from ui.shell.collecting import Collecting
from ui.shell.file_drops import FileDrops
from ui.shell.filing import Filing
from ui.shell.following import Following
from ui.shell.guard import Guard
from ui.shell.header import Header
from ui.shell.last_shape import LastShape
from ui.shell.next_period import NextPeriod
from ui.shell.page_factory import PageMaker, make_page
from ui.shell.part_menu import Parts
from ui.shell.start_page import Beginning, StartPage
from ui.shell.status import Status
from ui.shell.toast import RemovedToast
from ui.shell.tools import Services
from ui.shell.wizard import Wizard
from ui.workspace import Workspace

_ZOOM_STEP = 10
_IN_MENU = 9
_IN_HEADER = ("undo", "redo", "preview", "carry", "export")


class MainWindow(QMainWindow):
    """One window with at most one open project, in `wizard`; None is the start page."""

    def __init__(
        self,
        asking: Asking,
        desk: Desk | None = None,
        *,
        make: PageMaker = make_page,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__()
        self._asking = asking
        self._make = make
        self._clock = clock
        self._saved_at: datetime | None = None
        self.desk = desk or Desk(clock=clock)
        self._shape = LastShape(self, self.desk)
        self.wizard: Wizard | None = None
        self.parts: Parts | None = None
        self._guard: Guard | None = None
        self.filing = Filing(asking, self)
        self.commands = Actions(self, self._settle)
        self.next_period = NextPeriod(
            self, self.filing, lambda: self.wizard, self.desk, self.remember, clock
        )
        self.collecting = Collecting(self, self.filing, lambda: self.wizard)
        self.start = StartPage(self._beginnings(), self)
        self.header = Header([self.commands[key] for key in _IN_HEADER])
        self.following = Following(self, self.filing, self.header)
        self.status = Status(self)
        self.services = Services(
            self, self.filing, lambda: self.wizard, asking, self.status, self.desk, self.remember
        )
        self._lay_out()
        self._connect()
        self._show_start()

    # What the clerk does

    def new_project(self) -> None:
        """Ask for a new project, and open it."""
        dialog = NewProjectDialog(self.desk.settings, self, clock=self._clock)
        try:
            if dialog.exec():
                wanted = dialog.wanted()
                self.remember(**wanted.remembered)
                self.filing.new(wanted.project, wanted.path, may_replace=wanted.may_replace)
        finally:
            dialog.deleteLater()

    def open_project(self) -> None:
        """Ask for a project file, and open it."""
        path = self._asking.file_to_open(
            path_of(self.desk.settings.last_folder or str(Path.home()))
        )
        if path is not None:
            self.remember(last_folder=kept(path.parent))
            self.open_file(path)

    def open_file(self, path: Path) -> bool:
        """Open a project file; whether it is open now."""
        return self.filing.open_file(path)

    def open_last(self) -> None:
        """Open the project that was open when the window was closed, if it is still there."""
        path = path_of(self.desk.left_off.open) if self.desk.left_off.open else None
        if path is not None and path.is_file():
            self.open_file(path)

    def zoom(self, percent: int) -> None:
        """Another size of all text, kept for the next time."""
        bounded = min(max(percent, theme.SMALLEST), theme.LARGEST)
        self.remember(zoom=bounded)
        self.dress()
        self.status.tell(f"文字大小 {bounded}%")

    def dress(self) -> None:
        """Dress everything anew, in the size that is kept and the colours of the system."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        with self.wizard.set_aside() if self.wizard is not None else nullcontext():
            theme.apply(app, self.desk.settings.zoom)

    def remember(self, **changes: object) -> None:
        """Keep settings; the window goes on where they cannot be written."""
        try:
            self.desk.remember(**changes)
        except SaveError as error:
            self.status.tell(str(error))

    def keep_typed(self) -> Kept:
        """Keep what is typed at once, for the case that all goes wrong; what came of it."""
        return self._guard.keep_all() if self._guard is not None else Kept(is_kept=True)

    def leave(self) -> bool:
        """Leave the open project, as closing the window does; False where the clerk stays."""
        if not self.filing.may_leave():
            return False
        self.keep_shape()
        self.filing.leave()
        return True

    def keep_shape(self) -> None:
        """Keep the window's shape and where the clerk is, for the next time."""
        self._shape.keep(self.wizard)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leave())

    def _settle(self) -> None:
        if self.filing.workspace is not None:
            self.filing.workspace.settle()

    def add_part(self) -> None:
        """Ask for a new part behind the one that is shown."""
        if self.wizard is not None and self.parts is not None:
            self.parts.add(self.wizard.step.key)

    # Showing what is open

    def _opened(self) -> None:
        """Show what was opened; where that fails half way, all is as if nothing were open."""
        try:
            self._show_opened()
        except BaseException:
            self._drop_wizard()
            for child in self._below.children():
                if isinstance(child, QWidget) and child is not self.header:
                    child.deleteLater()  # a wizard that was not made to its end
            self.filing.take_back()
            self._show_start()
            raise

    def _show_opened(self) -> None:
        workspace = self.filing.workspace
        assert workspace is not None
        self._saved_at = None
        self.wizard = Wizard(workspace, self._below, make=self._make)
        self._below_layout.addWidget(self.wizard)
        self.wizard.totals_changed.connect(self._show_totals)
        self.wizard.pages.proposals_wanted.connect(self.next_period.propose)
        workspace.changed.connect(self._show_project)
        workspace.report_changed.connect(self._show_project)
        workspace.saved_changed.connect(self._show_project)
        workspace.typed_changed.connect(self._show_project)
        workspace.said.connect(self.status.tell)
        RemovedToast(workspace, self.wizard.pages, self._undo)
        self._guard = Guard(workspace, self.status.warn)
        self.parts = Parts(workspace, self.wizard.step_list, self._asking)
        self.parts.place_wanted.connect(self.wizard.go_to)
        self.parts.attend_to(self.header)
        self.wizard.add_part.clicked.connect(self.add_part)
        self.commands.allow_project(True)
        self.commands["preview"].setChecked(self.desk.settings.show_preview)
        self._show_preview(self.desk.settings.show_preview)
        self.wizard.preview_shown.connect(self._preview_shown)
        self._shape.go_back(self.wizard)
        self._show_project()
        self._show_totals()
        self._stack.setCurrentWidget(self._below)
        self._fill_recent()
        self.services.remark_fonts()
        self.wizard.step_list.setFocus()

    def _closing(self) -> None:
        self._shape.keep_spot(self.wizard)
        self._drop_wizard()
        self._show_start()

    def _drop_wizard(self) -> None:
        if self.wizard is not None:
            self.wizard.hide()
            self._below_layout.removeWidget(self.wizard)
            self.wizard.deleteLater()
            self.wizard = self.parts = self._guard = None
        self.status.clear_totals()

    def _show_start(self) -> None:
        self.commands.allow_project(False)
        self.commands.name_undo(None, None)
        self.setWindowTitle("续稿[*]")
        self.setWindowModified(False)
        self._fill_recent()
        self._stack.setCurrentWidget(self.start)
        self.start.focus_first()

    def _show_project(self) -> None:
        workspace = self.filing.workspace
        if workspace is None:
            return
        session, report = workspace.session, workspace.report
        self.commands.name_undo(session.can_undo, session.can_redo)
        self.header.show_project(workspace, self._saved_words())
        parts = (self.filing.name, report.name, "只能查看" if session.read_only else "")
        self.setWindowTitle(" · ".join(filter(None, parts)) + "[*] — 续稿")
        self.setWindowModified(session.is_unsaved)

    def _saved_words(self) -> str:
        workspace = self.filing.workspace
        if workspace is None or workspace.session.dirty:
            return "有改动还没有保存"
        if self._saved_at is None:
            return "已保存"
        return f"已保存 {self._saved_at.astimezone():%H:%M}"

    def _show_totals(self) -> None:
        if self.wizard is not None:
            self.status.show_totals(self.wizard.totals, self.wizard.missing_fonts)

    def _show_preview(self, is_shown: bool) -> None:
        if self.wizard is not None:
            self.wizard.show_preview(is_shown)

    def _preview_shown(self, is_shown: bool) -> None:
        """The preview made way for a page, or came back: its command tells so."""
        self.commands["preview"].setChecked(is_shown)

    def _preview_toggled(self, is_shown: bool) -> None:
        if self.wizard is not None and self.wizard.preview.isHidden() is not is_shown:
            return  # it made way by itself, which is no wish of the clerk's
        self._show_preview(is_shown)
        self.remember(show_preview=is_shown)

    def _saved(self) -> None:
        self._saved_at = self._clock()
        self._shape.note_standing(self.wizard)
        self._show_project()
        self._fill_recent()

    def _undo(self) -> None:
        self._step_back("已撤销", Workspace.undo)

    def _redo(self) -> None:
        self._step_back("已重做", Workspace.redo)

    def _step_back(self, done: str, step: Callable[[Workspace], str | None]) -> None:
        """Undo or redo, say what it was, and go where it was."""
        workspace = self.filing.workspace
        if workspace is None or self.wizard is None:
            return
        workspace.settle()
        before = workspace.project
        self.status.tell(f"{done}：{step(workspace)}")
        self.wizard.show_change(before)

    def _go_to(self, place: str) -> None:
        if self.wizard is not None:
            self.wizard.go_to(place)

    def _in_wizard(self, do: Callable[[Wizard], None]) -> Callable[[], None]:
        """What does something in the wizard, where one is open."""
        return lambda: do(self.wizard) if self.wizard is not None else None

    def _with_parts(self, do: Callable[[Parts], None]) -> Callable[[], None]:
        """What does something to parts and texts, where a project is open."""
        return lambda: do(self.parts) if self.parts is not None else None

    # Building the window

    def _beginnings(self) -> list[Beginning]:
        return [
            *self.next_period.beginnings(),
            Beginning("新建材料(&N)…", "选一种模板，填地方和报告期", self.new_project),
            Beginning("打开(&O)…", "打开保存过的材料", self.open_project),
        ]

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._below = QWidget(self)
        self._below_layout = QVBoxLayout(self._below)
        self._below_layout.setContentsMargins(0, 0, 0, 0)
        self._below_layout.setSpacing(0)
        self._below_layout.addWidget(self.header)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._below)
        self.setCentralWidget(self._stack)
        self.setStatusBar(self.status)
        self.commands.fill(self.menuBar())
        self.setMinimumSize(640, 480)
        self._shape.restore()

    def _connect(self) -> None:
        self.filing.opened.connect(self._opened)
        self.filing.closing.connect(self._closing)
        self.filing.saved.connect(self._saved)
        self.filing.traces_cleared.connect(self._fill_recent)
        self.filing.place_wanted.connect(self._go_to)
        self.start.open_wanted.connect(lambda path: self.open_file(path_of(path)))
        self.start.forget_wanted.connect(self._forget)
        drops = FileDrops(self)
        drops.dropped.connect(self.next_period.take_given)
        drops.forms_dropped.connect(self.collecting.read)
        self.next_period.redpen_left.connect(self.header.show_redpen)
        self.header.check_wanted.connect(
            self._in_wizard(lambda wizard: wizard.go_to_kind(StepKind.CHECK))
        )
        self.commands.connect_to(
            {
                "new": self.new_project,
                "open": self.open_project,
                "save": self.filing.save,
                "save_as": self.filing.save_as,
                "close": self.filing.close,
                "quit": self.close,
                "undo": self._undo,
                "redo": self._redo,
                "previous": self._in_wizard(lambda wizard: wizard.go_by(-1)),
                "next": self._in_wizard(lambda wizard: wizard.go_by(1)),
                "next_pane": self._in_wizard(Wizard.focus_next_pane),
                "export": self._in_wizard(lambda wizard: wizard.go_to_kind(StepKind.EXPORT)),
                "add_report": self._with_parts(Parts.add_text),
                "add_brief": self._with_parts(Parts.add_brief),
                "pick_points": self._with_parts(Parts.pick_points),
                "rename_report": self._with_parts(Parts.rename_text),
                "remove_report": self._with_parts(Parts.remove_text),
                "add_part": self.add_part,
                "next_blank": self._in_wizard(
                    lambda wizard: wizard.go_to_next_blank(carried=False)
                ),
                "next_carried": self._in_wizard(
                    lambda wizard: wizard.go_to_next_blank(carried=True)
                ),
                "larger": lambda: self.zoom(self.desk.settings.zoom + _ZOOM_STEP),
                "smaller": lambda: self.zoom(self.desk.settings.zoom - _ZOOM_STEP),
                "normal": lambda: self.zoom(100),
            }
        )
        self.commands["preview"].toggled.connect(self._preview_toggled)
        self.services.connect_to(self.commands)
        self.next_period.connect_to(self.commands)
        self.collecting.connect_to(self.commands)
        self.following.connect_to(self.commands)
        self.commands.hide_idle()

    def _fill_recent(self) -> None:
        """The recent projects, on the start page and in the menu."""
        entries, note = self.desk.recent_projects()
        self.start.show_recents(entries)
        self.commands.show_recent([entry.path for entry in entries[:_IN_MENU]], self.open_file)
        if note:
            self.status.tell(note)

    def _forget(self, path: str) -> None:
        try:
            self.desk.forget_project(path_of(path))
        except SaveError as error:
            self._asking.failed(error)
        self._fill_recent()
