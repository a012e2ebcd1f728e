"""Below a title the text is on the grid again, and its page has no line less for it."""

from collections.abc import Mapping

import pytest

from model.document import Paragraph, Role, Table
from model.typesetting.house_style import HouseStyle
from model.typesetting.title_space import title_spaces
from tests.word.samples import paragraph


def spaces(style: HouseStyle, *body: Paragraph | Table) -> dict[int, int]:
    return title_spaces(body, style, [False] * len(body))


def title(lines: int, role: Role = Role.TITLE) -> Paragraph:
    return paragraph(role, "\n".join(["云岭县工作情况汇报"] * lines))


@pytest.mark.parametrize("key", ["gbt9704", "windows", "speech-large"])
@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_text_under_a_title_begins_on_the_grid_and_no_full_page_loses_a_line(
    key: str, lines: int, styles: Mapping[str, HouseStyle]
) -> None:
    style = styles[key]
    made = spaces(style, title(lines), paragraph(Role.RECIPIENTS, "江州市人民政府："))
    height = lines * round((style.looks.title.pitch_pt or 0) * 20) + style.pitch
    used = height + sum(made.values())
    assert used % style.pitch == 0
    foot = style.text_height - style.grid.lines * style.pitch
    lost = (style.text_height - height) // style.pitch - (style.text_height - used) // style.pitch
    assert lost == 0 or foot > style.pitch // 2
    assert style.pitch + made[1] >= style.pitch * 3 // 4


def test_it_stands_half_above_a_title_and_all_below_that_of_an_annex(
    gbt9704: HouseStyle,
) -> None:
    text = paragraph(Role.BODY, "甲")
    lacking = 2 * gbt9704.pitch - 700
    assert spaces(gbt9704, title(1), text) == {0: lacking // 2, 1: lacking - lacking // 2}
    label = paragraph(Role.ANNEX_LABEL, "附件")
    assert spaces(gbt9704, label, title(1, Role.ANNEX_TITLE), text) == {1: 0, 2: lacking}


def test_two_titles_are_one_and_one_over_a_table_needs_none(gbt9704: HouseStyle) -> None:
    text, table = paragraph(Role.BODY, "甲"), Table(("指标",), (1,), ())
    twice = spaces(gbt9704, title(1), title(1), text)
    assert sum(twice.values()) == sum(spaces(gbt9704, title(2), text).values())
    assert set(twice) == {0, 2}
    assert spaces(gbt9704, title(1)) == {}
    assert spaces(gbt9704, title(1), table) == {}
    assert spaces(gbt9704, title(1), paragraph(Role.CAPTION, "单位：亿元"), table) == {}


def test_where_the_foot_has_room_the_blank_line_is_made_less(
    styles: Mapping[str, HouseStyle],
) -> None:
    subtitle, text = paragraph(Role.SUBTITLE, "王　强"), paragraph(Role.SALUTATION, "同志们：")
    assert spaces(styles["speech-large"], title(1), subtitle, text) == {2: -100}
