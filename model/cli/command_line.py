"""THE COMMAND LINE: for scripts, tests and batch work; the window uses the same functions.

Exit codes: 0 done, 1 problems found, 2 wrong use or unreadable input. With `--json` standard
output holds one JSON value and nothing else; what went wrong goes to standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from model.cli.registry import run
from model.errors import XugaoError

_TRANSLATED = (
    ("the following arguments are required:", "缺少："),
    ("unrecognized arguments:", "多出来的内容："),
    ("expected one argument", "后面要写一个值"),
    ("expected at least one argument", "后面至少要写一个值"),
    ("invalid choice:", "没有这个选项："),
    ("(choose from", "（可选"),
    ("not allowed with argument", "不能同时用"),
    ("invalid int value:", "要写整数，不是"),
    ("argument ", ""),
)


_Command = Callable[..., argparse.ArgumentParser]


class _Parser(argparse.ArgumentParser):
    """argparse in Chinese."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, add_help=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="看这条命令的用法")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        for english, chinese in _TRANSLATED:
            message = message.replace(english, chinese)
        sys.stderr.write(f"命令写得不对：{message}\n{self.format_usage()}")
        sys.exit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="main.py", description="续稿：写每月、每季、每半年的工作报告。")
    commands = parser.add_subparsers(dest="command", required=True, title="命令", metavar="命令")

    def command(name: str, help_: str, *, json: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_)
        if json:
            made.add_argument("--json", action="store_true", help="输出一个JSON值")
        return made

    command("templates", "列出全部模板")

    new = command("new", "用模板新建一份材料")
    new.add_argument("template", metavar="模板", help="模板的键，如 county-head-briefing")
    new.add_argument("-o", dest="output", required=True, metavar="文件", help="存到哪里（.json）")
    new.add_argument("--place", required=True, metavar="地方", help="如 云岭县")
    new.add_argument("--superior", default="", metavar="上级", help="如 江州市")
    new.add_argument("--period", required=True, metavar="报告期", help="如 2026-H1")
    new.add_argument("--peers", type=int, metavar="个数", help="一同排名的县（市、区）有几个")

    check = command("check", "核对一份材料")
    _project_and_report(check)

    export = command("export", "导出Word文件")
    _project_and_report(export)
    export.add_argument(
        "-o", dest="output", required=True, metavar="文件", help="存到哪里（.docx）"
    )
    export.add_argument(
        "--as", dest="stage", default="review", choices=("proof", "review", "final"),
        help="核对稿、送审稿（默认）或定稿",
    )  # fmt: skip
    export.add_argument("--style", metavar="版式", help="版式的键，如 gbt9704")
    export.add_argument("--force", action="store_true", help="有空白也导出定稿；覆盖已有的文件")

    text = command("text", "输出成文，一段一行", json=False)
    _project_and_report(text)

    fields = command("fields", "列出全部可填的位置")
    _project_and_report(fields)
    fields.add_argument("--blank", action="store_true", help="只列还空着的")

    set_ = command("set", "填写，逐项核对，有一项不对就都不填")
    set_.add_argument("project", metavar="材料", help="材料文件（.json）")
    set_.add_argument("values", nargs="*", metavar="位置=值", help="如 gdp@2026-H1.yoy=5.8")
    set_.add_argument("--from", dest="file", metavar="文件", help="从JSON文件读（位置: 值）")

    _arranging(command)
    _reading(command)
    _from_manuscript(command)
    _next_period(command)

    demo = command("demo", "把云岭县的样例从头做一遍，每种模板一份")
    demo.add_argument("-o", dest="output", required=True, metavar="文件夹", help="存到哪个文件夹")
    demo.add_argument("--template", metavar="模板", help="只做这一种")
    return parser


def _arranging(command: _Command) -> None:
    arrange = command("arrange", "加减、挪动部分、要点、任务和指标；不写操作就列出编号")
    _project_and_report(arrange)
    arrange.add_argument(
        "operation", nargs="?", metavar="操作", help="如 add-item；写错时会列出全部"
    )
    arrange.add_argument("arguments", nargs="*", metavar="参数", help="如 i7k2")


def _reading(command: _Command) -> None:
    read = command("read", "读一份旧稿（.docx、.txt），看程序读懂了什么")
    read.add_argument("file", metavar="旧稿", help="Word文件或文本文件")


def _from_manuscript(command: _Command) -> None:
    intake = command("intake", "从旧稿开始：把一份旧稿变成材料")
    intake.add_argument("file", metavar="旧稿", help="Word文件或文本文件")
    intake.add_argument(
        "-o", dest="output", required=True, metavar="文件", help="存到哪里（.json）"
    )
    intake.add_argument("--template", metavar="模板", help="并入哪种模板；不写就用旧稿自己的结构")
    intake.add_argument("--place", metavar="地方", help="标题里看不出时写明，如 云岭县")
    intake.add_argument("--superior", default="", metavar="上级", help="如 江州市")
    intake.add_argument("--period", metavar="报告期", help="标题里看不出时写明，如 2026-H1")
    _proposing(command("correct", "列出像是笔误的地方，一步改正"), "改")
    _proposing(command("link", "把文中的数与指标连起来，数改了各处一起改"), "连")


def _proposing(parser: argparse.ArgumentParser, verb: str) -> None:
    """Options of the commands that list proposals and make the accepted ones true."""
    parser.add_argument("project", metavar="材料", help="材料文件（.json）")
    which = f"要{verb}的几处，如 i7k2.text:0"
    parser.add_argument("--accept", nargs="+", metavar="处", help=which)
    parser.add_argument("--all", action="store_true", help=f"全部{verb}")


def _next_period(command: _Command) -> None:
    carry = command("carry", "接着上期写：生成下一个报告期的材料")
    carry.add_argument("project", metavar="材料", help="上期的材料文件（.json）")
    carry.add_argument("-o", dest="output", required=True, metavar="文件", help="存到哪里（.json）")
    carry.add_argument("--period", metavar="报告期", help="如 2026-Q1-3；不写就是紧接着的一期")
    carry.add_argument("--text-from", metavar="材料", help="文字从另一份材料来（如上年同期）")

    _proposing(command("renew", "列出上期文字里的报告期，换成本期的"), "换")

    changes = command("changes", "数据变化说明：上期到本期，哪些还没有换")
    _project_and_report(changes)
    changes.add_argument("--word", metavar="文件", help="写成Word文件（.docx）")


def _project_and_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", metavar="材料", help="材料文件（.json）")
    parser.add_argument("--report", metavar="文稿", help="哪一份文稿（有几份时要写）")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and never shows a traceback for a known failure."""
    _speak_utf8()
    options = _parsed(_parser(), arguments)
    try:
        return run(options)
    except XugaoError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parsed(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was written. `set P.json --from F.json 位置=值`: argparse ends a list of values at an
    option, so what stands after one is added here."""
    options, rest = parser.parse_known_args(arguments)
    listed = {"set": "values", "arrange": "arguments"}.get(options.command)
    if rest and (listed is None or any(one.startswith("-") for one in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if listed == "arguments" and rest and options.operation is None:
        options.operation = rest.pop(0)
    if listed is not None:
        getattr(options, listed).extend(rest)
    return options


def _speak_utf8() -> None:
    """Chinese must not fail on a console or pipe of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
