"""While a window's unsaved text waits to be got back, no command writes over its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.session import Session
from model.storage import atomic, journal, project_file
from tests.killed import killed
from tests.small_project import small

WRITING: dict[str, Callable[[str], list[str]]] = {
    "set": lambda file: ["set", file, "leader=李市长"],
    "arrange": lambda file: ["arrange", file, "add-item", "i1"],
    "correct": lambda file: ["correct", file, "--all"],
    "link": lambda file: ["link", file, "--all"],
    "renew": lambda file: ["renew", file, "--all"],
}
READING: dict[str, Callable[[str], list[str]]] = {
    "text": lambda file: ["text", file],
    "fields": lambda file: ["fields", file],
    "check": lambda file: ["check", file],
    "changes": lambda file: ["changes", file],
    "carry": lambda file: ["carry", file, "-o", file.replace("半年", "下期")],
    "export": lambda file: ["export", file, "-o", file.replace(".json", ".docx")],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "半年.json"
    path.write_text(project_file.dumps(small()), encoding="utf-8")
    return path


@pytest.fixture
def crashed(file: Path) -> Session:
    """A window that was killed with something typed and kept."""
    session = Session.load(file)
    session.set("leader", "王市长")
    assert session.autosave()
    killed(session)
    return session


@pytest.mark.parametrize("command", WRITING)
def test_a_command_that_writes_refuses_and_what_was_typed_is_there_after_it(
    crashed: Session, file: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before, waiting = file.read_bytes(), journal.pending()
    assert main(WRITING[command](str(file))) == 2
    assert "在窗口里有没保存的内容，请先找回" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert journal.pending() == waiting


@pytest.mark.parametrize("command", READING)
def test_a_command_that_reads_warns_and_goes_on(
    crashed: Session, file: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = journal.pending()
    assert main(READING[command](str(file))) in (0, 1)
    told = capsys.readouterr()
    assert "在窗口里有没保存的内容，这里读的是文件里的" in told.err
    assert "没保存的内容" not in told.out
    assert journal.pending() == waiting


def test_a_journal_of_a_former_version_counts_too(file: Path) -> None:
    text = project_file.dumps(small()).replace("云岭县", "云岭县城")
    journal.write("p1", file, text, base=atomic.digest_of(file))
    assert main(["set", str(file), "leader=李市长"]) == 2
    assert len(journal.pending()[0]) == 1


def test_what_was_typed_and_refused_is_unsaved_too(file: Path) -> None:
    window = Session.load(file)
    window.typed.refuse("towns", "十几个")
    assert window.autosave()
    killed(window)
    assert main(["set", str(file), "leader=李市长"]) == 2
    assert len(journal.pending()[0]) == 1


@pytest.mark.parametrize("change", ["saved since", "the same text"])
def test_a_journal_that_is_not_newer_hinders_nothing_and_stays(
    crashed: Session, file: Path, change: str
) -> None:
    (entry,), _ = journal.pending()
    text = entry.text if change == "the same text" else file.read_text("utf-8") + "\n"
    file.write_text(text, "utf-8")
    assert main(["set", str(file), "leader=李市长"]) == 0
    assert "李市长" in file.read_text("utf-8")
    assert journal.pending() == ((entry,), ())


def test_got_back_and_saved_the_command_goes_on(crashed: Session, file: Path) -> None:
    back = Session.recovered(journal.pending()[0][0])
    back.take_over()
    back.save()
    back.close()
    assert main(["set", str(file), "towns=13"]) == 0
    assert "王市长" in file.read_text("utf-8")


def test_a_file_that_is_open_is_refused_and_its_window_loses_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window = Session.load(file)
    window.set("leader", "王市长")
    window.autosave()
    waiting = journal.pending()
    assert main(["set", str(file), "leader=李市长"]) == 2
    assert "正在别处打开着" in capsys.readouterr().err
    assert journal.pending() == waiting
    assert window.beat()
