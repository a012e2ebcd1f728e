"""The body of a Word file: paragraphs with their numbering, tables as tables, the rest told.

Tracked changes are taken as accepted. Text boxes, footnotes, comments, pictures and hidden text
are counted, with their texts where they have any, and not read into the manuscript.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from model.reading.source import BOX, Hint, SourceParagraph, SourceTable
from model.word.read.bookmarks import Bookmarks
from model.word.read.charts import ReadChart, relation_of
from model.word.read.formats import SYMBOLS
from model.word.read.names import (
    BREAK,
    COMPATIBILITY,
    DELETED,
    HEADER,
    ID,
    MATH,
    P_PR,
    R_PR,
    RETURN,
    TAB,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    TR_PR,
    TYPE,
    VAL,
    P,
    R,
    T,
    w,
)
from model.word.read.numbering import Numbering
from model.word.read.record import is_record
from model.word.read.styles import Said, Styles, said_by

_P_STYLE, _VANISH = w("pStyle"), w("vanish")
_INSIDE = frozenset(
    (w("ins"), w("moveTo"), w("hyperlink"), w("smartTag"), w("sdtContent"), w("fldSimple"),
     w("customXml"), w("bdo"), w("dir"), w("sdt"), w("rubyBase"), w("ruby"),
     f"{COMPATIBILITY}AlternateContent", f"{COMPATIBILITY}Choice")
)  # fmt: skip
_INSERTED = frozenset((w("ins"), w("moveTo")))
_PICTURES = frozenset((w("drawing"), w("pict"), w("object")))
_REFERENCES = {
    w("footnoteReference"): "footnotes",
    w("endnoteReference"): "endnotes",
    w("commentReference"): "comments",
}
_TITLE_SIZE = 36
"""Half-points. In a centred line of this size a break inside the paragraph only sets the title."""
_TITLE_BREAK = re.compile(r"(?<![!-~])\n|\n(?![!-~])")
_CELL, _SPAN = w("tcPr"), w("gridSpan")
_MOST_COLUMNS = 63
"""No table of Word has more."""
_PAGE_BREAKS = frozenset(("page", "column"))


class Body:
    """Walks a body once; afterwards `blocks`, `counted` and `left_out` hold what was found."""

    def __init__(self, styles: Styles, numbering: Numbering, bookmarks: Bookmarks) -> None:
        self._styles = styles
        self._numbering = numbering
        self._bookmarks = bookmarks
        self._hints: dict[tuple[str, Said], Hint] = {}
        self._joined = ""  # the text of paragraphs whose end was deleted
        self._joining: list[etree._Element] = []  # those of them that have any
        self._beside: list[tuple[str, str]] = []  # boxes with their text, notes with their number
        self.blocks: list[SourceParagraph | SourceTable] = []
        self.charts: Mapping[str, ReadChart] = {}
        """Those that are read, by the relation that shows them."""
        self._drawn: list[SourceTable] = []
        self.counted: Counter[str] = Counter()
        self.left_out: defaultdict[str, list[str]] = defaultdict(list)

    def read(self, body: etree._Element) -> None:
        """Read all blocks of `w:body`."""
        for element in self._blocks_of(body):
            if element.tag == P:
                self._read_paragraph(element)
            else:
                self._read_table(element)
        last = self.blocks[-1] if self.blocks else None
        if self._beside and isinstance(last, SourceParagraph):
            self.blocks[-1] = replace(last, beside=(*last.beside, *self._beside))
        if self._joined:
            self.blocks.append(
                SourceParagraph(self._joined, ids=self._bookmarks.ids_of(*self._joining))
            )

    def _blocks_of(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Paragraphs and tables, in order, also inside content controls and insertions."""
        for element in parent:
            if element.tag in (P, TBL):
                yield element
            elif element.tag in _INSIDE:
                yield from self._blocks_of(element)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(P_PR)
        own = self._run_text(paragraph)
        text = self._joined + own
        if properties is not None and self._end_deleted(properties):
            self._joined = text
            self._joining += [paragraph] if own else []
            return
        ids = self._bookmarks.ids_of(*self._joining, paragraph)
        self._joined, self._joining = "", []
        style, said = self._said(paragraph, properties)
        label = self._label(style, said) if text.strip() else ""
        if said.alignment == "center" and (said.size or 0) >= _TITLE_SIZE:
            text = text.replace("\n", "")
        drawn, self._drawn = self._drawn, []
        if drawn and not text.strip():
            self.blocks += drawn
            return
        pieces = (label + text).split("\n")
        kept = [piece for piece in pieces if piece.strip()] or [""]
        hint = self._hint(style, said)
        self.blocks += [SourceParagraph(piece, hint, ids=ids) for piece in kept]
        if self._beside:
            last = SourceParagraph(kept[-1], hint, ids=ids, beside=tuple(self._beside))
            self.blocks[-1] = last
            self._beside = []
        self.blocks += drawn

    def _end_deleted(self, properties: etree._Element) -> bool:
        mark = properties.find(R_PR)
        deleted = mark is not None and any(one.tag in DELETED for one in mark)
        self.counted["changes"] += deleted
        return deleted

    def _said(
        self, paragraph: etree._Element, properties: etree._Element | None
    ) -> tuple[str, Said]:
        """The paragraph's style, and all that is said of it."""
        named = properties.find(_P_STYLE) if properties is not None else None
        style = self._styles.default if named is None else named.get(VAL, "")
        run = _first_run_properties(paragraph)
        if properties is None and run is None:
            return style, self._styles.of(style)
        return style, self._styles.over(style, said_by(properties, run))

    def _label(self, style: str, said: Said) -> str:
        if said.list is None or said.list == "0":
            return ""
        level = said.list_level
        if level is None:
            tied = self._numbering.by_style.get(style)
            level = tied[1] if tied is not None else 0
        label = self._numbering.label(said.list, level)
        self.counted["numbering"] += bool(label)
        return label

    def _hint(self, style: str, said: Said) -> Hint:
        key = (style, said)
        if key not in self._hints:
            self._hints[key] = self._styles.hint(style, said)
        return self._hints[key]

    def _read_table(self, table: etree._Element) -> None:
        rows, ids = [], []
        for row in self._children(table, TR):
            properties = row.find(TR_PR)
            if properties is not None and any(one.tag in DELETED for one in properties):
                self.counted["changes"] += 1
                continue
            cells = self._cells(row)
            rows.append(tuple(map(_one_line, cells)) if _is_head(properties) else cells)
            ids.append(self._bookmarks.ids_of(*row.iter(P)))
        if is_record(rows):
            for cells, own in zip(rows, ids, strict=True):
                said = "\t".join(filter(str.strip, cells))
                self.blocks.append(SourceParagraph(said, ids=own))
        elif any(cell.strip() for row in rows for cell in row):
            self.counted["tables"] += 1
            self.blocks.append(SourceTable(tuple(rows), tuple(ids) if any(ids) else ()))

    def _cells(self, row: etree._Element) -> tuple[str, ...]:
        """The cells of a row; one that spans columns leaves those it covers empty, so that what
        stands under a head is found under it."""
        cells: list[str] = []
        for cell in self._children(row, TC):
            cells += [self._cell_text(cell), *[""] * (_columns_of(cell) - 1)]
        return tuple(cells)

    def _children(self, parent: etree._Element, tag: str) -> Iterator[etree._Element]:
        for element in parent:
            if element.tag == tag:
                yield element
            elif element.tag in _INSIDE:
                yield from self._children(element, tag)

    def _cell_text(self, cell: etree._Element) -> str:
        """A cell's paragraphs; a table inside a cell is told by its rows."""
        lines = []
        for element in self._blocks_of(cell):
            if element.tag == P:
                properties = element.find(P_PR)
                text = self._run_text(element)
                if properties is not None and text.strip():
                    text = self._label(*self._said(element, properties)) + text
                lines.append(text)
            else:
                rows = self._children(element, TR)
                lines += [" ".join(map(self._cell_text, self._children(row, TC))) for row in rows]
        return "\n".join(line for line in lines if line.strip())

    def _run_text(self, parent: etree._Element) -> str:
        """The text of the runs in a paragraph, or in what encloses runs."""
        pieces: list[str] = []
        for element in parent:
            tag = element.tag
            if tag == R:
                pieces.append(self._text_in_run(element))
            elif tag in _INSIDE:
                self.counted["changes"] += tag in _INSERTED
                pieces.append(self._run_text(element))
            elif tag in DELETED:
                self.counted["changes"] += 1
                self._pass_over(element)
            elif tag.startswith(MATH):
                pieces += [one.text or "" for one in element.iter(f"{MATH}t")]
            else:
                self._pass_over(element)
        return "".join(pieces)

    def _pass_over(self, element: etree._Element) -> None:
        """What stands among runs and shows nothing: text taken out, where a remark begins."""

    def _text_in_run(self, run: etree._Element) -> str:
        pieces: list[str] = []
        for element in run:
            tag = element.tag
            if tag == T:
                pieces.append((element.text or "").replace("\n", " "))
            elif tag != R_PR:
                pieces.append(self._other_text(element))
            elif _is_hidden(element):
                self.left_out["hidden"].append("".join(one.text or "" for one in run.iter(T)))
                return ""
        return "".join(pieces)

    def _other_text(self, element: etree._Element) -> str:
        """What stands in a run beside text: tabs, breaks, signs; pictures and notes are told."""
        tag = element.tag
        if tag == TAB or tag == w("ptab"):
            return "\t"
        if tag in (BREAK, RETURN):
            return "" if element.get(TYPE) in _PAGE_BREAKS else "\n"
        if tag == w("noBreakHyphen"):
            return "-"
        if tag == w("sym"):
            return _symbol(element)
        if tag in _REFERENCES:
            self.counted[_REFERENCES[tag]] += 1
            self._beside += [(_REFERENCES[tag], element.get(ID, ""))]
        elif tag in _PICTURES:
            self._tell_drawing(element)
        elif tag in _INSIDE:
            return "".join(self._other_text(one) for one in element)
        elif tag == R:
            return self._text_in_run(element)
        return ""

    def _tell_drawing(self, drawing: etree._Element) -> None:
        chart = self.charts.get(relation_of(drawing))
        if chart is not None:
            self._drawn.append(SourceTable(chart.rows, marks=(chart.marks,)))
            self.counted["charts"] += 1
            return
        found = [box for box in drawing.iter(TEXT_BOX) if not _inside_another(box)]
        boxes = [text_of(box) for box in found]
        self.left_out["boxes"] += [text for text in boxes if text]
        self._beside += [(BOX, text) for text in boxes if text]
        self.counted["pictures"] += not boxes


def text_of(element: etree._Element) -> str:
    """The text of a part that is no body: a footnote, a text box, a header."""
    lines: dict[etree._Element | None, str] = {}
    for text in element.iter(T):
        paragraph = next(text.iterancestors(P), None)
        lines[paragraph] = lines.get(paragraph, "") + (text.text or "")
    return "\n".join(line for line in lines.values() if line.strip())


def _columns_of(cell: etree._Element) -> int:
    """How many columns a cell spans."""
    span = cell.find(f"{_CELL}/{_SPAN}")
    said = "" if span is None else span.get(VAL, "")
    return min(int(said), _MOST_COLUMNS) if said.isascii() and said.isdigit() and said != "0" else 1


def _is_head(row_properties: etree._Element | None) -> bool:
    """Whether a row repeats on every page."""
    head = None if row_properties is None else row_properties.find(HEADER)
    return head is not None and head.get(VAL, "1") not in {"0", "false", "off"}


def _one_line(title: str) -> str:
    """The title of a column, whose breaks only set it (总投资, under it （亿元）)."""
    return _TITLE_BREAK.sub("", title)


def _first_run_properties(paragraph: etree._Element) -> etree._Element | None:
    """`w:rPr` of the first run that has one."""
    found = (child for run in paragraph.iterchildren(R) for child in run.iterchildren(R_PR))
    return next(found, None)


def _is_hidden(properties: etree._Element) -> bool:
    hidden = next(properties.iterchildren(_VANISH), None)
    return hidden is not None and hidden.get(VAL, "1") not in {"0", "false", "off"}


def _inside_another(box: etree._Element) -> bool:
    """Whether a text box stands in a text box, which tells its text too."""
    return any(above.tag == TEXT_BOX for above in box.iterancestors())


def _symbol(element: etree._Element) -> str:
    """A sign of a symbol font: as the sign it looks like, where that is known."""
    code = element.get(w("char"), "")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return SYMBOLS.get(sign, "" if "\ud800" <= sign <= "\udfff" else sign)
