"""What last period said in one place (上期), and how much of it has been looked at (已核).

A figure of carried text is carried until it is changed or checked; one that cannot be aligned with
a former figure is new and inherits nothing. A text is as the worst of its figures and its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from model.report.record import Record
from model.report.schema import Renewed
from model.values.state import State
from model.wording.finding.dates import find_periods
from model.wording.finding.figures import Figure
from model.wording.finding.linked import blanks_of, figures_of
from model.wording.links import masked

_FIGURE = "\0"
_WORST_FIRST = (State.EMPTY, State.CARRIED, State.UPDATED, State.CONFIRMED, State.FILLED)


class Former(Record):
    """Last period's text of one place; its `text` never changes.

    `base` is what the present text is compared with, where that is another (a point that was
    split, a period renewed by the program); None is `text` itself. `words` tells that the words
    were looked at, `figures` which figures of the base.
    """

    text: str = ""
    base: str | None = None
    words: bool = False
    figures: tuple[int, ...] = ()

    @property
    def compared(self) -> str:
        """The text that the present one is compared with."""
        return self.text if self.base is None else self.base

    def checked(self) -> Former:
        """Return it with words and every figure looked at."""
        return self.changed(words=True, figures=tuple(range(len(figures_of(self.compared)))))

    def unchecked(self) -> Former:
        """Return it to be looked at again."""
        return self.changed(words=False, figures=())

    def with_checked_figures(self, text: str, numbers: Iterable[int]) -> Former:
        """Return it with figures of `text` looked at: typed anew, if only the same."""
        before = aligned(self.compared, text)
        seen = [before[number] for number in numbers if number < len(before)]
        kept = dict.fromkeys((*self.figures, *(at for at in seen if at is not None)))
        return self.changed(figures=tuple(kept))

    def with_unchecked_figures(self, text: str, numbers: Iterable[int]) -> Former:
        """Return it with figures of `text` to be looked at again."""
        before = aligned(self.compared, text)
        unseen = {before[number] for number in numbers if number < len(before)}
        return self.changed(figures=tuple(at for at in self.figures if at not in unseen))

    def with_renewed_words(self, before: str, now: str) -> Former:
        """Return it compared with what a bulk change made of a text; figures stay last period's.

        It stays as it is where somebody had changed the words, or where a figure is new.
        """
        numbers = aligned(before, now)
        if skeleton(before) != skeleton(self.compared) or None in numbers:
            return self
        last = figures_of(self.compared)
        parts: list[str] = []
        end = 0
        for figure, number in zip(figures_of(now), numbers, strict=True):
            parts += (now[end : figure.start], "" if number is None else last[number].text)
            end = figure.end
        seen = tuple(at for at, number in enumerate(numbers) if number in self.figures)
        return self.changed(base="".join((*parts, now[end:])), figures=seen)

    def with_renewed_value(self, before: str, now: str) -> Former:
        """Return it compared with what a bulk change made of a value that nobody had changed."""
        return self.changed(base=now) if before == self.compared else self


FormerMap = Mapping[str, Former]
"""What last period said in a record, by attribute as in its place (`text`, `cells.done`)."""
NO_FORMER: FormerMap = {}


def words_state(text: str, former: Former | None, renewed: Renewed = Renewed.ALWAYS) -> State:
    """Return the state of a text's words, its figures aside; an empty one is to be filled."""
    if former is None or renewed is Renewed.NEVER:
        return State.FILLED
    if not text:
        return State.EMPTY if former.text else State.FILLED
    if renewed is Renewed.WHERE_DATED and not is_dated(text):
        return State.FILLED
    if former.words:
        return State.CONFIRMED
    same = skeleton(text) == skeleton(former.compared)
    return State.CARRIED if same else State.UPDATED


def value_state(value: str, former: Former | None) -> State:
    """Return the state of a value that is there: as last period's, checked, or another."""
    if former is None:
        return State.FILLED
    if value != former.compared:
        return State.UPDATED
    return State.CONFIRMED if former.words else State.CARRIED


def figure_states(text: str, former: Former | None) -> tuple[State, ...]:
    """Return the state of every figure of a text, in order."""
    figures = figures_of(text)
    if former is None:
        return tuple(State.EMPTY if figure.blank else State.FILLED for figure in figures)
    before = figures_of(former.compared)
    return tuple(
        _figure_state(figure, number, before, former)
        for figure, number in zip(figures, aligned(former.compared, text), strict=True)
    )


def _figure_state(
    figure: Figure, number: int | None, before: tuple[Figure, ...], former: Former
) -> State:
    if figure.blank:
        return State.EMPTY
    if number is None:
        return State.FILLED
    if _value_and_sign(before[number]) != _value_and_sign(figure):
        return State.UPDATED
    return State.CONFIRMED if number in former.figures else State.CARRIED


def _value_and_sign(figure: Figure) -> tuple[str, int]:
    """A figure's value and direction: 增长5.1 is not 下降5.1."""
    return figure.text, figure.direction.sign if figure.direction else 0


def last_figures(text: str, former: Former | None) -> tuple[str | None, ...]:
    """Return what each figure of a text said last period, signed by its direction word."""
    if former is None:
        return (None,) * len(figures_of(text))
    before = figures_of(former.compared)
    return tuple(
        None if number is None else signed_text(before[number])
        for number in aligned(former.compared, text)
    )


def signed_text(figure: Figure) -> str | None:
    """Return a figure as it is typed: −3.2 for 下降3.2; None for a blank."""
    if figure.blank:
        return None
    below = figure.direction is not None and figure.direction.sign < 0
    return f"-{figure.text}" if below else figure.text


def worst(states: Iterable[State]) -> State:
    """Return the state that has most left to do; `FILLED` for none."""
    found = set(states)
    return next((state for state in _WORST_FIRST if state in found), State.FILLED)


@lru_cache(maxsize=4096)
def is_dated(text: str) -> bool:
    """Tell whether a text holds what another period says otherwise: figure, blank or period."""
    return bool(figures_of(text) or blanks_of(text) or find_periods(masked(text)))


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """Return the text with every number taken out; its direction words are words."""
    parts: list[str] = []
    at = 0
    for figure in figures_of(text):
        parts += (text[at : figure.start], _FIGURE)
        at = figure.end
    return "".join((*parts, text[at:]))


@lru_cache(maxsize=4096)
def aligned(former: str, now: str) -> tuple[int | None, ...]:
    """Return for every figure of `now` the number of the figure of `former` that it renews."""
    before, after = skeleton(former), skeleton(now)
    count = after.count(_FIGURE)
    if before == after:
        return tuple(range(count))
    matched: dict[int, int] = {}
    for start_before, start_after, size in runs_alike(before, after):
        piece = before[start_before : start_before + size]
        if len(piece) < 2:  # a number alone, without one word beside it, is not the same figure
            continue
        first_before = before.count(_FIGURE, 0, start_before)
        first_after = after.count(_FIGURE, 0, start_after)
        for offset in range(piece.count(_FIGURE)):
            matched[first_after + offset] = first_before + offset
    found = tuple(matched.get(number) for number in range(count))
    known = [number for number in found if number is not None]
    return found if all(a < b for a, b in pairwise(known)) else (None,) * count


_PIECES = (
    re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+"),
    re.compile(r"[^，。；、！？\n]*[，。；、！？\n]|[^，。；、！？\n]+"),
)


class _Run(NamedTuple):
    """Signs that stand in both texts: where, and how many."""

    before: int
    after: int
    size: int


def runs_alike(before: str, after: str) -> list[_Run]:
    """Return the runs in both texts: what they begin and end with alike, and those between.

    A key changes a few signs of a long paragraph; to compare it all by signs takes 150 ms at 5,000.
    """
    head = _alike(before, after)
    rest = min(len(before), len(after)) - head
    tail = min(_alike(before[::-1], after[::-1]), rest)
    end_before, end_after = len(before) - tail, len(after) - tail
    between = _matching_pieces(before[head:end_before], after[head:end_after])
    runs = [_Run(0, 0, head), *(_Run(a + head, b + head, size) for a, b, size in between)]
    return _joined([*runs, _Run(end_before, end_after, tail)])


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _matching_pieces(before: str, after: str, level: int = 0) -> Iterator[_Run]:
    """Yield the runs in both texts: by sentences, between those by clauses, and last by signs."""
    if not before or not after:
        return
    if level == len(_PIECES):
        for found in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
            yield _Run(*found)
        return
    pieces = _PIECES[level].findall(before), _PIECES[level].findall(after)
    starts = [[0, *accumulate(map(len, found))] for found in pieces]
    at_before = at_after = 0
    for first, second, count in SequenceMatcher(
        None, *pieces, autojunk=False
    ).get_matching_blocks():
        start_before, start_after = starts[0][first], starts[1][second]
        rests = before[at_before:start_before], after[at_after:start_after]
        for run in _matching_pieces(*rests, level + 1):
            yield _Run(run.before + at_before, run.after + at_after, run.size)
        at_before, at_after = starts[0][first + count], starts[1][second + count]
        yield _Run(start_before, start_after, at_before - start_before)


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Return the runs, those that touch in both texts as one."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else _Run(0, 0, 0)
        if (last.before + last.size, last.after + last.size) == (run.before, run.after):
            joined[-1:] = [last._replace(size=last.size + run.size)]
        else:
            joined.append(run)
    return [run for run in joined if run.size]


def divided(former: Former, text: str, at: int) -> tuple[Former, Former]:
    """Return what both sides of a text broken at `at` are compared with.

    Each has its own words where none were changed, whatever its figures say now; else both have
    all of them, in which each side finds its figures again.
    """
    break_at = _break_before(former.compared, text, at)
    if break_at is None:
        return former, former
    left, right = former.compared[:break_at], former.compared[break_at:]
    count = len(figures_of(left))
    return (
        former.changed(base=left, figures=tuple(one for one in former.figures if one < count)),
        former.changed(
            base=right, figures=tuple(one - count for one in former.figures if one >= count)
        ),
    )


def _break_before(compared: str, text: str, at: int) -> int | None:
    """Where the words before stand that now stand at `at`; None where they were changed."""
    if compared == text:
        return at
    figures = figures_of(text)
    is_inside = any(figure.start < at < figure.end for figure in figures)
    if is_inside or skeleton(compared) != skeleton(text):
        return None
    count = sum(figure.end <= at for figure in figures)
    if count == 0:
        return at
    return at - figures[count - 1].end + figures_of(compared)[count - 1].end
