"""THREE-WAY: what they changed, told in terms of the text as we have it now.

Both sides began from the same text. Changes that do not touch stand beside one another; where they
touch and differ, both are shown and neither is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.redpen.edits import Edit, EditKind, edits


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change of theirs: from `start` to `end` of our text stands `ours`, they say `theirs`.

    `their_start` to `their_end` is where it stands in their text.
    """

    kind: EditKind
    start: int
    end: int
    before: str
    ours: str
    theirs: str
    their_start: int
    their_end: int
    is_sign: bool = False


def hunks(base: str, ours: str, theirs: str) -> tuple[Hunk, ...]:
    """Return all that they changed, in order."""
    of_theirs = edits(base, theirs)
    of_ours = edits(base, ours)
    if not of_ours:
        return tuple(_ready(base, edit, edit.start, edit.end) for edit in of_theirs)
    found: list[Hunk] = []
    waiting = [*of_theirs]
    while waiting:
        edit = waiting.pop(0)
        near = [other for other in of_ours if _touch(edit, other)]
        if not near:
            at = _moved(edit.start, of_ours)
            found.append(_ready(base, edit, at, at + edit.end - edit.start))
        elif edit.kind is not EditKind.WORDS:
            found.append(_broken(base, ours, edit, near, of_ours))
        else:
            group = [edit]
            while (
                waiting and waiting[0].kind is EditKind.WORDS and _reaches(group, near, waiting[0])
            ):
                group.append(waiting.pop(0))
                near = [one for one in of_ours if any(_touch(each, one) for each in group)]
            found.append(_met(base, ours, group, near, of_ours))
    return tuple(found)


def _ready(base: str, edit: Edit, start: int, end: int) -> Hunk:
    was = base[edit.start : edit.end]
    their = edit.their_start, edit.their_end
    return Hunk(edit.kind, start, end, was, was, edit.new, *their, edit.is_sign)


def _touch(edit: Edit, other: Edit) -> bool:
    """Whether two changes meet; a break only where the other goes over it."""
    if EditKind.WORDS not in (edit.kind, other.kind):
        return (edit.start, edit.end) == (other.start, other.end)
    if edit.kind is EditKind.WORDS and other.kind is EditKind.WORDS:
        return edit.start <= other.end and other.start <= edit.end
    return edit.start < other.end and other.start < edit.end


def _reaches(group: Sequence[Edit], near: Sequence[Edit], following: Edit) -> bool:
    """Whether the next change meets one of ours that the group has met."""
    return bool(group) and any(_touch(following, other) for other in near)


def _broken(
    base: str, ours: str, edit: Edit, near: Sequence[Edit], of_ours: Sequence[Edit]
) -> Hunk:
    """A break that we made or took out too is the same; one in words we rewrote is told."""
    start = _moved(edit.start, of_ours)
    same = any((one.kind, one.new) == (edit.kind, edit.new) for one in near)
    was = base[edit.start : edit.end]
    is_ = edit.new if same else ours[start : start + edit.end - edit.start]
    end = start + (len(edit.new) if same else edit.end - edit.start)
    return Hunk(edit.kind, start, end, was, is_, edit.new, edit.their_start, edit.their_end)


def _met(
    base: str,
    ours: str,
    group: Sequence[Edit],
    near: Sequence[Edit],
    of_ours: Sequence[Edit],
) -> Hunk:
    """Changes of both sides that meet, as one."""
    start = min(one.start for one in (*group, *near))
    end = max(one.end for one in (*group, *near))
    now = _moved(start, of_ours), _moved(end, of_ours, behind=True)
    their = "".join(_applied(base, start, end, group))
    return Hunk(
        EditKind.WORDS,
        *now,
        base[start:end],
        ours[now[0] : now[1]],
        their,
        group[0].their_start,
        group[-1].their_end,
    )


def _applied(base: str, start: int, end: int, group: Sequence[Edit]) -> list[str]:
    pieces: list[str] = []
    for edit in group:
        pieces += (base[start : edit.start], edit.new)
        start = edit.end
    return [*pieces, base[start:end]]


def _moved(at: int, of_ours: Sequence[Edit], *, behind: bool = False) -> int:
    """Where a place of the base stands in our text; `behind` what we put in there."""
    shift = 0
    for edit in of_ours:
        is_before = edit.end <= at and (edit.start < at or behind)
        if is_before or (edit.start == edit.end == at and behind):
            shift += len(edit.new) - (edit.end - edit.start)
    return at + shift
