"""The one door to the desktop's file dialogs; whoever asks through it takes `ask_file` as given,
so that tests answer without a dialog on the screen.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QFile
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from model.file_names import (
    PROJECT_ENDING,
    PROJECT_ENDINGS,
    is_no_utf8,
    readable,
    unlisted,
)


class FileQuestion(NamedTuple):
    """What is asked: the title, the kinds of files, and the ending that is proposed for a file to
    be written; a file to be read has none.
    """

    title: str
    kinds: str
    ending: str = ""


_PROJECTS = f"续稿材料 ({' '.join(f'*{ending}' for ending in PROJECT_ENDINGS)})"
PROJECT_TO_OPEN = FileQuestion("打开材料", _PROJECTS)
FORMER_PROJECT = FileQuestion("选上期的材料", _PROJECTS)
MANUSCRIPT = FileQuestion("选旧稿", "旧稿 (*.docx *.txt *.doc *.wps *.rtf)")
RETURNED_FILE = FileQuestion("选改回来的 Word 文件", "改稿 (*.docx)")
OTHER_COPY = FileQuestion("选同事改的那份材料", _PROJECTS)
RETURNED_PROJECT = FileQuestion("选改稿所属的材料", _PROJECTS)
RETURNED_FORMS = FileQuestion("选部门发回来的表", "部门报来的 (*.xlsx *.docx *.txt)")
FREE_TEXT = FileQuestion("选来稿", "来稿 (*.docx *.txt)")
CITY_TABLE = FileQuestion("选全市通报表", "通报表 (*.xlsx *.docx *.txt)")
LIST_TO_SAVE = FileQuestion("存为文件", "Word 文件 (*.docx);;Excel 文件 (*.xlsx)", ".docx")
PROJECT_TO_SAVE = FileQuestion("另存为", _PROJECTS, PROJECT_ENDING)
NEW_PROJECT = FileQuestion("材料存到哪里", _PROJECTS, PROJECT_ENDING)
CHANGES_TO_SAVE = FileQuestion("存为 Word", "Word 文件 (*.docx)", ".docx")
PDF_TO_SAVE = FileQuestion("存为 PDF", "PDF 文件 (*.pdf)", ".pdf")

AskFile = Callable[[FileQuestion, Path, QWidget | None], Path | None]
"""Asks a question, beginning at a path, over a widget; None where the clerk changed her mind."""


AskFiles = Callable[[FileQuestion, Path, QWidget | None], tuple[Path, ...]]
"""Asks for several files at once; none where the clerk changed her mind."""
AskFolder = Callable[[str, Path, QWidget | None], Path | None]
"""Asks for a folder under a title, beginning at one; None where the clerk changed her mind."""


def ask_files(question: FileQuestion, begin: Path, over: QWidget | None) -> tuple[Path, ...]:
    """Ask for files to be read with the desktop's own dialog."""
    dialog = QFileDialog(over, question.title, "", question.kinds)
    try:
        dialog.setDirectory(str(Path.home() if is_no_utf8(begin) else begin))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return tuple(_really_meant(Path(one)) for one in chosen)


def ask_folder(title: str, begin: Path, over: QWidget | None) -> Path | None:
    """Ask for a folder with the desktop's own dialog."""
    while not begin.is_dir() and begin != begin.parent:
        begin = begin.parent
    start = Path.home() if is_no_utf8(begin) else begin
    chosen = QFileDialog.getExistingDirectory(over, title, str(start))
    return Path(chosen) if chosen else None


def ask_file(question: FileQuestion, begin: Path, over: QWidget | None) -> Path | None:
    """Ask with the desktop's own dialog. A file to be written comes with its ending, and where
    there is one it was agreed to be replaced.
    """
    while True:
        path = _chosen(question, begin, over)
        if path is not None and not question.ending and not path.exists():
            path = _really_meant(path)
        if path is None or not question.ending or path.suffix.lower() in _endings(question.kinds):
            return path
        path = path.with_name(path.name + question.ending)
        if not path.exists():
            return path
        begin = path  # the dialog knew another name: it has to ask about this one


def _chosen(question: FileQuestion, begin: Path, over: QWidget | None) -> Path | None:
    dialog = QFileDialog(over, question.title, "", question.kinds)
    folder = begin.parent if question.ending else begin
    try:
        dialog.setDirectory(str(Path.home() if is_no_utf8(folder) else folder))
        if question.ending:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(question.ending)  # added where the name has no dot
            dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_endings(kind)[0]))
            dialog.selectFile(readable(begin.name))
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        last = Path(dialog.directory().absolutePath())
    finally:
        dialog.deleteLater()
    if not chosen and not question.ending:
        return _of_the_unlisted(unlisted(last, _endings(question.kinds)), over)
    return Path(chosen[0]) if chosen else None


def _really_meant(path: Path) -> Path:
    """The file that a desktop's dialog listed under a name that is not quite its own."""
    for found in unlisted(path.parent, (path.suffix.lower(),)):
        if QFile.decodeName(QByteArray(os.fsencode(found.name))) == path.name:
            return found
    return path


def _of_the_unlisted(paths: Sequence[Path], over: QWidget | None) -> Path | None:
    """Offer the files that the dialog could not list; None where none of them is wanted."""
    if not paths:
        return None
    dialog = QInputDialog(over)
    dialog.setWindowTitle("文件名不是通常的编码")
    dialog.setLabelText(
        f"这个文件夹里有{len(paths)}个文件，文件名不是通常的编码，刚才的窗口里列不出来"
        "（多半来自 Windows 的压缩包或 U 盘）。要打开其中一个吗？"
    )
    names = [readable(path.name) for path in paths]
    dialog.setComboBoxItems(names)
    dialog.setOption(QInputDialog.InputDialogOption.UseListViewForComboBoxItems)
    dialog.setOkButtonText("打开(&O)")
    dialog.setCancelButtonText("不打开(&C)")
    try:
        is_wanted = dialog.exec() and dialog.textValue() in names
        return paths[names.index(dialog.textValue())] if is_wanted else None
    finally:
        dialog.deleteLater()


def _endings(kinds: str) -> tuple[str, ...]:
    """The endings of some kinds of files, as `.json`."""
    return tuple(re.findall(r"\*(\.\w+)", kinds))
