"""由A下降到B: the word between two numbers says which of them is the greater."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from itertools import pairwise

from model.values.patterns import pattern
from model.wording.direction import SIGNS, opposite
from model.wording.finding.figures import Figure, find_figures, value_of
from model.wording.fold import clause_before, fold
from model.wording.spans import Exchange, exchanged

_FROM = pattern(r"(?:由|从)[^，。;:、\d]*$")
_WORDS = "|".join(sorted((word for word in SIGNS if len(word) > 1), key=len, reverse=True))
_BECOMES = pattern(
    rf"\s?[^，。;:、\d]{{0,4}}?(?P<word>{_WORDS}|[升降增减])[到至为](?:约|近|了)?\s?"
)
_NEAR = 40
_LONG_FORM = {"升": "降", "降": "升", "增": "减", "减": "增"}


def with_true_direction(text: str, touched: Collection[int]) -> str:
    """The text with 下降到 as 上升到 where the second of two numbers is the greater now.

    Only pairs of which a number was `touched`, by its place among the figures, are looked at.
    """
    folded, figures = fold(text), find_figures(text)
    turned: list[Exchange] = []
    for place, (first, second) in enumerate(pairwise(figures)):
        if {place, place + 1}.isdisjoint(touched) or first.unit != second.unit:
            continue
        found = _BECOMES.fullmatch(folded, first.end + len(first.unit), second.start)
        rises = _rises(first, second)
        if (
            found is None
            or rises is None
            or _FROM.search(folded, max(0, first.start - _NEAR), first.start) is None
        ):
            continue
        word = found["word"]
        if (SIGNS[word] > 0) != rises:
            clause = clause_before(folded, first.start)
            new = _LONG_FORM.get(word) or opposite(word, fold(first.unit), clause)
            turned.append((*found.span("word"), new))
    return exchanged(text, turned) if turned else text


def _rises(first: Figure, second: Figure) -> bool | None:
    """Whether the second number is the greater; None where they are equal or one is missing."""
    before, now = value_of(first), value_of(second)
    if not isinstance(before, Decimal) or not isinstance(now, Decimal) or before == now:
        return None
    return now > before
