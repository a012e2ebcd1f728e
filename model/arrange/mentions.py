"""Where an indicator or a field is spoken of, so that nothing is taken away from under a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse, Section
from model.report.tree import children
from model.report.uses import texts_of
from model.wording.links import FieldLink, IndicatorLink, links

_Speaks = Callable[[Record], bool]
_TOLD = 3


class Mention(NamedTuple):
    """A record (by id) that speaks of something, and in words where it stands."""

    id: str
    where: str

    @staticmethod
    def told(mentions: Sequence[Mention]) -> str:
        """The first places in words, and how many there are."""
        places = list(dict.fromkeys(one.where for one in mentions))
        more = f"等{len(places)}处" if len(places) > _TOLD else ""
        return "、".join(places[:_TOLD]) + more


def mentions_of_indicator(project: Project, id_: str) -> tuple[Mention, ...]:
    """Every block that states an indicator and every text that links to it, in reading order."""

    def speaks(record: Record) -> bool:
        if isinstance(record, IndicatorUse) and id_ in (record.indicator, record.paired_with):
            return True
        return any(
            isinstance(link, IndicatorLink) and link.indicator == id_
            for _, text in texts_of(record)
            for link in links(text)
        )

    return tuple(_found(project, speaks))


def mentions_of_field(project: Project, id_: str) -> tuple[Mention, ...]:
    """Every text that names a field, in reading order."""

    def speaks(record: Record) -> bool:
        return any(
            isinstance(link, FieldLink) and link.field == id_
            for _, text in texts_of(record)
            for link in links(text)
        )

    return tuple(_found(project, speaks))


def spoken_of(record: Record) -> tuple[set[str], set[str]]:
    """Return the ids of the fields and of the indicators that a record and all in it speak of."""
    fields: set[str] = set()
    indicators: set[str] = set()
    if isinstance(record, IndicatorUse):
        indicators |= {record.indicator, *filter(None, [record.paired_with])}
    for _, text in texts_of(record):
        for link in links(text):
            if isinstance(link, FieldLink):
                fields.add(link.field)
            elif isinstance(link, IndicatorLink):
                indicators.add(link.indicator)
    for child in children(record):
        of_child = spoken_of(child)
        fields |= of_child[0]
        indicators |= of_child[1]
    return fields, indicators


def _found(project: Project, speaks: _Speaks) -> Iterator[Mention]:
    reader = ProjectReader(project)
    for report in project.reports:
        name = plain(report.name or report.front.title, reader)
        at = Mention(report.id, f"《{name}》")
        yield from _below(report, speaks, at, reader)


def _below(
    record: Record, speaks: _Speaks, at: Mention, reader: ProjectReader
) -> Iterator[Mention]:
    if not isinstance(record, IndicatorUse):
        at = at._replace(id=getattr(record, "id", at.id))
    if isinstance(record, Section) and record.heading and record.heading.text:
        at = at._replace(where=f"“{plain(record.heading.text, reader)}”")
    if speaks(record):
        named = f"{at.where}的标题、称呼等" if isinstance(record, Report) else at.where
        yield at._replace(where=named)
    for child in children(record):
        yield from _below(child, speaks, at, reader)
