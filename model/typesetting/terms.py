"""TERMS that no line of a title tears apart: political terms, plans, campaigns, meetings, roads.

They are data (`templates/title_terms.json`), and a house style can add an office's own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

Word = Annotated[str, Field(min_length=2, max_length=40)]
Pattern = Annotated[str, Field(min_length=2, max_length=300)]


class Terms(BaseModel):
    r"""Words, and patterns for names that differ in a number or a place (`G\d+国道`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    about: tuple[str, ...] = Field(default=(), strict=False)
    words: tuple[Word, ...] = Field(default=(), strict=False)
    patterns: tuple[Pattern, ...] = Field(default=(), strict=False)

    @field_validator("patterns")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"“{pattern}”不是写对的正则表达式") from error
        return patterns

    def joined(self, more: Terms) -> Terms:
        """These terms and more."""
        return Terms(words=self.words + more.words, patterns=self.patterns + more.patterns)


NO_TERMS = Terms()


def spans_of(text: str, terms: Terms) -> list[tuple[int, int]]:
    """Where terms stand in a text, from and to; they may overlap."""
    found: list[tuple[int, int]] = []
    for word in terms.words:
        at = text.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    for pattern in _compiled(terms.patterns):
        found += [match.span() for match in pattern.finditer(text)]
    return sorted(found)


@lru_cache(maxsize=16)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))
