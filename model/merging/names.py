"""Their copy under our names: what both added alike has one id, what only happens to share an id
gets another."""

from __future__ import annotations

from difflib import SequenceMatcher

from model.arrange.records import maker
from model.merging.parts import PROJECT, Part, lines_of, parts_of
from model.report.project import Project
from model.report.record import Record
from model.report.section import IndicatorUse
from model.report.tree import ids_in, mapped

_LIKE = 0.5


def same_names(ours: Project, theirs: Project, base: Project | None) -> Project:
    """Return their copy, its new uses named as ours of the same indicator and period, and ids
    that both drew for different things drawn anew."""
    own, other = parts_of(ours), parts_of(theirs)
    began = parts_of(base) if base is not None else {}
    names: dict[str, str] = {}
    fresh = maker(ours)
    for id_, part in other.items():
        if id_ in began or part.holder == PROJECT:
            continue
        if id_ not in own:
            twin = _twin(part, own, other)
            if twin:
                names[id_] = twin
        elif base is not None and not _is_like(part, own[id_]):
            names[id_] = fresh.new(id_[:1])
            while names[id_] in other:
                names[id_] = fresh.new(id_[:1])
    if not names:
        return theirs

    def renamed(record: Record) -> Record:
        new = names.get(getattr(record, "id", ""))
        return record if new is None else record.changed(id=new)

    reports = tuple(mapped(report, renamed) for report in theirs.reports)
    return theirs.changed(reports=reports)


def _twin(part: Part, own: dict[str, Part], other: dict[str, Part]) -> str:
    """Our use of the same indicator and period in the same block, which they do not have."""
    use = part.record
    if not isinstance(use, IndicatorUse):
        return ""
    for id_, mine in own.items():
        if id_ in other or (mine.holder, mine.slot) != (part.holder, part.slot):
            continue
        same = mine.record
        if isinstance(same, IndicatorUse) and (same.indicator, same.period) == (
            use.indicator,
            use.period,
        ):
            return id_
    return ""


def _is_like(one: Part, other: Part) -> bool:
    """Whether two records of one id may be the same thing: of one kind, and alike in words."""
    if type(one.record) is not type(other.record):
        return False
    first, second = "".join(lines_of(one.record)), "".join(lines_of(other.record))
    if first == second or bool(ids_in(one.record) & ids_in(other.record) - {one.id}):
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKE
