"""Text with links as signs of the editor, and back."""

from hypothesis import given
from hypothesis import strategies as st

from ui.forms.editors.tokens import difference, raw_of, tokens
from ui.kit.qt_text import units

LINKS = st.sampled_from(["{leader}", "{@gdp.yoy}", "{@gdp@2026-Q1.actual|n}", "{{", "}}"])
RAW = st.lists(st.one_of(LINKS, st.text("增长5.1%，𠮷\n ", max_size=4)), max_size=6).map("".join)


@given(RAW)
def test_tokens_give_the_text_back(raw: str) -> None:
    assert raw_of(tokens(raw)) == raw


def test_a_link_is_one_token_and_a_doubled_brace_one_sign() -> None:
    assert tokens("增{@gdp.yoy}{{") == ["增", "{@gdp.yoy}", "{"]


def test_what_is_neither_link_nor_brace_stays_as_written() -> None:
    assert raw_of(tokens("{不是链接}")) == "{不是链接}"


@given(RAW, RAW)
def test_one_exchange_makes_one_text_of_the_other(one: str, other: str) -> None:
    old, new = tokens(one), tokens(other)
    start, end, new_end = difference(old, new)
    assert old[:start] + new[start:new_end] + old[end:] == new
    assert 0 <= start <= min(end, new_end)


def test_only_what_differs_is_exchanged() -> None:
    assert difference(list("增长5.1%"), list("增长6.1%")) == (2, 3, 3)


def test_rare_characters_take_two_places() -> None:
    assert units("𠮷县") == 3
