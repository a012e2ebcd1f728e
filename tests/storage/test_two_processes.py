"""Several windows save the same file at the same moment: one wins, the others are told."""

import subprocess
import sys
from pathlib import Path

from model.storage.atomic import digest, write_bytes
from tests.storage.traced import environment

_SAVE = """
import sys
from pathlib import Path
from model.errors import ConflictError
from model.storage.atomic import digest, write_bytes
file, mine = Path(sys.argv[1]), sys.argv[2].encode() * 20_000
print("ready", flush=True)
sys.stdin.readline()
try:
    write_bytes(file, mine, expect=digest(b"old"))
    print("saved")
except ConflictError as error:
    print("conflict", error)
"""


def test_of_many_saves_at_once_one_wins_and_the_others_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    write_bytes(file, b"old", expect=None)
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", _SAVE, str(file), letter],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment(),
        )
        for letter in "abcdef"
    ]
    for window in windows:
        assert window.stdout
        assert window.stdout.readline() == "ready\n"
    for window in windows:
        assert window.stdin
        window.stdin.write("\n")
        window.stdin.flush()
    told = {letter: one.communicate()[0] for letter, one in zip("abcdef", windows, strict=True)}
    winners = [letter for letter, said in told.items() if said == "saved\n"]
    assert len(winners) == 1, told
    assert all("改过" in said for letter, said in told.items() if letter not in winners)
    assert file.read_bytes() == winners[0].encode() * 20_000
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_after_the_conflict_the_winner_can_be_taken_as_the_new_base(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    first = write_bytes(file, b"of the winner", expect=None)
    assert write_bytes(file, b"merged by hand", expect=first) == digest(b"merged by hand")
    assert file.read_bytes() == b"merged by hand"
