"""The named styles of our Word files: id, Chinese name, and the look that each one takes.

Ids are ASCII because some programs mangle others; clerks see the names. Headings are Word's own
Heading 1 to 4, which the navigation pane, tables of contents and other programs go by.
"""

from __future__ import annotations

from typing import NamedTuple

from model.document import Paragraph, Role
from model.typesetting.house_style import Alignment
from model.typesetting.paragraphs import heading_look_name, look_name


class StyleName(NamedTuple):
    """A style of ours: `look` is the field of `house_style.Looks`, for those that take one."""

    id: str
    name: str
    look: str = ""


HEADINGS = {
    level: StyleName(f"Heading{level}", f"Heading {level}", heading_look_name(level))
    for level in range(1, 5)
}
_ROLES = {
    Role.TITLE: ("XgTitle", "公文标题"),
    Role.SUBTITLE: ("XgSubtitle", "公文副标题"),
    Role.DATE_LINE: ("XgDateLine", "公文题下日期"),
    Role.RECIPIENTS: ("XgRecipients", "公文主送机关"),
    Role.SALUTATION: ("XgSalutation", "公文称呼"),
    Role.BODY: ("XgBody", "公文正文"),
    Role.CLOSING: ("XgClosing", "公文结束语"),
    Role.SIGNATURE: ("XgSignature", "公文署名"),
    Role.ISSUED: ("XgIssued", "公文成文日期"),
    Role.CAPTION: ("XgCaption", "公文表题"),
    Role.CHART: ("XgChart", "公文图"),
    Role.CHART_CAPTION: ("XgChartCaption", "公文图题"),
    Role.ANNEX_LABEL: ("XgAnnexLabel", "公文附件序号"),
    Role.ANNEX_TITLE: ("XgAnnexTitle", "公文附件标题"),
    Role.NOTE: ("XgNote", "公文注释"),
    Role.COPY_NUMBER: ("XgCopyNumber", "公文份号"),
    Role.SECRECY: ("XgSecrecy", "公文密级"),
    Role.URGENCY: ("XgUrgency", "公文紧急程度"),
    Role.ORGAN_MARK: ("XgOrganMark", "公文发文机关标志"),
    Role.DOCUMENT_NUMBER: ("XgDocumentNumber", "公文发文字号"),
    Role.ANNEX_LIST: ("XgAnnexList", "公文附件说明"),
    Role.SEALED_SIGNATURE: ("XgSealedSignature", "公文署名（盖章）"),
    Role.SEALED_DATE: ("XgSealedDate", "公文成文日期（盖章）"),
    Role.CONTACT: ("XgContact", "公文附注"),
    Role.COPIES: ("XgCopies", "公文抄送"),
    Role.PRINTED: ("XgPrinted", "公文印发"),
}
_NEXT = {
    Role.TITLE: Role.RECIPIENTS,
    Role.SUBTITLE: Role.DATE_LINE,
    Role.DATE_LINE: Role.SALUTATION,
    Role.CLOSING: Role.SIGNATURE,
    Role.SIGNATURE: Role.ISSUED,
    Role.CHART: Role.CHART_CAPTION,
    Role.ANNEX_LABEL: Role.ANNEX_TITLE,
    Role.NOTE: Role.NOTE,
    Role.SECRECY: Role.DOCUMENT_NUMBER,
    Role.ORGAN_MARK: Role.DOCUMENT_NUMBER,
    Role.DOCUMENT_NUMBER: Role.TITLE,
    Role.ANNEX_LIST: Role.ANNEX_LIST,
    Role.SEALED_SIGNATURE: Role.SEALED_DATE,
    Role.COPIES: Role.PRINTED,
    Role.PRINTED: Role.PRINTED,
}
ROLES = {role: StyleName(id_, name, look_name(role)) for role, (id_, name) in _ROLES.items()}
LEADS = {
    level: StyleName(f"XgLead{level}", f"公文{number}级标题字", heading_look_name(level))
    for level, number in enumerate("一二三四", start=1)
}
SIGNER = 5
"""The names of 签发人 are set as a lead of this level."""
LEADS[SIGNER] = StyleName("XgSigner", "公文签发人姓名", "signer")
RED = "FF0000"
"""The ink of 红头."""
TABLE_HEAD = StyleName("XgTableHead", "公文表头", "table_head")
TABLE_TEXT = StyleName("XgTableText", "公文表格文字", "table_cell")
TABLE_NUMBER = StyleName("XgTableNumber", "公文表格数字", "table_cell")
TABLE_CENTER = StyleName("XgTableCenter", "公文表格居中文字", "table_cell")
CELLS = {
    Alignment.LEFT: TABLE_TEXT,
    Alignment.BOTH: TABLE_TEXT,
    Alignment.RIGHT: TABLE_NUMBER,
    Alignment.CENTER: TABLE_CENTER,
}
TABLE = "XgTable"
AFTER_TABLE = "XgAfterTable"
AFTER_TABLE_NAME = "公文表后"
PAGE_NUMBER = StyleName("XgPageNumber", "公文页码")
STAMP = StyleName("XgStamp", "公文稿次")
LABEL = StyleName("XgLabel", "公文稿件字样", "annex_label")


def smaller(named: StyleName, step: int) -> StyleName:
    """A style of tables in the smaller characters of a step; 0 is the style itself."""
    if not step:
        return named
    return named._replace(id=f"{named.id}Small{step}", name=f"{named.name}（缩小{step}级）")


def next_of(role: Role) -> StyleName:
    """What Enter begins after a paragraph of a role; after most of them it is text."""
    return ROLES[_NEXT.get(role, Role.BODY)]


def squeezed(named: StyleName) -> StyleName:
    """The style of a title whose characters are squeezed a little."""
    return named._replace(id=f"{named.id}Tight", name=f"{named.name}（紧缩）")


def style_of(paragraph: Paragraph, *, tight: bool = False) -> StyleName:
    """The style of a paragraph; a heading without a level is taken for the first."""
    if paragraph.role is Role.HEADING:
        return HEADINGS[min(max(paragraph.level, 1), 4)]
    named = ROLES[paragraph.role]
    return squeezed(named) if tight else named
