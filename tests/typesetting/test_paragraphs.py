"""Every role takes a look of the house style, and a title breaks at the same signs everywhere."""

import pytest

from model.document import Paragraph, Role, Span
from model.typesetting.house_style import HouseStyle, Looks
from model.typesetting.paragraphs import in_lines, lead_look, look_name, look_of


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("level", [0, 1, 4, 9])
def test_every_role_takes_a_look_that_there_is(role: Role, level: int) -> None:
    assert look_name(role, level) in Looks.model_fields


def test_a_heading_takes_the_look_of_its_level_and_a_lead_too(gbt9704: HouseStyle) -> None:
    heading = Paragraph(role=Role.HEADING, level=3, spans=())
    body = Paragraph(role=Role.BODY, level=2, spans=())
    assert look_of(heading, gbt9704) is gbt9704.looks.heading_3
    assert look_of(body, gbt9704) is gbt9704.looks.body
    assert lead_look(body, gbt9704) is gbt9704.looks.heading_2


def test_a_date_stands_as_its_signature(gbt9704: HouseStyle) -> None:
    issued = Paragraph(role=Role.ISSUED, level=0, spans=())
    assert look_of(issued, gbt9704) is gbt9704.looks.signature


def test_a_title_breaks_across_its_spans_and_loses_no_sign(gbt9704: HouseStyle) -> None:
    texts = ("云岭县人民政府关于", "2026年上半年国民经济", "和社会发展情况的报告")
    title = Paragraph(role=Role.TITLE, level=0, spans=tuple(Span(text) for text in texts))
    broken = in_lines(title, texts, gbt9704).spans
    whole = "".join(span.text for span in broken)
    assert len(broken) == 3
    assert "\n" in whole
    assert whole.replace("\n", "") == "".join(texts)
