"""The one door to the desktop's file dialogs; whoever asks through it takes `ask_file` as given,
so that tests answer without a dialog on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget


class FileQuestion(NamedTuple):
    """What is asked: the title, the kinds of files, and the ending of a file to be written; a file
    to be read has none.
    """

    title: str
    kinds: str
    ending: str = ""


_PROJECTS = "续稿材料 (*.json)"
_WORD = "Word 文件 (*.docx)"
PROJECT_TO_OPEN = FileQuestion("打开材料", _PROJECTS)
FORMER_PROJECT = FileQuestion("选上期的材料", _PROJECTS)
MANUSCRIPT = FileQuestion("选旧稿", "旧稿 (*.docx *.txt)")
PROJECT_TO_SAVE = FileQuestion("另存为", _PROJECTS, ".json")
NEW_PROJECT = FileQuestion("材料存到哪里", _PROJECTS, ".json")
CHANGES_TO_SAVE = FileQuestion("存为 Word", _WORD, ".docx")
WORD_TO_SAVE = FileQuestion("导出 Word", _WORD, ".docx")
PDF_TO_SAVE = FileQuestion("存为 PDF", "PDF 文件 (*.pdf)", ".pdf")

AskFile = Callable[[FileQuestion, Path, QWidget | None], Path | None]
"""Asks a question, beginning at a path, over a widget; None where the clerk changed her mind."""


def ask_file(question: FileQuestion, begin: Path, over: QWidget | None) -> Path | None:
    """Ask with the desktop's own dialog. A file to be written comes with its ending, and where
    there is one it was agreed to be replaced.
    """
    while True:
        path = _chosen(question, begin, over)
        if path is None or path.name.lower().endswith(question.ending):
            return path
        path = path.with_name(path.name + question.ending)
        if not path.exists():
            return path
        begin = path  # the dialog knew another name: it has to ask about this one


def _chosen(question: FileQuestion, begin: Path, over: QWidget | None) -> Path | None:
    dialog = QFileDialog(over, question.title, "", question.kinds)
    try:
        if question.ending:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(question.ending)  # added where the name has no dot
            dialog.setDirectory(str(begin.parent))
            dialog.selectFile(begin.name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setDirectory(str(begin))
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
