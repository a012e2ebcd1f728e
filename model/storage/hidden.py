"""Files of ours that lie among the clerk's are not shown to her."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes

    _HIDDEN = 0x2

    def hide(path: Path) -> None:
        """Mark the file as hidden; a drive without such marks shows it."""
        ctypes.WinDLL("kernel32").SetFileAttributesW(ctypes.c_wchar_p(str(path)), _HIDDEN)

else:

    def hide(path: Path) -> None:
        """The dot that its name begins with hides it here."""
