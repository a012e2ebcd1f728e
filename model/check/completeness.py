"""Is everything filled in: blanks, and last period's words nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.document import Chart, Document, Paragraph, Span, Table
from model.places.place import Place
from model.values.state import State

_AROUND = 12
_OPEN = (State.EMPTY, State.CARRIED)


def _blank(subject: Subject) -> Iterator[Problem]:
    for place, context in _left(subject):
        if place.state is not State.CARRIED and not _is_title(subject, place):
            yield BLANK.problem(place.place, f"还没有填：{context}")


def _carried(subject: Subject) -> Iterator[Problem]:
    for place, context in _left(subject):
        if place.state is State.CARRIED and not _is_title(subject, place):
            yield CARRIED.problem(place.place, f"上期内容还没有核过：{context}")


def _title(subject: Subject) -> Iterator[Problem]:
    for place in subject.left:
        if _is_title(subject, place):
            yield TITLE.problem(place.place, "还没有写题目")


def _is_title(subject: Subject, place: Place) -> bool:
    return place.place == f"{subject.report.id}.title" and place.state is State.EMPTY


def _left(subject: Subject) -> Iterator[tuple[Place, str]]:
    """Every place of the inventory that is blank or still last period's, in reading order."""
    around = _words_around(subject.document)
    order = {place: number for number, place in enumerate(around)}
    for place in sorted(subject.left, key=lambda one: order.get(one.place, len(order))):
        yield place, around.get(place.place, f"…【{place.label}】…")


def _words_around(document: Document) -> dict[str, str]:
    """The composed words around every place that the text shows, so that each can be told."""
    found: dict[str, str] = {}
    for chart in (block for block in document.body if isinstance(block, Chart)):
        for span, name in chart.gaps():
            found.setdefault(span.place or "", f"图上断开的【{name}】")
    for spans in _rows(document):
        for index, span in enumerate(spans):
            if span.place is not None and span.state in _OPEN:
                found.setdefault(span.place, _context(spans, index))
    return found


def _rows(document: Document) -> Iterator[tuple[Span, ...]]:
    for block in document.body:
        if isinstance(block, Paragraph) and not isinstance(block, Chart):
            yield block.spans
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (cell.spans for cell in row)


def _context(spans: tuple[Span, ...], index: int) -> str:
    """The words around, so that the clerk knows which blank is meant."""
    before = "".join(span.text for span in spans[:index])[-_AROUND:]
    after = "".join(span.text for span in spans[index + 1 :])[:_AROUND]
    return f"…{before}【{spans[index].text[: 2 * _AROUND]}】{after}…"


BLANK = Rule(
    key="blank",
    title="留空",
    severity=Severity.ERROR,
    reason="这里要填的数或文字还空着",
    source="定稿不能有空白",
    fix="填上数或文字",
    silent="本期不写的内容、可不填的字段",
    wrong="新建项目XX个。",
    right="新建项目36个。",
    in_report=_blank,
)
CARRIED = Rule(
    key="carried",
    title="上期内容·待核",
    severity=Severity.ERROR,
    reason="这是上期的话，还没有人看过",
    source="接着上期写的材料，每一处都要核过",
    fix="改写或确认这段内容",
    silent="固定的开头、结尾",
    in_report=_carried,
)
TITLE = Rule(
    key="title",
    title="没有题目",
    severity=Severity.ERROR,
    reason="文稿还没有题目",
    source="GB/T 9704—2012，7.3.1",
    fix="在“基本情况”里写上题目",
    in_report=_title,
)
FAMILY = Family("留空和待核", (TITLE, BLANK, CARRIED))
