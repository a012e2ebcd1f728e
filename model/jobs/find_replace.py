"""FIND AND REPLACE over all fields, values and texts of a project.

Half and full width are found alike. What is replaced goes through the same entry functions as
what is typed: a value stays a value, and what does not fit is refused and told, not forced.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from model.entry.apply import Assignment, set_values
from model.entry.attributes import set_attribute, settable
from model.errors import UsageError, XugaoError
from model.places.searched import Searched, searched
from model.report.address import RecordPlace, parse_place
from model.report.carried import rebased
from model.report.project import Project
from model.report.record import Record
from model.report.tree import Change, exchange_all, walk
from model.wording.fold import fold
from model.wording.links import escaped, masked
from model.wording.spans import exchanged

_AROUND = 12
_COVERED = re.compile("\ufffc+")
_ALONE = re.compile(r"[0-9A-Za-z.]")


class Hit(NamedTuple):
    """Where something was found: offsets count the text of the place as it is kept (with its
    links in braces); `around` shows it in 【】 with a few words beside.
    """

    place: str
    start: int
    end: int
    around: str


class Refusal(NamedTuple):
    """A place where nothing was replaced, and why."""

    place: str
    message: str


class Replaced(NamedTuple):
    """The new root, how many hits were replaced, and what was refused."""

    project: Project
    hits: int
    refused: tuple[Refusal, ...]


def find_all(project: Project, query: str, *, whole: bool = False) -> tuple[Hit, ...]:
    """Every place that holds `query`, in the order a clerk meets them; none for ''.

    `whole`: digits or letters beside it make it another number or word (5.1 is not in 15.1).
    """
    return tuple(
        Hit(one.place, start, end, _around(one, start, end))
        for one in searched(project)
        for start, end in _spans(one, query, whole)
    )


def replace_all(
    project: Project,
    query: str,
    by: str,
    today: date,
    *,
    whole: bool = False,
    places: Collection[str] | None = None,
) -> Replaced:
    """Every hit replaced, or those at some places; links are never broken. Refusals are told
    and leave their place as it was.
    """
    wanted: dict[str, str] = {}
    counts: dict[str, int] = {}
    for one in searched(project):
        spans = _spans(one, query, whole) if places is None or one.place in places else []
        text = _replaced(one, spans, by)
        if text != one.text:
            wanted[one.place], counts[one.place] = text, len(spans)
    renewed, refused = _written(project, wanted, today)
    failed = {one.place for one in refused}
    hits = sum(number for place, number in counts.items() if place not in failed)
    return Replaced(renewed, hits, tuple(refused))


def replace(project: Project, hit: Hit, by: str, today: date) -> Project:
    """One hit replaced. Raises `UsageError` where the text is another by now, `ValueRefused`."""
    found = next((one for one in searched(project) if one.place == hit.place), None)
    if found is None or _around(found, hit.start, hit.end) != hit.around:
        raise UsageError("这里的文字已经变了，请重新查找。")
    text = _replaced(found, [(hit.start, hit.end)], by)
    return set_values(project, [Assignment(hit.place, text)], today)


def _spans(one: Searched, query: str, whole: bool) -> list[tuple[int, int]]:
    """Where a text holds the query, outside its links, not overlapping."""
    if not query:
        return []
    text = fold(masked(one.text) if one.has_links else one.text)
    wanted = fold(escaped(query) if one.has_links else query)
    found = ((start, start + len(wanted)) for start in _starts(text, wanted))
    return [span for span in found if not whole or _stands_alone(text, *span)]


def _starts(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no digit or letter goes on at either end."""
    before = start > 0 and _ALONE.match(text[start]) and _ALONE.match(text[start - 1])
    after = end < len(text) and _ALONE.match(text[end - 1]) and _ALONE.match(text[end])
    return not before and not after


def _around(one: Searched, start: int, end: int) -> str:
    text = masked(one.text) if one.has_links else one.text
    before, hit, after = (
        _readable(piece, one.has_links) for piece in (text[:start], text[start:end], text[end:])
    )
    more = ("…" if len(before) > _AROUND else "", "…" if len(after) > _AROUND else "")
    called = f"{one.called}：" if one.called else ""
    return f"{called}{more[0]}{before[-_AROUND:]}【{hit}】{after[:_AROUND]}{more[1]}"


def _readable(piece: str, has_links: bool) -> str:
    """Links as …, doubled braces as one."""
    plain = piece.replace("{{", "{").replace("}}", "}") if has_links else piece
    return _COVERED.sub("…", plain)


def _replaced(one: Searched, spans: list[tuple[int, int]], by: str) -> str:
    written = escaped(by) if one.has_links else by
    return exchanged(one.text, ((start, end, written) for start, end in spans))


def _written(
    project: Project, wanted: Mapping[str, str], today: date
) -> tuple[Project, list[Refusal]]:
    """Texts of records at one walk, however many; everything else place by place."""
    records = {getattr(one, "id", ""): one for report in project.reports for one in walk(report)}
    changes: dict[str, dict[str, str]] = defaultdict(dict)
    refused: list[Refusal] = []
    for place, text in wanted.items():
        try:
            path = _attribute(records, place, text)
            if path is None:
                project = set_values(project, [Assignment(place, text, in_bulk=True)], today)
            else:
                changes[path.id][path.path] = text
        except XugaoError as error:
            refused.append(Refusal(place, str(error).removeprefix(f"{place}：")))
    by_id: dict[str, Change] = {id_: _setting(texts) for id_, texts in changes.items()}
    return exchange_all(project, by_id) if by_id else project, refused


def _attribute(records: Mapping[str, Record], place: str, text: str) -> RecordPlace | None:
    """The place, where it is an attribute of a record that takes this text; None for others.
    Raises `ValueRefused` where it does not take it.
    """
    parsed = parse_place(place)
    if not isinstance(parsed, RecordPlace) or parsed.id not in records:
        return None
    record = records[parsed.id]
    if parsed.path not in settable(record):
        return None
    set_attribute(record, parsed.path, text)
    return parsed


def _setting(texts: Mapping[str, str]) -> Change:
    def renewed(record: Record) -> tuple[Record, ...]:
        for path, text in texts.items():
            record = rebased(record, set_attribute(record, path, text), path)
        return (record,)

    return renewed
