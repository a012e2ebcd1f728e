"""Numbers of the bank that stand as figures in the text, tied to it: one step, everywhere at once.

A figure becomes a link only where the link says the very same characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import prose
from model.entry.apply import Assignment
from model.entry.exchanges import PlacedExchange, assignments
from model.parse.numbers import facet_of, period_before
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.report import Report
from model.report.tree import items_of
from model.report.uses import text_at
from model.wording.finding.dates import find_periods
from model.wording.finding.mentions import Mention, find_mentions
from model.wording.finding.names import Lexicon
from model.wording.links import masked


class Tie(NamedTuple):
    """A figure in the raw text of a place, and the link that says the same."""

    place: str
    start: int
    end: int
    before: str
    link: str


def ties(project: Project, report: Report) -> tuple[Tie, ...]:
    """Every figure of the report's items that can be tied to a value of the project's bank."""
    reader = ProjectReader(project)
    named = {one.name: one for one in project.indicators}
    lexicon = Lexicon({name: name for name in named})
    return tuple(
        tie
        for item in items_of(report)
        if item.text
        for tie in _of_text(f"{item.id}.text", item.text, reader, named, lexicon)
    )


def tie_at(project: Project, place: str, start: int) -> Tie | None:
    """The link for the figure at `start` of the raw text of a place; None where there is none."""
    reader = ProjectReader(project)
    named = {one.name: one for one in project.indicators}
    lexicon = Lexicon({name: name for name in named})
    found = _of_text(place, text_at(project, place) or "", reader, named, lexicon)
    return next((tie for tie in found if tie.start <= start < tie.end), None)


def _of_text(
    place: str, text: str, reader: ProjectReader, named: dict[str, Indicator], lexicon: Lexicon
) -> Iterator[Tie]:
    covered = masked(text)
    for mention in find_mentions(covered, lexicon, year=reader.project.period.year):
        if not mention.known or mention.figure.blank:
            continue
        indicator = named[mention.indicator]
        facet = facet_of(mention, indicator)
        if facet is None:
            continue
        period = period_before(
            covered, mention.figure.start, find_periods(covered), reader.project.period
        )
        of_period = "" if period == reader.project.period else f"@{period}"
        target = f"{{@{indicator.id}{of_period}.{facet.value}"
        for start, end, link in _candidates(mention, target):
            before = text[start:end]
            if _says(link, reader) == before:
                yield Tie(place, start, end, before, link)
                break


def _candidates(mention: Mention, target: str) -> Iterator[tuple[int, int, str]]:
    """The widest first: with direction word and unit, then the number with its unit, then alone."""
    figure = mention.figure
    behind = figure.end + len(figure.unit)
    if figure.direction is not None and figure.direction.start < figure.start:
        yield figure.direction.start, behind, target + "}"
        return
    yield figure.start, behind, target + "}"
    if figure.direction is None:
        yield figure.start, figure.end, target + "|n}"


def _says(link: str, reader: ProjectReader) -> str:
    return "".join(span.text for span in prose(link, None, reader))


def tied(project: Project, chosen: Iterable[Tie]) -> list[Assignment]:
    """What to set so that the chosen figures are links."""
    return assignments(
        project, (PlacedExchange(tie.place, tie.start, tie.end, tie.link) for tie in chosen)
    )
