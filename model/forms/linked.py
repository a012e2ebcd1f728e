"""A text that came, with the links of the one it replaces where both say the same words there."""

from __future__ import annotations

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.report.project import Project
from model.report.uses import text_at
from model.wording.links import BrokenLink, escaped, links
from model.wording.saying.words import BLANK


def with_links(project: Project, place: str, said: str) -> str:
    """The raw text that says `said`: a figure that a link of the text at `place` says stays that
    link, in their order; what no link says is plain text."""
    raw = text_at(project, place) or ""
    reader = ProjectReader(project)
    pieces: list[str] = []
    at = 0
    for link in links(raw):
        source = raw[link.start : link.end]
        words = "" if isinstance(link, BrokenLink) else plain(source, reader)
        found = -1 if not words or BLANK in words else _find(said, words, at)
        if found >= 0:
            pieces += (escaped(said[at:found]), source)
            at = found + len(words)
    return "".join(pieces) + escaped(said[at:])


def _find(text: str, words: str, start: int) -> int:
    """Where the words stand whole: a number is not found inside a longer one; −1 for nowhere."""
    at = text.find(words, start)
    while at >= 0:
        end = at + len(words)
        if not _goes_on(text[at - 1 : at], words[0]) and not _goes_on(
            text[end : end + 1], words[-1]
        ):
            return at
        at = text.find(words, at + 1)
    return -1


def _goes_on(beside: str, edge: str) -> bool:
    """Whether a number goes on beyond its edge."""
    return edge.isdigit() and bool(beside) and (beside.isdigit() or beside in ".．,")
