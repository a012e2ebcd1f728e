"""What a crash left behind is shown with what it changes, and becomes what the clerk says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.clock import utc_now
from model.jobs.recover import compare_entry
from model.session import Session
from model.storage import journal, paths
from model.storage.journal import Entry
from model.storage.lock import STALE_AFTER
from tests.killed import killed
from tests.ui.dialogs.opened import opened, retitle
from tests.ui.shell_window import Answers, saved_example, window
from ui.app import begin
from ui.dialogs.difference_list import DifferenceList
from ui.dialogs.recovery import Recovery, recovery_dialog
from ui.kit.two_lines import REMARK


def crashed(folder: Path, title: str = "没有保存的标题") -> Path:
    """A project file whose window was killed after an edit; its lock and journal are left."""
    workspace = opened(folder)
    retitle(workspace, title)
    assert workspace.session.autosave()
    killed(workspace.session)
    path = workspace.session.path
    assert path is not None
    return path


def entry() -> Entry:
    entries, notes = journal.pending()
    assert notes == ()
    return entries[0]


def test_the_question_shows_project_time_and_changes(qtbot: QtBot, tmp_path: Path) -> None:
    path = crashed(tmp_path)
    seen = compare_entry(entry(), utc_now())
    assert (seen.name, seen.path) == ("云岭县2026年上半年", path)
    assert [one.after for one in seen.changes] == ["没有保存的标题"]
    dialog = recovery_dialog(seen, None)
    qtbot.addWidget(dialog)
    lists: Iterable[DifferenceList] = dialog.findChildren(DifferenceList)
    (list_,) = lists
    assert list_.count() == 1
    assert list_.item(0).data(REMARK).endswith("→ 没有保存的标题")


def test_a_project_that_may_be_open_in_another_window_is_left_by_default(
    qtbot: QtBot, tmp_path: Path
) -> None:
    crashed(tmp_path)
    now = utc_now()
    assert compare_entry(entry(), now).is_held
    assert not compare_entry(entry(), now + STALE_AFTER + timedelta(minutes=1)).is_held
    dialog = recovery_dialog(compare_entry(entry(), now), None)
    qtbot.addWidget(dialog)
    assert dialog.buttons[Recovery.LATER].isDefault()
    assert not dialog.buttons[Recovery.TAKE].isDefault()


def test_taken_back_it_is_open_and_not_saved(qtbot: QtBot, tmp_path: Path) -> None:
    path = crashed(tmp_path)
    before = path.read_bytes()
    answers = Answers()
    answers.recovery = Recovery.TAKE
    main = window(answers)
    begin(main, None)
    workspace = main.filing.workspace
    assert workspace is not None
    assert workspace.report.front.title == "没有保存的标题"
    assert workspace.session.dirty
    assert workspace.session.holder is None
    assert path.read_bytes() == before
    main.commands["save"].trigger()
    assert "没有保存的标题" in path.read_text("utf-8")
    assert journal.pending() == ((), ())


def test_taken_back_and_killed_again_it_is_still_there(qtbot: QtBot, tmp_path: Path) -> None:
    crashed(tmp_path)
    Session.recovered(entry())
    assert "没有保存的标题" in entry().text


def test_not_wanted_it_is_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    crashed(tmp_path)
    answers = Answers()
    answers.recovery = Recovery.DISCARD
    main = window(answers)
    begin(main, None)
    assert main.filing.workspace is None
    assert journal.pending() == ((), ())


def test_put_off_it_stays_and_its_file_is_not_opened_over_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = crashed(tmp_path)
    answers = Answers()
    main = window(answers)
    main.desk.left_off = main.desk.left_off.changed(open=str(path))
    begin(main, None)
    assert len(answers.unsaved_found) == 1
    assert main.filing.workspace is None
    assert not main.open_file(path)
    assert len(answers.unsaved_found) == 2
    assert "没有保存的标题" in entry().text


def test_opening_the_file_later_offers_it_again(qtbot: QtBot, tmp_path: Path) -> None:
    path = crashed(tmp_path)
    answers = Answers()
    answers.recovery = Recovery.TAKE
    main = window(answers)
    assert main.open_file(path)
    assert main.filing.workspace is not None
    assert main.filing.workspace.report.front.title == "没有保存的标题"


def test_what_the_file_holds_already_is_not_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    path = crashed(tmp_path)
    path.write_text(entry().text, "utf-8")
    answers = Answers()
    main = window(answers)
    begin(main, None)
    assert answers.unsaved_found == []
    assert journal.pending() == ((), ())


def test_a_torn_entry_is_told_once_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    crashed(tmp_path)
    (file,) = paths.journals_dir().glob("*/*.json")
    file.write_bytes(file.read_bytes()[:-30])
    answers = Answers()
    begin(window(answers), None)
    assert ["无法取回" in note for note in answers.notes] == [True]
    again = Answers()
    begin(window(again), None)
    assert again.notes == []
    assert len(list(paths.journals_dir().glob("*/*.json"))) == 1


@pytest.mark.parametrize("recovery", list(Recovery))
def test_a_file_that_is_gone_meanwhile_does_not_hinder(
    qtbot: QtBot, tmp_path: Path, recovery: Recovery
) -> None:
    crashed(tmp_path).unlink()
    answers = Answers()
    answers.recovery = recovery
    main = window(answers)
    begin(main, None)
    assert answers.unsaved_found[0].former is None
    is_open = main.filing.workspace is not None
    assert is_open is (recovery is Recovery.TAKE)


def test_declining_a_held_project_leaves_the_journal_of_the_other_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = saved_example(tmp_path)
    other = Session.load(path)
    answers = Answers()
    answers.open_held = False
    assert not window(answers).open_file(path)
    other.set(f"{other.project.reports[0].id}.title", "那边写的")
    assert other.autosave()
    assert not window(answers).open_file(path)
    assert "那边写的" in entry().text
    other.close()
