"""The attributes of records that can be typed, kind of record by kind of record."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from model.entry.typed import choice, clean, day, departments, integer, normalize, one_line
from model.errors import PlaceError, ValueRefused
from model.report.carried import confirmed, unconfirmed
from model.report.item import Item, Marker
from model.report.record import Record
from model.report.report import Front, Report
from model.report.section import (
    Heading,
    IndicatorsBlock,
    IndicatorUse,
    OutlookBlock,
    OutlookGroup,
    Row,
    Section,
    TableBlock,
    Task,
    TasksBlock,
)
from model.values.facet import Facet, Source
from model.values.period import Basis, Period
from model.values.quantity import parse_quantity
from model.wording.numbering import STYLES, recognize

Setter = Callable[[Any, str], Record]
YES_NO = ("是", "否")
_MONTH_DAY = re.compile(
    r"(?:\d{4}年)?(\d{1,2})月(?:(\d{1,2})日|底|初|上旬|中旬|下旬|份)?(?:之?前)?"
)
_NEEDS_BEFORE = re.compile(r"(?:底|末|日|月|旬|初)$")
_LONGEST_DEADLINE = 20


def style_of(typed: str) -> Marker | None:
    """A marker from the sign typed: any sign of a style (三是) means the style; '' means none."""
    plain = typed.strip()
    if not plain:
        return None
    if plain in STYLES:
        return Marker(style=plain)
    known = recognize(plain)
    if known is None:
        raise ValueRefused(f"没有“{typed}”这种序号。可选：{'、'.join(STYLES)}。")
    return Marker(style=known[0])


def deadline_of(typed: str) -> str:
    """`10月底前`, `年底前`, `2026年10月31日前`; a date gets its 前, a month must exist."""
    plain = one_line(typed)
    if not plain:
        return ""
    if re.fullmatch(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", plain, re.ASCII):
        found = day(plain)
        return f"{found.year}年{found.month}月{found.day}日前"
    month = _MONTH_DAY.fullmatch(plain)
    if month and not 1 <= int(month[1]) <= 12:
        raise ValueRefused(f"没有“{typed}”这个月份。请写成10月底前、年底前或2026-10-31。")
    if month and month[2] and not 1 <= int(month[2]) <= 31:
        raise ValueRefused(f"没有“{typed}”这一天。请写成10月底前、年底前或2026-10-31。")
    if len(plain) > _LONGEST_DEADLINE or "。" in plain:
        raise ValueRefused(f"“{typed}”太长，不像完成时限。请写成10月底前、年底前或2026-10-31。")
    return plain + "前" if _NEEDS_BEFORE.search(plain) else plain


def _prose(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: clean(typed)})


def _line(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: one_line(typed)})


def _line_or_none(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: one_line(typed) or None})


def _marker(record: Any, typed: str) -> Record:
    changed: Record = record.changed(marker=style_of(typed))
    return changed


def _heading(section: Section, typed: str) -> Section:
    text = one_line(typed)
    former = section.heading or Heading()
    return section.changed(heading=former.changed(text=text) if text else None)


def _heading_marker(section: Section, typed: str) -> Section:
    former = section.heading or Heading()
    return section.changed(heading=former.changed(marker=style_of(typed)))


def _names(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: departments(typed)})


def _quantity(task: Task, typed: str) -> Task:
    if not typed.strip():
        return task.changed(quantity=None)
    quantity = parse_quantity(typed, task.unit)
    return task.changed(quantity=quantity.value, unit=quantity.unit)


def _deadline(task: Task, typed: str) -> Task:
    return task.changed(deadline=deadline_of(typed))


def _front(name: str) -> Setter:
    def set_line(report: Report, typed: str) -> Report:
        return report.changed(front=report.front.changed(**{name: clean(typed).strip() or None}))

    return set_line


def _annex(report: Report, typed: str) -> Report:
    return report.changed(annex=choice(typed, YES_NO) == "是")


def _checked(item: Item, typed: str) -> Item:
    """Confirm an item as it stands, its figures and all, or take that back."""
    return confirmed(item) if choice(typed, YES_NO) == "是" else unconfirmed(item)


def _flag(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: choice(typed, YES_NO) == "是"})


def _limit(name: str) -> Setter:
    def set_limit(report: Report, typed: str) -> Report:
        number = int(integer(typed, "").value) if typed.strip() else None
        if number is not None and number < 1:
            raise ValueRefused("篇幅至少是1；不限就留空。")
        return report.changed(length=None if number is None else {name: number})

    return set_limit


_FRONT: dict[str, Setter] = {name: _front(name) for name in Front.model_fields if name != "title"}

ATTRIBUTES: dict[type[Record], dict[str, Setter]] = {
    Item: {
        "text": _prose("text"),
        "lead": _line_or_none("lead"),
        "marker": _marker,
        "checked": _checked,
        "dropped": _flag("dropped"),
    },
    Section: {"heading": _heading, "marker": _heading_marker},
    IndicatorsBlock: {"opening": _prose("opening"), "closing": _line("closing")},
    OutlookBlock: {"opening": _prose("opening")},
    OutlookGroup: {"text": _prose("text"), "marker": _marker},
    TasksBlock: {"opening": _prose("opening"), "lead": _names("lead")},
    Task: {
        "lead": _names("lead"),
        "support": _names("support"),
        "deadline": _deadline,
        "text": _prose("text"),
        "quantity": _quantity,
        "marker": _marker,
        "checked": _flag("checked"),
        "dropped": _flag("dropped"),
    },
    TableBlock: {"caption": _line("caption")},
    Report: {
        **_FRONT,
        "title": lambda report, typed: report.changed(
            front=report.front.changed(title=clean(typed).strip())
        ),
        "name": _line("name"),
        "house_style": _line("house_style"),
        "annex": _annex,
        "characters": _limit("characters"),
        "minutes": _limit("minutes"),
    },
}
"""What can be typed into each kind of record, by the name it has in a place."""

TEXTS: dict[type[Record], tuple[str, ...]] = {
    Item: ("lead", "text"),
    Section: ("heading",),
    IndicatorsBlock: ("opening",),
    OutlookBlock: ("opening",),
    OutlookGroup: ("text",),
    TasksBlock: ("opening",),
    Task: ("text",),
    TableBlock: ("caption",),
    Report: tuple(name for name in Front.model_fields),
}
"""The attributes whose figures and blanks are places of their own."""


def text_of(record: Record, name: str) -> str:
    """The raw text of an attribute; '' where there is none."""
    if isinstance(record, Section):
        return record.heading.text if record.heading else ""
    if isinstance(record, Report):
        return getattr(record.front, name) or ""
    value = getattr(record, name)
    return value or ""


def set_cell(block: TableBlock, row: Row, key: str, typed: str) -> Row:
    """A cell by its column's key, normalized by the column's kind; '' makes it blank."""
    keys = [column.key for column in block.columns]
    if key not in keys:
        raise PlaceError(f"表里没有“{key}”这一列。有：{'、'.join(keys)}。")
    index = keys.index(key)
    column = block.columns[index]
    text: str | None = None
    if typed.strip():
        kept = normalize(column.kind, typed, column.unit, column.choices)
        same = not column.kind.is_number or kept.unit == column.unit
        text = kept.text if same else kept.text + kept.unit
    cells = list(row.cells) + [None] * (len(keys) - len(row.cells))
    cells[index] = text
    return row.changed(cells=tuple(cells))


def set_use(use: IndicatorUse, name: str, typed: str) -> IndicatorUse:
    """How a text uses an indicator: its period, source, basis, the facets said or left out."""
    plain = one_line(typed)
    match name:
        case "period" | "forecast_period":
            return use.changed(**{name: str(Period.parse(plain)) if plain else None})
        case "source":
            return use.changed(source=_member(Source, plain))
        case "basis":
            return use.changed(basis=_member(Basis, plain))
        case "facets" | "omit":
            chosen = tuple(_member(Facet, part) for part in departments(plain))
            return use.changed(**{name: chosen})
        case "name":
            return use.changed(name=plain or None)
        case "opening":
            return use.changed(opening=clean(typed))
        case _:
            known = "period、forecast_period、source、basis、facets、omit、name、opening"
            raise PlaceError(f"指标的用法里没有“{name}”。有：{known}。")


def _member(kind: Any, typed: str) -> Any:
    """A member of a closed set by its key or its Chinese label; None for ''."""
    if not typed:
        return None
    for member in kind:
        if typed in (member.value, member.label):
            return member
    known = "、".join(f"{member.value}（{member.label}）" for member in kind)
    raise ValueRefused(f"没有“{typed}”。可选：{known}。")
