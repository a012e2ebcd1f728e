"""A text file, or pasted text, as a `Source`: its encoding found out, its line breaks kept."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from model.reading.kinds import EMPTY, refused
from model.reading.limits import MAX_CHARACTERS, MAX_PARAGRAPHS
from model.reading.source import Note, Source, SourceParagraph

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def read_text_file(data: bytes, path: Path) -> Source:
    """The source in `data`; raises `ReadRefused` where it is no text in a known encoding."""
    text, encoding = _decoded(data, path)
    source = _source(text, "txt", encoding, path)
    if not text.strip():
        raise refused(path, EMPTY)
    return source


def read_pasted(text: str) -> Source:
    """The source of pasted text; raises `ReadRefused` where it is too long."""
    return _source(text, "pasted", "", Path("粘贴的文字"))


def _source(text: str, kind: str, encoding: str, path: Path) -> Source:
    if len(text) > MAX_CHARACTERS:
        limit = MAX_CHARACTERS // 10_000
        raise refused(path, f"文字有{len(text) // 10_000}万字，超过{limit}万字的上限，不像一份文稿")
    lines = [SourceParagraph(found[1], end=found[2]) for found in _LINE.finditer(text) if found[0]]
    if len(lines) > MAX_PARAGRAPHS:
        raise refused(path, f"有{len(lines)}行，超过{MAX_PARAGRAPHS}行的上限，不像一份文稿")
    return Source(tuple(lines), strange_characters(text), kind, encoding)


def strange_characters(text: str) -> tuple[Note, ...]:
    """Notes on characters that nobody sees: they are kept, and told."""
    controls, unseen = _CONTROL.findall(text), _INVISIBLE.findall(text)
    told = []
    if controls:
        told.append(_note("control", controls, "控制字符"))
    if unseen:
        told.append(_note("invisible", unseen, "看不见的字符（如改变文字方向的）"))
    return tuple(told)


def _note(kind: str, found: list[str], said: str) -> Note:
    names = "、".join(dict.fromkeys(f"U+{ord(one):04X}" for one in found[:1000]))
    return Note(kind, len(found), f"有{len(found)}个{said}：{names}。原样保留，导出时会去掉。")


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise refused(path, _UNREADABLE) from error
    if b"\x00" in data:
        raise refused(path, "里面不是文字。请选择 .docx 或 .txt 文件")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _chinese(data, path), "gb18030"


_UNREADABLE = "认不出文字的编码。请用记事本打开，另存为 UTF-8 编码，再来读"


def _chinese(data: bytes, path: Path) -> str:
    """The text in GB18030. Nearly any bytes are valid there, so that it must also look like text:
    private, control and unassigned characters are the mark of another file."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise refused(path, _UNREADABLE) from error
    odd = sum(not one.isprintable() and one not in "\r\n\t\f\u3000\ue5e5" for one in text)
    if odd * 20 > len(text):
        raise refused(path, _UNREADABLE)
    return text
