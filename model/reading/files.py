"""A file of unknown origin AS A SOURCE: gated here, parsed in a child process.

This process reads bytes, looks at the first of them and at a zip's directory, and decodes text.
XML of a foreign file is parsed in the child only.
"""

from __future__ import annotations

import errno
import json
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from model.errors import ConvertibleRefused, OldFormatRefused, ReadRefused
from model.reading import limits
from model.reading.converter import convert, find_office
from model.reading.gate import check_package, check_workbook, is_workbook
from model.reading.kinds import is_zip, refuse_other_kinds, refused
from model.reading.returned import Returned, returned_from_plain
from model.reading.source import Source, from_plain
from model.reading.text_file import read_text_file
from model.reading.workbook import LENGTH, Workbook, workbook_from_plain

_ROOT: Final = Path(__file__).resolve().parents[2]
_TOO_MUCH = (
    "读它要占用的内存或时间远超一份正常的文稿，已经停下。请用 Word 或 WPS 打开看看，另存一份"
)
_CAN_CONVERT = (
    "这台电脑上装有 LibreOffice，也可以用它转换成 .docx 再读：不联网，不运行宏，原来的文件不动。"
)
_OF_WORD: Final = "model.word.read.child"
_OF_WORKBOOKS: Final = "model.excel.child"
_AT_ONCE = 20
"""How many workbooks one child reads within its limits."""
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_file(path: Path, *, converted: bool = False) -> Source:
    """The manuscript in a .docx or a text file; one in an old format if it shall be `converted` by
    a program of this PC. Raises `ReadRefused`, whatever the file holds."""
    data = _bytes(path)
    try:
        refuse_other_kinds(data, path)
    except OldFormatRefused as error:
        data = _converted(data, path, error, is_wanted=converted)
    return _manuscript(data, path)


def _manuscript(data: bytes, path: Path) -> Source:
    """What stands in the bytes of a Word file or a text."""
    if not is_zip(data):
        return read_text_file(data, path)
    check_package(data, path)
    return from_plain(_of_word(data, path)["source"])


def _converted(data: bytes, path: Path, error: OldFormatRefused, *, is_wanted: bool) -> bytes:
    """The .docx that a program of this PC makes of an old format, if that is wanted."""
    office = find_office()
    if office is None:
        raise error
    if not is_wanted:
        raise ConvertibleRefused(f"{error}{_CAN_CONVERT}") from error
    return convert(data, path, office)


def read_returned(path: Path) -> Returned:
    """A .docx that came back with changes; raises `ReadRefused`, whatever the file holds."""
    data = _bytes(path)
    refuse_other_kinds(data, path)
    if not is_zip(data):
        raise refused(path, "这是文本文件。改稿要选导出后改过的 Word 文件（.docx）")
    check_package(data, path)
    return returned_from_plain(_of_word(data, path, "returned")["returned"])


def read_forms(paths: Sequence[Path]) -> tuple[Workbook | Source | ReadRefused, ...]:
    """Files that departments gave back: workbooks, Word files or texts; or why not.

    One child reads many workbooks; where it is stopped, each is read by a child of its own, so that
    a harmful file takes nothing with it.
    """
    found: dict[int, Workbook | Source | ReadRefused] = {}
    sheets: dict[int, bytes] = {}
    for at, path in enumerate(paths):
        try:
            data = _bytes(path)
            if is_zip(data) and is_workbook(data):
                check_workbook(data, path)
                sheets[at] = data
            else:
                refuse_other_kinds(data, path, to_sheet=True)
                found[at] = _manuscript(data, path)
        except ReadRefused as error:
            found[at] = error
    waiting = [*sheets]
    for first in range(0, len(waiting), _AT_ONCE):
        some = waiting[first : first + _AT_ONCE]
        found |= zip(some, _workbooks([(paths[at], sheets[at]) for at in some]), strict=True)
    return tuple(found[at] for at in range(len(paths)))


def _workbooks(files: Sequence[tuple[Path, bytes]]) -> list[Workbook | ReadRefused]:
    """What a child says of workbooks; where it fails, what one child each says."""
    told = b"".join(len(data).to_bytes(LENGTH, "big") + data for _, data in files)
    try:
        path = files[0][0]
        said = _from_child(told, path, names=[one.name for one, _ in files], child=_OF_WORKBOOKS)
        return [_workbook(one) for one in said]
    except ReadRefused as error:
        if len(files) == 1:
            return [error]
        return [book for file in files for book in _workbooks([file])]


def _workbook(said: dict[str, Any]) -> Workbook | ReadRefused:
    if "refused" in said:
        return ReadRefused(said["refused"])
    return workbook_from_plain(said["workbook"])


def _bytes(path: Path) -> bytes:
    """The whole file, if it is a plain file of a fair size."""
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise refused(path, "这是一个文件夹。请选择其中的 .docx 或 .txt 文件")
        if not stat.S_ISREG(facts.st_mode):
            raise refused(path, "它不是普通文件。请选择 .docx 或 .txt 文件")
        with path.open("rb") as file:
            data = file.read(limits.MAX_BYTES + 1)
    except OSError as error:
        raise refused(path, _cause(error)) from error
    except ValueError as error:  # a NUL in the name
        raise ReadRefused(f"没有读{str(path)!r}：文件名里有不能用的字符。") from error
    if len(data) > limits.MAX_BYTES:
        limit = limits.MAX_BYTES // 1_000_000
        size = facts.st_size / 1e6
        raise refused(path, f"文件有{size:.0f} MB，超过{limit} MB的上限。请删去里面的图片再试")
    return data


def _cause(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "找不到这个文件。请检查它是否被移动、改名或删除"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "没有读取它的权限，或者它正被别的程序占用。请先关闭那个程序"
    return "读取时系统报告了错误。请把它复制到本机再试"


def _of_word(data: bytes, path: Path, *how: str) -> dict[str, Any]:
    """What the child says of a Word file; raises `ReadRefused`."""
    said: dict[str, Any] = _from_child(data, path, names=[path.name, *how], child=_OF_WORD)
    if "refused" in said:
        raise ReadRefused(said["refused"])
    return said


def _from_child(data: bytes, path: Path, *, names: Sequence[str], child: str) -> Any:
    """Let a child process parse `data`, and take its answer."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", child, *names],
            input=data,
            capture_output=True,
            cwd=_ROOT,
            timeout=limits.CHILD_SECONDS,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired as error:
        raise refused(path, _TOO_MUCH) from error
    stopped = (limits.OUT_OF_MEMORY, *limits.STOPPED_BY_WINDOWS)
    if done.returncode < 0 or done.returncode in stopped:
        raise refused(path, _TOO_MUCH)
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        raise refused(path, "读到一半出了意外。请用 Word 或 WPS 打开它，另存一份再试") from error
