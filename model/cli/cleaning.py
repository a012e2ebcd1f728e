"""`--clean` and `--report` of the commands that read a manuscript: cleaning before reading."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any, Final, Protocol

from model.cleaning.registry import BY_NAME, Change, clean, propose
from model.cleaning.several_reports import disorder, find_reports, take_report
from model.errors import UsageError
from model.reading.source import Source

LIST, ALL = "列出", "全部"
_SAME = {"list": LIST, "all": ALL}
_SHOWN = 5
_LONGEST = 36
_BETWEEN: Final = re.compile(r"\s*[,，、]\s*")


class Options(Protocol):
    """What the command line gives to cleaning."""

    clean: str | None
    report: int | None


def add_cleaning(parser: ArgumentParser) -> None:
    """Nothing is cleaned without the first, and nothing left out without the second."""
    names = "、".join(BY_NAME)
    parser.add_argument(
        "--clean",
        metavar="整理",
        type=lambda written: _SAME.get(written, written),
        help="读之前先整理：“列出”只看可以整理什么，“全部”都整理，或写名称"
        f"（{names}，几个用顿号或逗号隔开）；不写就照原文",
    )
    parser.add_argument("--report", type=int, metavar="第几份", help="文件里有几份文稿时，读第几份")


def cleaned(source: Source, options: Options) -> Source:
    """The manuscript as it shall be read; raises `UsageError` for what there is not."""
    if options.report is not None:
        source = _chosen(source, options.report)
    if options.clean is None or options.clean == LIST:
        return source
    names = list(BY_NAME) if options.clean == ALL else _BETWEEN.split(options.clean.strip())
    unknown = [name for name in names if name not in BY_NAME]
    if unknown:
        told = "、".join(filter(None, unknown)) or "（没有写名称）"
        raise UsageError(f"没有这种整理：{told}。可以写{LIST}、{ALL}，或 {'、'.join(BY_NAME)}。")
    source = clean(source, names)
    if not any(not line.blank for line in source.lines()):
        raise UsageError("整理以后一个字也不剩。请去掉几种整理，或不写 --clean，照原文来读。")
    return source


def _chosen(source: Source, number: int) -> Source:
    reports = find_reports(source)
    if not reports and number == 1:
        return source
    if not 1 <= number <= len(reports):
        raise UsageError(
            f"文件里没有第{number}份文稿，只认出{max(1, len(reports))}份。"
            "用 --clean 列出 看有哪几份。"
        )
    return take_report(source, reports[number - 1])


def proposals_as_plain(source: Source) -> dict[str, Any]:
    """Everything that can be cleaned, as plain values."""
    return {
        "proposals": [
            {
                "name": proposal.cleaning.name,
                "title": proposal.cleaning.title,
                "about": proposal.cleaning.about,
                "changes": [
                    {"before": list(change.before), "after": list(change.after)}
                    for change in proposal.changes
                ],
            }
            for proposal in propose(source)
        ],
        "reports": [report.title for report in find_reports(source)],
        "disorder": disorder(source.blocks),
    }


def proposal_lines(source: Source) -> Iterator[str]:
    """Everything that can be cleaned, as a list to look over."""
    reports = find_reports(source)
    for number, report in enumerate(reports, 1):
        yield f"第{number}份\t{report.title}\t只读这一份：--report {number}"
    proposals = propose(source)
    for proposal in proposals:
        changes = proposal.changes
        yield f"{proposal.cleaning.name}\t{proposal.cleaning.title}\t{len(changes)}处"
        yield from (f"\t{_before_and_after(change)}" for change in changes[:_SHOWN])
        if len(changes) > _SHOWN:
            yield f"\t……还有{len(changes) - _SHOWN}处（--json 全部列出）"
    if not proposals and not reports:
        yield "没有看到要整理的。"
    if told := disorder(source.blocks):
        yield f"说明\t{told}"


def _before_and_after(change: Change) -> str:
    after = " ／ ".join(map(_shortened, change.after)) or "（删去）"
    before = " ／ ".join(map(_shortened, change.before)) or "（没有）"
    return f"{before} → {after}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
