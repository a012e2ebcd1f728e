"""Braces in prose: `{leader}` is a field, `{@gdp.yoy}` a link to an indicator, `{{` a brace.

Both end in `|n` for the number alone, without its unit. A link may name a period that is not the
report's own (`{@gdp@2026-Q1.yoy}`), and what a change is measured against (`{@gdp.points~city}`);
without a facet it stands for the indicator's whole statement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from model.errors import ValueRefused
from model.values.aspect import Aspect, base_mark, parse_aspect

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_FIELD = re.compile(r"(?P<field>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?P<alone>\|n)?")
_LINK = re.compile(
    r"@(?P<indicator>[a-z0-9]+(?:-[a-z0-9]+)*)(?:@(?P<period>[A-Za-z0-9-]+))?"
    r"(?:\.(?P<facet>[a-z_]+(?:~[A-Za-z0-9_-]+)?))?(?P<alone>\|n)?"
)
_MASK = "\ufffc"


@dataclass(frozen=True, slots=True)
class FieldLink:
    """`{leader}`: the value of a field with its unit, or of a built-in such as `{place}`."""

    start: int
    end: int
    field: str
    alone: bool


@dataclass(frozen=True, slots=True)
class IndicatorLink:
    """`{@indicator@period.facet|n}`; `period` None is the report's own, `facet` None all of it."""

    start: int
    end: int
    indicator: str
    period: str | None
    facet: Aspect | None
    alone: bool


@dataclass(frozen=True, slots=True)
class Literal:
    """Text between links, with doubled braces read as one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Braces that are neither field nor link: shown as written, told as a problem."""

    start: int
    end: int
    text: str


Link = FieldLink | IndicatorLink | BrokenLink


@lru_cache(maxsize=8192)
def split(text: str) -> tuple[Literal | Link, ...]:
    """`text` in order as literal runs and links; offsets count the raw text."""
    parts: list[Literal | Link] = []
    at = 0
    for found in _BRACES.finditer(text):
        if found.start() > at:
            parts.append(Literal(at, found.start(), text[at : found.start()]))
        parts.append(_read(found))
        at = found.end()
    if at < len(text):
        parts.append(Literal(at, len(text), text[at:]))
    return tuple(parts)


def _read(found: re.Match[str]) -> Literal | Link:
    """The meaning of one match of braces."""
    start, end = found.span()
    if found[0] in ("{{", "}}"):
        return Literal(start, end, found[0][0])
    inner = found[1]
    if inner is None:
        return BrokenLink(start, end, found[0])
    field = _FIELD.fullmatch(inner)
    if field:
        return FieldLink(start, end, field["field"], bool(field["alone"]))
    link = _LINK.fullmatch(inner)
    try:
        facet = parse_aspect(link["facet"]) if link and link["facet"] else None
    except ValueRefused:
        return BrokenLink(start, end, found[0])
    if link is None:
        return BrokenLink(start, end, found[0])
    return IndicatorLink(start, end, link["indicator"], link["period"], facet, bool(link["alone"]))


def links(text: str) -> tuple[Link, ...]:
    """Only the links of `text`."""
    return tuple(part for part in split(text) if not isinstance(part, Literal))


def masked(text: str) -> str:
    """`text` with every link covered, offset for offset, so that none is taken for a figure."""
    if "{" not in text:
        return text
    return "".join(
        text[part.start : part.end]
        if isinstance(part, Literal)
        else _MASK * (part.end - part.start)
        for part in split(text)
    )


def unmasked(text: str, source: str) -> str:
    """`text`, a masked and then edited copy of `source`, with the links of `source` again."""
    pairs = zip(source, masked(source), strict=True)
    covered = iter([sign for sign, cover in pairs if cover == _MASK])
    return "".join(next(covered) if sign == _MASK else sign for sign in text)


def escaped(text: str) -> str:
    """Plain text as prose: its braces doubled, so that it reads back as itself."""
    return text.replace("{", "{{").replace("}", "}}")


def with_periods(text: str, resolve: Mapping[str, str]) -> str:
    """`text` with the period tokens of its links replaced by `resolve`d codes.

    A period that a change is measured against is resolved under its code after `~`.
    """
    for link in reversed(links(text)):
        if not isinstance(link, IndicatorLink):
            continue
        renewed = text[link.start : link.end]
        if link.period is not None and link.period in resolve:
            renewed = renewed.replace(f"@{link.period}", f"@{resolve[link.period]}", 1)
        base = base_mark(link.facet) if link.facet else None
        if base is not None and base in resolve:
            renewed = renewed.replace(base, resolve[base], 1)
        text = text[: link.start] + renewed + text[link.end :]
    return text
