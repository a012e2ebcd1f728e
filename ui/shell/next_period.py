"""What leads from one period to the next: carrying on, old manuscripts, and the lists beside them.

The window only constructs this; what belongs to a project goes when the project does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from model.clock import Clock, utc_now
from model.desk import Desk
from model.file_names import is_project, path_of, readable
from model.jobs.brought import ChangeSource
from model.jobs.merge import OtherCopy
from model.jobs.paper import PaperChanges
from model.jobs.proposals import PERIODS, SLIPS, TIES, ProposalKind
from model.jobs.redpen import Owner, ReturnedFile, owner_of
from ui.kit.background_job import Job
from ui.kit.file_dialogs import OTHER_COPY, RETURNED_FILE, RETURNED_PROJECT, AskFile, ask_file
from ui.kit.qt import to_front
from ui.redpen.drafts_dialog import DraftsDialog
from ui.redpen.paper_dialog import PaperDialog
from ui.redpen.redpen_dialog import RedpenDialog
from ui.renewal.carry_dialog import CarryDialog
from ui.renewal.changes_dialog import ChangesDialog
from ui.renewal.figures_window import FiguresWindow
from ui.renewal.manuscript_dialog import ManuscriptDialog
from ui.renewal.proposals_dialog import ProposalsDialog
from ui.shell.actions import Actions
from ui.shell.filing import Filing
from ui.shell.start_page import Beginning
from ui.shell.wizard import Wizard


class NextPeriod(QObject):
    """`wizard` gives the one that is open, `desk` what the clerk gave last and which files were
    open before, `remember` keeps what she gives now. `redpen_left` tells how many changes of
    another's file are not decided, and of what kind it is; −1 when none is open.
    """

    redpen_left = Signal(str, int)

    def __init__(
        self,
        window: QWidget,
        filing: Filing,
        wizard: Callable[[], Wizard | None],
        desk: Desk,
        remember: Callable[..., None],
        clock: Clock = utc_now,
        *,
        ask_file: AskFile = ask_file,
    ) -> None:
        super().__init__(window)
        self.ask_file = ask_file
        self._window = window
        self._filing = filing
        self._wizard = wizard
        self._desk = desk
        self._remember = remember
        self._clock = clock
        self._beside: dict[str, QWidget] = {}
        self._returned: tuple[Path, bool] | None = None
        self._after_opening = QTimer(self)
        self._after_opening.setSingleShot(True)
        self._after_opening.timeout.connect(self._offer_periods)
        filing.opened.connect(self._after_opening.start)
        filing.closing.connect(self._closing)
        filing.merge_wanted.connect(self._merge_own_file)
        self._whose = Job(self)
        self._whose.done.connect(self._take_back_in)
        self._whose.failed.connect(self._take_back_in)

    def beginnings(self) -> list[Beginning]:
        """The ways to begin that the start page offers first."""
        return [
            Beginning("接着上期写(&J)…", "打开上期的材料，换到下一期，只改该改的", self.carry_on),
            Beginning(
                "从旧稿开始(&D)…",
                "读上期的 Word 文件或文字，换到这一期接着写",
                self.from_old,
            ),
            Beginning(
                "导入改稿(&T)…",
                "领导或同事改回来的 Word 文件，一处一处收进它所属的材料",
                self.take_back,
            ),
        ]

    def connect_to(self, commands: Actions) -> None:
        """Let the menus lead here."""
        commands.connect_to(
            {
                "carry": self.carry_on,
                "manuscript": self.from_old,
                "figures": self.show_figures,
                "periods": lambda: self.propose(PERIODS),
                "slips": lambda: self.propose(SLIPS),
                "ties": lambda: self.propose(TIES),
                "changes": self.show_changes,
                "redpen": self.take_back,
                "paper": self.work_from_paper,
                "merge": self.merge,
                "drafts": self.compare_drafts,
            }
        )

    def carry_on(self) -> None:
        """Ask for last period's project, and go on with the next one; the former stays as it is."""
        workspace = self._filing.workspace
        if not self._filing.may_leave():
            return
        chosen = workspace.session.path if workspace is not None else None
        dialog = CarryDialog(self._desk.recent_projects()[0], chosen, self._window)
        try:
            while dialog.exec() and dialog.made is not None:
                self._filing.leave()  # what becomes of its changes was asked before
                made = dialog.made
                if self._filing.new(made.project, made.path, may_replace=made.may_replace):
                    return
        finally:
            dialog.deleteLater()

    def take_given(self, path: Path) -> None:
        """Open a project that was dragged into the window or named at the start; of a Word file
        list what it changed in the project that is open. Where none is, it is taken back into the
        project it is a draft of; one that is no draft is begun from.
        """
        if is_project(path.name):
            self._filing.open_file(path)
        elif self._filing.workspace is not None:
            self._take_back_from(path)
        else:
            self._find_owner(path, is_returned=False)

    def from_old(self) -> None:
        """Ask for an old manuscript, and go on from it."""
        self._from_old(None)

    def _from_old(self, path: Path | None) -> None:
        """Make a project from an old manuscript, one that is asked for or this, and open it."""
        dialog = ManuscriptDialog(self._desk.settings, self._window, clock=self._clock)
        if path is not None:
            QTimer.singleShot(0, dialog, lambda: dialog.read_file(path))
        try:
            while dialog.exec() and dialog.made is not None:
                made = dialog.made
                if self._filing.new(made.project, made.path, may_replace=made.may_replace):
                    self._remember(**made.remembered)
                    self._tell(made.told)
                    return
        finally:
            dialog.deleteLater()

    def show_figures(self) -> None:
        """Open 文中数字 beside the wizard, or come back to it."""
        workspace = self._filing.workspace
        if workspace is None or self._come_back("figures"):
            return
        figures = FiguresWindow(workspace, self._window)
        figures.place_wanted.connect(self._go_to)
        figures.place_shown.connect(self._scroll_to)
        figures.ties_wanted.connect(lambda: self.propose(TIES))
        self._show("figures", figures)

    def show_changes(self) -> None:
        """Open 数据变化说明 beside the wizard, or come back to it."""
        workspace = self._filing.workspace
        if workspace is None or self._come_back("changes"):
            return
        dialog = ChangesDialog(workspace, self._window)
        dialog.place_wanted.connect(self._go_to)
        self._show("changes", dialog)

    def take_back(self) -> None:
        """Ask for a Word file that came back, and list what it changed beside the wizard; with no
        project open, in the one that it belongs to.
        """
        workspace = self._filing.workspace
        if workspace is not None and self._come_back("redpen"):
            return
        path = self.ask_file(RETURNED_FILE, self._folder(), self._window)
        if path is None:
            return
        if workspace is not None:
            self._take_back_from(path)
            return
        self._find_owner(path, is_returned=True)

    def _find_owner(self, path: Path, *, is_returned: bool) -> None:
        """Look beside the window for the project a Word file is a draft of. `is_returned`: the
        clerk says that it is one."""
        self._returned = path, is_returned
        recent = [path_of(one.path) for one in self._desk.recent_projects()[0]]
        self._whose.start(lambda: owner_of(path, recent))

    def _take_back_in(self, found: object) -> None:
        """Open the project that the returned file belongs to, asking for it where none is known."""
        if self._filing.workspace is not None or self._returned is None:
            return
        path, is_returned = self._returned
        owner = found if isinstance(found, Owner) else None
        if owner is None and not is_returned:
            self._from_old(path)
            return
        project = owner.path if owner is not None else None
        project = project or self.ask_file(RETURNED_PROJECT, path.parent, self._window)
        if project is not None and self._filing.open_file(project):
            self._take_back_from(path)

    def _folder(self) -> Path:
        """Where files are looked for first."""
        workspace = self._filing.workspace
        at = workspace.session.path if workspace is not None else None
        return at.parent if at else Path(self._desk.settings.last_folder or Path.home())

    def _take_back_from(self, path: Path) -> None:
        self._choose_from(ReturnedFile(path), path)

    def work_from_paper(self) -> None:
        """Open the field for what was written on a printed draft of the text that is shown."""
        workspace = self._filing.workspace
        if workspace is None or self._come_back("paper"):
            return
        dialog = PaperDialog(workspace, self._window)
        dialog.listed.connect(self._list_paper)
        dialog.finished.connect(lambda *_: self._drop("paper"))
        self._show("paper", dialog)

    def _list_paper(self, changes: PaperChanges) -> None:
        """List what the paper says now; a list of it that was made before is closed."""
        beside = self._beside.get("redpen")
        if isinstance(beside, RedpenDialog) and isinstance(beside.source, PaperChanges):
            beside.close()
        self._choose_from(changes, Path(f"第{changes.draft}稿"))

    def compare_drafts(self) -> None:
        """Show what was changed between two drafts of the text that is shown."""
        workspace = self._filing.workspace
        if workspace is None:
            return
        beside = self._beside.get("drafts")
        if beside is not None:
            beside.close()
            self._drop("drafts")
        self._show("drafts", DraftsDialog(workspace, self._window, ask_file=self.ask_file))

    def merge(self) -> None:
        """Ask for another copy of the open project, and list what was changed in it."""
        if self._filing.workspace is None or self._come_back("redpen"):
            return
        path = self.ask_file(OTHER_COPY, self._folder(), self._window)
        if path is not None:
            self._choose_from(OtherCopy(path), path)

    def _merge_own_file(self) -> None:
        """List what was changed in the open project's own file since it was opened or saved; once
        that is decided, the next save replaces the file.
        """
        workspace = self._filing.workspace
        path = workspace.session.path if workspace is not None else None
        if workspace is None or path is None:
            return
        beside = self._beside.get("redpen")
        if beside is not None:
            beside.close()
        dialog = self._choose_from(OtherCopy(path, workspace.session.saved), path)
        if dialog is not None:
            dialog.taken_over.connect(lambda: self._rest_on(dialog))

    def _rest_on(self, dialog: RedpenDialog) -> None:
        workspace = self._filing.workspace
        if workspace is not None and not dialog.decisions.open():
            workspace.session.rest_on(dialog.read_file)
            workspace.said.emit("两边已经合并，保存就写进文件")

    def _choose_from(self, source: ChangeSource, path: Path) -> RedpenDialog | None:
        """Open the list of changes of a file, unless one is open."""
        workspace = self._filing.workspace
        if workspace is None or self._come_back("redpen"):
            return None
        dialog = RedpenDialog(workspace, source, readable(path.name), self._window)
        dialog.ask_file = self.ask_file
        dialog.place_wanted.connect(self._go_to)
        dialog.place_shown.connect(self._scroll_to)
        dialog.left_changed.connect(lambda left: self.redpen_left.emit(source.title, left))
        dialog.finished.connect(lambda *_: self._drop("redpen"))
        self._show("redpen", dialog)
        return dialog

    def _drop(self, key: str) -> None:
        """What was closed for good is opened anew the next time."""
        beside = self._beside.pop(key, None)
        if beside is not None:
            beside.deleteLater()

    def propose(self, kind: ProposalKind[Any]) -> None:
        """Open a list of proposals beside the wizard, or come back to it."""
        workspace = self._filing.workspace
        if workspace is None or self._come_back(kind.title):
            return
        dialog = ProposalsDialog(workspace, kind, self._window)
        dialog.place_wanted.connect(self._go_to)
        self._show(kind.title, dialog)

    def beside(self, key: str) -> QWidget | None:
        """What is open beside the wizard: `figures`, `changes`, or the title of proposals."""
        return self._beside.get(key)

    def _offer_periods(self) -> None:
        """A project that was carried on and is opened here for the first time."""
        workspace = self._filing.workspace
        if workspace is None or workspace.session.read_only or not workspace.project.reports:
            return
        path = workspace.session.path
        is_new = workspace.project.from_ is not None and path is not None
        if not is_new or path is None or self._desk.left_off.spot(path) is not None:
            return
        if PERIODS.find(workspace.project, workspace.report):
            self.propose(PERIODS)

    def _tell(self, words: str) -> None:
        if self._filing.workspace is not None:
            self._filing.workspace.said.emit(words)

    def _come_back(self, key: str) -> bool:
        beside = self._beside.get(key)
        if beside is not None:
            to_front(beside)
        return beside is not None

    def _show(self, key: str, beside: QWidget) -> None:
        self._beside[key] = beside
        to_front(beside)

    def _go_to(self, place: str) -> None:
        wizard = self._wizard()
        if wizard is not None:
            wizard.go_to(place)

    def _scroll_to(self, place: str) -> None:
        wizard = self._wizard()
        if wizard is not None and wizard.preview.isVisible():
            wizard.preview.scroll_to(place)

    def _closing(self) -> None:
        self._after_opening.stop()
        self.redpen_left.emit("", -1)
        for beside in [*self._beside.values()]:
            beside.close()
            beside.deleteLater()
        self._beside.clear()
