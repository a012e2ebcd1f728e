"""The editor for each kind of field."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtWidgets import QWidget

from model.values.field_kind import FieldKind
from ui.forms.editors.choice import ChoiceEditor
from ui.forms.editors.dates import DateEditor
from ui.forms.editors.departments import DepartmentsEditor
from ui.forms.editors.editor import Editor
from ui.forms.editors.number import NumberEditor
from ui.forms.editors.periods import PeriodEditor
from ui.forms.editors.prose import ProseEditor
from ui.forms.editors.ranks import RankEditor
from ui.forms.editors.text import TextEditor


def make_editor(
    kind: FieldKind,
    *,
    unit: str = "",
    choices: tuple[str, ...] = (),
    parent: QWidget | None = None,
) -> Editor:
    """An editor for a kind of value.

    `unit` is shown beside numbers; `choices` are what can be chosen, for departments what is
    completed from.
    """
    match kind:
        case FieldKind.TEXT:
            return TextEditor(parent)
        case FieldKind.PROSE:
            return ProseEditor(parent)
        case (
            FieldKind.INTEGER
            | FieldKind.DECIMAL
            | FieldKind.PERCENT
            | FieldKind.POINTS
            | FieldKind.MONEY
        ):
            return NumberEditor(kind, unit=unit, parent=parent)
        case FieldKind.DATE:
            return DateEditor(parent)
        case FieldKind.PERIOD:
            return PeriodEditor(parent)
        case FieldKind.CHOICE:
            return ChoiceEditor(choices, parent)
        case FieldKind.RANK:
            return RankEditor(parent)
        case FieldKind.DEPARTMENTS:
            return DepartmentsEditor(choices, parent)
        case _:
            assert_never(kind)
