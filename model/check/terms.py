"""名称: one thing under two names, and amounts no county has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from model.check.passage import Passage, Setting
from model.check.problem import Problem
from model.check.rule import Family, Finding, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.values.patterns import pattern
from model.values.units import comparable, convert
from model.wording.finding.figures import value_of

_NAMES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "地区生产总值",
        pattern(r"生产总值"),
        pattern(
            r"(?<!单位)(?<!人均)(?<!万元)(?<!绿色)(?<![（(])(?<!拉动)(?<!贡献)GDP(?!能耗|增加|"
            r"百强|缩减|[）)]|增长\d|增长\*)"
        ),
    ),
    ("市政府", pattern(r"市政府|市人民政府"), pattern(r"市府(?![办路街大小城])")),
    ("县政府", pattern(r"县政府|县人民政府"), pattern(r"县府(?![办路街大小城])")),
    (
        "社会消费品零售总额",
        pattern(r"社会消费品零售总额"),
        pattern(r"社零(?!售)|社消零|社消额"),
    ),
    ("固定资产投资", pattern(r"固定资产投资"), pattern(r"固投(?!入|项目)")),
    (
        "一般公共预算收入",
        pattern(r"一般公共预算收入"),
        pattern(
            r"公共财政预算收入|地方财政一般预算收入|一般预算收入|"
            r"公共预算收入(?<!一般公共预算收入)(?<!政府性公共预算收入)"
        ),
    ),
)
"""A thing's full name, how a report says it, and another name for the same."""

_LAND = pattern(
    r"草原|草场|国土|辖区|行政区域|总面积|流域|海域|林地|播种|粮食|耕地|全国|全省|全市|森林|累计"
)
_COUNTY_AREA = Decimal(400) * 10000
_MONEY_BEYOND = Decimal(2)
_LARGE_MONEY = pattern(
    r"规模|储备|存款|贷款|余额|资产|授信|总投资|GDP|生产总值|国债|全国|全省|全市|市值|交易额|"
    r"产值|营业收入|营收|保费|保额|担保|累计|产业|集群|目标|规划|十[四五]五|力争|突破"
)
_HOME_SIZED = pattern(r"[县区旗]$")
_BEYOND: tuple[tuple[str, Decimal, re.Pattern[str]], ...] = (
    ("公里", Decimal(10000), pattern(r"里程|距离|总长|累计|安全|行驶|飞行|铁路")),
    ("平方公里", Decimal(3000), pattern(r"面积|国土|辖区|流域|区域|总面积|覆盖|草原|林|海")),
    ("户", Decimal(200000), pattern(r"全国|全省|全市|累计|用户|客户|网民")),
    (
        "人",
        Decimal(2000000),
        pattern(r"游客|接待|全国|全省|全市|累计|人口|观看|浏览|点击|线上|客流|客运"),
    ),
    ("人次", Decimal(50000000), pattern(r"全国|全省|累计|浏览|点击|观看|线上|阅读|播放")),
    ("平方米", Decimal(20000000), pattern(r"累计|总面积|绿化|全市|全省|供热|建成区")),
    ("个", Decimal(50000), pattern(r"岗位|就业|累计|用户|客户|全市|全省|网点")),
    ("座", Decimal(50000), pattern(r"厕|坟|墓|累计|全市|全省")),
    ("所", Decimal(5000), pattern(r"累计|全市|全省|全国")),
    ("亿元", Decimal(10000), pattern(r"全国|全省|资产规模|交易|市值")),
)
"""Units, the most of one that a county makes, and words with which it may be more."""


def _two_names(subject: Subject) -> Iterator[Problem]:
    whole = subject.document.text
    for name, usual, other in _NAMES:
        if not usual.search(whole):
            continue
        for paragraph, passage in subject.prose():
            for found in other.finditer(passage.text):
                spot = spot_of(paragraph, *found.span())
                if spot is not None:
                    said = f"“{found[0]}”别处写作“{name}”：{passage.around(*found.span())}"
                    yield TWO_NAMES.problem(spot.place, said)


def _too_wide(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Land wider than a county."""
    if not _HOME_SIZED.search(setting.place):
        return
    folded = passage.folded
    for figure in passage.figures:
        value = None if figure.blank else value_of(figure)
        if value is None or not figure.unit.endswith("亩"):
            continue
        around = folded[max(0, figure.start - 14) : figure.end + 10]
        mu = value * (10000 if figure.unit.startswith("万") else 1)
        if mu >= _COUNTY_AREA and not _LAND.search(around):
            at = figure.start, figure.end + len(figure.unit)
            yield Finding(*at, f"比一般的县还大，核对单位：{passage.around(*at)}")


def _beyond_a_county(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Lengths, people and money that no county has."""
    if not _HOME_SIZED.search(setting.place):
        return
    for figure in passage.figures:
        value = None if figure.blank or passage.is_made(figure.start) else value_of(figure)
        if value is None or not figure.unit or figure.direction is not None:
            continue
        for unit, most, may_be in _BEYOND:
            if not figure.unit.endswith(unit) or not comparable(figure.unit, unit):
                continue
            lead = passage.folded[max(0, figure.start - 14) : figure.start]
            if convert(value, figure.unit, unit) >= most and not may_be.search(lead):
                at = figure.start, figure.end + len(figure.unit)
                yield Finding(*at, f"一个县没有这么多，核对单位：{passage.around(*at)}")
            break


def _too_much(subject: Subject) -> Iterator[Problem]:
    """Money in prose beyond what the place makes in years."""
    project = subject.project
    made = [
        convert(one.value, one.unit, "亿元")
        for one in project.observations
        if one.indicator == "gdp" and one.facet.value in ("actual", "forecast", "plan")
        and comparable(one.unit, "亿元") and not one.words
    ]  # fmt: skip
    if not made:
        return
    months = project.period.last
    year = max(made) * 12 / Decimal(months)
    for paragraph, passage in subject.prose():
        folded = passage.folded
        for figure in passage.figures:
            value = None if figure.blank else value_of(figure)
            if value is None or not comparable(figure.unit, "亿元") or "元" not in figure.unit:
                continue
            lead = folded[max(0, figure.start - 20) : figure.start]
            is_much = convert(value, figure.unit, "亿元") > year * _MONEY_BEYOND
            at = figure.start, figure.end + len(figure.unit)
            spot = spot_of(paragraph, *at)
            if is_much and spot is not None and not _LARGE_MONEY.search(lead):
                around = passage.around(*at)
                said = f"比全年生产总值的{_MONEY_BEYOND}倍还多，核对单位：{around}"
                yield MUCH.problem(spot.place, said)


TWO_NAMES = Rule(
    key="two-names",
    title="一物两名",
    reason="同一样东西在一份文稿里用两个名称",
    source="《党政机关公文处理工作条例》第十九条：表述准确；统计指标名称",
    fix="统一用一个名称",
    silent="单位GDP能耗、人均GDP、括号里的（GDP）",
    in_report=_two_names,
)
MUCH = Rule(
    key="too-much-money",
    title="金额大得少见",
    reason="比当地几年的生产总值还多，多半是单位错了",
    source="与地区生产总值相比",
    fix="核对单位",
    silent="存贷款、总投资、产值、目标",
    in_report=_too_much,
)
FAMILY = Family(
    "名称和单位",
    (
        TWO_NAMES,
        Rule(
            key="too-wide",
            title="面积大得少见",
            reason="比一般的县还大，多半是单位错了",
            source="400万亩约2667平方公里",
            fix="核对单位",
            silent="草原、林地、耕地、播种面积，市和州",
            wrong="清理低效土地420万亩。",
            right="清理低效土地420亩。",
            in_passage=_too_wide,
        ),
        Rule(
            key="beyond-a-county",
            title="数大得少见",
            reason="一个县没有这么多，多半是单位错了",
            source="一般县的人口、面积、里程和财力",
            fix="核对单位",
            silent="累计数、游客、里程、人口、全市全省的数，市和州",
            wrong="新建污水管网3.6万公里。",
            right="新建污水管网3.6公里。",
            in_passage=_beyond_a_county,
        ),
        MUCH,
    ),
)
