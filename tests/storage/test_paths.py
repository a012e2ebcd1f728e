"""Where the program's own files lie; ids of foreign files never lead out of there."""

import sys
from pathlib import Path

import pytest

from model.storage import paths

HOSTILE = ["../../etc", "a/b", "a\\b", "", ".", "..", "con", "nul", "lpt1", "A", "a" * 300, "材料",
           "a\0b", "\ud800", "-a", "a.b", "x y"]  # fmt: skip


@pytest.mark.parametrize("id_", HOSTILE)
def test_a_hostile_id_becomes_one_plain_folder(id_: str, home: Path) -> None:
    for folder in (
        paths.backups_dir(id_),
        paths.journal_dir(id_),
        paths.drafts_dir("p1", id_),
    ):
        assert folder.resolve().is_relative_to(home)
        assert folder.name.isascii()
        assert folder.name.isalnum()
        assert folder.name != id_
        folder.mkdir(parents=True)


def test_different_ids_have_different_folders() -> None:
    assert len({paths.backups_dir(id_) for id_ in [*HOSTILE, "p1", "p2"]}) == len(HOSTILE) + 2


def test_a_usual_id_is_its_own_folder(home: Path) -> None:
    assert paths.backups_dir("p8f3k2") == home / "backups" / "p8f3k2"
    assert paths.drafts_dir("p1", "r1") == home / "drafts" / "p1" / "r1"


def test_without_the_variable_the_users_own_folder_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.home().is_absolute()
    assert paths.home().name == "xugao"


def test_one_file_has_one_key_however_it_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}")
    (tmp_path / "link.json").symlink_to(file)
    key = paths.file_key(file)
    assert key == paths.file_key(tmp_path / "link.json")
    assert key == paths.file_key(tmp_path / "x" / ".." / "a.json")
    assert key != paths.file_key(tmp_path / "b.json")


def test_a_folder_beside_the_program_of_a_bundle_holds_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "python"))
    (tmp_path / paths.PORTABLE).mkdir()
    assert paths.home() != tmp_path / paths.PORTABLE
    (tmp_path / "MANIFEST.sha256").touch()
    assert paths.home() == tmp_path / paths.PORTABLE
