"""What is pasted into a text: made clean, and told where something of it was left out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from model.entry.cleaning import MAX_PARAGRAPH, MAX_TEXT, without_controls

MOST_ON_A_LINE = 10_000
MOST_PARAGRAPHS = 300
"""More would hold the window up, and no report has as many points in one place."""
_MOST_HTML = 4_000_000


class Pasted(NamedTuple):
    """The text that goes in, and what the clerk is told of it ('' for nothing)."""

    text: str
    remark: str = ""


def can_paste(data: QMimeData) -> bool:
    """Whether there is a text."""
    return data.hasText() or data.hasHtml()


def pasted(data: QMimeData, *, single_line: bool, most: int = MAX_TEXT) -> Pasted:
    """The text of what was copied: each line that says something a paragraph."""
    html = "" if data.text() else data.html()
    if len(html) > _MOST_HTML:
        return Pasted("", f"复制的内容太大（{len(html):,}个字符），没有粘贴。请分几次复制。")
    text = QTextDocumentFragment.fromHtml(html).toPlainText() if html else data.text()
    found = clean(text, single_line=single_line, most=most)
    lines = found.text.split("\n")
    longest, count = max(map(len, lines)), len(lines)
    if longest > MAX_PARAGRAPH:
        most_said = f"一段最多{MAX_PARAGRAPH:,}字，没有粘贴。请分成几段。"
        return Pasted("", f"复制的文字里有一段太长（{longest:,}字），{most_said}")
    if count > MOST_PARAGRAPHS:
        most_said = f"一次最多{MOST_PARAGRAPHS:,}段，没有粘贴。整篇的旧稿请用“从旧稿开始”读入。"
        return Pasted("", f"复制的文字有{count:,}段，{most_said}")
    return found


def clean(text: str, *, single_line: bool, most: int = MAX_TEXT) -> Pasted:
    """A text without what nobody sees, its empty lines left out; on one line where it must."""
    if len(text) > most:
        return Pasted(
            "", f"复制的文字太长（{len(text):,}字），一处最多{most:,}字，没有粘贴。请分成几处。"
        )
    plain, removed = without_controls(text)
    remarks = [f"去掉了{removed}个看不见的控制字符" if removed else ""]
    if "\n" not in plain:
        return Pasted(plain, _said(remarks))
    inside = plain.strip("\n").split("\n")
    lines = [line for line in inside if line.strip()]
    if not lines:
        return Pasted("", "复制的只有空行，没有粘贴。")
    if len(lines) < len(inside):
        remarks.append(f"去掉了{len(inside) - len(lines)}个空行")
    if single_line and len(lines) > 1:
        remarks.append(f"这里只能填一行，把{len(lines)}行连成了一行")
    return Pasted(("" if single_line else "\n").join(lines), _said(remarks))


def _said(remarks: list[str]) -> str:
    said = "，".join(filter(None, remarks))
    return f"粘贴的文字{said}。" if said else ""
