"""The base of all records: frozen, tolerant of keys a newer version added, changed by copy."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record. Unknown keys are kept and written back; sequences are tuples.

    Files leave out what equals its default; keys that must always stand there have none."""

    model_config = ConfigDict(
        frozen=True, extra="allow", validate_by_name=True, validate_by_alias=True
    )

    def changed(self, **changes: Any) -> Self:
        """A copy with `changes`, checked; what did not change is shared, down to its identity.

        Raises pydantic's `ValidationError` for a value that does not fit.
        """
        checked = type(self).model_validate(dict(self) | changes)
        return self.model_copy(update={name: getattr(checked, name) for name in changes})
