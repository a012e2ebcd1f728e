"""Reports of an invented county, labelled by hand: what each figure is, in the form of the scorer.

A line is `role<TAB>text`, with ⟦value|unit|indicator|facet⟧ for a figure and ⟪⟫ ⟨⟩ around markers
and leads; without the marks it is the line itself.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "data" / "reading"
_MARK = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)\|([^|⟧]*)\|([^|⟧]*)⟧|[⟪⟫⟨⟩]")


class Labelled(NamedTuple):
    """A figure as a reader sees it: its paragraph, where it begins, and its facet."""

    paragraph: int
    start: int
    facet: str


def labelled_reports() -> list[Path]:
    """The files, in order."""
    return sorted(FOLDER.glob("*.gold.txt"))


def parse(path: Path) -> tuple[str, list[Labelled]]:
    """The text of a report, and its figures."""
    lines: list[str] = []
    figures: list[Labelled] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        marked = line.split("\t", 1)[1]
        text, at = "", 0
        for mark in _MARK.finditer(marked):
            text += marked[at : mark.start()]
            at = mark.end()
            if mark[4]:
                figures.append(Labelled(number, len(text), mark[4]))
                text += mark[1]
        lines.append(text + marked[at:])
    return "\n".join(lines) + "\n", figures
