"""Periods named in carried text, proposed for renewal: one list to accept from, never silently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from model.entry.apply import Assignment
from model.entry.exchanges import PlacedExchange, assignments
from model.renewal.fixed_years import is_fixed
from model.report.built_in import goal_of, rest_of
from model.report.carried import formers
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.schema import Renewed, trait_of
from model.report.uses import placed_texts
from model.values.period import Period
from model.wording.finding.dates import PeriodMention, find_periods
from model.wording.links import masked

_PARTS = re.compile(
    r"(?P<before>截至|截止|到)?(?P<year>\d{4}年(?:度|[底末初])?|今年|本年)?"
    r"(?:(?P<named>上半年|下半年|前三季度|[一二三四]季度|全年)|"
    r"(?P<from>1|一)(?P<dash>[—–－\-~～至到]+)(?P<to>\d{1,2})(?P<to_tail>月份?)|"
    r"(?P<month>\d{1,2})月(?P<tail>底|末|份|初|上旬|中旬|下旬|(?P<day>\d{1,2})日)?)?(?P<after>前)?"
)
_QUARTERS = "一二三四"
_QUOTED = "“"
"""A goal with a name of its own is quoted; 全年目标任务 is any other word."""


class Proposal(NamedTuple):
    """A period in a text, and what it would be called now. `place` is the text's own."""

    place: str
    start: int
    end: int
    before: str
    after: str


def proposals(project: Project, report: Report) -> tuple[Proposal, ...]:
    """Every period of the carried texts that is another one now, in reading order."""
    old, new = project.text_period, project.period
    if old is None:
        return ()
    found = [
        Proposal(place, mention.start, mention.end, mention.text, after)
        for place, text, former in carried_texts(report)
        for mention in _said_before(text, former)
        if not is_fixed(text, mention, old)
        if (after := renewed(mention.text, old, new)) is not None and after != mention.text
    ]
    return tuple(_with_goals(found, report, goal_of(old), goal_of(new)))


def _with_goals(
    found: list[Proposal], report: Report, before: str, after: str
) -> Iterator[Proposal]:
    """The proposals, and those for the goal a text names for its period (“双过半”), in order."""
    by_place: dict[str, list[Proposal]] = {}
    for proposal in found:
        by_place.setdefault(proposal.place, []).append(proposal)
    for place, text, former in carried_texts(report):
        own = by_place.pop(place, [])
        if before != after and _QUOTED in before and before in (former or text):
            words = before[before.index(_QUOTED) :]
            whole = re.compile(f"(?:{re.escape(before)}|{re.escape(words)})(?:目标任务|目标|任务)?")
            own += [
                Proposal(place, *one.span(), one[0], after) for one in whole.finditer(masked(text))
            ]
        yield from sorted(own, key=lambda one: one.start)


def _said_before(text: str, former: str | None) -> tuple[PeriodMention, ...]:
    """The periods of a text that stand where last period's words had them; None: not known."""
    mentions = find_periods(masked(text))
    if former is None or former == text or not mentions:
        return mentions
    others = find_periods(masked(former))
    if len(others) == len(mentions):  # one was renewed, perhaps as the one beside it was called
        pairs = zip(others, mentions, strict=True)
        return tuple(mention for was, mention in pairs if was.text == mention.text)
    (before, _), (now, numbers) = (_signs(one) for one in (former, text))
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    same = {
        number
        for block in matcher.get_matching_blocks()
        for number in range(block.b, block.b + block.size)
    }
    numbered = zip(mentions, numbers, strict=True)
    return tuple(mention for mention, number in numbered if number in same)


def _signs(text: str) -> tuple[list[str], list[int]]:
    """A text sign by sign, each period it names in one piece; and which pieces those are."""
    signs: list[str] = []
    numbers: list[int] = []
    at = 0
    for mention in find_periods(masked(text)):
        signs += text[at : mention.start]
        numbers.append(len(signs))
        signs.append(mention.text)
        at = mention.end
    return [*signs, *text[at:]], numbers


def is_sure(proposal: Proposal) -> bool:
    """Whether the new name is known; of a day only its blank is."""
    return "XX" not in proposal.after


def accepted(project: Project, chosen: Iterable[Proposal]) -> list[Assignment]:
    """What to set so that the chosen proposals stand in their texts."""
    return assignments(
        project, (PlacedExchange(one.place, one.start, one.end, one.after) for one in chosen)
    )


def carried_texts(report: Report) -> Iterator[tuple[str, str, str | None]]:
    """The place of each text that came from another period, the text, and what it was then."""
    for place, record, text in placed_texts(report):
        path = place.partition(".")[2]
        if getattr(record, "dropped", False) or not _came_along(record, path):
            continue
        former = formers(record).get(path)
        yield place, text, former.text if former else None


def _came_along(record: Record, path: str) -> bool:
    """Whether a text stands there from last period; points and tasks written anew do not."""
    trait = trait_of(record, path)
    always = trait is not None and trait.renewed is Renewed.ALWAYS
    return not always or bool(formers(record))


def renewed(mention: str, old: Period, new: Period) -> str | None:
    """What a period named in a text of `old` is called in one of `new`; None where not known.

    今年 stays; a day that has passed becomes a blank, for nobody knows the new one.
    """
    found = _PARTS.fullmatch(mention)
    if found is None:
        return None
    year = _year(found["year"], old, new)
    span = _span(found, old, new)
    if span is None:
        return None
    return f"{found['before'] or ''}{year}{span}{found['after'] or ''}"


def _year(written: str | None, old: Period, new: Period) -> str:
    if written is None or not written[0].isdigit():
        return written or ""
    return f"{int(written[:4]) + new.year - old.year}{written[4:]}"


def _span(found: re.Match[str], old: Period, new: Period) -> str | None:
    """The part of the year, moved as far as the report's end moved."""
    months = new.last - old.last
    if found["named"]:
        return _named(found["named"], old, new)
    if found["to"]:
        to = int(found["to"]) + months
        return f"{found['from']}{found['dash']}{to}{found['to_tail']}" if 1 < to <= 12 else None
    if found["month"] is None:
        return ""
    if found["day"]:
        return "XX月XX日" if new != old else None
    month = int(found["month"]) + months
    return f"{month}月{found['tail'] or ''}" if 1 <= month <= 12 else None


def _named(name: str, old: Period, new: Period) -> str | None:
    if name == old.label:
        return new.label
    if name == rest_of(old):
        return rest_of(new)
    if name.endswith("季度") and name[0] in _QUARTERS:
        quarter = _QUARTERS.index(name[0]) + (new.last - old.last) // 3
        return f"{_QUARTERS[quarter]}季度" if 0 <= quarter < 4 else None
    return name
