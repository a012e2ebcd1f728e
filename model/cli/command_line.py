"""THE COMMAND LINE: for scripts, tests and batch work; the window uses the same functions.

Exit codes: 0 done, 1 problems found, 2 wrong use or unreadable input. With `--json` standard
output holds one JSON value and nothing else; what went wrong goes to standard error. Text is in
UTF-8, but for a pipe or file on Windows, where `cmd` and PowerShell read the system's code page.
"""

from __future__ import annotations

import argparse
import io
import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from model.cli.chinese import ChineseParser, argparse_in_chinese
from model.cli.commands import COMMANDS, Command, CommandModule
from model.errors import XugaoError
from model.file_names import PROJECT_ENDINGS

_ENDINGS = (*PROJECT_ENDINGS, ".docx", ".txt")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and never shows a traceback for a known failure."""
    written = _files_by_name(sys.argv[1:] if arguments is None else arguments)
    _have_streams()
    _speak_chinese(is_json="--json" in written)
    command = _named(written)
    module = command.load() if command else None
    with argparse_in_chinese():
        options = _parse(written, command, module)
    try:
        return module.run(options) if module else 2
    except XugaoError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _files_by_name(written: Sequence[str]) -> list[str]:
    """What was written, with a file whose name begins like an option (`-x.json`) told apart."""
    words: list[str] = []
    for word in written:
        is_name = word.startswith("-") and word.lower().endswith(_ENDINGS)
        if is_name and (words[-1:] == ["-o"] or Path(word).is_file()):
            words.append(f"{os.curdir}{os.sep}{word}")
        else:
            words.append(word)
    return words


def _named(written: Sequence[str]) -> Command | None:
    """The command that was written; None where argparse is going to refuse or help."""
    by_name = {command.name: command for command in COMMANDS}
    return next((by_name[word] for word in written if word in by_name), None)


def _parse(
    written: Sequence[str], command: Command | None, module: CommandModule | None
) -> argparse.Namespace:
    """What was written for a command. argparse ends a list of values at an option, as in
    `set P.json --from F.json 位置=值`: what stands behind one is added to the list here."""
    parser = _parser(command, module)
    options, behind = parser.parse_known_args(written)
    rest = command.rest if command else ""
    if behind and (not rest or any(word.startswith("-") for word in behind)):
        parser.refuse_unknown(behind)
    if rest:
        getattr(options, rest).extend(behind)
    return options


def _parser(named: Command | None, module: CommandModule | None) -> ChineseParser:
    """All commands with their summaries; arguments only for the one that was named."""
    parser = ChineseParser(prog="main.py", description="续稿：写每月、每季、每半年的工作报告。")
    commands = parser.add_subparsers(dest="command", required=True, title="命令", metavar="命令")
    for command in COMMANDS:
        subparser = commands.add_parser(
            command.name, help=command.summary, description=command.summary
        )
        if module and command is named:
            module.add_arguments(subparser)
    return parser


def _have_streams() -> None:
    """A program without a console has no streams: what it says is lost, its exit code is not."""
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()


def _speak_chinese(*, is_json: bool) -> None:
    """Chinese must not fail on a console or pipe of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            is_console = stream.isatty() or sys.platform != "win32"
            encoding = "utf-8" if is_console or is_json else locale.getencoding()
            reconfigure(encoding=encoding, errors="backslashreplace")
