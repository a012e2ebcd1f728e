"""MARKED UP (花脸稿): two states of a text in one document, and what was changed as a list.

Deletions are struck, additions underlined, numbers whole. What was moved stands struck where it
was and underlined where it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from model.document import Cell, Document, Edited, Paragraph, Role, Span, Table
from model.reading.returned import ReturnedLine
from model.redpen.align import Unit, align
from model.redpen.edits import edits
from model.redpen.lines import Line, Text, lines_of
from model.redpen.tokens import BREAK

_AROUND = 12
_NOTHING = "（没有）"
_HEADS = ("序号", "所在部分", "原文", "改为")


class Amended(NamedTuple):
    """One change between two states: the heading it stands below, what was and what is there."""

    heading: str
    before: str
    after: str


class Comparison(NamedTuple):
    """Two states of a text: the former one, and the later one as it is set."""

    former: Text
    later: Document

    def _units(self) -> tuple[tuple[Unit, ...], list[Line], list[Line]]:
        former = [line for line in self.former.lines if line.text.strip()]
        later = [line for line in lines_of(self.later).lines if line.text.strip()]
        return align(former, [ReturnedLine(line.text, line.ids) for line in later]), former, later

    def marked(self) -> Document:
        """Return the later state with all that was changed marked."""
        blocks = [one for one in self.later.body if isinstance(one, Table) or one.text.strip()]
        units, former, _ = self._units()
        paragraphs = [one for one in blocks if isinstance(one, Paragraph)]
        shown: dict[int, list[Paragraph]] = {}
        ahead: list[Paragraph] = []
        last: int | None = None
        for unit in units:
            before = BREAK.join(former[number].text for number in unit.base)
            lost = before if not unit.theirs or unit.is_moved else ""
            for text in filter(None, lost.split(BREAK)):
                struck = Paragraph(Role.BODY, (Span(text, edited=Edited.DELETED),))
                (ahead if last is None else shown[last]).append(struck)
            if unit.theirs:
                stay = "" if unit.is_moved else before
                made = _marked([paragraphs[n] for n in unit.theirs], stay)
                shown |= {number: [one] for number, one in zip(unit.theirs, made, strict=True)}
                last = unit.theirs[-1]
        body: list[Paragraph | Table] = [*ahead]
        number = 0
        for block in blocks:
            if isinstance(block, Table):
                body.append(self._table(block))
            else:
                body += shown[number]
                number += 1
        return replace(self.later, body=tuple(body), official=False)

    def _table(self, table: Table) -> Table:
        """A table with the cells and rows that were changed; rows that went stand at its end."""
        former = next((one for one in self.former.grids if one.id in table.ids), None)
        if former is None or len(former.keys) != len(table.keys):
            return table
        rows = [
            tuple(
                Cell(marked_spans(former.cell(id_, key), cell.spans), cell.numeric)
                for key, cell in zip(table.keys, row, strict=True)
            )
            for id_, row in zip(table.row_ids, table.rows, strict=True)
        ]
        gone = [id_ for id_ in former.rows if id_ not in table.row_ids]
        rows += [
            tuple(
                Cell((Span(former.cell(id_, key), edited=Edited.DELETED),)) for key in former.keys
            )
            for id_ in gone
        ]
        return Table(
            table.titles, table.widths, tuple(rows), table.ids,
            (*table.row_ids, *gone), table.keys, (), table.small,
        )  # fmt: skip

    def list_amended(self) -> tuple[Amended, ...]:
        """Return all changes in reading order, for 修改说明; signs that only moved on are none."""
        units, former, later = self._units()
        headings = _headings(self.later)
        found: list[Amended] = []
        heading = ""
        for unit in units:
            before = BREAK.join(former[number].text for number in unit.base)
            after = BREAK.join(later[number].text for number in unit.theirs)
            if unit.theirs:
                heading = headings[unit.theirs[0]]
            if unit.is_moved:
                found.append(Amended(heading, "", f"（挪到这里）{after}"))
            if not before or not after:
                found.append(Amended(heading, before, after))
                continue
            found += (
                _amended(heading, before, (one.start, one.end), one.new)
                for one in edits(before, after)
                if not one.is_sign
            )
        found += self._amended_cells()
        return tuple(found)

    def _amended_cells(self) -> Iterator[Amended]:
        for table in (one for one in self.later.body if isinstance(one, Table)):
            former = next((one for one in self.former.grids if one.id in table.ids), None)
            for id_, row in zip(table.row_ids, table.rows, strict=True) if former else ():
                for key, cell in zip(table.keys, row, strict=True):
                    before = former.cell(id_, key) if former else ""
                    if before != cell.text:
                        yield Amended(f"表格 {row[0].text}", before, cell.text)

    def as_list(self) -> Document:
        """Return 修改说明: a table of all changes."""
        rows = tuple(
            tuple(
                Cell((Span(text),))
                for text in (
                    str(number), one.heading, one.before or _NOTHING, one.after or "（删去）",
                )
            )
            for number, one in enumerate(self.list_amended(), 1)
        )  # fmt: skip
        return table_document(f"{self.later.title}修改说明", _HEADS, (3, 8, 13, 13), rows)


def table_document(
    title: str,
    heads: tuple[str, ...],
    widths: tuple[int, ...],
    rows: tuple[tuple[Cell, ...], ...],
) -> Document:
    """Return a title and a table below it, nothing else."""
    head = Paragraph(Role.TITLE, (Span(title),))
    if not rows:
        return Document(title, (head, Paragraph(Role.BODY, (Span("没有改动。"),))))
    return Document(title, (head, Table(heads, widths, rows, small=True)))


def _amended(heading: str, before: str, span: tuple[int, int], new: str) -> Amended:
    """A change with some words around it, so that its place is found."""
    start, end = span
    ahead, behind = before[max(0, start - _AROUND) : start], before[end : end + _AROUND]
    opens, ends = "…" if start > _AROUND else "", "…" if end + _AROUND < len(before) else ""
    said = (f"{opens}{ahead}{words}{behind}{ends}" for words in (before[start:end], new))
    return Amended(heading, *(words.replace(BREAK, "¶") for words in said))


def _headings(document: Document) -> list[str]:
    """The heading that each paragraph stands below."""
    found: list[str] = []
    heading = ""
    for block in document.body:
        if isinstance(block, Paragraph) and block.text.strip():
            heading = block.text if block.role is Role.HEADING else heading
            found.append(heading)
    return found


def _marked(paragraphs: Sequence[Paragraph], before: str) -> Iterator[Paragraph]:
    """Paragraphs that stand together with what was changed in them since `before`."""
    spans: list[Span] = []
    for number, one in enumerate(paragraphs):
        spans += [Span(BREAK), *one.spans] if number else one.spans
    made: list[list[Span]] = [[]]
    for span in marked_spans(before, spans):
        if BREAK not in span.text or span.edited is Edited.DELETED:
            made[-1].append(Span(span.text.replace(BREAK, "¶"), part=span.part, edited=span.edited))
            continue
        for number, text in enumerate(span.text.split(BREAK)):
            if number:
                made[-1] += [Span("¶", edited=Edited.ADDED)] if span.edited else []
                made.append([])
            made[-1] += [Span(text, part=span.part, edited=span.edited)] if text else []
    for one, row in zip(paragraphs, made, strict=True):
        yield Paragraph(one.role, tuple(row), one.level, one.ids)


def marked_spans(before: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans with what was put in between marked, and what was taken out put back, struck."""
    after = "".join(span.text for span in spans)
    found = [one for one in edits(before, after) if not one.is_sign]
    cuts = [(one.their_start, one.their_end, before[one.start : one.end]) for one in found]
    made: list[Span] = []
    at = 0
    for span in spans:
        made += _span(span, at, cuts)
        at += len(span.text)
    made += [Span(lost, edited=Edited.DELETED) for start, _, lost in cuts if start >= at and lost]
    return tuple(made)


def _span(span: Span, at: int, cuts: Sequence[tuple[int, int, str]]) -> Iterator[Span]:
    """One span in pieces: as it was, put in, and before that what was taken out there."""
    end, here = at + len(span.text), at
    for start, stop, lost in cuts:
        if stop < at or start >= end:
            continue
        if here < start:
            yield Span(span.text[here - at : start - at], part=span.part)
        if lost and start >= at:
            yield Span(lost, part=span.part, edited=Edited.DELETED)
        first, last = max(start, at, here), min(stop, end)
        if first < last:
            yield Span(span.text[first - at : last - at], part=span.part, edited=Edited.ADDED)
        here = max(here, first if stop == start else last)
    if here < end:
        yield Span(span.text[here - at :], part=span.part)
