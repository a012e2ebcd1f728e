"""Punctuation between runs that were made apart: never doubled, never missing."""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Span

_STOPS = "。！？"
_MARKS = "，、；：。！？,;:!?"


def last_sign(spans: Sequence[Span]) -> str:
    """The last character, or '' for nothing."""
    return next((span.text[-1] for span in reversed(spans) if span.text), "")


def ends_sentence(spans: Sequence[Span]) -> bool:
    return bool(spans) and last_sign(spans) in _STOPS


def begins_with_mark(text: str) -> bool:
    """Whether a text brings the mark that parts it from what stands before; also where it is ''."""
    return not text or text[0] in _MARKS + "（"


def glued(spans: Sequence[Span], more: Sequence[Span]) -> tuple[Span, ...]:
    """`more` after `spans`, with a comma between them where neither brings a mark."""
    first = next((span.text for span in more if span.text), "")
    if not first or not spans or begins_with_mark(first) or last_sign(spans) in _MARKS:
        return (*spans, *more)
    return (*spans, Span("，"), *more)


def joined(statements: Sequence[Sequence[Span]], closing: Sequence[Span]) -> tuple[Span, ...]:
    """Statements one after the other: ； between them, `closing` after the last.

    A statement that ends its own sentence takes neither.
    """
    spans: list[Span] = []
    for index, statement in enumerate(statements):
        is_last = index == len(statements) - 1
        spans += statement
        if statement and not ends_sentence(statement):
            spans += closing if is_last else (Span("；"),)
    return tuple(spans)
