"""Shows a file in the desktop's own file manager, without opening any address."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePath


def show_in_folder(file: Path) -> bool:
    """Open the folder of a file; False where this desktop has no file manager to ask."""
    return _started(explorer_command(file) if sys.platform == "win32" else _on_desktop(file))


def open_in_program(file: Path) -> bool:
    """Open a file in the program the desktop has for it; False where there is none to ask."""
    if sys.platform == "win32":
        return _started(f'explorer "{file}"')
    return _started(["open" if sys.platform == "darwin" else "xdg-open", str(file)])


def explorer_command(file: PurePath) -> str:
    """Return what Windows' explorer wants: only the path in quotation marks, which no name holds.

    As one word of a list, `/select,` would stand inside the marks and explorer would open another
    folder as soon as the path has a blank or a comma.
    """
    return f'explorer /select,"{file}"'


def _started(command: str | list[str]) -> bool:
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except OSError:
        return False
    return True


def _on_desktop(file: Path) -> list[str]:
    return ["open" if sys.platform == "darwin" else "xdg-open", str(file.parent)]
