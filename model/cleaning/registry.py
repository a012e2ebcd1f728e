"""CLEANING A MANUSCRIPT BEFORE IT IS READ (整理): its kinds, what each would do, and doing it.

Nothing is done unless it is named; the order is that in which one makes the next possible.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.cleaning.beside import find_boxes, find_footnotes
from model.cleaning.broken_lines import find_broken_lines
from model.cleaning.characters import find_blanks_inside, find_wide_digits
from model.cleaning.edit import Edit, Finder, apply_edits
from model.cleaning.one_paragraph import find_one_paragraph
from model.cleaning.page_lines import find_contents, find_page_numbers
from model.cleaning.web_lines import find_advertising, find_web_lines
from model.reading.source import BOX, NOTES, Source, SourceTable, row_text


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A kind of cleaning: its name on the command line, its title, what it does, how it finds, and
    the notes on the reading of the file that are no longer true afterwards."""

    name: str
    title: str
    about: str
    find: Finder
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One place: the lines as they are, and as they would be (none: they go)."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cleaning that would change this manuscript, with every place."""

    cleaning: Cleaning
    changes: tuple[Change, ...]


CLEANINGS: Final[tuple[Cleaning, ...]] = (
    Cleaning("文本框", "把文本框里的字放进正文", "放在文本框所在的段落后面", find_boxes, (BOX,)),
    Cleaning(
        "脚注", "把脚注和尾注放进正文", "写成“注：……”，放在所在的段落后面", find_footnotes, NOTES
    ),
    Cleaning("网页", "删去网页上的文字", "下载、打印、来源、上一篇、相关文章等", find_web_lines),
    Cleaning("广告", "删去水印和广告", "网址、公众号、文库等与文稿无关的字", find_advertising),
    Cleaning(
        "页码", "删去页码", "页码行和夹在字中间的页码，被页码断开的段接起来", find_page_numbers
    ),
    Cleaning("目录", "删去目录", "带页码的目录行；正文里的小标题不动", find_contents),
    Cleaning("数字", "全角数字改成半角", "５．８％ 改成 5.8%", find_wide_digits),
    Cleaning(
        "空格", "删去字中间的空格", "词和数中间多余的空格；留着要填的空不动", find_blanks_inside
    ),
    Cleaning("断行", "把断行接起来", "一段话断成了许多行的，接成一段", find_broken_lines),
    Cleaning(
        "拆段", "把连成一段的拆开", "在“一、”“（一）”等序号前、段内换行处拆开", find_one_paragraph
    ),
)
BY_NAME: Final[Mapping[str, Cleaning]] = {cleaning.name: cleaning for cleaning in CLEANINGS}


def propose(source: Source, wanted: Collection[str] | None = None) -> tuple[Proposal, ...]:
    """What each cleaning would change, after those of `wanted` before it (None: all)."""
    proposals = []
    for cleaning in CLEANINGS:
        edits = cleaning.find(source.blocks)
        if edits:
            changes = tuple(_change(source, edit) for edit in edits)
            proposals.append(Proposal(cleaning, changes))
        if edits and (wanted is None or cleaning.name in wanted):
            source = _after(source, cleaning, edits)
    return tuple(proposals)


def clean(source: Source, wanted: Collection[str]) -> Source:
    """The manuscript after the cleanings of these names."""
    for cleaning in CLEANINGS:
        if cleaning.name in wanted and (edits := cleaning.find(source.blocks)):
            source = _after(source, cleaning, edits)
    return source


def _after(source: Source, cleaning: Cleaning, edits: Sequence[Edit]) -> Source:
    notes = tuple(note for note in source.notes if note.kind not in cleaning.settles)
    return replace(apply_edits(source, edits), notes=notes)


def _change(source: Source, edit: Edit) -> Change:
    before: list[str] = []
    if edit.start == edit.end and edit.start:  # what comes in is shown behind what it follows
        shown = _change(source, Edit(edit.start - 1, edit.end))
        return Change(shown.before, (*shown.before, *edit.texts))
    for block in source.blocks[edit.start : edit.end]:
        if isinstance(block, SourceTable):
            before += [row_text(row) for row in block.rows]
        elif block.text.strip():
            before.append(block.text.strip())
    return Change(tuple(before), edit.texts)
