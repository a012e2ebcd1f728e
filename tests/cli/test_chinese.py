"""argparse speaks Chinese: every help and every refusal, on each Python that is supported."""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.cli.chinese import SENTENCES, ChineseParser, argparse_in_chinese
from model.cli.commands import COMMANDS
from tests.e2e.test_cli import Ran, Shell

ASKED = ("_", "ngettext")
FOR_PROGRAMMERS = re.compile(
    r"\.__call__\(\)|conflicting|cannot (merge|have)|dest=|must be optional|conflict_resolution"
    r"|'required' is an invalid|invalid option string|is not callable|with mode|can't open"
    r"|unknown parser|%\(prog\)s|deprecated|%\(heading\)s|mutually exclusive"
)
"""What argparse says of a parser that is built wrongly, or of features that no command uses."""

OPTION = re.compile("-{1,2}[a-z][a-z-]*")
KEYS = "county-head-briefing gbt9704 2026-H1 2026-Q1-3 gdp@2026-H1.yoy i7k2.text:0 add-item"
NAMES = re.findall(
    "[A-Za-z]+",
    f"main.py JSON Word Excel xugao .xugao .json .docx .xlsx .txt proof review final {KEYS}",
)
"""What is no word, but typed or read so in any language."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def english_in(text: str) -> list[str]:
    known = {*NAMES, *(command.name for command in COMMANDS)}
    return [word for word in re.findall("[A-Za-z]+", OPTION.sub("", text)) if word not in known]


def asked_of_gettext() -> Iterator[str]:
    """The sentences that this Python's argparse has translated."""
    source = Path(str(argparse.__file__)).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ASKED:
            for argument in node.args[:2]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def test_every_sentence_of_argparse_that_a_clerk_can_meet_is_in_chinese() -> None:
    asked = {sentence for sentence in asked_of_gettext() if not FOR_PROGRAMMERS.search(sentence)}
    assert "unrecognized arguments: %s" in asked
    assert asked - {"subcommands", *SENTENCES} == set()


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_the_help_of_a_command_is_in_chinese(run: Shell, command: str) -> None:
    done = run(*filter(None, [command]), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"用法：main.py {command}".rstrip())
    assert english_in(done.out) == []


REFUSED = {
    "no command": [],
    "unknown command": ["开始"],
    "missing arguments": ["new"],
    "one value": ["new", "-o"],
    "at least one value": ["link", "材料", "--accept"],
    "no whole number": ["new", "--peers", "二"],
    "no such choice": ["export", "材料", "--as", "好"],
    "a value for a switch": ["check", "材料", "--json=是"],
    "an option not written in full": ["new", "--p", "二"],
    "more than is taken": ["templates", "多余"],
    "unknown option": ["set", "材料", "--无"],
}


@pytest.mark.parametrize("written", REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_in_chinese_words_and_signs(run: Shell, written: list[str]) -> None:
    done = run(*written)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("命令写得不对：")
    assert english_in(done.err) == []
    refusal, _, usage = done.err.partition("\n")
    assert not re.search(r"[,:;()'\"]| ：|： ", refusal)
    assert usage.startswith("用法：main.py")


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
@pytest.mark.parametrize("written", [["--无"], ["一", "二", "--三", "四"]], ids=["one", "more"])
def test_every_command_refuses_an_unknown_option_in_chinese(
    run: Shell, name: str, written: list[str]
) -> None:
    done: Ran = run(name, *written)
    assert done.code == 2
    assert english_in(done.err) == []


def refusal(
    parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str], *words: str
) -> str:
    with argparse_in_chinese(), pytest.raises(SystemExit):
        parser.parse_args(words)
    return capsys.readouterr().err.partition("\n")[0]


def test_what_no_command_uses_yet_is_in_chinese_too(capsys: pytest.CaptureFixture[str]) -> None:
    with argparse_in_chinese():
        parser = ChineseParser(prog="main.py")
        either = parser.add_mutually_exclusive_group(required=True)
        either.add_argument("--甲", action="store_true")
        either.add_argument("--乙", type=int)
        parser.add_argument("--丙", nargs=2)
        parser.add_argument("--丁", choices=["子", "丑"])
    assert refusal(parser, capsys, "--甲", "--乙", "1") == "命令写得不对：--乙：不能与 --甲 同时用"
    assert refusal(parser, capsys) == "命令写得不对：要写其中一个：--甲 --乙"
    assert refusal(parser, capsys, "--乙", "子") == "命令写得不对：--乙：写得不对：子"
    assert refusal(parser, capsys, "--丙", "子") == "命令写得不对：--丙：后面要写2个值"
    wrong_choice = "命令写得不对：--丁：没有这个选项：寅（可选 子、丑）"
    assert refusal(parser, capsys, "--甲", "--丁", "寅") == wrong_choice


def test_the_second_line_of_a_usage_begins_under_the_first(run: Shell) -> None:
    first, second = run("new", "--help").out.splitlines()[:2]
    columns = len(first.partition("[-h]")[0]) + len("用法：")  # a Chinese sign takes two columns
    assert len(second) - len(second.lstrip()) == columns


def test_argparse_is_left_as_it_was() -> None:
    before = [vars(argparse)[name] for name in ASKED]
    with argparse_in_chinese():
        assert vars(argparse)["_"]("options") == "选项"
    assert [vars(argparse)[name] for name in ASKED] == before
