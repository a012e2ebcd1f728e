"""What a text reads from its project: names, fields, values of indicators."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from model.compose.pieces import PieceMemory
from model.compose.reads import LEDGER
from model.numbers.ask import Known, Numbers, Query
from model.numbers.computed import Asked
from model.numbers.ranking import superior_scope, usual_rank_of
from model.numbers.trend import followed
from model.report.built_in import BUILT_IN_NAMES, built_in
from model.report.fields import Field
from model.report.indicator import Indicator
from model.report.project import Project
from model.values.aspect import Aspect
from model.values.facet import Facet
from model.values.field_kind import FieldKind
from model.values.growth import Target
from model.values.period import Period, is_period
from model.values.rank import RANK_UNIT
from model.values.state import State
from model.wording.saying.words import BLANK, IndicatorWords, Said, Wording

__all__ = [
    "BUILT_IN_NAMES",
    "ProjectReader",
    "Shown",
    "Value",
    "date_in_words",
    "date_shown",
    "plan_words",
    "said_of",
    "shown_field",
    "words_of",
]


class Shown(NamedTuple):
    """A value as text, and how far it is filled in."""

    text: str
    state: State


class Value(NamedTuple):
    """A value of a facet for the sentence, and whether it was typed, computed or is blank."""

    said: Said
    state: State


class ProjectReader:
    """A project as its texts see it. `pieces` remembers what was made of the records of a block,
    and what was asked for.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.numbers = Numbers(project)
        self.pieces = PieceMemory()
        self._fields = {field.id: field for field in project.fields}
        self._built_in = built_in(project)

    def indicator(self, id_: str) -> Indicator | None:
        """The definition of an indicator; whoever reads values of it begins here."""
        self.pieces.reads.indicators.add(id_)
        return self.numbers.indicator(id_)

    def field(self, id_: str, *, alone: bool = False) -> Shown | None:
        """A field or built-in as text; None where there is none of that name."""
        self.pieces.reads.fields.add(id_)
        if id_ in self._built_in:
            return Shown(self._built_in[id_], State.FILLED)
        field = self._fields.get(id_)
        if field is None:
            return None
        if field.value is None and field.follows:
            self.pieces.reads.indicators.update(field.follows)
            word = followed(self.numbers, field)
            if word is not None:
                return Shown(word, State.COMPUTED)
        return shown_field(field, alone=alone)

    @property
    def ledger(self) -> Project:
        """The project, for whoever reads the tasks of its ledger (台账)."""
        self.pieces.reads.fields.add(LEDGER)
        return self.project

    def wording(self, indicator: Indicator, own: Period) -> Wording:
        """What the project tells of how an indicator's values of a period are worded."""
        whole = self.indicator(indicator.part_of) if indicator.part_of else None
        driven = self.indicator(indicator.acted_on) if indicator.acted_on else None
        return Wording(
            plan_words=plan_words(indicator),
            own=own,
            city=superior_scope(self.project.organization.superior),
            whole=whole.name if whole else "",
            driven=driven.name if driven else "",
            ceiling=self._ceiling(indicator, own),
        )

    def _ceiling(self, indicator: Indicator, own: Period) -> Said | None:
        """The plan of the year that is not to be exceeded, where it is known."""
        if indicator.target is not Target.CEILING:
            return None
        known = self.numbers.known(Query.at(indicator, own).asked(Facet.PLAN), Facet.PLAN)
        return said_of(known[0]) if known else None

    def values(self, asked: Asked, facet: Aspect) -> Sequence[Value]:
        """All that is to be said of a facet, at least a blank."""
        known = self.numbers.known(asked, facet)
        if known:
            return [Value(said_of(one), one.state) for one in known]
        return [Value(self._blank(asked.indicator, facet), State.EMPTY)]

    def _blank(self, indicator: Indicator, facet: Aspect) -> Said:
        """What is missing, with what is known of it: among whom a rank is, and of what."""
        if facet is Facet.RANK:
            scope = superior_scope(self.project.organization.superior)
            return Said(None, RANK_UNIT, scope, usual_rank_of(indicator))
        return Said(None, indicator.unit_of(facet))


def said_of(known: Known) -> Said:
    """A known value as the sentence needs it."""
    if known.words:
        return Said(None, words=known.words)
    return Said(known.value, known.unit, known.scope, known.of, known.tied)


def words_of(indicator: Indicator, name: str | None = None) -> IndicatorWords:
    """How the sentence speaks of an indicator."""
    return IndicatorWords(
        indicator.name if name is None else name,
        indicator.unit,
        indicator.verbs,
        indicator.flow,
        indicator.measure,
        indicator.growth,
        indicator.target,
        indicator.better,
        indicator.verb_first,
        len(indicator.structure_parts),
    )


def plan_words(indicator: Indicator) -> str:
    """What a plan is called: the budget for what the finance office supplies."""
    is_budget = indicator.supplier == "财政局" and indicator.target is Target.TOTAL
    return "年初预算" if is_budget else "年度计划"


def shown_field(field: Field, *, alone: bool = False) -> Shown:
    """A field's value as the text says it: dates and periods in words, numbers with their unit."""
    unit = field.unit if field.kind.is_number and not alone else ""
    if field.value is None:
        return Shown(BLANK + unit if field.required else "", field.state)
    if field.kind is FieldKind.DATE:
        return Shown(date_shown(field.value), field.state)
    if field.kind is FieldKind.PERIOD and is_period(field.value):
        return Shown(Period.parse(field.value).label_with_year, field.state)
    return Shown(field.value + unit, field.state)


def date_in_words(day: date) -> str:
    """`2026年7月5日`: full year, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def date_shown(text: str) -> str:
    """A kept date (`2026-07-05`) in words; what is none stays as it is."""
    try:
        return date_in_words(date.fromisoformat(text))
    except ValueError:
        return text
