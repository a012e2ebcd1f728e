"""The door to the desktop's file dialogs: endings are added, and what is there is asked about."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QFile, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ui.kit import file_dialogs
from ui.kit.file_dialogs import NEW_PROJECT, PROJECT_TO_OPEN, FileQuestion, ask_file
from ui.kit.save_to import SaveTo

Answer = Callable[[], object]


@pytest.fixture
def answers(qtbot: QtBot) -> Iterator[list[Answer]]:
    """What is done one after another while a dialog is open."""
    waiting: list[Answer] = []

    def go_on() -> None:
        if waiting and QApplication.activeModalWidget() is not None:
            waiting.pop(0)()

    timer = QTimer()
    timer.timeout.connect(go_on)
    timer.start(10)
    yield waiting
    timer.stop()
    assert waiting == []


def write(text: str) -> Answer:
    """Write a file name and press the button of the dialog."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        (line,) = [one for one in _lines(dialog) if one.isVisible()]
        line.setText(text)
        QTimer.singleShot(0, dialog, dialog.accept)

    return answer


def _lines(dialog: QFileDialog) -> Iterable[QLineEdit]:
    return dialog.findChildren(QLineEdit)


def refuse() -> None:
    """Say no to the question whether to replace a file."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.No).click()


def give_up() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


@pytest.mark.parametrize("name", ["汇报", "汇报第2.1版"])
def test_a_file_to_write_gets_its_ending(tmp_path: Path, answers: list[Answer], name: str) -> None:
    answers.append(write(name))
    assert ask_file(NEW_PROJECT, tmp_path / "b.json", None) == tmp_path / f"{name}.xugao"


@pytest.mark.parametrize("name", ["汇报", "汇报第2.1版"])
def test_a_file_that_is_there_is_asked_about_though_its_ending_was_not_written(
    tmp_path: Path, answers: list[Answer], name: str
) -> None:
    (tmp_path / f"{name}.xugao").write_text("{}", "utf-8")
    again = [write(f"{name}.xugao")] if "." in name else []
    answers += [write(name), *again, refuse, give_up]
    assert ask_file(NEW_PROJECT, tmp_path / "b.json", None) is None


def test_a_file_to_read_is_chosen_from_a_folder(tmp_path: Path, answers: list[Answer]) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    answers.append(write("a.json"))
    assert ask_file(PROJECT_TO_OPEN, tmp_path, None) == tmp_path / "a.json"


def test_nothing_is_chosen_by_a_clerk_who_changes_her_mind(
    tmp_path: Path, answers: list[Answer]
) -> None:
    answers.append(give_up)
    assert ask_file(PROJECT_TO_OPEN, tmp_path, None) is None


def test_a_place_that_was_chosen_may_be_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[tuple[FileQuestion, Path]] = []

    def choose(question: FileQuestion, begin: Path, _: object) -> Path:
        asked.append((question, begin))
        return tmp_path / "there.json"

    (tmp_path / "there.json").write_text("{}", "utf-8")
    line = SaveTo(str(tmp_path), ask_file=choose)
    qtbot.addWidget(line)
    line.suggest("there.json")
    assert line.what_is_wrong() is not None
    line.browse.click()
    assert asked == [(NEW_PROJECT, tmp_path / "there.json")]
    assert line.may_replace
    assert line.what_is_wrong() is None


GBK = os.fsdecode("上半年.json".encode("gbk"))


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
@pytest.mark.parametrize("is_wanted", [True, False])
def test_files_that_the_dialog_cannot_list_are_offered_when_nothing_was_chosen(
    tmp_path: Path, answers: list[Answer], is_wanted: bool
) -> None:
    (tmp_path / GBK).write_text("{}", "utf-8")
    (tmp_path / GBK.replace(".json", ".docx")).write_text("", "utf-8")
    offered: list[list[str]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        offered.append(dialog.comboBoxItems())
        (dialog.accept if is_wanted else dialog.reject)()

    answers += [give_up, answer]
    chosen = ask_file(PROJECT_TO_OPEN, tmp_path, None)
    assert offered == [["上半年.json"]]
    assert chosen == (tmp_path / GBK if is_wanted else None)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
def test_a_name_that_a_desktops_dialog_could_not_read_is_the_file_that_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / GBK).write_text("{}", "utf-8")
    listed = QFile.decodeName(QByteArray(os.fsencode(GBK)))
    monkeypatch.setattr(file_dialogs, "_chosen", lambda *_: tmp_path / listed)
    assert ask_file(PROJECT_TO_OPEN, tmp_path, None) == tmp_path / GBK


def test_a_file_to_write_gets_the_ending_of_the_kind_that_is_chosen(
    tmp_path: Path, answers: list[Answer]
) -> None:
    def choose_text() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.selectNameFilter("文本文件 (*.txt)")
        dialog.filterSelected.emit("文本文件 (*.txt)")

    question = FileQuestion("导出", "Word 文件 (*.docx);;文本文件 (*.txt)", ".docx")
    answers += [choose_text, write("汇报")]
    assert ask_file(question, tmp_path / "b.docx", None) == tmp_path / "汇报.txt"
    answers.append(write("汇报.txt"))
    assert ask_file(question, tmp_path / "b.docx", None) == tmp_path / "汇报.txt"
    answers.append(write("汇报"))
    assert ask_file(question, tmp_path / "b.docx", None) == tmp_path / "汇报.docx"
