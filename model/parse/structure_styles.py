"""What the name of a Word style says of a paragraph: Word's own styles, in English and Chinese, and
those of the files that the program writes. Nearly all other manuscripts are set by hand."""

from __future__ import annotations

from typing import Final

AFTER_TABLE_STYLE: Final = "公文表后"
"""The style of the empty paragraph that Word wants under a table, in our own files."""
SEALED_STYLE: Final = "公文署名（盖章）"
"""The style of a signature under a seal, in our own files."""

_ROLES: Final = {
    "title": "title",
    "标题": "title",
    "subtitle": "subtitle",
    "副标题": "subtitle",
    "题下日期": "subtitle",
    "salutation": "salutation",
    "称呼": "salutation",
    "主送机关": "salutation",
    "closing": "closing",
    "结束语": "closing",
    "signature": "signature",
    "署名": "signature",
    "date": "date",
    "日期": "date",
    "成文日期": "date",
    "caption": "note",
    "题注": "note",
    "表题": "note",
    "附件序号": "note",
    "注释": "note",
    "署名（盖章）": "signature",
    "成文日期（盖章）": "date",
    "份号": "note",
    "密级": "note",
    "紧急程度": "note",
    "发文机关标志": "note",
    "发文字号": "note",
    "附件说明": "note",
    "附注": "note",
    "抄送": "note",
    "印发": "note",
    "footnotetext": "note",
    "脚注文本": "note",
}


def role_of_style(name: str) -> str:
    """The role that a style's name tells, or an empty string."""
    return _ROLES.get(name.lower().replace(" ", "").removeprefix("公文"), "")
