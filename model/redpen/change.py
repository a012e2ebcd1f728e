"""What a choice of a returned file does when it is taken: changes of text, values, paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.choices.choice import Choice
from model.redpen.edits import EditKind
from model.redpen.lines import Segment
from model.report.project import Project
from model.report.remark import Remark


@dataclass(frozen=True, slots=True)
class Spot:
    """`new` in the place of `start` to `end` of the text of a unit, as the project says it."""

    unit: int
    kind: EditKind
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class NewRow:
    """A table row that was added behind another (or first), with its cells by column."""

    table: str
    after: str | None
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A choice with what taking it does.

    `spots` change text; `values` are places with what is typed there, and are what 接受 means
    where there are both: then the spots are what 只改这一处 means. `gone` are records taken away,
    `row` is a table row added, `slot` a paragraph put in or moved, by its number in the order of
    the file. `by_hand` are the records whose words the program composes, to be made text first.
    `remark` is a comment that becomes a thing to do.
    """

    choice: Choice
    spots: tuple[Spot, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    row: NewRow | None = None
    slot: int | None = None
    by_hand: tuple[str, ...] = ()
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One paragraph of the returned file in order: which unit it is, or the text that is new.

    `behind` is the table that stands right before it.
    """

    unit: int | None
    text: str = ""
    is_moved: bool = False
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a returned file brings to a report.

    `units` are the paragraphs of each unit as the project says them now, each as its records;
    none where the project has them no more. `slots` are the paragraphs of the file in order.
    """

    project: Project
    report: str
    changes: tuple[Change, ...]
    units: tuple[tuple[tuple[Segment, ...], ...], ...]
    slots: tuple[Slot, ...]
    notes: tuple[str, ...] = ()
    by_key: Mapping[str, Change] = field(default_factory=dict)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(change.choice for change in self.changes)
