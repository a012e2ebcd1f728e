"""同一件事别处也说: the report's own tables, other paragraphs and other texts, and their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from model.check.passage import Passage, sentences, span_at
from model.check.problem import Problem, Severity
from model.check.ratios import end_of
from model.check.rule import Family, Rule
from model.check.several import is_own_time, known_mentions
from model.check.spots import spot_of
from model.check.subject import Subject
from model.document import Paragraph
from model.errors import ValueRefused
from model.report.section import Column, Row, TableBlock
from model.report.tables import cell_of
from model.report.tree import walk
from model.values.facet import Facet
from model.values.field_kind import FieldKind
from model.values.patterns import pattern
from model.values.quantity import Quantity, parse_quantity
from model.values.units import comparable, convert
from model.wording.finding.facets import COUNT
from model.wording.finding.figures import Figure, value_of
from model.wording.finding.mentions import Scope
from model.wording.finding.times import Time

_NUMBERS = (FieldKind.MONEY, FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.PERCENT)
_LEAST_NAME = 4
_BRACKETS = pattern(r"[（(][^）)]*[）)]")
_STEM = pattern(r"^(?:本期|本年|今年|累计|已|实际)+|人数$|[数额量]$")
_FILLERS = r"(?:资金|投资|数|额|量)?(?:了|为|达到?|是|约|共|有|计)*"
_OPENERS = r"(?:项目|工程|建设|现?已|累计|共|目前|今年以来|今年|上半年|全年|年度|同比|同口径)*"
_OWNER = pattern(r"本级|省级|市级|[乡镇村区]$|街道|园区|公司|集团|企业$|其中")
"""Before a row's name: whose share of it is told."""
_GROWTHS = ("同比", "增幅", "增速", "同比增长", "同比增幅", "同比增速", "增长", "增长率", "同比±")
_NUMBERING = ("序号", "编号", "号", "")
_UNIT_TITLES = ("单位", "计量单位")
_TITLE_UNIT = pattern(r"[（(](?:单位[：:])?(?P<unit>[^（）()：:]{1,6})[）)]")
_NUMBER = pattern(r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\d\s.,，、。（(]{0,5})")
_WORDS = pattern(r".*[\u4e00-\u9fff]{2}")
_STOPS = pattern(r"[，。；：、,;:（()）]")
_OTHER_WORDS = pattern(r"其中|预计|力争|目标|计划|去年|上年|同期|分别|每|当月|本月|日均|月均|年均")
_LEAST_NOUN = 6
_MOST = 5
_MODIFIERS = pattern(
    r"^(?:今年以来|年初以来|目前|截至目前|累计|共计?|已经?|全[县市区州]|我[县市区州]|上半年|"
    r"前三季度|全年|同时|其间|先后|\d+-\d+月份?)+"
)
_VAGUE = pattern(
    r"分别|其中|平均|每|人均|户均|日均|月均|较|比|同比|环比|增长|下降|提高|增加|减少|以上|达标|"
    r"最[高低大]|占|第|计划|目标|力争|预计|确保|任务|总投资|以内|左右|下同|另|其他|不足|超过"
)
_OTHERS = pattern(
    r"[乡镇村]|街道|社区|园区|开发区|高新区|景区|集团|公司|全省|全国|省级|市级|局|中心|学校|医院|"
    r"去年|上年|五年|三年|两年|年来|继续|持续|进一步|要(?!素|求|点|道)|将|以来累计|当月|季度|“十|规划|\d+月(?!份以来)|20\d\d年"
)
_VERB = pattern(
    r"(?:新建|改造|新增|完成|建成|培育|引进|整治|新改建|实施|开工|竣工|签约|落地|发放|培训|排查|"
    r"整改|办结|收集|化解|修复|建设|招录|安置|帮扶|救助|创建|打造|新开工|改建|扩建|续建|投用|投产|"
    r"清理|查处|立案|受理|调解|召开|开展|组织|举办)"
)
_NOUN_BEHIND = pattern(r"(?P<noun>[\u4e00-\u9fff“”]{4,20})(?=[，。；、]|$)")
_PLAIN_NOUN = pattern(r"^.{0,6}(?:项目|企业|资金|人员|活动|工作|任务|群众|单位)$")
_SMALL = Decimal("0.1")


class _Cell(NamedTuple):
    """A number of a table: the row's name, the column's words, and the value."""

    row: str
    title: str
    stem: str
    value: Quantity


def _against_own_table(subject: Subject) -> Iterator[Problem]:
    """A sentence that names a row and a column of a table says another value than the cell."""
    cells = _cells(subject)
    if not cells:
        return
    names = sorted({cell.row for cell in cells}, key=len, reverse=True)
    for paragraph, passage in subject.prose():
        if id(paragraph) in subject.planning or not any(name in passage.text for name in names):
            continue
        for figure in passage.figures:
            cell = _meant(subject, passage, figure, names, cells)
            if cell is None or not _is_other(figure, cell.value):
                continue
            at = figure.start, end_of(figure)
            spot = spot_of(paragraph, *at)
            if spot is not None:
                said = (
                    f"文中是{figure.text}{figure.unit}，表里{cell.row}的{cell.title}是{cell.value}"
                )
                yield OWN_TABLE.problem(spot.place, f"{said}：{passage.around(*at)}")


def _cells(subject: Subject) -> list[_Cell]:
    """The numbers of the report's tables whose row has a name that no other row has."""
    found: dict[str, list[_Cell]] = {}
    twice = set[str]()
    for block in walk(subject.report):
        if not isinstance(block, TableBlock):
            continue
        named = _name_column(block)
        for row in block.rows if named is not None else ():
            name = (cell_of(block, row, named.key) or "").strip() if named else ""
            if len(name) < _LEAST_NAME or not _WORDS.match(name):
                continue
            if name in found:
                twice.add(name)
            found[name] = list(_numbers(block, row, name))
    return [cell for name, cells in found.items() if name not in twice for cell in cells]


def _name_column(block: TableBlock) -> Column | None:
    """The column that says what a row is about: the first of words, behind the numbers of rows."""
    words = (one for one in block.columns if one.kind is FieldKind.TEXT)
    return next((one for one in words if one.title.strip() not in _NUMBERING), None)


def _numbers(block: TableBlock, row: Row, name: str) -> Iterator[_Cell]:
    units = next((one for one in block.columns if one.title.strip() in _UNIT_TITLES), None)
    of_row = (cell_of(block, row, units.key) or "").strip() if units else ""
    for column in block.columns:
        value = _value(column, cell_of(block, row, column.key), of_row)
        stem = _stem(column)
        if value is not None and len(stem) >= 2:
            yield _Cell(name, _BRACKETS.sub("", column.title), stem, value)


def _value(column: Column, text: str | None, of_row: str) -> Quantity | None:
    """The number of a cell in its own unit, that of its column, or that of its row.

    The columns of a table that was read know neither kind nor unit: the title says it.
    """
    found = _NUMBER.fullmatch((text or "").strip())
    if found is None or column.kind not in (FieldKind.TEXT, *_NUMBERS):
        return None
    told = _TITLE_UNIT.search(column.title)
    unit = found["unit"] or column.unit or (told["unit"] if told else of_row)
    try:
        return parse_quantity(found["number"], unit) if unit else None
    except ValueRefused:
        return None


def _stem(column: Column) -> str:
    stem = _STEM.sub("", _BRACKETS.sub("", column.title).strip())
    return "增长" if stem in _GROWTHS else stem


def _meant(
    subject: Subject, passage: Passage, figure: Figure, names: list[str], cells: list[_Cell]
) -> _Cell | None:
    """The cell that a figure says again: its row is the last that is named in the sentence, and
    the words right before the figure are those of its column."""
    if figure.blank or passage.is_made(figure.start):
        return None
    start, _ = span_at(sentences(passage.text), figure.start)
    before = passage.text[start : figure.start]
    behind, name = max(((before.rfind(name), name) for name in names), key=_by_place)
    if behind < 0 or not is_own_time(subject, before):
        return None
    head = _STOPS.split(before[:behind])[-1]
    if _OWNER.search(head) or subject.is_other_level(head):
        return None
    between = before[behind + len(name) :]
    lead = _STOPS.split(between)[-1]
    is_change = figure.direction is not None
    if figure.direction is not None and figure.direction.sign < 0:
        return None
    fitting = [
        cell for cell in cells
        if cell.row == name and comparable(cell.value.unit, figure.unit)
        and is_change is (cell.stem == "增长") and _says(lead, cell.stem)
    ]  # fmt: skip
    best = max(fitting, key=lambda cell: len(cell.stem), default=None)
    if best is None or _OTHER_WORDS.search(between.replace(best.title, "")):
        return None
    return best


def _by_place(found: tuple[int, str]) -> tuple[int, int]:
    return found[0], len(found[1])


def _says(lead: str, stem: str) -> bool:
    return _said_as(stem).fullmatch(lead) is not None


@lru_cache(maxsize=512)
def _said_as(stem: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPENERS}{re.escape(stem)}{_FILLERS}")


def _is_other(figure: Figure, known: Quantity) -> bool:
    """Whether a figure is neither a value nor its rounding, and the value not one of the figure."""
    value = value_of(figure)
    return value is not None and not Quantity(value, figure.unit).same_as(known)


class _Count(NamedTuple):
    """What a clause counts, by verb, modifiers and noun, and where."""

    words: str
    value: Quantity
    paragraph: Paragraph
    span: tuple[int, int]
    around: str


def _other_count(subject: Subject) -> Iterator[Problem]:
    """The same verb and noun with another value in another paragraph, or in another text."""
    known: dict[tuple[str, str], list[tuple[str, _Count]]] = {}
    for other in subject.others:
        for count in _counts(other):
            known.setdefault(_key(count), []).append((f"《{other.report.name}》里", count))
    told = 0
    for count in _counts(subject):
        earlier = known.setdefault(_key(count), [])
        differing = [
            (where, one) for where, one in earlier
            if one.paragraph is not count.paragraph and not count.value.same_as(one.value)
        ]  # fmt: skip
        same = any(count.value.same_as(one.value) for _, one in earlier)
        earlier.append(("前面", count))
        if not differing or same or told >= _MOST:
            continue
        spot = spot_of(count.paragraph, *count.span)
        if spot is not None:
            told += 1
            where, one = differing[0]
            said = f"“{count.words}”这里是{count.value}，{where}是{one.value}"
            yield OTHER_COUNT.problem(spot.place, f"{said}：{count.around}")


def _key(count: _Count) -> tuple[str, str]:
    return count.words, count.value.unit


def _counts(subject: Subject) -> tuple[_Count, ...]:
    """What the text counts of this period and of the whole place."""
    return tuple(
        count
        for paragraph, passage in subject.prose()
        if id(paragraph) not in subject.planning
        for count in _counted(subject, paragraph, passage)
    )


def _counted(subject: Subject, paragraph: Paragraph, passage: Passage) -> Iterator[_Count]:
    text = passage.text
    for figure in passage.figures:
        value = None if figure.blank else value_of(figure)
        if value is None or not figure.unit or figure.unit in ("%", "％", "个百分点", "位", "名"):
            continue
        if figure.direction is not None or passage.is_made(figure.start):
            continue
        start, _ = span_at(sentences(text), figure.start)
        before = text[start : figure.start]
        words = _counted_words(text, before, figure)
        is_elsewhere = _OTHERS.search(before) or subject.is_other_level(before)
        if words and not is_elsewhere and is_own_time(subject, before):
            at = figure.start, end_of(figure)
            quantity = Quantity(value, figure.unit)
            yield _Count(words, quantity, paragraph, at, passage.around(*at))


def _counted_words(text: str, before: str, figure: Figure) -> str:
    """Verb, modifiers and noun: 新改建农村公路_120公里, or 新增_36家省级绿色工厂."""
    lead = _MODIFIERS.sub("", _STOPS.split(before)[-1])
    if not _VERB.match(lead) or _VAGUE.search(lead):
        return ""
    if len(lead) >= _LEAST_NOUN:
        return "" if _PLAIN_NOUN.search(lead) else lead
    behind = _NOUN_BEHIND.match(text, end_of(figure))
    noun = behind["noun"] if behind else ""
    is_plain = len(noun) < _LEAST_NOUN or _PLAIN_NOUN.search(noun) or _VAGUE.search(noun)
    return "" if is_plain else f"{lead}…{noun}"


def _mixed_units(subject: Subject) -> Iterator[Problem]:
    """One indicator in 万元 where the text says it in 亿元 elsewhere."""
    if "亿元" not in subject.document.text:
        return
    in_small: dict[str, tuple[Paragraph, Passage, Figure]] = {}
    for paragraph, passage in subject.prose():
        for name, figure in _levels(subject, paragraph, passage, "万元"):
            if not passage.is_made(figure.start):
                in_small.setdefault(name, (paragraph, passage, figure))
    for name, (paragraph, passage, figure) in in_small.items():
        large = next(
            (
                other
                for line, words in subject.prose()
                if name in words.text
                for said, other in _levels(subject, line, words, "亿元")
                if said == name
            ),
            None,
        )
        at = figure.start, end_of(figure)
        spot = spot_of(paragraph, *at) if large is not None else None
        if spot is not None and large is not None:
            said = f"{name}这里用万元，别处用亿元（{large.text}亿元）"
            yield MIXED.problem(spot.place, f"{said}：{passage.around(*at)}")


def _levels(
    subject: Subject, paragraph: Paragraph, passage: Passage, unit: str
) -> Iterator[tuple[str, Figure]]:
    """The indicators of which a text says a level of the period in this unit."""
    if unit not in passage.text or id(paragraph) in subject.planning:
        return
    for mention in known_mentions(subject, passage):
        figure = mention.figure
        is_level = mention.facet in (Facet.ACTUAL, COUNT) and not mention.is_change
        if not mention.known or figure.blank or figure.unit != unit or not is_level:
            continue
        if mention.scope is not Scope.WHOLE or mention.time is not Time.RESULT or mention.against:
            continue
        value = value_of(figure)
        if value is not None and convert(value, unit, "亿元") >= _SMALL:
            yield mention.indicator, figure


OWN_TABLE = Rule(
    key="against-own-table",
    title="文中的数与表不同",
    reason="表里有的数，文中写成了另一个",
    source="正文与附表一致，允许文中按自己的位数四舍五入",
    fix="核对后改一处",
    silent="没有同时写出表里那一行、那一栏的名称；其中、预计、别的时间；两行同名",
    wrong="表里“云溪大桥”总投资1.2亿元，文中写“云溪大桥总投资2.1亿元”",
    right="云溪大桥总投资1.2亿元",
    in_report=_against_own_table,
)
OTHER_COUNT = Rule(
    key="other-count",
    title="同一件事两个数",
    severity=Severity.INFO,
    reason="同样的动作、同样的东西，另一处是另一个数",
    source="一份材料里、同一期的几份材料之间，一件事一个数",
    fix="核对是不是同一件事",
    silent="不足6字的名称，只说项目、企业、资金、人员的；乡镇、园区、企业的；计划、其中、别的时间；最多提5处",
    wrong="改造提升城区排水管网36公里……改造提升城区排水管网63公里",
    right="改造提升城区排水管网36公里",
    in_report=_other_count,
)
MIXED = Rule(
    key="mixed-units",
    title="亿元、万元混用",
    severity=Severity.INFO,
    reason="同一指标一处用亿元，一处用万元",
    source="同一指标的计量单位前后一致",
    fix="统一用一个单位",
    silent="不到1000万元的数；其中、计划、别的时间",
    wrong="一般公共预算收入完成6.82亿元……一般公共预算收入68200万元",
    right="一般公共预算收入6.82亿元",
    in_report=_mixed_units,
)
FAMILY = Family("别处也说的数", (OWN_TABLE, OTHER_COUNT, MIXED))
