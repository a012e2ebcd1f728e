"""续稿 Xugao. Without arguments the window opens; with a subcommand it is a command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Returns the exit code. The command line never loads the window's libraries."""
    if len(sys.argv) > 1:
        from model.cli import main as command_line  # noqa: PLC0415

        return command_line()
    sys.stderr.write(
        "这一版还没有窗口，请用命令：main.py templates 列出模板，main.py -h 看全部命令。\n"
        "想先看看做出来的样子：main.py demo -o 文件夹\n"
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
