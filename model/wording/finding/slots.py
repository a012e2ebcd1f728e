"""Where a number stands or is missing: every numeral and every blank of a text.

Slots are the raw material of `figures` and `blanks`, which decide by the words around a slot what
it is. Nothing is decided here but where a slot begins and ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_NUMERAL = r"(?:(?<=[^\d\sA-Za-z.,:%)月日年-])-)?\d+(?:,\d{3})*(?:\.\d+)?"
_CROSSES = r"(?:\d*[Xx]+[\dXx]*(?:\.[\dXx]+)?(?![a-z]))"
_STARS = r"(?:\*+(?:\.\*+)?)"
_BOXES = r"(?:□+(?:\.□+)?|_{2,})"
_BRACKETED = r"(?:〔(?!\d{4}〕)[^〔〕]{0,20}〕|\(\s+\))"
_SLOT = re.compile(
    rf"(?P<blank>(?<![a-wyz]){_CROSSES}|{_STARS}|{_BOXES}|{_BRACKETED})|(?P<numeral>{_NUMERAL})"
)
_GAP = re.compile(r"(?<=[\u4e00-\u9fff、(])(?P<gap> +)(?=[\u4e00-\u9fff%‰，,。;、)]|$)")


class Slot(NamedTuple):
    """A numeral, or a blank: a sign that stands for what is missing (`gap`: only spaces)."""

    start: int
    end: int
    kind: str

    @property
    def blank(self) -> bool:
        return self.kind != "numeral"


@lru_cache(maxsize=1024)
def find_slots(folded: str) -> tuple[Slot, ...]:
    """All numerals, blank signs and gaps of folded text, in order."""
    slots = [Slot(m.start(), m.end(), m.lastgroup or "") for m in _SLOT.finditer(folded)]
    slots += [Slot(m.start("gap"), m.end("gap"), "gap") for m in _GAP.finditer(folded)]
    return tuple(sorted(slots))
