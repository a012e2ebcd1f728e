"""Automatic numbering resolved to the text it shows (`一、`, `（一）`, `1.`, `①`).

Word keeps the signs out of the text: a paragraph names a list and a level, the list's definition
tells format, pattern, start and restart. Counters belong to the abstract definition, so that two
lists of it go on counting unless one starts anew (`w:startOverride`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from model.word.read.formats import SYMBOLS, written
from model.word.read.names import VAL, w

_SLOT = re.compile(r"%([1-9])")
_ALNUM_END = re.compile(r"[0-9A-Za-z]$")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    suffix: str = "tab"
    legal: bool = False


@dataclass(slots=True)
class _List:
    """One `w:num`: its levels, and which definition's counters it shares."""

    abstract: str
    levels: dict[int, _Level]
    anew: dict[int, int] = field(default_factory=dict)


def _value(element: etree._Element | None, default: str = "") -> str:
    return default if element is None else element.get(VAL, default)


def _place(level: etree._Element) -> int | None:
    """Which level of a list an element is about; None where that is no number of a few digits."""
    said = level.get(w("ilvl"), "0")
    return int(said) if re.fullmatch(r"\d{1,6}", said) else None


def _number(element: etree._Element | None, default: int) -> int:
    said = _value(element)
    return int(said) if re.fullmatch(r"\d{1,6}", said) else default


def _on(element: etree._Element | None) -> bool:
    return element is not None and _value(element, "1") not in {"0", "false", "off"}


class Numbering:
    """All lists of a document, and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self.by_style: dict[str, tuple[str, int]] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        abstracts = {one.get(w("abstractNumId"), ""): one for one in root.iter(w("abstractNum"))}
        linked = {
            _value(one.find(w("styleLink"))): id_
            for id_, one in abstracts.items()
            if one.find(w("styleLink")) is not None
        }
        levels = {id_: _levels(one) for id_, one in abstracts.items()}
        for num in root.iter(w("num")):
            id_ = _value(num.find(w("abstractNumId")))
            definition = abstracts.get(id_)
            if definition is not None and definition.find(w("numStyleLink")) is not None:
                id_ = linked.get(_value(definition.find(w("numStyleLink"))), id_)
            found = _List(id_, dict(levels.get(id_, {})))
            self._lists[num.get(w("numId"), "")] = found
            for override in num.iter(w("lvlOverride")):
                _override(found, override)
            for level, style in _styles_of(abstracts.get(id_)).items():
                self.by_style.setdefault(style, (num.get(w("numId"), ""), level))

    def label(self, list_: str, level: int) -> str:
        """The sign of the next paragraph of that list and level; empty where there is none."""
        found = self._lists.get(list_)
        if found is None or level not in found.levels:
            return ""
        definition = found.levels[level]
        counts = self._counts.setdefault(found.abstract, {})
        if level in found.anew:
            counts[level] = found.anew.pop(level)
        else:
            counts[level] = counts.get(level, definition.start - 1) + 1
        for lower in [one for one in counts if one > level]:
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or (restart and level < restart):
                del counts[lower]
        return _shown(found, level, counts)


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    found = {}
    for level in abstract.iter(w("lvl")):
        place = _place(level)
        if place is not None:
            found[place] = _level(level)
    return found


def _level(level: etree._Element) -> _Level:
    restart = level.find(w("lvlRestart"))
    return _Level(
        start=_number(level.find(w("start")), 1),
        format=_value(level.find(w("numFmt")), "decimal"),
        pattern=_value(level.find(w("lvlText"))),
        restart=None if restart is None else _number(restart, 0),
        suffix=_value(level.find(w("suff")), "tab"),
        legal=_on(level.find(w("isLgl"))),
    )


def _override(list_: _List, override: etree._Element) -> None:
    place = _place(override)
    if place is None:
        return
    level = override.find(w("lvl"))
    if level is not None:
        list_.levels[place] = _level(level)
    start = override.find(w("startOverride"))
    if start is not None:
        list_.anew[place] = _number(start, 1)


def _styles_of(abstract: etree._Element | None) -> dict[int, str]:
    """The paragraph styles that levels of a definition are tied to."""
    if abstract is None:
        return {}
    return {
        place: _value(level.find(w("pStyle")))
        for level in abstract.iter(w("lvl"))
        if level.find(w("pStyle")) is not None and (place := _place(level)) is not None
    }


def _shown(list_: _List, level: int, counts: dict[int, int]) -> str:
    definition = list_.levels[level]
    if definition.format == "bullet":
        signs = "".join(SYMBOLS.get(sign, sign) for sign in definition.pattern)
        return "•" if any("\ue000" <= sign <= "\uf8ff" for sign in signs) else signs

    def number(slot: re.Match[str]) -> str:
        place = int(slot[1]) - 1
        other = list_.levels.get(place, definition)
        format_ = "decimal" if definition.legal and place != level else other.format
        return written(counts.get(place, other.start), format_)

    label = _SLOT.sub(number, definition.pattern)
    apart = definition.suffix != "nothing" and _ALNUM_END.search(label)
    return label + " " if apart else label
