"""What two states of one project say differently: for recovery, conflicts and backups."""

from __future__ import annotations

from typing import NamedTuple

from model.entry.listing import fillables
from model.entry.searched import searched
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
    return tuple(
        Difference(place, _label(place, old, new), *_where_different(was, is_))
        for place in places
        if (was := _text(old, place)) != (is_ := _text(new, place))
    )


_Said = dict[str, tuple[str, str]]


def _said(project: Project) -> _Said:
    """Label and text of every place, in reading order."""
    found: _Said = {}
    for one in fillables(project):
        if not any(inside in one.place for inside in _INSIDE):
            found[one.place] = (one.label, one.value or "")
    for text in searched(project):
        label = found.get(text.place, ("", ""))[0]
        found[text.place] = (label or text.called, text.text)
    return found


def _text(said: _Said, place: str) -> str:
    return said.get(place, ("", ""))[1]


def _label(place: str, old: _Said, new: _Said) -> str:
    """What the place is called, or else the beginning of what it says."""
    for said in (new, old):
        label, text = said.get(place, ("", ""))
        if label or text:
            return label or (text if len(text) <= _LABEL else f"{text[:_LABEL]}…")
    return ""


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
