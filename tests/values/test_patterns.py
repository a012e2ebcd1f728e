"""A pattern compiled late does all that one compiled at once does."""

import re

import pytest

from model.values.patterns import pattern


def test_a_pattern_compiled_late_finds_what_one_compiled_at_once_finds() -> None:
    late, at_once = pattern(r"(?P<number>\d+)亿元"), re.compile(r"(?P<number>\d+)亿元")
    text = "投资12亿元，增收3亿元"
    for _ in range(2):
        assert [found.group("number") for found in late.finditer(text)] == ["12", "3"]
    assert late.sub("", text) == at_once.sub("", text)
    assert late.fullmatch(text) is None


def test_flags_are_kept() -> None:
    assert pattern(r"\d", re.ASCII).search("３") is None
    assert pattern(r"\d").search("３") is not None


def test_a_faulty_pattern_is_told_at_its_first_use() -> None:
    faulty = pattern("(")
    with pytest.raises(re.error):
        faulty.search("甲")
