"""文中的总数与分项: parts of a whole as sentences say them, and how fast it grows among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from model.check.passage import Passage
from model.check.problem import Problem
from model.check.ratios import end_of
from model.check.rule import Family, Rule
from model.check.several import known_mentions
from model.check.spots import spot_of
from model.check.subject import Subject
from model.document import Paragraph
from model.library.shipped import bank
from model.values.facet import Facet
from model.values.growth import Growth
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.units import comparable, convert
from model.wording.finding.figures import Figure, value_of
from model.wording.finding.mentions import Mention, Scope
from model.wording.finding.times import Time

_INDUSTRY = pattern(r"第?(?P<which>[一二三])(?:次?产业?)?(?:增加值)?")
_TRADE = pattern(r"(?:外贸)?(进出口|出口|进口)(?:总[额值]|额)?")
_FORMER = pattern(r"(?:上年|去年|同期|20\d\d年(?!上半年|前|1)|目标|计划|力争|预期)[^，。；]{0,12}$")
_TELLS = pattern(r"生产总值|进出口|公共预算收入|零售总额|投资|余额")
"""What stands in the name of every whole whose parts are known: a cheap look first."""
_SLACK = Decimal("0.1")


class _Whole(NamedTuple):
    """The names of a whole and of all its parts."""

    name: str
    parts: tuple[str, ...]
    of_same_prices: bool


class _Said(NamedTuple):
    """What a paragraph says of one quantity."""

    figure: Figure
    value: Decimal


@lru_cache(maxsize=1)
def _wholes() -> tuple[_Whole, ...]:
    known = bank().by_id
    return tuple(
        _Whole(
            one.name,
            tuple(known[id_].name for id_ in ids),
            {known[id_].growth for id_ in ids} == {one.growth} and one.growth is not Growth.NONE,
        )
        for one in known.values()
        for ids in one.complete_parts
    )


def _summed(subject: Subject) -> Iterator[Problem]:
    """A paragraph that says a whole and all its parts adds up."""
    for paragraph, passage in _telling(subject):
        said = _said(subject, passage, (Facet.ACTUAL, Facet.FORECAST))
        for whole, total, parts in _complete(said, same_prices=False):
            unit = total.figure.unit
            if not all(comparable(part.figure.unit, unit) for part in parts):
                continue
            values = [convert(part.value, part.figure.unit, unit) for part in parts]
            hidden = sum(
                (convert(tolerance(part.value), part.figure.unit, unit) for part in parts),
                tolerance(total.value),
            )
            added = sum(values, Decimal(0))
            if abs(added - total.value) > hidden:
                told = f"{'、'.join(whole.parts)}加起来是{written(added.normalize())}{unit}"
                yield from _told(paragraph, passage, SUM, total, f"{told}，{whole.name}写的是")


def _growth_between(subject: Subject) -> Iterator[Problem]:
    """A whole grows among its parts where a paragraph says how fast each does."""
    for paragraph, passage in _telling(subject):
        said = _said(subject, passage, (Facet.YOY, Facet.FORECAST_YOY))
        for whole, total, parts in _complete(said, same_prices=True):
            rates = [part.value for part in parts]
            if not min(rates) - _SLACK <= total.value <= max(rates) + _SLACK:
                between = f"{written(min(rates))}%到{written(max(rates))}%之间"
                told = f"{'、'.join(whole.parts)}的增速在{between}"
                yield from _told(paragraph, passage, BETWEEN, total, f"{told}，{whole.name}写的是")


def _telling(subject: Subject) -> Iterator[tuple[Paragraph, Passage]]:
    """The paragraphs with figures enough, at least one of them typed."""
    for paragraph, passage in subject.prose():
        figures = passage.figures
        if len(figures) >= 3 and not all(passage.is_made(one.start) for one in figures):
            yield paragraph, passage


def _said(subject: Subject, passage: Passage, facets: tuple[Facet, ...]) -> Mapping[str, _Said]:
    """What a paragraph says of each quantity once; none of what it says twice."""
    found: dict[str, _Said] = {}
    twice = set[str]()
    if not _TELLS.search(passage.text):
        return found
    for mention in known_mentions(subject, passage):
        value = value_of(mention.figure)
        if mention.facet not in facets or value is None or not _is_own(passage, mention):
            continue
        name = _named(mention.indicator)
        if name in found:
            twice.add(name)
        found[name] = _Said(mention.figure, value)
    return {name: said for name, said in found.items() if name not in twice}


def _is_own(passage: Passage, mention: Mention) -> bool:
    """Whether a figure is a level or growth of the place in the period, and no other one's."""
    if mention.figure.blank or mention.scope is not Scope.WHOLE or mention.is_change:
        return False
    if mention.time not in (Time.RESULT, Time.FORECAST) or mention.at is not None:
        return False
    return _FORMER.search(passage.text[: mention.figure.start]) is None


def _named(name: str) -> str:
    """一产 and 第一产业 are the 第一产业增加值."""
    trade = _TRADE.fullmatch(name)
    if trade:
        return f"{trade[1]}总额"
    found = _INDUSTRY.fullmatch(name)
    return f"第{found['which']}产业增加值" if found else name


def _complete(
    said: Mapping[str, _Said], *, same_prices: bool
) -> Iterator[tuple[_Whole, _Said, list[_Said]]]:
    for whole in _wholes():
        if same_prices and not whole.of_same_prices:
            continue
        total = said.get(whole.name)
        parts = [said[name] for name in whole.parts if name in said]
        if total is not None and len(parts) == len(whole.parts):
            yield whole, total, parts


def _told(
    paragraph: Paragraph, passage: Passage, rule: Rule, total: _Said, words: str
) -> Iterator[Problem]:
    at = total.figure.start, end_of(total.figure)
    spot = spot_of(paragraph, *at)
    if spot is not None:
        value = f"{total.figure.text}{total.figure.unit}"
        yield rule.problem(spot.place, f"{words}{value}：{passage.around(*at)}")


SUM = Rule(
    key="sum-in-text",
    title="文中分项合计与总数不符",
    reason="一段里把总数和各分项都说了，加起来却对不上",
    source="总数＝各分项之和，允许各项末位的四舍五入",
    fix="核对总数和各分项",
    silent="没有说全各分项；上年、目标；同一指标说了两次",
    wrong="地区生产总值118.6亿元，第一产业增加值17.2亿元，第二产业增加值49.3亿元，"
    "第三产业增加值58.1亿元。",
    right="地区生产总值118.6亿元，第一产业增加值17.2亿元，第二产业增加值49.3亿元，"
    "第三产业增加值52.1亿元。",
    in_report=_summed,
)
BETWEEN = Rule(
    key="growth-between-in-text",
    title="文中总增速在各分项增速之外",
    reason="总数的增速是各分项增速的加权平均",
    source="最慢的分项≤总增速≤最快的分项，允许0.1个百分点",
    fix="核对总增速和各分项的增速",
    silent="没有说全各分项；口径不同；上年、目标",
    wrong="地区生产总值增长7.8%，第一、二、三产业增加值分别增长3.6%、6.4%和5.9%。",
    right="地区生产总值增长5.8%，第一、二、三产业增加值分别增长3.6%、6.4%和5.9%。",
    in_report=_growth_between,
)
FAMILY = Family("文中的总数与分项", (SUM, BETWEEN))
