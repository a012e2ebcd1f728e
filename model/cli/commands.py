"""The table of commands: what each is called, what help says of it, and the module that does it.

A module is loaded only when its command is asked for: `text` must not wait for what writes Word.
To add a command: its module (arguments and run), a function that loads it, a line in the table.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol


class CommandModule(Protocol):
    """What the module of a command holds: its arguments, and its run, which gives the exit code."""

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, options: Any) -> int: ...


class Command(NamedTuple):
    """One command (命令). `rest` names the list that takes what is written behind an option."""

    name: str
    summary: str
    load: Callable[[], CommandModule]
    rest: str = ""


def _templates() -> CommandModule:
    from model.cli import templates

    return templates


def _new() -> CommandModule:
    from model.cli import new

    return new


def _check() -> CommandModule:
    from model.cli import check

    return check


def _export() -> CommandModule:
    from model.cli import export

    return export


def _text() -> CommandModule:
    from model.cli import text

    return text


def _fields() -> CommandModule:
    from model.cli import fields

    return fields


def _set() -> CommandModule:
    from model.cli import set_values

    return set_values


def _reported() -> CommandModule:
    from model.cli import reported

    return reported


def _leaders() -> CommandModule:
    from model.cli import leaders

    return leaders


def _unsaid() -> CommandModule:
    from model.cli import unsaid

    return unsaid


def _trend() -> CommandModule:
    from model.cli import trend

    return trend


def _arrange() -> CommandModule:
    from model.cli import arrange

    return arrange


def _read() -> CommandModule:
    from model.cli import read

    return read


def _intake() -> CommandModule:
    from model.cli import intake

    return intake


def _rules() -> CommandModule:
    from model.cli import rules

    return rules


def _correct() -> CommandModule:
    from model.cli import correct

    return correct


def _link() -> CommandModule:
    from model.cli import link

    return link


def _carry() -> CommandModule:
    from model.cli import carry

    return carry


def _renew() -> CommandModule:
    from model.cli import renew

    return renew


def _paper() -> CommandModule:
    from model.cli import paper

    return paper


def _redpen() -> CommandModule:
    from model.cli import redpen

    return redpen


def _merge() -> CommandModule:
    from model.cli import merge

    return merge


def _compare() -> CommandModule:
    from model.cli import compare

    return compare


def _changes() -> CommandModule:
    from model.cli import changes

    return changes


def _forms() -> CommandModule:
    from model.cli import forms

    return forms


def _take() -> CommandModule:
    from model.cli import take

    return take


def _ledger() -> CommandModule:
    from model.cli import ledger

    return ledger


def _missing() -> CommandModule:
    from model.cli import missing

    return missing


def _sources() -> CommandModule:
    from model.cli import sources

    return sources


def _clear() -> CommandModule:
    from model.cli import clear

    return clear


def _demo() -> CommandModule:
    from model.cli import demo

    return demo


COMMANDS = (
    Command("templates", "列出全部模板", _templates),
    Command("new", "用模板新建一份材料", _new),
    Command("check", "核对一份材料", _check),
    Command("rules", "列出核对的全部规则，各有一个例子", _rules),
    Command("export", "导出Word文件", _export),
    Command("text", "输出成文，一段一行", _text),
    Command("fields", "列出全部可填的位置", _fields),
    Command("reported", "已报出的稿：报给谁、什么时候；后来的数不同时核对会提示", _reported),
    Command("leaders", "领导名单：姓名、职务、任职和离任", _leaders),
    Command("set", "填写，逐项核对，有一项不对就都不填", _set, rest="values"),
    Command(
        "arrange",
        "加减、挪动部分、要点、任务和指标；不写操作就列出编号",
        _arrange,
        rest="arguments",
    ),
    Command("read", "读一份旧稿（.docx、.txt），看程序读懂了什么", _read),
    Command("intake", "从旧稿开始：把一份旧稿变成材料", _intake),
    Command("correct", "列出像是笔误的地方，一步改正", _correct),
    Command("link", "把文中的数与指标连起来，数改了各处一起改", _link),
    Command("carry", "接着上期写：生成下一个报告期的材料", _carry),
    Command("renew", "列出上期文字里的报告期，换成本期的", _renew),
    Command("paper", "照纸稿改：按页和行找到印出来的那一段，把领导改的收进材料", _paper),
    Command("redpen", "改稿：列出改回来的Word文件里的每处改动，收进材料", _redpen),
    Command("merge", "合并同事改的那份：列出同一份材料另一个文件里的改动，收进来", _merge),
    Command("forms", "请部门报数：每个单位一份报数表，连同报送通知", _forms),
    Command("take", "收部门报来的表：列出每一处，收进材料", _take, rest="files"),
    Command("ledger", "台账：从讲话生成，按单位、时限、状态列出，销号、延期，任务分解表", _ledger),
    Command("missing", "哪些单位还没有报、还差多少", _missing),
    Command("compare", "比较两稿：列出改动，写成花脸稿、修改说明", _compare),
    Command("sources", "数据出处表：每个数从哪里来；核数表：部门报来的数", _sources),
    Command("changes", "数据变化说明：上期到本期，哪些还没有换", _changes),
    Command("unsaid", "上期说到、本期还没说的：按部分列出指标、要点和上期的说法", _unsaid),
    Command("trend", "指标走势：历期的数、增速、位次，和计划、序时进度对照", _trend),
    Command("clear", "列出、清除一份或全部材料的留底（备份、没保存的修改、各稿文字）", _clear),
    Command("demo", "把云岭县的样例从头做一遍，每种模板一份", _demo),
)
