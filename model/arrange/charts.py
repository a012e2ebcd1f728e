"""What a chart draws: rows added, changed, moved and taken away; over which periods."""

from __future__ import annotations

from typing import Any, TypeVar

from model.arrange.indicators import with_definition
from model.arrange.order import shifted
from model.arrange.records import the_kind
from model.errors import ValueRefused
from model.numbers.ask import Numbers, main_facet
from model.numbers.charts import MOST_SERIES, chart_table
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.section import (
    MOST_CATEGORIES,
    ChartBlock,
    ChartForm,
    ChartSeries,
    ChartShows,
)
from model.report.tree import exchange
from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.growth import Flow, Growth, Measure, Target

M = TypeVar("M", ChartForm, ChartShows)


def drawable_facets(indicator: Indicator) -> tuple[Facet, ...]:
    """The values of an indicator that a chart can show."""
    found = [main_facet(indicator)]
    if indicator.growth is Growth.POINTS:
        found.append(Facet.POINTS)
    elif indicator.growth is not Growth.NONE or indicator.measure is Measure.GROWTH_ONLY:
        found.append(Facet.YOY)
    if indicator.target is Target.TOTAL and indicator.flow is not Flow.RATIO:
        found.append(Facet.PLAN_SHARE)
    return tuple(dict.fromkeys((*found, Facet.SHARE, Facet.RANK)))


def add_series(project: Project, chart: str, indicator: Indicator) -> Project:
    """A row for an indicator of the project or the bank: its main value, else its next one.

    The first is drawn as bars, growth as a line. Raises `PlaceError`, `ValueRefused`.
    """
    block = the_kind(project, chart, ChartBlock)
    project, id_ = with_definition(project, indicator)
    own = project.indicator(id_)
    assert own is not None
    taken = {(one.indicator, one.facet) for one in block.series}
    is_beside = block.shows is ChartShows.INDICATORS
    offered = (_facet_beside(block, own),) if is_beside else drawable_facets(own)
    facet = next((one for one in offered if (id_, one) not in taken), None)
    if facet is None:
        raise ValueRefused(f"图里已经画了“{own.name}”。")
    form = ChartForm.BARS if is_beside else usual_form(facet)
    made = ChartSeries(indicator=id_, facet=facet, form=form)
    return _with(project, block, series=(*block.series, made))


def usual_form(facet: Aspect) -> ChartForm:
    """Sums as bars; growth, shares and ranks as a line."""
    return ChartForm.BARS if facet.group is FacetGroup.LEVEL else ChartForm.LINE


def _facet_beside(block: ChartBlock, indicator: Indicator) -> Aspect:
    return block.series[0].facet if block.series else main_facet(indicator)


def set_series(
    project: Project, chart: str, number: int, facet: Aspect, form: ChartForm
) -> Project:
    """Another value of the indicator of a row, or another form. Raises `PlaceError`,
    `ValueRefused`."""
    block = the_kind(project, chart, ChartBlock)
    _check_number(block, number)
    series = list(block.series)
    series[number] = series[number].changed(facet=facet, form=form)
    if block.shows is ChartShows.INDICATORS:
        series = [one.changed(facet=facet, form=form) for one in series]
    return _with(project, block, series=tuple(series))


def remove_series(project: Project, chart: str, number: int) -> Project:
    """Take a row away; the indicator stays in the project."""
    block = the_kind(project, chart, ChartBlock)
    _check_number(block, number)
    return _with(project, block, series=block.series[:number] + block.series[number + 1 :])


def shift_series(project: Project, chart: str, number: int, by: int) -> Project:
    """Move a row among the others, at most to their end."""
    block = the_kind(project, chart, ChartBlock)
    _check_number(block, number)
    there = list(block.series)
    return _with(project, block, series=tuple(shifted(there, number, by)))


def set_shows(project: Project, chart: str, shows: ChartShows) -> Project:
    """What stands along the foot of a chart."""
    block = the_kind(project, chart, ChartBlock)
    series = block.series
    if shows is ChartShows.INDICATORS and series:
        first = series[0]
        only = {one.indicator: one for one in series}
        series = tuple(one.changed(facet=first.facet, form=first.form) for one in only.values())
    return _with(project, block, shows=shows, series=series)


def set_count(project: Project, chart: str, count: int) -> Project:
    """Over how many periods a chart goes back, the present one among them."""
    block = the_kind(project, chart, ChartBlock)
    if not 1 <= count <= MOST_CATEGORIES:
        raise ValueRefused(f"一张图最多画{MOST_CATEGORIES}期，请填1到{MOST_CATEGORIES}的数。")
    return _with(project, block, count=count)


def member(kind: type[M], typed: str) -> M:
    """A form or a kind of chart by its key or its name."""
    for one in kind:
        if typed in (one.value, one.label):
            return one
    known = "、".join(f"{one.value}（{one.label}）" for one in kind)
    raise ValueRefused(f"没有“{typed}”。可选：{known}。")


def _check_number(block: ChartBlock, number: int) -> None:
    if not 0 <= number < len(block.series):
        raise ValueRefused(f"这张图只画了{len(block.series)}行数，没有第{number + 1}行。")


def _with(project: Project, block: ChartBlock, **changes: Any) -> Project:
    """The project with the chart changed; refused where it could not be drawn whole."""
    made = block.changed(**changes)
    is_beside = made.shows is ChartShows.INDICATORS
    most = MOST_CATEGORIES if is_beside else MOST_SERIES
    if len(made.series) > max(most, len(block.series)):
        what = "个指标" if is_beside else "行数"
        raise ValueRefused(f"一张图最多画{most}{what}，再多就看不清了。请先去掉几{what[0]}。")
    left = chart_table(Numbers(project), made).left_out
    if left and len(left) > len(chart_table(Numbers(project), block).left_out):
        raise ValueRefused(
            f"“{'、'.join(left)}”的计量单位和图里别的数不同，画不到一起：一张图最多两种单位。"
        )
    if made == block:
        return project
    return exchange(project, block.id, lambda _: (made,))
