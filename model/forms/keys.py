"""KEYS (编号) of the rows of a form: made of what the row asks for, so that any copy tells it.

The same row of the same period has the same key whenever a form is made; that of another period
has another one, so that a row copied out of last period's form is no row of this one's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from model.report.departments import stem
from model.values.period import Period

_DIGITS = 5
_LONGEST = 4
KEY = re.compile(r"[\u4e00-\u9fff]{1,4}-\d{5}")


def prefix(department: str) -> str:
    """What the keys of a department begin with: 财政 for 财政局."""
    signs = "".join(sign for sign in department if "\u4e00" <= sign <= "\u9fff")
    plain = stem(signs) or "报数"
    return plain[:_LONGEST]


def keys_of(department: str, period: Period, places: Iterable[str]) -> tuple[str, ...]:
    """One key for each place, no two alike."""
    made: dict[str, None] = {}
    for place in places:
        salt = 0
        while (key := _key(department, period, place, salt)) in made:
            salt += 1
        made[key] = None
    return tuple(made)


def _key(department: str, period: Period, place: str, salt: int) -> str:
    said = f"{period}|{place}|{salt}".encode()
    number = int.from_bytes(hashlib.sha256(said).digest()[:8], "big") % 10**_DIGITS
    return f"{prefix(department)}-{number:0{_DIGITS}}"


def find_key(text: str) -> str | None:
    """The key in a cell or a line, however it is spaced and whichever dash it has."""
    plain = re.sub(r"\s+", "", text).translate(_DASHES).translate(_WIDE)
    found = KEY.search(plain)
    return found[0] if found else None


_DASHES = str.maketrans("－–—−﹣", "-----")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
