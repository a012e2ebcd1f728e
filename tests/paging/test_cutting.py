"""Pages follow from sums; put together line after line they are the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Paragraph, Role, Span
from model.library import shipped
from model.paging.breaking import PLAIN
from model.paging.faces import Face, NominalFaces
from model.paging.layout import Change, Flow
from model.paging.pages import Page, Paginator
from model.paging.paragraph import Laid, Measure, Stretch
from model.paging.table import LaidRow, LaidTable
from model.typesetting.house_style import Alignment
from tests.paging.plain_paginator import pages_of

HEIGHT = 1000
STYLE = shipped.house_style("gbt9704")

PITCHES = st.sampled_from([100, 100, 100, 130, 260, 1100])
SPACES = st.sampled_from([0, 0, 0, 50, 100])
LINES = st.one_of(st.integers(1, 4), st.integers(1, 40))
HEIGHTS = st.sampled_from([60, 120, 300, 1100])
Numbers = tuple[int, int, int, int, bool, bool]
"""Of a paragraph: lines, pitch, space before and after, whether it stays with the next, and
whether it begins a page."""
TEXTS = st.tuples(LINES, PITCHES, SPACES, SPACES, st.booleans(), st.just(False))
PLAIN_TEXTS = st.tuples(LINES, PITCHES, st.just(0), st.just(0), st.just(False), st.just(False))
ANNEXES = st.tuples(st.just(1), PITCHES, SPACES, SPACES, st.booleans(), st.just(True))
TABLES = st.tuples(HEIGHTS, st.lists(HEIGHTS, max_size=30))
KINDS = st.one_of(PLAIN_TEXTS, PLAIN_TEXTS, PLAIN_TEXTS, TEXTS, TABLES, ANNEXES)
Kind = Numbers | tuple[int, list[int]]
BODIES = st.lists(KINDS, max_size=25)
EDITS = st.lists(
    st.tuples(st.integers(0, 25), st.integers(0, 3), st.lists(KINDS, max_size=2)), max_size=6
)


@pytest.fixture(scope="module")
def face() -> Face:
    return NominalFaces(STYLE).of(STYLE.looks.body)


def flow_of(kind: Kind, face: Face) -> Flow:
    """A paragraph of so many lines, or a table of a head and rows of such heights."""
    block = Paragraph(Role.BODY, (Span("县"),))
    if len(kind) == 2:
        head, *rows = (LaidRow((), height) for height in (kind[0], *kind[1]))
        table = LaidTable((0.0, 100.0), head, tuple(rows))
        return Flow(block, table, 0, 0, keep=False, new_page=False, right=0)
    lines, pitch, before, after, keep, new_page = kind
    text = "\n".join("县" * lines)
    measure = Measure(0.0, 400.0, 0.0, Alignment.LEFT, pitch, PLAIN)
    laid = Laid((Span(text),), [text], [Stretch(len(text), face)], measure)
    assert len(laid.lines) == lines
    return Flow(block, laid, before, after, keep=keep, new_page=new_page, right=0)


def cut(flows: list[Flow]) -> list[Page]:
    return list(Paginator(HEIGHT).cut(Change(flows, 0, 0)))


def told(pages: Sequence[Page]) -> list[list[tuple[int, int, int, int, bool]]]:
    """Which pieces of which block stand where on each page."""
    return [
        [(id(laid), first, last, top, head) for laid, first, last, top, head, *_ in page]
        for page in pages
    ]


@given(kinds=BODIES)
def test_pages_cut_by_sums_are_those_cut_line_after_line(kinds: list[Kind], face: Face) -> None:
    flows = [flow_of(kind, face) for kind in kinds]
    assert told(cut(flows)) == told(pages_of(flows, HEIGHT))


@given(kinds=st.lists(PLAIN_TEXTS, min_size=30, max_size=60), at=st.integers(0, 29))
def test_long_runs_of_plain_text_are_cut_the_same_after_a_line_more(
    kinds: list[Numbers], at: int, face: Face
) -> None:
    flows = [flow_of(kind, face) for kind in kinds]
    paginator = Paginator(HEIGHT)
    paginator.cut(Change(flows, 0, 0))
    more = (kinds[at][0] + 1, *kinds[at][1:])
    longer = [*flows[:at], flow_of(more, face), *flows[at + 1 :]]
    renewed = paginator.cut(Change(longer, at, len(flows) - at - 1))
    assert told(renewed) == told(pages_of(longer, HEIGHT))


@given(kinds=BODIES, edits=EDITS)
def test_pages_cut_again_after_edits_are_those_cut_line_after_line(
    kinds: list[Kind], edits: list[tuple[int, int, list[Kind]]], face: Face
) -> None:
    flows = [flow_of(kind, face) for kind in kinds]
    paginator = Paginator(HEIGHT)
    paginator.cut(Change(flows, 0, 0))
    for at, gone, put in edits:
        above, below = flows[:at], flows[at + gone :]
        flows = [*above, *(flow_of(kind, face) for kind in put), *below]
        pages = paginator.cut(Change(flows, len(above), len(below)))
        assert told(pages) == told(pages_of(flows, HEIGHT))


@given(kinds=BODIES)
def test_every_line_and_row_stands_on_one_page_in_its_order(kinds: list[Kind], face: Face) -> None:
    flows = [flow_of(kind, face) for kind in kinds]
    shown = [(placed.laid, placed.first, placed.last) for page in cut(flows) for placed in page]
    for flow in flows:
        own = [(first, last) for laid, first, last in shown if laid is flow.laid]
        laid = flow.laid
        count = len(laid.lines) if isinstance(laid, Laid) else len(laid.rows)
        assert [first for first, _ in own] == [0, *(last for _, last in own[:-1])]
        assert own[-1][1] == count
    order = [id(flow.laid) for flow in flows]
    assert list(dict.fromkeys(id(laid) for laid, _, _ in shown)) == order


@given(kinds=BODIES)
def test_no_page_is_fuller_than_it_can_be(kinds: list[Kind], face: Face) -> None:
    for page in cut([flow_of(kind, face) for kind in kinds]):
        pieces = sum(max(placed.last - placed.first, 1) for placed in page)
        if pieces > 1:
            laid, first, last, top, *_ = page[-1]
            if isinstance(laid, Laid):
                used = (last - first) * laid.pitch
            else:
                used = laid.head.height + sum(row.height for row in laid.rows[first:last])
            assert top + used <= HEIGHT


@given(kinds=st.lists(st.one_of(PLAIN_TEXTS, TEXTS), min_size=1, max_size=25))
def test_pages_far_from_a_change_are_the_very_same(kinds: list[Numbers], face: Face) -> None:
    flows = [flow_of(kind, face) for kind in kinds]
    paginator = Paginator(HEIGHT)
    before = list(paginator.cut(Change(flows, 0, 0)))
    again = list(paginator.cut(Change([*flows[:-1], flow_of(kinds[-1], face)], len(flows) - 1, 0)))
    last = next(at for at, page in enumerate(before) if page[-1].laid is flows[-1].laid)
    for at in range(max(last - 2, 0)):
        assert again[at] is before[at]
