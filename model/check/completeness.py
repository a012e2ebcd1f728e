"""Is everything filled in: blanks, and last period's words nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.compose.compose import compose
from model.document import Document, Paragraph, Span, Table
from model.places.inventory import is_left, places_of
from model.places.place import Place
from model.report.project import Project
from model.report.report import Report
from model.values.state import State

_AROUND = 12
_OPEN = (State.EMPTY, State.CARRIED)


def check(project: Project, report: Report) -> Iterator[Problem]:
    """Yield a problem for every place of the inventory that is blank or still last period's."""
    around = _words_around(compose(project, report))
    order = {place: number for number, place in enumerate(around)}
    left = [place for place in places_of(project, report) if is_left(place)]
    for place in sorted(left, key=lambda one: order.get(one.place, len(order))):
        yield _problem(report, place, around.get(place.place, f"…【{place.label}】…"))


def _words_around(document: Document) -> dict[str, str]:
    """The composed words around every place that the text shows, so that each can be told."""
    found: dict[str, str] = {}
    for spans in _rows(document):
        for index, span in enumerate(spans):
            if span.place is not None and span.state in _OPEN:
                found.setdefault(span.place, _context(spans, index))
    return found


def _rows(document: Document) -> Iterator[tuple[Span, ...]]:
    for block in document.body:
        if isinstance(block, Paragraph):
            yield block.spans
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (cell.spans for cell in row)


def _problem(report: Report, place: Place, context: str) -> Problem:
    if place.place == f"{report.id}.title" and place.state is State.EMPTY:
        return Problem(
            "title", Severity.ERROR, place.place, "还没有写题目", "在“基本情况”里写上题目"
        )
    if place.state is State.CARRIED:
        return Problem(
            "carried", Severity.ERROR, place.place,
            f"上期内容还没有核过：{context}", "改写或确认这段内容",
        )  # fmt: skip
    return Problem("blank", Severity.ERROR, place.place, f"还没有填：{context}", "填上数或文字")


def _context(spans: tuple[Span, ...], index: int) -> str:
    """The words around, so that the clerk knows which blank is meant."""
    before = "".join(span.text for span in spans[:index])[-_AROUND:]
    after = "".join(span.text for span in spans[index + 1 :])[:_AROUND]
    return f"…{before}【{spans[index].text[: 2 * _AROUND]}】{after}…"
