"""What was typed since the last save comes back after a crash."""

import json
from pathlib import Path

import pytest

from model.storage import journal, paths, project_file
from model.storage.atomic import Digest
from tests.small_project import small
from tests.storage.conftest import SetClock

FILE = Path("上半年.json").absolute()
MINE, THEIRS = "0123456789ab0001", "ba98765432100001"
TEXT = '{\n "id": "p1",\n "t": "引号\\"和换行"\n}\n'


def test_an_entry_comes_back_as_it_was_written(clock: SetClock) -> None:
    journal.write("p1", FILE, TEXT, base=Digest("abc"), clock=clock)
    entry, note = journal.read("p1", FILE)
    assert note is None
    assert entry
    assert (entry.project, entry.path, entry.base) == ("p1", str(FILE), "abc")
    assert entry.text == TEXT
    assert entry.written == clock.now


def test_the_last_entry_counts(clock: SetClock) -> None:
    journal.write("p1", FILE, "一", base=None, clock=clock)
    journal.write("p1", FILE, "二", base=None, clock=clock)
    entry, _ = journal.read("p1", FILE)
    assert entry
    assert entry.text == "二"


def test_two_copies_and_a_project_never_saved_have_entries_of_their_own(
    clock: SetClock, tmp_path: Path
) -> None:
    for path, text in ((FILE, "一"), (tmp_path / "copy.json", "二"), (None, "三")):
        journal.write("p1", path, text, base=None, clock=clock)
        clock.move(seconds=1)
    journal.write("p2", FILE, "四", base=None, clock=clock)
    entry, _ = journal.read("p1", None)
    assert entry
    assert (entry.path, entry.text) == (None, "三")
    entries, notes = journal.pending()
    assert [one.text for one in entries] == ["四", "三", "二", "一"]
    assert notes == ()


def test_a_discarded_entry_is_gone_and_may_be_discarded_again() -> None:
    for session in ("", MINE):
        journal.write("p1", FILE, TEXT, base=None, session=session)
        entry, _ = journal.read("p1", FILE)
        assert entry
        journal.discard(entry)
        journal.discard(entry)
        assert journal.read("p1", FILE) == (None, None)
        assert journal.pending() == ((), ())


def test_each_session_has_entries_of_its_own_and_discards_no_others(clock: SetClock) -> None:
    for session, text in (("", "旧版"), (MINE, "我的"), (THEIRS, "别人的")):
        clock.move(seconds=1)
        journal.write("p1", FILE, text, base=None, session=session, clock=clock)
    entries, notes = journal.read_all("p1", FILE)
    assert [(one.session, one.text) for one in entries] == [
        (THEIRS, "别人的"),
        (MINE, "我的"),
        ("", "旧版"),
    ]
    assert notes == ()
    journal.discard_own("p1", MINE)
    assert [one.text for one in journal.read_all("p1", FILE)[0]] == ["别人的", "旧版"]
    journal.discard(entries[2])
    assert [one.text for one in journal.read_all("p1", FILE)[0]] == ["别人的"]


def test_a_session_discards_what_it_wrote_for_all_files(tmp_path: Path) -> None:
    for path in (None, FILE, tmp_path / "copy.json"):
        journal.write("p1", path, TEXT, base=None, session=MINE)
    journal.discard_own("p1", MINE)
    assert journal.pending() == ((), ())


@pytest.mark.parametrize("damage", ["cut", "emptied", "changed", "not ours"])
def test_a_damaged_entry_is_told_and_stays_where_it_is(damage: str) -> None:
    journal.write("p1", FILE, TEXT, base=None)
    journal.write("p2", FILE, "好的", base=None)
    (file,) = paths.journal_dir("p1").iterdir()
    whole = file.read_bytes()
    damaged = {
        "cut": whole[:-10],
        "emptied": b"",
        "changed": whole.replace("换行".encode(), "空行".encode()),
        "not ours": b'{"a": 1}',
    }[damage]
    file.write_bytes(damaged)
    entry, note = journal.read("p1", FILE)
    assert entry is None
    assert note
    assert "无法取回" in note
    assert str(file) in note
    entries, notes = journal.pending()
    assert [one.text for one in entries] == ["好的"]
    assert notes == (note,)
    assert file.read_bytes() == damaged


def test_a_damaged_entry_set_aside_is_told_no_more_but_kept() -> None:
    journal.write("p1", FILE, TEXT, base=None)
    journal.write("p2", FILE, "好的", base=None)
    (file,) = paths.journal_dir("p1").iterdir()
    file.write_bytes(b"cut")
    journal.set_aside_damaged()
    entries, notes = journal.pending()
    assert [one.text for one in entries] == ["好的"]
    assert notes == ()
    (aside,) = paths.journal_dir("p1").iterdir()
    assert aside.read_bytes() == b"cut"


def test_an_entry_without_a_zone_stands_beside_others_in_its_order(clock: SetClock) -> None:
    journal.write("p1", FILE, "早", base=None, clock=clock)
    (file,) = paths.journal_dir("p1").iterdir()
    file.write_text(file.read_text("utf-8").replace("04:00:00Z", "04:00:00"), "utf-8")
    clock.move(minutes=1)
    journal.write("p2", FILE, "晚", base=None, clock=clock)
    entries, notes = journal.pending()
    assert [one.text for one in entries] == ["晚", "早"]
    assert notes == ()


def test_an_entry_of_no_time_is_damaged_and_told() -> None:
    journal.write("p1", FILE, TEXT, base=None)
    journal.write("p2", FILE, "好的", base=None)
    (file,) = paths.journal_dir("p1").iterdir()
    found = json.loads(file.read_text("utf-8")) | {"written": "0001-01-01T00:00:00+14:00"}
    file.write_text(json.dumps(found), "utf-8")
    entries, notes = journal.pending()
    assert [one.text for one in entries] == ["好的"]
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("text", "refused", "base", "is_newer"),
    [
        ("same", {}, "file", False),
        ("same", {"leader": "王\n"}, "file", True),
        ("typed", {}, "file", True),
        ("typed", {}, "another", False),
    ],
)
def test_only_what_was_typed_into_this_very_file_and_is_not_in_it_is_newer(
    text: str, refused: dict[str, str], base: str, is_newer: bool
) -> None:
    data = project_file.dumps(small()).encode()
    loaded = project_file.loads(data, FILE)
    kept = project_file.dumps(small()) + ("" if text == "same" else "\n")
    digest = loaded.digest if base == "file" else Digest("0" * 64)
    journal.write(loaded.project.id, FILE, kept, base=digest, session=MINE, refused=refused)
    found = journal.newer_than(loaded, FILE)
    assert (found is not None) == is_newer
