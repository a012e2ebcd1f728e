"""COMPARING two copies of one project that were changed apart, with what both began from.

Pure: what comes out are choices, each with what taking it does. Records are the same by their id,
observations by their key, uses of indicators by indicator and period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from model.choices.choice import Choice, ChoiceKind, Way
from model.merging.names import same_names
from model.merging.parts import (
    INLINE,
    PROJECT,
    WHOLE,
    Part,
    Said,
    bare,
    columns_of,
    lines_of,
    parts_of,
    said_by,
)
from model.merging.plan import MergePlan, Put, Step
from model.merging.words import REMARKS, Words, merged_remarks, merged_text, shared
from model.places.naming import name_of
from model.redpen.align import longest_rising
from model.report.address import ObservationPlace
from model.report.indicator import Observation
from model.report.project import Project

_SETTINGS = ("organization", "last_period", "text_period")
_SETS = {"dismissed": "核对里不再提示的", "rules_off": "停用的核对规则"}
_JOINED = ("两边都改了这一段，改的不是同一处，已经合在一起。", "批注合在一起，哪边办完了都算。")
_SNIPPET = 16
_AROUND = 40


def compare(ours: Project, theirs: Project, base: Project | None, source: str) -> MergePlan:
    """Return all that `theirs` changed since `base`; without one, all in which both differ."""
    theirs = same_names(ours, theirs, base)
    return _Comparing(ours, theirs, base, source).plan()


class _Comparing:
    """One comparison: the records of all three, by id."""

    def __init__(self, ours: Project, theirs: Project, base: Project | None, source: str) -> None:
        self._projects = base, ours, theirs
        self._ours, self._theirs = parts_of(ours), parts_of(theirs)
        self._base = parts_of(base) if base is not None else {}
        self._is_two_way = base is None
        self._source = source
        known = [one for one in (base, ours, theirs) if one is not None]
        self._columns = {id_: keys for one in known for id_, keys in columns_of(one).items()}
        self._words = Words(base, ours, theirs)
        began = self._ours if self._is_two_way else self._base
        self._moved = _moved(began, self._theirs)
        self._opens = _openings(began, self._theirs, self._moved)
        self._parts = self._base, self._ours, self._theirs
        self._before = tuple(map(_before, self._parts))

    def plan(self) -> MergePlan:
        """All changes in the order of their copy; what is gone there at the end."""
        steps = [*self._settings()]
        for id_, part in self._theirs.items():
            if id_ in self._ours:
                steps += self._said(id_)
                steps += self._placed(id_, part)
            elif id_ in self._base:
                steps += self._brought_back(id_, part)
            else:
                steps.append(self._added(id_, part))
        steps += self._gone()
        steps += self._observed()
        return MergePlan(self._projects[1], tuple(steps))

    def _choice(
        self,
        key: str,
        place: str,
        kind: ChoiceKind,
        label: str,
        sides: tuple[str | None, str | None, str | None],
        note: str = "",
    ) -> Choice:
        ahead, behind = shared(sides) if kind is ChoiceKind.TEXT else ("", "")
        before, ours, theirs = (one and one[len(ahead) : len(one) - len(behind)] for one in sides)
        return Choice(
            key, place, kind, label, before, ours, theirs, self._source, ways=(Way.TAKE,),
            note=note, ahead=ahead[-_AROUND:], behind=behind[:_AROUND],
        )  # fmt: skip

    def _settings(self) -> Iterator[Step]:
        """What is said of the project itself."""
        base, ours, theirs = self._projects
        for name in _SETTINGS:
            said = [None if one is None else Said(getattr(one, name)) for one in self._projects]
            if not self._is_same(*said):
                place = f"{name}.name" if name == "organization" else name
                label = {"organization": "地方", "last_period": "上期"}.get(name, "文字所属时期")
                sides = self._words.sides(said[0], said[1], said[2])
                choice = self._choice(name, place, ChoiceKind.FIELD, label, sides)
                yield Step(choice, whole={name: getattr(theirs, name)})
        for name, label in _SETS.items():
            was, is_, came = (set(getattr(one, name, ())) for one in (base, ours, theirs))
            joined = (is_ | (came - was)) - (was - came)
            if joined != is_:
                kept = [one for one in getattr(ours, name) if one in joined]
                new = [one for one in getattr(theirs, name) if one in joined - is_]
                sides = (f"{len(is_)}条", f"{len(is_)}条", f"{len(joined)}条（两边合起来）")
                choice = self._choice(name, "", ChoiceKind.FIELD, label, sides)
                yield Step(choice, whole={name: (*kept, *new)})

    def _is_same(self, base: Said | None, ours: Said | None, theirs: Said | None) -> bool:
        """Whether their copy brings nothing: it says what we say, or what both began from."""
        return repr(theirs) == repr(ours) or (not self._is_two_way and repr(theirs) == repr(base))

    def _said(self, id_: str) -> Iterator[Step]:
        """All that both copies have a record say differently."""
        ours, theirs = (
            said_by(parts[id_].record, self._columns) for parts in (self._ours, self._theirs)
        )
        began = self._base.get(id_)
        base = said_by(began.record, self._columns) if began is not None else {}
        for name, came in theirs.items():
            was, is_ = base.get(name), ours.get(name)
            if self._is_same(was, is_, came) or (is_ is None and name.startswith("cells.")):
                continue
            place = _place(self._theirs[id_], name)
            is_remarks = name == REMARKS
            label = "批注" if is_remarks else name_of(self._projects[1], place)
            together = (merged_remarks if is_remarks else merged_text)(was, is_, came)
            if is_remarks and repr(together) == repr(is_):
                continue
            if together is not None:
                assert is_ is not None
                sides = self._words.sides(is_, is_, together)
                note = _JOINED[is_remarks]
                kind = ChoiceKind.TEXT
                yield Step(
                    self._choice(f"{id_}.{name}", place, kind, label, sides, note),
                    said=(id_, name, together),
                )
                continue
            kind = ChoiceKind.FIELD if _is_field(self._theirs[id_], name) else ChoiceKind.TEXT
            sides = self._words.sides(was, is_, came)
            yield Step(
                self._choice(f"{id_}.{name}", place, kind, label, sides), said=(id_, name, came)
            )

    def _placed(self, id_: str, part: Part) -> Iterator[Step]:
        """A record that stands elsewhere, or a paragraph that begins where it did not."""
        now = self._ours[id_]
        if id_ in self._moved:
            at, is_ = self._where(part), self._where(now, 1)
            began = self._base.get(id_)
            was = None if began is None else self._where(began, 0)
            if at != is_:
                label = f"挪动：{_snippet(part)}"
                sides = (was, is_, at)
                choice = self._choice(f"{id_}:move", id_, ChoiceKind.STRUCTURE, label, sides)
                yield Step(choice, put=self._put(part))
            return
        wanted = self._opens.get(id_)
        if wanted is not None and wanted != now.opens:
            words = {True: "另起一段", False: "接在上一段后面"}
            label = f"{'分段' if wanted else '并段'}：{_snippet(part)}"
            sides = (words[not wanted], words[now.opens], words[wanted])
            choice = self._choice(f"{id_}:opens", id_, ChoiceKind.STRUCTURE, label, sides)
            yield Step(choice, opens=(id_, wanted))

    def _put(self, part: Part, *, is_new: bool = False) -> Put:
        behind = self._before[2][part.id]
        record = bare(part.record, frozenset()) if is_new else None
        return Put(part.id, part.holder, part.slot, behind, part.opens, record)

    def _where(self, part: Part, side: int = 2) -> str:
        """Where a record stands, in words: behind which other."""
        parts = self._parts[side]
        behind = self._before[side][part.id]
        holder = parts.get(part.holder)
        inside = f"“{_snippet(holder)}”里" if holder is not None and _snippet(holder) else ""
        after = f"“{_snippet(parts[behind[0]])}”后面" if behind else "最前面"
        return f"{inside}{after}"

    def _added(self, id_: str, part: Part) -> Step:
        """A record that only their copy has."""
        label = f"加：{_snippet(part)}"
        sides = (None, None, self._text_of(part))
        choice = self._choice(f"{id_}:new", self._near(part), ChoiceKind.STRUCTURE, label, sides)
        return Step(choice, put=self._put(part, is_new=True))

    def _near(self, part: Part) -> str:
        """A record of ours to be looked at, beside which something is put in."""
        near = (one for one in (*self._before[2][part.id], part.holder) if one in self._ours)
        return next(near, "")

    def _brought_back(self, id_: str, part: Part) -> Iterator[Step]:
        """A record that we deleted and they changed: a conflict."""
        before = self._base[id_]
        if repr(before.record) == repr(part.record) and part.holder == before.holder:
            return
        was, came = self._text_of(before), self._text_of(part)
        came = came if came != was else f"{came}（里面有改动）"
        label = f"这里删了、那边改了：{_snippet(part)}"
        sides = (was, None, came)
        choice = self._choice(f"{id_}:back", self._near(part), ChoiceKind.STRUCTURE, label, sides)
        yield Step(choice, put=self._put(part, is_new=True))

    def _gone(self) -> Iterator[Step]:
        """What their copy has no more; of what lies below it nothing is told by itself."""
        for id_, part in self._base.items():
            now = self._ours.get(id_)
            if id_ in self._theirs or now is None:
                continue
            if part.holder in self._base and part.holder not in self._theirs:
                continue
            was, is_ = self._text_of(part), self._text_of(now)
            if repr(part.record) != repr(now.record) and is_ == was:
                is_ = f"{is_}（里面有改动）"
            label = f"删去：{_snippet(now)}"
            sides = (was, is_, None)
            choice = self._choice(f"{id_}:gone", id_, ChoiceKind.STRUCTURE, label, sides)
            yield Step(choice, gone=id_)

    def _observed(self) -> Iterator[Step]:
        """Values by their key: number, unit and who gave them go together."""
        base, ours, theirs = (_values(one) for one in self._projects)
        for key in dict.fromkeys((*theirs, *base)):
            was, is_, came = base.get(key), ours.get(key), theirs.get(key)
            said = [None if one is None else Said(one) for one in (was, is_, came)]
            if self._is_same(*said):
                continue
            one = came or was
            assert one is not None
            place = str(
                ObservationPlace.of(one.indicator, one.period, one.aspect, one.basis, one.source)
            )
            extra = "".join(filter(None, (one.scope, one.of.label if one.of else "")))
            label = name_of(self._projects[1], place) + f"（{one.source.label}）"
            name = f"{place}~{extra}" if extra else place
            sides = self._words.sides(*said)
            yield Step(
                self._choice(name, place, ChoiceKind.VALUE, label, sides), observed=(key, came)
            )

    def _text_of(self, part: Part) -> str:
        """All the words of a record and of what lies below it."""
        return "\n".join(lines_of(part.record)) or "（没有文字）"


def _values(project: Project | None) -> dict[tuple[object, ...], Observation]:
    return {one.key: one for one in project.observations} if project is not None else {}


def _place(part: Part, name: str) -> str:
    """The place an attribute is edited at."""
    if name == WHOLE or _is_field(part, name):
        return part.id
    top, _, below = name.partition(".")
    return f"{part.id}.{below if top in INLINE else name}"


def _is_field(part: Part, name: str) -> bool:
    return part.holder == PROJECT and part.slot == "fields" and name == "value"


def _snippet(part: Part) -> str:
    words = next(lines_of(part.record), "")
    return words if len(words) <= _SNIPPET else f"{words[:_SNIPPET]}…"


Lists = Mapping[tuple[str, str], list[str]]


def _lists(parts: Mapping[str, Part]) -> Lists:
    """The ids of every list of every holder, in order."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, part in parts.items():
        found[part.holder, part.slot].append(id_)
    return found


def _before(parts: Mapping[str, Part]) -> dict[str, tuple[str, ...]]:
    """What stands before every record in its list, the nearest first."""
    return {
        id_: tuple(reversed(ids[:number]))
        for ids in _lists(parts).values()
        for number, id_ in enumerate(ids)
    }


def _moved(began: Mapping[str, Part], theirs: Mapping[str, Part]) -> frozenset[str]:
    """The records that stand in another list, or elsewhere among those that stayed in theirs."""
    found: set[str] = set()
    order = {id_: number for number, id_ in enumerate(began)}
    for (holder, slot), ids in _lists(theirs).items():
        known = [id_ for id_ in ids if id_ in began]
        stayed = [one for one in known if (began[one].holder, began[one].slot) == (holder, slot)]
        found |= {*known} - {*stayed}
        steady = longest_rising([order[id_] for id_ in stayed])
        found |= {id_ for number, id_ in enumerate(stayed) if number not in steady}
    return frozenset(found)


def _openings(
    began: Mapping[str, Part], theirs: Mapping[str, Part], moved: frozenset[str]
) -> dict[str, bool]:
    """The points that open a paragraph where they did not, or no more do.

    A point that went passes its opening on to the one that follows.
    """
    found: dict[str, bool] = {}
    for (holder, slot), ids in _lists(began).items():
        passed = False
        for id_ in ids:
            part, now = began[id_], theirs.get(id_)
            is_here = now is not None and (now.holder, now.slot) == (holder, slot)
            if not is_here or id_ in moved:
                passed |= part.opens
                continue
            assert now is not None
            opens, passed = part.opens or passed, False
            if now.opens != opens:
                found[id_] = now.opens
    return found
