"""The checkout as a whole: what lies at its top, and that the locks are what they promise."""

import re
import tomllib

import pytest

from model.version import VERSION
from tests.source import ROOT

TOP_LEVEL = {
    *("pyproject.toml", "main.py", "Makefile", "README.md", "CHANGELOG.md", "LICENSE"),
    *("ui", "model", "templates", "resources", "tests", "docs", "examples", "bench"),
}
GENERATED = {"out", "build", "__pycache__"}  # git does not keep them
LOCKS = ("runtime", "test")
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)(?: ; [^\\]+?)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def lock_text(name: str) -> str:
    """Return the text of the lock file `name`."""
    return (ROOT / ".lock" / f"{name}.txt").read_text("utf-8")


def requirements(name: str) -> dict[str, list[str]]:
    """Return each requirement line of the lock `name` with the lines of its hashes."""
    joined = lock_text(name).replace("\\\n", "\n")
    found: dict[str, list[str]] = {}
    for line in filter(None, map(str.rstrip, joined.splitlines())):
        if line.startswith(" "):
            found[next(reversed(found))].append(line.strip())
        else:
            found[line] = []
    return found


def pins(name: str) -> dict[str, str]:
    """Return name and version of everything that the lock `name` pins."""
    matches = (REQUIREMENT.fullmatch(line) for line in requirements(name))
    return {match["name"]: match["version"] for match in matches if match}


def test_nothing_lies_at_the_top_that_has_no_place_there() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names - TOP_LEVEL - GENERATED == set()


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_each_requirement_and_gives_its_hashes(name: str) -> None:
    locked = requirements(name)
    assert [line for line in locked if not REQUIREMENT.fullmatch(line)] == []
    assert [line for line, hashes in locked.items() if not hashes] == []
    assert [h for hashes in locked.values() for h in hashes if not HASH.fullmatch(h)] == []


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("sign", ["://", "file:", " @ ", "index", "find-links", "trusted", "/"])
def test_a_lock_tells_no_address(name: str, sign: str) -> None:
    assert sign not in lock_text(name)


def test_the_test_lock_holds_the_runtime_lock() -> None:
    assert pins("runtime").items() <= pins("test").items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for lock, wanted in (
        ("runtime", project["project"]["dependencies"]),
        ("test", project["dependency-groups"]["test"]),
    ):
        names = {re.split(r"[=<>~! ]", line)[0].lower() for line in wanted}
        assert names - pins(lock).keys() == set()


def test_qt_is_the_last_release_for_old_systems_and_matches_its_binding() -> None:
    locked = pins("runtime")
    assert locked["pyside6-essentials"] == locked["shiboken6"] == "6.8.0.2"
    assert not {"pyside6", "pyside6-addons"} & pins("test").keys()
