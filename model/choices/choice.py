"""A CHOICE (一处来改): what somebody else changed at one place, for the clerk to take or to leave.

Whatever brings changes from outside (a Word file that came back, another copy of the project, a
department's form) tells them in this one shape. It says how both sides stand and holds no
decision; decisions are kept beside the choices (`decisions`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChoiceKind(StrEnum):
    """What is changed: number, field, words, words of the program, order of paragraphs, remark."""

    VALUE = "value"
    FIELD = "field"
    TEXT = "text"
    GLUE = "glue"
    STRUCTURE = "structure"
    COMMENT = "comment"

    @property
    def group(self) -> str:
        """The group it is listed under: numbers first."""
        return _GROUPS[self]


_GROUPS = {
    ChoiceKind.VALUE: "数",
    ChoiceKind.FIELD: "数",
    ChoiceKind.TEXT: "文字",
    ChoiceKind.GLUE: "文字",
    ChoiceKind.STRUCTURE: "增删挪",
    ChoiceKind.COMMENT: "批注",
}
GROUPS = tuple(dict.fromkeys(_GROUPS.values()))


class Standing(StrEnum):
    """How both sides stand to what they began from."""

    SAME = "same"
    READY = "ready"
    CONFLICT = "conflict"

    @property
    def label(self) -> str:
        return {"same": "已是这样", "ready": "对方改了", "conflict": "两边都改了"}[self.value]


class Way(StrEnum):
    """In which way a change is taken over."""

    TAKE = "take"
    EVERYWHERE = "everywhere"
    HERE = "here"
    BY_HAND = "by_hand"
    NOTE = "note"

    @property
    def label(self) -> str:
        return {
            "take": "接受",
            "everywhere": "各处一起改",
            "here": "只改这一处",
            "by_hand": "这一段改为手写",
            "note": "列为待办",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Choice:
    """One change. `key` tells it from the others of its list, `place` is where it goes.

    `before` is what both sides began from, `ours` what the project says now, `theirs` what came;
    None: there is nothing at all (a paragraph that was added or taken away). `source` names the
    file it came in, `who` and `when` its author as the file tells them. `ways` are those in which
    it can be taken, the usual one first; none: it can only be read. `note` is what the clerk must
    know besides, `ahead` and `behind` are the words around it as the project says them.
    `follows` is the key of the choice it is taken and left with, unless the clerk says otherwise.
    """

    key: str
    place: str
    kind: ChoiceKind
    label: str
    before: str | None
    ours: str | None
    theirs: str | None
    source: str = ""
    who: str = ""
    when: str = ""
    ways: tuple[Way, ...] = (Way.TAKE,)
    note: str = ""
    ahead: str = ""
    behind: str = ""
    follows: str = ""

    @property
    def sides(self) -> tuple[str | None, str | None, str | None]:
        """What was, what the project says now, what came."""
        return self.before, self.ours, self.theirs

    @property
    def standing(self) -> Standing:
        """Equal on both sides, or left alone by them: nothing to do. Else who changed it."""
        if self.theirs in (self.ours, self.before):
            return Standing.SAME
        return Standing.READY if self.ours == self.before else Standing.CONFLICT
