"""A RETURNED FORM as it was read: rows by their keys, who filled it in, what stands outside.

Rows are known by their keys wherever they stand: sorted, filtered, inserted rows between them,
copied into another file. Columns are known by their heads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from model.forms.keys import find_key
from model.forms.words import DAY, DEPARTMENT, FORMAT, HIDDEN, NUMBER, PERIOD, PERSON, PHONE
from model.reading.source import Source, SourceParagraph, SourceTable
from model.reading.workbook import Sheet, SheetCell, Workbook

KEY_HEAD = "编号"
TEXT_HEAD = "本期文字"
_ABOUT = (DEPARTMENT, PERIOD, NUMBER, PERSON, PHONE, DAY)
_BEHIND = re.compile(rf"^({'|'.join(_ABOUT)})\s*[:：]\s*(.*)$")
_OUR_TEXT = re.compile(rf"^(?:{TEXT_HEAD})\s*[:：]\s*")
_NOT_TEXT = re.compile(r"^(?:上期文字|上期|要点)\s*[:：]")
_MOST = 5000
"""Rows of a form that are looked at."""


class ReturnedRow(NamedTuple):
    """A row with its key ('' for one without): what stands under which head, and where it stood."""

    key: str
    cells: Mapping[str, SheetCell]
    where: str
    heads: tuple[str, ...] = ()

    def text(self, head: str) -> str:
        """What stands under a head."""
        cell = self.cells.get(head)
        return cell.text.strip() if cell else ""


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """What a file tells. `facts` is what it said when it was sent, by key; `form`, `project`,
    `period` and `department` are '' where the file does not tell them.
    """

    rows: tuple[ReturnedRow, ...]
    loose: tuple[ReturnedRow, ...] = ()
    text: str = ""
    form: str = ""
    project: str = ""
    period: str = ""
    department: str = ""
    person: str = ""
    phone: str = ""
    day: str = ""
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_hidden: bool = False


def returned_form(came: Workbook | Source) -> ReturnedForm:
    """What a workbook or a Word file tells as a form."""
    if isinstance(came, Workbook):
        shown = [(sheet.name, sheet.rows) for sheet in came.sheets if sheet.name != HIDDEN]
        hidden = next((sheet for sheet in came.sheets if sheet.name == HIDDEN), None)
        return _form(shown, _hidden(hidden), [], "")
    tables = [
        (f"表{number}", tuple(tuple(map(SheetCell, row)) for row in block.rows))
        for number, block in enumerate(
            (one for one in came.blocks if isinstance(one, SourceTable)), 1
        )
    ]
    lines = [one.text.strip() for one in came.blocks if isinstance(one, SourceParagraph)]
    return _form(tables, {}, [*_keyed_texts(lines)], "\n".join(filter(None, lines)))


Rows = Sequence[Sequence[SheetCell]]


def _form(
    sheets: Sequence[tuple[str, Rows]],
    hidden: Mapping[str, Any],
    texts: list[ReturnedRow],
    text: str,
) -> ReturnedForm:
    about = {**_about_lines(text), **_about_cells(sheets)}
    rows = [row for name, cells in sheets for row in _rows(name, cells)]
    meta = hidden if hidden.get("format") == FORMAT else {}
    return ReturnedForm(
        rows=tuple(row for row in (*rows, *texts) if row.key),
        loose=tuple(row for row in rows if not row.key),
        text=text,
        form=meta.get("form", "") or about.get(NUMBER, ""),
        project=meta.get("project", ""),
        period=meta.get("period", "") or about.get(PERIOD, ""),
        department=about.get(DEPARTMENT, "") or meta.get("department", ""),
        person=about.get(PERSON, ""),
        phone=about.get(PHONE, ""),
        day=about.get(DAY, ""),
        facts={key: known for key, known in meta.items() if isinstance(known, tuple)},
        has_hidden=bool(meta),
    )


def _hidden(sheet: Sheet | None) -> dict[str, Any]:
    """What the hidden sheet tells: texts by name, what was known by key."""
    found: dict[str, Any] = {}
    for row in sheet.rows[:_MOST] if sheet else ():
        if len(row) < 2:
            continue
        name, said = row[0].text, row[1].text
        if find_key(name) != name:
            found[name] = said
            continue
        try:
            known = json.loads(said)["known"]
            found[name] = tuple(str(one) for one in known)
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return found


def _about_cells(sheets: Sequence[tuple[str, Rows]]) -> dict[str, str]:
    """The lines over a form: a name, and what stands behind it."""
    found: dict[str, str] = {}
    for _, rows in sheets:
        for row in rows[:_MOST]:
            texts = [cell.text.strip() for cell in row]
            if KEY_HEAD in texts or any(map(find_key, texts[:1])):
                continue  # heads of a table, and its rows
            for at, text in enumerate(texts):
                name = text.rstrip("：: ")
                if name in _ABOUT and (said := next(filter(None, texts[at + 1 :]), "")):
                    found.setdefault(name, "" if said in _ABOUT else said)
    return found


def _about_lines(text: str) -> dict[str, str]:
    matches = map(_BEHIND.match, text.splitlines())
    return {found[1]: found[2].strip() for found in matches if found and found[2].strip()}


def _rows(name: str, rows: Rows) -> Iterator[ReturnedRow]:
    """The rows below a row of heads; what stands above is the title."""
    heads: tuple[str, ...] = ()
    for number, row in enumerate(rows[:_MOST], 1):
        texts = [re.sub(r"\s+", "", cell.text) for cell in row]
        if KEY_HEAD in texts:
            heads = tuple(texts)
            continue
        key = next(filter(None, (find_key(text) for text in texts if len(text) <= 16)), "")
        if not key and (not heads or not any(texts)):
            continue
        cells = {head: cell for head, cell in zip(heads, row, strict=False) if head}
        yield ReturnedRow(key, cells, f"{name}第{number}行", heads)


def _keyed_texts(lines: Sequence[str]) -> Iterator[ReturnedRow]:
    """Texts of a Word form: a line with a key, then what is written for it up to the next key."""
    key, where, said, is_ours = "", "", [""], False
    said.clear()
    for number, line in enumerate([*lines, "编号：完"], 1):
        found = find_key(line) if len(line) <= 80 else None
        if found or number > len(lines):
            if key and said:
                yield ReturnedRow(key, {TEXT_HEAD: SheetCell("\n".join(said))}, where)
            key, where, is_ours = found or "", f"第{number}段", False
            said.clear()
        elif _OUR_TEXT.match(line):
            is_ours = True
            said += filter(None, [_OUR_TEXT.sub("", line)])
        elif _NOT_TEXT.match(line) or _BEHIND.match(line):
            is_ours = False
        elif is_ours and line:
            said.append(line)
