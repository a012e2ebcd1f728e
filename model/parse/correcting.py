"""Proposed corrections of a project's text, each with its place: applied in one step on request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.compose.compose import compose
from model.document import Paragraph, Part
from model.entry.apply import Assignment
from model.entry.exchanges import PlacedExchange, assignments
from model.parse.corrections import Correction, find_corrections
from model.parse.structure import structure
from model.reading.source import Line
from model.report.project import Project
from model.report.report import Report
from model.report.uses import text_at
from model.wording.numbering import recognize


class Proposed(NamedTuple):
    """A correction inside the raw text of a place; a sign is corrected as a whole."""

    place: str
    start: int
    end: int
    before: str
    after: str
    reason: str


def proposed(project: Project, report: Report) -> tuple[Proposed, ...]:
    """All corrections that can be made in the texts of a report, in reading order."""
    document = compose(project, report)
    lines = [block for block in document.body if isinstance(block, Paragraph)]
    shown = [line for line in lines if line.text.strip()]
    shapes = structure(Line(line.text) for line in shown)
    return tuple(
        found
        for correction in find_corrections(shapes)
        if (found := _placed(project, shown[correction.paragraph], correction)) is not None
    )


def _placed(project: Project, line: Paragraph, correction: Correction) -> Proposed | None:
    """The correction at its place; None where it reaches over what the program itself says."""
    at = 0
    for span in line.spans:
        begins, at = at, at + len(span.text)
        if not begins <= correction.start < at or span.place is None:
            continue
        if span.part is Part.MARKER:
            return _of_sign(span.text, span.place, correction, begins)
        name = _text_place(span.place)
        raw = text_at(project, name)
        start = correction.start - _begin(line, name)
        end = start + correction.end - correction.start
        if raw is None or raw[start:end] != correction.before:
            return None
        return Proposed(name, start, end, correction.before, correction.after, correction.reason)
    return None


def _of_sign(sign: str, place: str, correction: Correction, begins: int) -> Proposed | None:
    """A sign corrected to another is numbered by its style from now on; '' takes it away."""
    start, end = correction.start - begins, correction.end - begins
    renewed = (sign[:start] + correction.after + sign[end:]).strip()
    if renewed and recognize(renewed) is None:
        return None
    return Proposed(place, 0, len(sign), sign, renewed, correction.reason)


def _text_place(place: str) -> str:
    """The text that a figure or blank stands in: `i7k2.figures.2` → `i7k2.text`."""
    id_, _, path = place.partition(".")
    names = path.split(".")
    if names[-2:-1] in (["figures"], ["blanks"]):
        names = names[:-2] or ["text"]
    return f"{id_}.{'.'.join(names)}"


def _begin(line: Paragraph, name: str) -> int:
    """Where the text of a place begins in its paragraph."""
    at = 0
    for span in line.spans:
        is_sign = span.part is Part.MARKER
        if span.place is not None and not is_sign and _text_place(span.place) == name:
            return at
        at += len(span.text)
    return at


def corrected(project: Project, chosen: Iterable[Proposed]) -> list[Assignment]:
    """What to set so that the chosen corrections stand in their texts."""
    signs: dict[str, Assignment] = {}
    texts: list[PlacedExchange] = []
    for one in chosen:
        if one.place.endswith(".marker"):
            signs.setdefault(one.place, Assignment(one.place, one.after))
        else:
            texts.append(PlacedExchange(one.place, one.start, one.end, one.after))
    return [*signs.values(), *assignments(project, texts)]
