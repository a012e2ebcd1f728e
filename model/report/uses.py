"""Which indicators a text uses, in blocks and in links, and where each of its texts stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.report.record import Record
from model.report.report import Front, Report
from model.report.section import IndicatorUse
from model.report.tree import children, walk
from model.wording.links import IndicatorLink, links

_NAMES = ("lead", "text", "opening", "caption")


class PlacedText(NamedTuple):
    """A text that may hold links, the place it is edited at, and the record it belongs to."""

    place: str
    record: Record
    text: str


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Every text of a record that may hold links, with the name of its attribute."""
    for name in _NAMES:
        value = getattr(record, name, None)
        if isinstance(value, str) and value:
            yield name, value
    heading = getattr(record, "heading", None)
    if heading is not None and heading.text:
        yield "heading", heading.text
    if isinstance(record, Report):
        fronts = ((name, getattr(record.front, name)) for name in Front.model_fields)
        yield from ((name, text) for name, text in fronts if text)


def placed_texts(report: Report) -> Iterator[PlacedText]:
    """All texts of a report with their places: front matter first, then the content."""
    return _placed(report, report.id)


def _placed(record: Record, owner: str) -> Iterator[PlacedText]:
    """`owner` is the id that the record's places begin with; a use stands under its block's."""
    base = f"{owner}.{record.indicator}" if isinstance(record, IndicatorUse) else owner
    for name, text in texts_of(record):
        yield PlacedText(f"{base}.{name}", record, text)
    for below in children(record):
        yield from _placed(below, getattr(below, "id", owner))


def uses_of(record: Record) -> tuple[IndicatorUse, ...]:
    """The uses of a block or group in reading order, those of parts included."""
    uses: tuple[IndicatorUse, ...] = getattr(record, "use", ())
    return tuple(below for use in uses for below in walk(use) if isinstance(below, IndicatorUse))


def stated_indicators(report: Report) -> tuple[str, ...]:
    """The ids of the indicators that blocks of a report state, each once."""
    return _once(id_ for record in walk(report) for id_ in _stated(record))


def used_indicators(report: Report) -> tuple[str, ...]:
    """The ids of all indicators a report states or links to in its prose, each once."""
    return _once(id_ for record in walk(report) for id_ in (*_stated(record), *_linked(record)))


def _stated(record: Record) -> Iterator[str]:
    if isinstance(record, IndicatorUse):
        yield record.indicator
        if record.paired_with:
            yield record.paired_with


def _linked(record: Record) -> Iterator[str]:
    for _, text in texts_of(record):
        for link in links(text):
            if isinstance(link, IndicatorLink):
                yield link.indicator


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
