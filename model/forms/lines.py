"""The LINES (一处回收) of what came: what one place was, what came for it, how both stand."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from model.choices.choice import Choice, ChoiceKind, Way
from model.forms.returned import ReturnedRow
from model.report.departments import FormReturn


class CameState(StrEnum):
    """How what came stands to what the project has."""

    READY = "ready"
    SAME = "same"
    OTHER = "other"
    TWICE = "twice"
    FAR = "far"
    CHANGED = "changed"
    NEW = "new"
    UNKNOWN = "unknown"
    REMARK = "remark"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    CameState.READY: "可采用",
    CameState.SAME: "与已填相同",
    CameState.OTHER: "与已填不同",
    CameState.TWICE: "两份报的不同",
    CameState.FAR: "变动较大，请核",
    CameState.CHANGED: "原有数被改动",
    CameState.NEW: "新增行",
    CameState.UNKNOWN: "没认出来",
    CameState.REMARK: "备注",
}
WORST_FIRST = (
    CameState.UNKNOWN, CameState.TWICE, CameState.OTHER, CameState.CHANGED, CameState.FAR,
    CameState.NEW, CameState.READY, CameState.REMARK, CameState.SAME,
)  # fmt: skip
AT_ONCE = (CameState.READY, CameState.NEW)
"""What is taken with 全部采用; anything else is decided one by one."""


class File(NamedTuple):
    """A file that came, and what it told of itself."""

    name: str
    digest: str
    department: str
    returned: FormReturn


class Came(NamedTuple):
    """One line: the choice, how it stands, what was last, of which file, which cells of a row."""

    choice: Choice
    state: CameState
    last: str
    file: File
    department: str
    row: tuple[str, tuple[tuple[str, str], ...]] | None = None


def unknown(file: File, row: ReturnedRow, said: str, note: str, label: str = "") -> Came:
    choice = line_choice("", label or row.key or row.where, (None, said), file, note)
    return Came(choice, CameState.UNKNOWN, "", file, file.department)


def line_choice(
    place: str,
    label: str,
    sides: tuple[str | None, str | None],
    file: File,
    note: str = "",
    kind: ChoiceKind = ChoiceKind.VALUE,
) -> Choice:
    """The choice of a line: what we have and what came; one without a place can only be read."""
    ours, theirs = sides
    day = file.returned.date
    return Choice(
        key="h", place=place, kind=kind, label=label, before=None, ours=ours, theirs=theirs,
        source=file.name, who=file.returned.person, when=day.isoformat() if day else "",
        ways=(Way.TAKE,) if place else (), note=note,
    )  # fmt: skip


def noted(line: Came, note: str) -> Came:
    said = "；".join(filter(None, (line.choice.note, note)))
    return line._replace(choice=replace(line.choice, note=said))
