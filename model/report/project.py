"""One project file: a place, a period, its numbers, and one or more texts."""

from __future__ import annotations

from collections import Counter
from typing import Final, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from model.report.departments import Department, SentForm, stem
from model.report.fields import Field
from model.report.indicator import Indicator, Observation
from model.report.ledger import LedgerTask
from model.report.record import Record
from model.report.report import Report
from model.values.period import Period, PeriodCode
from model.version import VERSION

FORMAT: Final = "xugao-project"
CURRENT_VERSION = 7


class Organization(Record):
    """The place whose office writes, and the one it reports to.

    `peers`: how many places are ranked with it, so that a rank beyond them is noticed.
    `departments` are those whose names were set down: no two share a name.
    """

    name: str = Constraint(min_length=1)
    superior: str = ""
    peers: int | None = Constraint(default=None, ge=1)
    departments: tuple[Department, ...] = ()

    def department(self, name: str) -> Department | None:
        """The department that a name, a short name or a former name means."""
        return next((one for one in self.departments if name in one.names), None)

    def present_name(self, name: str) -> str:
        """The present name of the department that a name means."""
        known = self.department(name)
        return known.name if known else name

    def is_same(self, one: str, other: str) -> bool:
        """Whether two names mean one department: by the table, or 财政局 and 财政部门."""
        return one == other or stem(self._meant(one)) == stem(self._meant(other))

    def _meant(self, name: str) -> str:
        known = self.department(name) or next(
            (each for each in self.departments if stem(name) in map(stem, each.names)), None
        )
        return known.name if known else name


class Project(Record):
    """The root record. Frozen: an edit makes a new root that shares all that did not change.

    A project that was carried on knows the period its numbers are compared with (`last_period`)
    and the one its texts were written for (`text_period`). `rules_off` are the rules of 核对 that
    it does without, `forms` those that departments were sent for this period and the last,
    `tasks` its ledger (台账).
    """

    format: Literal["xugao-project"]
    version: int = CURRENT_VERSION
    id: str
    saved_by: str = VERSION
    from_: str | None = Constraint(default=None, alias="from", serialization_alias="from")
    organization: Organization
    period: PeriodCode
    last_period: PeriodCode | None = None
    text_period: PeriodCode | None = None
    fields: tuple[Field, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    observations: tuple[Observation, ...] = ()
    reports: tuple[Report, ...] = ()
    dismissed: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    forms: tuple[SentForm, ...] = ()
    tasks: tuple[LedgerTask, ...] = ()

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        for what, names in (
            ("fields", [field.id for field in self.fields]),
            ("indicators", [indicator.id for indicator in self.indicators]),
            ("reports", [report.id for report in self.reports]),
            ("departments", [one.id for one in self.organization.departments]),
            ("forms", [form.id for form in self.forms]),
            ("tasks", [one.id for one in self.tasks]),
        ):
            if len(set(names)) < len(names):
                twice = [name for name, count in Counter(names).items() if count > 1]
                raise ValueError(f"{what}里有重复的id：{'、'.join(sorted(twice))}")
        return self

    @property
    def before(self) -> Period:
        """上期: the period this one was carried on from, else the one that usually comes before."""
        return self.last_period or self.period.previous()

    def indicator(self, id_: str) -> Indicator | None:
        return next((one for one in self.indicators if one.id == id_), None)

    def field(self, id_: str) -> Field | None:
        return next((one for one in self.fields if one.id == id_), None)

    def task(self, id_: str) -> LedgerTask | None:
        """The task of the ledger with this id."""
        return next((one for one in self.tasks if one.id == id_), None)

    def report(self, id_: str) -> Report | None:
        return next((one for one in self.reports if one.id == id_), None)
