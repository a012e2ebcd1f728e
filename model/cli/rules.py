"""`rules`: all rules of 核对, each with its reason, its source and an example."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.check.registry import FAMILIES
from model.check.rule import Family, Rule
from model.cli.arguments import add_json
from model.cli.output import print_json, print_lines


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def run(options: Options) -> int:
    if options.json:
        print_json([_rule_json(family, rule) for family in FAMILIES for rule in family.rules])
        return 0
    for family in FAMILIES:
        print_lines([f"【{family.title}】"])
        for rule in family.rules:
            print_lines(_lines(rule))
    return 0


def _lines(rule: Rule) -> list[str]:
    told = [f"{rule.key}　{rule.title}（{rule.severity.label}）", f"　　为什么：{rule.reason}"]
    told.append(f"　　依据：{rule.source}")
    if rule.silent:
        told.append(f"　　不提示：{rule.silent}")
    if rule.wrong:
        told.append(f"　　例：{rule.wrong} → {rule.right}")
    return told


def _rule_json(family: Family, rule: Rule) -> dict[str, str]:
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
    }
