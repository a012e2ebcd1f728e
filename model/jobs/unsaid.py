"""上期说到、本期还没说的: what last period's text of a part named and the present one does not.

Indicators with what was told of them, and points that wait for their text. Read from last period's
words beside the points, so that nothing is kept for it. Where the text came along whole, all of it
is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from model.arrange.indicators import with_definition
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.errors import PlaceError
from model.library import shipped
from model.places.wording_changes import sentences
from model.renewal.as_it_was import as_it_was
from model.report.former import Former
from model.report.indicator import Indicator
from model.report.item import Item
from model.report.memory import remembered_last
from model.report.project import Project
from model.report.record import Record
from model.report.tree import exchange, find, walk
from model.report.uses import used_indicators
from model.wording.finding.figures import Figure
from model.wording.finding.mentions import find_mentions
from model.wording.finding.names import Lexicon
from model.wording.fold import fold
from model.wording.links import IndicatorLink, links

_PATHS = ("lead", "text")
_STOPS = re.compile(r"[，。；：！？、\s]")
_CAN_FOLLOW = ("。", "；", "！", "？", "，", "、", "：", "（", "\n")
_LEAST_NAME = 3
_ALIKE = 0.6
"""So many pairs of signs of a point's name in the present text tell that it speaks of it."""


class Kind(StrEnum):
    """What was said: an indicator, or a point."""

    INDICATOR = "indicator"
    POINT = "point"

    @property
    def label(self) -> str:
        return {"indicator": "指标", "point": "要点"}[self.value]


class Unsaid(NamedTuple):
    """What is not said yet: its name, what was told of it, and the point that told it. `id` is
    that of the indicator, or of the point."""

    kind: Kind
    id: str
    name: str
    last: str
    item: str


class _Names(NamedTuple):
    """The indicators by all their names, and their standard names by their ids."""

    lexicon: Lexicon
    ids: Mapping[str, str]
    standard: Mapping[str, str]


def unsaid(project: Project, part: Record) -> tuple[Unsaid, ...]:
    """What last period's points of a part told and nothing in the part says now."""
    points = [item for item in _said_points(part) if not item.former.keys().isdisjoint(_PATHS)]
    if all(item.text == former.compared for item in points for former in _formers(item, "text")):
        return ()
    reader, last = ProjectReader(project), ProjectReader(as_it_was(project))
    now = "\n".join(plain(f"{item.lead or ''}{item.text}", reader) for item in _said_points(part))
    return (
        *_indicators(_names_known(project.indicators), part, points, now, last),
        *_points(points, part, reader, last),
    )


def with_said(project: Project, found: Unsaid) -> Project:
    """The project with what was not said put in at the end of the point that told it.

    An indicator comes as this period's statement, a point with last period's words, to be looked
    at. Raises `PlaceError` where the point is gone.
    """
    item = find(project, found.item)
    if not isinstance(item, Item):
        raise PlaceError(f"上期写“{found.name}”的要点已经不在了，请写在别处。")
    if found.kind is Kind.POINT:
        text = item.text or "".join(former.compared for former in _formers(item, "text"))
    else:
        definition = next((one for one in project.indicators if one.id == found.id), None)
        if definition is None:
            project, _ = with_definition(project, shipped.bank().by_id[found.id])
        ended = not item.text or item.text.endswith(_CAN_FOLLOW)
        text = f"{item.text}{'' if ended else '。'}{{@{found.id}}}。"
    return exchange(project, item.id, lambda old: (old.changed(text=text),))


def _said_points(part: Record) -> Iterator[Item]:
    return (item for item in walk(part) if isinstance(item, Item) and not item.dropped)


def _formers(item: Item, *paths: str) -> list[Former]:
    return [item.former[path] for path in paths if path in item.former]


def _last_text(item: Item, *paths: str) -> str:
    return "".join(former.text for former in _formers(item, *paths))


def _indicators(
    names: _Names, part: Record, points: Iterable[Item], now: str, last: ProjectReader
) -> Iterator[Unsaid]:
    said = set(used_indicators(part)) | _named(fold(now), names.ids)
    for item in points:
        raw = _last_text(item, *_PATHS)
        told = dict(_told_in(plain(raw, last), names.lexicon))
        for link in links(raw):
            if isinstance(link, IndicatorLink):
                told.setdefault(link.indicator, plain(raw[link.start : link.end], last))
        for id_, words in told.items():
            if id_ in names.standard and id_ not in said:
                said.add(id_)
                yield Unsaid(Kind.INDICATOR, id_, names.standard[id_], words, item.id)


@lru_cache(maxsize=256)
def _told_in(text: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The ids of the indicators that a text tells, each with its figures."""
    found: dict[str, list[str]] = {}
    for mention in find_mentions(text, lexicon):
        if mention.known and not mention.figure.blank:
            found.setdefault(mention.indicator, []).append(_shown(text, mention.figure))
    return tuple((id_, "、".join(dict.fromkeys(figures))) for id_, figures in found.items())


def _shown(text: str, figure: Figure) -> str:
    """A figure with its unit, and with the direction word before it."""
    word = figure.direction
    start = figure.start if word is None else min(word.start, figure.start)
    shared = not text.startswith(figure.unit, figure.end)
    return text[start : figure.end] + ("" if shared and start < figure.start else figure.unit)


def _points(
    points: Iterable[Item], part: Record, reader: ProjectReader, last: ProjectReader
) -> Iterator[Unsaid]:
    """Points that wait for their text, where no other point speaks of the same."""
    for item in points:
        text = plain(_last_text(item, "text"), last).strip()
        if item.text or not text:
            continue
        lead = plain(_last_text(item, "lead") or item.lead or "", last).strip()
        name = _STOPS.split(lead or text)[0]
        others = (one for one in _said_points(part) if one.id != item.id)
        said = "\n".join(plain(f"{one.lead or ''}{one.text}", reader) for one in others if one.text)
        if len(name) >= _LEAST_NAME and not _speaks_of(fold(said), fold(name)):
            yield Unsaid(Kind.POINT, item.id, name, sentences(text)[0].strip(), item.id)


def _speaks_of(text: str, name: str) -> bool:
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return sum(pair in text for pair in pairs) >= _ALIKE * len(pairs)


@remembered_last
def _names_known(definitions: tuple[Indicator, ...]) -> _Names:
    """All names of the program's indicators and of the project's own, which come first."""
    bank = shipped.bank()
    ids = {name: one.id for name, one in bank.by_name.items()}
    own = {one.name: one.id for one in definitions}
    known = {one.id: one.name for one in (*bank, *definitions) if not one.attribute}
    ids |= own
    return _Names(Lexicon(ids), {fold(name): id_ for name, id_ in ids.items()}, known)


def _named(text: str, ids: Mapping[str, str]) -> set[str]:
    """The indicators that a text names: the longest name at each place, for 规模以上工业增加值
    does not name 工业增加值."""
    longest, found, at = max(map(len, ids), default=0), set[str](), 0
    while at < len(text):
        sizes = range(min(longest, len(text) - at), 1, -1)
        size = next((size for size in sizes if text[at : at + size] in ids), 0)
        if size:
            found.add(ids[text[at : at + size]])
        at += size or 1
    return found
