"""The five sample reports, composed and written, are read back for what they are.

Composing knows the role of every paragraph and what in it is a sign or a lead; reading has only
the text, or the Word file. None of its rules was made on these texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from model.compose.compose import compose
from model.document import Document, Paragraph, Part, Role, Span, Table
from model.jobs.samples import sample_keys
from model.library import shipped
from model.parse.structure import Shape, structure
from model.reading.text_file import read_pasted
from model.word.read.word_source import read_docx
from model.word.write.word_file import write_document
from tests.samples import example

_ROLES = {
    Role.DATE_LINE: "subtitle",
    Role.RECIPIENTS: "salutation",
    Role.ISSUED: "date",
    Role.CAPTION: "note",
    Role.ANNEX_LABEL: "note",
    Role.ANNEX_TITLE: "note",
}
Marks = set[tuple[Part, int, int]]


@cache
def document(key: str) -> Document:
    project = example(key)
    return compose(project, project.reports[0])


def told(composed: Document) -> Iterator[tuple[str, str, Marks]]:
    """Role, text and marked spans of every line, as composing knows them."""
    for block in composed.body:
        if isinstance(block, Table):
            yield from (("note", line, set()) for line in block.text.split("\n"))
        elif block.text.strip():
            role = _ROLES.get(block.role, block.role.value)
            level = str(block.level) if role == "heading" else ""
            yield role + level, block.text, _marks(block)


def _marks(paragraph: Paragraph) -> Marks:
    """The signs and leads of a paragraph; spans of one lead that touch are one."""
    found: list[tuple[Part, int, int]] = []
    at = 0
    for span in paragraph.spans:
        end = at + len(span.text)
        if span.part is not Part.TEXT:
            last = found[-1] if found else None
            if last and last[0] is span.part and last[2] == at:
                found[-1] = (*last[:2], end)
            else:
                found.append((span.part, at, end))
        elif opens_a_demand(span, found, at):
            found.append((Part.LEAD, at, at + span.text.index("。") + 1))
        at = end
    heading = paragraph.role is Role.HEADING
    return {one for one in found if not (heading and one[0] is Part.LEAD)}


def opens_a_demand(span: Span, found: list[tuple[Part, int, int]], at: int) -> bool:
    """Whether a sentence with its own sign opens tasks (一要健全应急机制。): it leads them."""
    is_behind_a_sign = bool(found) and found[-1][0] is Part.MARKER and found[-1][2] == at
    return is_behind_a_sign and (span.place or "").endswith(".opening") and "。" in span.text


def read_marks(shape: Shape) -> Marks:
    found: Marks = set()
    heads = [(shape.marker, shape.lead), *((one.marker, one.lead) for one in shape.points)]
    for marker, lead in heads:
        found |= {(Part.MARKER, *marker)} if marker else set()
        found |= {(Part.LEAD, *lead)} if lead else set()
    return found


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


@pytest.mark.parametrize("key", sample_keys())
def test_a_composed_text_is_read_for_what_it_is(key: str) -> None:
    wanted = list(told(document(key)))
    text = "\n".join(line for _, line, _ in wanted) + "\n"
    shapes = structure(read_pasted(text).lines())
    assert [shape.text for shape in shapes] == [line for _, line, _ in wanted]
    roles = [shape.role + (str(shape.level) if shape.level else "") for shape in shapes]
    same = sum(role == want for role, (want, _, _) in zip(roles, wanted, strict=True))
    assert same / len(wanted) >= 0.98
    for part, least in ((Part.MARKER, 0.98), (Part.LEAD, 0.90)):
        right = found = sought = 0
        for shape, (_, _, marks) in zip(shapes, wanted, strict=True):
            have = {one for one in read_marks(shape) if one[0] is part}
            want = {one for one in marks if one[0] is part}
            right, found, sought = right + len(have & want), found + len(have), sought + len(want)
        assert f1(right, found, sought) >= least


@pytest.mark.parametrize("key", sample_keys())
def test_a_word_file_of_ours_reads_as_its_text(key: str) -> None:
    composed = document(key)
    style = shipped.house_style(composed.house_style)
    written = write_document(composed, style, mode="final").data
    from_word = read_docx(written, Path("稿.docx"))
    from_text = read_pasted(composed.text + "\n")
    assert [line.text for line in from_word.lines() if not line.blank] == [
        line.text for line in from_text.lines() if not line.blank
    ]
    read = [(one.role, one.level, one.marker, one.lead) for one in structure(from_word.lines())]
    plain = [(one.role, one.level, one.marker, one.lead) for one in structure(from_text.lines())]
    assert read == plain
