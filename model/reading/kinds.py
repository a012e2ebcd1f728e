"""What a file is, by its first bytes and never by its name; what to do with other kinds.

Every kind that offices hand around has its own message, so that the clerk knows the next step.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from model.errors import OldFormatRefused, ReadRefused

EMPTY: Final = "文件是空的，里面没有文字。请确认它已经保存好，或请对方再发一份"
_TO_DOCX = "请用 Word 或 WPS 打开它，另存为 .docx，再来读"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF: Final = b"{\\rtf"
_ENCRYPTED: Final = (
    "EncryptedPackage",
    "文件加了打开密码。请用 Word 或 WPS 打开它，取消密码后另存，再来读",
)
_OLE_HOLDS: Final = (
    ("Workbook", "这是 Excel 表格，不是文稿。请选择 .docx 或 .txt 文件"),
    ("PowerPoint Document", "这是演示文稿，不是文稿。请选择 .docx 或 .txt 文件"),
)
_SHEETS: Final = {".xls", ".et", ".ett", ".xlt"}
_TO_XLSX: Final = "这是旧版的表格（.xls 或 .et）。请用 WPS 或 Excel 打开它，另存为 .xlsx，再来收"
_PICTURE = "这是图片，里面没有文字可读。请找原来的 .docx 文件，或用识别软件转成文字再粘贴进来"
_PACKED = "这是压缩包。请先解压，再选择其中的 .docx 或 .txt 文件"
_BEGINNINGS: Final = (
    (b"%PDF", "这是 PDF 文件。请找原来的 .docx 文件，或把文字复制出来粘贴进来"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"Rar!", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"\x1f\x8b", _PACKED),
    (b"MZ", "这是程序文件，不是文稿。请不要打开来历不明的程序"),
)
_MARKUP: Final = (
    (b"<?mso-application", f"这是 Word 的 XML 文件。{_TO_DOCX}"),
    (b"<!doctype html", f"这是网页文件。{_TO_DOCX}，或把文字复制出来粘贴进来"),
    (b"<html", f"这是网页文件。{_TO_DOCX}，或把文字复制出来粘贴进来"),
)
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"


def refused(path: Path, reason: str) -> ReadRefused:
    """The refusal for `path`; `reason` says what is wrong and what to do, with no full stop."""
    return ReadRefused(f"没有读“{path.name or path}”：{reason}。")


def _refused_as_old(path: Path, reason: str) -> ReadRefused:
    return OldFormatRefused(f"没有读“{path.name or path}”：{reason}。{_TO_DOCX}。")


def is_zip(data: bytes) -> bool:
    """Whether a file is to be read as a Word file."""
    return data.startswith((_ZIP, _EMPTY_ZIP))


def refuse_other_kinds(data: bytes, path: Path, *, to_sheet: bool = False) -> None:
    """Raise `ReadRefused` for all that is neither a zip nor a text.

    `to_sheet`: an Excel file is welcome too, and one of a former kind is told what to become.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise refused(path, EMPTY)
    if data.startswith(_OLE):
        raise _ole_refused(data, path, to_sheet=to_sheet)
    if data.startswith(_RTF):
        raise _refused_as_old(path, "这是 RTF 文件")
    for beginning, reason in _BEGINNINGS:
        if data.startswith(beginning) and not _is_plain(data[:400]):
            raise refused(path, reason)
    head = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for sign, reason in _MARKUP:
        if sign in head and head.startswith(b"<"):
            raise refused(path, reason)


def _is_plain(head: bytes) -> bool:
    """Whether letters that open a binary format open a text here (BMW…, RIFF…)."""
    return not head.startswith(b"%PDF") and not any(byte < 9 for byte in head)


def _ole_refused(data: bytes, path: Path, *, to_sheet: bool) -> ReadRefused:
    if to_sheet and ("Workbook".encode("utf-16-le") in data or path.suffix.lower() in _SHEETS):
        return refused(path, _TO_XLSX)
    if _ENCRYPTED[0].encode("utf-16-le") in data:
        return refused(path, _ENCRYPTED[1])
    if path.suffix.lower() in {".wps", ".wpt"}:
        return _refused_as_old(path, "这是 WPS 自己的文件格式（.wps）")
    if "WordDocument".encode("utf-16-le") in data:
        return _refused_as_old(path, "这是旧版 Word 文件（.doc）")
    for stream, reason in _OLE_HOLDS:
        if stream.encode("utf-16-le") in data:
            return refused(path, reason)
    return refused(path, f"这是旧版 Office 文件。{_TO_DOCX}")
