"""What the clerk decided of a list of choices: a value, so that nothing is lost and all is undone.

A choice is open, taken in one of its ways, or left. What both sides say alike is never decided.
Where both sides changed, nothing is decided for the clerk, not even by 全部接受.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from model.choices.choice import Choice, ChoiceKind, Standing, Way
from model.errors import PlaceError, ValueRefused

_HERE = (Way.HERE, Way.BY_HAND)
"""Ways in which nothing else goes with a choice."""


class ChoiceState(StrEnum):
    """What became of a choice."""

    SAME = "same"
    OPEN = "open"
    TAKEN = "taken"
    LEFT = "left"

    @property
    def label(self) -> str:
        return {"same": "已是这样", "open": "没有定", "taken": "接受", "left": "不收"}[self.value]


@dataclass(frozen=True, slots=True)
class Decisions:
    """A list of choices with what was decided of each: a way of taking it, or None to leave it."""

    choices: tuple[Choice, ...]
    decided: Mapping[str, Way | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = [choice.key for choice in self.choices]
        if len(set(keys)) < len(keys):
            raise ValueError("two choices with one key")

    def choice(self, key: str) -> Choice:
        """The choice of a key; raises `PlaceError`."""
        found = next((one for one in self.choices if one.key == key), None)
        if found is None:
            raise PlaceError(f"没有“{key}”这一处改动。")
        return found

    def state(self, choice: Choice) -> ChoiceState:
        """What became of a choice."""
        if choice.standing is Standing.SAME:
            return ChoiceState.SAME
        if choice.key not in self.decided:
            return ChoiceState.OPEN
        return ChoiceState.LEFT if self.decided[choice.key] is None else ChoiceState.TAKEN

    def way(self, choice: Choice) -> Way | None:
        """The way in which a choice is taken; None where it is not."""
        return self.decided.get(choice.key)

    def take(self, key: str, way: Way | None = None) -> Decisions:
        """Take a choice, in its usual way where none is told, and what goes with it.

        Raises `PlaceError`, and `ValueRefused` for a way it does not have.
        """
        choice = self.choice(key)
        if choice.standing is Standing.SAME:
            return self
        if not choice.ways:
            raise ValueRefused(f"“{choice.label}”只能看，不能接受。{choice.note}")
        if way is not None and way not in choice.ways:
            known = "、".join(one.label for one in choice.ways)
            raise ValueRefused(f"“{choice.label}”不能“{way.label}”。可以：{known}。")
        wanted = way or choice.ways[0]
        followers = self._followers(key, ChoiceState.OPEN) if wanted not in _HERE else []
        taken = {one.key: one.ways[0] for one in followers if one.standing is Standing.READY}
        return self._with({key: wanted, **taken})

    def leave(self, key: str) -> Decisions:
        """Leave a choice: what the project says stays. Raises `PlaceError`."""
        if self.choice(key).standing is Standing.SAME:
            return self
        left = {one.key: None for one in self._followers(key, ChoiceState.TAKEN)}
        return self._with({key: None, **left})

    def reopen(self, key: str) -> Decisions:
        """Take a decision back. Raises `PlaceError`."""
        self.choice(key)
        also = {one.key for one in self._followers(key, ChoiceState.TAKEN)}
        kept = {one: way for one, way in self.decided.items() if one not in {key, *also}}
        return replace(self, decided=kept)

    def take_all(self, group: str | None = None) -> Decisions:
        """Take all that is open, of one group or of all, but for what both sides changed."""
        wanted = {
            choice.key: choice.ways[0]
            for choice in self.open()
            if choice.standing is Standing.READY and choice.ways
            if group is None or choice.kind.group == group
        }
        return replace(self, decided={**self.decided, **wanted})

    def leave_all(self) -> Decisions:
        """Leave all that is open."""
        wanted = {choice.key: None for choice in self.open()}
        return replace(self, decided={**self.decided, **wanted})

    def carried_to(self, choices: tuple[Choice, ...]) -> Decisions:
        """These decisions on a list that was made anew, where it still brings the same."""
        former = {choice.key: choice.theirs for choice in self.choices}
        kept = {
            choice.key: self.decided[choice.key]
            for choice in choices
            if choice.key in self.decided and former[choice.key] == choice.theirs
            if choice.standing is not Standing.SAME
            if self.decided[choice.key] in (None, *choice.ways)
        }
        return Decisions(choices, kept)

    def open(self) -> tuple[Choice, ...]:
        """The choices nobody decided on yet; remarks that can only be read are none of them."""
        return tuple(
            choice
            for choice in self.choices
            if self.state(choice) is ChoiceState.OPEN and choice.ways
        )

    def conflicts(self) -> tuple[Choice, ...]:
        """The open choices that both sides changed."""
        return tuple(one for one in self.open() if one.standing is Standing.CONFLICT)

    def taken(self) -> Iterator[tuple[Choice, Way]]:
        """Yield what was taken, each with its way, in the order of the list."""
        for choice in self.choices:
            way = self.decided.get(choice.key)
            if way is not None:
                yield choice, way

    def count(self, kind: ChoiceKind) -> int:
        """How many choices of a kind there are that are not the same on both sides."""
        same = Standing.SAME
        return sum(one.kind is kind and one.standing is not same for one in self.choices)

    def _followers(self, key: str, state: ChoiceState) -> list[Choice]:
        """What goes with a choice and stands so."""
        return [one for one in self.choices if one.follows == key and self.state(one) is state]

    def _with(self, decided: Mapping[str, Way | None]) -> Decisions:
        return replace(self, decided={**self.decided, **decided})
