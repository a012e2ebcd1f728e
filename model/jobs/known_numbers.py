"""认数: the numbers of a part's text that name an indicator, beside what the project keeps of it.

The same number can follow the indicator; of another one the clerk says which is right; one that is
not kept yet can go into the table of indicators. Nothing changes until it is ticked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from model.arrange.indicators import with_definition
from model.compose.project_reader import ProjectReader
from model.compose.prose import prose
from model.entry.apply import Assignment, set_values
from model.entry.exchanges import PlacedExchange, assignments
from model.errors import XugaoError
from model.library import shipped
from model.parse.linking import Tie, Tying, settings_of_items
from model.report.carried import figures_in
from model.report.item import Item
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.tree import walk
from model.values.facet import Facet
from model.values.state import State
from model.wording.finding.figures import value_of
from model.wording.finding.linked import figures_of
from model.wording.finding.mentions import find_mentions
from model.wording.finding.names import Lexicon
from model.wording.links import masked


class Answer(StrEnum):
    """What ticking does: the number follows (`follow`), the kept one comes into the text
    (`kept`), or that of the text is kept (`written`)."""

    FOLLOW = "follow"
    KEPT = "kept"
    WRITTEN = "written"


class KnownNumber(NamedTuple):
    """A figure of a text, the link for it, and the value that is kept where `written` is chosen:
    its place, and what is typed there. `now` is what the project says of it, '' for nothing."""

    place: str
    start: int
    end: int
    before: str
    link: str
    reason: str
    answer: Answer
    now: str = ""
    value: str = ""
    typed: str = ""


class _Told(NamedTuple):
    """Where a value of a text belongs, and how it is typed."""

    value: str
    typed: str


def known_numbers(
    project: Project, report: Report, part: Record, today: date
) -> tuple[KnownNumber, ...]:
    """The numbers of a part that name an indicator of the program or of the project."""
    items = [one for one in walk(part) if isinstance(one, Item) and one.text and not one.dropped]
    last = {(f"{item.id}.text", at) for item in items for at in _carried(item)}
    bank, around = shipped.bank(), settings_of_items(project, report)
    defined = _with_definitions(project, items)
    tying = Tying(defined, bank)
    told: dict[tuple[str, int], _Told] = {}
    for item in items:
        for mention, indicator, said in tying.statements(item.text, around.get(item.id)):
            value = value_of(mention.figure)
            is_last = (f"{item.id}.text", mention.figure.start) in last
            if value is not None and said.aspect is not Facet.RANK and not is_last:
                place = f"{indicator.id}@{said.period}.{said.aspect.value}"
                typed = f"{value}{mention.figure.unit}"
                told[f"{item.id}.text", mention.figure.start] = _Told(place, typed)
    kept = _with_values(defined, told.values(), today)
    return tuple(
        found
        for item in items
        for tie in Tying(kept, bank).of_text(f"{item.id}.text", item.text, around.get(item.id))
        for found in _answers(defined, tie, told)
        if not any((tie.place, at) in last for at in range(tie.start, tie.end))
    )


def with_numbers(project: Project, chosen: Sequence[KnownNumber], today: date) -> Project:
    """The project with what was ticked: values kept, definitions with them, figures as links.

    Where both numbers were ticked, that of the text is kept. Raises `XugaoError`.
    """
    for number in chosen:
        if number.answer is Answer.WRITTEN:
            id_ = number.value.partition("@")[0]
            if project.indicator(id_) is None:
                project, _ = with_definition(project, shipped.bank().by_id[id_])
            project = set_values(project, [Assignment(number.value, number.typed)], today)
    return set_values(project, linked_numbers(project, chosen), today)


def linked_numbers(project: Project, chosen: Sequence[KnownNumber]) -> list[Assignment]:
    """What to set so that the chosen figures are links, each once."""
    exchanges = {
        (one.place, one.start): PlacedExchange(one.place, one.start, one.end, one.link)
        for one in chosen
    }
    return assignments(project, exchanges.values())


def _carried(item: Item) -> Iterator[int]:
    """Where the figures stand that are still last period's."""
    states = figures_in(item, "text") if item.former else ()
    for figure, state in zip(figures_of(item.text), states, strict=False):
        if state is State.CARRIED:
            yield figure.start


def _with_definitions(project: Project, items: Iterable[Item]) -> Project:
    """The project with the definition of every indicator of the program that the items name."""
    bank = shipped.bank()
    lexicon = Lexicon({name: one.id for name, one in bank.by_name.items()})
    for item in items:
        for mention in find_mentions(masked(item.text), lexicon):
            if mention.known and not bank.by_id[mention.indicator].attribute:
                project, _ = with_definition(project, bank.by_id[mention.indicator])
    return project


def _with_values(project: Project, told: Iterable[_Told], today: date) -> Project:
    """The project with the values of the text; one that is refused is left out."""
    for place in told:
        try:
            project = set_values(project, [Assignment(place.value, place.typed)], today)
        except XugaoError:
            continue
    return project


def _answers(
    defined: Project, tie: Tie, told: dict[tuple[str, int], _Told]
) -> Iterator[KnownNumber]:
    """What can be done with a number: to follow, or which of two is right."""
    spans = prose(tie.link, None, ProjectReader(defined))
    now = "".join(span.text for span in spans)
    is_kept = all(span.state is not State.EMPTY for span in spans)
    found = KnownNumber(*tie, answer=Answer.FOLLOW, now=now if is_kept else "")
    if is_kept and now == tie.before:
        yield found
        return
    written = next(
        (told[tie.place, at] for at in range(tie.start, tie.end) if (tie.place, at) in told), None
    )
    if is_kept:
        yield found._replace(answer=Answer.KEPT)
    if written is not None:
        yield found._replace(answer=Answer.WRITTEN, value=written.value, typed=written.typed)
