"""The characters of GB 2312, which are all that the official fonts have (仿宋_GB2312 …)."""

from __future__ import annotations

import re
from functools import lru_cache


def is_rare(character: str) -> bool:
    """Whether a character is Chinese and not in GB 2312 (喆 堃 镕 玥)."""
    return rare().match(character) is not None


def has_rare(text: str) -> bool:
    """Whether any character of a text is rare."""
    return rare().search(text) is not None


@lru_cache(maxsize=1)
def rare() -> re.Pattern[str]:
    """One rare character; every text of an export is searched, and this is the quickest way."""
    rows = (bytes((lead, trail)) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    common = "".join(sorted(b"".join(rows).decode("gb2312", "ignore")))
    return re.compile(f"[^{common}\x00-\u33ff\ua000-\U0001ffff]")
