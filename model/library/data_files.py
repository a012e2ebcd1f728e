"""Reading the data files that belong to the program (templates, indicators): strict, with places.

Offices may adapt these files by hand, so whatever is wrong is told with the file, the place in
its JSON (`content[2].paragraphs[0][1].text`) and what is expected there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from model.errors import TemplateError
from model.report.record import Record

Steps = tuple[str | int, ...]

_EXPECTED = {
    "string_type": "应当是文字",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "bool_type": "应当是true或false",
    "tuple_type": "应当是列表[…]",
    "model_type": "应当是对象{…}",
    "model_attributes_type": "应当是对象{…}",
    "string_too_short": "不能为空",
    "string_pattern_mismatch": "只能用小写英文字母、数字和连字符",
}


def fault(path: Path, steps: Steps, reason: str) -> TemplateError:
    """The error for a place in a data file; `reason` has no full stop at its end."""
    return TemplateError(f"“{path.name}”{place(steps)}：{reason}。（文件：{path}）")


def place(steps: Steps) -> str:
    """`("content", 0, "id")` as ` content[0].id`; nothing for the file as a whole."""
    said = ""
    for step in steps:
        said += f"[{step}]" if isinstance(step, int) else f".{step}" if said else f" {step}"
    return said


def read_json(path: Path) -> Any:
    """The JSON value in a file; raises `TemplateError` with line and column where it is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return json.loads(text, object_pairs_hook=_unique)
    except OSError as error:
        raise fault(path, (), "读不到这个文件，请检查它是否还在、能否打开") from error
    except UnicodeDecodeError as error:
        raise fault(path, (), "文字编码不是UTF-8，请另存为UTF-8") from error
    except json.JSONDecodeError as error:
        where = f"第{error.lineno}行第{error.colno}列"
        raise fault(path, (), f"{where}的JSON写法不对，请检查逗号、引号和括号") from error
    except _Twice as error:
        raise fault(path, (), f"“{error}”在同一个对象里写了两次") from error


class _Twice(Exception):
    """A key that stands twice in one object."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return value


def misfit(path: Path, error: ValidationError, data: object, start: Steps = ()) -> TemplateError:
    """The first place of `data` (which stands at `start`) that does not fit its record."""
    detail = error.errors(include_url=False)[0]
    return fault(path, start + _steps(detail, data), _expected(detail))


def _steps(detail: ErrorDetails, data: object) -> Steps:
    """The location without the names of union members, which stand in no file."""
    steps: list[str | int] = []
    for number, step in enumerate(detail["loc"]):
        if _has(data, step):
            data = data[step]  # type: ignore[index]
        elif detail["type"] != "missing" or number < len(detail["loc"]) - 1:
            continue
        steps.append(step)
    return tuple(steps)


def _has(data: object, step: str | int) -> bool:
    if isinstance(data, Mapping):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "缺少这一项"
        case "value_error":
            return str(context.get("error", "")).rstrip("。")
        case "literal_error" | "enum":
            choices = str(context["expected"]).replace("'", "").replace(" or ", "、")
            return f"应当是{choices.replace(', ', '、')}之一，现在是“{detail['input']}”"
        case kind:
            return f"{_EXPECTED.get(kind, '不符合规定')}，现在是“{str(detail['input'])[:20]}”"


def records_in(value: object, steps: Steps = ()) -> Iterator[tuple[Steps, Record]]:
    """All records in `value`, each with its place, in reading order."""
    if isinstance(value, Record):
        yield steps, value
        for name in type(value).model_fields:
            yield from records_in(getattr(value, name), (*steps, name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, one in enumerate(value):
            yield from records_in(one, (*steps, index))


def refuse_unknown_keys(path: Path, value: object, start: Steps = ()) -> None:
    """Raise for a key that no record has: in a file written by hand it is a slip of the pen."""
    for steps, record in records_in(value, start):
        for key in record.model_extra or ():
            raise fault(path, (*steps, key), "没有这一项，请检查拼写")
