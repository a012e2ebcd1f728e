"""The base of all records: frozen, tolerant of keys a newer version added, changed by copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record. Unknown keys are kept and written back; sequences are tuples.

    Files leave out what equals its default; keys that must always stand there have none."""

    model_config = ConfigDict(
        frozen=True, extra="allow", validate_by_name=True, validate_by_alias=True
    )

    if not TYPE_CHECKING:  # mypy would take every name for one of ours

        def __getattr__(self, name: str) -> NoReturn:
            """Unknown keys of a file are no attributes: pydantic would hand them out unchecked,
            so that `heading` of a newer program's text block were taken for a heading of ours."""
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")

    def changed(self, **changes: Any) -> Self:
        """A copy with `changes`, checked; what did not change is shared, down to its identity.

        Raises pydantic's `ValidationError` for a value that does not fit.
        """
        checked = type(self).model_validate(dict(self) | changes)
        return self.model_copy(update={name: getattr(checked, name) for name in changes})
