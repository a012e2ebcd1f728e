"""A part as plain text, for office systems: from the composed text, by where its pieces stand."""

from __future__ import annotations

from model.document import Document, Paragraph
from model.report.record import Record
from model.report.tree import ids_in

_INDENT = "　　"


def part_paragraphs(document: Document, part: Record) -> list[str]:
    """The paragraphs and tables of a part, in reading order."""
    ids = ids_in(part)
    found: list[str] = []
    for block in document.body:
        if isinstance(block, Paragraph):
            places = {(span.place or "").partition(".")[0] for span in block.spans}
            if ids & (places | set(block.ids)):
                found.append(block.text)
        elif ids & set(block.ids):
            found.append(block.text)
    return found


def plain_text(document: Document, part: Record) -> str:
    """The same to be pasted: paragraphs begin with two full-width spaces, tables with none."""
    return "\n".join(
        text if "\t" in text else _INDENT + text for text in part_paragraphs(document, part)
    )
