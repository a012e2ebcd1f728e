"""Tables of a returned file beside those of the draft: cells, rows taken away, rows added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.choices.choice import Choice, ChoiceKind, Way
from model.entry.apply import refusal
from model.places.naming import name_of
from model.reading.returned import Returned, ReturnedTable
from model.redpen.change import Change, NewRow
from model.redpen.lines import Grid
from model.redpen.tokens import alike
from model.report.project import Project
from model.report.section import Row, TableBlock
from model.report.tree import find

_NUMBER = "_number"
_NOTHING = frozenset(("", "—", "－", "-"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What tables are compared for: the project, where the change comes from, the day."""

    project: Project
    source: str
    today: date

    def changes(
        self, base: Sequence[Grid], ours: Sequence[Grid], returned: Returned
    ) -> Iterator[Change]:
        """Yield all that a file changed in the tables of a draft."""
        now = {grid.id: grid for grid in ours}
        left = [*returned.tables]
        for grid in base:
            table = next((one for one in left if _shows(one, grid)), None)
            if table is None:
                table = next((one for one in left if _is_like(one, grid)), None)
            if table is not None:
                left.remove(table)
            current = now.get(grid.id)
            if current is not None:
                yield from self._table(grid, current, table)

    def _table(self, base: Grid, ours: Grid, table: ReturnedTable | None) -> Iterator[Change]:
        if table is None:
            if isinstance(find(self.project, base.id), TableBlock):
                yield self._gone(base.id, "整张表", "（整张表）", (Way.TAKE,))
            return
        if any(len(row) != len(base.keys) for row in table.rows):
            note = "表格的列与导出时不一样，没有比较，请自己看一看。"
            choice = self._choice(f"{base.id}:columns", base.id, ChoiceKind.STRUCTURE, "表格的列")
            yield Change(_with(choice, "", "", "列变了", (), note))
            return
        rows = _rows(base, table)
        last: str | None = None
        for number, (id_, cells) in enumerate(rows):
            if id_ is None:
                yield self._new(base, ours, last, cells, number)
            elif id_ in ours.rows:
                yield from self._cells(base, ours, id_, cells)
                last = id_
        shown = {id_ for id_, _ in rows}
        for id_ in base.rows:
            if id_ not in shown and id_ in ours.rows:
                is_row = isinstance(find(self.project, id_), Row)
                said = "　".join(base.cell(id_, key) for key in base.keys if key != _NUMBER)
                yield self._gone(id_, "表格的一行", said, (Way.TAKE,) if is_row else ())

    def _cells(self, base: Grid, ours: Grid, id_: str, cells: Sequence[str]) -> Iterator[Change]:
        for key, theirs in zip(base.keys, cells, strict=True):
            before, now = base.cell(id_, key), ours.cell(id_, key)
            if key == _NUMBER or alike(before) == alike(theirs):
                continue
            runs = ours.rows[id_].get(key, ())
            place = runs[0].place if len(runs) == 1 else None
            kind = ChoiceKind.VALUE if place and "@" in place else ChoiceKind.FIELD
            if place is None:
                choice = self._choice(f"{id_}.{key}", id_, kind, "表格的一格")
                note = "这一格是程序按设置写出来的，不能在这里改。"
                yield Change(_with(choice, before, now, theirs, (), note))
                continue
            typed = "" if theirs.strip() in _NOTHING else theirs
            refused = refusal(self.project, place, typed, self.today)
            choice = self._choice(f"{id_}.{key}", place, kind, name_of(self.project, place))
            ways = () if refused else (Way.TAKE,)
            told = _with(choice, before, now, theirs, ways, refused.reason if refused else "")
            yield Change(told, values=((place, typed),))

    def _new(
        self, base: Grid, ours: Grid, after: str | None, cells: Sequence[str], number: int
    ) -> Change:
        is_table = isinstance(find(self.project, ours.id), TableBlock)
        by_key = {
            key: cell.strip()
            for key, cell in zip(base.keys, cells, strict=True)
            if key != _NUMBER and cell.strip() not in _NOTHING
        }
        choice = self._choice(
            f"{base.id}:row:{number}", after or base.id, ChoiceKind.STRUCTURE, "表格加一行"
        )
        note = "" if is_table else "附表的行由程序按文中的指标写出来。"
        beside = next(iter(ours.rows), None)
        for key, cell in [*by_key.items()] if is_table and beside else ():
            refused = refusal(self.project, f"{beside}.{key}", cell, self.today)
            if refused:
                del by_key[key]
                note += f"“{cell}”不收，留空：{refused.reason}"
        said = "　".join(cells)
        return Change(
            _with(choice, None, None, said, (Way.TAKE,) if is_table else (), note),
            row=NewRow(ours.id, after, by_key),
        )

    def _gone(self, id_: str, label: str, said: str, ways: tuple[Way, ...]) -> Change:
        note = "" if ways else "附表的行由程序按文中的指标写出来。"
        choice = self._choice(f"{id_}:gone", id_, ChoiceKind.STRUCTURE, f"删去{label}")
        return Change(_with(choice, said, said, None, ways, note), gone=(id_,))

    def _choice(self, key: str, place: str, kind: ChoiceKind, label: str) -> Choice:
        return Choice(key, place, kind, label, None, None, None, self.source)


def _with(
    choice: Choice,
    before: str | None,
    ours: str | None,
    theirs: str | None,
    ways: tuple[Way, ...],
    note: str,
) -> Choice:
    return Choice(
        choice.key, choice.place, choice.kind, choice.label, before, ours, theirs, choice.source,
        ways=ways, note=note,
    )  # fmt: skip


def _shows(table: ReturnedTable, grid: Grid) -> bool:
    """Whether a table has bookmarks of a draft's table."""
    ids = {id_ for row in table.row_ids for id_ in row}
    return grid.id in ids or not ids.isdisjoint(grid.rows)


def _is_like(table: ReturnedTable, grid: Grid) -> bool:
    """Whether a table without bookmarks has rows of a draft's table."""
    if not table.rows or len(table.rows[0]) != len(grid.keys):
        return False
    rows = {_spelled([grid.cell(id_, key) for key in grid.keys]) for id_ in grid.rows}
    return any(_spelled(row) in rows for row in table.rows)


def _spelled(cells: Sequence[str]) -> str:
    return alike("\t".join(cells))


def _rows(grid: Grid, table: ReturnedTable) -> list[tuple[str | None, tuple[str, ...]]]:
    """The rows below the head, each with the row of the draft that it is, or None."""
    marks = table.row_ids or ((),) * len(table.rows)
    found: list[tuple[str | None, tuple[str, ...]]] = []
    taken: set[str] = set()
    for ids, cells in [*zip(marks, table.rows, strict=True)][1:]:
        id_ = next((one for one in ids if one in grid.rows and one not in taken), None)
        taken |= {id_} if id_ else set()
        found.append((id_, cells))
    left: Mapping[str, str] = {
        _spelled([grid.cell(id_, key) for key in grid.keys]): id_
        for id_ in grid.rows
        if id_ not in taken
    }
    for number, (id_, cells) in enumerate(found):
        same = left.get(_spelled(cells)) if id_ is None else None
        if same is not None and same not in taken:
            taken.add(same)
            found[number] = (same, cells)
    rest = [id_ for id_ in grid.rows if id_ not in taken]
    new = [number for number, (id_, _) in enumerate(found) if id_ is None]
    if not any(table.row_ids) and len(rest) == len(new):
        for number, id_ in zip(new, rest, strict=True):
            found[number] = (id_, found[number][1])
    return found
