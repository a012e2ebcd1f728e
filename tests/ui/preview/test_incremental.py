"""What is laid out again after a change is exactly what is laid out from scratch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.library import shipped
from model.paging.faces import NominalFaces
from model.paging.layout import Block, Typesetter
from model.paging.pages import Paginator
from tests.ui.preview.reading import snapshot

STYLE = shipped.house_style("gbt9704")
FACES = NominalFaces(STYLE)


def paginator_of() -> Paginator:
    return Paginator(STYLE.text_height, STYLE.text_width)


def _paragraphs(role: Role, characters: int, level: int) -> Paragraph:
    return Paragraph(
        role, (Span("县政府把任务逐项列出，" * (characters // 11 + 1), "i1.text"),), level
    )


def _tables(rows: int, numbers: int) -> Table:
    """With twelve columns of numbers, one that stands on a turned page."""
    row = (Cell((Span("收入"),)), *(Cell((Span("1234.56"),), numeric=True),) * numbers)
    return Table(("指标", *("本期",) * numbers), (14,) * (numbers + 1), (row,) * rows)


ROLES = (
    *(Role.BODY, Role.BODY, Role.HEADING, Role.SIGNATURE, Role.ISSUED, Role.ANNEX_LABEL),
    *(Role.CAPTION, Role.NOTE, Role.TITLE, Role.ANNEX_TITLE, Role.RECIPIENTS),
)
BLOCKS = st.one_of(
    st.builds(_paragraphs, st.sampled_from(ROLES), st.integers(1, 420), st.integers(1, 4)),
    st.builds(_tables, st.integers(0, 60), st.sampled_from([1, 12])),
)
BODIES = st.lists(BLOCKS, max_size=14).map(tuple)
EDITS = st.tuples(st.integers(0, 14), st.integers(0, 2), st.lists(BLOCKS, max_size=2))


def _edited(body: tuple[Block, ...], edit: tuple[int, int, list[Block]]) -> tuple[Block, ...]:
    at, gone, put = edit
    return (*body[:at], *put, *body[at + gone :])


@given(BODIES, st.lists(EDITS, max_size=6))
def test_after_any_edits_the_pages_are_those_of_a_fresh_layout(
    body: tuple[Block, ...], edits: list[tuple[int, int, list[Block]]]
) -> None:
    typesetter, paginator = Typesetter(STYLE, FACES), paginator_of()
    paginator.cut(typesetter.lay_out(Document("题", body)))
    for edit in edits:
        body = _edited(body, edit)
        document = Document("题", body)
        pages = paginator.cut(typesetter.lay_out(document))
        fresh = paginator_of().cut(Typesetter(STYLE, FACES).lay_out(document))
        assert snapshot(pages, STYLE) == snapshot(fresh, STYLE)


@pytest.mark.parametrize("changed", [0, 1, 2])
def test_a_signature_moves_with_its_date(changed: int) -> None:
    texts = ["云岭县人民政府", "云岭县政府办公室", "2026年7月5日"]
    roles = [Role.SIGNATURE, Role.SIGNATURE, Role.ISSUED]
    before = [Paragraph(role, (Span(text),)) for role, text in zip(roles, texts, strict=True)]
    after = list(before)
    after[changed] = Paragraph(roles[changed], (Span(texts[changed] + "和中共云岭县委员会"),))
    typesetter, paginator = Typesetter(STYLE, FACES), paginator_of()
    paginator.cut(typesetter.lay_out(Document("题", tuple(before))))
    for body in (tuple(after), tuple(before), tuple(before[:2]), tuple(before)):
        pages = paginator.cut(typesetter.lay_out(Document("题", body)))
        fresh = Typesetter(STYLE, FACES).lay_out(Document("题", body))
        assert snapshot(pages, STYLE) == snapshot(paginator_of().cut(fresh), STYLE)


def test_only_the_changed_paragraph_is_laid_out_again() -> None:
    body = tuple(_paragraphs(Role.BODY, 300, 0) for _ in range(60))
    typesetter, paginator = Typesetter(STYLE, FACES), paginator_of()
    before = typesetter.lay_out(Document("题", body)).flows
    pages = list(paginator.cut(typesetter.lay_out(Document("题", body))))
    changed = (*body[:30], Paragraph(Role.BODY, (Span("县" * 300),)), *body[31:])
    again = typesetter.lay_out(Document("题", changed))
    others = [at for at in range(60) if at != 30]
    assert all(again.flows[at] is before[at] for at in others)
    renewed = list(paginator.cut(again))
    same = [old is new for old, new in zip(pages, renewed, strict=True)]
    assert same.count(False) <= 4
    assert same[0]
    assert same[-1]
