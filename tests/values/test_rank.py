"""Ranks: what is typed, what comes from the place, and what is no rank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ValueRefused
from model.values.rank import Rank, RankOf, parse_rank


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        ("3", Rank(3, "全市", None)),
        ("３", Rank(3, "全市", None)),
        ("第3位", Rank(3, "全市", None)),
        ("第3名", Rank(3, "全市", None)),
        ("全省第12位", Rank(12, "全省", None)),
        ("居全省第12位", Rank(12, "全省", None)),
        ("增速居全市第3位", Rank(3, "全市", RankOf.GROWTH)),
        ("总量居全市第5位", Rank(5, "全市", RankOf.LEVEL)),
        ("增速 排名 全市 第 3 位", Rank(3, "全市", RankOf.GROWTH)),
        ("增速居全市并列第3位", Rank(3, "全市", RankOf.GROWTH, tied=True)),
        ("增速3", Rank(3, "全市", RankOf.GROWTH)),
        ("全省12个县(市、区)第3位", Rank(3, "全省12个县（市、区）", None)),
    ],
)
def test_what_is_not_typed_comes_from_the_place(typed: str, rank: Rank) -> None:
    assert parse_rank(typed, "全市", None) == rank


def test_what_the_place_ranks_holds_unless_typed_otherwise() -> None:
    assert parse_rank("3", "全市", RankOf.GROWTH).of is RankOf.GROWTH
    assert parse_rank("总量居全省第3位", "全市", RankOf.GROWTH) == Rank(3, "全省", RankOf.LEVEL)


@pytest.mark.parametrize("typed", ["0", "第0位", "全市第0位", "００"])
def test_places_are_counted_from_one(typed: str) -> None:
    with pytest.raises(ValueRefused, match="从1算起.*3"):
        parse_rank(typed, "全市", None)


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "-3", "3.5", "约3", "近3", "12345", "1、2", "第3-5位", "二十", "第一位", "前列",
     "3%", "٣", "top 3"],
)  # fmt: skip
def test_anything_else_is_refused_with_what_came_and_an_example(typed: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        parse_rank(typed, "全市", None)
    assert f"“{typed}”" in str(refused.value)
    assert "增速居全市第3位" in str(refused.value)


@given(
    st.builds(
        Rank,
        st.integers(1, 9999),
        st.sampled_from(["全市", "全省", "全国", "全省12个县（市、区）", "江州市山区县"]),
        st.sampled_from([None, *RankOf]),
        st.booleans(),
    )
)
def test_a_rank_as_shown_reads_back_as_it_was(rank: Rank) -> None:
    assert parse_rank(str(rank), "全州", None) == rank
