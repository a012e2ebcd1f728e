"""Which indicators a text uses, in blocks and in links, and where each of its texts stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.schema import texts
from model.report.section import IndicatorsBlock, IndicatorUse, OutlookGroup, TableBlock
from model.report.tree import children, find, walk
from model.wording.links import IndicatorLink, links


class PlacedText(NamedTuple):
    """A text that may hold links, the place it is edited at, and the record it belongs to."""

    place: str
    record: Record
    text: str


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every text of a record that may hold links, with its attribute's name in a place."""
    for attribute in texts(type(record)):
        text = attribute.text(record)
        if text:
            yield attribute.path, text


def shown_texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the texts of a record that a report shows, with their attributes' names.

    What is 本期不写 shows nothing, nor does the frame of a text that is no official document,
    an outlook or a paragraph none of whose indicators is said, the caption of a table without rows
    or columns, or what closes a paragraph that states nothing.
    """
    if getattr(record, "dropped", False):
        return
    match record:
        case TableBlock(rows=()) | TableBlock(columns=()):
            return
        case IndicatorsBlock(use=(_, *_)) if not said_uses(record.use):
            return
        case OutlookGroup() if not said_uses(record.use):
            return
        case Report() if not record.frame.official:
            framed = {one.path for one in texts(Report) if one.steps[0] == "frame"}
            yield from ((path, text) for path, text in texts_of(record) if path not in framed)
        case IndicatorsBlock(use=()):
            yield from ((path, text) for path, text in texts_of(record) if path != "closing")
        case _:
            yield from texts_of(record)


def placed_texts(record: Record) -> Iterator[PlacedText]:
    """Yield all texts of a record and below it with their places, in reading order."""
    for below in walk(record):
        for path, text in texts_of(below):
            yield PlacedText(f"{getattr(below, 'id', '')}.{path}", below, text)


def placed_shown_texts(record: Record) -> Iterator[PlacedText]:
    """Yield the texts of a record and below it that a report shows, with their places."""
    for path, text in shown_texts(record):
        yield PlacedText(f"{getattr(record, 'id', '')}.{path}", record, text)
    for child in said_children(record):
        yield from placed_shown_texts(child)


def text_at(project: Project, place: str) -> str | None:
    """Return the raw text of a place such as `i7k2.text`; None where no text can stand."""
    id_, _, path = place.partition(".")
    record = find(project, id_)
    if record is None:
        return None
    return next((one.text(record) for one in texts(type(record)) if one.path == path), None)


def said_uses(uses: Iterable[IndicatorUse]) -> tuple[IndicatorUse, ...]:
    """Return the uses that are said this period."""
    return tuple(use for use in uses if not use.dropped)


def said_children(record: Record) -> Iterator[Record]:
    """Yield the records directly below that a text may show: none below a use that is not said."""
    if isinstance(record, IndicatorUse) and record.dropped:
        return iter(())
    return children(record)


def uses_of(record: Record) -> tuple[IndicatorUse, ...]:
    """Return the uses of a block or group in reading order, those of parts included."""
    uses: tuple[IndicatorUse, ...] = getattr(record, "use", ())
    return tuple(below for use in uses for below in walk(use) if isinstance(below, IndicatorUse))


def stated_indicators(report: Report) -> tuple[str, ...]:
    """Return the ids of the indicators that blocks of a report state, each once."""
    return _once(id_ for record in _said_below(report) for id_ in _stated(record))


def used_indicators(text: Record) -> tuple[str, ...]:
    """Return the ids of all indicators a report, or a part of one, states or links to in its prose,
    each once."""
    below = _said_below(text)
    return _once(id_ for record in below for id_ in (*_stated(record), *_linked(record)))


def _said_below(record: Record) -> Iterator[Record]:
    """The record and all below it but uses that are not said, in reading order."""
    if isinstance(record, IndicatorUse) and record.dropped:
        return
    yield record
    for child in children(record):
        yield from _said_below(child)


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
