"""Shows a file in the desktop's own file manager, without opening any address."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePath


def show_in_folder(file: Path) -> bool:
    """Open the folder of a file; False where this desktop has no file manager to ask."""
    command = explorer_command(file) if sys.platform == "win32" else _on_desktop(file)
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except OSError:
        return False
    return True


def explorer_command(file: PurePath) -> str:
    """Return what Windows' explorer wants: only the path in quotation marks, which no name holds.

    As one word of a list, `/select,` would stand inside the marks and explorer would open another
    folder as soon as the path has a blank or a comma.
    """
    return f'explorer /select,"{file}"'


def _on_desktop(file: Path) -> list[str]:
    return ["open" if sys.platform == "darwin" else "xdg-open", str(file.parent)]
