"""THE BODY: the paragraphs and tables of a `Document`, in the named styles of a house style.

Written as a string, because a speech or a year's report has thousands of runs and is exported
while the clerk waits.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from model.document import Chart, Document, Paragraph, Part, Role, Span, Table
from model.paging.record import Ending
from model.typesetting.frame import Hanging, hanging, tied
from model.typesetting.house_style import HouseStyle
from model.typesetting.letterhead import INSET, RED_RULE, Rule, fills, head_rule, marks
from model.typesetting.paragraphs import IN_LINES, in_lines, lead_length, look_of
from model.typesetting.record import cut_record
from model.typesetting.sanitize import Removed
from model.typesetting.sign_off import sign_offs
from model.typesetting.spacing import blank_line_before, half_line_after
from model.typesetting.table_look import table_look
from model.typesetting.title_space import spaces_above
from model.typesetting.wide import wide_blocks
from model.word.write.bookmarks import Bookmarks
from model.word.write.chart import inline_xml
from model.word.write.elements import element, indent, paragraph_properties
from model.word.write.names import AFTER_TABLE, RED, SIGNER, StyleName, style_of
from model.word.write.record import record_xml
from model.word.write.runs import Runs
from model.word.write.table import table_xml


class Own(NamedTuple):
    """What a paragraph has beside its style: its right indent, the section it ends, twips above
    it, whether it stays with the next one, how its first line hangs out, the rule under it, the
    height of its lines, whether it is filled, whether it holds a chart."""

    right: int = 0
    section: str = ""
    more: int = 0
    keep: bool = False
    hangs: Hanging | None = None
    rule: Rule | None = None
    pitch: int = 0
    fills: bool = False
    holds_chart: bool = False


_NOTHING = Own()


class Sections(NamedTuple):
    """`w:sectPr` of upright pages, of those turned for a wide table, and of a page of its own for
    版记."""

    upright: str
    turned: str
    record: str


def body_xml(
    document: Document,
    style: HouseStyle,
    sections: Sections,
    end: Ending | None = None,
    *,
    marked: bool,
    draft: str | None = None,
) -> tuple[str, tuple[Removed, ...]]:
    """All blocks, and what was taken out of their text.

    `end` is where 版记 stands. `marked` shows blanks and carried text; `draft` is the mark of the
    draft that this is.
    """
    writer = _Body(document, style, sections, end, marked=marked, draft=draft)
    return "".join(writer.blocks()), tuple(writer.runs.removed)


class _Body:
    """One pass over the blocks of a document."""

    def __init__(
        self,
        document: Document,
        style: HouseStyle,
        sections: Sections,
        end: Ending | None,
        *,
        marked: bool,
        draft: str | None,
    ) -> None:
        self.runs = Runs(style, marked=marked)
        self._body, self._record = cut_record(document.body)
        self._ending = end
        self._tied = tied(document)
        self._marks = marks(document.body, style)
        self._ruled = head_rule(document.body)
        self._style = style
        self._sections = sections
        self._bookmarks = Bookmarks(draft)
        self._sign_offs = sign_offs(document.body)
        self._properties: dict[tuple[StyleName, bool, bool], str] = {}
        self._charts = 0
        self._tables = {
            at: table_look(block, style)
            for at, block in enumerate(document.body)
            if isinstance(block, Table)
        }
        looks = {id(document.body[at]): look for at, look in self._tables.items()}
        self._wide = wide_blocks(document.body, lambda table: looks[id(table)].wide)
        self._spaces = spaces_above(self._body, style, self._wide)

    def blocks(self) -> list[str]:
        """All blocks; Word wants a paragraph between two tables and after the last one."""
        out: list[str] = []
        around = (None, *self._body, None)
        for position, (before, block) in enumerate(pairwise(around[:-1])):
            if isinstance(block, Paragraph):
                out.append(self._paragraph(block, before, around[position + 2], position))
            elif block is not None:
                out.append(_after_table() if isinstance(before, Table) else "")
                look = self._tables[position]
                out.append(table_xml(block, look, self.runs, self._bookmarks))
                section = self._ends_section(position)
                out.append(_after_table(section) if section else "")
        if not self._body or isinstance(self._body[-1], Table):
            out.append(_after_table("", *self._bookmarks.around_first()))
        turned = bool(self._wide) and self._wide[-1]
        last = self._sections.turned if turned else self._sections.upright
        if self._ending is not None:
            own_page = not self._ending.follows
            out.append(_after_table(last) if own_page else "")
            out.append(_after_table())
            out.append(
                record_xml(self._record, self._ending, self._style, self.runs, self._bookmarks)
            )
            out.append(_after_table())
            last = self._sections.record if own_page else last
        out.append(last)
        return out

    def _ends_section(self, position: int) -> str:
        """`w:sectPr` where the pages are turned after a block, nothing elsewhere."""
        wide = self._wide[position : position + 2]
        if len(wide) < 2 or wide[0] == wide[1]:
            return ""
        return self._sections.turned if wide[0] else self._sections.upright

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
            wide = self._wide[position]
            spans, tight = in_lines(paragraph, texts, self._style, wide=wide)
            keep_breaks = True
        opens = self._opening(paragraph, before, after, position, tight=tight)
        lead, level = lead_length(paragraph), paragraph.level
        font = look_of(paragraph, self._style).font
        first, last = self._bookmarks.around_first()
        if len(paragraph.ids) > 1 and spans:
            bookmarks = self._bookmarks.inside(paragraph)
            inside = self.runs.xml(
                spans, lead, level, bookmarks, keep_breaks=keep_breaks, font=font
            )
            return f"<w:p>{opens}{first}{inside}{last}</w:p>"
        start, end = self._bookmarks.around(paragraph.ids)
        if isinstance(paragraph, Chart):
            self._charts += 1
            inside = inline_xml(paragraph, self._charts, self._style)
        elif mark := self._marks.get(position):
            inside = self.runs.mark_xml(spans, mark)
        elif paragraph.role is Role.DOCUMENT_NUMBER:
            inside = self._number_xml(spans, font)
        else:
            inside = self.runs.xml(spans, lead, level, keep_breaks=keep_breaks, font=font)
        return f"<w:p>{opens}{first}{start}{inside}{end}{last}</w:p>"

    def _number_xml(self, spans: tuple[Span, ...], font: str) -> str:
        """发文字号, and the names of 签发人 in their own font."""
        names = next((at for at, span in enumerate(spans) if span.part is Part.SIGNER), len(spans))
        said = self.runs.xml(spans[:names], font=font)
        return said + self.runs.xml(spans[names:], len(spans), SIGNER)

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
        mark = self._marks.get(position)
        own = Own(
            self._sign_offs.get(position, 0),
            self._ends_section(position),
            self._spaces.get(position, 0),
            position in self._tied,
            hanging(paragraph),
            RED_RULE if position == self._ruled else None,
            mark.pitch if mark else 0,
            fills(paragraph),
            isinstance(paragraph, Chart),
        )
        if own != _NOTHING:
            return self._made(named, blank, half, own)
        key = (named, blank, half)
        made = self._properties.get(key)
        if made is None:
            made = self._properties[key] = self._made(named, blank, half)
        return made

    def _made(self, named: StyleName, blank: bool, half: bool, own: Own = _NOTHING) -> str:
        """`w:pPr`; what stands above beside the blank line is added to it."""
        properties = {"pStyle": element("pStyle", val=named.id), "sectPr": own.section}
        space: dict[str, str | int] = {}
        if own.more:
            space["before"] = own.more + (self._style.pitch if blank else 0)
        elif blank:
            space |= {"beforeLines": 100, "before": self._style.pitch}
        if half:
            space |= {"afterLines": 50, "after": self._style.pitch // 2}
        if own.pitch:
            space |= {"line": own.pitch, "lineRule": "exact"}
        if own.holds_chart:
            space |= {"line": 240, "lineRule": "auto"}
            properties["snapToGrid"] = element("snapToGrid", val=0)
        if space:
            properties["spacing"] = element("spacing", **space)
        if own.keep:
            properties["keepNext"] = element("keepNext")
        if own.rule:
            properties["pBdr"] = _red_rule(own.rule)
        if own.right:
            properties["ind"] = indent(right=own.right, character=self._style.character)
        if own.hangs:
            left, out = own.hangs
            properties["ind"] = indent(left=left, out=out, character=self._style.character)
        if own.fills:
            character, edge = self._style.character, self._style.text_width
            stop = element("tab", val="right", pos=edge - round(INSET * character / 100))
            properties["tabs"] = f"<w:tabs>{stop}</w:tabs>"
            properties["ind"] = indent(first=INSET, character=character)
            properties["jc"] = element("jc", val="left")
        return paragraph_properties(**properties)


def _red_rule(rule: Rule) -> str:
    red = element("bottom", val="single", sz=rule.eighths, space=rule.gap, color=RED)
    return f"<w:pBdr>{red}</w:pBdr>"


def _after_table(section: str = "", *inside: str) -> str:
    """The small paragraph that stands after a table; it ends a section where one is given."""
    properties = paragraph_properties(pStyle=element("pStyle", val=AFTER_TABLE), sectPr=section)
    return f"<w:p>{properties}{''.join(inside)}</w:p>"
