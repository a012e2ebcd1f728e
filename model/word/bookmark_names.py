"""What our hidden bookmarks are called, for writing and for reading.

`_xg_<id>` stands at a record (`_xg_i7k2x9`), at a line that is no record of its own
(`_xg_r7k2x9_title`, `_xg_b3mfk1_caption`) or at a row of an annex (`_xg_r7k2x9_a3`).
`_xg_d<10 signs>` says which draft the file is. Word takes letters, digits and underscores, 40 at
most; LibreOffice adds `_Copy_1` to the copy of a bookmark that it also keeps where it was.
"""

from __future__ import annotations

import re
from typing import Final

_PREFIX: Final = "_xg_"
_LONGEST: Final = 40 - len(_PREFIX)
_ALLOWED: Final = re.compile(rf"[0-9A-Za-z_]{{1,{_LONGEST}}}")
_DRAFT: Final = re.compile("d([0-9a-f]{10})")
_COPIES: Final = re.compile("(_Copy_[0-9]+)+$")


def name_of(identifier: str) -> str | None:
    """Return the name of the bookmark for an id; None for an id that Word takes for no name."""
    return _PREFIX + identifier if _ALLOWED.fullmatch(identifier) else None


def name_of_draft(mark: str) -> str:
    """Return the name of the bookmark that says which draft the file is."""
    return f"{_PREFIX}d{mark}"


def id_in(name: str) -> str | None:
    """Return the id that a bookmark stands at; None for one that is not ours or the draft's."""
    own = _own(name)
    if _ALLOWED.fullmatch(own) is None or (own[0] == "d" and _DRAFT.fullmatch(own)):
        return None
    return own


def draft_in(name: str) -> str | None:
    """Return the draft mark that a bookmark holds; None for any other."""
    found = _DRAFT.fullmatch(_own(name))
    return found[1] if found else None


def _own(name: str) -> str:
    """The name without what all of ours begin with and a copy ends with; '' for another's."""
    if not name.startswith(_PREFIX):
        return ""
    own = name[len(_PREFIX) :]
    return _COPIES.sub("", own) if "_Copy_" in own else own
