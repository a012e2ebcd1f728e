"""The lines before and after the content of a manuscript, as front matter.

Only what stands in the customary order is taken; anything else stays in the content, so that
the text comes out as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.parse.content import Element
from model.parse.structure import Shape
from model.report.report import Front
from model.wording.links import escaped

_BEFORE = ("title", "subtitle", "date_line", "salutation")
_AFTER = ("closing", "signature", "issued")
_NAMES = {"date": ("date_line", "issued")}


class Cut(NamedTuple):
    """The front matter, and what is left for the content."""

    front: Front
    content: tuple[Element, ...]


def cut(elements: Sequence[Element]) -> Cut:
    """Take the front matter off both ends."""
    begins, head = _taken(elements, _BEFORE, 0)
    ends, tail = _taken(list(reversed(elements[begins:])), tuple(reversed(_AFTER)), 1)
    kept = elements[begins : len(elements) - ends]
    lines = {name: "\n".join(texts) for name, texts in head.items()}
    lines |= {name: "\n".join(reversed(texts)) for name, texts in tail.items()}
    return Cut(Front(**lines), tuple(kept))


def _taken(
    elements: Sequence[Element], order: tuple[str, ...], side: int
) -> tuple[int, dict[str, list[str]]]:
    """How many elements belong to the front, and their lines by name; blank lines go along."""
    taken: dict[str, list[str]] = {}
    at, count = 0, 0
    blanks: list[str] = []
    for nth, element in enumerate(elements):
        if isinstance(element, str):
            if side:
                break
            blanks.append(element)
            continue
        name = _name(element, side)
        if name not in order[at:]:
            break
        at = order.index(name)
        if blanks and taken:
            next(reversed(taken.values())).extend(blanks)
            blanks = []
        assert isinstance(element, Shape)
        taken.setdefault(name, []).extend([*blanks, escaped(element.text)])
        blanks = []
        count = nth + 1
    return count, taken


def _name(element: Element, side: int) -> str:
    """The name of a shape's line in front matter; '' for what is content."""
    if not isinstance(element, Shape):
        return ""
    return _NAMES.get(element.role, (element.role, element.role))[side]
