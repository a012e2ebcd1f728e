"""Numbers of the bank that stand as figures in the text, tied to it: one step, everywhere at once.

A figure becomes a link only where it states that very value (see `stating`) in the unit of its
indicator, and where the link says the very same characters. A goal is never tied to a result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from model.compose.compose import compose
from model.compose.project_reader import ProjectReader
from model.compose.prose import prose
from model.document import Paragraph, Part
from model.entry.apply import Assignment
from model.entry.exchanges import PlacedExchange, assignments
from model.library.bank import Bank
from model.parse.planning import settings
from model.parse.stating import Around, Stated, stated
from model.parse.structure import structure
from model.reading.source import Line
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.report import Report
from model.report.tree import items_of
from model.report.uses import text_at
from model.values.facet import Facet
from model.values.patterns import pattern
from model.values.units import TO_ONE
from model.wording.finding.dates import find_periods
from model.wording.finding.facets import becomes
from model.wording.finding.mentions import Mention, find_mentions
from model.wording.finding.names import Lexicon
from model.wording.finding.times import Setting
from model.wording.fold import fold
from model.wording.links import masked

_NEAR = 40
_FROM_TO = pattern(r"(?:由|从)[^，。;]*[升降增减高低少加调小大]+[到至为](?:约|近)?$")


class Tie(NamedTuple):
    """A figure in the raw text of a place, the link that says the same, and why it does."""

    place: str
    start: int
    end: int
    before: str
    link: str
    reason: str


def ties(project: Project, report: Report, bank: Bank | None = None) -> tuple[Tie, ...]:
    """Every figure of the report's items that can be tied to a value of the project's bank.

    With the `bank` of the program an indicator is known by all its names.
    """
    tying = Tying(project, bank)
    around = settings_of_items(project, report)
    return tuple(
        tie
        for item in items_of(report)
        if item.text
        for tie in tying.of_text(f"{item.id}.text", item.text, around.get(item.id))
    )


def tie_at(project: Project, place: str, start: int, bank: Bank | None = None) -> Tie | None:
    """The link for the figure at `start` of the raw text of a place; None where there is none."""
    id_ = place.partition(".")[0]
    for report in project.reports:
        if all(item.id != id_ for item in items_of(report)):
            continue
        setting = settings_of_items(project, report).get(id_)
        found = Tying(project, bank).of_text(place, text_at(project, place) or "", setting)
        return next((tie for tie in found if tie.start <= start < tie.end), None)
    return None


def settings_of_items(project: Project, report: Report) -> Mapping[str, Setting]:
    """What surrounds each item of a report, by its id: read from the text as it is composed, so
    that headings and the sentences before count as they do in a manuscript."""
    document = compose(project, report)
    lines = [
        block for block in document.body if isinstance(block, Paragraph) and block.text.strip()
    ]
    shapes = structure(Line(line.text) for line in lines)
    found: dict[str, Setting] = {}
    read = settings(shapes, project.period, project.organization.name)
    for line, of_line in zip(lines, read, strict=True):
        setting = of_line
        for span in line.spans:
            if span.part is Part.MARKER and span.text.rstrip().endswith("要"):
                setting = of_line._replace(planning=True)
            if span.place is not None:
                found.setdefault(span.place.partition(".")[0], setting)
    return found


class Tying:
    """The figures of texts beside the values of one project."""

    def __init__(self, project: Project, bank: Bank | None) -> None:
        self._reader = ProjectReader(project)
        self._project = project
        by_id = {one.id: one for one in project.indicators}
        self._by_id = {id_: indicator.name for id_, indicator in by_id.items()}
        self._named = {one.name: one for one in project.indicators}
        self._wholes = {one.name: one.part_of for one in project.indicators}
        names = {name: one.name for name, one in bank.by_name.items()} if bank else {}
        for name, one in bank.by_name.items() if bank else ():
            if one.id in by_id:
                names[name] = by_id[one.id].name
        self._lexicon = Lexicon(names | {name: name for name in self._named})

    def of_text(self, place: str, text: str, setting: Setting | None) -> Iterator[Tie]:
        """The ties of one text; `setting` is what surrounds it."""
        for mention, indicator, said in self.statements(text, setting):
            yield from self._of_mention(place, text, mention, indicator, said)

    def statements(
        self, text: str, setting: Setting | None
    ) -> Iterator[tuple[Mention, Indicator, Stated]]:
        """What figures of a text state of the project's indicators, where a link could stand."""
        covered, period = masked(text), self._project.period
        setting = setting or Setting(period=period)
        around = Around(covered, find_periods(covered), setting, period, self._by_id, self._wholes)
        for mention in find_mentions(covered, self._lexicon, setting):
            indicator = self._named.get(mention.indicator) if mention.known else None
            if indicator is None or mention.figure.blank:
                continue
            said = stated(mention, indicator, around)
            if said is not None and _can_be_tied(covered, mention, indicator, said):
                yield mention, indicator, said

    def _of_mention(
        self, place: str, text: str, mention: Mention, indicator: Indicator, said: Stated
    ) -> Iterator[Tie]:
        """The widest link that says what stands there, if any does."""
        period = self._project.period
        of_period = "" if said.period == period else f"@{said.period}"
        for start, end, link in _candidates(
            mention, f"{{@{indicator.id}{of_period}.{said.aspect.value}"
        ):
            before = text[start:end]
            if self._says(link) == before:
                reason = f"{indicator.name}，{said.period.label_with_year}{said.aspect.label}"
                yield Tie(place, start, end, before, link, reason)
                return

    def _says(self, link: str) -> str:
        return "".join(span.text for span in prose(link, None, self._reader))


def _can_be_tied(text: str, mention: Mention, indicator: Indicator, said: Stated) -> bool:
    """Whether a link in the place of a figure stays true when its value is set anew.

    A goal has a place of its own. A level must stand in its indicator's own unit, as the next one
    typed will. Of 由A下降到B the text is kept, for the word between follows both.
    """
    if said.aspect is Facet.PLAN:
        return False
    own, figure = indicator.unit_of(said.aspect), mention.figure
    is_bare = own == TO_ONE and figure.unit == ""
    if own == indicator.unit and figure.unit != own and not is_bare:
        return False
    folded = fold(text[max(0, figure.start - _NEAR) : figure.start])
    after = fold(text[figure.end + len(figure.unit) : figure.end + len(figure.unit) + _NEAR])
    left = said.aspect is Facet.PRIOR and becomes(after.removeprefix(TO_ONE))
    return not left and _FROM_TO.search(folded) is None


def _candidates(mention: Mention, target: str) -> Iterator[tuple[int, int, str]]:
    """The widest first: with direction word and unit, then the number with its unit, then alone."""
    figure = mention.figure
    behind = figure.end + len(figure.unit)
    if figure.direction is not None and figure.direction.start < figure.start:
        yield figure.direction.start, behind, target + "}"
        return
    yield figure.start, behind, target + "}"
    if figure.direction is None:
        yield figure.start, figure.end, target + "|n}"


def tied(project: Project, chosen: Iterable[Tie]) -> list[Assignment]:
    """What to set so that the chosen figures are links."""
    return assignments(
        project, (PlacedExchange(tie.place, tie.start, tie.end, tie.link) for tie in chosen)
    )
