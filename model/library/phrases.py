"""Fixed and outdated phrases, stock words and slips of the pen, read from `phrases.json`.

An office can add its own: every entry is one line of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field as Constraint
from pydantic import ValidationError

from model.library.data_files import fault, misfit, read_json, refuse_unknown_keys
from model.report.record import Record

_SHORTEST_FIXED = 8
_SHORTEST_STOCK = 3


class FixedPhrase(Record):
    """A phrase whose wording is laid down (固定提法): since which year, and where."""

    phrase: Annotated[str, Constraint(min_length=_SHORTEST_FIXED)]
    since: int | None = None
    until: int | None = None
    source: str = ""


class OutdatedPhrase(Record):
    """A phrase that is no longer said after `until` (过时提法), and what is said instead.

    `fine` is a pattern of what may stand right before or behind it where it is history.
    """

    phrase: Annotated[str, Constraint(min_length=2)]
    until: int
    instead: str = ""
    source: str = ""
    fine: str = ""


class Slip(Record):
    """A slip of the pen (错别字), what is meant, and longer words in which it is none."""

    wrong: Annotated[str, Constraint(min_length=2)]
    right: Annotated[str, Constraint(min_length=2)]
    fine: str = ""


class PhraseFile(Record):
    """The whole file."""

    fixed: tuple[FixedPhrase, ...] = ()
    outdated: tuple[OutdatedPhrase, ...] = ()
    stock: tuple[Annotated[str, Constraint(min_length=_SHORTEST_STOCK)], ...] = ()
    typos: tuple[Slip, ...] = ()
    alike: tuple[Annotated[str, Constraint(min_length=2)], ...] = ()
    """Signs that look alike, so that one is written for another."""


@dataclass(frozen=True)
class Phrases:
    """The phrases, and the syllable of every common character."""

    file: PhraseFile
    sounds: Mapping[str, str]


def load_phrases(path: Path, sounds: Path) -> Phrases:
    """Read both files; raises `TemplateError` naming file, place and what is wrong."""
    data = read_json(path)
    try:
        file = PhraseFile.model_validate(data)
    except ValidationError as error:
        raise misfit(path, error, data) from error
    refuse_unknown_keys(path, file)
    fine = {
        "outdated": [one.fine for one in file.outdated],
        "typos": [one.fine for one in file.typos],
    }
    for kind, patterns in fine.items():
        for index, pattern in enumerate(patterns):
            _refuse_pattern(path, kind, index, pattern)
    return Phrases(file, _sounds(sounds))


def _refuse_pattern(path: Path, kind: str, index: int, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise fault(path, (kind, index, "fine"), "这不是写对的正则表达式") from error


def _sounds(path: Path) -> dict[str, str]:
    """The syllable of each character, from lists of characters by syllable."""
    data = read_json(path)
    if not isinstance(data, dict):
        raise fault(path, (), "最外层应当是对象{…}")
    sounds: dict[str, str] = {}
    for syllable, characters in data.items():
        if not isinstance(characters, str):
            raise fault(path, (syllable,), "应当是文字")
        sounds.update((character, str(syllable)) for character in characters)
    return sounds
