"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast


class _Written:
    """A pattern not compiled yet; after the first use its methods are those of the compiled one."""

    def __init__(self, written: str, flags: int) -> None:
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(re.compile(self._written, self._flags), name)
        return found


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for what not every command looks for: compiling Chinese ranges is slow."""
    return cast("re.Pattern[str]", _Written(written, flags))
