"""The file manager is asked for the very file, whatever signs its path has."""

from __future__ import annotations

from pathlib import PureWindowsPath

from ui.kit.folder import explorer_command


def test_explorer_gets_only_the_path_in_quotation_marks() -> None:
    path = PureWindowsPath(r"C:\材料 2026\汇报,定稿.docx")
    assert explorer_command(path) == r'explorer /select,"C:\材料 2026\汇报,定稿.docx"'
