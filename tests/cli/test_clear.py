"""`clear` lists what is kept beside a project, and removes it only when told so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.session import Session
from model.storage import journal, project_file, recent, traces
from tests.killed import killed
from tests.small_project import small


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project saved twice and exported once."""
    path = tmp_path / "半年.json"
    path.write_text(project_file.dumps(small()), encoding="utf-8")
    assert main(["set", str(path), "towns=12"]) == 0
    assert main(["export", str(path), "-o", str(tmp_path / "半年.docx")]) == 0
    return path


@pytest.fixture
def crashed(file: Path) -> Path:
    session = Session.load(file)
    session.set("leader", "王市长")
    session.autosave()
    killed(session)
    return file


def test_without_yes_it_only_lists(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = traces.of_all()
    assert main(["clear", str(file)]) == 0
    said = capsys.readouterr().out
    assert "加上 --yes 就清除" in said
    assert "备份2份" in said
    assert "各稿的文字1份" in said
    assert traces.of_all() == before


def test_with_yes_it_is_gone_and_the_files_stay(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert main(["clear", str(file), "--yes"]) == 0
    assert "已清除" in capsys.readouterr().out
    assert traces.of_all().files == ()
    assert file.read_bytes() == before
    assert file.with_suffix(".docx").exists()
    assert main(["clear", str(file)]) == 0
    assert capsys.readouterr().out == "没有留底。\n"


def test_unsaved_text_goes_only_when_that_is_said_too(
    crashed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = journal.pending()
    assert main(["clear", str(crashed), "--yes"]) == 2
    assert "还有1份没有保存的内容，请先在窗口里找回" in capsys.readouterr().err
    assert journal.pending() == waiting
    assert traces.of_all().backups
    assert main(["clear", str(crashed), "--yes", "--with-unsaved"]) == 0
    assert traces.of_all().files == ()


def test_all_is_every_project(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["clear", "--all", "--yes", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cleared"] is True
    assert (told["backups"], told["drafts"], told["unsaved"]) == (2, 1, 0)
    assert traces.of_all().files == ()
    assert recent.listing() == ((), None)


@pytest.mark.parametrize("written", [["clear"], ["clear", "a.json", "--all"]])
def test_whose_traces_must_be_said(written: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(written) == 2
    assert "请写明清除哪一份" in capsys.readouterr().err
