"""The laws of choices: nothing is decided for the clerk, and every decision can be taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.choice import GROUPS, Choice, ChoiceKind, Standing, Way
from model.choices.decisions import ChoiceState, Decisions
from model.errors import PlaceError, ValueRefused

SAID = st.sampled_from([None, "5.1%", "5.8%", "6.2%"])
WAYS = st.sampled_from([(Way.TAKE,), (Way.EVERYWHERE, Way.HERE), (Way.BY_HAND,), ()])


def a_choice(key: str, before: str | None, ours: str | None, theirs: str | None) -> Choice:
    """A changed growth of 云岭县."""
    return Choice(
        key, "gdp@2026-H1.yoy", ChoiceKind.VALUE, "地区生产总值增速", before, ours, theirs
    )


CHOICES = st.lists(
    st.builds(
        lambda kind, before, ours, theirs, ways: (kind, before, ours, theirs, ways),
        st.sampled_from(ChoiceKind), SAID, SAID, SAID, WAYS,
    ),
    max_size=6,
).map(
    lambda rows: Decisions(
        tuple(
            Choice(f"{number}", "i1.text", kind, "一处", before, ours, theirs, ways=ways)
            for number, (kind, before, ours, theirs, ways) in enumerate(rows)
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "standing"),
    [
        ("5.1%", "5.1%", "5.8%", Standing.READY),
        ("5.1%", "5.8%", "5.8%", Standing.SAME),
        ("5.1%", "5.8%", "5.1%", Standing.SAME),
        ("5.1%", "6.2%", "5.8%", Standing.CONFLICT),
        (None, None, "一段新的", Standing.READY),
        ("旧的一段", "旧的一段", None, Standing.READY),
        ("旧的一段", "改过的一段", None, Standing.CONFLICT),
        ("旧的一段", None, "改过的一段", Standing.CONFLICT),
        ("旧的一段", None, None, Standing.SAME),
    ],
)
def test_a_choice_stands_as_both_sides_changed_it(
    before: str | None, ours: str | None, theirs: str | None, standing: Standing
) -> None:
    assert a_choice("1", before, ours, theirs).standing is standing


def test_what_follows_is_taken_and_left_with_its_leader_unless_the_clerk_decided() -> None:
    leader = replace(a_choice("1", "5.1%", "5.1%", "5.8%"), ways=(Way.EVERYWHERE, Way.HERE))
    follower = replace(a_choice("2", "5.1%", "5.1%", "5.8%"), follows="1")
    other = replace(a_choice("3", "5.1%", "6.2%", "5.8%"), follows="1")
    decisions = Decisions((leader, follower, other)).take("1")
    assert decisions.decided == {"1": Way.EVERYWHERE, "2": Way.TAKE}
    assert not decisions.reopen("1").decided
    assert decisions.leave("1").decided == {"1": None, "2": None}
    assert decisions.leave("2").take("1").decided == {"1": Way.EVERYWHERE, "2": None}
    assert Decisions((leader, follower)).take("1", Way.HERE).decided == {"1": Way.HERE}


def test_every_kind_has_a_group_and_numbers_come_first() -> None:
    assert GROUPS == ("数", "文字", "增删挪", "批注")
    assert {kind.group for kind in ChoiceKind} == set(GROUPS)


@given(CHOICES)
def test_taking_all_decides_no_conflict_and_nothing_twice(decisions: Decisions) -> None:
    taken = decisions.take_all()
    assert taken.take_all() == taken
    assert taken.conflicts() == decisions.conflicts()
    assert set(taken.open()) == set(decisions.conflicts())
    assert all(choice.standing is Standing.READY for choice, _ in taken.taken())


@given(CHOICES)
def test_taking_group_by_group_is_taking_all(decisions: Decisions) -> None:
    by_group = decisions
    for group in reversed(GROUPS):
        by_group = by_group.take_all(group)
    assert by_group.decided == decisions.take_all().decided


@given(CHOICES, st.integers(0, 5))
def test_a_decision_is_taken_back_by_reopening(decisions: Decisions, number: int) -> None:
    if number >= len(decisions.choices):
        return
    choice = decisions.choices[number]
    changed = decisions.take(choice.key) if choice.ways else decisions.leave(choice.key)
    assert changed.reopen(choice.key) == decisions
    others = [one for one in decisions.choices if one is not choice]
    assert [changed.state(one) for one in others] == [decisions.state(one) for one in others]


@given(CHOICES)
def test_leaving_all_takes_nothing_and_leaves_nothing_open(decisions: Decisions) -> None:
    left = decisions.leave_all()
    assert not [*left.taken()]
    assert not left.open()


def test_what_is_the_same_on_both_sides_is_never_decided() -> None:
    decisions = Decisions((a_choice("1", "5.1%", "5.8%", "5.8%"),))
    assert decisions.take("1").leave("1") is decisions
    assert decisions.state(decisions.choices[0]) is ChoiceState.SAME


def test_a_conflict_is_taken_only_by_its_own_key() -> None:
    decisions = Decisions((a_choice("1", "5.1%", "6.2%", "5.8%"),))
    assert decisions.take_all() == decisions
    assert [way for _, way in decisions.take("1").taken()] == [Way.TAKE]


def test_only_a_way_of_the_choice_is_taken() -> None:
    decisions = Decisions((a_choice("1", "5.1%", "5.1%", "5.8%"),))
    with pytest.raises(ValueRefused, match="不能“这一段改为手写”。可以：接受。"):
        decisions.take("1", Way.BY_HAND)
    with pytest.raises(PlaceError, match="没有“2”这一处改动"):
        decisions.take("2")


def test_two_choices_have_two_keys() -> None:
    with pytest.raises(ValueError, match="one key"):
        Decisions((a_choice("1", None, None, "5"), a_choice("1", None, None, "6")))


def test_decisions_stay_where_a_list_made_anew_brings_the_same() -> None:
    first = Decisions(tuple(a_choice(key, "5.1%", "5.1%", "5.8%") for key in "123")).take_all()
    renewed = first.leave("2").carried_to(
        (
            a_choice("1", "5.1%", "5.1%", "5.8%"),
            a_choice("2", "5.1%", "5.1%", "6.2%"),
            a_choice("3", "5.1%", "5.8%", "5.8%"),
        )
    )
    assert renewed.decided == {"1": Way.TAKE}
