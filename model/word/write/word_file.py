"""A `Document` AS A WORD FILE that needs no more formatting. Bytes only: storage writes them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from model.document import Document, Table
from model.paging.sheets import ending
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import Removed, clean
from model.typesetting.table_look import table_look
from model.word.write.body import body_xml
from model.word.write.package import package

Mode = Literal["proof", "review", "final"]
"""核对稿, 送审稿, 定稿."""


class Written(NamedTuple):
    """A .docx as bytes, and what was taken out of the text because no file may hold it."""

    data: bytes
    removed: tuple[Removed, ...]


def write_document(
    document: Document,
    style: HouseStyle,
    *,
    mode: Mode,
    stamp: str | None = None,
    draft: str | None = None,
) -> Written:
    """The Word file of `document` in the house style `style`.

    A proof marks blanks (yellow) and carried text (pale blue) and has `stamp` (number and time of
    the draft) in its footer; the others are clean and take no notice of it. A review has the
    label of its house style (征求意见稿) at the upper left. Both number their lines if wanted.
    `draft` is the mark by which the file is known when it comes back.
    Equal input gives equal bytes.
    """
    from model.word.write.skeleton import skeleton  # noqa: PLC0415  (python-docx loads slowly)

    proof = mode == "proof"
    shown = clean(stamp)[0] if proof and stamp else ""
    said = clean(style.review_label)[0] if mode == "review" else ""
    tables = (block for block in document.body if isinstance(block, Table))
    turned = any(table_look(table, style).wide for table in tables)
    end = ending(document, style)
    record = None if end is None or end.follows else end.numbered
    lined = document.line_numbers and mode != "final"
    frame = skeleton(
        style,
        stamped=bool(shown),
        turned=turned,
        labelled=bool(said),
        record=record,
        lined=lined,
    )
    body, removed = body_xml(document, style, frame.sections, end, marked=proof, draft=draft)
    return Written(package(frame.filled(body, clean(document.title)[0], shown, said)), removed)
