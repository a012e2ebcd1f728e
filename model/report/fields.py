"""Fields: typed values that are no indicators. Their spec travels with the project."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Constraint

from model.report.former import NO_FORMER, FormerMap, value_state
from model.report.indicator import IndicatorId
from model.report.record import Record
from model.values.field_kind import FieldKind
from model.values.state import State

FieldId = Annotated[str, Constraint(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Field(Record):
    """One field: what it is called, what it takes, and its value as normalized text.

    `value` is None while it is blank. `required` fields count as blanks until they are filled.
    `former` holds last period's value under `value`; `supplier` is who owes it (供稿单位). A field
    that `follows` indicators takes one of its three choices by how they grow, until one is chosen.
    """

    id: FieldId
    label: str = Constraint(min_length=1)
    kind: FieldKind = FieldKind.TEXT
    unit: str = ""
    choices: tuple[str, ...] = ()
    group: str = ""
    hint: str = ""
    required: bool = True
    value: str | None = None
    former: FormerMap = NO_FORMER
    supplier: str = ""
    follows: tuple[IndicatorId, ...] = ()

    @property
    def state(self) -> State:
        """Blank, last period's and not looked at yet, or filled in."""
        if self.value is None:
            return State.EMPTY if self.required else State.OPTIONAL
        return value_state(self.value, self.former.get("value"))

    @property
    def last(self) -> str | None:
        """What it was last period; None where that is not known."""
        former = self.former.get("value")
        return former.text if former else None
