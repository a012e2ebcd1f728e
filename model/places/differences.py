"""What two states of one project say differently: for recovery, conflicts and backups."""

from __future__ import annotations

from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.entry.ledger import LABELS, said_of
from model.places.inventory import places_of
from model.places.searched import searched
from model.report.project import Project

_LABEL = 16
_AROUND = 8
_LONG = 40
_INSIDE = (".figures.", ".blanks.")
"""Places inside a text: the text as a whole is compared."""


class Difference(NamedTuple):
    """A place and what stands there, cut to where it differs; '' is blank or not there."""

    place: str
    label: str
    before: str
    after: str


def differences(before: Project, after: Project) -> tuple[Difference, ...]:
    """The places whose words or values differ, in reading order of `after`, what is gone last.

    Order, numbering and settings are not compared: two projects may differ without any.
    """
    old, new = _said(before), _said(after)
    places = [*new, *(place for place in old if place not in new)]
    settings = ProjectReader(before), ProjectReader(after)
    return tuple(
        _difference(place, was, is_, settings)
        for place in places
        if (was := old.get(place, _NOTHING)).text != (is_ := new.get(place, _NOTHING)).text
    )


class _Said(NamedTuple):
    """What stands at a place. `called` is '' for a text that begins with its own name."""

    called: str
    text: str
    has_links: bool = False


_NOTHING = _Said("", "")


def _said(project: Project) -> dict[str, _Said]:
    """What stands at every place, in reading order."""
    found: dict[str, _Said] = {}
    for one in places_of(project):
        if not any(inside in one.place for inside in _INSIDE):
            found[one.place] = _Said(one.label, one.value or "")
    for text in searched(project):
        called = "" if text.has_links else found.get(text.place, _NOTHING).called
        found[text.place] = _Said(called or text.called, text.text, text.has_links)
    return found | {
        f"{task.id}.{path}": _Said(f"{task.text[:_AROUND]} {LABELS[path]}", said)
        for task in project.tasks
        for path, said in said_of(task, project.period).items()
    }


def _difference(
    place: str, was: _Said, is_: _Said, settings: tuple[ProjectReader, ProjectReader]
) -> Difference:
    """Both as they are read; as they are written where only a link differs."""
    before, after = _read(was, settings[0]), _read(is_, settings[1])
    label = is_.called or was.called or after or before
    if before == after:
        before, after = was.text, is_.text
    shortened = label if len(label) <= _LABEL else f"{label[:_LABEL]}…"
    return Difference(place, shortened, *_where_different(before, after))


def _read(said: _Said, reader: ProjectReader) -> str:
    return plain(said.text, reader) if said.has_links else said.text


def _where_different(before: str, after: str) -> tuple[str, str]:
    """Both texts; long ones without what they begin and end with alike, but for a few signs."""
    if max(len(before), len(after)) <= _LONG:
        return before, after
    shortest = min(len(before), len(after))
    head = next((at for at in range(shortest) if before[at] != after[at]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return _cut(before, head, tail), _cut(after, head, tail)


def _cut(text: str, head: int, tail: int) -> str:
    start, end = max(0, head - _AROUND), min(len(text), len(text) - tail + _AROUND)
    if not text:
        return ""
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
