"""The file questions of these dialogs, as plain functions that tests replace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

_PROJECTS = "续稿材料 (*.json)"
_MANUSCRIPTS = "旧稿 (*.docx *.txt)"
_WORD = "Word 文件 (*.docx)"


def project_to_open(path: Path) -> Path | None:
    return _opened("选上期的材料", path, _PROJECTS)


def manuscript_to_open(path: Path) -> Path | None:
    return _opened("选旧稿", path, _MANUSCRIPTS)


def word_to_save(path: Path) -> Path | None:
    return _saved("存为 Word", path, _WORD, ".docx")


def _opened(title: str, path: Path, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(None, title, str(path), kinds)
    return Path(chosen) if chosen else None


def _saved(title: str, path: Path, kinds: str, suffix: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(None, title, str(path), kinds)
    if not chosen:
        return None
    return Path(chosen) if chosen.endswith(suffix) else Path(chosen + suffix)
