"""A report of a project as a Document. A pure function, with a memory for blocks unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.annex import annex
from model.compose.blocks import block
from model.compose.front import after, before
from model.compose.prose import prose
from model.compose.rows import marker_level, marker_text, numbers_of
from model.compose.setting import Setting
from model.document import Document, Paragraph, Part, Role, Span, Table
from model.report.project import Project
from model.report.report import Report
from model.report.section import Block, Section
from model.wording.numbering import Numbered

Made = tuple[Paragraph | Table, ...]


class Composer:
    """Composes, and keeps what it made of each block as long as nothing the block reads changes.

    A block reads its own record and the project's numbers, fields and names; so blocks without
    links survive any other edit, and all others are made anew when a number or field changes.
    """

    def __init__(self) -> None:
        self._made: dict[int, tuple[Block, Project, Made]] = {}

    def compose(self, project: Project, report: Report) -> Document:
        """The whole text; every span knows the place it is edited at."""
        setting = Setting(project)
        kept: dict[int, tuple[Block, Project, Made]] = {}
        body = [
            *before(report, setting),
            *self._content(report.content, setting, kept),
            *after(report, setting),
            *annex(report, setting),
        ]
        self._made = kept
        title = next((one.text for one in body if isinstance(one, Paragraph)), "")
        return Document(title, tuple(body), report.house_style)

    def _content(
        self,
        content: tuple[Section | Block, ...],
        setting: Setting,
        kept: dict[int, tuple[Block, Project, Made]],
    ) -> Iterator[Paragraph | Table]:
        sections = [part for part in content if isinstance(part, Section)]
        numbers = numbers_of([[part.heading.marker if part.heading else None] for part in sections])
        numbered = {id(part): row[0] for part, row in zip(sections, numbers, strict=True)}
        for part in content:
            if isinstance(part, Section):
                yield from _heading(part, numbered[id(part)], setting)
                yield from self._content(part.content, setting, kept)
            else:
                yield from self._block(part, setting, kept)

    def _block(
        self, one: Block, setting: Setting, kept: dict[int, tuple[Block, Project, Made]]
    ) -> Made:
        former = self._made.get(id(one))
        if former is not None and former[0] is one and _reads_the_same(former[1], setting.project):
            made = former[2]
        else:
            made = tuple(block(one, setting))
        kept[id(one)] = (one, setting.project, made)
        return made


def _reads_the_same(former: Project, now: Project) -> bool:
    """Whether everything a block may read besides itself is the very same."""
    return former is now or (
        former.observations is now.observations
        and former.fields is now.fields
        and former.indicators is now.indicators
        and former.organization is now.organization
        and former.period == now.period
    )


def _heading(section: Section, numbered: Numbered | None, setting: Setting) -> Iterator[Paragraph]:
    """A heading on its own line; unnumbered ones stand on the first level."""
    heading = section.heading
    if heading is None:
        return
    sign = marker_text(heading.marker, numbered)
    marker = (Span(sign, f"{section.id}.marker", Part.MARKER),) if sign else ()
    spans = (*marker, *prose(heading.text, f"{section.id}.heading", setting))
    if spans:
        level = marker_level(heading.marker) or 1
        yield Paragraph(Role.HEADING, spans, level, (section.id,))


def compose(project: Project, report: Report) -> Document:
    """A report of a project as a Document, without a memory."""
    return Composer().compose(project, report)
