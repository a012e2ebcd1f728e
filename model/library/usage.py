"""How often two signs stand side by side (连用) in what the program itself says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import add
from pathlib import Path

from model.values.patterns import pattern

_CHINESE = pattern(r"[\u4e00-\u9fff]+")


def pairs_in(texts: Iterable[str]) -> Mapping[str, int]:
    """Each two neighbouring signs of texts, and how often they are."""
    found: Counter[str] = Counter()
    for text in texts:
        for run in _CHINESE.findall(text):
            found.update(map(add, run, run[1:]))
    return found


def texts_of(folder: Path) -> tuple[str, ...]:
    """The indicator bank and the templates of reports as they are written."""
    files = (folder / "indicators.json", *sorted((folder / "reports").glob("*.json")))
    return tuple(file.read_text(encoding="utf-8") for file in files)
