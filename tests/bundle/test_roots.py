"""Commands inside of other roots: apart from this machine, with nothing of its environment."""

import shlex
import shutil
from pathlib import Path

import pytest

from bundle import needs
from bundle.roots import Inside


@pytest.fixture
def inside(tmp_path: Path) -> Inside:
    binds = {tmp_path / "my kit": "/kit"}
    return Inside(
        tmp_path / "root", tmp_path / "scratch", binds, "1000:1000", {"HOME": "/home/a b"}
    )


def test_a_command_has_no_network_and_mounts_of_its_own(inside: Inside) -> None:
    command = inside.command("true")
    assert command[0] == "unshare"
    assert {"--mount", "--net", "--kill-child"} <= set(command)
    assert command[-2:] == ["inside", "true"]


def test_the_root_lies_below_and_is_not_written_to(inside: Inside) -> None:
    script = inside.command("true")[-3]
    assert f"lowerdir={inside.root},upperdir={inside.scratch}/upper" in script
    assert (inside.scratch / "upper").is_dir()


def test_paths_and_values_with_blanks_stay_whole(inside: Inside) -> None:
    script = inside.command("true")[-3]
    words = shlex.split(script.splitlines()[-1])
    assert "HOME=/home/a b" in words
    assert words[:3] == ["exec", "env", "-i"]
    assert "--userspec=1000:1000" in words
    (source,) = inside.binds
    assert f"mount --bind {shlex.quote(str(source))} " in script


def test_process_ids_are_real_ones_only_on_demand(inside: Inside) -> None:
    shared = Inside(inside.root, inside.scratch, own_processes=False)
    assert "--pid" in inside.command("true")
    assert "--pid" not in shared.command("true")


def test_tools_that_are_missing_are_named_by_their_packages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda tool: None if tool == "unshare" else tool)
    assert needs.missing("build") == ["util-linux"]
    assert needs.missing("test") == []
