"""What happens before the window is there: input methods, language, and what is opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.source import ROOT


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
