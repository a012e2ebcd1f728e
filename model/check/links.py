"""Do braces in the texts name something that exists, and is every block understood."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.report.built_in import BUILT_IN_NAMES
from model.report.project import Project
from model.report.report import Report
from model.report.schema import trait_of
from model.report.section import IndicatorUse, Opaque
from model.report.tree import walk
from model.report.uses import placed_shown_texts
from model.values.period import is_period
from model.wording.links import BrokenLink, FieldLink, Link, links


def check(project: Project, report: Report) -> Iterator[Problem]:
    """A problem for every link shown that leads nowhere, and for every block of a newer version."""
    fields = {field.id for field in project.fields} | BUILT_IN_NAMES
    indicators = {indicator.id for indicator in project.indicators}
    for place, record, text in placed_shown_texts(report):
        trait = trait_of(record, place.partition(".")[2])
        known = fields | {trait.own_name if trait else ""}
        for link in links(text):
            why = _why_unknown(link, known, indicators)
            if why:
                message = f"“{text[link.start : link.end]}”{why}"
                yield Problem("link", Severity.ERROR, place, message, "改正或删去")
    yield from _uses(report, indicators)
    yield from _opaque(report)


def _why_unknown(link: Link, fields: set[str], indicators: set[str]) -> str:
    if isinstance(link, BrokenLink):
        return "不是完整的引用。引用写作{字段}或{@指标.方面}；花括号本身要写两遍"
    if isinstance(link, FieldLink):
        return "" if link.field in fields else "：这份材料里没有这个字段"
    if link.indicator not in indicators:
        return "：这份材料里没有这个指标"
    wrong_period = link.period is not None and not is_period(link.period)
    return "：报告期写得不对" if wrong_period else ""


def _uses(report: Report, indicators: set[str]) -> Iterator[Problem]:
    for use in walk(report):
        if not isinstance(use, IndicatorUse):
            continue
        for id_ in (use.indicator, use.paired_with):
            if id_ and id_ not in indicators:
                message = f"这份材料里没有指标“{id_}”"
                fix = "在指标里加上，或从文中去掉"
                yield Problem("indicator", Severity.ERROR, f"{use.id}.name", message, fix)
        for name in ("period", "forecast_period"):
            code = getattr(use, name)
            if code is not None and not is_period(code):
                message = f"没有“{code}”这样的报告期"
                fix = "改成2026-H1这样的报告期"
                yield Problem("period", Severity.ERROR, f"{use.id}.{name}", message, fix)


def _opaque(report: Report) -> Iterator[Problem]:
    for record in walk(report):
        if isinstance(record, Opaque):
            message = f"有一块内容（{record.kind}）是更新版本的程序加的，这里显示不出来，但不会丢"
            place = f"{record.id or report.id}.kind"
            yield Problem("opaque", Severity.WARNING, place, message, "用新版程序打开")
