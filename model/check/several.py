"""同一个数几处说: prose against the table, a share against its whole, 预计 beside an actual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from model.check.observed import definition
from model.check.passage import Passage, sentences
from model.check.problem import Problem
from model.check.ratios import end_of
from model.check.rule import Family, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.library.shipped import bank
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.period import Period
from model.values.quantity import Quantity
from model.values.units import comparable, convert
from model.wording.finding.dates import find_periods, period_named
from model.wording.finding.facets import COUNT
from model.wording.finding.figures import Figure, find_figures, value_of
from model.wording.finding.mentions import Mention, Scope, find_mentions
from model.wording.finding.names import Lexicon
from model.wording.finding.times import Setting, Time

_EXPECTED_AS = {Facet.ACTUAL: Facet.FORECAST, Facet.YOY: Facet.FORECAST_YOY}
"""Where nothing is reached yet, what is expected is all that the table has."""
_FACETS = (
    Facet.ACTUAL,
    Facet.YOY,
    Facet.PLAN_SHARE,
    Facet.POINTS,
    Facet.FORECAST,
    Facet.FORECAST_YOY,
)
_ELSEWHERE = pattern(
    r"全省|全国|本级|[乡镇村]|街道|社区|园区|开发区|高新区|景区|集团|公司|其中|拉动|贡献|年均|"
    r"平均(?!浓度)|占|规模以下|骨干|"
    r"重点企业|五年|三年|近[年两]|目标|计划|力争|确保|预期|预计|任务|以上的|高于|低于|比重|分别|"
    r"每|当月|当季|单月|"
    r"[东西南北城]区|省级|市级|同期|去年|上年|累计下降|较|(?<!同)比|环比|以来|户均|人均(?!可支配|地区)"
)
_NO_TIME = pattern(r"^(?:今年|目前|截至目前|今年以来|年初以来|年初|当前|全年|本年|年内)$")
_CLAUSE = pattern(r"[，。；：,;:（(]")
_OF_WHOLE = pattern(
    r"占(?:全[县市区州]|我[县市区州])?(?P<whole>[\u4e00-\u9fff]{3,14}?)(?:的比[重例])?(?:的|"
    r"达到?|为|约)?(?P<share>\d+(?:\.\d+)?)[%％]"
)
_PLANNED = pattern(r"计划|任务|目标|预算(?!收入|支出)|总量的?$|一半|比例|同期")
_ABOUT = pattern(r"\s?(?:以上|左右|以内|以下|的)")
_LATER = pattern(r"年底|全年|12月|下半年|明年|到\d+月|较预计|好于预[计期]|高于预[计期]|年末")


def _against_table(subject: Subject) -> Iterator[Problem]:
    """A figure that is no link says another value than the table, beyond its own rounding."""
    by_name = {
        one.name: one for one in subject.indicators.values() if not definition(one).attribute
    }
    for paragraph, passage in subject.prose():
        if not any(name in passage.text for name in by_name):
            continue
        if not passage.figures or id(paragraph) in subject.planning:
            continue
        for mention in known_mentions(subject, passage):
            figure = mention.figure
            indicator = by_name.get(mention.indicator) if mention.known else None
            if indicator is None or figure.blank or passage.is_made(figure.start):
                continue
            stored = _stored(subject, passage, mention, indicator)
            if stored is not None and _differs(figure, stored):
                at = figure.start, end_of(figure)
                spot = spot_of(paragraph, *at)
                if spot is not None:
                    known = f"{indicator.name}的{stored.facet.label}是{stored.quantity}"
                    said = f"文中是{figure.text}{figure.unit}，指标表里{known}"
                    yield TABLE.problem(spot.place, f"{said}：{passage.around(*at)}")


def known_mentions(subject: Subject, passage: Passage) -> tuple[Mention, ...]:
    """Of which indicators of the bank the figures of a passage speak."""
    return _mentions(passage.text, _lexicon(), subject.project.period)


@lru_cache(maxsize=4096)
def _mentions(text: str, lexicon: Lexicon, period: Period) -> tuple[Mention, ...]:
    return find_mentions(text, lexicon, Setting(period=period))


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return Lexicon({name: one.name for name, one in bank().by_name.items()})


def _stored(
    subject: Subject, passage: Passage, mention: Mention, indicator: Indicator
) -> Observation | None:
    """The value the table has of what a figure says; None where it may speak of another."""
    facet = Facet.ACTUAL if mention.facet == COUNT else mention.facet
    is_expected = facet in (Facet.FORECAST, Facet.FORECAST_YOY)
    is_own = mention.scope is Scope.WHOLE and (is_expected or mention.time is Time.RESULT)
    if facet not in set(_FACETS) or not is_own or mention.against or mention.is_change:
        return None
    figure, text = mention.figure, passage.text
    start, _ = next(
        (one for one in sentences(text) if one[0] <= figure.start < one[1]), (0, len(text))
    )
    if _ABOUT.match(text, end_of(figure)) or indicator.name not in text[start : figure.start]:
        return None
    if facet not in (Facet.YOY, Facet.FORECAST_YOY) and _direction_of_level(figure):
        return None
    before = text[start : figure.start]
    clause = _CLAUSE.split(before)[-1]
    named = before[-(len(clause) + 40) :] if indicator.name not in clause else clause
    named = named.replace(indicator.name, "")
    named = named.replace("预计", "").replace("有望", "") if is_expected else named
    if _ELSEWHERE.search(named) or subject.is_other_level(named):
        return None
    if not is_own_time(subject, before):
        return None
    period, best = subject.project.period, subject.ledger.best
    stored = best(indicator.id, period, Facet(facet))
    if stored is None and facet in _EXPECTED_AS:
        return best(indicator.id, period, _EXPECTED_AS[Facet(facet)])
    return stored


def _direction_of_level(figure: Figure) -> bool:
    """Whether a level is said as a change: 增加12亿元."""
    return figure.direction is not None and figure.unit not in ("%", "％", "个百分点")


def is_own_time(subject: Subject, before: str) -> bool:
    """Whether the last time that is named is the report's own, or none is."""
    period = subject.project.period
    named = find_periods(before)
    if not named:
        return True
    last = named[-1].text
    return _NO_TIME.match(last) is not None or period_named(last, period.year) == period


def _differs(figure: Figure, stored: Observation) -> bool:
    """Whether a figure is neither the stored value nor its rounding, nor is it one of this."""
    value = value_of(figure)
    unit = "%" if figure.unit == "％" else figure.unit
    if value is None or not comparable(unit, stored.unit):
        return False
    told = convert(value, unit, stored.unit)
    hidden = convert(tolerance(abs(value)), unit, stored.unit) + tolerance(abs(stored.value))
    return abs(told - stored.value) > hidden


class _Whole(NamedTuple):
    """A quantity that the project knows, by its name."""

    name: str
    quantity: Quantity


def _shares(subject: Subject) -> Iterator[Problem]:
    """占…的…% of a whole that is known, against the part said right before it."""
    wholes = _wholes(subject)
    for paragraph, passage in subject.prose():
        for found in _OF_WHOLE.finditer(passage.text):
            if passage.is_made(found.start("share")) or _PLANNED.search(found["whole"]):
                continue
            whole = _known(found["whole"], wholes, passage, found.start())
            part = _part_before(passage, found.start(), whole.unit if whole else "")
            if whole is None or part is None or not whole.value:
                continue
            said = Decimal(found["share"])
            exact = convert(part.value, part.unit, whole.unit) / whole.value * 100
            hidden = exact * (
                tolerance(part.value) / part.value + tolerance(whole.value) / whole.value
            )
            if abs(exact - said) > hidden + 2 * tolerance(said):
                spot = spot_of(paragraph, *found.span())
                if spot is not None:
                    computed = written(exact.quantize(Decimal("0.1")))
                    told = f"{part}占{found['whole']}（{whole}）算是{computed}%"
                    message = f"{told}：{passage.around(*found.span())}"
                    yield SHARE.problem(spot.place, message)


def _wholes(subject: Subject) -> dict[str, Quantity]:
    """What the project's fields and its own period's values say, by name."""
    project = subject.project
    known: dict[str, Quantity] = {}
    for field in project.fields:
        found = find_figures(f"{field.value or ''}{field.unit}")
        value = value_of(found[0]) if len(found) == 1 else None
        if value is not None and field.unit:
            known[field.label] = Quantity(value, field.unit)
    for one in project.indicators:
        stored = subject.ledger.best(one.id, project.period, Facet.ACTUAL)
        if stored is not None:
            known[one.name] = stored.quantity
    return known


def _known(
    name: str, wholes: dict[str, Quantity], passage: Passage, before: int
) -> Quantity | None:
    """The whole of that name: said earlier in the same paragraph, or known to the project."""
    stem = name.removesuffix("的")
    said = list(
        re.finditer(rf"{re.escape(stem)}(?:完成|达到|达|为|是|有|共)?(?=\d)", passage.text[:before])
    )
    for found in reversed(said):
        figure = next((one for one in passage.figures if one.start == found.end()), None)
        value = value_of(figure) if figure else None
        if figure is not None and value is not None and figure.unit:
            return Quantity(value, figure.unit)
    return wholes.get(stem)


def _part_before(passage: Passage, at: int, unit: str) -> Quantity | None:
    """The figure right before 占, with nothing but a comma between."""
    figures = [one for one in passage.figures if end_of(one) <= at and not one.blank]
    if not figures or not unit:
        return None
    last = figures[-1]
    value = value_of(last)
    between = passage.text[end_of(last) : at]
    if value is None or value <= 0 or last.direction is not None:
        return None
    if between.strip("，, （(") or not comparable(last.unit, unit):
        return None
    return Quantity(value, last.unit)


def _expected(subject: Subject) -> Iterator[Problem]:
    """预计 in prose of a value that the table has as an actual one."""
    for indicator in subject.project.indicators:
        stored = subject.ledger.best(indicator.id, subject.project.period, Facet.ACTUAL)
        if stored is None:
            continue
        pattern = _expecting(indicator.name)
        for paragraph, passage in subject.prose():
            if indicator.name not in passage.text:
                continue
            for found in pattern.finditer(passage.text):
                around = passage.text[max(0, found.start() - 12) : found.end() + 16]
                word = "word" if found["word"] else "word2"
                if _LATER.search(around) or passage.is_made(found.start(word)):
                    continue
                spot = spot_of(paragraph, *found.span(word))
                if spot is not None:
                    known = f"{indicator.name}已有实际数{stored.quantity}，文中还写“{found[word]}”"
                    yield EXPECTED.problem(spot.place, f"{known}：{passage.around(*found.span())}")


@lru_cache(maxsize=1024)
def _expecting(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"{re.escape(name)}[^，。；、\d]{{0,6}}(?P<word>预计|有望|预期可?)(?:将|可)?(?:完成|"
        rf"实现|达到?|增长|为|下降)"
        rf"|(?P<word2>预计)[^，。；、\d]{{0,10}}{re.escape(name)}(?=[^，。；、\d第]{{0,6}}\d)"
    )


TABLE = Rule(
    key="against-table",
    title="文中的数与指标表不同",
    reason="同一指标、同一期，文中与指标表是两个数",
    source="一份材料一套数，允许文中按自己的位数四舍五入",
    fix="核对后改一处，或用“连数”连起来",
    silent="别的时间、地方、企业；其中、目标、拉动、年均；已经连到指标的数",
    in_report=_against_table,
)
SHARE = Rule(
    key="share-of-whole",
    title="占比与分子分母不符",
    reason="前面的数除以总数，不是所说的占比",
    source="占比＝部分÷总数，允许各数的四舍五入",
    fix="核对部分、总数和占比",
    silent="总数在文中、字段和指标里都没有；占计划、占任务",
    in_report=_shares,
)
EXPECTED = Rule(
    key="expected-in-text",
    title="文中已有实际数还写预计",
    reason="这一期的实际数已经有了",
    source="同一指标同一期，实际数出来后不再写预计",
    fix="改用实际数",
    silent="说的是年底、全年或以后；好于预期",
    in_report=_expected,
)
FAMILY = Family("同一个数几处说", (TABLE, SHARE, EXPECTED))
