"""Which indicators a text uses, in blocks and in links, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse
from model.report.tree import walk
from model.wording.links import IndicatorLink, Link, links


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Every text of a record that may hold links, with the name of its attribute."""
    for name in ("lead", "text", "opening", "closing", "caption"):
        value = getattr(record, name, None)
        if isinstance(value, str) and value:
            yield name, value
    heading = getattr(record, "heading", None)
    if heading is not None and heading.text:
        yield "heading", heading.text


def links_of(report: Report) -> Iterator[Link]:
    """All links of a report: front matter first, then the content."""
    for name in type(report.front).model_fields:
        yield from links(getattr(report.front, name) or "")
    for record in walk(report):
        for _, text in texts_of(record):
            yield from links(text)


def used_indicators(report: Report) -> tuple[str, ...]:
    """The ids of all indicators a report states, each once."""
    used: dict[str, None] = {}
    for record in walk(report):
        if isinstance(record, IndicatorUse):
            used[record.indicator] = None
            if record.paired_with:
                used[record.paired_with] = None
        for _, text in texts_of(record):
            for link in links(text):
                if isinstance(link, IndicatorLink):
                    used[link.indicator] = None
    return tuple(used)
