"""A Word file THAT CAME BACK: the same body, with who changed what, and the remarks.

Runs in the child process only. Tracked changes are taken as accepted; the text they took out is
kept beside, so that the paragraph can also be told as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from model.reading.returned import Remark, Reply, Returned, ReturnedLine, ReturnedTable, Stroke
from model.reading.source import SourceParagraph
from model.word.read.body import Body, text_of
from model.word.read.names import DELETED, ID, P_PR, R_PR, P, T, w
from model.word.read.package import Package
from model.word.read.word_source import notes_of, only_part, read_body

_INSERTED = frozenset((w("ins"), w("moveTo")))
_AUTHOR, _DATE = w("author"), w("date")
_DELETED_TEXT = w("delText")
_BEGINS, _ENDS, _REFERENCE = (
    w("commentRangeStart"),
    w("commentRangeEnd"),
    w("commentReference"),
)
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_LONGEST_NAME = 40
_LONGEST_LABEL = 12

By = tuple[str, str]
_NOBODY: By = ("", "")


class _Track(NamedTuple):
    """One thing met in a paragraph: a run of living text, text taken out, an end of a remark."""

    text: str = ""
    by: By = _NOBODY
    gone: str = ""
    begins: str = ""
    ends: str = ""
    refers: str = ""


@dataclass
class _Found:
    """Where a remark stands: the block, and the words it is about."""

    block: int
    words: list[str] = field(default_factory=list)


def read_returned_docx(data: bytes, path: Path) -> Returned:
    """What came back in the bytes of a .docx; `path` is named in `ReadRefused`."""
    package = Package(data, path)
    body, bookmarks = read_body(package, path, ReturnedBody)
    main = package.main_part()
    remarks = _remarks(
        only_part(package, main, "comments"),
        only_part(package, main, "commentsExtended"),
        body.places,
    )
    blocks = tuple(
        ReturnedLine(block.text, block.ids, tuple(body.strokes.get(number, ())))
        if isinstance(block, SourceParagraph)
        else ReturnedTable(block.rows, block.row_ids)
        for number, block in enumerate(body.blocks)
    )
    notes = tuple(note for note in notes_of(package, body) if note.kind not in _TOLD_ELSEWHERE)
    return Returned(blocks, remarks, notes, bookmarks.draft, bool(body.counted["changes"]))


_TOLD_ELSEWHERE = frozenset(("changes", "comments", "tables", "numbering"))
"""Notes on what a list of changes shows by itself."""


class ReturnedBody(Body):
    """A body that keeps, besides its blocks, who put in and took out what, and the remarks."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)  # type: ignore[arg-type]
        self.strokes: dict[int, list[Stroke]] = {}
        self.places: dict[str, _Found] = {}
        self._tracks: list[_Track] = []
        self._by = _NOBODY
        self._depth = 0
        self._open: dict[str, _Found] = {}

    def read(self, body: etree._Element) -> None:
        super().read(body)
        if self._tracks and self.blocks:
            self._settle(len(self.blocks) - 1)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        first = len(self.blocks)
        super()._read_paragraph(paragraph)
        if len(self.blocks) > first:
            mark = paragraph.find(f"{P_PR}/{R_PR}")
            for change in mark if mark is not None else ():
                if change.tag in _INSERTED:
                    self._tracks.append(_Track(by=_by(change)))
            self._settle(first)

    def _end_deleted(self, properties: etree._Element) -> bool:
        deleted = super()._end_deleted(properties)
        for change in properties.iterfind(f"{R_PR}/*") if deleted else ():
            if change.tag in DELETED:
                self._tracks.append(_Track(by=_by(change), gone="\n"))
        return deleted

    def _read_table(self, table: etree._Element) -> None:
        first = len(self.blocks)
        super()._read_table(table)
        if len(self.blocks) > first:
            self._place_remarks(first)
        self._tracks = []

    def _run_text(self, parent: etree._Element) -> str:
        around = self._by
        if parent.tag in _INSERTED:
            self._by = _by(parent)
        text = super()._run_text(parent)
        self._by = around
        return text

    def _text_in_run(self, run: etree._Element) -> str:
        self._depth += 1
        text = super()._text_in_run(run)
        self._depth -= 1
        if not self._depth:
            refers = next((one.get(ID, "") for one in run.iterchildren(_REFERENCE)), "")
            self._tracks.append(_Track(text, self._by, refers=refers))
        return text

    def _pass_over(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in DELETED:
            gone = "".join(one.text or "" for one in element.iter(_DELETED_TEXT, T))
            self._tracks.append(_Track(by=_by(element), gone=gone))
        elif tag == _BEGINS:
            self._tracks.append(_Track(begins=element.get(ID, "")))
        elif tag == _ENDS:
            self._tracks.append(_Track(ends=element.get(ID, "")))

    def _settle(self, first: int) -> None:
        """Give what was met in a paragraph to the blocks that were made of it."""
        at = self._shift(first)
        number, held = first, at
        for track in self._tracks:
            number, held = self._forward(number, held)
            if track.by != _NOBODY:
                self._stroke(number, held, track)
            held += len(track.text.replace("\n", ""))
        self._place_remarks(first)
        self._tracks = []

    def _shift(self, first: int) -> int:
        """How many signs the program put before a paragraph's own text: its automatic number."""
        own = "".join(track.text for track in self._tracks).replace("\n", "").lstrip()
        text = self._text(first)
        for length in range(min(len(text), _LONGEST_LABEL) + 1):
            if own.startswith(text[length:].lstrip()):
                return length
        return 0

    def _text(self, number: int) -> str:
        block = self.blocks[number]
        return block.text if isinstance(block, SourceParagraph) else ""

    def _forward(self, number: int, held: int) -> tuple[int, int]:
        """The block and the sign in it that a place in the paragraph's own text is."""
        while held > len(self._text(number)) and number + 1 < len(self.blocks):
            held -= len(self._text(number))
            number += 1
        return number, held

    def _stroke(self, number: int, at: int, track: _Track) -> None:
        length = len(self._text(number))
        start = min(at, length)
        end = min(at + len(track.text), length)
        found = Stroke(start, end, *track.by, text=track.gone)
        self.strokes.setdefault(number, []).append(found)

    def _place_remarks(self, block: int) -> None:
        for track in self._tracks:
            if track.begins:
                self._open[track.begins] = self.places[track.begins] = _Found(block)
            for found in self._open.values():
                found.words.append(track.text)
            self._open.pop(track.ends, None)
            if track.refers:
                self.places.setdefault(track.refers, _Found(block))


def _by(change: etree._Element) -> By:
    """Who made a tracked change and when, as the file tells."""
    return change.get(_AUTHOR, "")[:_LONGEST_NAME], change.get(_DATE, "")[:_LONGEST_NAME]


class _Thread(NamedTuple):
    """What commentsExtended says of a comment: the comment it answers, and whether it is done."""

    parent: str
    done: bool


def _remarks(
    comments: etree._Element | None,
    extended: etree._Element | None,
    places: dict[str, _Found],
) -> tuple[Remark, ...]:
    """All comments that stand in the text, each with what was answered to it."""
    if comments is None:
        return ()
    threads = {
        one.get(f"{_W15}paraId", ""): _Thread(
            one.get(f"{_W15}paraIdParent", ""), one.get(f"{_W15}done") in ("1", "true")
        )
        for one in (extended if extended is not None else ())
    }
    by_mark: dict[str, str] = {}
    for comment in comments:
        for paragraph in comment.iter(P):
            by_mark[paragraph.get(f"{_W14}paraId", "")] = comment.get(ID, "")
    replies: dict[str, list[Reply]] = {}
    heads: list[tuple[etree._Element, bool]] = []
    for comment in comments:
        thread = _thread(comment, threads)
        parent = by_mark.get(thread.parent, "") if thread.parent else ""
        if parent and parent != comment.get(ID, ""):
            replies.setdefault(parent, []).append(Reply(text_of(comment), *_by(comment)))
        else:
            heads.append((comment, thread.done))
    return tuple(
        Remark(
            found.block,
            "".join(found.words),
            text_of(comment),
            *_by(comment),
            done,
            tuple(replies.get(comment.get(ID, ""), ())),
        )
        for comment, done in heads
        if (found := places.get(comment.get(ID, ""))) is not None
    )


def _thread(comment: etree._Element, threads: dict[str, _Thread]) -> _Thread:
    marks = [paragraph.get(f"{_W14}paraId", "") for paragraph in comment.iter(P)]
    return next((threads[mark] for mark in reversed(marks) if mark in threads), _Thread("", False))
