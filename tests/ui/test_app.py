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


def test_main_opens_the_window_without_arguments_or_with_files(tmp_path: Path) -> None:
    word = tmp_path / "旧稿.docx"
    word.write_bytes(b"PK")
    code = f"""
import sys, types
opened = []
fake = types.ModuleType("ui.app")
fake.run = lambda program, wanted: opened.append(wanted and wanted.name) or 0
sys.modules["ui.app"] = fake
import main
for argv in ([], ["a.json"], ["A.XUGAO"], [{str(word)!r}], ["a.json", "b.xugao"]):
    sys.argv = ["main.py", *argv]
    assert main.main() == 0
print(opened)
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], cwd=ROOT, capture_output=True, check=True
    )
    said = done.stdout.decode("utf-8").strip()
    assert said == "[None, 'a.json', 'A.XUGAO', '旧稿.docx', 'b.xugao']"
