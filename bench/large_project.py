"""A project of 2,000 paragraphs and 300 indicators, for the benches of the window."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from model.library import shipped
from model.report.indicator import Indicator, Observation
from model.report.item import Item, Marker
from model.report.project import FORMAT, Organization, Project
from model.report.report import Front, Report, TemplateRef
from model.report.section import Heading, IndicatorsBlock, IndicatorUse, Section, TextBlock
from model.values.facet import Facet
from model.values.growth import Measure
from model.values.period import Basis, Period

PARAGRAPHS, INDICATORS = 2000, 300
PERIOD = Period(2026, 1, 6)
_SECTIONS, _BLOCKS = 20, 5
_PROSE = (
    "坚持把项目建设摆在突出位置，逐月调度、逐个过堂，开工一批、建成一批、储备一批，"
    "累计完成投资12.6亿元，推动“十五五”开局之年各项工作——特别是民生实事落到实处，"
    "惠及群众3.2万人次，群众满意度持续提升。"
)


def large_project() -> Project:
    """20 parts of 100 paragraphs and 15 indicators each; each tenth paragraph links to one."""
    indicators = tuple(
        one.changed(synonyms=(), related=(), note="", part_of=None)
        for one in shipped.bank().indicators[:INDICATORS]
    )
    report = Report(
        id="r1",
        template=TemplateRef(key="work-briefing"),
        front=Front(title="云岭县人民政府关于2026年上半年工作情况的报告", salutation="各位领导："),
        content=tuple(_section(number, indicators) for number in range(_SECTIONS)),
    )
    return Project(
        format=FORMAT,
        id="p1",
        organization=Organization(name="云岭县", superior="江州市"),
        period=PERIOD,
        indicators=indicators,
        observations=tuple(_observations(indicators)),
        reports=(report,),
    )


def _section(number: int, indicators: tuple[Indicator, ...]) -> Section:
    share = INDICATORS // _SECTIONS
    own = indicators[number * share : (number + 1) * share]
    figures = IndicatorsBlock(
        kind="indicators",
        id=f"b{number}n",
        opening="上半年，",
        use=tuple(IndicatorUse(indicator=one.id) for one in own),
    )
    texts = (_text(number, block, own) for block in range(_BLOCKS))
    heading = Heading(marker=Marker(style="一、"), text="推动工业经济提质增效")
    return Section(kind="section", id=f"s{number}", heading=heading, content=(figures, *texts))


def _text(section: int, block: int, indicators: tuple[Indicator, ...]) -> TextBlock:
    count = PARAGRAPHS // _SECTIONS // _BLOCKS
    items = (
        _item(f"i{section}x{block}x{number}", indicators[number % len(indicators)], number)
        for number in range(count)
    )
    return TextBlock(
        kind="text", id=f"b{section}t{block}", paragraphs=tuple((item,) for item in items)
    )


def _item(id_: str, indicator: Indicator, number: int) -> Item:
    linked = f"其中，{{@{indicator.id}}}。" if number % 10 == 0 else ""
    return Item(id=id_, marker=Marker(style="（一）"), lead="抓好项目建设。", text=_PROSE + linked)


def _observations(indicators: tuple[Indicator, ...]) -> Iterator[Observation]:
    """This period's and last year's level and growth of each, as far as it has them."""
    for number, one in enumerate(indicators):
        facets = [Facet.YOY] if one.measure is Measure.GROWTH_ONLY else [Facet.ACTUAL, Facet.YOY]
        for facet, period in product(facets, (PERIOD, PERIOD.last_year())):
            yield Observation(
                indicator=one.id,
                period=period,
                basis=Basis.CUMULATIVE,
                facet=facet,
                value=Decimal(number % 50) + Decimal("6.8"),
                unit=one.unit_of(facet),
            )
