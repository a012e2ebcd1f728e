"""TRAITS: what each attribute of a record is, said once at the record and read everywhere.

An attribute that a clerk can fill in carries a `Trait` in its annotation; a record inside another
that has no places of its own (a heading, the front matter) carries `Inline`. Setters, names of
places, search, checks of templates, moved periods, what last period said and what a merge compares
are all derived from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cache
from typing import Any, NamedTuple, get_args

from model.report.record import Record


class Kind(StrEnum):
    """What is typed into an attribute, and how it is kept."""

    PROSE = "prose"
    LINE = "line"
    LINES = "lines"
    HEADING = "heading"
    KEY = "key"
    """One of several by its key; the usual one where nothing was typed."""
    MARKER = "marker"
    DEPARTMENTS = "departments"
    QUANTITY = "quantity"
    DEADLINE = "deadline"
    FLAG = "flag"
    LIMIT = "limit"
    PERIOD = "period"
    BASIS = "basis"
    SOURCE = "source"
    FACETS = "facets"
    PEOPLE = "people"
    LETTERHEAD = "letterhead"
    URGENCY = "urgency"
    COPY_NUMBER = "copy_number"
    SECRECY = "secrecy"
    DOCUMENT_NUMBER = "document_number"
    COPIES = "copies"
    PRINTED_ON = "printed_on"


_TEXTS = (
    *(Kind.PROSE, Kind.LINE, Kind.LINES, Kind.HEADING),
    *(Kind.DOCUMENT_NUMBER, Kind.COPIES, Kind.PRINTED_ON),
)


class Renewed(Enum):
    """Whether last period's words have to be looked at again (待核)."""

    NEVER = "never"
    ALWAYS = "always"
    WHERE_DATED = "where_dated"
    """Only where they hold a figure, a blank or a period: headings, openings, front matter."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What an attribute is.

    `label` is its name on the screen. `has_links`: braces in it are links. `own_name` is the name
    in braces that its record fills itself (`{quantity}`). `names_record`: its words are what the
    clerk knows the record by. `is_listed`: a blank in it is a place to fill although it is no text.
    """

    label: str
    kind: Kind = Kind.LINE
    has_links: bool = False
    renewed: Renewed = Renewed.NEVER
    own_name: str = ""
    names_record: bool = False
    is_listed: bool = False

    @property
    def is_text(self) -> bool:
        """Whether words stand in it, as a clerk writes and searches them."""
        return self.kind in _TEXTS


@dataclass(frozen=True, slots=True)
class Inline:
    """A record without an id inside another: its attributes are places of the one around it.

    `paths` gives the name in a place where that is not the attribute's own.
    """

    paths: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(tuple(self.paths.items()))


class Attribute(NamedTuple):
    """One attribute of a kind of record: its name in places, its trait, the way to it."""

    path: str
    trait: Trait
    steps: tuple[str, ...]
    default: Any
    """What stands there where nothing was typed yet."""
    holder: type[Record] | None = None
    """The kind of the record inside, where there is one."""

    def get(self, record: Record) -> Any:
        """Return what stands there; None where the record inside is absent."""
        value: Any = record
        for step in self.steps:
            value = None if value is None else getattr(value, step)
        return value

    def text(self, record: Record) -> str:
        """Return the words that stand there, '' where there are none."""
        value = self.get(record)
        return value if isinstance(value, str) else ""

    def put(self, record: Record, value: Any) -> Record:
        """Return the record with `value` there; an absent record inside is made."""
        if self.holder is None:
            return record.changed(**{self.steps[0]: value})
        outer, inner = self.steps
        held = getattr(record, outer) or self.holder()
        return record.changed(**{outer: held.changed(**{inner: value})})


@cache
def attributes(kind: type[Record]) -> Mapping[str, Attribute]:
    """Return the attributes of a kind of record by their names in places, in reading order."""
    return {attribute.path: attribute for attribute in _attributes(kind)}


def _attributes(kind: type[Record]) -> Iterator[Attribute]:
    for name, info in kind.model_fields.items():
        for note in info.metadata:
            if isinstance(note, Trait):
                yield Attribute(name, note, (name,), info.default)
            elif isinstance(note, Inline):
                holder = _record_in(info.annotation)
                for inner in _attributes(holder):
                    path = note.paths.get(inner.path, inner.path)
                    yield Attribute(path, inner.trait, (name, *inner.steps), inner.default, holder)


def _record_in(annotation: Any) -> type[Record]:
    """The kind of record in `Heading | None`."""
    kinds = (annotation, *get_args(annotation))
    return next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record))


@cache
def texts(kind: type[Record]) -> tuple[Attribute, ...]:
    """Return the attributes of a kind of record that are texts with links, in reading order."""
    return tuple(one for one in attributes(kind).values() if one.trait.has_links)


def trait_of(record: Record, path: str) -> Trait | None:
    """Return the trait of an attribute; None for a path the record does not have."""
    attribute = attributes(type(record)).get(path)
    return attribute.trait if attribute else None
