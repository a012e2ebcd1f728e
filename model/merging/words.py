"""What both copies say, as the clerk reads it, and texts that both changed in different spots."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Any

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.merging.parts import Said
from model.redpen.three_way import hunks
from model.report.indicator import Observation
from model.report.project import Project
from model.report.record import Record
from model.report.remark import joined
from model.values.number import written

REMARKS = "remarks"
"""The attribute of a text that holds what is to be done in it."""
_OTHER = "（待核、来源这类设置不同）"


class Words:
    """Says what stands in an attribute of each of the three copies."""

    def __init__(self, base: Project | None, ours: Project, theirs: Project) -> None:
        self._readers = [
            None if one is None else ProjectReader(one) for one in (base, ours, theirs)
        ]

    def sides(
        self, base: Said | None, ours: Said | None, theirs: Said | None
    ) -> tuple[str | None, str | None, str | None]:
        """Return how the three say it: alike only where nothing at all differs."""
        said = (base, ours, theirs)
        shown = [
            None if one is None or reader is None else _shown(one.value, reader)
            for one, reader in zip(said, self._readers, strict=True)
        ]
        for number in (2, 0):
            if shown[number] == shown[1] and repr(said[number]) != repr(said[1]):
                shown[number] = _other(said[number], said[1], shown[1])
        if shown[0] == shown[2] and repr(base) != repr(theirs):
            shown[0] = f"{shown[0] or ''}（原来）"
        return shown[0], shown[1], shown[2]


def shared(sides: tuple[str | None, ...]) -> tuple[str, str]:
    """Return what all sides begin and end with alike, so that only where they differ is shown."""
    texts = [one for one in sides if one is not None]
    if len(texts) < len(sides):
        return "", ""
    ahead = _beginning(texts)
    rest = [one[len(ahead) :][::-1] for one in texts]
    return ahead, _beginning(rest)[::-1]


def _beginning(texts: list[str]) -> str:
    """What all texts begin with."""
    first, last = min(texts), max(texts)
    pairs = enumerate(zip(first, last, strict=False))
    at = next((n for n, (one, other) in pairs if one != other), min(len(first), len(last)))
    return first[:at]


def _other(one: Said | None, ours: Said | None, shown: str | None) -> str:
    """What is read alike and is not: a text as it is written, else that it differs."""
    if one is not None and isinstance(one.value, str):
        is_written = ours is None or one.value != ours.value
        return one.value if is_written and one.value != shown else f"{shown or ''}{_OTHER}"
    return f"{shown or ''}{_OTHER}"


def _shown(value: Any, reader: ProjectReader) -> str | None:
    """A value in words."""
    match value:
        case None:
            return None
        case str():
            return plain(value, reader)
        case bool():
            return "是" if value else "否"
        case Decimal():
            return written(value)
        case Observation():
            return f"{written(value.value)}{value.unit}"
        case Enum():
            label: str = getattr(value, "label", str(value.value))
            return label
        case tuple():
            return "、".join(filter(None, (_shown(one, reader) for one in value)))
        case Record():
            return "".join(filter(None, (_shown(one, reader) for one in dict(value).values())))
    return str(value)


def merged_remarks(base: Said | None, ours: Said | None, theirs: Said | None) -> Said | None:
    """Return the remarks of both sides, whatever they began from; done where one says so."""
    if ours is None or theirs is None:
        return base
    return Said(joined(ours.value, theirs.value))


def merged_text(base: Said | None, ours: Said | None, theirs: Said | None) -> Said | None:
    """Return a text with the changes of both sides; None where they touch, or only one changed it.

    The side that looked at it, or renewed it, says what last period's words are compared with.
    """
    if base is None or ours is None or theirs is None:
        return None
    texts = base.value, ours.value, theirs.value
    if not all(isinstance(one, str) for one in texts) or ours.value in (base.value, theirs.value):
        return None
    if theirs.value == base.value:
        return None
    found = hunks(*texts)
    if any(one.ours not in (one.before, one.theirs) for one in found):
        return None
    pieces: list[str] = []
    at = 0
    for one in found:
        pieces += (ours.value[at : one.start], one.theirs)
        at = one.end
    former = theirs.former if repr(ours.former) == repr(base.former) else ours.former
    return Said("".join(pieces) + ours.value[at:], former)
