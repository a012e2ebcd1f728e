"""What stands before and after the content: title, salutation, signature, date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.document import Paragraph, Role, Span, line_id
from model.report.report import Report

_BEFORE = (
    ("title", Role.TITLE),
    ("subtitle", Role.SUBTITLE),
    ("date_line", Role.DATE_LINE),
    ("recipients", Role.RECIPIENTS),
    ("salutation", Role.SALUTATION),
)
_AFTER = (
    ("closing", Role.CLOSING),
    ("signature", Role.SIGNATURE),
    ("issued", Role.ISSUED),
)


def before(report: Report, reader: ProjectReader) -> Iterator[Paragraph]:
    """Title to salutation, in the customary order; what is None or empty is left out."""
    return _lines(report, _BEFORE, reader)


def after(report: Report, reader: ProjectReader) -> Iterator[Paragraph]:
    """Closing, signature and date of issue."""
    return _lines(report, _AFTER, reader)


def _lines(
    report: Report, names: tuple[tuple[str, Role], ...], reader: ProjectReader
) -> Iterator[Paragraph]:
    for name, role in names:
        spans = said(report, name, reader)
        for number, line in enumerate(_split(spans) if spans else (), 1):
            yield Paragraph(role, line, 0, (line_id(report.id, role, number),))


def _split(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The spans of each line of a text."""
    line: list[Span] = []
    for span in spans:
        begins = 0
        for number, text in enumerate(span.text.split("\n")):
            if number:
                yield tuple(line)
                line = []
            if text:
                line.append(replace(span, text=text, at=_moved(span.at, begins)))
            begins += len(text) + 1
    yield tuple(line)


def _moved(at: int | None, by: int) -> int | None:
    return None if at is None else at + by
