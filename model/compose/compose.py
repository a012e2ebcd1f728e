"""A report of a project as a Document. A pure function, with a memory for blocks unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.compose.annex import annex
from model.compose.blocks import block
from model.compose.front import after, before
from model.compose.pieces import PieceMemory, Pieces
from model.compose.prose import said
from model.compose.reads import Reads, changed
from model.compose.rows import marker_level, marker_text, numbers_of
from model.compose.setting import Setting
from model.document import Document, Paragraph, Part, Role, Span, Table
from model.report.project import Project
from model.report.report import Report
from model.report.section import Block, Section
from model.wording.numbering import Numbered

Made = tuple[Paragraph | Table, ...]


class _Kept(NamedTuple):
    """What was made of a block, of which project, what it read there, and the pieces of it."""

    block: Block
    project: Project
    made: Made
    reads: Reads
    pieces: Pieces


class Composer:
    """Composes, and keeps what it made of each block as long as nothing the block reads changes.

    A block reads its own record, the place and the period, and the indicators and fields that
    it names; it is made anew when one of these changes, and of what stands in it only the items
    and uses that read the change.
    """

    def __init__(self) -> None:
        self._made: dict[str, _Kept] = {}

    def compose(self, project: Project, report: Report) -> Document:
        """The whole text; every span knows the place it is edited at."""
        setting = Setting(project)
        memory = _Memory(self._made, setting)
        body = [
            *before(report, setting),
            *_content(report.content, memory),
            *after(report, setting),
            *annex(report, setting),
        ]
        self._made = memory.kept
        title = next((one.text for one in body if isinstance(one, Paragraph)), "")
        return Document(title, tuple(body), report.house_style)


class _Memory:
    """The blocks of one composition: those that stand as they were made, and the others anew."""

    def __init__(self, former: dict[str, _Kept], setting: Setting) -> None:
        self.setting = setting
        self.kept: dict[str, _Kept] = {}
        self._former = former
        self._changed: dict[int, Reads | None] = {}

    def made(self, one: Block) -> Made:
        """What a block shows."""
        setting = self.setting
        kept = self._former.get(one.id)
        if kept is None:
            kept = self._made(one, PieceMemory())
        else:
            differs = self._changed_since(kept.project)
            if kept.block is not one or differs is None or differs.meets(kept.reads):
                kept = self._made(one, PieceMemory(kept.pieces, differs))
            elif kept.project is not setting.project:
                kept = kept._replace(project=setting.project)
        self.kept[one.id] = kept
        return kept.made

    def _made(self, one: Block, pieces: PieceMemory) -> _Kept:
        setting = self.setting
        setting.pieces = pieces
        made = tuple(block(one, setting))
        return _Kept(one, setting.project, made, pieces.reads, pieces.kept)

    def _changed_since(self, former: Project) -> Reads | None:
        """What blocks may find otherwise than in a former root; None: anything."""
        if id(former) not in self._changed:
            self._changed[id(former)] = changed(former, self.setting.project)
        return self._changed[id(former)]


def _content(content: tuple[Section | Block, ...], memory: _Memory) -> list[Paragraph | Table]:
    sections = [part for part in content if isinstance(part, Section)]
    numbers = numbers_of([[part.heading.marker if part.heading else None] for part in sections])
    numbered = {id(part): row[0] for part, row in zip(sections, numbers, strict=True)}
    body: list[Paragraph | Table] = []
    for part in content:
        if isinstance(part, Section):
            body += _heading(part, numbered[id(part)], memory.setting)
            body += _content(part.content, memory)
        else:
            body += memory.made(part)
    return body


def _heading(section: Section, numbered: Numbered | None, setting: Setting) -> Iterator[Paragraph]:
    """A heading on its own line; unnumbered ones stand on the first level."""
    heading = section.heading
    if heading is None:
        return
    sign = marker_text(heading.marker, numbered)
    marker = (Span(sign, f"{section.id}.marker", Part.MARKER),) if sign else ()
    spans = (*marker, *said(section, "heading", setting))
    if spans:
        level = marker_level(heading.marker) or 1
        yield Paragraph(Role.HEADING, spans, level, (section.id,))


def compose(project: Project, report: Report) -> Document:
    """A report of a project as a Document, without a memory."""
    return Composer().compose(project, report)
