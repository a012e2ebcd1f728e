"""The installer: whole or not at all, and what is the user's stays."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from bundle import tree as builder
from installer import __main__ as command
from installer import desktop, linux, tree
from installer.tree import InstallRefused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="installs as on Linux")


def make_tree(folder: Path, version: str) -> Path:
    """A tree of three files that tell their version."""
    made = folder / f"xugao-{version}"
    builder.write(made / "xugao", f"program {version}".encode())
    builder.write(made / "app" / "resources" / "icons" / "xugao.svg", b"<svg/>")
    builder.write(made / "app" / f"only-in-{version}.py", b"")
    builder.seal(made)
    return made


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty account with a desktop, and no tool that knows where it is."""
    folder = tmp_path / "家 目录"
    (folder / "桌面").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    return folder


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    return make_tree(tmp_path, "0.1.0")


def test_an_installation_is_the_tree_and_two_entries(home: Path, unpacked: Path) -> None:
    place = linux.install(unpacked)
    assert place == home / ".local" / "opt" / "xugao"
    assert (place / "xugao").read_text() == "program 0.1.0"
    assert os.access(place / "xugao", os.X_OK)
    menu = home / ".local" / "share" / "applications" / f"{desktop.APP_ID}.desktop"
    assert f'Exec="{place}/xugao" %f\n' in menu.read_text(encoding="utf-8")
    kind = home / ".local" / "share" / "mime" / "packages" / f"{desktop.APP_ID}.xml"
    assert '<glob pattern="*.xugao"/>' in kind.read_text(encoding="utf-8")
    assert f"MimeType={desktop.KIND};" in menu.read_text(encoding="utf-8")
    assert (home / "桌面" / menu.name).is_file()


def test_an_upgrade_replaces_the_program_and_keeps_what_is_the_users(
    home: Path, unpacked: Path, tmp_path: Path
) -> None:
    place = linux.install(unpacked)
    (place / "数据").mkdir()
    (place / "数据" / "settings.json").write_text("{}")
    linux.install(make_tree(tmp_path, "0.2.0"))
    assert (place / "xugao").read_text() == "program 0.2.0"
    assert not (place / "app" / "only-in-0.1.0.py").exists()
    assert (place / "数据" / "settings.json").read_text() == "{}"
    assert sorted(path.name for path in place.parent.iterdir()) == ["xugao"]


def test_removing_leaves_what_is_the_users(home: Path, unpacked: Path) -> None:
    place = linux.install(unpacked)
    (place / "汇报.json").write_text("{}")
    linux.uninstall(place)
    assert [path.name for path in place.iterdir()] == ["汇报.json"]
    assert not list(home.rglob("*.desktop"))


def test_removing_leaves_no_folder_when_nothing_is_the_users(home: Path, unpacked: Path) -> None:
    place = linux.install(unpacked)
    linux.uninstall(place)
    assert not place.exists()
    left = [path for path in (home / ".local" / "share").rglob("*") if path.is_file()]
    assert left == []


def test_what_removing_left_is_there_after_installing_again(home: Path, unpacked: Path) -> None:
    place = linux.install(unpacked)
    (place / "汇报.xugao").write_text("mine")
    linux.uninstall(place)
    for _ in range(2):
        assert linux.install(unpacked) == place
        assert (place / "汇报.xugao").read_text() == "mine"
        assert sorted(path.name for path in place.parent.iterdir()) == ["xugao"]


@pytest.mark.parametrize("is_new_there", [False, True])
def test_an_installation_that_was_broken_off_loses_no_report(
    home: Path, unpacked: Path, is_new_there: bool
) -> None:
    place = linux.install(unpacked)
    (place / "汇报.xugao").write_text("mine")
    (place / "xugao.txt").write_text("mine too")
    place.rename(place.with_name("xugao.old"))
    if is_new_there:
        shutil.copytree(unpacked, place)
        (place / "xugao.txt").write_text("another")
    linux.install(unpacked)
    assert (place / "汇报.xugao").read_text() == "mine"
    former = place.with_name("xugao.old")
    kept = former / "xugao.txt" if is_new_there else place / "xugao.txt"
    assert kept.read_text() == "mine too"
    linux.install(unpacked)
    assert kept.read_text() == "mine too"


def test_a_tree_that_is_not_installed_is_not_removed(home: Path, unpacked: Path) -> None:
    place = linux.install(unpacked)
    with pytest.raises(InstallRefused, match=str(place)):
        linux.uninstall(unpacked)
    assert (unpacked / "xugao").is_file()
    assert (place / "xugao").is_file()
    assert list(home.rglob("*.desktop"))


def test_installing_what_is_installed_only_renews_the_entries(home: Path, unpacked: Path) -> None:
    place = linux.install(unpacked)
    for entry in home.rglob("*.desktop"):
        entry.unlink()
    assert linux.install(place) == place
    assert len(list(home.rglob("*.desktop"))) == 2


@pytest.mark.parametrize("damage", ["missing", "changed", "no manifest"])
def test_a_damaged_archive_is_refused_and_the_old_program_stays(
    home: Path, unpacked: Path, tmp_path: Path, damage: str
) -> None:
    place = linux.install(unpacked)
    fresh = make_tree(tmp_path, "0.2.0")
    if damage == "changed":
        (fresh / "xugao").write_text("half")
    else:
        (fresh / ("xugao" if damage == "missing" else tree.MANIFEST)).unlink()
    with pytest.raises(InstallRefused, match="重新"):
        linux.install(fresh)
    assert (place / "xugao").read_text() == "program 0.1.0"
    assert sorted(path.name for path in place.parent.iterdir()) == ["xugao"]


def test_a_program_that_cannot_be_moved_away_is_told_as_open(
    home: Path, unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = linux.install(unpacked)

    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(InstallRefused, match="关闭"):
        linux.install(make_tree(tmp_path, "0.2.0"))
    assert (place / "xugao").read_text() == "program 0.1.0"
    assert sorted(path.name for path in place.parent.iterdir()) == ["xugao"]


def test_the_command_tells_what_it_did(
    home: Path, unpacked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "HERE", unpacked)
    assert command.main(["install"]) == 0
    assert "已经装好" in capsys.readouterr().out
    assert command.main(["install", "/S"]) == 0
    assert capsys.readouterr().out == ""


def test_the_command_says_what_is_wrong(
    home: Path, unpacked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(unpacked / "app")
    monkeypatch.setattr(command, "HERE", unpacked)
    assert command.main(["install", "/S"]) == 1
    assert "重新全部解压" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/home/a/xugao", '"/home/a/xugao"'),
        ("/家 目录/xugao", '"/家 目录/xugao"'),
        ('/a"b/xugao', '"/a\\\\"b/xugao"'),
        ("/100%/xugao", '"/100%%/xugao"'),
    ],
)
def test_a_path_is_written_as_the_desktop_reads_it(path: str, written: str) -> None:
    assert desktop.quoted(path) == written
