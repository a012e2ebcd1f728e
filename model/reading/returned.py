"""A Word file that came back (退回稿), as it was read: text as accepted, who changed what, remarks.

What a foreign file tells of itself is kept as told: authors and times are its words, not facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from model.reading.source import Note


class Stroke(NamedTuple):
    """A run of text that tracking says was put in, or (`text`) taken out at `start`; by whom."""

    start: int
    end: int
    who: str
    when: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """One paragraph as it reads when all tracked changes are accepted.

    `ids` are the records whose bookmarks touch it, `strokes` what was tracked in it.
    """

    text: str
    ids: tuple[str, ...] = ()
    strokes: tuple[Stroke, ...] = ()

    @property
    def rejected(self) -> str:
        """The paragraph as it reads when all tracked changes are refused."""
        pieces: list[str] = []
        at = 0
        for stroke in self.strokes:
            pieces += (self.text[at : stroke.start], stroke.text)
            at = max(at, stroke.end)
        return "".join(pieces) + self.text[at:]

    def author(self, start: int, end: int) -> tuple[str, str]:
        """Return who changed a stretch of the text, and when, as the file tells; ('', '')."""
        for stroke in self.strokes:
            if stroke.start < end and start < stroke.end:
                return stroke.who, stroke.when
        for stroke in self.strokes:
            if start <= stroke.start <= end or start <= stroke.end <= end:
                return stroke.who, stroke.when
        return "", ""


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    """A table as rows of cells; `row_ids` are the records that every row shows."""

    rows: tuple[tuple[str, ...], ...]
    row_ids: tuple[tuple[str, ...], ...] = ()


class Reply(NamedTuple):
    """What somebody answered to a remark."""

    text: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment (批注): on which line or table, on which words, what it says, what was answered."""

    block: int
    words: str
    text: str
    who: str = ""
    when: str = ""
    done: bool = False
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. `draft` is the mark of the draft it was, `is_tracked` whether
    anything in it was changed with tracking on, `notes` what was not read."""

    blocks: tuple[ReturnedLine | ReturnedTable, ...]
    remarks: tuple[Remark, ...] = ()
    notes: tuple[Note, ...] = ()
    draft: str = ""
    is_tracked: bool = False

    @property
    def lines(self) -> tuple[ReturnedLine, ...]:
        """Its paragraphs without those that are blank."""
        return tuple(
            one for one in self.blocks if isinstance(one, ReturnedLine) and one.text.strip()
        )

    @property
    def tables(self) -> tuple[ReturnedTable, ...]:
        return tuple(one for one in self.blocks if isinstance(one, ReturnedTable))


def returned_to_plain(returned: Returned) -> dict[str, Any]:
    """What came back as JSON can carry it."""
    blocks: list[Any] = [
        {"text": one.text, "ids": list(one.ids), "strokes": [list(each) for each in one.strokes]}
        if isinstance(one, ReturnedLine)
        else {"rows": list(map(list, one.rows)), "row_ids": list(map(list, one.row_ids))}
        for one in returned.blocks
    ]
    remarks = [
        [
            [one.block, one.words, one.text, one.who, one.when, one.done],
            list(map(list, one.replies)),
        ]
        for one in returned.remarks
    ]
    notes = [[note.kind, note.count, note.message, list(note.texts)] for note in returned.notes]
    return {
        "blocks": blocks,
        "remarks": remarks,
        "notes": notes,
        "draft": returned.draft,
        "is_tracked": returned.is_tracked,
    }


def returned_from_plain(plain: dict[str, Any]) -> Returned:
    """What `returned_to_plain` wrote."""
    blocks = tuple(
        ReturnedTable(*(tuple(map(tuple, block[name])) for name in ("rows", "row_ids")))
        if "rows" in block
        else ReturnedLine(
            block["text"], tuple(block["ids"]), tuple(Stroke(*each) for each in block["strokes"])
        )
        for block in plain["blocks"]
    )
    remarks = tuple(
        Remark(block, words, text, who, when, done, tuple(Reply(*each) for each in replies))
        for (block, words, text, who, when, done), replies in plain["remarks"]
    )
    notes = tuple(Note(kind, n, said, tuple(texts)) for kind, n, said, texts in plain["notes"])
    return Returned(blocks, remarks, notes, plain["draft"], plain["is_tracked"])
