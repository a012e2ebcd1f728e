"""A text that grows line by line: its signature never stands alone on a page, its record always at
the foot of the last even one."""

from __future__ import annotations

import pytest

from model.document import Document, Paragraph, Role, Span
from model.library import shipped
from model.paging.faces import NominalFaces
from model.paging.layout import Typesetter
from model.paging.pages import Page, Paginator
from model.paging.sheets import Binder
from model.typesetting.frame import SIGN_OFF

STYLE = shipped.house_style("gbt9704")
HEAD = (Role.ORGAN_MARK, Role.DOCUMENT_NUMBER, Role.TITLE, Role.RECIPIENTS)
SIGNED = (Role.SIGNATURE, Role.ISSUED)
SEALED = (Role.SEALED_SIGNATURE, Role.SEALED_DATE)
LISTED = (Role.ANNEX_LIST, Role.ANNEX_LIST)
RECORD = (Role.COPIES, Role.PRINTED)


def line(role: Role) -> Paragraph:
    return Paragraph(role, (Span("云岭县人民政府"),))


def grown(lines: int, *below: Role) -> Document:
    """Paragraphs of up to three lines, so many lines together, in a frame."""
    texts = ["县" * (26 + 28 * (min(3, lines - at) - 1)) for at in range(0, lines, 3)]
    body = [Paragraph(Role.BODY, (Span(text),)) for text in texts]
    return Document("题", (*map(line, HEAD), *body, *map(line, below)), official=True)


def roles_of(document: Document, page: Page, places: dict[int, Role]) -> list[Role]:
    return [places[id(placed.laid)] for placed in page if id(placed.laid) in places]


@pytest.mark.parametrize(
    "below",
    [SIGNED, SEALED, (Role.CLOSING, *LISTED, *SEALED, Role.CONTACT, *RECORD), (*SIGNED, *RECORD)],
)
def test_over_texts_of_growing_length_no_signature_stands_alone(below: tuple[Role, ...]) -> None:
    typesetter = Typesetter(STYLE, NominalFaces(STYLE))
    paginator = Paginator(STYLE.text_height, STYLE.text_width)
    binder = Binder(STYLE, NominalFaces(STYLE))
    for lines in range(1, 67):
        document = grown(lines, *below)
        change = typesetter.lay_out(document)
        places = {
            id(flow.laid): flow.block.role
            for flow in change.flows
            if isinstance(flow.block, Paragraph)
        }
        pages = list(paginator.cut(change))
        for page in pages:
            shown = roles_of(document, page, places)
            assert shown[0] not in (*SIGN_OFF, Role.ANNEX_LIST), lines
        signing = [page for page in pages if {*roles_of(document, page, places)} & {*SIGN_OFF}]
        assert len(signing) == 1, lines
        if below[-1] in RECORD:
            sheets = binder.sheets(document)
            assert len(sheets) % 2 == 0
            foot = sheets[len(sheets) - 1][-1]
            assert foot.top + foot.laid.height == STYLE.text_height
