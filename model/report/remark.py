"""REMARKS (批注) that came back with a text: things to do at their places, until they are done."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from model.report.record import Record


class Remark(Record):
    """What somebody remarked: at which record (`at`), on which words, with all answers in `text`,
    a line each.
    """

    at: str = ""
    words: str = ""
    text: str
    who: str = ""
    day: datetime.date | None = None
    done: bool = False

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from others: the same remark of another file is the same."""
        return self.at, self.words, self.text, self.who


def joined(ours: Iterable[Remark], theirs: Iterable[Remark]) -> tuple[Remark, ...]:
    """Remarks of both lists, each once; done where one of them says so."""
    found: dict[tuple[str, str, str, str], Remark] = {}
    for remark in (*ours, *theirs):
        known = found.get(remark.key)
        is_news = known is None or (remark.done and not known.done)
        found[remark.key] = remark if known is None or is_news else known
    return tuple(found.values())
