"""Shows a file in the desktop's own file manager, without opening any address."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def show_in_folder(file: Path) -> bool:
    """Open the folder of a file; False where this desktop has no file manager to ask."""
    command = ["explorer", f"/select,{file}"] if sys.platform == "win32" else _on_desktop(file)
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except OSError:
        return False
    return True


def _on_desktop(file: Path) -> list[str]:
    return ["open" if sys.platform == "darwin" else "xdg-open", str(file.parent)]
