"""COMPARING: a returned file with the draft it was and with the project as it is now.

Pure: what comes out is a plan of choices, each with what taking it does. Nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from model.choices.choice import Choice, ChoiceKind, Way
from model.compose.compose import compose
from model.reading.returned import Returned, ReturnedLine, ReturnedTable
from model.redpen.align import Unit, align
from model.redpen.change import Change, Plan, Slot
from model.redpen.edits import edits
from model.redpen.follow import followers
from model.redpen.grids import Comparison
from model.redpen.hand import is_line
from model.redpen.lines import Grid, Segment, Text, lines_of
from model.redpen.remarks import remarks_of
from model.redpen.stretch import stretch_of
from model.redpen.three_way import hunks
from model.redpen.tokens import BREAK, alike
from model.redpen.values import Values
from model.redpen.words import Meeting, WordChanges, snippet
from model.report.project import Project
from model.report.report import Report

_END = "（最前面）"


def compare(
    project: Project,
    report: Report,
    returned: Returned,
    base: Text | None,
    source: str,
    today: date,
) -> Plan:
    """Return all that a file changed against the draft `base`; None: against the project itself."""
    ours = lines_of(compose(project, report))
    return _Comparing(project, report, ours, base or ours, returned, source, today).plan()


class _Comparing:
    """One comparison: what is asked again and again is kept here."""

    def __init__(
        self,
        project: Project,
        report: Report,
        ours: Text,
        base: Text,
        returned: Returned,
        source: str,
        today: date,
    ) -> None:
        self._project = project
        self._report = report
        self._ours = ours.segments()
        self._order = {id_: number for number, id_ in enumerate(self._ours)}
        self._base = [line for line in base.lines if line.text.strip()]
        self._grids = base.grids, ours.grids
        self._theirs = returned.lines
        self._returned = returned
        self._behind = _tables_before(returned, base.grids)
        self._source = source
        self._units = align(self._base, self._theirs)
        known = {id_ for line in base.lines for id_ in line.ids}
        self._lines_now = [line for line in ours.lines if line.text.strip()]
        self._added = {
            at: alike(line.text)
            for at, line in enumerate(self._lines_now)
            if known.isdisjoint(line.ids)
        }
        self._now = tuple(tuple(self._lines(unit)) for unit in self._units)
        self._ahead = self._stand_behind()
        self._tables = Comparison(project, source, today)
        self._words = WordChanges(project, Values(project, report, today), source)

    def plan(self) -> Plan:
        """All changes in the order of the file, and the order of its paragraphs."""
        changes: list[Change] = []
        slots: list[Slot] = []
        meetings: list[Meeting] = []
        last = _END
        for number, unit in enumerate(self._units):
            if unit.theirs:
                slot = self._slot(number, unit)
                changes += self._placed(number, unit, len(slots), last)
                slots.append(slot)
                last = snippet(self._theirs[unit.theirs[-1]].text)
            elif self._now[number]:
                changes.append(self._gone(number, unit))
            if unit.base and unit.theirs and self._now[number]:
                meetings += self._meetings(number, unit)
        changes += self._words.changes(meetings)
        both = [
            (number, self._now[number])
            for number, unit in enumerate(self._units)
            if unit.theirs and self._now[number]
        ]
        changes += [*followers(self._project, both, changes)]
        changes += self._tables.changes(*self._grids, self._returned)
        changes += remarks_of(self._report, self._returned, self._source)
        return Plan(
            self._project,
            self._report.id,
            tuple(changes),
            self._now,
            tuple(slots),
            tuple(note.message for note in self._returned.notes),
            {change.choice.key: change for change in changes},
        )

    def _lines(self, unit: Unit) -> Iterator[tuple[Segment, ...]]:
        """The paragraphs of a unit as the project has them now."""
        for number in unit.base:
            found = [self._ours[id_] for id_ in self._base[number].ids if id_ in self._ours]
            if found:
                yield tuple(found)
        if len(unit.theirs) > len(unit.base):
            yield from self._broken_off(unit)

    def _broken_off(self, unit: Unit) -> Iterator[tuple[Segment, ...]]:
        """What was broken off a paragraph before in the same way stands right behind it."""
        last = {id_ for number in unit.base for id_ in self._base[number].ids}
        theirs = {alike(self._theirs[number].text) for number in unit.theirs}
        at = max((n for n, line in enumerate(self._lines_now) if last & {*line.ids}), default=-1)
        while at >= 0 and self._added.get(at + 1) in theirs:
            at += 1
            yield self._lines_now[at].segments

    def _slot(self, number: int, unit: Unit) -> Slot:
        behind = self._behind.get(unit.theirs[0], "")
        if unit.base and self._now[number]:
            return Slot(number, is_moved=unit.is_moved, behind=behind)
        return Slot(None, self._text_of_theirs(unit), behind=behind)

    def _text_of_theirs(self, unit: Unit) -> str:
        return BREAK.join(self._theirs[one].text for one in unit.theirs)

    def _text_of_base(self, unit: Unit) -> str:
        return BREAK.join(self._base[one].text for one in unit.base)

    def _text_now(self, number: int) -> str:
        return BREAK.join("".join(segment.text for segment in line) for line in self._now[number])

    def _placed(self, number: int, unit: Unit, slot: int, last: str) -> Iterator[Change]:
        """A paragraph that is new, that was moved, or that the project has no more."""
        theirs = self._text_of_theirs(unit)
        first = self._theirs[unit.theirs[0]]
        who, when = first.author(0, len(first.text))
        if not unit.base or not self._now[number]:
            before = self._text_of_base(unit) if unit.base else None
            is_there = not unit.base and alike(theirs) in self._added.values()
            if before is not None and alike(before) == alike(theirs):
                return
            note = "材料里已经删去了这一段，接受就把它加回来。" if unit.base else ""
            yield Change(
                Choice(
                    f"new:{slot + 1}",
                    self._near(number),
                    ChoiceKind.STRUCTURE,
                    f"加一段，在“{last}”后面",
                    before,
                    theirs if is_there else None,
                    theirs,
                    self._source,
                    who,
                    when,
                    note=note,
                ),
                slot=slot,
            )
        elif unit.is_moved:
            ids = [segment.id for line in self._now[number] for segment in line]
            is_fixed = any(is_line(self._project, id_) for id_ in ids)
            was, is_ = f"在“{self._before(unit)}”后面", f"在“{last}”后面"
            is_ = is_ if is_ != was else f"{is_}（跟着它一起挪）"
            yield Change(
                Choice(
                    f"{ids[0]}:move",
                    ids[0],
                    ChoiceKind.STRUCTURE,
                    f"挪动：{snippet(theirs)}",
                    was,
                    is_ if self._is_moved_already(number) else was,
                    is_,
                    self._source,
                    who,
                    when,
                    ways=() if is_fixed else (Way.TAKE,),
                    note="这一行的位置由程序按版式定。" if is_fixed else "",
                ),
                slot=slot,
            )

    def _is_moved_already(self, number: int) -> bool:
        """Whether a paragraph stands in the project behind the one it stands behind in the file,
        and that one where it is in the file."""
        ahead: int | None = number
        while ahead is not None and self._units[ahead].is_moved:
            if self._ahead[0].get(ahead) != self._ahead[1].get(ahead):
                return False
            ahead = self._ahead[0].get(ahead)
        return True

    def _stand_behind(self) -> tuple[dict[int, int], dict[int, int]]:
        """What every unit that both sides have stands behind, in the file and in the project."""
        both = [n for n, unit in enumerate(self._units) if unit.theirs and self._now[n]]
        theirs = sorted(both, key=lambda n: self._units[n].theirs[0])
        ours = sorted(both, key=lambda n: self._order[self._now[n][0][0].id])
        behind = [dict(zip(each[1:], each, strict=False)) for each in (theirs, ours)]
        return behind[0], behind[1]

    def _before(self, unit: Unit) -> str:
        number = unit.base[0]
        return snippet(self._base[number - 1].text) if number else _END

    def _near(self, number: int) -> str:
        """The record that stands before a new paragraph, to be looked at."""
        for other in range(number - 1, -1, -1):
            if self._now[other]:
                return self._now[other][-1][-1].id
        return self._report.id

    def _gone(self, number: int, unit: Unit) -> Change:
        now = self._text_now(number)
        before = self._text_of_base(unit)
        ids = tuple(segment.id for line in self._now[number] for segment in line)
        return Change(
            Choice(
                f"{ids[0]}:gone",
                ids[0],
                ChoiceKind.STRUCTURE,
                f"删去：{snippet(now)}",
                before,
                before if _same(before, now) else now,
                None,
                self._source,
            ),
            gone=ids,
        )

    def _meetings(self, number: int, unit: Unit) -> Iterator[Meeting]:
        """All changes of words and breaks in paragraphs that both sides have."""
        base, theirs = self._text_of_base(unit), self._text_of_theirs(unit)
        if base == theirs:
            return
        found = hunks(base, self._text_now(number), theirs)
        if not found:
            return
        stretch = stretch_of(self._project, self._now[number])
        lines = [self._theirs[one] for one in unit.theirs]
        for hunk in found:
            who, when = author_of(lines, hunk.their_start, hunk.their_end)
            yield Meeting(number, stretch, hunk, who, when)


def _tables_before(returned: Returned, grids: Sequence[Grid]) -> dict[int, str]:
    """The paragraphs that stand right behind a table that the draft has, by their numbers."""
    known = {id_: grid.id for grid in grids for id_ in (grid.id, *grid.rows)}
    found: dict[int, str] = {}
    table, number = "", 0
    for block in returned.blocks:
        if isinstance(block, ReturnedTable):
            ids = (known[id_] for row in block.row_ids for id_ in row if id_ in known)
            table = next(ids, table)
        elif block.text.strip():
            if table:
                found[number] = table
            table, number = "", number + 1
    return found


def author_of(lines: Sequence[ReturnedLine], start: int, end: int) -> tuple[str, str]:
    """Return who changed a stretch of paragraphs that stand one after the other."""
    for line in lines:
        if start <= len(line.text):
            return line.author(start, min(end, len(line.text)))
        start, end = start - len(line.text) - 1, end - len(line.text) - 1
    return "", ""


def _same(before: str, now: str) -> bool:
    """Whether the project still says what it said, but for the signs of rows."""
    return all(edit.is_sign for edit in edits(before, now))
