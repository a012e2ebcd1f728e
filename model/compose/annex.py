"""The annexes: the table of indicators, then the parts of the text that stand as annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.compose.indicator_table import indicator_table
from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.document import Paragraph, Role, Span, Table, line_id
from model.report.report import Report
from model.report.section import Block, Section

Body = tuple[Paragraph | Table, ...]


def annex_parts(report: Report) -> tuple[Section, ...]:
    """The parts of a report that stand as annexes."""
    return tuple(part for part in report.content if isinstance(part, Section) and is_annex(part))


def is_annex(part: Section | Block) -> bool:
    """Whether a part stands behind the text (附件); one without a heading has no name there."""
    return isinstance(part, Section) and part.annex and part.heading is not None


class Annex:
    """An annex before it has its number: whose line its title is, the title, what stands in it."""

    def __init__(
        self, owner: str, title: tuple[Span, ...], content: Body, title_id: str = ""
    ) -> None:
        self.owner = owner
        self.title = title
        self.content = content
        self.title_id = title_id or line_id(owner, Role.ANNEX_TITLE)

    @property
    def name(self) -> str:
        """Its name as 附件说明 gives it."""
        return "".join(span.text for span in self.title)

    def shown(self, number: int) -> Iterator[Paragraph | Table]:
        """Label, title and content; `number` 0: it is the only one."""
        label = (Span(f"附件{number or ''}"),)
        yield Paragraph(Role.ANNEX_LABEL, label, 0, (line_id(self.owner, Role.ANNEX_LABEL),))
        yield Paragraph(Role.ANNEX_TITLE, self.title, 0, (self.title_id,))
        yield from self.content


def annexes(
    report: Report, reader: ProjectReader, parts: Iterable[tuple[Section, Body]]
) -> tuple[Annex, ...]:
    """All annexes in their order; `parts` are those of the text, each with what stands in it."""
    table = indicator_table(report, reader) if report.annex else None
    found = []
    if table is not None:
        title = f"{reader.numbers.period.label_with_year}主要指标完成情况"
        found.append(Annex(report.id, (Span(title),), (table,)))
    for part, content in parts:
        found.append(Annex(part.id, said(part, "heading", reader), content, part.id))
    return tuple(found)


def shown(found: tuple[Annex, ...]) -> Iterator[Paragraph | Table]:
    """All annexes, numbered from two on."""
    for number, each in enumerate(found, 1):
        yield from each.shown(number if len(found) > 1 else 0)
