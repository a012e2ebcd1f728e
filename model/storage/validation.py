"""Says in Chinese, with its place, why a JSON value does not fit the record it is read into."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from model.storage.json_gate import kind_of, place

_SHOWN = 3

_EXPECTED = {
    "string_type": "应当是文字",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "int_from_float": "应当是整数",
    "int_parsing_size": "整数太大",
    "float_type": "应当是数字",
    "float_parsing": "应当是数字",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "tuple_type": "应当是列表 […]",
    "list_type": "应当是列表 […]",
    "model_type": "应当是对象 {…}",
    "model_attributes_type": "应当是对象 {…}",
    "dict_type": "应当是对象 {…}",
    "string_pattern_mismatch": "写法不符合规定",
    "string_too_short": "不能为空",
    "date_type": "应当是 2026-07-03 这样的日期",
    "date_parsing": "应当是 2026-07-03 这样的日期",
    "date_from_datetime_parsing": "应当是 2026-07-03 这样的日期",
    "date_from_datetime_inexact": "应当是 2026-07-03 这样的日期",
    "datetime_type": "应当是日期和时间",
    "datetime_parsing": "应当是日期和时间",
    "datetime_from_date_parsing": "应当是日期和时间",
    "timezone_aware": "时间应当带时区",
}


def explained(error: ValidationError, data: object) -> str:
    """The first places that do not fit, each with what is expected and what was found.

    `data` is what was validated: it tells which steps of pydantic's location are really there.
    """
    details = error.errors(include_url=False)
    said = "；".join(_one(detail, data) for detail in details[:_SHOWN])
    more = len(details) - _SHOWN
    return said + (f"；另有 {more} 处" if more > 0 else "")


def _one(detail: ErrorDetails, data: object) -> str:
    where = place(_steps(detail, data))
    if detail["type"] == "missing":
        return f"缺少 {where}"
    return f"{where} {_expected(detail)}，现在是{_found(detail['input'])}"


def _steps(detail: ErrorDetails, data: object) -> list[str | int]:
    """The location without the names of union members, which stand in no file."""
    steps: list[str | int] = []
    inside: Any = data
    for step in detail["loc"]:
        try:
            inside = inside[step]
        except (KeyError, IndexError, TypeError):
            if not (detail["type"] == "missing" and step == detail["loc"][-1]):
                continue
        steps.append(step)
    return steps


def _expected(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    match kind:
        case "value_error":
            return f"不合规定（{str(context.get('error', '')).rstrip('。')}）"
        case "literal_error" | "enum":
            choices = str(context["expected"]).replace("'", "").replace(" or ", "、")
            return f"应当是 {choices.replace(', ', '、')} 之一"
        case "greater_than_equal":
            return f"不能小于 {context['ge']}"
        case "less_than_equal":
            return f"不能大于 {context['le']}"
    return _EXPECTED.get(kind, "不符合规定")


def _found(value: object) -> str:
    if isinstance(value, str):
        short = value if len(value) <= 20 else value[:19] + "…"
        return f"“{short if short.isprintable() else ascii(short)}”"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f" {value}"[:24]
    return kind_of(value)
