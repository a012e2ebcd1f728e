"""Cleaning (整理) a manuscript that somebody looks at: what there is, and what was ticked done."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from model.cleaning.registry import Change, Proposal, clean, propose
from model.cleaning.several_reports import Piece, find_reports, take_report
from model.reading.source import Source

_SHOWN = 200


class Opened(NamedTuple):
    """A manuscript before it is understood: what could be cleaned, and the reports in it."""

    source: Source
    proposals: tuple[Proposal, ...]
    reports: tuple[Piece, ...]

    @property
    def has_choice(self) -> bool:
        """Whether there is anything to ask before it is read."""
        return bool(self.proposals or self.reports)


def look_at(source: Source) -> Opened:
    """What there is to choose before these lines are read."""
    return Opened(source, propose(source), find_reports(source))


def only_report(opened: Opened, number: int | None) -> Source:
    """The lines of one of the reports, counted from 0; all lines for None."""
    if number is None:
        return opened.source
    return take_report(opened.source, opened.reports[number])


def proposals_of(opened: Opened, number: int | None) -> tuple[Proposal, ...]:
    """What could be cleaned in one of the reports."""
    return opened.proposals if number is None else propose(only_report(opened, number))


def cleaned(opened: Opened, number: int | None, names: Collection[str]) -> Source:
    """The lines to read: one report or all, cleaned in these ways."""
    return clean(only_report(opened, number), names)


def before_and_after(proposal: Proposal) -> tuple[str, str]:
    """All places of a proposal as two texts, each place with its number in both."""
    shown = proposal.changes[:_SHOWN]
    rest = len(proposal.changes) - len(shown)
    more = f"\n\n……还有{rest}处" if rest else ""
    sides = ([_numbered(nth, lines) for nth, lines in enumerate(side, 1)]
             for side in zip(*map(_sides, shown), strict=True))  # fmt: skip
    before, after = ("\n\n".join(side) + more for side in sides)
    return before, after


def _sides(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return change.before or ("（没有）",), change.after or ("（删去）",)


def _numbered(number: int, lines: Collection[str]) -> str:
    return f"〔{number}〕" + "\n".join(lines)
