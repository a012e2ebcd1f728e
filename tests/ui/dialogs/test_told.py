"""The short dialogs say what the clerk needs to know."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from model.version import VERSION
from ui.dialogs.choice import Choice
from ui.dialogs.told import about_dialog, emergency_dialog, fonts_dialog
from ui.preview.fonts import Missing


def words(qtbot: QtBot, dialog: Choice) -> str:
    qtbot.addWidget(dialog)
    labels: Iterable[QLabel] = dialog.findChildren(QLabel)
    return "\n".join(one.text() for one in labels).replace("\u200b", "")


def test_about_names_version_licence_and_that_nothing_leaves(qtbot: QtBot) -> None:
    said = words(qtbot, about_dialog(None))
    assert VERSION in said
    assert "MIT" in said
    assert "不联网" in said


def test_missing_fonts_are_told_with_what_stands_in_and_what_it_means(qtbot: QtBot) -> None:
    missing = [Missing("仿宋_GB2312", "宋体"), Missing("方正小标宋简体", "")]
    said = words(qtbot, fonts_dialog("公文格式", missing, None))
    assert "仿宋_GB2312　→　预览用“宋体”代替" in said
    assert "方正小标宋简体　→　没有可代替的" in said
    assert "导出的 Word 文件里写的仍是规定的字体名" in said


def test_where_no_font_is_missing_that_is_said(qtbot: QtBot) -> None:
    assert "都有" in words(qtbot, fonts_dialog("公文格式", [], None))


def test_a_mishap_tells_where_its_report_lies_only_where_there_is_one(qtbot: QtBot) -> None:
    assert "/logs/x.txt" in words(qtbot, emergency_dialog("出了意外", "记在：/logs/x.txt", None))
    assert "文件" not in words(qtbot, emergency_dialog("出了意外", "", None))
