"""BY HAND (这一段改为手写): what the program composes made text, its numbers still linked.

The paragraph says the same, sign by sign; a value that a link would say otherwise becomes words.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.arrange.records import holder_of, maker
from model.compose.compose import compose
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.errors import PlaceError
from model.redpen.lines import Run, Segment, lines_of
from model.report.address import FieldPlace, ObservationPlace, parse_place
from model.report.item import Item, Marker
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    IndicatorsBlock,
    IndicatorUse,
    OutlookBlock,
    OutlookGroup,
    Section,
    Task,
    TasksBlock,
    TextBlock,
)
from model.report.tree import exchange, find, walk
from model.report.uses import text_at
from model.wording.links import escaped

_BUILT_IN = {"organization.name": "{place}", "organization.superior": "{superior}"}


def is_item(project: Project, id_: str) -> bool:
    """Whether a record is a point of a text, which can be broken and joined."""
    return isinstance(find(project, id_), Item)


def is_line(project: Project, id_: str) -> bool:
    """Whether an id is that of a line before or after the content, such as a title's."""
    owner, _, role = id_.partition("_")
    path = role.rstrip("0123456789").rstrip("_")
    return bool(role) and text_at(project, f"{owner}.{path}") is not None


def hand_of(project: Project, id_: str, *, whole: bool = False) -> str:
    """Return what must be made text so that a record's words can be changed; '' for nothing.

    `whole`: so that its paragraph can be broken or joined: then all of its block.
    """
    record = find(project, id_)
    match record:
        case Task() if not whole:
            return id_
        case Task() | OutlookGroup():
            return getattr(holder_of(project, id_), "id", "")
        case IndicatorsBlock() | OutlookBlock() | TasksBlock() | Section():
            return id_
        case _:
            return ""


def made_text(project: Project, report_id: str, id_: str) -> tuple[Project, dict[str, str]]:
    """A new root in which a record is text, and the new ids of what it showed, by the old ones."""
    report = project.report(report_id)
    record = find(project, id_)
    if report is None or record is None:
        raise PlaceError(f"这份材料里没有“{id_}”。它可能已经删去了。")
    said = lines_of(compose(project, report))
    segments = said.segments()
    raw = _Raw(project)
    if isinstance(record, Task):
        folded = record.changed(
            lead=(), support=(), deadline=None, text=raw.of(segments[id_], record), former={}
        )
        return exchange(project, id_, lambda _: (folded,)), {}
    ids = maker(project)
    renamed: dict[str, str] = {}
    rows: list[tuple[Item, ...]] = []
    if isinstance(record, Section):
        return _heading_made_text(project, record, raw.of(segments[id_], record), ids.new("i"))
    own = _ids_of(record)
    for line in said.lines:
        row = []
        for segment in line.segments:
            if segment.id in own:
                renamed[segment.id] = segment.id
                if segment.id == id_:
                    renamed[segment.id] = ids.new("i")
                marker = _marker(record, segment.id)
                text = raw.of(segment, record)
                row.append(Item(id=renamed[segment.id], marker=marker, text=text))
        if row:
            rows.append(tuple(row))
    block = TextBlock(
        kind="text",
        id=id_,
        paragraphs=tuple(rows),
        supplier=getattr(record, "supplier", ""),
        hint=getattr(record, "hint", ""),
    )
    if isinstance(record, IndicatorsBlock) and report.annex:
        project = _kept_in_annex(project, report, record)
    return exchange(project, id_, lambda _: (block,)), renamed


def _kept_in_annex(project: Project, report: Report, block: IndicatorsBlock) -> Project:
    """The table of indicators goes on to show what the block stated."""
    stated = [
        id_
        for use in walk(block)
        if isinstance(use, IndicatorUse) and not use.dropped
        for id_ in filter(None, (use.indicator, use.paired_with))
    ]
    kept = report.changed(
        annex_indicators=tuple(dict.fromkeys((*report.annex_indicators, *stated)))
    )
    reports = tuple(kept if one is report else one for one in project.reports)
    return project.changed(reports=reports)


def _heading_made_text(
    project: Project, section: Section, text: str, id_: str
) -> tuple[Project, dict[str, str]]:
    """A heading as the first words of its part."""
    marker = section.heading.marker if section.heading else None
    block = TextBlock(
        kind="text",
        id=maker(project).new("b"),
        paragraphs=((Item(id=id_, marker=marker, text=text),),),
    )
    renewed = section.changed(heading=None, content=(block, *section.content))
    return exchange(project, section.id, lambda _: (renewed,)), {section.id: id_}


def _ids_of(record: Record) -> set[str]:
    """The ids under which a block shows its lines."""
    below = getattr(record, "tasks", ()) or getattr(record, "groups", ())
    return {getattr(record, "id", ""), *(one.id for one in below)}


def _marker(block: Record, id_: str) -> Marker | None:
    below = getattr(block, "tasks", ()) or getattr(block, "groups", ())
    own = next((one for one in below if one.id == id_), None)
    found: Marker | None = getattr(own or block, "marker", None)
    return found


class _Raw:
    """Writes runs as raw text with links."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._reader = ProjectReader(project)

    def of(self, segment: Segment, record: Record) -> str:
        """The words of a record without its sign; a quantity of a task stays one."""
        kept = f"{segment.id}.quantity" if isinstance(record, Task) else None
        return "".join(
            "{quantity}" if kept is not None and run.place == kept else self._written(run)
            for run in segment.runs
            if not run.is_marker
        )

    def _written(self, run: Run) -> str:
        if run.at is None and run.place is not None:
            for link in self._links(run.place):
                if plain(link, self._reader) == run.text:
                    return link
        return escaped(run.text)

    def _links(self, place: str) -> Iterator[str]:
        """The links that may say what stands at a place."""
        if place in _BUILT_IN:
            yield _BUILT_IN[place]
            return
        try:
            parsed = parse_place(place)
        except PlaceError:
            return
        match parsed:
            case FieldPlace(id_):
                yield from (f"{{{id_}}}", f"{{{id_}|n}}")
            case ObservationPlace() if parsed.basis is None and parsed.source is None:
                period = "" if parsed.period == self._project.period else f"@{parsed.period}"
                said = f"@{parsed.indicator}{period}.{parsed.facet.value}"
                yield from (f"{{{said}}}", f"{{{said}|n}}")
            case _:
                return
