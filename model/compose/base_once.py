"""同比 said once a paragraph (首次说“同比增长”，后面说“增长”), where an office wants it so."""

from __future__ import annotations

from dataclasses import replace

from model.compose.statement import LAST_YEAR_ADVERB
from model.document import Paragraph, Span
from model.values.facet import ComparedWith
from model.values.patterns import pattern

_ADVERBS = (ComparedWith.LAST_YEAR.adverb, LAST_YEAR_ADVERB)
_OTHER_BASE = pattern(r"[较比与](?!上年|去年)|环比|同口径|年均")
"""Words by which something else than last year is the base of what follows."""


def base_once(paragraph: Paragraph) -> Paragraph:
    """The paragraph with 同比 before its first growth only, and again behind another base.

    Only words that the program itself put between values are left out, never typed ones.
    """
    spans: list[Span] = []
    moved: list[int] = []
    is_told = False
    for at, span in enumerate(paragraph.spans):
        moved.append(len(spans))
        adverb = _adverb(span, paragraph.spans[at + 1 : at + 2])
        text = span.text.removesuffix(adverb) if is_told else span.text
        is_told = bool(adverb) or (is_told and _OTHER_BASE.search(span.text) is None)
        if text:
            spans.append(replace(span, text=text))
    starts = tuple(moved[start] if start < len(moved) else len(spans) for start in paragraph.starts)
    return replace(paragraph, spans=tuple(spans), starts=starts)


def _adverb(span: Span, following: tuple[Span, ...]) -> str:
    """The words for last year that end what leads to a value; '' where none do."""
    if span.place is not None or not following or "@" not in (following[0].place or ""):
        return ""
    return next((adverb for adverb in _ADVERBS if span.text.endswith(adverb)), "")
