"""THE BODY: the paragraphs and tables of a `Document`, in the named styles of a house style.

Written as a string, because a speech or a year's report has thousands of runs and is exported
while the clerk waits.
"""

from __future__ import annotations

from itertools import pairwise

from model.document import Document, Paragraph, Table
from model.typesetting.house_style import HouseStyle
from model.typesetting.paragraphs import IN_LINES, in_lines, lead_length
from model.typesetting.sanitize import Removed
from model.typesetting.sign_off import sign_offs
from model.typesetting.spacing import blank_line_before, half_line_after
from model.word.write.bookmarks import Bookmarks
from model.word.write.elements import element, indent, paragraph_properties
from model.word.write.names import AFTER_TABLE, StyleName, style_of
from model.word.write.runs import Runs
from model.word.write.table import table_xml

_AFTER_TABLE = f'<w:pPr><w:pStyle w:val="{AFTER_TABLE}"/></w:pPr>'
_BETWEEN = f"<w:p>{_AFTER_TABLE}</w:p>"


def body_xml(
    document: Document, style: HouseStyle, *, marked: bool, draft: str | None = None
) -> tuple[str, tuple[Removed, ...]]:
    """All blocks, and what was taken out of their text.

    `marked` shows blanks and carried text; `draft` is the mark of the draft that this is.
    """
    writer = _Body(document, style, marked=marked, draft=draft)
    return "".join(writer.blocks()), tuple(writer.runs.removed)


class _Body:
    """One pass over the blocks of a document."""

    def __init__(
        self, document: Document, style: HouseStyle, *, marked: bool, draft: str | None
    ) -> None:
        self.runs = Runs(marked=marked)
        self._body = document.body
        self._style = style
        self._bookmarks = Bookmarks(draft)
        self._sign_offs = sign_offs(document.body)
        self._properties: dict[tuple[StyleName, bool, bool], str] = {}

    def blocks(self) -> list[str]:
        """All blocks; Word wants a paragraph between two tables and after the last one."""
        out: list[str] = []
        around = (None, *self._body, None)
        for position, (before, block) in enumerate(pairwise(around[:-1])):
            if isinstance(block, Paragraph):
                out.append(self._paragraph(block, before, around[position + 2], position))
            elif block is not None:
                out.append(_BETWEEN if isinstance(before, Table) else "")
                out.append(table_xml(block, self.runs, self._style, self._bookmarks))
        if not self._body or isinstance(self._body[-1], Table):
            mark = self._bookmarks.around_first()
            out.append(f"<w:p>{_AFTER_TABLE}{''.join(mark)}</w:p>")
        return out

    def _paragraph(
        self,
        paragraph: Paragraph,
        before: Paragraph | Table | None,
        after: Paragraph | Table | None,
        position: int,
    ) -> str:
        spans, keep_breaks, tight = paragraph.spans, False, False
        if paragraph.role in IN_LINES:
            texts = [self.runs.cleaned(span, keep_breaks=True) for span in spans]
            (spans, tight), keep_breaks = in_lines(paragraph, texts, self._style), True
        opens = self._opening(paragraph, before, after, position, tight=tight)
        lead, level = lead_length(paragraph), paragraph.level
        first, last = self._bookmarks.around_first()
        if len(paragraph.ids) > 1 and spans:
            bookmarks = self._bookmarks.inside(paragraph)
            inside = self.runs.xml(spans, lead, level, bookmarks, keep_breaks=keep_breaks)
            return f"<w:p>{opens}{first}{inside}{last}</w:p>"
        start, end = self._bookmarks.around(paragraph.ids)
        inside = self.runs.xml(spans, lead, level, keep_breaks=keep_breaks)
        return f"<w:p>{opens}{first}{start}{inside}{end}{last}</w:p>"

    def _opening(
        self,
        paragraph: Paragraph,
        before: Paragraph | Table | None,
        after: Paragraph | Table | None,
        position: int,
        *,
        tight: bool,
    ) -> str:
        """`w:pPr`; the same for most paragraphs of a role, so it is kept."""
        named = style_of(paragraph, tight=tight)
        blank = blank_line_before(paragraph, before)
        half = half_line_after(paragraph, after)
        if position in self._sign_offs:
            return self._made(named, blank, half, self._sign_offs[position])
        key = (named, blank, half)
        made = self._properties.get(key)
        if made is None:
            made = self._properties[key] = self._made(named, blank, half, 0)
        return made

    def _made(self, named: StyleName, blank: bool, half: bool, right: int) -> str:
        properties = {"pStyle": element("pStyle", val=named.id)}
        space: dict[str, str | int] = {}
        if blank:
            space |= {"beforeLines": 100, "before": self._style.pitch}
        if half:
            space |= {"afterLines": 50, "after": self._style.pitch // 2}
        if space:
            properties["spacing"] = element("spacing", **space)
        if right:
            properties["ind"] = indent(right=right, character=self._style.character)
        return paragraph_properties(**properties)
