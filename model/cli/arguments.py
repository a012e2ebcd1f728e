"""Arguments that several commands share, and how their values are read."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from pathlib import Path

from model.errors import ConvertibleRefused, ReadRefused
from model.reading.files import read_file
from model.reading.source import Source


def add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="输出一个JSON值")


def add_project(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="材料", help="材料文件（.xugao 或 .json）")


def add_project_and_report(parser: ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--report", metavar="文稿", help="哪一份文稿（有几份时要写）")


def add_output(parser: ArgumentParser, ending: str = ".xugao 或 .json") -> None:
    """The new file that the command writes."""
    parser.add_argument(
        "-o", dest="output", required=True, metavar="文件", help=f"存到哪里（{ending}）"
    )


def add_manuscript(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="旧稿", help="Word文件或文本文件")
    parser.add_argument(
        "--convert",
        action="store_true",
        help="旧稿是旧版Word等格式时，用这台电脑上的办公软件转换后再读（见手册）",
    )


def manuscript_source(file: str, *, converted: bool) -> Source:
    """The lines of a manuscript; raises `ReadRefused`, which tells of the option where it helps."""
    try:
        return read_file(Path(file), converted=converted)
    except ConvertibleRefused as error:
        raise ReadRefused(f"{error}加上 --convert 就这样读。") from error


def whole_number(written: str) -> int:
    """The number that was written; argparse tells what is wrong with it."""
    try:
        return int(written)
    except ValueError:
        raise ArgumentTypeError(f"要写整数，不是“{written}”") from None


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """A reader of one of some words; argparse's own `choices` would list them in Latin signs."""

    def read(written: str) -> str:
        if written not in choices:
            raise ArgumentTypeError(f"没有这个选项：{written}（可选 {'、'.join(choices)}）")
        return written

    return read
