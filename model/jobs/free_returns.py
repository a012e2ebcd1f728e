"""WHAT IS NO FORM: a Word file, a message, a call of a department, read as new text is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from model.choices.choice import ChoiceKind
from model.entry.apply import Assignment, set_values
from model.errors import ValueRefused, XugaoError
from model.forms.came import Asking, place_to_set
from model.forms.compared import compared
from model.forms.form import NOW, Ask
from model.forms.lines import Came, CameState, File, line_choice
from model.forms.owed import department_of, rows_of
from model.jobs.take_in import lexicon_of_bank
from model.library import shipped
from model.numbers.ask import Numbers
from model.numbers.computed import Asked
from model.parse.numbers import numbers_of_text
from model.parse.understand import understand
from model.places.values import shown_values
from model.reading.source import Source, SourceParagraph
from model.report.address import ObservationPlace
from model.report.departments import FormReturn, Way
from model.report.indicator import Observation
from model.report.project import Project
from model.values.number import written

_ALIKE = 0.35
"""How like last period's words a paragraph is that takes their place."""
_SHORT = 10


class Said(NamedTuple):
    """Which department said something, in which way, who and when."""

    department: str
    way: Way
    person: str = ""
    phone: str = ""
    day: date | None = None


def file_of(said: Said, name: str = "", digest: str = "") -> File:
    """What is remembered of something that is no form."""
    came = FormReturn(
        way=said.way, file=name, digest=digest, person=said.person, phone=said.phone, date=said.day
    )
    called = name or f"{said.way.label}（{said.person or said.department}）"
    return File(called, digest, said.department, came)


def lines_of_text(asking: Asking, source: Source, file: File) -> tuple[Came, ...]:
    """The numbers and paragraphs of a text as lines; raises `ReadRefused` for far too much.

    On paper alone (no text) there are none: it is ticked as received.
    """
    if not source.text.strip():
        return ()
    # A first line would be a title, and a title states nothing.
    shown = Source((SourceParagraph("来稿"), SourceParagraph(""), *source.blocks), kind=source.kind)
    understood = understand(shown, lexicon_of_bank())
    found = numbers_of_text(understood, shipped.bank(), asking.project.period)
    lines = [_of_value(asking, one, file) for one in found.observations]
    return (*lines, *_of_paragraphs(asking, source, file))


def _of_value(asking: Asking, one: Observation, file: File) -> Came:
    """A number that a text states of an indicator."""
    project = asking.project
    bank = shipped.bank().by_id
    indicator = project.indicator(one.indicator)
    name = indicator.name if indicator else bank[one.indicator].name
    label = f"{name} {one.aspect.label}"
    said = written(one.value) + one.unit
    place = ObservationPlace.of(one.indicator, one.period, one.aspect, one.basis, None)
    if indicator is None:
        note = "材料里没有这个指标，要用请先在“指标”里加上"
        return Came(line_choice("", label, (None, said), file, note), CameState.UNKNOWN, "", file,
                    file.department)  # fmt: skip
    asked = Asked(indicator, one.period, one.basis)
    numbers, unit = Numbers(project), indicator.unit_of(one.aspect)
    typed = tuple(known for known in numbers.known(asked, one.aspect) if known.source)
    ask = Ask(NOW, str(place), unit, shown_values(typed, unit) or "")
    last = shown_values(numbers.before(asked, one.aspect).known, unit) or ""
    to_set = place_to_set(str(place))
    plain = said.removesuffix(unit)
    try:
        tried = set_values(project, [Assignment(to_set, plain)], asking.today)
    except XugaoError as error:
        return Came(line_choice("", label, (None, said), file, str(error)), CameState.UNKNOWN,
                    last, file, file.department)  # fmt: skip
    state, note = compared(project, tried, ask, plain, last)
    owner = department_of(project, indicator.supplier)
    if owner and owner != file.department and state is CameState.READY:
        state, note = CameState.FAR, f"这个数一般由{owner}报"
    choice = line_choice(to_set, label, (ask.have or None, plain), file, note)
    return Came(choice, state, last, file, file.department)


def _of_paragraphs(asking: Asking, source: Source, file: File) -> Iterator[Came]:
    """Paragraphs that take the place of a point the department owes; others can be read only."""
    owed = asking.owed.get(file.department)
    rows = [*rows_of(asking.project, owed).texts] if owed else []
    for block in source.blocks:
        text = block.text.strip() if isinstance(block, SourceParagraph) else ""
        if len(text) < _SHORT:
            continue
        ranked = sorted(
            rows, key=lambda row: -SequenceMatcher(None, row.last or row.label, text).ratio()
        )
        row = ranked[0] if ranked else None
        if row and SequenceMatcher(None, row.last or row.label, text).ratio() >= _ALIKE:
            rows.remove(row)
            state = CameState.OTHER if row.have else CameState.READY
            note = "按文字相近放在这里，请看放得对不对"
            choice = line_choice(
                row.place, row.label, (row.have or None, text), file, note, ChoiceKind.TEXT
            )
            yield Came(choice, state, row.last, file, file.department)
        else:
            note = "看不出放在哪一处。需要的话，复制到要用的地方"
            choice = line_choice("", "来稿的一段", (None, text), file, note, ChoiceKind.TEXT)
            yield Came(choice, CameState.REMARK, "", file, file.department)


def check_said(project: Project, said: Said) -> Said:
    """What is told of a return, with the department's present name; raises `ValueRefused`."""
    name = department_of(project, said.department.strip())
    if not name:
        raise ValueRefused("请写明是哪个单位报的。")
    return said._replace(department=name)
