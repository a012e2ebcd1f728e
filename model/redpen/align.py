"""ALIGNING: which paragraphs of a returned file are which of the draft.

Bookmarks first, then the same words, then likeness; what is gone and what is new in the same spot
is one paragraph that was written anew. No order of bookmarks is trusted beyond that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from model.reading.returned import ReturnedLine
from model.redpen.lines import Line
from model.redpen.tokens import alike

_LIKE = 0.5
"""How much of the shorter paragraph must stand in the other."""
_STRAY = 0.25
"""A bookmark on words of which less than this was there before has strayed to them."""
_COVER = 1.25
"""How much longer than the whole its parts may be together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Paragraphs of both sides that belong together, by their numbers.

    One and one: kept or changed; one and several: split; several and one: joined; one and none:
    gone; none and one: new. `is_moved`: it stands elsewhere among the others.
    """

    base: tuple[int, ...]
    theirs: tuple[int, ...]
    is_moved: bool = False


def align(base: Sequence[Line], theirs: Sequence[ReturnedLine]) -> tuple[Unit, ...]:
    """Return the units in the order of the returned file, and what is gone where it stood."""
    owners = _by_bookmark(base, theirs)
    _by_same_words(base, theirs, owners)
    _by_likeness(base, theirs, owners)
    _by_spot(base, theirs, owners)
    return _ordered(_units(base, theirs, owners))


Owners = dict[int, set[int]]
"""The paragraphs of the draft that each paragraph of the file shows."""


def _by_bookmark(base: Sequence[Line], theirs: Sequence[ReturnedLine]) -> Owners:
    line_of = {id_: number for number, line in enumerate(base) for id_ in line.ids}
    owners: Owners = defaultdict(set)
    for number, line in enumerate(theirs):
        found = {line_of[id_] for id_ in line.ids if id_ in line_of}
        if len(found) > 1:
            found = {one for one in found if _contained(base[one].text, line.text) >= _STRAY}
        owners[number] |= found
    shared: dict[int, list[int]] = defaultdict(list)
    for number, found in owners.items():
        for one in found:
            shared[one].append(number)
    for one, numbers in shared.items():
        likes = {number: _likeness(base[one].text, theirs[number].text) for number in numbers}
        for number in numbers:
            if len(numbers) > 1 and likes[number] < _STRAY and max(likes.values()) >= _LIKE:
                owners[number].discard(one)
    return owners


def _by_same_words(base: Sequence[Line], theirs: Sequence[ReturnedLine], owners: Owners) -> None:
    """Give paragraphs nobody owns to those of the same words, in order."""
    taken = set().union(*owners.values()) if owners else set()
    waiting: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(base):
        if number not in taken:
            waiting[alike(line.text)].append(number)
    for number, returned in enumerate(theirs):
        same = waiting.get(alike(returned.text))
        if not owners[number] and same:
            owners[number].add(same.pop(0))


def _by_likeness(base: Sequence[Line], theirs: Sequence[ReturnedLine], owners: Owners) -> None:
    """Give paragraphs nobody owns to those whose words they hold, the likest first."""
    free_theirs = [number for number in range(len(theirs)) if not owners[number]]
    taken = set().union(*owners.values()) if owners else set()
    free_base = [number for number in range(len(base)) if number not in taken]
    if not free_theirs and not free_base:
        return
    index = _Index(base)
    other = _Index(theirs)
    pairs = {
        (one, number) for number in free_theirs for one in index.candidates(theirs[number].text)
    } | {(one, number) for one in free_base for number in other.candidates(base[one].text)}
    ranked = sorted(
        (
            (-_likeness(base[one].text, theirs[number].text), abs(one - number), one, number)
            for one, number in pairs
        )
    )
    for negative, _, one, number in ranked:
        if -negative < _LIKE:
            break
        _own(base, theirs, owners, one, number)


def _own(
    base: Sequence[Line], theirs: Sequence[ReturnedLine], owners: Owners, one: int, number: int
) -> None:
    """Give a paragraph to another unless its parts would be longer together than the whole."""
    of_base = [other for other, found in owners.items() if one in found]
    of_theirs = owners[number]
    if (of_base and of_theirs) or one in of_theirs:
        return
    if of_base:
        parts = sum(len(theirs[other].text) for other in {*of_base, number})
        if parts > _COVER * len(base[one].text):
            return
    if of_theirs:
        parts = sum(len(base[other].text) for other in {*of_theirs, one})
        if parts > _COVER * len(theirs[number].text):
            return
    of_theirs.add(one)


def _by_spot(base: Sequence[Line], theirs: Sequence[ReturnedLine], owners: Owners) -> None:
    """What is gone and what is new between the same neighbours was written anew."""
    taken = set().union(*owners.values()) if owners else set()
    for number in range(len(theirs)):
        if owners[number]:
            continue
        before = max(owners[number - 1], default=-1) if number else -1
        spot = before + 1
        if (number == 0 or owners[number - 1]) and spot < len(base) and spot not in taken:
            owners[number].add(spot)
            taken.add(spot)


class _Index:
    """Which paragraphs hold a pair of signs: only those that share some are looked at."""

    def __init__(self, lines: Iterable[Line | ReturnedLine]) -> None:
        self._holds: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for pair in _pairs(line.text):
                self._holds[pair].append(number)

    def candidates(self, text: str) -> list[int]:
        """Return the paragraphs that share at least a third of the pairs of the shorter one."""
        counts: dict[int, int] = defaultdict(int)
        pairs = _pairs(text)
        for pair in pairs:
            for number in self._holds.get(pair, ()):
                counts[number] += 1
        best = sorted(counts, key=lambda number: -counts[number])
        return best[:6]


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """All pairs of neighbouring signs, digits all alike: numbers change, words stay."""
    plain = "".join("0" if sign.isdigit() else sign for sign in alike(text))
    return frozenset(map("".join, pairwise(plain))) or frozenset({plain})


def _contained(part: str, whole: str) -> float:
    """How much of one paragraph stands in another."""
    pairs = _pairs(part)
    return len(pairs & _pairs(whole)) / len(pairs)


def _likeness(one: str, other: str) -> float:
    """How much of the shorter of two paragraphs stands in the longer."""
    first, second = _pairs(one), _pairs(other)
    return len(first & second) / min(len(first), len(second))


def _units(base: Sequence[Line], theirs: Sequence[ReturnedLine], owners: Owners) -> list[Unit]:
    """Paragraphs that share an owner, or an owner's paragraphs, as one unit each.

    No paragraph is in two units: where several would meet several, the likest stay together. A
    unit whose paragraphs do not stand together keeps only its likest pair; the rest is gone and
    new.
    """
    of_theirs, of_base = _stars(base, theirs, owners)
    units: list[Unit] = []
    seen: set[int] = set()
    for number in range(len(theirs)):
        if number in seen:
            continue
        own = sorted(of_theirs[number])
        parts = sorted(of_base[own[0]]) if len(own) == 1 else [number]
        seen |= {*parts}
        units += _made_one(base, theirs, own, parts)
    kept = {one for unit in units for one in unit.base}
    units += [Unit((one,), ()) for one in range(len(base)) if one not in kept]
    return units


def _stars(
    base: Sequence[Line], theirs: Sequence[ReturnedLine], owners: Owners
) -> tuple[Owners, Owners]:
    """The owners of every paragraph, and the paragraphs of every owner: one of both is alone."""
    pairs = sorted(
        (-_likeness(base[one].text, theirs[number].text), number, one)
        for number, found in owners.items()
        for one in found
    )
    of_theirs: Owners = defaultdict(set)
    of_base: Owners = defaultdict(set)
    for _, number, one in pairs:
        own, parts = of_theirs[number], of_base[one]
        is_split = not own and all(len(of_theirs[other]) == 1 for other in parts)
        is_joined = not parts and all(len(of_base[other]) == 1 for other in own)
        if is_split or is_joined:
            own.add(one)
            parts.add(number)
    return of_theirs, of_base


def _made_one(
    base: Sequence[Line], theirs: Sequence[ReturnedLine], of_base: list[int], of_theirs: list[int]
) -> list[Unit]:
    together = all(
        numbers[-1] - numbers[0] == len(numbers) - 1 for numbers in (of_base, of_theirs) if numbers
    )
    if together and (len(of_base) <= 1 or len(of_theirs) <= 1):
        return [Unit(tuple(of_base), tuple(of_theirs))]
    _, one, number = max(
        (_likeness(base[one].text, theirs[number].text), -one, number)
        for one in of_base
        for number in of_theirs
    )
    rest = [Unit((), (other,)) for other in of_theirs if other != number]
    return [Unit((-one,), (number,)), *rest]


def _ordered(units: list[Unit]) -> tuple[Unit, ...]:
    """In the order of the file; what stands elsewhere among the others is told as moved."""
    single: dict[int, Unit] = {}
    for unit in units:
        for one in unit.base:
            single.setdefault(one, unit)
    both = sorted((unit for unit in units if unit.theirs), key=lambda unit: unit.theirs)
    known = [unit for unit in both if unit.base]
    steady = longest_rising([unit.base[0] for unit in known])
    moved = {id(unit) for number, unit in enumerate(known) if number not in steady}
    done: list[Unit] = [
        Unit(unit.base, unit.theirs, is_moved=True) if id(unit) in moved else unit for unit in both
    ]
    for unit in sorted((one for one in units if not one.theirs), key=lambda one: one.base):
        spot = next(
            (
                number + 1
                for number in range(len(done) - 1, -1, -1)
                if done[number].base
                and not done[number].is_moved
                and done[number].base[0] < unit.base[0]
            ),
            0,
        )
        done.insert(spot, unit)
    return tuple(done)


def longest_rising(numbers: list[int]) -> set[int]:
    """The places of the longest row of numbers that rises: what stands still."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        spot = bisect_left(ends, number)
        before.append(at[spot - 1] if spot else -1)
        if spot == len(ends):
            ends.append(number)
            at.append(place)
        else:
            ends[spot], at[spot] = number, place
    found: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
