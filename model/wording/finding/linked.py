"""Figures and blanks of a text with links in braces; what stands inside a link is none."""

from __future__ import annotations

from functools import lru_cache

from model.wording.finding.blanks import Blank, find_blanks
from model.wording.finding.figures import Figure, find_figures
from model.wording.finding.slots import find_slots
from model.wording.fold import fold
from model.wording.links import masked


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text; the place of the n-th is `….figures.n`, from 0."""
    return find_figures(masked(text))


@lru_cache(maxsize=8192)
def blanks_of(text: str) -> tuple[Blank, ...]:
    """The blanks that stand for a period, a name or other words; number blanks are figures."""
    return tuple(blank for blank in find_blanks(masked(text)) if blank.kind != "number")


def may_have_blanks(text: str) -> bool:
    """Whether a text has any sign or gap that may wait for something to be filled in."""
    return any(slot.blank for slot in find_slots(fold(masked(text))))
