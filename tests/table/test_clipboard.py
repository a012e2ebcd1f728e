"""Blocks from the clipboard: read as spreadsheets write them, and written so that they read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ValueRefused
from model.table.clipboard import read_block, written_block

CELLS = st.text(st.sampled_from('云岭县5.%"\t\n a'), max_size=6).map(str.strip)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_a_block_written_reads_the_same(lines: list[list[str]]) -> None:
    while lines and not any(lines[-1]):
        lines.pop()
    assert read_block(written_block(lines)) == tuple(map(tuple, lines))


def test_cells_with_line_breaks_and_quotes_are_one_cell() -> None:
    block = read_block('"同比\n增长"\t"他说""好"""\r\n5.1\t\r\n')
    assert block == (("同比\n增长", '他说"好"'), ("5.1", ""))


def test_a_quote_that_never_ends_is_a_sign() -> None:
    assert read_block('"云岭\t5.1\n6') == (('"云岭', "5.1"), ("6", ""))


def test_lines_are_made_of_one_length_and_empty_ones_at_the_end_go() -> None:
    assert read_block("a\tb\tc\nd\n\n\t\n") == (("a", "b", "c"), ("d", "", ""))
    assert read_block("") == ()
    assert read_block(" \n\t\n") == ()


@pytest.mark.parametrize("text", ["x" * 1_000_001, "\n".join(["a\tb\tc"] * 7000), "a" * 200_000])
def test_what_is_far_too_much_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match="复制"):
        read_block(text)
