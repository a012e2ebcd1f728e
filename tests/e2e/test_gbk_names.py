"""A file whose name is in GBK, from a Windows zip, is a file as any other."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.errors import ConflictError
from model.file_names import kept, path_of
from model.jobs import backups, recover
from model.session import Session
from model.storage import journal, left_off, recent
from model.storage.left_off import LeftOff, Spot
from tests.killed import killed
from tests.samples import example

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")

GBK = os.fsdecode("上半年".encode("gbk"))


@pytest.fixture(params=["the file", "its folder"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project whose name, or whose folder's name, is in GBK."""
    path = tmp_path / (f"{GBK}.json" if request.param == "the file" else f"{GBK}/a.json")
    path.parent.mkdir(exist_ok=True)
    session = Session.new(example("county-head-briefing"), path)
    session.save()
    session.close()
    return path


def edit(session: Session, said: str) -> None:
    session.set(f"{session.project.reports[0].id}.title", said)


def test_a_session_saves_it_again_and_again_and_still_sees_changes_of_others(file: Path) -> None:
    session = Session.load(file)
    for said in ("一", "二"):
        edit(session, said)
        assert session.autosave()
        session.save()
        assert (session.dirty, session.notes) == (False, ())
    assert journal.pending() == ((), ())
    assert len(backups.list_saves(session.project, file)) == 3
    assert all(save.is_of_this_file for save in backups.list_saves(session.project, file))
    assert Session.load(file).holder is not None
    file.write_bytes(file.read_bytes() + b"\n")
    edit(session, "三")
    with pytest.raises(ConflictError):
        session.save()


def test_saving_as_such_a_name_goes_on_with_it(tmp_path: Path) -> None:
    session = Session.new(example("county-head-briefing"), tmp_path / "a.json")
    session.save()
    session.save_as(tmp_path / f"{GBK}.json")
    edit(session, "新的标题")
    session.save()
    assert "新的标题" in (tmp_path / f"{GBK}.json").read_text("utf-8")
    session.close()
    assert {one.suffix for one in tmp_path.iterdir()} == {".json"}


def test_after_a_crash_it_is_got_back_into_its_own_file(file: Path) -> None:
    session = Session.load(file)
    edit(session, "没有保存的")
    assert session.autosave()
    killed(session)
    (entry,), _ = recover.find_all()
    back = Session.recovered(entry)
    assert (back.path, back.holder) == (file, None)
    back.save()
    assert "没有保存的" in file.read_text("utf-8")


def test_it_stands_in_the_lists_and_is_found_by_them(file: Path) -> None:
    (entry,), note = recent.listing()
    assert note is None
    assert path_of(entry.path) == file
    assert not entry.missing
    left = LeftOff(open=kept(file)).with_spot(Spot(file=kept(file), step="check"))
    left_off.save(left)
    again = left_off.load()
    spot = again.spot(file)
    assert spot
    assert (path_of(again.open), spot.step) == (file, "check")


def test_all_commands_take_it_and_tell_it_as_it_reads(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = str(file.parent / GBK)
    commands = (
        (0, ["set", str(file), "organization.name=甲县"]),
        (0, ["set", str(file), "organization.name=乙县"]),
        (0, ["export", str(file), "-o", f"{beside}.docx"]),
        (0, ["export", str(file), "-o", f"{beside}.docx", "--json"]),
        (0, ["carry", str(file), "-o", f"{beside}-2.json"]),
        (0, ["text", str(file)]),
        (0, ["read", f"{beside}.docx"]),
        (0, ["intake", f"{beside}.docx", "-o", f"{beside}-3.json"]),
        (0, ["changes", f"{beside}-2.json", "--word", f"{beside}-4.docx"]),
    )
    for code, written in commands:
        assert main(written) == code
        told = capsys.readouterr()
        assert "\udcc9" not in told.err
        if "--json" in written:
            assert Path(json.loads(told.out)["file"]) == Path(written[-2])
        else:
            assert not any("\ud800" <= sign <= "\udfff" for sign in told.out)
    assert main(["set", f"{beside}-5.json", "organization.name=甲县"]) == 2
    assert "上半年" in capsys.readouterr().err
