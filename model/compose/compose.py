"""A report of a project as a Document. A pure function, with a memory for blocks unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from model.compose.annex import annex_parts, annexes, is_annex, shown
from model.compose.base_once import base_once
from model.compose.blocks import block
from model.compose.front import after, before, record
from model.compose.pieces import NO_PIECES, PieceMemory, Pieces
from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.compose.reads import Reads, changed
from model.compose.rows import marker_level, marker_text, numbers_of
from model.document import Document, Paragraph, Part, Role, Span, Table
from model.report.project import Project
from model.report.report import Report
from model.report.section import Block, Heading, Section, TasksBlock
from model.typesetting.letterhead import LETTERHEAD
from model.wording.numbering import Numbered

Made = tuple[Paragraph | Table, ...]


class _Kept(NamedTuple):
    """What was made of a section or block, what it read besides itself, and what stands in it."""

    part: Section | Block
    numbered: Numbered | None
    made: Made
    reads: Reads
    pieces: Pieces
    below: Mapping[str, _Kept]


class Composer:
    """Composes, and keeps what it made of each block as long as nothing the block reads changes.

    A block reads its own record, the place and the period, and the indicators and fields that
    it names; it is made anew when one of these changes, and of what stands in it only the items
    and uses that read the change.
    """

    def __init__(self) -> None:
        self._project: Project | None = None
        self._made: Mapping[str, _Kept] = {}
        self._around: Pieces = {}
        self._once: dict[int, tuple[Paragraph | Table, Paragraph | Table]] = {}

    def compose(self, project: Project, report: Report) -> Document:
        """The whole text; every span knows the place it is edited at."""
        differing = None if self._project is None else changed(self._project, project)
        memory = _Memory(self._made, self._around, differing, ProjectReader(project))
        reader = memory.reader
        text = tuple(part for part in report.content if not is_annex(part))
        opening = (*before(report, reader), *_content(text, memory))
        behind = annexes(
            report,
            reader,
            [(part, _below_heading(part, memory.made(part))) for part in annex_parts(report)],
        )
        if report.base_once:
            self._once = {id(one): self._once.get(id(one)) or (one, _once(one)) for one in opening}
            opening = tuple(made for _, made in self._once.values())
        names = tuple(each.name for each in behind)
        body = [*opening, *after(report, reader, names), *shown(behind)]
        body += record(report, reader)
        self._project, self._made, self._around = project, memory.kept, memory.around.kept
        title = next((one.text for one in body if _may_name(one)), "")
        is_official, lined = report.frame.official, report.line_numbers
        return Document(title, tuple(body), report.house_style, is_official, lined)


def _once(block: Paragraph | Table) -> Paragraph | Table:
    return base_once(block) if isinstance(block, Paragraph) else block


def _below_heading(part: Section, made: Made) -> Made:
    """What a part shows beside its heading, which is its title where it stands as an annex."""
    first = made[0] if made else None
    is_own = isinstance(first, Paragraph) and first.role is Role.HEADING and part.id in first.ids
    return made[1:] if is_own else made


def _may_name(block: Paragraph | Table) -> bool:
    """Whether a text may be called by a block: by its title, or by its first line."""
    return isinstance(block, Paragraph) and block.role not in LETTERHEAD


class _Memory:
    """The parts of one section: those that stand as they were made, and the others anew.

    `differing` is what parts find otherwise than when they were made; None: anything. `around`
    are the pieces of what stands in none of the parts.
    """

    def __init__(
        self,
        former: Mapping[str, _Kept],
        around: Pieces,
        differing: Reads | None,
        reader: ProjectReader,
    ) -> None:
        self.reader = reader
        self.kept: dict[str, _Kept] = {}
        self.around = reader.pieces = PieceMemory(around, differing)
        self._former = former
        self._differing = differing

    def made(self, part: Section | Block, numbered: Numbered | None = None) -> Made:
        """What a part shows."""
        differing = self._differing
        kept = self._former.get(part.id)
        if (
            kept is None
            or kept.part is not part
            or kept.numbered != numbered
            or differing is None
            or differing.meets(kept.reads)
        ):
            if isinstance(part, Section):
                kept = self._section(part, numbered, kept)
            else:
                kept = self._block(part, numbered, kept)
            self.reader.pieces = self.around
        self.kept[part.id] = kept
        return kept.made

    def _section(self, section: Section, numbered: Numbered | None, former: _Kept | None) -> _Kept:
        below, pieces = (former.below, former.pieces) if former else ({}, NO_PIECES)
        memory = _Memory(below, pieces, self._differing, self.reader)
        made = (*_heading(section, numbered, self.reader), *_content(section.content, memory))
        reads = memory.around.reads
        for kept in memory.kept.values():
            reads.add(kept.reads)
        return _Kept(section, numbered, made, reads, memory.around.kept, memory.kept)

    def _block(self, one: Block, numbered: Numbered | None, former: _Kept | None) -> _Kept:
        pieces = PieceMemory(former.pieces if former else NO_PIECES, self._differing)
        self.reader.pieces = pieces
        made = tuple(block(one, self.reader, numbered))
        return _Kept(one, numbered, made, pieces.reads, pieces.kept, {})


def _content(content: tuple[Section | Block, ...], memory: _Memory) -> list[Paragraph | Table]:
    sections = [part for part in content if isinstance(part, Section)]
    numbers = numbers_of([[part.heading.marker if part.heading else None] for part in sections])
    numbered = {id(part): row[0] for part, row in zip(sections, numbers, strict=True)}
    tasks = [part for part in content if isinstance(part, TasksBlock) and part.marker]
    rows = numbers_of([[part.marker] for part in tasks])
    numbered |= {id(part): row[0] for part, row in zip(tasks, rows, strict=True)}
    body: list[Paragraph | Table] = []
    for part in content:
        body += memory.made(part, numbered.get(id(part)))
    return body


def _heading(
    section: Section, numbered: Numbered | None, reader: ProjectReader
) -> tuple[Paragraph, ...]:
    """A heading on its own line; unnumbered ones stand on the first level."""
    heading = section.heading
    if heading is None:
        return ()
    given = (section.id, numbered, section.former)
    return reader.pieces.made(heading, given, lambda: _line(section, heading, numbered, reader))


def _line(
    section: Section, heading: Heading, numbered: Numbered | None, reader: ProjectReader
) -> tuple[Paragraph, ...]:
    sign = marker_text(heading.marker, numbered)
    marker = (Span(sign, f"{section.id}.marker", Part.MARKER),) if sign else ()
    spans = (*marker, *said(section, "heading", reader))
    level = marker_level(heading.marker) or 1
    return (Paragraph(Role.HEADING, spans, level, (section.id,)),) if spans else ()


def compose(project: Project, report: Report) -> Document:
    """A report of a project as a Document, without a memory."""
    return Composer().compose(project, report)
