"""APPLYING: what was taken of a returned file into the project, as one new root.

Texts first, in the terms in which the plan was made; then paragraphs; values last, so that they
are said by all texts that link to them. Nothing taken: the very same root.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from model.arrange.items import split_item
from model.arrange.markers import plain_item
from model.arrange.records import added, maker
from model.choices.choice import Choice, Way
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.entry.apply import Assignment, set_values
from model.entry.observe import with_giver
from model.redpen.change import Change, Plan, Spot
from model.redpen.hand import hand_of, is_line, made_text
from model.redpen.lines import Segment, lines_of
from model.redpen.raw_edits import RawEdits, raw_edits
from model.redpen.remarks import day_of
from model.redpen.removing import remove_records
from model.redpen.rows import (
    break_before,
    join,
    put_behind,
    put_part_behind,
    signed,
    take_out,
)
from model.redpen.stretch import stretch_of
from model.redpen.table_rows import put_row
from model.redpen.tokens import BREAK
from model.report.indicator import Given
from model.report.item import Item, Marker
from model.report.project import Project
from model.report.remark import Remark, joined
from model.report.section import OutlookGroup, Section, TableBlock, Task
from model.report.tree import exchange, find, ids_in
from model.wording.links import escaped

_AS_TEXT = (Way.HERE, Way.BY_HAND)


def apply(plan: Plan, decisions: Decisions, today: date, digest: str = "") -> Project:
    """Return the project with all that was taken; raises `ValueRefused` for what does not fit.

    A value keeps its source and remembers who changed it, in the file of this `digest`.
    """
    taken = [(plan.by_key[choice.key], way) for choice, way in decisions.taken()]
    if not taken:
        return plan.project
    return _Applying(plan, today, digest).all(taken)


class _Applying:
    """One root on its way to the next; ids that changed on the way are kept here."""

    def __init__(self, plan: Plan, today: date, digest: str) -> None:
        self._plan = plan
        self._today = today
        self._digest = digest
        self._project = plan.project
        self._renamed: dict[str, str] = {}
        self._tails: dict[str, list[str]] = defaultdict(list)
        self._said: tuple[Project, dict[str, Segment]] | None = None

    def all(self, taken: Sequence[tuple[Change, Way]]) -> Project:
        """Do all that was taken, in an order in which nothing is in the way of another."""
        words = [change for change, way in taken if way in _AS_TEXT or not change.values]
        hand = {id_ for change in words for id_ in change.by_hand}
        made_text = self._below(hand)
        texts: list[Change] = []
        valued: list[Change] = []
        for change, way in taken:
            is_text = way in _AS_TEXT or not change.values
            if change.spots and (is_text or change.choice.place.partition(".")[0] in made_text):
                texts.append(change)
            else:
                valued.append(change)
        self._make_text(texts)
        by_unit: dict[int, list[Spot]] = defaultdict(list)
        for change in texts:
            for spot in change.spots:
                by_unit[spot.unit].append(spot)
        for change in (one for one in valued if not hand.isdisjoint(one.by_hand)):
            for spot in filter(self._is_words, change.spots):
                by_unit[spot.unit].append(spot)
        self._edit(by_unit)
        values = {place: typed for change in valued for place, typed in change.values}
        of_records = {one: values[one] for one in values if "." in one and "@" not in one}
        self._set(of_records)
        self._remove([id_ for change, _ in taken for id_ in change.gone])
        self._place({change.slot for change, _ in taken if change.slot is not None})
        self._note([change.remark for change, _ in taken if change.remark is not None])
        rows: dict[str | None, str] = {}
        for change, _ in taken:
            if change.row is not None:
                self._project = put_row(self._project, change.row, rows, self._today)
        for change in valued:
            self._observe(
                change.choice,
                {place: typed for place, typed in change.values if place not in of_records},
            )
        return self._project

    def _note(self, remarks: Sequence[Remark]) -> None:
        """Keep remarks with the text; their records are called what they are called by now."""
        report = self._project.report(self._plan.report)
        if report is not None and remarks:
            named = [one.changed(at=self._now(one.at)) for one in remarks]
            kept = report.changed(remarks=joined(report.remarks, named))
            self._project = self._project.changed(
                reports=tuple(kept if one is report else one for one in self._project.reports)
            )

    def _is_words(self, spot: Spot) -> bool:
        """Whether a value became words when its block was made text: no link says it."""
        over = stretch_of(self._project, self._lines(spot.unit)).over(spot.start, spot.end)
        return bool(over) and all(piece.is_literal for piece in over)

    def _observe(self, choice: Choice, values: dict[str, str]) -> None:
        """Set values of indicators and fields; who changed a number is kept with it."""
        before = self._project
        self._set(values)
        given = Given(
            file=choice.source,
            digest=self._digest,
            person=choice.who,
            date=day_of(choice.when) or self._today,
        )
        self._project = with_giver(before, self._project, given)

    def _below(self, ids: Iterable[str]) -> set[str]:
        """All records that stand in what is made text."""
        found = (find(self._project, id_) for id_ in ids)
        return {id_ for record in found if record is not None for id_ in ids_in(record)}

    def _now(self, id_: str) -> str:
        """What a record of the plan is called by now."""
        return self._renamed.get(id_, id_)

    def _has(self, id_: str) -> bool:
        return find(self._project, id_) is not None

    def _last(self, id_: str) -> str:
        """The last part of what a record of the plan has become."""
        return self._parts(self._now(id_))[-1]

    def _parts(self, id_: str) -> list[str]:
        """A point and all that was broken off it, in order."""
        return [id_, *self._tails.get(id_, ())]

    def _make_text(self, changes: Sequence[Change]) -> None:
        """Make text of all that must be, blocks before what stands in them."""
        wanted = dict.fromkeys(id_ for change in changes for id_ in change.by_hand)
        is_task = {id_: id_.startswith("t") for id_ in wanted}
        for id_ in sorted(wanted, key=lambda one: is_task[one]):
            if isinstance(find(self._project, id_), Item):
                continue
            self._project, renamed = made_text(self._project, self._plan.report, id_)
            self._renamed |= renamed

    def _edit(self, by_unit: Mapping[int, Sequence[Spot]]) -> None:
        """Change the texts of units and break and join their paragraphs.

        What is to be done in the raw texts is found for all of them first: signs that go make
        other signs of their row longer or shorter, and the composed texts with them.
        """
        edits = RawEdits()
        for unit, spots in by_unit.items():
            edits.add(self._raw_edits(unit, spots))
        after = {attribute: edits.text_after(self._project, attribute) for attribute in edits.texts}
        self._set(after | edits.signs)
        for unit in by_unit:
            self._drop_emptied(unit, edits)
        self._break(edits)
        for id_ in edits.apart:
            if self._has(id_):
                self._project = break_before(self._project, id_)
        for first, second in edits.joined:
            left, right = self._last(first), self._now(second)
            if not self._has(left) or not self._has(right):
                continue  # all its words went: nothing is left to be joined
            self._project = join(self._project, left, right)
            if find(self._project, right) is None:
                self._renamed[second] = self._renamed[right] = left

    def _raw_edits(self, unit: int, spots: Sequence[Spot]) -> RawEdits:
        """What spots do to the raw texts of a unit; a point broken in its heading has none then."""
        edits = raw_edits(stretch_of(self._project, self._lines(unit)), spots)
        if any(one.attribute.endswith(".lead") for one in edits.breaks):
            self._fold_leads([one.segment for one in edits.breaks])
            edits = raw_edits(stretch_of(self._project, self._lines(unit)), spots)
        return edits

    def _drop_emptied(self, unit: int, edits: RawEdits) -> None:
        """Points of which no word is left go, but for the last one of a paragraph."""
        touched = {attribute.partition(".")[0] for attribute in edits.texts}
        for line in self._plan.units[unit]:
            ids = [self._now(one.id) for one in line]
            for id_ in [one for one in ids if one in touched]:
                record = find(self._project, id_)
                is_point = isinstance(record, Item | Task) and not record.text and not record.lead
                if is_point and len(ids) > 1:
                    ids.remove(id_)
                    self._project = exchange(self._project, id_, lambda _: ())

    def _lines(self, unit: int) -> list[list[Segment]]:
        """The paragraphs of a unit as they are composed by now."""
        report = self._project.report(self._plan.report)
        assert report is not None
        if self._said is None or self._said[0] is not self._project:
            said = lines_of(compose(self._project, report)).segments()
            self._said = self._project, said
        segments = self._said[1]
        return [
            [segments[self._now(one.id)] for one in line if self._now(one.id) in segments]
            for line in self._plan.units[unit]
        ]

    def _fold_leads(self, ids: Sequence[str]) -> None:
        """A point that is broken inside its heading has none any more."""
        for id_ in ids:
            item = find(self._project, id_)
            if isinstance(item, Item) and item.lead:
                self._project = exchange(self._project, id_, _folded)

    def _set(self, texts: dict[str, str]) -> None:
        assignments = [Assignment(place, text) for place, text in texts.items()]
        if assignments:
            self._project = set_values(self._project, assignments, self._today)

    def _break(self, edits: RawEdits) -> None:
        """Break points from the last to the first, so that places before stay what they are."""
        lines = [one for one in edits.breaks if is_line(self._project, one.segment)]
        points = [one for one in edits.breaks if one not in lines]
        for one in sorted(points, key=lambda each: (each.offset, each.order), reverse=True):
            before = self._project
            item = find(before, one.segment)
            at = edits.offset_after(one)
            if not isinstance(item, Item) or not 0 < at < len(item.text):
                continue
            self._project = split_item(before, one.segment, at)
            new = added(before, self._project)[-1]
            self._without_sign(new, item.marker)
            self._project = break_before(self._project, new)
            self._tails[one.segment].insert(0, new)

    def _without_sign(self, id_: str, marker: Marker | None) -> None:
        """The second half of a point has the sign it was given by hand, or none."""
        item = find(self._project, id_)
        assert isinstance(item, Item)
        sign, rest = signed(item.text)
        is_row = sign is not None and marker is not None and sign == marker
        kept = item.changed(marker=sign, text=rest) if is_row else item.changed(marker=None)
        self._project = exchange(self._project, id_, lambda _: (kept,))

    def _remove(self, ids: Sequence[str]) -> None:
        if ids:
            self._project = remove_records(self._project, [self._now(one) for one in ids])

    def _place(self, taken: set[int]) -> None:
        """Put new and moved paragraphs behind what stands before them in the file."""
        anchor: str | None = None
        done: set[int] = set()
        for number, slot in enumerate(self._plan.slots) if taken else ():
            if slot.behind and find(self._project, slot.behind) is not None:
                anchor = slot.behind
            if slot.unit is None:
                if number in taken:
                    is_front = self._is_front(number + 1)
                    for line in slot.text.split(BREAK):
                        anchor = self._put_new(anchor, line, is_front=is_front)
                continue
            ids = self._ids(slot.unit)
            if not ids or (slot.is_moved and number not in taken):
                continue
            if slot.is_moved and number not in done:
                part = self._whole_part(number, taken)
                done |= part
                ids = self._move(anchor, ids, is_part=bool(part))
            anchor = self._anchor(self._last(ids[-1]))

    def _anchor(self, id_: str) -> str:
        """What the next paragraph stands behind: the table, where this is its caption."""
        owner, _, role = id_.partition("_")
        is_table = role and isinstance(find(self._project, owner), TableBlock)
        return owner if is_table else id_

    def _is_front(self, number: int) -> bool:
        """Whether the next paragraph of the file is a line before the content."""
        for slot in self._plan.slots[number:]:
            if slot.unit is not None:
                ids = self._ids(slot.unit)
                return bool(ids) and "_" in ids[0] and not ids[0].endswith(_AFTER)
        return False

    def _whole_part(self, number: int, taken: set[int]) -> set[int]:
        """The paragraphs of a part that was moved with its heading, all of them; else none."""
        slots = self._plan.slots
        first = slots[number].unit
        section = find(self._project, self._ids(first)[0]) if first is not None else None
        if not isinstance(section, Section):
            return set()
        own = ids_in(section)
        wanted = {n for n, unit in enumerate(self._plan.units) if own & _ids_of(unit)}
        run = [slot.unit for slot in slots[number : number + len(wanted)]]
        numbers = {*range(number, number + len(wanted))}
        moved = {n for n in numbers if slots[n].is_moved} if len(run) == len(wanted) else set()
        return numbers if {*run} == wanted and moved == numbers and moved <= taken else set()

    def _ids(self, unit: int) -> list[str]:
        """The records of a unit that are still there; lines that are no records always are."""
        own = [self._now(one.id) for line in self._plan.units[unit] for one in line]
        ids = [part for id_ in own for part in self._parts(id_)]
        return [id_ for id_ in ids if "_" in id_ or find(self._project, id_) is not None]

    def _put_new(self, anchor: str | None, text: str, *, is_front: bool) -> str | None:
        """Put a new paragraph in; return the id it has."""
        if anchor is not None and "_" in anchor and self._goes_on(anchor, text, is_front=is_front):
            return anchor
        id_ = maker(self._project).new("i")
        item = plain_item(id_, None, escaped(text))
        sign, rest = signed(item.text)
        beside = find(self._project, anchor) if anchor else None
        if sign is not None and getattr(beside, "marker", None) == sign:
            item = plain_item(id_, sign, rest)
        place = None if anchor is not None and "_" in anchor else anchor
        self._project = put_behind(self._project, self._plan.report, place, (item,))
        return id_

    def _goes_on(self, anchor: str, text: str, *, is_front: bool) -> bool:
        """Whether a line before or behind the content becomes one more line there."""
        owner, _, role = anchor.partition("_")
        path = role.rstrip("0123456789").rstrip("_")
        report = self._project.report(owner)
        before = getattr(report.front, path, None) if report else None
        if not before or not (is_front or path in _AFTER):
            return False
        self._set({f"{owner}.{path}": f"{before}\n{escaped(text)}"})
        return True

    def _move(self, anchor: str | None, ids: Sequence[str], *, is_part: bool) -> list[str]:
        """Move a paragraph, or a whole part, behind another; return what it is called now."""
        place = None if anchor is not None and "_" in anchor else anchor
        if is_part:
            self._project = put_part_behind(self._project, self._plan.report, place, ids[0])
            return [*ids]
        moved: list[str] = []
        for id_ in ids:
            record = find(self._project, id_)
            if isinstance(record, Section | Task | OutlookGroup):
                hand = hand_of(self._project, id_, whole=True)
                self._project, renamed = made_text(self._project, self._plan.report, hand)
                self._renamed |= renamed
            moved.append(self._now(id_))
        if place is not None:
            place = self._now(place)
        if place in moved:
            return moved
        self._project, parts = take_out(self._project, moved)
        for part in parts:
            self._project = put_behind(self._project, self._plan.report, place, part)
            place = part[-1].id if isinstance(part, tuple) else getattr(part, "id", place)
        return moved


def _folded(item: Item) -> tuple[Item]:
    """A point whose heading became the first words of its text."""
    return (item.changed(lead=None, text=(item.lead or "") + item.text),)


def _ids_of(unit: Sequence[Sequence[Segment]]) -> set[str]:
    return {segment.id for line in unit for segment in line}


_AFTER = ("closing", "signature", "issued")
