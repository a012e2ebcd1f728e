"""A foreign .docx AS A SOURCE: text and structure only. Runs in the child process.

Nothing of the file is kept but its text and hints: no template, link, macro or picture of it
reaches a project or an export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lxml import etree

from model.reading.kinds import refused
from model.reading.limits import MAX_CHARACTERS, MAX_PARAGRAPHS
from model.reading.source import BOX, NOTES, Note, Source, SourceParagraph, SourceTable
from model.reading.text_file import strange_characters
from model.word.read.body import Body, text_of
from model.word.read.bookmarks import Bookmarks
from model.word.read.charts import charts_of
from model.word.read.names import ID, TYPE, w
from model.word.read.numbering import Numbering
from model.word.read.package import Package
from model.word.read.styles import Styles

BodyT = TypeVar("BodyT", bound=Body)
_PAGE_NUMBER = re.compile(r"[\s\d—–\-·第共页/]*")
_COUNTED = (
    ("numbering", "有{}处自动编号，已变成文字。"),
    ("changes", "有{}处修订痕迹，按接受修订来读。"),
    ("tables", "有{}个表格，按表格读入。"),
    ("charts", "有{}张图，按图里的数读入。"),
    ("pictures", "有{}处图片或图形，没有读。"),
)
_LEFT_OUT = (
    ("boxes", "有{}个文本框，里面的文字没有读进正文。"),
    ("footnotes", "有{}条脚注，没有读进正文。"),
    ("endnotes", "有{}条尾注，没有读进正文。"),
    ("comments", "有{}条批注，没有读进正文。"),
    ("hidden", "有{}处隐藏的文字，没有读。"),
    ("headers", "页眉页脚有{}处文字，没有读。"),
)


def read_docx(data: bytes, path: Path) -> Source:
    """The source in the bytes of a .docx; `path` is named in `ReadRefused`."""
    package = Package(data, path)
    body, bookmarks = read_body(package, path, Body, with_charts=True)
    notes = notes_of(package, body)
    return Source(_with_notes(package, body), notes, "docx", draft=bookmarks.draft)


def read_body(
    package: Package, path: Path, kind: type[BodyT], *, with_charts: bool = False
) -> tuple[BodyT, Bookmarks]:
    """The body of a file, walked through, its charts as tables or told as pictures; raises
    `ReadRefused`.
    """
    main = package.main_part()
    root = package.tree(main)
    found = root.find(w("body")) if root is not None else None
    if found is None:
        raise refused(path, "里面没有 Word 文稿的正文。请确认选对了文件")
    bookmarks = Bookmarks(found)
    body = kind(
        Styles(only_part(package, main, "styles")),
        Numbering(only_part(package, main, "numbering")),
        bookmarks,
    )
    if with_charts:
        body.charts = charts_of(package, main)
    body.read(found)
    _check_amount(body, path)
    return body, bookmarks


def notes_of(package: Package, body: Body) -> tuple[Note, ...]:
    """What the clerk must know of the reading of a body."""
    _collect_notes(package, package.main_part(), body)
    text = Source(tuple(body.blocks), kind="docx").text
    return (*_told(body), *strange_characters(text))


def _with_notes(package: Package, body: Body) -> tuple[SourceParagraph | SourceTable, ...]:
    """The blocks with the text of each note in the place of its number; remarks are no text."""
    told: dict[tuple[str, str], str] = {}
    for kind in NOTES:
        root = only_part(package, package.main_part(), kind) if body.counted[kind] else None
        told |= {
            (kind, note.get(ID, "")): text_of(note) for note in (root if root is not None else ())
        }
    return tuple(
        replace(block, beside=tuple(_said(block.beside, told)))
        if isinstance(block, SourceParagraph) and block.beside
        else block
        for block in body.blocks
    )


def _said(
    beside: tuple[tuple[str, str], ...], told: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    for kind, words in beside:
        text = words if kind == BOX else told.get((kind, words), "")
        if text:
            yield kind, text


def only_part(package: Package, main: str, kind: str) -> etree._Element | None:
    """The part that the main part relates to as `kind`."""
    parts = package.related(main, kind)
    return package.tree(parts[0]) if parts else None


def _check_amount(body: Body, path: Path) -> None:
    if len(body.blocks) > MAX_PARAGRAPHS:
        raise refused(path, f"有{len(body.blocks)}段，超过{MAX_PARAGRAPHS}段的上限，不像一份文稿")
    characters = sum(len(one.text) for one in body.blocks if isinstance(one, SourceParagraph))
    if characters > MAX_CHARACTERS:
        limit = MAX_CHARACTERS // 10_000
        raise refused(
            path, f"文字有{characters // 10_000}万字，超过{limit}万字的上限，不像一份文稿"
        )
    is_empty = not Source(tuple(body.blocks)).text.strip()
    if is_empty and not body.left_out["boxes"]:
        raise refused(path, "里面没有文字。请确认选对了文件")


def _collect_notes(package: Package, main: str, body: Body) -> None:
    """The texts of footnotes, comments and headers, which are told and not read."""
    for kind in ("footnotes", "endnotes", "comments"):
        root = only_part(package, main, kind) if body.counted[kind] else None
        for one in root if root is not None else ():
            if one.get(TYPE) is None:
                body.left_out[kind].append(text_of(one))
    for kind in ("header", "footer"):
        for part in package.related(main, kind):
            root = package.tree(part)
            text = text_of(root) if root is not None else ""
            if not _PAGE_NUMBER.fullmatch(text):
                body.left_out["headers"].append(text)


def _told(body: Body) -> list[Note]:
    counted = [(kind, body.counted[kind], said, ()) for kind, said in _COUNTED]
    texts = [(kind, tuple(body.left_out[kind]), said) for kind, said in _LEFT_OUT]
    left_out = [
        (kind, max(len(found), body.counted[kind]), said, found) for kind, found, said in texts
    ]
    return [
        Note(kind, count, said.format(count), tuple(found))
        for kind, count, said, found in (*counted, *left_out)
        if count
    ]
