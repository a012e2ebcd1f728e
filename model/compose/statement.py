"""What is said of an indicator in a text: the wanted facets, worded, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from model.compose.project_reader import ProjectReader, Value, words_of
from model.document import Part, Span
from model.numbers.ask import Query, statement_of
from model.report.indicator import Indicator
from model.report.section import IndicatorUse
from model.values.aspect import Aspect
from model.values.facet import FORECASTS, ComparedWith
from model.values.period import Period
from model.values.state import State
from model.wording.links import FieldLink, IndicatorLink, Link, Literal, split
from model.wording.saying.phrasing import (
    Piece,
    Said,
    Wording,
    number_of,
    say_facet,
    state,
    state_pair,
    when,
)
from model.wording.saying.words import PLAIN, shares_text

LAST_YEAR_ADVERB = "比上年"
"""What growth of a whole year is measured against, in words."""

Values = Mapping[Aspect, Sequence[Value]]


def values_of(
    indicator: Indicator, use: IndicatorUse, reader: ProjectReader
) -> dict[Aspect, Sequence[Value]]:
    """The values of every wanted facet; a wanted facet without one is a blank."""
    query = reader.numbers.query_of_use(indicator, use)
    return {
        facet: reader.values(query.asked(facet), facet)
        for facet in reader.numbers.wanted(indicator, use)
    }


def statement(
    use: IndicatorUse, reader: ProjectReader, whole: IndicatorUse | None = None
) -> tuple[Span, ...]:
    """The whole statement of one use (with its pair), without the parts below it.

    `whole`: the use that this one stands under as a part (其中): its period has been named, and
    shares are of it.
    """
    indicator = reader.indicator(use.indicator)
    if indicator is None or not reader.numbers.understands(use):
        return (Span(f"{{@{use.indicator}}}", None, Part.TEXT, State.EMPTY),)
    other = reader.indicator(use.paired_with) if use.paired_with else None
    if other is not None:
        return _pair(indicator, other, use, reader, whole)
    values = values_of(indicator, use, reader)
    pieces = state(
        words_of(indicator, _name(use, reader)),
        _said(values),
        period=_period_words(indicator, use.period, whole, reader),
        wording=_wording(indicator, use, whole, reader),
    )
    query = reader.numbers.query_of_use(indicator, use)
    return tuple(_span(piece, values, query) for piece in pieces)


def _pair(
    first: Indicator,
    second: Indicator,
    use: IndicatorUse,
    reader: ProjectReader,
    whole: IndicatorUse | None,
) -> tuple[Span, ...]:
    """Two indicators in one sentence; each number keeps the place of its own indicator."""
    of_first = values_of(first, use, reader)
    of_second = values_of(second, use, reader)
    pieces = state_pair(
        words_of(first),
        words_of(second),
        _said(of_first),
        _said(of_second),
        name=_name(use, reader) or "",
        period=_period_words(first, use.period, whole, reader),
        wording=replace(_wording(first, use, whole, reader), base=""),
    )
    queries = tuple(reader.numbers.query_of_use(one, use) for one in (first, second))
    return tuple(
        _span(piece, of_second if piece.of_second else of_first, queries[piece.of_second])
        for piece in pieces
    )


def _wording(
    indicator: Indicator, use: IndicatorUse, whole: IndicatorUse | None, reader: ProjectReader
) -> Wording:
    """The words that a text chooses for the statement of a use."""
    own = reader.numbers.period_of(use.period)
    return replace(
        reader.wording(indicator, own),
        forecast_period=_forecast_words(use, reader),
        base=LAST_YEAR_ADVERB if own == own.whole_year() else ComparedWith.LAST_YEAR.adverb,
        share_words=_share_words(whole),
    )


def _name(use: IndicatorUse, reader: ProjectReader) -> str | None:
    """The name a text gives the indicator, its links in words; None: the indicator's own."""
    if use.name is None or "{" not in use.name:
        return use.name
    return "".join(_in_words(piece, use.name, reader) for piece in split(use.name))


def _in_words(piece: Literal | Link, raw: str, reader: ProjectReader) -> str:
    match piece:
        case FieldLink():
            shown = reader.field(piece.field, alone=piece.alone)
            return raw[piece.start : piece.end] if shown is None else shown.text
        case IndicatorLink():
            spans = linked(piece, raw[piece.start : piece.end], None, reader, Part.TEXT)
            return "".join(span.text for span in spans)
        case _:
            return piece.text


def _said(values: Values) -> dict[Aspect, list[Said]]:
    return {facet: [value.said for value in several] for facet, several in values.items()}


def _period_words(
    indicator: Indicator, code: str | None, whole: IndicatorUse | None, reader: ProjectReader
) -> str:
    """A period of its own is named, one of another year with its year; one that the text around
    tells is not.
    """
    named = reader.numbers.period_of(whole.period if whole else None)
    if code is None or reader.numbers.period_of(code) == named:
        return ""
    period = Period.parse(code)
    said = when(words_of(indicator), period)
    if period.year == reader.numbers.period.year:
        return said
    return (
        period.label_with_year
        if said == period.label
        else f"{period.year}年{said.removeprefix('年')}"
    )


def _share_words(whole: IndicatorUse | None) -> str:
    """A part says 占 at once: what it is a share of was named right before it."""
    return PLAIN.share_words if whole is None else "占"


def _forecast_words(use: IndicatorUse, reader: ProjectReader) -> str:
    """`6月底`, or `全年`; nothing where forecast and statement share their period."""
    own, period = reader.numbers.period, reader.numbers.period_of(use.forecast_period)
    only_forecasts = bool(use.facets) and all(facet in FORECASTS for facet in use.facets)
    if period == reader.numbers.period_of(use.period) and (period == own or not only_forecasts):
        return ""
    if period.last == own.last and period.first < own.first:
        return period.label
    return "全年" if period == period.whole_year() else f"{period.end_label}底"


def _span(piece: Piece, values: Values, query: Query) -> Span:
    if piece.facet is None:
        return Span(piece.text)
    found = State.EMPTY if piece.blank else values[piece.facet][piece.nth].state
    return Span(piece.text, str(query.place(piece.facet)), Part.TEXT, found)


def linked(
    link: IndicatorLink, raw: str, place: str | None, reader: ProjectReader, part: Part
) -> Iterator[Span]:
    """A link in prose: a whole statement, a worded facet, or a number alone."""
    indicator = reader.indicator(link.indicator)
    query = reader.numbers.query_of_link(link)
    if indicator is None or query is None:
        yield Span(raw, place, part, State.EMPTY)
        return
    if link.facet is None:
        yield from statement(statement_of(link), reader)
        return
    values = reader.values(query.asked(link.facet), link.facet)
    value, target = values[0], str(query.place(link.facet))
    words = words_of(indicator)
    if words.shares:
        text = shares_text(words, [one.said for one in values])
        yield Span(text, target, part, value.state)
        return
    if link.alone:
        yield Span(number_of(value.said, link.facet), target, part, value.state)
        return
    for piece in say_facet(words, link.facet, value.said, reader.wording(indicator, query.period)):
        if piece.facet is None:
            yield Span(piece.text, place, part)
        else:
            yield Span(piece.text, target, part, value.state)
