"""续稿 Xugao. Without arguments, or with a project file, the window opens; else a command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Returns the exit code. The command line never loads the window's libraries."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".json")):
        from ui.app import run  # noqa: PLC0415

        return run(sys.argv)
    from model.cli import main as command_line  # noqa: PLC0415

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
