"""From version 1 to 2: last period in one shape, an id for every use of an indicator, suppliers.

Version 1 kept last period in four shapes: an item's `carried` with `checked`, a task's and a
field's text with a flag, a row's cells. What does not have the shape it should have is left as it
is, for the check of the records to tell.
"""

from typing import Any

from model.storage.file_records import Dict, Spot, mapped, with_own_ids

_WORDS = ("text", "prose", "departments")
"""Kinds of columns whose cells are names: version 1 never asked to look at them again."""


def lifted(data: Dict) -> Dict:
    """Return a project of version 1 as version 2 has it."""
    places: dict[str, str] = {}
    lifted = mapped(with_own_ids(data, places), _record)
    for name in ("fields", "indicators"):
        lift = _field if name == "fields" else _indicator
        if isinstance(lifted.get(name), list):
            renewed = [lift(one) if isinstance(one, dict) else one for one in lifted[name]]
            lifted = lifted | {name: renewed}
    if isinstance(lifted.get("dismissed"), list):
        renewed = [_at_new_place(key, places) for key in lifted["dismissed"]]
        lifted = lifted | {"dismissed": renewed}
    return lifted


def _record(record: Dict, spot: Spot) -> Dict:
    match spot.role:
        case "item":
            return _item(record)
        case "task":
            return _former(record, "text")
        case "table":
            return _table(record)
    return record


def _table(table: Dict) -> Dict:
    rows, columns = table.get("rows"), table.get("columns")
    if not isinstance(rows, list) or not isinstance(columns, list):
        return table
    return table | {"rows": [_row(row, columns) for row in rows]}


def _item(item: Dict) -> Dict:
    """`carried: {lead, text, checked}`, where `checked` lists figures and `wording`."""
    carried = item.get("carried")
    if not isinstance(carried, dict):
        return item if carried is not None else _without(item, "carried")
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
    kept = _without(item, "carried")
    unknown = _without(carried, "lead", "text", "checked", "base", "words", "figures")
    if unknown and not former:
        return kept | {"carried": unknown}
    if unknown:
        path = "text" if "text" in former else "lead"
        former[path] = unknown | former[path]
    return kept | ({"former": former} if former else {})


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


def _at_new_place(key: Any, places: dict[str, str]) -> Any:
    """`period:b2mx.gdp.period:…` → `period:u7k2x9.period:…`."""
    if not isinstance(key, str):
        return key
    check, colon, place = key.partition(":")
    owner, _, rest = place.partition(".")
    indicator, dot, path = rest.partition(".")
    now = places.get(f"{owner}.{indicator}")
    return f"{check}{colon}{now}.{path}" if now and dot else key


def _without(record: Dict, *names: str) -> Dict:
    return {name: value for name, value in record.items() if name not in names}
