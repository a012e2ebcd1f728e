"""Spans of a text exchanged, all told by the places they have before any is."""

from __future__ import annotations

from collections.abc import Iterable

Exchange = tuple[int, int, str]
"""From, to, and what stands there instead; where both are the same, it is put in between."""


def exchanged(text: str, exchanges: Iterable[Exchange]) -> str:
    """`text` with spans that do not overlap replaced."""
    for start, end, new in sorted(exchanges, key=lambda one: one[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text
