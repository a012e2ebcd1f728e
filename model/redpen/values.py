"""Which number of the project a changed number of the text is, proven by saying it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from model.compose.compose import Composer
from model.document import Paragraph, Span, Table
from model.entry.apply import Assignment, set_values
from model.errors import XugaoError
from model.redpen.stretch import Piece
from model.report.project import Project
from model.report.report import Report
from model.values.facet import Facet
from model.values.rank import RankOf
from model.values.state import State

_OWN = ("organization.",)
"""What is said of the place itself is never changed by a change to one text."""


Body = Sequence[Paragraph | Table]


class Fit(NamedTuple):
    """What to type for a number; `is_alone`: nothing else that the text says follows it."""

    typed: str
    is_alone: bool


class Values:
    """Tries what a changed number would make of the text, with what was composed kept."""

    def __init__(self, project: Project, report: Report, today: date) -> None:
        self._project = project
        self._report = report
        self._today = today
        self._composer = Composer()
        self._body = self._composer.compose(project, report).body
        self._mentions: Counter[str] | None = None

    def fit(self, piece: Piece, said: str) -> Fit | None:
        """Return what to type at the place of a piece so that the piece says a text; None where
        nothing does."""
        place = piece.run.place
        if place is None or piece.run.is_marker or piece.is_literal or place == piece.attribute:
            return None
        if place.startswith(_OWN):
            return None
        before = _spans(self._body, piece.segment)
        for typed in _candidates(before, piece, said):
            body = self._said_after(place, typed)
            after = _spans(body, piece.segment)
            if len(after) != len(before):
                continue
            changed = [
                (old, new)
                for old, new in zip(before, after, strict=True)
                if old.text != new.text or old.place != new.place
            ]
            if any(old.text == piece.run.text and new.text == said for old, new in changed):
                others = [one for one, _ in changed if one.place != place]
                if all(one.state is State.COMPUTED for one in others):
                    is_alone = not others and self._is_only_said(place, body)
                    return Fit(typed, is_alone)
        return None

    def _is_only_said(self, place: str, body: Body) -> bool:
        """Whether nothing else of the text follows a value: no word that tells how all went, no
        number computed of it elsewhere."""
        if len(body) != len(self._body):
            return False
        pairs = (pair for pair in zip(self._body, body, strict=True) if pair[0] is not pair[1])
        for before, after in pairs:
            if isinstance(before, Paragraph) and isinstance(after, Paragraph):
                told = [
                    [(span.text, span.place) for span in one.spans if span.place != place]
                    for one in (before, after)
                ]
                if told[0] != told[1]:
                    return False
        return True

    def _said_after(self, place: str, typed: str) -> Body:
        """The text once something was typed at a place; nothing where that is refused."""
        try:
            changed = set_values(self._project, [Assignment(place, typed)], self._today)
        except XugaoError:
            return ()
        report = changed.report(self._report.id)
        return self._composer.compose(changed, report).body if report else ()

    def mentions(self, place: str) -> int:
        """How often a value is said, in all texts of the project."""
        if self._mentions is None:
            bodies = [Composer().compose(self._project, one).body for one in self._others()]
            self._mentions = Counter(
                span.place
                for body in (self._body, *bodies)
                for block in body
                if isinstance(block, Paragraph)
                for span in block.spans
                if span.place is not None
            )
        return self._mentions[place]

    def _others(self) -> list[Report]:
        return [one for one in self._project.reports if one.id != self._report.id]


def _candidates(before: Sequence[Span], piece: Piece, said: str) -> list[str]:
    """What may have to be typed: the text itself; of a rank also what is ranked, which the text
    around may have told, and the other ranks that stand at its place."""
    place = piece.run.place or ""
    found = [said]
    if place.endswith(f".{Facet.RANK.value}"):
        found += [f"{of.label}{said}" for of in RankOf]
    at_place = [span.text for span in before if span.place == place]
    if len(at_place) > 1 and piece.run.text in at_place:
        at = at_place.index(piece.run.text)
        found.append("、".join((*at_place[:at], said, *at_place[at + 1 :])))
    return found


def _spans(body: Sequence[Paragraph | Table], id_: str) -> list[Span]:
    """What a record says in its paragraph, run by run."""
    for block in body:
        if isinstance(block, Paragraph) and id_ in block.ids:
            for other, first, after in block.reach():
                if other == id_:
                    return [*block.spans[first:after]]
    return []
