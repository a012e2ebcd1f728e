"""Real disks that refuse: one that is full, and a folder of somebody else."""

import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.errors import SaveError
from model.storage import atomic
from tests.storage.traced import environment

_SAVE = """
import json, os, sys
from pathlib import Path
from model.errors import XugaoError
from model.storage.atomic import digest, digest_of, write_bytes
file = Path(sys.argv[1])
if sys.argv[2] == "as nobody":
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
else:
    write_bytes(file, b"old", expect=None)
found = digest_of(file)
try:
    write_bytes(file, b"new " * 75_000, expect=found)
    told = "saved"
except XugaoError as error:
    told = str(error)
names = sorted(one.name for one in file.parent.iterdir())
print(json.dumps([told, file.read_bytes().decode(), names]))
"""


@functools.cache
def can_mount() -> bool:
    tried = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(tried, capture_output=True, check=False).returncode
    )


def told_by(command: list[str]) -> tuple[str, str, list[str]]:
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment(), check=True
    )
    told, content, names = json.loads(done.stdout)
    return told, content, names


@pytest.mark.skipif(not can_mount(), reason="no mount without privileges here")
def test_a_full_disk_is_told_and_the_former_file_untouched(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = 'mount -t tmpfs -o size=64k none "$1" && exec "$2" -c "$3" "$1/a.json" "as me"'
    told, content, names = told_by(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(disk), sys.executable, _SAVE]
    )
    assert "磁盘空间不足" in told
    assert "a.json" in told
    assert content == "old"
    assert names == ["a.json"]


@pytest.fixture
def readable_by_all() -> Iterator[Path]:
    """A folder that every user may look into; pytest's own are private."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "a.json").write_bytes(b"old")
    (folder / "a.json").chmod(0o666)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_folder_is_told_and_the_former_file_untouched(readable_by_all: Path) -> None:
    file = readable_by_all / "a.json"
    if os.geteuid() != 0:
        readable_by_all.chmod(0o555)
        with pytest.raises(SaveError, match="没有写权限"):
            atomic.write_bytes(file, b"new", expect=None)
        assert file.read_bytes() == b"old"
        return
    told, content, names = told_by([sys.executable, "-c", _SAVE, str(file), "as nobody"])
    assert "没有写权限" in told
    assert str(file) in told
    assert (content, names) == ("old", ["a.json"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs a second user")
def test_a_read_only_file_is_respected_though_its_folder_is_open(readable_by_all: Path) -> None:
    file = readable_by_all / "a.json"
    file.chmod(0o444)
    readable_by_all.chmod(0o777)
    told, content, names = told_by([sys.executable, "-c", _SAVE, str(file), "as nobody"])
    assert "只读" in told
    assert (content, names) == ("old", ["a.json"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs a second user")
def test_a_colleagues_file_in_a_shared_folder_keeps_its_mode(readable_by_all: Path) -> None:
    file = readable_by_all / "a.json"
    readable_by_all.chmod(0o777)
    told, content, names = told_by([sys.executable, "-c", _SAVE, str(file), "as nobody"])
    assert told == "saved"
    assert content == "new " * 75_000
    assert file.stat().st_mode & 0o777 == 0o666
    assert names == ["a.json"]
