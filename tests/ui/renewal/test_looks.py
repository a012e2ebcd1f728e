"""Every window of the next period: named for screen readers, plain text, nothing clipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.desk import Settings
from model.jobs import take_in
from model.jobs.proposals import PERIODS, SLIPS, TIES
from tests import manuscripts
from tests.ui.renewal.projects import MANUSCRIPT, carried
from tests.ui.test_whole_window import clipped, nameless, rich, settle
from ui.kit import theme
from ui.kit.colors import Scheme
from ui.renewal.carry_dialog import CarryDialog
from ui.renewal.changes_dialog import ChangesDialog
from ui.renewal.figures_window import FiguresWindow
from ui.renewal.manuscript_dialog import ManuscriptDialog
from ui.renewal.proposals_dialog import ProposalsDialog

LONG = "落实巩固拓展脱贫攻坚成果同乡村振兴有效衔接各项部署" * 3


def read(qtbot: QtBot, page: int) -> ManuscriptDialog:
    """The wizard of an old manuscript at a page."""
    dialog = ManuscriptDialog(Settings(place="云岭县"))
    if page:
        dialog.source.text.setPlainText(f"{MANUSCRIPT}\n{LONG}。")
        dialog.go_on()
        qtbot.waitUntil(lambda: dialog.page == 2)
    if page == 1:
        dialog.look()
    return dialog


def cleaning(qtbot: QtBot) -> ManuscriptDialog:
    """The wizard of an old manuscript where it asks what to clean."""
    dialog = ManuscriptDialog(Settings(place="云岭县"))
    dialog.source.text.setPlainText(f"打印\n【字号：大 中 小】\n{MANUSCRIPT}\n— 1 —\n{LONG}。")
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.page == 4)
    return dialog


WINDOWS: dict[str, Callable[[QtBot], QWidget]] = {
    "figures": lambda _: FiguresWindow(carried("county-head-briefing")),
    "changes": lambda _: ChangesDialog(carried("county-head-briefing")),
    "slips": lambda _: ProposalsDialog(carried(), SLIPS),
    "periods": lambda _: ProposalsDialog(carried(), PERIODS),
    "ties": lambda _: ProposalsDialog(carried("county-head-briefing"), TIES),
    "carry": lambda _: CarryDialog([], Path("没有.json")),
    "old": lambda qtbot: read(qtbot, 0),
    "recognized": lambda qtbot: read(qtbot, 1),
    "taking": lambda qtbot: read(qtbot, 2),
    "cleaning": cleaning,
}


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("name", WINDOWS)
def test_windows_are_named_plain_and_whole(
    qtbot: QtBot, dressed: QApplication, name: str, zoom: int
) -> None:
    theme.apply(dressed, zoom, Scheme.LIGHT)
    window = WINDOWS[name](qtbot)
    qtbot.addWidget(window)
    window.resize(1240, 660)
    window.show()
    settle()
    assert (nameless(window), clipped(window), rich(window)) == ([], [], [])
    assert (window.width(), window.height()) == (1240, 660)  # a small screen holds it


def test_a_long_line_is_told_whole() -> None:
    (line,) = take_in.recognized(manuscripts.pasted(LONG))
    assert line.text == LONG
