"""Where an indicator or a field is spoken of, so that nothing is taken away from under a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.report.memory import remembered
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import ChartBlock, IndicatorUse, Section
from model.report.tree import children, walk
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


class Use(NamedTuple):
    """A place where something is spoken of: in which text, in words where, and where to go."""

    text: str
    where: str
    place: str


def mentions_of_indicator(project: Project, id_: str) -> tuple[Mention, ...]:
    """Every block that states an indicator and every text that links to it, in reading order."""
    return tuple(_found(project, _speaks_of_indicator(id_)))


def mentions_of_field(project: Project, id_: str) -> tuple[Mention, ...]:
    """Every text that names a field, in reading order."""
    return tuple(_found(project, _speaks_of_field(id_)))


def count_of_texts(project: Project, id_: str) -> int:
    """How many texts speak of a field or an indicator; remembered part by part."""
    return sum(
        id_ in _named_by(report) or any(id_ in _named_in(part) for part in report.content)
        for report in project.reports
    )


@remembered
def _named_in(part: Record) -> frozenset[str]:
    """The ids of all that a part speaks of."""
    return frozenset().union(*spoken_of(part))


def _named_by(record: Record) -> set[str]:
    """The ids that the texts of a record itself name."""
    found = (link for _, text in texts_of(record) for link in links(text))
    return {
        link.field if isinstance(link, FieldLink) else link.indicator
        for link in found
        if isinstance(link, FieldLink | IndicatorLink)
    }


def uses_of(project: Project, id_: str) -> tuple[Use, ...]:
    """Where the texts speak of a field or an indicator, in reading order."""
    is_field = project.field(id_) is not None
    speaks = _speaks_of_field(id_) if is_field else _speaks_of_indicator(id_)
    found = []
    for report in project.reports:
        only = project.changed(reports=(report,))
        found += [
            Use(report.name, one.where, _place_of(report, one.id)) for one in _found(only, speaks)
        ]
    return tuple(found)


def _place_of(report: Report, id_: str) -> str:
    """The place to go to in a record."""
    if id_ == report.id:
        return f"{id_}.title"
    record = next((one for one in walk(report) if getattr(one, "id", "") == id_), None)
    if isinstance(record, Section):
        return f"{id_}.heading"
    return f"{id_}.{'text' if hasattr(record, 'text') else 'opening'}"


def _speaks_of_indicator(id_: str) -> _Speaks:
    def speaks(record: Record) -> bool:
        if isinstance(record, IndicatorUse) and id_ in (record.indicator, record.paired_with):
            return True
        if isinstance(record, ChartBlock) and any(one.indicator == id_ for one in record.series):
            return True
        return any(
            isinstance(link, IndicatorLink) and link.indicator == id_
            for _, text in texts_of(record)
            for link in links(text)
        )

    return speaks


def _speaks_of_field(id_: str) -> _Speaks:
    def speaks(record: Record) -> bool:
        return any(
            isinstance(link, FieldLink) and link.field == id_
            for _, text in texts_of(record)
            for link in links(text)
        )

    return speaks


def spoken_of(record: Record) -> tuple[set[str], set[str]]:
    """Return the ids of the fields and of the indicators that a record and all in it speak of."""
    fields: set[str] = set()
    indicators: set[str] = set()
    if isinstance(record, IndicatorUse):
        indicators |= {record.indicator, *filter(None, [record.paired_with])}
    if isinstance(record, ChartBlock):
        indicators |= {one.indicator for one in record.series}
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
