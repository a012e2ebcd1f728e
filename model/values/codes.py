"""A value that stands in JSON as a text of its own: how a field of a record takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import PlainValidator

from model.errors import ValueRefused

V = TypeVar("V")


def taken_from_text(
    kinds: tuple[type[V], ...], parse: Callable[[str], V], advice: str
) -> PlainValidator:
    """Take one of `kinds` as it is and a text by `parse`; anything else is refused with `advice`,
    what is to be written instead."""

    def validate(value: object) -> V:
        if isinstance(value, kinds):
            return value
        if isinstance(value, str):
            try:
                return parse(value)
            except ValueRefused as error:
                raise ValueError(str(error)) from error
        raise ValueError(f"{advice}，这里是{value!r}。")

    return PlainValidator(validate)
