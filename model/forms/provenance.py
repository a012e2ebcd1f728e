"""WHERE NUMBERS COME FROM: 数据出处表 as the text goes; 核数表, signed by departments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from model.compose.compose import compose
from model.document import Document, Paragraph, Role, Span, Table
from model.forms.compared import far_from_last
from model.forms.form import NOW, Ask
from model.forms.owed import department_of
from model.forms.papers import cell, line
from model.numbers.ask import Numbers
from model.numbers.computed import Asked
from model.numbers.ledger import ledger_of
from model.places.values import shown_values
from model.report.address import ObservationPlace, parse_place
from model.report.indicator import Indicator, Observation
from model.report.project import Project
from model.report.report import Report
from model.values.number import written
from model.values.state import State
from model.wording.finding.linked import figures_of

_ENDS = re.compile(r"[^。；！？]*[。；！？]?")
_TICK = "□"
_LONGEST = 60


class Sourced(NamedTuple):
    """A number of a text: how it is said in which sentence, its value, whence and from whom."""

    said: str
    sentence: str
    value: str
    source: str
    given: str
    person: str
    day: str
    place: str


def sourced(project: Project, report: Report) -> tuple[Sourced, ...]:
    """Every number of a text in its order, those that nobody tied to an indicator too."""
    found: list[Sourced] = []
    for block in compose(project, report).body:
        if isinstance(block, Paragraph):
            found += _in_spans(project, block.spans, block.text)
        else:
            for row in block.rows:
                whole = "，".join(one.text for one in row)
                found += [one for of in row for one in _in_spans(project, of.spans, whole)]
    return tuple(found)


def _in_spans(project: Project, spans: tuple[Span, ...], text: str) -> Iterator[Sourced]:
    at = 0
    for span in spans:
        sentence = _sentence(text, at)
        at += len(span.text)
        if span.state is State.EMPTY or not any(map(str.isdigit, span.text)):
            continue
        if span.place and "@" in span.place:
            yield _of_value(project, span, sentence)
        else:
            for figure in figures_of(span.text):
                said = span.text[figure.start : figure.end]
                if any(map(str.isdigit, said)):
                    yield Sourced(said, sentence, said, "文中手写", "", "", "", span.place or "")


def _sentence(text: str, at: int) -> str:
    """The sentence around a sign, shortened."""
    for found in _ENDS.finditer(text):
        if found.start() <= at < found.end():
            said = found[0].strip()
            return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return text[:_LONGEST]


def _of_value(project: Project, span: Span, sentence: str) -> Sourced:
    place = span.place or ""
    address = parse_place(place)
    assert isinstance(address, ObservationPlace)
    found = ledger_of(project.observations).all(
        address.indicator, address.period, address.facet, address.basis, address.source
    )
    if not found:
        computed = "按已填的数算出" if span.state is State.COMPUTED else ""
        return Sourced(span.text, sentence, span.text, computed, "", "", "", place)
    best = found[0]
    given = best.given
    day = given.date if given and given.date else best.noted
    return Sourced(
        span.text, sentence, f"{written(best.value)}{best.unit}", best.source.label,
        given.file if given else "", given.person if given else "",
        day.isoformat() if day else "", place,
    )  # fmt: skip


def sources_document(project: Project, report: Report) -> Document:
    """数据出处表 of a text: the answer to 这个数哪来的."""
    title = f"{report.name or '文稿'}数据出处表"
    rows = tuple(
        (
            cell(str(number)), cell(one.said), cell(one.sentence), cell(one.value),
            cell(one.source), cell(one.given), cell(one.person), cell(one.day), cell(_TICK),
        )
        for number, one in enumerate(sourced(project, report), 1)
    )  # fmt: skip
    body: list[Paragraph | Table] = [line(Role.TITLE, title)]
    if rows:
        heads = ("序号", "数", "所在的句子", "值", "来源", "文件或电话", "填报人", "时间", "核")
        body.append(Table(heads, (2, 5, 20, 5, 5, 6, 4, 5, 2), rows, small=True))
    else:
        body.append(line(Role.BODY, "这份文稿里还没有数。"))
    return Document(title, tuple(body))


def returned_document(project: Project) -> Document:
    """核数表: what departments reported, beside last period and last year, to be signed."""
    title = f"{project.organization.name}{project.period.label_with_year}核数表"
    by_department: dict[str, list[tuple[Indicator, Observation]]] = defaultdict(list)
    for one in project.observations:
        indicator = project.indicator(one.indicator)
        if one.given is not None and indicator is not None and one.period == project.period:
            name = department_of(project, indicator.supplier) or "（没有写报数单位）"
            by_department[name].append((indicator, one))
    body: list[Paragraph | Table] = [line(Role.TITLE, title)]
    numbers = Numbers(project)
    for name, values in by_department.items():
        heads = ("序号", "指标", "本期报来", "上期", "上年同期", "疑问", "填报人", "核")
        rows = tuple(
            tuple(map(cell, (str(number), *_checked(numbers, *value), _TICK)))
            for number, value in enumerate(values, 1)
        )
        body += [
            line(Role.CAPTION, name),
            Table(heads, (2, 10, 5, 5, 5, 9, 4, 2), rows, small=True),
            line(Role.BODY, "单位负责人签字（盖章）：　　　　　　　　　　年　　月　　日"),
        ]
    if not by_department:
        body.append(line(Role.BODY, "部门还没有报来本期的数。"))
    return Document(title, tuple(body))


def _checked(numbers: Numbers, indicator: Indicator, one: Observation) -> tuple[str, ...]:
    """A reported number with what it was, and why it may be wrong."""
    asked = Asked(indicator, one.period, one.basis, one.source)
    unit = indicator.unit_of(one.aspect)
    last = shown_values(numbers.before(asked, one.aspect).known, unit) or ""
    last_year = shown_values(numbers.known_last_year(asked, one.aspect), unit) or ""
    said = f"{written(one.value)}{one.unit}"
    doubt = far_from_last(said, last, Ask(NOW, "", unit))
    label = f"{indicator.name} {one.aspect.label}"
    person = one.given.person if one.given else ""
    return label, said, last, last_year, doubt, person
