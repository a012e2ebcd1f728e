"""Reads JSON text that nobody vouches for, and says in Chinese where it is wrong.

Python's parser takes NaN, 1e400, duplicate keys and lone surrogates, and gives up on deep
nesting with a RecursionError. Here all of that is a ProjectFileError that names the file and
the place: line and column where the text is no JSON, else a path like `reports[0].content[3]`.
"""

import errno
import json
import math
import os
import re
import stat
from pathlib import Path
from typing import Any

from model.errors import ProjectFileError
from model.storage.causes import cause_and_advice

FORMAT = "xugao-project"
MAX_BYTES = 20_000_000
MAX_DEPTH = 64
MAX_VALUES = 1_500_000
_MAX_DIGITS = 300

_OTHER_KINDS = (
    (b"PK\x03\x04", "这是 Word 文件或压缩包，不是材料文件。请用“从旧稿开始”打开它"),
    (
        b"\xd0\xcf\x11\xe0",
        "这是旧版 Word 或 Excel 文件，不是材料文件。请另存为 .docx 再导入",
    ),
    (b"%PDF", "这是 PDF 文件，不是材料文件"),
    (b"\xff\xfe", "文字编码是 UTF-16。请用记事本另存为 UTF-8"),
    (b"\xfe\xff", "文字编码是 UTF-16。请用记事本另存为 UTF-8"),
)

_PARSER_WORDS = {
    "Expecting value": "这里应当有一个值",
    "Expecting ',' delimiter": "这里缺少逗号",
    "Expecting ':' delimiter": "这里缺少冒号",
    "Expecting property name enclosed in double quotes": "这里应当是双引号括起的名称",
    "Illegal trailing comma before end of object": "最后一项后面多了逗号",
    "Illegal trailing comma before end of array": "最后一项后面多了逗号",
    "Unterminated string starting at": "从这里开始的引号没有闭合",
    "Invalid control character at": "引号里有换行或控制字符",
    "Invalid \\escape": "反斜杠后面的写法不对",
    "Invalid \\uXXXX escape": "\\u 后面应当是四位十六进制数",
    "Extra data": "内容结束以后还有多余的文字",
}

_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


class _Refused:
    """Stands in the parsed tree for what must not be there, until its place is known."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The whole file, never more than `limit` bytes; raises ProjectFileError."""
    try:
        if path.is_dir():
            raise refused(path, "这是一个文件夹。请选择其中的材料文件")
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_WAITING)
        with open(handle, "rb") as file:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise refused(path, "它不是普通文件")
            data = b"" if facts.st_size > limit else file.read(limit + 1)
    except OSError as error:
        raise refused(path, _reading_cause(error)) from error
    except ValueError as error:  # a NUL in the path
        raise ProjectFileError(f"无法读取 {str(path)!r}：文件名里有不能用的字符。") from error
    if facts.st_size > limit or len(data) > limit:
        megabytes = max(facts.st_size, len(data)) / 1e6
        raise refused(path, f"文件有 {megabytes:.0f} MB，超过 {limit / 1e6:.0f} MB 的上限")
    return data


def parse(data: bytes, path: Path) -> dict[str, Any]:
    """The object that `data` holds; `path` is named in the ProjectFileError."""
    text = _decoded(data, path)
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise refused(path, f"内容超过 {MAX_VALUES} 项的上限")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=lambda name: _Refused(f"{name} 不是数字"),
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        raise refused(path, _parser_words(error)) from error
    except RecursionError:
        raise refused(path, _too_deep(text)) from None
    _inspect(value, [], path, may_have_surrogates="\\u" in text)
    if not isinstance(value, dict):
        raise refused(path, f"最外层应当是一个对象 {{…}}，现在是{kind_of(value)}")
    return value


def parse_project(data: bytes, path: Path) -> dict[str, Any]:
    """`parse`, and the object says that it is a project of ours."""
    value = parse(data, path)
    if value.get("format") != FORMAT:
        raise refused(path, f'它不是续稿的材料文件（缺少 "format": "{FORMAT}"）')
    return value


def refused(path: Path, reason: str) -> ProjectFileError:
    """The error for `path`; `reason` names the place and has no full stop at its end."""
    return ProjectFileError(f"无法读取“{path}”：{reason}。文件没有改动。")


def place(steps: list[str | int]) -> str:
    """`["reports", 0, "id"]` as `reports[0].id`; names of any length and kind are shown safely."""
    said = ""
    for step in steps:
        if isinstance(step, int):
            said += f"[{step}]"
            continue
        name = step if len(step) <= 30 else step[:29] + "…"
        said += ("." if said else "") + (name if name.isprintable() else ascii(name))
    return said or "最外层"


def kind_of(value: object) -> str:
    """What a JSON value is, in Chinese."""
    match value:
        case None:
            return "空值 null"
        case bool():
            return "真假值"
        case int() | float():
            return "数字"
        case str():
            return "文字"
        case list():
            return "列表 […]"
        case _:
            return "对象 {…}"


_NO_WAITING = getattr(os, "O_NONBLOCK", 0)  # opening a pipe must not hang


def _reading_cause(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT:
            return "找不到这个文件。请检查它是否被移动、改名或删除"
        case errno.EACCES | errno.EPERM:
            return "没有读取权限"
    return cause_and_advice(error)[0]


def _decoded(data: bytes, path: Path) -> str:
    if not data.strip():
        raise refused(path, "文件是空的。可以从备份中恢复")
    for beginning, reason in _OTHER_KINDS:
        if data.startswith(beginning):
            raise refused(path, reason)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(
            path, f"第 {line} 行（第 {error.start + 1} 个字节）不是 UTF-8 文字"
        ) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Refused:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return _Refused(f"“{place([key])}”写了两次")
        seen.add(key)
    raise AssertionError("fewer keys than pairs, and none twice")


def _float(digits: str) -> float | _Refused:
    value = float(digits)
    return value if math.isfinite(value) else _Refused(f"数字 {digits[:30]} 太大")


def _int(digits: str) -> int | _Refused:
    return int(digits) if len(digits) <= _MAX_DIGITS else _Refused(f"数字有 {len(digits)} 位，太长")


def _inspect(
    value: object, steps: list[str | int], path: Path, *, may_have_surrogates: bool
) -> None:
    """Raise at the first place that holds something refused; recursion ends at MAX_DEPTH."""
    if isinstance(value, _Refused):
        raise refused(path, f"{place(steps)} 处{value.reason}")
    if isinstance(value, str):
        if may_have_surrogates and _SURROGATE.search(value):
            raise refused(path, f"{place(steps)} 处的文字不完整（半个字符）")
        return
    if not isinstance(value, dict | list):
        return
    if len(steps) >= MAX_DEPTH:
        raise refused(path, f"{place(steps[:6])}… 处嵌套超过 {MAX_DEPTH} 层")
    children = value.items() if isinstance(value, dict) else enumerate(value)
    for step, child in children:
        steps.append(step)
        if may_have_surrogates and isinstance(step, str) and _SURROGATE.search(step):
            raise refused(path, f"{place(steps)} 处的名称不完整（半个字符）")
        if child.__class__ is not str or may_have_surrogates:
            _inspect(child, steps, path, may_have_surrogates=may_have_surrogates)
        steps.pop()


def _parser_words(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()):
        return f"内容到第 {error.lineno} 行就断了，文件没有写完。可以从备份中恢复"
    said = _PARSER_WORDS.get(error.msg, "这里的写法不对")
    if error.msg.startswith("Unterminated"):
        said += "，文件可能没有写完"
    return f"第 {error.lineno} 行第 {error.colno} 列，{said}"


def _too_deep(text: str) -> str:
    """Where the nesting first passes the limit, for text that Python's parser gave up on."""
    depth = 0
    for token in _TOKENS.finditer(text):
        sign = token.group()[0]
        depth += (sign in "[{") - (sign in "]}")
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, token.start()) + 1
            column = token.start() - text.rfind("\n", 0, token.start())
            return f"第 {line} 行第 {column} 列，嵌套超过 {MAX_DEPTH} 层"
    return f"嵌套超过 {MAX_DEPTH} 层"
