"""`trend`: how an indicator has gone over the periods that the project remembers (走势)."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from model.cli.arguments import add_json
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.jobs.former_projects import read_former
from model.report.indicator import Indicator
from model.report.project import Project
from model.trends.rows import TrendRow, rows_of
from model.trends.series import Series, recent_words
from model.trends.trend import Trend, Trends, with_history


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    indicator: str | None
    former: list[str]


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("project", metavar="材料", help="材料文件")
    parser.add_argument(
        "indicator", metavar="指标", nargs="?", help="指标名称或编号；不写就列出有走势的指标"
    )
    parser.add_argument(
        "--with", dest="former", metavar="材料", nargs="+", default=[],
        help="一并看以前的材料里的数",
    )  # fmt: skip


def run(options: Options) -> int:
    project = reading(options.project)
    former = read_former(project, map(Path, options.former))
    sys.stderr.writelines(f"{note}\n" for note in former.notes)
    trends = Trends(with_history(project, former.projects))
    if options.indicator is None:
        found = tuple(trends.of(one) for one in trends.with_any())
    else:
        found = (trends.of(_indicator(project, options.indicator)),)
    if options.json:
        print_json([_as_json(one) for one in found])
    elif options.indicator is None:
        print_lines(map(_line, found))
    else:
        print_lines(_lines(found[0]))
    return 0


def _indicator(project: Project, name: str) -> Indicator:
    for one in project.indicators:
        if name in (one.id, one.name):
            return one
    raise UsageError(f"这份材料里没有指标“{name}”。不写指标，可以列出有走势的指标。")


def _line(trend: Trend) -> str:
    """One indicator at a glance."""
    main = trend.main
    assert main is not None
    return f"{trend.indicator.id}　{trend.indicator.name}　{main.name}　{recent_words(main)}"


def _lines(trend: Trend) -> Iterator[str]:
    if not trend.series:
        yield f"“{trend.indicator.name}”还没有数。"
    for series in trend.series:
        yield f"{series.name}（{series.unit}）" if series.unit else series.name
        yield from (f"　{'　'.join(filter(None, row))}" for row in rows_of(series))


def _as_json(trend: Trend) -> dict[str, Any]:
    series = [_series_as_json(one) for one in trend.series]
    return {"indicator": trend.indicator.id, "name": trend.indicator.name, "series": series}


def _series_as_json(series: Series) -> dict[str, Any]:
    rows: list[TrendRow] = list(rows_of(series))
    return {
        "kind": series.kind.value,
        "name": series.name,
        "unit": series.unit,
        "points": [
            {
                "period": str(point.period),
                "value": str(point.value),
                "text": point.text,
                "forecast": point.is_forecast,
                "source": point.source.value if point.source else "computed",
                "change": row.change,
                "beside": row.beside,
            }
            for point, row in zip(series.points, rows, strict=True)
        ],
    }
