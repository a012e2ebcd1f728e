"""The named styles of our Word files: id, Chinese name, and the look that each one takes.

Ids are ASCII because some programs mangle others; clerks see the names. Headings are based on
Word's own Heading 1 to 4, which the navigation pane and tables of contents go by.
"""

from __future__ import annotations

from typing import NamedTuple

from model.document import Paragraph, Role


class StyleName(NamedTuple):
    """A style of ours: `look` is the field of `house_style.Looks`, for those that take one."""

    id: str
    name: str
    look: str = ""


HEADINGS = {
    level: StyleName(f"XgHeading{level}", f"公文{number}级标题", f"heading_{level}")
    for level, number in enumerate("一二三四", start=1)
}
ROLES = {
    Role.TITLE: StyleName("XgTitle", "公文标题", "title"),
    Role.SUBTITLE: StyleName("XgSubtitle", "公文副标题", "subtitle"),
    Role.DATE_LINE: StyleName("XgDateLine", "公文题下日期", "date_line"),
    Role.RECIPIENTS: StyleName("XgRecipients", "公文主送机关", "recipients"),
    Role.SALUTATION: StyleName("XgSalutation", "公文称呼", "salutation"),
    Role.BODY: StyleName("XgBody", "公文正文", "body"),
    Role.CLOSING: StyleName("XgClosing", "公文结束语", "closing"),
    Role.SIGNATURE: StyleName("XgSignature", "公文署名", "signature"),
    Role.ISSUED: StyleName("XgIssued", "公文成文日期", "signature"),
    Role.CAPTION: StyleName("XgCaption", "公文表题", "caption"),
    Role.ANNEX_LABEL: StyleName("XgAnnexLabel", "公文附件序号", "annex_label"),
    Role.ANNEX_TITLE: StyleName("XgAnnexTitle", "公文附件标题", "annex_title"),
    Role.NOTE: StyleName("XgNote", "公文注释", "note"),
}
LEADS = {
    level: StyleName(f"XgLead{level}", f"公文{number}级标题字", f"heading_{level}")
    for level, number in enumerate("一二三四", start=1)
}
TABLE_HEAD = StyleName("XgTableHead", "公文表头", "table_head")
TABLE_TEXT = StyleName("XgTableText", "公文表格文字", "table_cell")
TABLE_NUMBER = StyleName("XgTableNumber", "公文表格数字", "table_cell")
TABLE = "XgTable"
AFTER_TABLE = "XgAfterTable"
PAGE_NUMBER = StyleName("XgPageNumber", "公文页码")
STAMP = StyleName("XgStamp", "公文稿次")


def style_of(paragraph: Paragraph) -> StyleName:
    """The style of a paragraph; a heading without a level is taken for the first."""
    if paragraph.role is Role.HEADING:
        return HEADINGS[min(max(paragraph.level, 1), 4)]
    return ROLES[paragraph.role]
