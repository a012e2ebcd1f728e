"""从全市通报表取数: a table with counties as rows gives our value, growth and rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from model.entry.apply import Assignment, set_values
from model.errors import ValueRefused, XugaoError
from model.forms.came import Asking
from model.forms.compared import compared
from model.forms.form import NOW, Ask
from model.forms.lines import Came, CameState, File, line_choice
from model.library import shipped
from model.numbers.ask import Numbers
from model.numbers.computed import Asked
from model.numbers.ranking import superior_scope
from model.places.values import shown_values
from model.report.address import ObservationPlace
from model.report.indicator import Indicator
from model.table.paste import Named, Names
from model.values.facet import Facet, Source
from model.values.number import parse_number
from model.values.quantity import parse_quantity

_GROWTH = re.compile(r"同比|增长|增速|增幅|±%|%")
_RANK = re.compile(r"位次|排名|名次|位居|排位")
_TOTAL = re.compile(r"全[市省国州盟]|合计|总计|平均|市本级|市直")
_UNIT = re.compile(r"[（(]([^（()）]{1,8})[）)]")
_LEAST = 3
"""Counties that a ranking needs."""

Rows = Sequence[Sequence[str]]


class _Column(NamedTuple):
    """A column of numbers: of which indicator, what it says, in which unit."""

    at: int
    named: Named
    facet: Facet
    unit: str


def lines_of_table(asking: Asking, rows: Rows, file: File) -> tuple[Came, ...]:
    """Our row of a table of the city as lines; raises `ValueRefused` where it has none."""
    own = _own_row(rows, asking.project.organization.name)
    columns = _columns(asking, rows, own)
    if not columns:
        raise ValueRefused(
            f"“{file.name}”里找到了{asking.project.organization.name}这一行，"
            "但上面的表头里没有认得的指标。"
        )
    lines: list[Came] = []
    for column in columns:
        indicator = asking.project.indicator(column.named.indicator)
        if indicator is None:
            continue
        lines += _of_cell(asking, indicator, column, rows[own][column.at], file)
        has_rank = any(
            one.facet is Facet.RANK and one.named.indicator == indicator.id for one in columns
        )
        rank = "" if has_rank else _rank_of(rows, own, column)
        if rank and (column.facet is Facet.YOY or not _has_growth(columns, indicator.id)):
            of = "增速" if column.facet is Facet.YOY else "总量"
            said = f"{of}居{superior_scope(asking.project.organization.superior)}第{rank}位"
            ranked = column._replace(facet=Facet.RANK, unit="")
            lines += _of_cell(asking, indicator, ranked, said, file, "按表里各县（市、区）的数排出")
    return tuple(lines)


def _has_growth(columns: Sequence[_Column], id_: str) -> bool:
    return any(one.facet is Facet.YOY and one.named.indicator == id_ for one in columns)


def _own_row(rows: Rows, name: str) -> int:
    """The number of our row, by the name of the place with or without its 县, 区, 市."""
    short = re.sub(r"[县区市旗]$", "", name)
    for number, row in enumerate(rows):
        for text in row[:3]:
            plain = re.sub(r"\s+", "", text)
            if plain in (name, short):
                return number
    raise ValueRefused(f"表里没有“{name}”这一行。请选县（市、区）作行的通报表。")


def _columns(asking: Asking, rows: Rows, own: int) -> list[_Column]:
    """The columns of known indicators by their rows of heads; a head reaches to the right."""
    names = Names(asking.project.indicators, shipped.bank())
    width = max(map(len, rows[: own + 1]))
    heads = [
        [*row, *[""] * (width - len(row))]
        for row in takewhile(lambda row: not any(map(_is_number, row)), rows[:own])
        if sum(map(bool, row)) > 1
    ]
    found: list[_Column] = []
    named: Named | None = None
    for at in range(width):
        texts = [re.sub(r"\s+", "", row[at]) for row in heads]
        for text in texts:
            known = names.find(text) or names.find(_UNIT.sub("", text))
            if known is not None:
                named = known
        own_text = rows[own][at] if at < len(rows[own]) else ""
        if named is None or not any(texts) or not _is_number(own_text):
            continue
        said = "".join(texts)
        facet = Facet.ACTUAL
        if _RANK.search(said):
            facet = Facet.RANK
        elif named.is_growth or _GROWTH.search(texts[-1] or said):
            facet = Facet.YOY
        unit = _UNIT.search(said)
        found.append(_Column(at, named, facet, unit[1] if unit else named.unit))
    return found


def _is_number(text: str) -> bool:
    try:
        parse_number(text.removesuffix("%"))
    except ValueRefused:
        return False
    return True


def _rank_of(rows: Rows, own: int, column: _Column) -> str:
    """Our place among the counties in a column, the largest first; '' where there are too few."""
    values: list[tuple[int, object]] = []
    for number, row in enumerate(rows):
        text = row[column.at].removesuffix("%") if column.at < len(row) else ""
        is_total = any(_TOTAL.search(cell) for cell in row[:3])
        if _is_number(text) and not is_total:
            values.append((number, parse_number(text)))
    mine = next((value for number, value in values if number == own), None)
    if mine is None or len(values) < _LEAST:
        return ""
    return str(1 + sum(value > mine for _, value in values))  # type: ignore[operator]


def _of_cell(
    asking: Asking, indicator: Indicator, column: _Column, text: str, file: File, note: str = ""
) -> list[Came]:
    """One value of ours as a line, at its place as 统计局反馈数."""
    project = asking.project
    period = indicator.period_said(project.period) or project.period
    place = ObservationPlace.of(indicator.id, period, column.facet, None, None)
    to_set = str(ObservationPlace.of(indicator.id, period, column.facet, None, Source.BUREAU))
    label = f"{indicator.name} {column.facet.label}"
    typed = text.removesuffix("%") if column.facet is Facet.YOY else text
    if column.facet is Facet.ACTUAL and column.unit:
        typed = f"{text}{column.unit}"
    unit = indicator.unit_of(column.facet)
    numbers, asked = Numbers(project), Asked(indicator, period)
    have = tuple(one for one in numbers.known(asked, column.facet) if one.source)
    ask = Ask(NOW, str(place), unit, shown_values(have, unit) or "", column.facet != Facet.RANK)
    last = shown_values(numbers.before(asked, column.facet).known, unit) or ""
    try:
        if column.facet is Facet.ACTUAL:
            parse_quantity(typed, unit)
        tried = set_values(project, [Assignment(to_set, typed)], asking.today)
    except XugaoError as error:
        choice = line_choice("", label, (None, text), file, str(error))
        return [Came(choice, CameState.UNKNOWN, last, file, file.department)]
    state, said = compared(project, tried, ask, typed, last)
    told = "；".join(filter(None, (note, said)))
    choice = line_choice(to_set, label, (ask.have or None, typed), file, told)
    return [Came(choice, state, last, file, file.department)]
