"""比较两稿: what was changed between two drafts, or a draft and now, as 花脸稿 and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path

from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.errors import UsageError
from model.jobs.export import Stage
from model.jobs.output_formats import format_of
from model.jobs.redpen import text_of_draft
from model.library import shipped
from model.redpen.adoption import as_document
from model.redpen.lines import Grid, Line
from model.redpen.marked_up import Comparison
from model.report.project import Project
from model.report.report import Report
from model.storage import atomic, drafts
from model.storage.atomic import ABSENT

_WIDTH = 6
"""Of a column whose table is no longer in the text, in characters."""


def compare_drafts(
    project: Project, report: Report, former: int, later: int | None = None
) -> Comparison:
    """Compare a draft with a later one, None: with the text as it is now.

    Raises `UsageError` for the same draft twice, `ProjectFileError` for one that is not here.
    """
    if former == later:
        raise UsageError("两边选的是同一稿，没有什么可比。")
    now = compose(project, report)
    text = text_of_draft(project, report, drafts.load(project.id, report.id, former))
    if later is None:
        return Comparison(text, now)
    draft = drafts.load(project.id, report.id, later)
    return Comparison(text, document_of(project, report, draft, now))


def write_document(document: Document, path: Path, *, replace: bool = False) -> None:
    """Write a document that is no draft of anything as a file.

    `replace`: the clerk agreed to replace what is there. Raises `SaveError` and its kinds.
    """
    style = shipped.house_style(document.house_style)
    written = format_of(path).write(document, style, mode=Stage.REVIEW.value)
    atomic.write_bytes(path, written.data, expect=None if replace else ABSENT)


def write_adoption(decisions: Decisions, title: str, path: Path, *, replace: bool = False) -> None:
    """Write 意见采纳情况表 of what stands decided; raises `SaveError` and its kinds."""
    write_document(as_document(decisions, title), path, replace=replace)


def document_of(project: Project, report: Report, draft: drafts.Draft, now: Document) -> Document:
    """A draft as a document: each line looks as that record does now, else as its id tells.

    Its spans tell no place, but of which record they are.
    """
    text = text_of_draft(project, report, draft)
    known = {one.ids[0]: one for one in now.body if isinstance(one, Paragraph) and one.ids}
    paragraphs = [_paragraph(line, known) for line in text.lines if line.text.strip()]
    grids = {grid.id: grid for grid in text.grids}
    body: list[Paragraph | Table] = []
    waiting = [*_tables(now)]
    for paragraph in paragraphs:
        body.append(paragraph)
        for table, behind in waiting:
            if behind in paragraph.ids and table.ids[0] in grids:
                body.append(_table(grids.pop(table.ids[0]), table))
    body += (_table(grid, None) for grid in grids.values())
    return changed(now, body=tuple(body))


def _tables(document: Document) -> Iterator[tuple[Table, str]]:
    """The tables of a text, each with the record that stands right before it."""
    last = ""
    for block in document.body:
        if isinstance(block, Paragraph):
            last = block.ids[-1] if block.ids else last
        elif block.ids:
            yield block, last


def _paragraph(line: Line, known: dict[str, Paragraph]) -> Paragraph:
    spans = tuple(
        Span(run.text, f"{segment.id}.text") for segment in line.segments for run in segment.runs
    )
    like = known.get(line.ids[0]) if line.ids else None
    if like is not None:
        return Paragraph(like.role, spans, like.level, line.ids)
    _, _, role = (line.ids[0] if line.ids else "").partition("_")
    name = role.rstrip("_0123456789")
    if name in {one.value for one in Role}:
        return Paragraph(Role(name), spans, 0, line.ids)
    is_heading = bool(line.ids) and line.ids[0].startswith("s")
    return Paragraph(Role.HEADING if is_heading else Role.BODY, spans, int(is_heading), line.ids)


def _table(grid: Grid, like: Table | None) -> Table:
    rows = tuple(
        tuple(Cell((Span(grid.cell(id_, key)),)) for key in grid.keys) for id_ in grid.rows
    )
    is_like = like is not None and like.keys == grid.keys
    titles = like.titles if like is not None and is_like else ("",) * len(grid.keys)
    widths = like.widths if like is not None and is_like else (_WIDTH,) * len(grid.keys)
    is_small = like.small if like is not None else False
    return Table(titles, widths, rows, (grid.id,), tuple(grid.rows), grid.keys, (), is_small)
