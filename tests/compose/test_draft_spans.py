"""A draft holds what the text shows, every piece with its place, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from model.compose.compose import compose
from model.compose.draft_spans import DraftSpans, SpanText, draft_spans
from model.document import Document, Paragraph, Role, Span, Table
from model.library import shipped
from tests.samples import example
from tests.small_project import document, put, small

KEYS = shipped.template_keys()


@cache
def composed(key: str) -> Document:
    project = example(key)
    return compose(project, project.reports[0])


def text_of(spans: tuple[SpanText, ...]) -> str:
    return "".join(text for text, _ in spans)


def all_spans(kept: DraftSpans) -> Iterator[SpanText]:
    for spans in kept.spans.values():
        yield from spans
    for row in kept.cells.values():
        for spans in row.values():
            yield from spans


def lines(document: Document, kept: DraftSpans) -> Iterator[str]:
    """The lines of the text, made of what was kept of it."""
    for block in document.body:
        if isinstance(block, Table):
            for id_ in (*block.ids, *block.row_ids):
                yield "\t".join(map(text_of, kept.cells[id_].values()))
        else:
            yield "".join(text_of(kept.spans[id_]) for id_ in block.ids)


@pytest.mark.parametrize("key", KEYS)
def test_the_spans_of_a_draft_are_the_composed_text(key: str) -> None:
    text = composed(key)
    assert "\n".join(lines(text, draft_spans(text))) == text.text


@pytest.mark.parametrize("key", KEYS)
def test_every_span_keeps_its_place(key: str) -> None:
    text = composed(key)
    shown = [
        (span.text, span.place)
        for block in text.body
        for cells in (
            (block,) if isinstance(block, Paragraph) else (c for r in block.rows for c in r)
        )
        for span in cells.spans
    ]
    heads = [(title, None) for b in text.body if isinstance(b, Table) for title in b.titles]
    kept = Counter(all_spans(draft_spans(text)))
    assert kept == Counter(shown) + Counter(heads)
    assert any(place and "@" in place for _, place in kept)


@pytest.mark.parametrize("key", KEYS)
def test_a_draft_says_nothing_that_the_text_does_not_show(key: str) -> None:
    text = composed(key)
    kept = draft_spans(text)
    shown = text.text
    assert all(span[0] in shown for span in all_spans(kept))
    places = {place for _, place in all_spans(kept) if place is not None}
    named = {*kept.spans, *kept.cells, *kept.subjects.values(), *kept.subjects}
    named |= {column for row in kept.cells.values() for column in row}
    assert all(" " not in name and name.isascii() for name in places | named)
    ids = {id_ for block in text.body for id_ in block.ids}
    ids |= {id_ for b in text.body if isinstance(b, Table) for id_ in b.row_ids}
    assert {*kept.spans, *kept.cells} == ids
    assert len(json.dumps(kept, ensure_ascii=False)) < 6 * len(shown)


def test_a_number_is_told_from_its_sentence() -> None:
    kept = draft_spans(document(put(small(), ("gdp@2026-H1.yoy", "5.8"), ("leader", "王县长"))))
    assert ("增长5.8%", "gdp@2026-H1.yoy") in kept.spans["b1"]
    assert kept.spans["i2"][:3] == (
        ("二是", "i2.marker"),
        ("王县长", "leader"),
        ("到会，预算收入", "i2.text"),
    )


def test_a_table_is_kept_by_rows_and_columns() -> None:
    kept = draft_spans(document(put(small(), ("w1.plan", "2"))))
    assert kept.cells["b5"]["plan"] == (("年度计划（亿元）", None),)
    assert kept.cells["w1"]["_number"] == (("1", None),)
    assert kept.cells["w1"]["plan"] == (("2", "w1.plan"),)
    assert kept.cells["w1"]["done"] == (("XX", "w1.done"),)
    assert kept.spans["b5_caption"] == (("重点项目表", "b5.caption"),)
    assert "b5" not in kept.spans


def test_a_row_of_an_annex_says_which_indicator_it_is_about() -> None:
    project = put(small(), ("r1.annex", "是"), ("gdp@2026-H1.actual", "86.4"))
    kept = draft_spans(document(project))
    assert kept.subjects == {
        "r1_a1": "gdp",
        "r1_a2": "revenue",
        "r1_a3": "tax",
        "r1_a4": "deposits",
    }
    assert kept.cells["r1_a0"]["unit"] == (("单位", None),)
    assert kept.cells["r1_a1"]["actual"] == (("86.4", "gdp@2026-H1.actual"),)


def test_every_line_of_a_text_is_kept() -> None:
    kept = draft_spans(document(put(small(), ("r1.signature", "县委办\n县政府办"))))
    assert kept.spans["r1_signature"] == (("县委办", "r1.signature"),)
    assert kept.spans["r1_signature_2"] == (("县政府办", "r1.signature"),)


def test_what_no_file_may_hold_is_in_no_draft() -> None:
    spans = (Span("开\u202e工", "i1.text"),)
    kept = draft_spans(Document("", (Paragraph(Role.BODY, spans, 0, ("i1",)),)))
    assert kept.spans == {"i1": (("开工", "i1.text"),)}


def test_a_paragraph_that_could_not_be_found_again_is_refused() -> None:
    with pytest.raises(ValueError, match="without an id"):
        draft_spans(Document("", (Paragraph(Role.BODY, (Span("开工"),)),)))
