"""Starts the window: input methods, language, look, and what to open."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from model.desk import Desk
from model.jobs import traces
from ui.dialogs.emergency import Emergency
from ui.dialogs.told import emergency_dialog
from ui.input_method import choose as input_method
from ui.kit import theme
from ui.shell.asking import Dialogs
from ui.shell.endings import Endings
from ui.shell.main_window import MainWindow
from ui.shell.second_start import SecondStarts


def run(program: str, wanted: Path | None) -> int:
    """Open the window, with a file where one is wanted, and stay until it is closed; returns the
    exit code.
    """
    name_for_taskbar()
    is_fcitx_wanted = input_method.prepare(os.environ)
    app = QApplication([program])
    if is_fcitx_wanted:
        input_method.connect_fcitx(app)
    desk = Desk()
    dress(app, desk.settings.zoom)
    window = MainWindow(Dialogs(QApplication.activeWindow), desk)
    follow_system(app, window)
    watch(window)
    traces.prune()
    endings = Endings(window)
    endings.heed(app)
    window.show()
    gc.freeze()  # what was made so far stays to the end: searching it again and again takes 0.1 s
    starts = SecondStarts(window)
    begin(window, wanted.absolute() if wanted is not None else None)
    code = app.exec()
    while starts.go_on():
        code = app.exec()
    starts.end()
    leave_clipboard(app)
    return code


def name_for_taskbar() -> None:
    """Let Windows' taskbar show the program's own icon and group its windows (AppUserModelID)."""
    if sys.platform == "win32":
        shell = ctypes.WinDLL("shell32")
        shell.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p("xugao.xugao"))


def leave_clipboard(app: QApplication) -> None:
    """Leave what was copied as plain text, held by Qt alone.

    Data made in Python that still lies on the clipboard when Python has ended crashes Qt's exit.
    """
    clipboard = app.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())


def begin(window: MainWindow, wanted: Path | None) -> None:
    """Offer what a crash left behind; else open the wanted file, or the last one."""
    put_off = window.filing.recover_all()
    if window.filing.workspace is not None:
        return
    if wanted is not None:
        window.next_period.take_given(wanted)
    elif window.desk.left_off.open not in put_off:
        window.open_last()


def watch(window: MainWindow) -> Emergency:
    """Whatever goes wrong unexpectedly: keep what was typed, and tell it in words."""

    def tell(text: str, where: str, lost: str) -> None:
        emergency_dialog(text, where, QApplication.activeWindow(), lost).ask()

    emergency = Emergency(
        window.keep_typed, tell, window.status.tell, window.desk.keep_report, window
    )
    emergency.install()
    return emergency


def dress(app: QApplication, zoom: int = 100) -> None:
    """Name, icon, Chinese for Qt's own words, font and colours; `zoom` in percent."""
    app.setApplicationName("xugao")
    app.setApplicationDisplayName("续稿")
    app.setDesktopFileName("xugao")
    app.setWindowIcon(QIcon(str(theme.RESOURCES / "icons" / "xugao.svg")))
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    speak_chinese(app)
    theme.apply(app, zoom)


def speak_chinese(app: QApplication) -> None:
    """Qt's standard buttons and menus in Chinese."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)


def follow_system(app: QApplication, window: MainWindow) -> QObject:
    """Change colours when the system goes from light to dark or back."""
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(window.dress)
    return hints
