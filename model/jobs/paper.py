"""照纸稿改: what a leader wrote on a printed draft, found by page and line, taken in like any file.

The paragraph is changed as the paper has it; what that comes down to (numbers, words, paragraphs)
is compared and decided as for a Word file that came back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from model.compose.compose import compose
from model.errors import PlaceError, UsageError
from model.jobs.brought import Brought
from model.jobs.draft_changes import document_of
from model.jobs.redpen import text_of_draft
from model.library import shipped
from model.paging.faces import NominalFaces
from model.paging.numbered_lines import NumberedLine, numbered_lines
from model.paging.sheets import Binder
from model.reading.returned import Returned, ReturnedLine, ReturnedTable, Stroke
from model.redpen.apply import apply
from model.redpen.compare import compare
from model.redpen.lines import Grid, Text
from model.redpen.marked_choice import marked_paragraph
from model.report.project import Project
from model.report.report import Report
from model.storage import drafts


class PaperLine(NamedTuple):
    """A printed line: what stands on it, and the paragraph it is of, by its number in the draft.

    `start` is where the line begins in the text of the paragraph.
    """

    text: str
    paragraph: int
    whole: str
    start: int


class Paper:
    """A draft as it was printed: its pages with numbered lines."""

    def __init__(self, project: Project, report: Report, number: int) -> None:
        """Raises `ProjectFileError` for a draft that is not kept on this PC."""
        self.number = number
        draft = drafts.load(project.id, report.id, number)
        self.text = text_of_draft(project, report, draft)
        style = shipped.usable_house_style(draft.meta.get("style", report.house_style))
        document = document_of(project, report, draft, compose(project, report))
        sheets = Binder(style, NominalFaces(style)).sheets(document)
        self.pages = [tuple(numbered_lines(page)) for page in sheets]
        self._rows = {id_: at for at, line in enumerate(self.text.lines) for id_ in line.ids}

    def line(self, page: int, line: int) -> PaperLine:
        """The line of a page, both counted from 1; raises `PlaceError` where there is none."""
        if not 1 <= page <= len(self.pages):
            raise PlaceError(f"第{self.number}稿只有{len(self.pages)}页，没有第{page}页。")
        lines = self.pages[page - 1]
        if not 1 <= line <= len(lines):
            told = f"只有{len(lines)}行" if lines else "只有表格，没有编行号的文字"
            raise PlaceError(f"第{page}页{told}，没有第{line}行。表格里的行不编号。")
        found = lines[line - 1]
        at = self._paragraph(found)
        if at is None:
            raise PlaceError("这一行是程序按设置写出来的（如版头、版记），请在“基本情况”里改。")
        whole = self.text.lines[at].text
        start = found.laid.lines[found.line].start
        return PaperLine(found.text, at, whole, min(start, len(whole)))

    def _paragraph(self, line: NumberedLine) -> int | None:
        known = (self._rows[owner] for owner in line.laid.owners if owner in self._rows)
        return min(known, default=None)


class PaperChanges(NamedTuple):
    """What was written on a printed draft, which reads `base`: `edits` are paragraphs by their
    number, as they are to read; '' takes one away, a line break makes two."""

    report: str
    draft: int
    base: Text
    edits: Mapping[int, str]
    who: str
    day: date
    title: str = "照纸稿改"
    called: str = "纸稿上改的"

    def read(self) -> Returned:
        """The draft with what was written on it, as if it were a file with tracked changes."""
        lines: list[ReturnedLine | ReturnedTable] = []
        for at, line in enumerate(self.base.lines):
            said = self.edits.get(at, line.text)
            for text in said.split("\n") if at in self.edits else [said]:
                if text.strip():
                    stroke = Stroke(0, len(text), self.who, self.day.isoformat())
                    strokes = (stroke,) if at in self.edits else ()
                    lines.append(ReturnedLine(text, line.ids, strokes))
        return Returned((*lines, *map(_as_it_was, self.base.grids)))

    def compare(self, project: Project, read: Returned, today: date) -> Brought:
        """Compare what the paper says with the project as it is now; raises `UsageError`."""
        report = project.report(self.report)
        if report is None:
            raise UsageError("这一份文稿已经删去了，不能再照它的纸稿改。")
        source = f"第{self.draft}稿（纸稿）"
        plan = compare(project, report, read, self.base, source, today)
        return Brought(
            project,
            plan.choices,
            lambda decisions, day: apply(plan, decisions, day),
            plan.notes,
            (report.id,),
            self.draft,
            compose(project, report).title,
            lambda choice: marked_paragraph(plan, choice),
        )


def _as_it_was(grid: Grid) -> ReturnedTable:
    """A table nobody changed, as a file would have it."""
    rows = (tuple(grid.cell(id_, key) for key in grid.keys) for id_ in grid.rows)
    return ReturnedTable((grid.keys, *rows), ((grid.id,), *((id_,) for id_ in grid.rows)))
