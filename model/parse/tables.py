"""The numbers of the tables of an old manuscript (指标表), each with its indicator and facet.

A table is one of indicators where most rows are named by quantities that are known, or where its
columns are and a row tells those of the whole (合计). Any other stays a table of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from model.parse.structure import Shape
from model.parse.structure_notes import is_row
from model.parse.table_heads import Head, head_of, unit_above, unit_alone, unit_in, without_unit
from model.reading.source import Line
from model.values.facet import Facet
from model.values.patterns import pattern
from model.wording.direction import direction_of
from model.wording.finding.figures import Figure
from model.wording.finding.mentions import Mention, Scope
from model.wording.finding.names import Lexicon, Name, name_of
from model.wording.finding.times import Setting
from model.wording.fold import fold

_NUMBER: Final = pattern(
    r"\s*(?:\+|第|(?:增长|上升|提高|增加|下降|降低|减少|回落)了?)?"
    r"(?P<number>[-—−–]?\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>[^\d\s.,，、至到—~～:：-]{0,6})\s*"
)
_SIGN: Final = pattern(
    r"^(?:其中:?|[#*]|(?:\d+|[一二三四五六七八九十]+)[.、)]|\([一二三四五六七八九十\d]+\))+"
)
_NAMES: Final = pattern(r"指标|项目|名称|内容|类别|^$")
_WHOLE: Final = pattern(r"(?:全[县市区州旗盟]|合计|总计|我[县市区])")
_MOST_HEADS = 3
_KNOWN = 3  # one known name to so many rows makes a table of indicators
_ABOVE = 2

Found = dict[int, tuple[Mention, ...]]


class _Row(NamedTuple):
    """A line of a table: its number among the shapes, and its cells with where each begins."""

    number: int
    cells: tuple[str, ...]
    starts: tuple[int, ...]


class _Table(NamedTuple):
    """The rows of numbers, the titles of the columns, and the unit that stands above."""

    rows: tuple[_Row, ...]
    titles: tuple[str, ...]
    unit: str
    lexicon: Lexicon
    setting: Setting


def find_in_tables(
    lines: Sequence[Line], shapes: Sequence[Shape], settings: Sequence[Setting], lexicon: Lexicon
) -> Found:
    """The mentions in tables by the number of their line among those that are not blank; `lines`
    are all, blank ones too."""
    found: Found = {}
    for run in _runs(lines):
        table = _table(run, shapes, lexicon, settings[run[0].number]._replace(planning=False))
        if table is not None:
            found |= _of_rows(table) or dict(_of_columns(table))
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """Lines of tables that stand together."""
    run: list[_Row] = []
    index = -1
    for line in lines:
        index += not line.blank
        if not line.blank and is_row(line):
            run.append(_row(index, line.text))
        elif run and not (line.blank and line.in_table):
            yield run
            run = []
    if run:
        yield run


def _row(index: int, text: str) -> _Row:
    cells = tuple(text.split("\t"))
    starts, at = [], 0
    for cell in cells:
        starts.append(at)
        at += len(cell) + 1
    return _Row(index, cells, tuple(starts))


def _table(
    run: Sequence[_Row], shapes: Sequence[Shape], lexicon: Lexicon, setting: Setting
) -> _Table | None:
    """The table in a run of rows; None where it has no head, or no numbers under it."""
    heads = next((i for i, row in enumerate(run[: _MOST_HEADS + 1]) if _is_of_numbers(row)), 0)
    width = max((len(row.cells) for row in run[:heads]), default=0)
    rows = tuple(row for row in run[heads:] if len(row.cells) <= width)
    if width < 2 or not rows:
        return None
    above = shapes[max(0, run[0].number - _ABOVE) : run[0].number]
    unit = next(filter(None, (unit_above(shape.text) for shape in reversed(above))), "")
    titles = _titles([row.cells for row in run[:heads]], width)
    return _Table(rows, titles, unit, lexicon, setting)


def _is_of_numbers(row: _Row) -> bool:
    """Whether a row tells numbers: one at least behind its first cell, and no year for a head."""
    numbers = [cell for cell in row.cells[1:] if _number(cell)]
    return any(re.fullmatch(r"\s*20\d\d年?\s*", cell) is None for cell in numbers)


def _number(cell: str) -> re.Match[str] | None:
    found = _NUMBER.fullmatch(cell)
    return found if found and (not found["unit"] or _unit(found["unit"])) else None


def _unit(words: str) -> str:
    return unit_alone(fold(words)) or ("%" if words in ("%", "％") else "")


def _titles(heads: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """One title a column: those of all heads together, one that spans columns said under each."""
    titles = [""] * width
    for nth, head in enumerate(heads):
        spanning = ""
        below = heads[nth + 1] if nth + 1 < len(heads) else ()
        for column in range(width):
            own = head[column].strip() if column < len(head) else ""
            is_split = column < len(below) and below[column].strip() != ""
            spanning = own or (spanning if is_split else "")
            titles[column] += spanning
    return tuple(titles)


def _of_rows(table: _Table) -> Found:
    """The mentions where every row is one indicator; none where it is another kind of table."""
    column = _name_column(table)
    names = _names(table, column)
    numbered = [row for row in table.rows if any(map(_number, row.cells[column + 1 :]))]
    known = sum(name is not None and name.known for name, _ in names)
    if known * _KNOWN < max(len(numbered), _KNOWN if len(numbered) > 1 else 1):
        return {}
    units = _unit_column(table, column)
    heads = [head_of(title, table.setting) for title in table.titles]
    told = [at for at in range(len(heads)) if at not in (column, units)]
    if len(told) == 1 and heads[told[0]].facet is None:
        heads[told[0]] = heads[told[0]]._replace(facet=Facet.ACTUAL)
    made: Found = {}
    for row, (name, own) in zip(table.rows, names, strict=True):
        of_row = unit_in(row.cells[column]) or _cell_unit(row, units) or ""
        mentions = [
            _mention(table, row, at, name, _both(heads[at], own), of_row)
            for at in told
            if at < len(row.cells) and name is not None
        ]
        made[row.number] = tuple(one for one in mentions if one is not None)
    return made


def _name_column(table: _Table) -> int:
    """The first column of words: not that of numbers in order."""
    for at, title in enumerate(table.titles[:3]):
        cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
        words = sum(re.search(r"[\u4e00-\u9fff]{2}", cell) is not None for cell in cells)
        if words * 2 > len(cells) or (_NAMES.search(title) and words):
            return at
    return 0


def _names(table: _Table, column: int) -> list[tuple[Name | None, Head]]:
    """What each row names; a row that only says 增长（%） goes on with the one above it."""
    found: list[tuple[Name | None, Head]] = []
    last: Name | None = None
    for row in table.rows:
        written = _SIGN.sub("", without_unit(row.cells[column]))
        own = head_of(row.cells[column], table.setting)
        name = _named(written, last, table.lexicon)
        if own.facet not in (None, Facet.ACTUAL) and not (name and name.known):
            found.append((last, own))
            continue
        last = name or last
        found.append((name, Head(None)))
    return found


def _named(written: str, above: Name | None, lexicon: Lexicon) -> Name | None:
    """The name in a cell; 第一产业 under 地区生产总值 is its value added."""
    name = name_of(written, lexicon)
    if name is None or name.known or above is None:
        return name
    for longer in (f"{name.text}增加值", f"{above.text}{name.text}"):
        standard = lexicon.get(longer)
        if standard is not None:
            return Name(standard, True)
    return name


def _unit_column(table: _Table, column: int) -> int | None:
    """The column of units, if there is one."""
    for at, title in enumerate(table.titles):
        if at == column or "单位" not in title:
            continue
        cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
        if sum(bool(_unit(cell.strip())) for cell in cells) * 2 >= len(cells) > 0:
            return at
    return None


def _cell_unit(row: _Row, column: int | None) -> str:
    return (
        _unit(row.cells[column].strip()) if column is not None and column < len(row.cells) else ""
    )


def _both(of_column: Head, of_row: Head) -> Head:
    """The head of a column for a row that says its own facet (增长): nothing unless the column
    tells of which time alone."""
    if of_row.facet is None:
        return of_column
    if of_column.facet is not Facet.ACTUAL:
        return Head(None)
    return of_row._replace(time=of_column.time, at=of_column.at)


def _mention(
    table: _Table, row: _Row, at: int, name: Name | None, head: Head, of_row: str
) -> Mention | None:
    """The mention of one cell; None where it is no number or its column says none."""
    found = _number(row.cells[at])
    if found is None or head.facet is None or name is None:
        return None
    facet = head.facet
    is_rate = facet.unit == "%"
    said = _unit(found["unit"]) or head.unit
    unit = said or ("%" if is_rate else "" if facet is Facet.RANK else of_row or table.unit)
    if facet is Facet.ACTUAL and unit == "%" and not re.search("率|比重|占比|指数", name.text):
        facet = Facet.YOY
    start = row.starts[at] + found.start("number")
    end = row.starts[at] + found.end("number")
    text = "\t".join(row.cells)
    direction = direction_of(fold(text), start, end + len(found["unit"]), unit)
    if direction is not None and direction.start < row.starts[at]:
        direction = None
    number = found["number"].replace("，", ",")
    figure = Figure(start, end, number, unit, blank=False, direction=direction)
    return Mention(
        figure, name.text, name.known, Scope.WHOLE, facet, head.time, head.against,
        head.is_change, at=head.at,
    )  # fmt: skip


def _of_columns(table: _Table) -> Iterator[tuple[int, tuple[Mention, ...]]]:
    """The mentions where every column is an indicator and every row a place: those of the whole
    (全县, 合计) count, those of other rows are parts."""
    wholes = [row for row in table.rows if _WHOLE.search(re.sub(r"\s", "", row.cells[0]))]
    if len(wholes) != 1:
        return
    heads: dict[int, tuple[Name, Head]] = {}
    last: Name | None = None
    for at, title in enumerate(table.titles[1:], 1):
        name = name_of(without_unit(title), table.lexicon)
        if name is not None and name.known:
            last, head = name, Head(Facet.ACTUAL, unit_in(title))
            tail = without_unit(title).removeprefix(name.text)
            said = head_of(tail, table.setting) if tail != without_unit(title) and tail else head
            head = said._replace(unit=unit_in(title)) if said.facet else head
        else:
            head = head_of(title, table.setting)
        if last is not None and head.facet is not None:
            heads[at] = (last, head)
    for row in table.rows if heads else ():
        mentions = [
            _mention(table, row, at, name, head, "")
            for at, (name, head) in heads.items()
            if at < len(row.cells)
        ]
        scope = Scope.WHOLE if row is wholes[0] else Scope.PART
        yield row.number, tuple(one._replace(scope=scope) for one in mentions if one is not None)
