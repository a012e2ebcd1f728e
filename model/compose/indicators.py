"""Blocks that state indicators: one after the other, or grouped by outlook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.compose.joining import ends_sentence, glued, joined
from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.compose.rows import Member, item_spans, laid_out, marker_text, numbers_of
from model.compose.statement import statement
from model.document import Paragraph, Part, Role, Span
from model.report.section import (
    IndicatorsBlock,
    IndicatorUse,
    OutlookBlock,
    OutlookGroup,
)
from model.report.uses import said_uses
from model.values.facet import FORECASTS


def use_spans(use: IndicatorUse, reader: ProjectReader) -> tuple[Span, ...]:
    """One use of a block, remembered."""
    return reader.pieces.made(use, None, lambda: _use_spans(use, reader))


def _use_spans(
    use: IndicatorUse, reader: ProjectReader, whole: IndicatorUse | None = None
) -> tuple[Span, ...]:
    """One use: its opening, its statement, its parts under 其中, and its remark.

    A remark that begins with punctuation follows at once; any other follows a comma.
    """
    reader.indicator(use.indicator)
    settled = reader.numbers.settled(use)
    spans = said(use, "opening", reader) + _with_parts(settled, reader, whole)
    if use.remark is not None and not use.remark.dropped:
        spans = glued(spans, tuple(item_spans(use.remark, None, reader)))
    return spans


def _with_parts(
    use: IndicatorUse, reader: ProjectReader, whole: IndicatorUse | None
) -> tuple[Span, ...]:
    """The statement and its parts: in brackets before a forecast, which is of the whole."""
    use_parts = said_uses(use.parts)
    if not use_parts:
        return statement(use, reader, whole)
    forecasts = tuple(facet for facet in use.facets if facet in FORECASTS)
    others = tuple(facet for facet in use.facets if facet not in FORECASTS)
    said_parts = [_use_spans(part, reader, use) for part in use_parts]
    parts = _in_a_row(said_parts)
    if not forecasts and _is_long(said_parts):
        return (*statement(use, reader, whole), Span("。"), *parts, Span("。"))
    if not forecasts:
        return (*statement(use, reader, whole), Span("，"), *parts)
    reached = statement(use.changed(facets=others), reader, whole)
    expected = statement(use.changed(facets=forecasts, name=""), reader, whole)
    return (*reached, Span("（"), *parts, Span("），"), *expected)


def _in_a_row(parts: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """`其中，` and the parts: ； between those that hold commas of their own (GB/T 15834)."""
    between = Span("；" if _is_long(parts) else "，")
    rows = ((between if number else Span("其中，"), *part) for number, part in enumerate(parts))
    return tuple(span for row in rows for span in row)


def _is_long(parts: Sequence[tuple[Span, ...]]) -> bool:
    """Whether parts are several and say more than one thing each: they are a sentence then."""
    return len(parts) > 1 and any("，" in span.text for part in parts for span in part)


def indicators_block(one: IndicatorsBlock, reader: ProjectReader) -> Iterator[Paragraph]:
    """One paragraph; nothing where no indicator is used and nothing is said before, or where none
    of those used is said.
    """
    uses = said_uses(one.use)
    if one.use and not uses:
        return
    statements = [use_spans(use, reader) for use in uses]
    closing = said(one, "closing", reader) if statements else ()
    spans = (
        *said(one, "opening", reader),
        *joined(statements, closing),
    )
    if spans:
        yield Paragraph(Role.BODY, spans, 0, (one.id,))


def outlook_block(one: OutlookBlock, reader: ProjectReader) -> Iterator[Paragraph]:
    """The groups that have indicators, in one paragraph or each in its own."""
    groups = [group for group in one.groups if said_uses(group.use)]
    numbers = [row[0] for row in numbers_of([[group.marker] for group in groups])]
    opening = said(one, "opening", reader)
    members = [
        Member(group.id, group.marker, _group_spans(group, marker_text(group.marker, at), reader))
        for group, at in zip(groups, numbers, strict=True)
    ]
    return laid_out(one.id, opening, members, separate=one.separate)


def _group_spans(group: OutlookGroup, sign: str, reader: ProjectReader) -> tuple[Span, ...]:
    """`一是已经提前实现“双过半”的指标有2项。` and the statements, each a sentence."""
    marker = (Span(sign, f"{group.id}.marker", Part.MARKER),) if sign else ()
    place = f"{group.id}.text"
    uses = said_uses(group.use)
    count = Span(str(len(uses)), place, Part.LEAD)
    lead = said(group, "text", reader, Part.LEAD, {"count": count})
    sentences: list[Span] = []
    for use in uses:
        spans = use_spans(use, reader)
        sentences += spans
        if not ends_sentence(spans):
            sentences.append(Span("。"))
    return marker + lead + tuple(sentences)
