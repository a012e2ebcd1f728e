"""The records of a project file as plain dicts: what they are, what stands below them, their ids.

What this version does not know (a block of another kind, keys of a newer program) is never entered.
Every record has an id of its own, by which it is found: one copied by hand inside a file gets
another, made of where it stands, the same in every copy of the file.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Dict = dict[str, Any]

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_BLOCKS = {
    "section": ("content",), "text": ("paragraphs",), "indicators": ("use",),
    "outlook": ("groups",), "tasks": ("tasks",), "table": ("rows",),
}  # fmt: skip
_BELOW = _BLOCKS | {
    "project": ("reports",), "report": ("content",), "group": ("use",), "use": ("parts", "remark"),
}  # fmt: skip
_ROLES = {
    "reports": "report", "paragraphs": "item", "remark": "item", "use": "use", "parts": "use",
    "groups": "group", "tasks": "task", "rows": "row",
}  # fmt: skip
_LETTERS = {
    "section": "s",
    "item": "i",
    "task": "t",
    "group": "g",
    "row": "w",
    "use": "u",
    "report": "r",
}
_WITHOUT = ("project", "opaque")
"""What keeps the id it has, or needs none."""


class Spot(NamedTuple):
    """What a record is, and where it stands: in which record with an id, and how from there."""

    role: str
    owner: str = ""
    path: str = ""


Change = Callable[[Dict, Spot], Dict]


def mapped(data: Dict, change: Change) -> Dict:
    """Return the file with every record changed, from the top down."""
    return _mapped(data, Spot("project"), change)


def records(data: Dict) -> Iterator[Dict]:
    """Yield every record of the file, in reading order."""
    found: list[Dict] = []

    def note(record: Dict, _: Spot) -> Dict:
        found.append(record)
        return record

    mapped(data, note)
    yield from found


def _mapped(record: Dict, spot: Spot, change: Change) -> Dict:
    record = change(record, spot)
    below = {
        name: _below(record[name], name, _spot(record, name, spot), change)
        for name in _BELOW.get(spot.role, ())
        if name in record
    }
    return record | below if below else record


def _spot(record: Dict, name: str, spot: Spot) -> Spot:
    """Where what stands under `name` begins: a use is told by its block and its numbers there."""
    role = _ROLES.get(name, "")
    if spot.role == "use":
        return Spot(role, spot.owner, spot.path if name == "parts" else f"{spot.path}.{name}")
    return Spot(role, str(record.get("id", "")), "" if name == "use" else name)


def _below(value: Any, name: str, spot: Spot, change: Change) -> Any:
    if isinstance(value, list):
        path = f"{spot.path}." if spot.path else ""
        return [
            _below(one, name, spot._replace(path=f"{path}{number}"), change)
            for number, one in enumerate(value)
        ]
    if isinstance(value, str) and spot.role == "use" and spot.path:
        value = {"indicator": value}
    if not isinstance(value, dict):
        return value
    if name == "content":
        kind = value.get("kind")
        spot = spot._replace(role=kind if isinstance(kind, str) and kind in _BLOCKS else "opaque")
    return _mapped(value, spot, change)


def with_own_ids(data: Dict, places: dict[str, str] | None = None) -> Dict:
    """Return the file with an id for every use, and none twice; columns are told apart as well.

    `places` takes what version 1 called the uses: `b2mx.gdp` → `u7k2x9`.
    """
    given = set(_ids_of_reports(data))
    taken: set[str] = set()

    def named(record: Dict, spot: Spot) -> Dict:
        if spot.role not in _WITHOUT and _needs_id(record, spot, given):
            if not taken:  # asked for once it is needed: most files need no id
                taken.update(_ids(data))
            record = record | {"id": _made_id(spot, taken)}
        if isinstance(id_ := record.get("id"), str):
            given.add(id_)
        if places is not None and spot.role == "use":
            places.setdefault(f"{spot.owner}.{record.get('indicator')}", str(id_))
        return _with_own_keys(record) if spot.role == "table" else record

    return mapped(data, named)


def _ids(data: Dict) -> Iterator[str]:
    return (id_ for record in records(data) if isinstance(id_ := record.get("id"), str))


def _ids_of_reports(data: Dict) -> Iterator[str]:
    reports = data.get("reports")
    for report in reports if isinstance(reports, list) else ():
        if isinstance(report, dict) and isinstance(report.get("id"), str):
            yield report["id"]


def _needs_id(record: Dict, spot: Spot, given: set[str]) -> bool:
    """Whether a record could not be found by the id it has; a wrong one is told elsewhere."""
    id_ = record.get("id")
    if id_ is None:
        return spot.role == "use"
    if not isinstance(id_, str):
        return False
    return not _ID.fullmatch(id_) or (spot.role != "report" and id_ in given)


def _made_id(spot: Spot, taken: set[str]) -> str:
    """A letter and five signs, the same for the same place in every copy of a file."""
    letter = _LETTERS.get(spot.role, "b")
    digest = hashlib.sha256(f"{spot.owner}/{spot.path}".encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    while True:
        rest, signs = number, ""
        for _ in range(5):
            rest, sign = divmod(rest, len(_SIGNS))
            signs += _SIGNS[sign]
        if f"{letter}{signs}" not in taken:
            taken.add(f"{letter}{signs}")
            return f"{letter}{signs}"
        number += 1


def _with_own_keys(table: Dict) -> Dict:
    """A table in which no two columns have one key: the later ones get a number."""
    columns = table.get("columns")
    if not isinstance(columns, list):
        return table
    taken = [column["key"] for column in columns if _has_key(column)]
    if len(set(taken)) == len(taken):
        return table
    given: set[str] = set()
    return table | {"columns": [_with_own_key(column, given, taken) for column in columns]}


def _with_own_key(column: Any, given: set[str], taken: list[str]) -> Any:
    if not _has_key(column):
        return column
    key: str = column["key"]
    if key not in given:
        given.add(key)
        return column
    made = (f"{key}-{number}" for number in range(2, len(taken) + 2))
    own = next(name for name in made if name not in given and name not in taken)
    given.add(own)
    return column | {"key": own}


def _has_key(column: Any) -> bool:
    return isinstance(column, dict) and isinstance(column.get("key"), str)
