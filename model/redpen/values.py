"""Which number of the project a changed number of the text is, proven by saying it again."""

from __future__ import annotations

from collections import Counter
from datetime import date

from model.compose.compose import Composer
from model.document import Paragraph
from model.entry.apply import Assignment, set_values
from model.errors import XugaoError
from model.redpen.stretch import Piece
from model.report.project import Project
from model.report.report import Report

_OWN = ("organization.",)
"""What is said of the place itself is never changed by a change to one text."""


class Values:
    """Tries what a changed number would make of the text, with what was composed kept."""

    def __init__(self, project: Project, report: Report, today: date) -> None:
        self._project = project
        self._report = report
        self._today = today
        self._composer = Composer()
        self._body = self._composer.compose(project, report).body
        self._mentions: Counter[str] | None = None

    def takes(self, piece: Piece, typed: str) -> bool:
        """Whether typing a text at the place of a piece makes the piece say exactly that, and
        nothing else of its record another thing."""
        place = piece.run.place
        if place is None or piece.run.is_marker or piece.is_literal or place == piece.attribute:
            return False
        if place.startswith(_OWN):
            return False
        try:
            changed = set_values(self._project, [Assignment(place, typed)], self._today)
        except XugaoError:
            return False
        report = changed.report(self._report.id)
        if report is None:
            return False
        body = self._composer.compose(changed, report).body
        before, after = (_spans(one, piece.segment) for one in (self._body, body))
        return len(before) == len(after) and all(
            new == (typed if (old, at) == (piece.run.text, place) else old)
            for (old, at), (new, _) in zip(before, after, strict=True)
        )

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


def _spans(body: tuple[object, ...], id_: str) -> list[tuple[str, str | None]]:
    """What a record says in its paragraph, run by run."""
    for block in body:
        if isinstance(block, Paragraph) and id_ in block.ids:
            for other, first, after in block.reach():
                if other == id_:
                    return [(span.text, span.place) for span in block.spans[first:after]]
    return []
