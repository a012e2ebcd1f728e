"""Every part of a written file is what it was, element by element."""

import difflib

import pytest

from tests.word.samples import REFERENCES
from tests.word.update_references import COMPARED, current, reference_name


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return current()


@pytest.mark.parametrize("part", COMPARED)
def test_part_is_as_its_reference(part: str, written: dict[str, str]) -> None:
    name = reference_name(part)
    before = (REFERENCES / name).read_text(encoding="utf-8").splitlines()
    now = written[name].splitlines()
    difference = "\n".join(difflib.unified_diff(before, now, "reference", "written", lineterm=""))
    assert not difference, difference
