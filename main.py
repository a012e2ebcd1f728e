"""续稿 Xugao. Without arguments, or with a file, the window opens; else a command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from model.file_names import is_project


def main() -> int:
    """Returns the exit code. The command line never loads the window's libraries."""
    arguments = sys.argv[1:]
    if all(_is_file(argument) for argument in arguments):
        if _no_screen():
            sys.stderr.write("这台电脑没有图形界面，开不了窗口。命令行的用法：main.py -h\n")
            return 2
        from model.jobs.second_start import hand_over  # noqa: PLC0415

        wanted = Path(arguments[-1]) if arguments else None
        if hand_over(wanted):
            return 0  # the window that is open answers
        from ui.app import run  # noqa: PLC0415

        return run(sys.argv[0], wanted)
    from model.cli.command_line import main as command_line  # noqa: PLC0415

    return command_line()


def _is_file(argument: str) -> bool:
    """Whether a project is named, or a file of another kind was dragged onto the program's icon."""
    path = Path(argument)
    return is_project(argument) or (bool(path.suffix) and path.is_file())


def _no_screen() -> bool:
    """Whether Qt would find no display; without this it aborts with a message of its own."""
    said = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in said)


if __name__ == "__main__":
    sys.exit(main())
