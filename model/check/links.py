"""Do braces in the texts name something that exists, and is every block understood."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.report.built_in import BUILT_IN_NAMES
from model.report.charts import chart_numbers
from model.report.schema import trait_of
from model.report.section import ChartBlock, IndicatorUse, Opaque
from model.report.tree import walk
from model.report.uses import placed_shown_texts
from model.values.period import is_period
from model.wording.links import BrokenLink, FieldLink, Link, links


def _links(subject: Subject) -> Iterator[Problem]:
    """A problem for every link shown that leads nowhere."""
    project = subject.project
    fields = {field.id for field in project.fields} | BUILT_IN_NAMES | chart_numbers(project).keys()
    indicators = {indicator.id for indicator in project.indicators}
    for place, record, text in placed_shown_texts(subject.report):
        trait = trait_of(record, place.partition(".")[2])
        known = fields | {trait.own_name if trait else ""}
        for link in links(text):
            why = _why_unknown(link, known, indicators)
            if why:
                yield LINK.problem(place, f"“{text[link.start : link.end]}”{why}")


def _why_unknown(link: Link, fields: set[str], indicators: set[str]) -> str:
    if isinstance(link, BrokenLink):
        return "不是完整的引用。引用写作{字段}或{@指标.方面}；花括号本身要写两遍"
    if isinstance(link, FieldLink):
        return "" if link.field in fields else "：这份材料里没有这个字段"
    if link.indicator not in indicators:
        return "：这份材料里没有这个指标"
    wrong_period = link.period is not None and not is_period(link.period)
    return "：报告期写得不对" if wrong_period else ""


def _uses(subject: Subject) -> Iterator[IndicatorUse]:
    for record in walk(subject.report):
        if isinstance(record, IndicatorUse):
            yield record


def _indicators(subject: Subject) -> Iterator[Problem]:
    known = {indicator.id for indicator in subject.project.indicators}
    for use in _uses(subject):
        for id_ in (use.indicator, use.paired_with):
            if id_ and id_ not in known:
                yield INDICATOR.problem(f"{use.id}.name", f"这份材料里没有指标“{id_}”")
    for chart in (one for one in walk(subject.report) if isinstance(one, ChartBlock)):
        for series in chart.series:
            if series.indicator not in known:
                said = f"图里要画的指标“{series.indicator}”，这份材料里没有"
                yield INDICATOR.problem(f"{chart.id}.caption", said)


def _periods(subject: Subject) -> Iterator[Problem]:
    for use in _uses(subject):
        for name in ("period", "forecast_period"):
            code = getattr(use, name)
            if code is not None and not is_period(code):
                yield PERIOD.problem(f"{use.id}.{name}", f"没有“{code}”这样的报告期")


def _opaque(subject: Subject) -> Iterator[Problem]:
    for record in walk(subject.report):
        if isinstance(record, Opaque):
            message = f"有一块内容（{record.kind}）是更新版本的程序加的，这里显示不出来，但不会丢"
            yield OPAQUE.problem(f"{record.id or subject.report.id}.kind", message)


LINK = Rule(
    key="link",
    title="引用写错",
    severity=Severity.ERROR,
    reason="花括号里写的字段、指标或报告期，这份材料里没有",
    source="引用的写法：{字段}、{@指标.方面}",
    fix="改正或删去",
    in_report=_links,
)
INDICATOR = Rule(
    key="indicator",
    title="没有这个指标",
    severity=Severity.ERROR,
    reason="文中要写的指标，这份材料里没有",
    source="指标先要加到材料里",
    fix="在指标里加上，或从文中去掉",
    in_report=_indicators,
)
PERIOD = Rule(
    key="period",
    title="没有这样的报告期",
    severity=Severity.ERROR,
    reason="指标要写哪一期，没有写对",
    source="报告期的写法",
    fix="改成2026-H1这样的报告期",
    in_report=_periods,
)
OPAQUE = Rule(
    key="opaque",
    title="新版本的内容",
    reason="这块内容是更新版本的程序加的",
    source="材料由新版程序保存过",
    fix="用新版程序打开",
    in_report=_opaque,
)
FAMILY = Family("引用", (LINK, INDICATOR, PERIOD, OPAQUE))
