"""What stands at hand beside the wizard: find, backups, manual, about, fonts, printing.

Each is made when it is first asked for; what belongs to a project goes when the project does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from model.desk import Desk
from model.errors import SaveError
from model.jobs import traces
from model.jobs.steps import StepKind
from model.library import shipped
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.definitions import DefinitionsDialog
from ui.dialogs.find import FindDialog
from ui.dialogs.help import HelpWindow
from ui.dialogs.leaders import LeadersDialog
from ui.dialogs.told import about_dialog, fonts_dialog
from ui.dialogs.traces import ask_traces
from ui.kit.qt import to_front
from ui.preview.fonts import Missing, missing
from ui.shell.actions import Actions
from ui.shell.asking import Asking
from ui.shell.filing import Filing
from ui.shell.status import Status
from ui.shell.wizard import Wizard
from ui.trends.dialog import close_trend, open_trend

if TYPE_CHECKING:
    from ui.pages.export import ExportPage


_CLIPBOARD = {
    "cut": Qt.Key.Key_X,
    "copy": Qt.Key.Key_C,
    "paste": Qt.Key.Key_V,
    "select_all": Qt.Key.Key_A,
}


def _press(key: Qt.Key) -> None:
    """Do what the key does with Ctrl where the focus is; texts and tables have their own ways."""
    focus: QWidget | None = QApplication.focusWidget()
    if focus is not None:
        control = Qt.KeyboardModifier.ControlModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, key, control))


class Services(QObject):
    """Does what the menus offer beside the wizard. `wizard` gives the one that is open,
    `desk` the settings, and `remember` keeps them.
    """

    def __init__(
        self,
        window: QWidget,
        filing: Filing,
        wizard: Callable[[], Wizard | None],
        asking: Asking,
        status: Status,
        desk: Desk,
        remember: Callable[..., None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._filing = filing
        self._wizard = wizard
        self._asking = asking
        self._status = status
        self._desk = desk
        self._remember = remember
        self.find_dialog: FindDialog | None = None
        self.help_window: HelpWindow | None = None
        filing.closing.connect(self._closing)
        status.fonts_wanted.connect(self.show_fonts)

    def connect_to(self, commands: Actions) -> None:
        """Let the menus lead here."""
        commands.connect_to(
            {
                "find": self.find,
                **{name: partial(_press, key) for name, key in _CLIPBOARD.items()},
                "backups": self.show_backups,
                "clear_traces": self.clear_traces,
                "leaders": self.show_leaders,
                "trend": self.show_trend,
                "definitions": self.show_definitions,
                "print": self.print_text,
                "export_again": self.export_again,
                "help": self.show_help,
                "about": lambda: self._show(about_dialog(self._window)),
            }
        )

    def find(self) -> None:
        """Open 查找替换 over the window, or come back to it."""
        workspace = self._filing.workspace
        if workspace is None:
            return
        if self.find_dialog is None:
            self.find_dialog = FindDialog(workspace, self._go_to, self._window)
        self.find_dialog.begin()

    def show_backups(self) -> None:
        """Show every save of the open project."""
        if self._filing.workspace is not None:
            self._show(
                BackupsDialog(self._filing.workspace, self._asking.file_to_save, self._window)
            )

    def clear_traces(self) -> None:
        """Ask what of the traces is to be removed, and tell what was."""
        workspace = self._filing.workspace
        wanted = ask_traces(
            workspace.project if workspace else None, self._filing.name, self._window
        )
        if wanted is None:
            return
        try:
            traces.clear(wanted.found)
            if wanted.is_all:
                self._desk.forget_all_projects()
        except SaveError as error:
            self._asking.failed(error)
        else:
            self._status.tell(f"已清除留底，共{len(wanted.found.files)}个文件")
        self._filing.traces_cleared.emit()

    def show_leaders(self) -> None:
        """Show who leads the place of the open project."""
        workspace = self._filing.workspace
        if workspace is not None:
            self._show(LeadersDialog(workspace.project.organization.name, self._window))

    def show_trend(self) -> None:
        """Open 指标走势 beside the wizard, or come back to it."""
        if self._filing.workspace is not None:
            open_trend(self._filing.workspace, self._window)

    def show_definitions(self) -> None:
        """Show the fields and indicators of the open project."""
        workspace = self._filing.workspace
        if workspace is not None:
            dialog = DefinitionsDialog(workspace, self._window)
            dialog.place_wanted.connect(self._go_to)
            self._show(dialog)

    def print_text(self) -> None:
        """Print the text that is shown, from the page 导出, where the result is told."""
        page = self._export_page()
        if page is not None:
            page.print_text()

    def export_again(self) -> None:
        """Export the next draft of the last kind, from the page 导出, where the result is told."""
        page = self._export_page()
        if page is not None:
            page.export_again()

    def _export_page(self) -> ExportPage | None:
        wizard = self._wizard()
        if wizard is None:
            return None
        from ui.pages.export import ExportPage  # noqa: PLC0415 - made when first shown

        wizard.go_to_kind(StepKind.EXPORT)
        page = wizard.pages.page
        return page if isinstance(page, ExportPage) else None

    def show_help(self) -> None:
        """Open the manual beside the window, or come back to it."""
        if self.help_window is None:
            self.help_window = HelpWindow(self._window)
        to_front(self.help_window)

    def show_fonts(self) -> None:
        """Tell which official fonts this PC lacks, and what that means."""
        found = self._missing()
        if found is not None:
            self._show(fonts_dialog(*found, self._window))

    def remark_fonts(self) -> None:
        """Once on this PC for each font that is missing: say so in the status bar."""
        found = self._missing()
        told = self._desk.settings.fonts_told
        new = [one.font for one in found[1] if one.font not in told] if found else []
        if not new:
            return
        self._status.tell(
            f"这台电脑缺{len(new)}种公文字体，预览用相近的代替，导出的 Word 不受影响。"
            "点右下角看是哪些。",
            seconds=30,
        )
        self._remember(fonts_told=(*told, *new))

    def _missing(self) -> tuple[str, tuple[Missing, ...]] | None:
        workspace = self._filing.workspace
        if workspace is None:
            return None
        style = shipped.usable_house_style(workspace.report.house_style)
        return style.name, missing(style)

    def _go_to(self, place: str) -> None:
        wizard = self._wizard()
        if wizard is not None:
            wizard.go_to(place)

    def _show(self, dialog: QDialog) -> None:
        """A dialog over the window, gone when it is closed."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _closing(self) -> None:
        close_trend(self._window)
        if self.find_dialog is not None:
            self.find_dialog.close()
            self.find_dialog.deleteLater()
            self.find_dialog = None
