"""`arrange`: parts, points, tasks, rows, indicators and fields of a project added, moved, removed.

Without an operation it lists what there is with its ids.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from model.arrange import (
    charts,
    fields,
    indicators,
    items,
    markers,
    order,
    paragraphs,
    parts,
    tables,
    uses,
)
from model.arrange.records import added, called
from model.arrange.tasks import add_task
from model.cli.arguments import add_json, add_project_and_report
from model.cli.changing import open_to_change
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.entry.typed import at_least_one
from model.errors import UsageError
from model.jobs.new_project import add_report
from model.jobs.remove_report import remove_report
from model.library import shipped
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import ChartBlock, ChartForm, ChartShows, IndicatorUse
from model.report.tree import children
from model.report.uses import texts_of
from model.values.aspect import parse_aspect
from model.values.field_kind import FieldKind

_WORDS = 30


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    operation: str | None
    arguments: list[str]


Change = Callable[[Project, Options, Sequence[str]], Project]


class Operation(NamedTuple):
    """One operation: its arguments as help says them, how many there may be, what it does."""

    usage: str
    counts: range
    change: Change


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument(
        "operation", nargs="?", metavar="操作", help="如 add-item；写错时会列出全部"
    )
    parser.add_argument("arguments", nargs="*", metavar="参数", help="如 i7k2")


def run(options: Options) -> int:
    words = list(options.arguments)  # all of them where an option stands before the operation
    if options.operation is not None:
        words.insert(0, options.operation)
    if not words:
        return _outline(options)
    name, *arguments = words
    operation = _operation(name, arguments)
    session = open_to_change(options.project)
    try:
        before = session.project
        session.do(name, lambda project: operation.change(project, options, arguments))
        if session.dirty:
            session.save()
    finally:
        session.close()
    new = added(before, session.project)
    if options.json:
        changed = session.project is not before
        print_json({"operation": name, "changed": changed, "added": list(new)})
    elif session.project is before:
        print_lines(["没有变动：已经是这样了。"])
    else:
        print_lines([f"已改好。新增：{'、'.join(new)}" if new else "已改好。"])
    return 0


def _operation(name: str, arguments: Sequence[str]) -> Operation:
    operation = OPERATIONS.get(name)
    if operation is None:
        raise UsageError(f"没有“{name}”这种操作。可用的操作：{'、'.join(OPERATIONS)}。")
    if len(arguments) not in operation.counts:
        raise UsageError(f"“{name}”写作：{name} {operation.usage}")
    return operation


def _outline(options: Options) -> int:
    project = reading(options.project)
    only = [report_of(project, options.report)] if options.report else project.reports
    found = [line for report in only for line in _lines(report, 0)]
    if options.json:
        print_json([one._asdict() for one in found])
    else:
        print_lines(f"{'  ' * one.depth}{one.id}\t{one.kind}\t{one.text}" for one in found)
    return 0


class _Line(NamedTuple):
    depth: int
    id: str
    kind: str
    text: str


def _lines(record: Record, depth: int) -> Iterator[_Line]:
    """The record and what is below it, each with its id and its first words."""
    if not isinstance(record, IndicatorUse):
        stated = [f"{use.indicator}（{use.id}）" for use in getattr(record, "use", ())]
        texts = [record.name] if isinstance(record, Report) else [t for _, t in texts_of(record)]
        if isinstance(record, ChartBlock):
            stated = [f"{one.indicator}.{one.facet.value}" for one in record.series]
        words = "、".join(stated) or " ".join(texts)
        yield _Line(depth, getattr(record, "id", ""), called(type(record)), words[:_WORDS])
        depth += 1
    for child in children(record):
        yield from _lines(child, depth)


def _add_part(project: Project, options: Options, given: Sequence[str]) -> Project:
    report = report_of(project, options.report)
    heading, beside = given[0], dict([_beside(given[1:])] if len(given) > 1 else [])
    return parts.add_part(
        project, report.id, heading, after=beside.get("after"), inside=beside.get("inside")
    )


def _add_block(project: Project, _: Options, given: Sequence[str]) -> Project:
    where, id_ = _beside(given[1:])
    if where == "after":
        return parts.add_block(project, given[0], after=id_)
    return parts.add_block(project, given[0], inside=id_)


def _beside(given: Sequence[str]) -> tuple[str, str]:
    if len(given) != 2 or given[0] not in ("after", "inside"):
        raise UsageError("加在哪里写作：after 编号（在它后面），或 inside 编号（在它里面）。")
    return given[0], given[1]


def _move(project: Project, _: Options, given: Sequence[str]) -> Project:
    id_, where, *other = given
    if where in ("up", "down") and not other:
        return _shifted(project, id_, -1 if where == "up" else 1)
    if where in ("before", "after") and other:
        return order.move(project, id_, **{where: other[0]})
    raise UsageError("挪到哪里写作：up、down、before 编号，或 after 编号。")


def _remove(project: Project, _: Options, given: Sequence[str]) -> Project:
    if project.report(given[0]) is not None:
        return remove_report(project, given[0])
    return order.remove(project, given[0])


def _shifted(project: Project, id_: str, by: int) -> Project:
    """Fields and indicators stand in lists of their own, all else in its text."""
    if project.field(id_) is not None:
        return fields.shift_field(project, id_, by)
    if project.indicator(id_) is not None:
        return indicators.shift_indicator(project, id_, by)
    return order.shift(project, id_, by)


def _add_indicator(project: Project, _: Options, given: Sequence[str]) -> Project:
    indicator = _indicator(project, given[-1])
    if len(given) == 1:
        return indicators.add_indicator(project, indicator)
    return uses.add_use(project, given[0], indicator)


def _remove_indicator(project: Project, _: Options, given: Sequence[str]) -> Project:
    id_ = _indicator(project, given[-1]).id
    if len(given) == 1:
        return indicators.remove_indicator(project, id_)
    return uses.remove_use(project, given[0], id_)


def _add_series(project: Project, _: Options, given: Sequence[str]) -> Project:
    return charts.add_series(project, given[0], _indicator(project, given[1]))


def _set_series(project: Project, _: Options, given: Sequence[str]) -> Project:
    form = charts.member(ChartForm, given[3])
    return charts.set_series(project, given[0], _nth(given[1]), parse_aspect(given[2]), form)


def _set_chart(project: Project, _: Options, given: Sequence[str]) -> Project:
    project = charts.set_shows(project, given[0], charts.member(ChartShows, given[1]))
    return charts.set_count(project, given[0], at_least_one(given[2])) if given[2:] else project


def _nth(typed: str) -> int:
    return at_least_one(typed) - 1


def _indicator(project: Project, named: str) -> Indicator:
    """An indicator of the project or the bank, by its key or its name."""
    for one in project.indicators:
        if named in (one.id, one.name):
            return one
    bank = shipped.bank()
    found = bank.by_id.get(named) or bank.by_name.get(named)
    if found is None:
        raise UsageError(f"没有指标“{named}”。要新定义一个，用 define-indicator 名称 单位。")
    return found


def _kind(given: Sequence[str]) -> FieldKind:
    if len(given) < 2:
        return FieldKind.TEXT
    known = {kind.value: kind for kind in FieldKind}
    if given[1] not in known:
        raise UsageError(f"没有“{given[1]}”这一种。可选：{'、'.join(known)}。")
    return known[given[1]]


def _unit(given: Sequence[str]) -> str:
    return given[2] if len(given) > 2 else ""


_ONE, _TWO = range(1, 2), range(2, 3)

OPERATIONS: dict[str, Operation] = {
    "add-part": Operation("标题 [after|inside 编号]", range(1, 4), _add_part),
    "add-block": Operation("种类 after|inside 编号", range(3, 4), _add_block),
    "add-item": Operation("要点", _ONE, lambda p, _, a: items.add_item(p, a[0])),
    "add-task": Operation("任务", _ONE, lambda p, _, a: add_task(p, a[0])),
    "add-row": Operation("行或表格", _ONE, lambda p, _, a: tables.add_row(p, a[0])),
    "add-column": Operation(
        "表格 列名 [种类 [单位]]", range(2, 5),
        lambda p, _, a: tables.add_column(p, a[0], a[1], kind=_kind(a[1:]), unit=_unit(a[1:])),
    ),
    "remove-column": Operation("表格 列", _TWO, lambda p, _, a: tables.remove_column(p, *a)),
    "add-report": Operation(
        "模板", _ONE, lambda p, _, a: add_report(p, shipped.template(a[0]), shipped.bank()).project
    ),
    "add-field": Operation(
        "名称 [种类 [单位]]", range(1, 4),
        lambda p, _, a: fields.add_field(p, a[0], _kind(a), unit=_unit(a)),
    ),
    "rename-field": Operation(
        "字段 名称", _TWO, lambda p, _, a: fields.set_field(p, a[0], "label", a[1])
    ),
    "set-field": Operation(
        "字段 项 值", range(3, 4), lambda p, _, a: fields.set_field(p, *a)
    ),
    "remove-field": Operation("字段", _ONE, lambda p, _, a: fields.remove_field(p, a[0])),
    "add-series": Operation("图 指标", _TWO, _add_series),
    "set-series": Operation("图 第几行 方面 柱|线", range(4, 5), _set_series),
    "move-series": Operation(
        "图 第几行 up|down", range(3, 4),
        lambda p, _, a: charts.shift_series(p, a[0], _nth(a[1]), -1 if a[2] == "up" else 1),
    ),
    "remove-series": Operation(
        "图 第几行", _TWO, lambda p, _, a: charts.remove_series(p, a[0], _nth(a[1]))
    ),
    "set-chart": Operation("图 历年同期|逐期|各指标比较 [几期]", range(2, 4), _set_chart),
    "add-indicator": Operation("[编号] 指标", range(1, 3), _add_indicator),
    "remove-indicator": Operation("[编号] 指标", range(1, 3), _remove_indicator),
    "define-indicator": Operation(
        "名称 单位", _TWO, lambda p, _, a: indicators.add_own_indicator(p, shipped.bank(), *a)
    ),
    "set-indicator": Operation(
        "指标 项 值", range(3, 4),
        lambda p, _, a: indicators.set_indicator(p, _indicator(p, a[0]).id, *a[1:]),
    ),
    "move": Operation("编号 up|down|before|after [编号]", range(2, 4), _move),
    "copy": Operation("编号", _ONE, lambda p, _, a: order.duplicate(p, a[0])),
    "remove": Operation("编号", _ONE, _remove),
    "style": Operation("编号 序号", _TWO, lambda p, _, a: markers.set_style(p, *a)),
    "apart": Operation("编号", _ONE, lambda p, _, a: paragraphs.set_apart(p, a[0], True)),
    "together": Operation("编号", _ONE, lambda p, _, a: paragraphs.set_apart(p, a[0], False)),
}  # fmt: skip
"""The closed set of operations by their names."""
