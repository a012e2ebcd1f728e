"""Every dialog can be used by keyboard, is named for those who do not see it, and cuts nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from model.clock import utc_now
from model.errors import ConflictError, SaveError
from model.jobs.conflict import compare_with_file
from model.jobs.recover import compare_entry
from model.storage import journal
from tests.ui.dialogs.opened import opened, retitle
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.conflict import ConflictDialog
from ui.dialogs.find import FindDialog
from ui.dialogs.help import HelpWindow
from ui.dialogs.not_saved import not_saved_dialog
from ui.dialogs.recovery import recovery_dialog
from ui.dialogs.told import about_dialog
from ui.kit import theme
from ui.kit.colors import Scheme
from ui.workspace import Workspace


def _recovery(workspace: Workspace) -> QDialog:
    retitle(workspace, "没有保存的标题")
    workspace.session.autosave()
    return recovery_dialog(compare_entry(journal.pending()[0][0], utc_now()), None)


DIALOGS: dict[str, Callable[[Workspace], QDialog]] = {
    "recovery": _recovery,
    "conflict": lambda one: ConflictDialog(
        compare_with_file(one.session, ConflictError("改过了。")), None
    ),
    "not saved": lambda _: not_saved_dialog(SaveError("无法保存：磁盘已满。"), None),
    "backups": lambda one: BackupsDialog(one, lambda suggested: None, None),
    "find": lambda one: FindDialog(one, lambda _: None),
    "about": lambda _: about_dialog(None),
    "help": lambda _: HelpWindow(),
}


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> QDialog:
    made = DIALOGS[request.param](opened(tmp_path))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def inside(dialog: QDialog) -> list[QWidget]:
    found: Iterable[QWidget] = dialog.findChildren(QWidget)
    return [one for one in found if one.isVisible()]


def test_all_that_takes_the_keyboard_has_a_name(dialog: QDialog) -> None:
    focusable = [one for one in inside(dialog) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert focusable
    for one in focusable:
        words = one.text() if isinstance(one, QAbstractButton) else one.accessibleName()
        assert words, one


def test_every_button_has_an_access_key_of_its_own(dialog: QDialog) -> None:
    texts = [one.text() for one in inside(dialog) if isinstance(one, QAbstractButton)]
    keys = [text.partition("&")[2][:1] for text in texts if text]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_esc_closes_it(dialog: QDialog) -> None:
    dialog.reject()
    assert not dialog.isVisible()


def test_no_words_are_cut_off_at_200_percent(
    dialog: QDialog, dressed: QApplication, qtbot: QtBot
) -> None:
    dialog.hide()
    theme.apply(dressed, 200, Scheme.LIGHT)
    dialog.show()
    dialog.resize(1240, 660)
    qtbot.waitExposed(dialog)
    labels = [one for one in inside(dialog) if isinstance(one, QLabel) and one.text()]
    for one in labels:
        needed = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        assert one.height() >= needed, one.text()
        assert one.wordWrap() or one.width() >= one.sizeHint().width(), one.text()
    for button in inside(dialog):
        if isinstance(button, QAbstractButton) and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            assert button.height() >= button.minimumSizeHint().height(), button.text()
