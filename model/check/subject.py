"""A report as rules of 核对 see it: composed once, with its passages, numbers and places."""

from __future__ import annotations

from functools import cached_property

from model.check.passage import Passage, Setting, passage_of
from model.compose.compose import Composer
from model.document import Document, Paragraph, Role
from model.numbers.ledger import Ledger, ledger_of
from model.parse.planning import planned
from model.parse.structure import Shape, structure
from model.places.inventory import is_left, places_of
from model.places.place import Place
from model.reading.source import Line
from model.report.indicator import Indicator
from model.report.leaders import Leaders
from model.report.project import Project
from model.report.report import Report
from model.report.sent import Sents
from model.report.uses import used_indicators
from model.values.patterns import pattern

_WHOLE = pattern(r"全([省市县区州旗])(?!范围)")
_SPEECH = ("讲话", "致辞", "发言")


class Subject:
    """One report of a project; what several rules ask for is worked out once."""

    def __init__(
        self,
        project: Project,
        report: Report,
        composer: Composer | None = None,
        *,
        leaders: Leaders = (),
        left_office: Leaders = (),
        is_final: bool = False,
        sent: Sents = (),
    ) -> None:
        self._is_final = is_final
        self.project = project
        self.report = report
        self.leaders = leaders
        self.left_office = left_office
        self.sent = sent
        self.others: tuple[Subject, ...] = ()
        """The project's other texts."""
        self._composer = composer or Composer()

    @cached_property
    def document(self) -> Document:
        return self._composer.compose(self.project, self.report)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.document.body if isinstance(block, Paragraph))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """One for each of `paragraphs`."""
        return tuple(passage_of(paragraph) for paragraph in self.paragraphs)

    def prose(self) -> tuple[tuple[Paragraph, Passage], ...]:
        """The paragraphs that are made of sentences."""
        return self._prose

    @cached_property
    def _prose(self) -> tuple[tuple[Paragraph, Passage], ...]:
        return tuple(
            (paragraph, passage)
            for paragraph, passage in zip(self.paragraphs, self.passages, strict=True)
            if passage.is_prose
        )

    @cached_property
    def shapes(self) -> tuple[tuple[Paragraph, Shape], ...]:
        """The paragraphs that are not blank, each with what it is in the structure."""
        shown = [line for line in self.paragraphs if line.text.strip()]
        shapes = structure(Line(line.text) for line in shown)
        return tuple(zip(shown, shapes, strict=True))

    @cached_property
    def planning(self) -> frozenset[int]:
        """The identities of the paragraphs that speak of what is to be done."""
        plans = planned([shape for _, shape in self.shapes])
        return frozenset(
            id(line) for (line, _), is_plan in zip(self.shapes, plans, strict=True) if is_plan
        )

    def is_other_level(self, words: str) -> bool:
        """Whether words speak of a whole that is not the project's place: 全市 in a county's."""
        kind = self.project.organization.name[-1:]
        return any(found[1] != kind for found in _WHOLE.finditer(words))

    @cached_property
    def ledger(self) -> Ledger:
        return ledger_of(self.project.observations)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators that the report states or links to, by id."""
        used = set(used_indicators(self.report))
        return {one.id: one for one in self.project.indicators if one.id in used}

    @cached_property
    def left(self) -> tuple[Place, ...]:
        """The places that are blank or still last period's."""
        return tuple(place for place in places_of(self.project, self.report) if is_left(place))

    @cached_property
    def title(self) -> str:
        return "".join(one.text for one in self.paragraphs if one.role is Role.TITLE)

    @cached_property
    def setting(self) -> Setting:
        project = self.project
        period, organization = project.period, project.organization
        names = [field.value for field in project.fields if field.value]
        return Setting(
            year=period.year,
            months=(period.first, period.last),
            place=organization.name,
            superior=organization.superior,
            names=tuple(names),
            peers=organization.peers,
            is_speech=self.is_speech,
            is_final=self._is_final,
            is_report=self._is_formal_report,
        )

    @property
    def is_speech(self) -> bool:
        title = self.title
        return any(word in title for word in _SPEECH) or self.report.template.key.endswith("speech")

    @property
    def _is_formal_report(self) -> bool:
        return bool(self.report.front.recipients) and self.title.rstrip("）)").endswith("报告")
