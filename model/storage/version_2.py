"""From version 1 to 2: last period in one shape, an id for every use of an indicator, suppliers.

Version 1 kept last period in four shapes: an item's `carried` with `checked`, a task's and a
field's text with a flag, a row's cells. What does not have the shape it should have is left as it
is, for the check of the records to tell.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_BELOW = ("content", "paragraphs", "groups", "tasks", "rows", "use", "parts", "remark", "reports")
_WORDS = ("text", "prose", "departments")
"""Kinds of columns whose cells are names: version 1 never asked to look at them again."""

Dict = dict[str, Any]


def lifted(data: Dict) -> Dict:
    """Return a project of version 1 as version 2 has it."""
    named, places = _named(data)
    lifted: Dict = _mapped(named, _record)
    for name in ("fields", "indicators"):
        lift = _field if name == "fields" else _indicator
        if isinstance(lifted.get(name), list):
            lifted[name] = [lift(one) if isinstance(one, dict) else one for one in lifted[name]]
    if isinstance(lifted.get("dismissed"), list):
        lifted["dismissed"] = [_at_new_place(key, places) for key in lifted["dismissed"]]
    return lifted


def with_use_ids(data: Dict) -> Dict:
    """Return a project in which every use of an indicator has an id, also one written by hand."""
    return _named(data)[0]


def _named(data: Dict) -> tuple[Dict, dict[str, str]]:
    """The project with an id for every use, and what their places were called before."""
    taken = {id_ for record in _records(data) if isinstance(id_ := record.get("id"), str)}
    places: dict[str, str] = {}

    def named(record: Dict) -> Dict:
        if isinstance(record.get("use"), list):
            return _with_use_ids(record, taken, places)
        return record

    named_data: Dict = _mapped(data, named)
    return named_data, places


def _records(value: Any) -> Iterator[Dict]:
    """All records of the texts, however deep."""
    if isinstance(value, dict):
        yield value
        for name in _BELOW:
            yield from _records(value.get(name))
    elif isinstance(value, list):
        for one in value:
            yield from _records(one)


def _mapped(value: Any, change: Callable[[Dict], Dict]) -> Any:
    """The value with every record below changed, from the top down."""
    if isinstance(value, list):
        return [_mapped(one, change) for one in value]
    if not isinstance(value, dict):
        return value
    changed = change(value)
    below = {name: _mapped(changed[name], change) for name in _BELOW if name in changed}
    return changed | below


def _record(record: Dict) -> Dict:
    if isinstance(record.get("rows"), list) and isinstance(record.get("columns"), list):
        record = record | {"rows": [_row(row, record["columns"]) for row in record["rows"]]}
    if isinstance(record.get("carried"), dict):
        return _item(record)
    if isinstance(record.get("carried"), str) or isinstance(record.get("checked"), bool):
        return _former(record, "text")
    return record


def _item(item: Dict) -> Dict:
    """`carried: {lead, text, checked}`, where `checked` lists figures and `wording`."""
    carried = item["carried"]
    checked = carried.get("checked")
    checked = checked if isinstance(checked, list) else []
    words = {"words": True} if "wording" in checked else {}
    figures = [one for one in checked if isinstance(one, int) and not isinstance(one, bool)]
    former: Dict = {}
    if isinstance(carried.get("lead"), str) and carried["lead"]:
        former["lead"] = {"text": carried["lead"]} | words
    text = carried.get("text", "")
    if isinstance(text, str) and (text or words or figures):
        former["text"] = {"text": text} | words | ({"figures": figures} if figures else {})
    return _without(item, "carried") | ({"former": former} if former else {})


def _former(record: Dict, path: str) -> Dict:
    """`carried` and `checked` of one value: of a task's text, or of a field."""
    carried, checked = record.get("carried"), record.get("checked")
    kept = _without(record, "carried", "checked")
    if not isinstance(carried, str):
        return kept
    words = {"words": True} if checked is True else {}
    return kept | {"former": {path: {"text": carried} | words}}


def _field(field: Dict) -> Dict:
    return _former(field, "value")


def _indicator(indicator: Dict) -> Dict:
    """Who supplies it was called `department`."""
    if "department" not in indicator:
        return indicator
    names = {"department": "supplier"}
    return {names.get(name, name): value for name, value in indicator.items()}


def _row(row: Any, columns: list[Any]) -> Any:
    """`carried` were the cells of last period in the order of the columns."""
    if not isinstance(row, dict) or not isinstance(row.get("carried"), list):
        return row
    cells: list[Any] = row["cells"] if isinstance(row.get("cells"), list) else []
    former: Dict = {}
    for number, (column, said) in enumerate(zip(columns, row["carried"], strict=False)):
        if not isinstance(column, dict) or not isinstance(said, str):
            continue
        same = number < len(cells) and cells[number] == said
        is_name = column.get("kind", "text") in _WORDS
        former[f"cells.{column.get('key')}"] = {"text": said} | (
            {"words": True} if same and is_name else {}
        )
    return _without(row, "carried") | ({"former": former} if former else {})


def _with_use_ids(holder: Dict, taken: set[str], places: dict[str, str]) -> Dict:
    """The uses of a block or group, each with an id made of where it stands."""
    owner = str(holder.get("id", ""))

    def named(use: Any, path: str) -> Any:
        if isinstance(use, str):
            use = {"indicator": use}
        if not isinstance(use, dict):
            return use
        id_ = use.get("id")
        if not isinstance(id_, str):
            id_ = _use_id(owner, path, taken)
        places.setdefault(f"{owner}.{use.get('indicator')}.", f"{id_}.")
        renewed: Dict = {"id": id_} | use
        if isinstance(use.get("parts"), list):
            parts = enumerate(use["parts"])
            renewed["parts"] = [named(part, f"{path}.{number}") for number, part in parts]
        return renewed

    return holder | {"use": [named(use, str(at)) for at, use in enumerate(holder["use"])]}


def _use_id(owner: str, path: str, taken: set[str]) -> str:
    """`u` and five signs, the same for the same place in every copy of a file."""
    number = int.from_bytes(hashlib.sha256(f"{owner}/{path}".encode()).digest()[:8], "big")
    while True:
        rest, signs = number, ""
        for _ in range(5):
            rest, sign = divmod(rest, len(_SIGNS))
            signs += _SIGNS[sign]
        if f"u{signs}" not in taken:
            taken.add(f"u{signs}")
            return f"u{signs}"
        number += 1


def _at_new_place(key: Any, places: dict[str, str]) -> Any:
    """`period:b2mx.gdp.period:…` → `period:u7k2x9.period:…`."""
    if not isinstance(key, str):
        return key
    check, colon, rest = key.partition(":")
    for former, now in places.items():
        if rest.startswith(former):
            return f"{check}{colon}{now}{rest.removeprefix(former)}"
    return key


def _without(record: Dict, *names: str) -> Dict:
    return {name: value for name, value in record.items() if name not in names}
