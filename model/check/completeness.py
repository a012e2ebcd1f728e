"""Is everything filled in: blanks, and last period's words nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.compose.compose import compose
from model.document import Document, Paragraph, Span, Table
from model.report.project import Project
from model.report.report import Report
from model.values.state import State

_AROUND = 12
_OPEN = (State.EMPTY, State.CARRIED)


def check(project: Project, report: Report) -> Iterator[Problem]:
    """A problem for every place that shows a blank or last period's words, told once."""
    if not report.front.title.strip():
        yield Problem(
            "title", Severity.ERROR, f"{report.id}.title", "还没有写题目", "在“基本情况”里写上题目"
        )
    seen: set[tuple[str, State]] = set()
    for spans in _rows(compose(project, report)):
        for index, span in enumerate(spans):
            key = (span.place or report.id, span.state)
            if span.state in _OPEN and key not in seen:
                seen.add(key)
                yield _problem(span, key[0], _context(spans, index))


def _rows(document: Document) -> Iterator[tuple[Span, ...]]:
    for block in document.body:
        if isinstance(block, Paragraph):
            yield block.spans
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (cell.spans for cell in row)


def _problem(span: Span, place: str, context: str) -> Problem:
    if span.state is State.CARRIED:
        return Problem(
            "carried", Severity.ERROR, place, f"上期内容还没有核过：{context}", "改写或确认这段内容"
        )
    return Problem("blank", Severity.ERROR, place, f"还没有填：{context}", "填上数或文字")


def _context(spans: tuple[Span, ...], index: int) -> str:
    """The words around, so that the clerk knows which blank is meant."""
    before = "".join(span.text for span in spans[:index])[-_AROUND:]
    after = "".join(span.text for span in spans[index + 1 :])[:_AROUND]
    return f"…{before}【{spans[index].text[: 2 * _AROUND]}】{after}…"
