"""Work that a text assigns: who leads it, who supports, by when.

Who is told stands before what is to be done (发改部门牵头，…; 住建、交通等部门要…). It holds for
the sentences after it within a point behind a sign, and for all points of a list that it announces
(农科部门牵头抓好以下工作：一是…), until somebody else is told. What everybody is told (各部门要…)
is no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from model.parse.structure import Shape
from model.values.patterns import pattern
from model.wording.finding.dates import find_periods

_BODY: Final = (
    r"(?:部门|单位|乡镇|街道|园区|开发区|办公室|指挥部|专班|中心|政府|党组|(?<!担保)公司|"
    r"(?<!全)(?<!干)部|[局委办厅站队]|(?<!一)组|(?:法|检察)院)"
)
_TOLD: Final = pattern(
    r"(?P<who>[\u4e00-\u9fff（）、]{2,90}?)(?P<how>牵头|会同|负责|一定要|必须|务必|抓紧|要(?!求|是|素|点)|应当)"
)
_WITH: Final = pattern(
    r"(?P<who>[\u4e00-\u9fff（）、]{2,60}?)(?:全力|密切|积极|协同|共同)?(?:配合|协助|参与)(?=[，。；])"
)
_TOGETHER: Final = pattern(
    r"会同(?P<who>[\u4e00-\u9fff（）、]{2,40}?)(?=尽早|共同|做好|抓好|要|负责|加快|推进|开展|，)"
)
_LIST_ENDS: Final = pattern(r"等?(?:有关|相关|责任|职能)?(?<!各)(?:部门|单位)$")
_TIME_OPENS: Final = pattern(r"^(?:(?:上|下)半年|今年|近期|年内|年底前|下一步|下步|同时)[，,]?")
_ANSWERS: Final = frozenset(("牵头", "负责"))
_HOUSE: Final = pattern(r"(?:院|馆|剧院|学校)$")
"""A house is told only where it is said to lead or to be responsible."""
_TIME_ENDS: Final = pattern(r"(?:上|下)半年$|今年$|近期$|年内$|继续$|主要$")
_GENERAL: Final = pattern(
    r"(?:政府)?(?:各|有关|相关|全[县市区])[^、]*|(?:县|市|区)直[各]?(?:部门|单位)|(?:各)?责任(?:部门|单位)"
)
_ANNOUNCES: Final = pattern(r"(?:以下|如下|下列)[^。]{0,8}[：:]$|[：:]$")
_PARTS: Final = pattern(r"[^。！？]*[。！？]?")
_CLAUSE: Final = pattern(r"(?:^|(?<=[，；：:,;]))")
_PRESSING: Final = frozenset(("必须", "务必", "抓紧"))
"""What is said of the work itself: it stays with it."""
_SPACE: Final = "，,：: \u3000"
_LEAST_WORK: Final = 4
_DUE: Final = pattern(r"[底前内末]$|底前$")
_AIMED: Final = pattern(r"(?:力争|确保|争取|于|到)$")
_DONE: Final = pattern(r"(?:完成|形成|建成|实现|投入|启动|开工|完工|竣工|通过)")


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of assigned work; `start` and `end` are its text in paragraph `paragraph`.

    `work` is where what is to be done begins: behind 卫健部门要, where the text opens so.
    """

    paragraph: int
    start: int
    end: int
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: str | None
    work: int


class _Told(NamedTuple):
    lead: tuple[str, ...]
    support: tuple[str, ...]
    general: bool
    opens: int = 0
    """How many signs of the sentence tell who is told, where it opens so."""


def find_tasks(shapes: Sequence[Shape]) -> tuple[Task, ...]:
    """All tasks of a text, in order."""
    return tuple(task for i, shape in enumerate(shapes) if shape.role == "body"
                 for task in _of_paragraph(i, shape))  # fmt: skip


def _of_paragraph(index: int, shape: Shape) -> Iterator[Task]:
    announced: _Told | None = None  # holds for all points of a list
    signed = shape.marker is not None or any(point.marker for point in shape.points)
    for start, end in _points(shape):
        current = announced
        for part_start, part_end in _sentences(shape.text, start, end):
            said = shape.text[part_start:part_end]
            told = _told(said)
            if _ANNOUNCES.search(said):
                announced = current = told
                continue
            goes_on = signed or shape.text.endswith("；", 0, part_start)
            current = told or (current if goes_on else None)
            if current is not None and not current.general:
                support = told.support if told else ()
                due = _deadline(said)
                work = part_start + (told.opens if told else 0)
                yield Task(index, part_start, part_end, current.lead, support, due, work)


def _points(shape: Shape) -> list[tuple[int, int]]:
    """Where the text of each point stands, its sign and lead left out."""
    heads = [(shape.marker, shape.lead), *((one.marker, one.lead) for one in shape.points)]
    starts = [0, *(point.start for point in shape.points)]
    ends = [*starts[1:], len(shape.text)]
    return [
        (max(start, *(span[1] for span in head if span), 0), end)
        for start, end, head in zip(starts, ends, heads, strict=True)
    ]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a point; parts between semicolons count where several have a time of
    their own, or somebody else is told."""
    for sentence in _PARTS.finditer(text, start, end):
        said = sentence[0]
        if not said.strip():
            continue
        at = sentence.start()
        pieces = said.split("；")
        due = sum(_deadline(piece) is not None for piece in pieces)
        told = sum(_told(piece) is not None for piece in pieces)
        if len(pieces) == 1 or max(due, told) < 2:
            yield at, sentence.end()
            continue
        for piece in pieces:
            yield at, at + len(piece)
            at += len(piece) + 1


def _told(sentence: str) -> _Told | None:
    """Who is told to do what the sentence says, or None."""
    for clause in _CLAUSE.finditer(sentence):
        found = _TOLD.match(sentence, clause.end())
        names = _told_names(found) if found else ()
        if found is None or not names:
            continue
        rest = sentence[found.start("how") :]
        general = all(_GENERAL.fullmatch(name) for name in names)
        opens = _work_begins(sentence, found) if clause.end() == 0 else 0
        return _Told(names, _supporting(rest), general, opens)
    return None


def _work_begins(sentence: str, found: re.Match[str]) -> int:
    """Where the work begins behind who is told, with whom and how; 0 where little is left."""
    at = found.end("how")
    if found["how"] in _PRESSING:
        at = found.start("how")
    elif found["how"] == "会同":
        together = _TOGETHER.match(sentence, found.start("how"))
        at = together.end() if together else found.start("how")
    at = _without_space(sentence, at)
    while behind := _WITH.match(sentence, at):
        at = _without_space(sentence, behind.end())
    return at if len(sentence) - at >= _LEAST_WORK else 0


def _without_space(sentence: str, at: int) -> int:
    while sentence[at : at + 1] and sentence[at] in _SPACE:
        at += 1
    return at


def _told_names(found: re.Match[str]) -> tuple[str, ...]:
    who = _TIME_OPENS.sub("", found["who"])
    names = organs(who)
    if not names and found["how"] in _ANSWERS and _HOUSE.search(who):
        return organs(who, loosely=True)
    return names


def _supporting(rest: str) -> tuple[str, ...]:
    together = _TOGETHER.match(rest)
    if together:
        return organs(together["who"], loosely=True)
    for clause in _CLAUSE.finditer(rest):
        found = _WITH.match(rest, clause.end())
        if found:
            return organs(found["who"])
    return ()


def organs(said: str, *, loosely: bool = False) -> tuple[str, ...]:
    """The organs that a list names, each in full: 住建、交通等部门 are 住建部门 and 交通部门.

    Empty where the words name no organ; `loosely` takes one name of any kind.
    """
    said = _TIME_ENDS.sub("", said.strip()).removeprefix("由")
    if not loosely and not re.search(_BODY + "$", said):
        return ()
    names: list[str] = []
    for group in re.split(r"(?<=部门)[及和与]|(?<=单位)[及和与]", said):
        of_departments = group.endswith("部门")
        bare = _LIST_ENDS.sub("", group) if of_departments else group
        for name in re.split(r"、|(?<=[局委办门])[和与及]", bare):
            if not name:
                continue
            whole = not of_departments or re.search(_BODY + "$", name) or _GENERAL.fullmatch(name)
            names.append(name if whole else name + "部门")
    return tuple(names) if all(len(name) <= 16 for name in names) else ()


def _deadline(sentence: str) -> str | None:
    """The time by which the work is to be done, as it is written."""
    for start, end, said in find_periods(sentence):
        if said.startswith(("截至", "截止", "去年", "上年")):
            continue
        if _DUE.search(said) and not sentence.startswith("以", end):
            return said
        aimed = _AIMED.search(sentence[:start]) or ("月" in said and _DONE.match(sentence, end))
        if aimed and re.search(r"[月年]", said):
            return said
    return None
