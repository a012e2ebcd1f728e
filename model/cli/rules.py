"""`rules`: all rules of 核对, each with its reason, source and example; which a project has."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.check.dismissal import switch_off, switch_on
from model.check.registry import FAMILIES
from model.check.rule import Family, Rule
from model.cli.arguments import add_json
from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.report.project import Project

_HEAD = "| 规则 | 为什么 | 不提示 | 例 |"


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    markdown: bool
    project: str | None
    off: list[str] | None
    on: list[str] | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("--markdown", action="store_true", help="输出成文档里用的表格")
    parser.add_argument(
        "project", metavar="材料", nargs="?", help="材料文件：看它关掉了哪些规则，或关、开几条"
    )
    parser.add_argument("--off", nargs="+", metavar="规则", help="这份材料关掉这几条规则")
    parser.add_argument("--on", nargs="+", metavar="规则", help="这份材料重新打开这几条规则")


def run(options: Options) -> int:
    off = _switched(options)
    if options.json:
        print_json([_rule_json(family, rule, off) for family in FAMILIES for rule in family.rules])
        return 0
    if options.markdown:
        print_lines(markdown())
        return 0
    for family in FAMILIES:
        print_lines([f"【{family.title}】"])
        for rule in family.rules:
            print_lines(_lines(rule, off))
    return 0


def _switched(options: Options) -> tuple[str, ...]:
    """The rules that are off in the project, after those named were switched."""
    if options.project is None:
        if options.off or options.on:
            raise UsageError("要关、开规则，请写明是哪份材料：rules 材料 --off 规则。")
        return ()
    if not options.off and not options.on:
        return reading(options.project).rules_off
    session = open_to_change(options.project)
    try:
        session.do("关、开核对的规则", lambda project: _changed(project, options))
        session.save()
        return session.project.rules_off
    finally:
        session.close()


def _changed(project: Project, options: Options) -> Project:
    for key in options.off or ():
        project = switch_off(project, key)
    for key in options.on or ():
        project = switch_on(project, key)
    return project


def markdown() -> list[str]:
    """All rules as tables, one a family: the list in the manual."""
    lines: list[str] = []
    for family in FAMILIES:
        lines += ["", f"### {family.title}", "", _HEAD, "|---|---|---|---|"]
        for rule in family.rules:
            name = f"**{rule.title}**<br>`{rule.key}`，{rule.severity.label}"
            why = f"{rule.reason}。<br>依据：{rule.source}"
            example = f"✗ {rule.wrong}<br>✓ {rule.right}" if rule.wrong else ""
            cells = (name, why, rule.silent, example)
            lines.append(f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |")
    return lines


def _lines(rule: Rule, off: tuple[str, ...]) -> list[str]:
    state = "，已关" if rule.key in off else ""
    told = [
        f"{rule.key}　{rule.title}（{rule.severity.label}{state}）",
        f"　　为什么：{rule.reason}",
    ]
    told.append(f"　　依据：{rule.source}")
    if rule.silent:
        told.append(f"　　不提示：{rule.silent}")
    if rule.wrong:
        told.append(f"　　例：{rule.wrong} → {rule.right}")
    return told


def _rule_json(family: Family, rule: Rule, off: tuple[str, ...]) -> dict[str, str | bool]:
    return {
        "check": rule.key,
        "family": family.title,
        "title": rule.title,
        "severity": rule.severity.value,
        "reason": rule.reason,
        "source": rule.source,
        "silent": rule.silent,
        "fix": rule.fix,
        "wrong": rule.wrong,
        "right": rule.right,
        "off": rule.key in off,
    }
