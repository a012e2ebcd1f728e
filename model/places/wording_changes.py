"""What of last period's wording stands in the present one: the stretches that differ, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from model.report.former import runs_alike
from model.wording.finding.figures import find_figures
from model.wording.links import links

_FIRST_CODE = 0xF0000
"""A number is one sign while two texts are compared: 118.6 never becomes 1[21.4]."""
_LEAST = 2
"""So many signs alike in the midst of other words are no chance."""
_ENDS = re.compile(r"[^。；！？\n]*[。；！？\n]+[”’）]?|[^。；！？\n]+$")


class Told(Enum):
    """Whether a stretch stands in both wordings, in last period's alone, or in the present one."""

    BOTH = "both"
    LAST = "last"
    NOW = "now"


class Stretch(NamedTuple):
    """Some signs, and in which wording they stand."""

    text: str
    told: Told


@lru_cache(maxsize=512)
def wording_changes(last: str, now: str) -> tuple[Stretch, ...]:
    """The stretches of both wordings in reading order, what is gone before what is new."""
    codes: dict[str, str] = {}
    coded = _coded(last, codes), _coded(now, codes)
    signs = {code: text for text, code in codes.items()}

    def plain(text: str) -> str:
        return "".join(signs.get(sign, sign) for sign in text)

    return tuple(Stretch(plain(one.text), one.told) for one in _stretches(*coded) if one.text)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with the mark that ends it; links are never broken."""
    hidden = list(text)
    for link in links(text):
        hidden[link.start : link.end] = "□" * (link.end - link.start)
    return tuple(
        text[found.start() : found.end()]
        for found in _ENDS.finditer("".join(hidden))
        if found.group().strip()
    )


def _stretches(last: str, now: str) -> Iterator[Stretch]:
    at_last = at_now = 0
    ends = len(last), len(now)
    for run in runs_alike(last, now):
        behind = run.before + run.size, run.after + run.size
        is_at_edge = (run.before, run.after) == (0, 0) or behind == ends
        if run.size < _LEAST and not is_at_edge and ord(last[run.before]) < _FIRST_CODE:
            continue
        yield Stretch(last[at_last : run.before], Told.LAST)
        yield Stretch(now[at_now : run.after], Told.NOW)
        yield Stretch(last[run.before : behind[0]], Told.BOTH)
        at_last, at_now = behind
    yield Stretch(last[at_last:], Told.LAST)
    yield Stretch(now[at_now:], Told.NOW)


def _coded(text: str, codes: dict[str, str]) -> str:
    parts: list[str] = []
    end = 0
    for figure in find_figures(text):
        said = text[figure.start : figure.end]
        parts += text[end : figure.start], codes.setdefault(said, chr(_FIRST_CODE + len(codes)))
        end = figure.end
    return "".join((*parts, text[end:]))
