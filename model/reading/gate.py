"""THE GATE: looks at the directory of a foreign .docx before any of its parts is unpacked.

Bounds size, ratio and number of parts by what the zip declares (reading stops there too), and
tells the other kinds of zip apart by the names of their parts. No XML is parsed here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Set as AbstractSet
from pathlib import Path

from model.errors import ReadRefused
from model.reading.kinds import refused
from model.reading.limits import MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED

_ENCRYPTED = 0x1
_SMALL = 100_000  # a tiny part of blanks packs better than any ratio and does no harm
_BROKEN = "文件不完整或已损坏，可能没有下载或复制完。请重新复制一份，或请对方再发一次"


def check_package(data: bytes, path: Path) -> None:
    """Raise `ReadRefused` unless `data` is a Word file within the limits."""
    _check_kind(_names(data, path), path)


def check_workbook(data: bytes, path: Path) -> None:
    """Raise `ReadRefused` unless `data` is an Excel file within the limits, without macros and
    without links to other files."""
    names = _names(data, path)
    to_xlsx = "请用 WPS 或 Excel 打开它，另存为 .xlsx，再来收"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refused(path, f"文件里带有宏（.xlsm）。为了安全没有打开；{to_xlsx}")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise refused(path, f"这不是 Excel 表格（.xlsx）。{to_xlsx}")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise refused(
            path,
            "表里的公式连着别的文件，那些文件不在这里。请在 WPS 里把公式粘贴成数值，存好再发来",
        )
    if "xl/workbook.bin" in names:
        raise refused(path, f"这是二进制的 Excel 文件（.xlsb）。{to_xlsx}")


def is_workbook(data: bytes) -> bool:
    """Whether a zip holds an Excel file, as far as its directory tells."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def _names(data: bytes, path: Path) -> AbstractSet[str]:
    """The names of the parts of a zip that keeps the limits and needs no password."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise refused(path, _BROKEN) from error
    _check_sizes(entries, path)
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refused(path, "压缩包加了密码。请取消密码，再选择其中的 .docx 文件")
    return names


def broken(path: Path) -> ReadRefused:
    """The refusal of a damaged file."""
    return refused(path, _BROKEN)


def _check_sizes(entries: list[zipfile.ZipInfo], path: Path) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise refused(path, f"里面有{len(entries)}个部件，超过{MAX_ENTRIES}个的上限，不像一份文稿")
    if unpacked > MAX_UNPACKED:
        limit = MAX_UNPACKED // 1_000_000
        raise refused(path, f"展开后有{unpacked // 1_000_000} MB，超过{limit} MB的上限，不像文稿")
    for entry in entries:
        dense = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if dense and entry.file_size > _SMALL:
            raise refused(path, "压缩得异常紧密，展开会占满内存，不像一份正常的文稿")


def _check_kind(names: AbstractSet[str], path: Path) -> None:
    to_docx = "请用 Word 或 WPS 打开它，另存为 .docx，再来读"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refused(path, f"文件里带有宏（.docm）。为了安全没有打开；{to_docx}")
    if "[Content_Types].xml" not in names:
        if "OFD.xml" in names:
            raise refused(path, "这是 OFD 版式文件。请找原来的 .docx 文件，或把文字复制过来粘贴")
        if "content.xml" in names:
            raise refused(path, f"这是 OpenDocument 文件（.odt）。{to_docx}")
        raise refused(path, "这是压缩包。请先解压，再选择其中的 .docx 或 .txt 文件")
    if any(name.startswith("xl/") for name in names):
        raise refused(path, "这是 Excel 表格，不是文稿。请选择 .docx 或 .txt 文件")
    if any(name.startswith("ppt/") for name in names):
        raise refused(path, "这是演示文稿，不是文稿。请选择 .docx 或 .txt 文件")
