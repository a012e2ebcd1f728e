"""What happens before the window is there: input methods, language, and what is opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.source import ROOT
from ui.app import choose_input_method


@pytest.mark.skipif(sys.platform != "linux", reason="input methods of Linux desktops")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland;ibus"}, "wayland;ibus"),
        ({"QT_IM_MODULE": "ibus"}, None),
        ({}, None),
    ],
)
def test_chinese_can_be_typed_on_fcitx_desktops(before: dict[str, str], after: str | None) -> None:
    choose_input_method(before)
    assert before.get("QT_IM_MODULES") == after


def test_qts_own_buttons_are_chinese(dressed: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_main_opens_the_window_without_arguments_or_with_a_project(tmp_path: Path) -> None:
    code = """
import sys, types
opened = []
fake = types.ModuleType("ui.app")
fake.run = lambda argv: opened.append(argv[1:]) or 0
sys.modules["ui.app"] = fake
import main
for argv in (["main.py"], ["main.py", "a.json"]):
    sys.argv = argv
    assert main.main() == 0
print(opened)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[[], ['a.json']]"
