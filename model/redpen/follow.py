"""FOLLOWING (跟着改): the same number written elsewhere by hand, which the file left as it was.

A link follows its indicator by itself. What was typed does not: where the clause names the
indicator and says its number in the very same way, it is offered to be changed too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.choices.choice import Choice, ChoiceKind, Standing, Way
from model.errors import PlaceError
from model.places.naming import name_of
from model.redpen.change import Change, Spot
from model.redpen.edits import EditKind
from model.redpen.lines import Segment
from model.redpen.stretch import Stretch, stretch_of
from model.redpen.tokens import BREAK, alike, tokens
from model.report.address import ObservationPlace, parse_place
from model.report.project import Project

FOLLOWS = ":follow:"
"""What tells the key of such a choice."""
_CLAUSE = re.compile(r"[。；！？\n]")
_AROUND = 40

Lines = Sequence[Sequence[Segment]]


def followers(
    project: Project, units: Sequence[tuple[int, Lines]], changes: Sequence[Change]
) -> Iterator[Change]:
    """Yield a change for every number that may follow one the file changed.

    `units` are the paragraphs both sides have, with their numbers, as the project says them.
    """
    spots = [spot for change in changes for spot in change.spots]
    for change in changes:
        choice = change.choice
        name = _indicator_of(project, choice)
        if not name or not choice.ours or not choice.theirs:
            continue
        for unit, lines in units:
            text = BREAK.join("".join(one.text for one in line) for line in lines)
            if name not in text or choice.ours not in text:
                continue
            taken = [spot for spot in spots if spot.unit == unit]
            yield from _in_unit(project, choice, name, unit, stretch_of(project, lines), taken)


def _indicator_of(project: Project, choice: Choice) -> str:
    """The indicator whose number only they changed; '' for anything else."""
    figures = tokens(choice.ours or "")
    is_number = len(figures) == 1 and figures[0].is_figure
    if choice.kind is not ChoiceKind.VALUE or choice.standing is not Standing.READY:
        return ""
    try:
        place = parse_place(choice.place)
    except PlaceError:
        return ""
    known = project.indicator(place.indicator) if isinstance(place, ObservationPlace) else None
    return known.name if known is not None and is_number else ""


def _in_unit(
    project: Project,
    choice: Choice,
    name: str,
    unit: int,
    stretch: Stretch,
    taken: Sequence[Spot],
) -> Iterator[Change]:
    text = stretch.text
    for token in tokens(text):
        start, end = token.start, token.end
        over = stretch.over(start, end)
        if not token.is_figure or token.key != alike(choice.ours or "") or len(over) != 1:
            continue
        begins = max((one.end() for one in _CLAUSE.finditer(text, 0, start)), default=0)
        is_free = all(spot.end <= start or end <= spot.start for spot in taken)
        if not over[0].is_literal or name not in text[begins:start] or not is_free:
            continue
        place = over[0].attribute or over[0].segment
        yield Change(
            Choice(
                f"{place}{FOLLOWS}{start}",
                place,
                ChoiceKind.TEXT,
                f"跟着改：{name_of(project, choice.place)}",
                choice.ours,
                choice.ours,
                choice.theirs,
                choice.source,
                choice.who,
                choice.when,
                (Way.TAKE,),
                "这里手写的也是这个数，改稿里没有改它；收了那一处，这里就跟着改，不要跟着改的点“不收”。",
                text[max(0, start - _AROUND) : start],
                text[end : end + _AROUND],
                choice.key,
            ),
            (Spot(unit, EditKind.WORDS, start, end, choice.theirs or ""),),
        )
