"""A manuscript becomes a project: `intake` then `text` gives it back character for character.

Intake changes nothing. What is recognized becomes structure; where structure would not say the
very same text, the line is kept as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.compose.compose import compose
from model.library.bank import Bank
from model.parse.charts import with_charts
from model.parse.content import ContentMaker, Element
from model.parse.framing import Framed, addressed, plain, taken
from model.parse.front import cut
from model.parse.numbers import Numbered, numbers_of_text
from model.parse.parts import Matched, matched
from model.parse.structure_styles import AFTER_TABLE_STYLE, SEALED_STYLE
from model.parse.understand import Understanding
from model.reading.source import Source, SourceParagraph
from model.report.frame import Frame
from model.report.ids import IdMaker, project_id
from model.report.item import Item, Marker
from model.report.project import FORMAT, Organization, Project
from model.report.report import Front, Report, TemplateRef
from model.report.section import Heading, Section, TextBlock
from model.report.template import ReportTemplate
from model.values.period import Period
from model.wording.links import escaped

OWN_STRUCTURE = "own-structure"
"""The template key of a text that follows no template but its own structure."""


class Intake(NamedTuple):
    """The project, and what went where."""

    project: Project
    parts: tuple[Matched, ...]
    missing: tuple[str, ...]
    indicators: int
    unknown: tuple[str, ...]
    twice: tuple[str, ...]
    as_written: bool


def intake(
    source: Source,
    understood: Understanding,
    bank: Bank,
    organization: Organization,
    period: Period,
    template: ReportTemplate | None = None,
) -> Intake:
    """The project that says `source`, with the numbers it states in its bank."""
    elements = tuple(_elements(source, understood))
    numbers = numbers_of_text(understood, bank, period)
    framed = taken(elements, sealed=_is_sealed(source))
    bare = Framed(Frame(), elements, ())
    written = plain(_text_of(elements))
    report = _report(framed, template)
    project = _project(report, numbers, organization, period, template, bank)
    as_written = plain(said(project)) != written
    if as_written and framed != bare:
        report = _report(bare, template)
        project = _project(report, numbers, organization, period, template, bank)
        as_written = plain(said(project)) != written
    if as_written:
        report = _verbatim(report, elements)
        project = project.changed(reports=(report,))
    else:
        project = with_charts(project, source, bank)
        report = project.reports[0]
    fit = matched(report, template)
    return Intake(
        project=project.changed(reports=(fit.report,)),
        parts=fit.parts,
        missing=fit.missing,
        indicators=len(numbers.indicators),
        unknown=numbers.unknown,
        twice=numbers.twice,
        as_written=as_written,
    )


def _report(framed: Framed, template: ReportTemplate | None) -> Report:
    """The report with its frame, and its annexes as parts."""
    front, content = cut(framed.content)
    front = addressed(front) if framed.frame.official else front
    maker = IdMaker()
    id_, made = maker.new("r"), ContentMaker(maker).content(content)
    annexes = tuple(
        Section(
            kind="section",
            id=maker.new("s"),
            heading=Heading(text=escaped(title)),
            content=ContentMaker(maker).content(inside),
            annex=True,
        )
        for title, inside in framed.annexes
    )
    report = Report(
        id=id_,
        template=TemplateRef(key=OWN_STRUCTURE),
        front=front,
        frame=framed.frame,
        content=(*made, *annexes),
    )
    return report if template is None else _like(template, report)


def _is_sealed(source: Source) -> bool:
    """Whether our own styles say that a signature has room for a seal."""
    return any(
        isinstance(block, SourceParagraph) and block.hint.style == SEALED_STYLE
        for block in source.blocks
    )


def _like(template: ReportTemplate, report: Report) -> Report:
    """The report with all that its template says of it as a whole."""
    return report.changed(
        template=TemplateRef(key=template.key, version=template.version),
        name=template.name,
        house_style=template.house_style,
        annex=template.annex,
        length=template.length,
    )


def _project(
    report: Report,
    numbers: Numbered,
    organization: Organization,
    period: Period,
    template: ReportTemplate | None,
    bank: Bank,
) -> Project:
    wanted = {one.id: one for one in numbers.indicators}
    if template is not None:
        for id_ in template.indicators:
            wanted.setdefault(id_, bank.by_id[id_].for_project())
        for own in template.own_indicators:
            wanted.setdefault(own.id, own.for_project())
    return Project(
        format=FORMAT,
        id=project_id(),
        organization=organization,
        period=period,
        indicators=tuple(wanted.values()),
        observations=numbers.observations,
        reports=(report,),
    )


def _elements(source: Source, understood: Understanding) -> Iterator[Element]:
    """The lines of the source with their shapes, blank lines and tables among them."""
    shapes = iter(understood.shapes)
    for block in source.blocks:
        if isinstance(block, SourceParagraph):
            if block.hint.style == AFTER_TABLE_STYLE and not block.text.strip():
                continue
            yield next(shapes) if block.text.strip() else block.text
            continue
        rows = [next(shapes) if "".join(row).strip() else None for row in block.rows]
        one_line = not any("\n" in cell for row in block.rows for cell in row)
        if one_line and len(block.rows) > 1:
            yield block.rows
        else:
            yield from (row if row is not None else "" for row in rows)


def _text_of(elements: tuple[Element, ...]) -> str:
    return "\n".join(
        element
        if isinstance(element, str)
        else "\n".join("\t".join(row) for row in element)
        if isinstance(element, tuple)
        else element.text
        for element in elements
    )


def said(project: Project) -> str:
    """The text of the project's first report."""
    return compose(project, project.reports[0]).text


def _verbatim(report: Report, elements: tuple[Element, ...]) -> Report:
    """Every line as it was written, for a manuscript whose structure does not say itself."""
    maker = IdMaker({report.id})
    rows = tuple(
        (
            Item(id=maker.new("i"), text=escaped(line))
            if line.strip()
            else Item(id=maker.new("i"), marker=Marker(literal=line)),
        )
        for line in _text_of(elements).split("\n")
    )
    block = TextBlock(kind="text", id=maker.new("b"), paragraphs=rows)
    return report.changed(front=Front(), content=(block,))
