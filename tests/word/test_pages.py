"""What LibreOffice puts on the page."""

import re
from collections.abc import Mapping

import pytest

from model.document import Document, Paragraph
from model.typesetting.house_style import HouseStyle
from tests.word.pages import Rendered
from tests.word.samples import report, signs_at_line_ends, speech

pytestmark = pytest.mark.slow

POINTS = 72 / 25.4
_PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")


def text_lines(page: tuple[str, ...]) -> list[str]:
    """The lines of a page without page number and stamp."""
    return [line for line in page if not _PAGE_NUMBER.search(line) and "稿" not in line]


@pytest.mark.parametrize("key", ["gbt9704", "windows", "speech-large"])
def test_page_of_plain_text_fills_the_grid(
    key: str, rendering: Mapping[str, Rendered], styles: Mapping[str, HouseStyle]
) -> None:
    grid = styles[key].grid
    pages = rendering[f"plain-{key}"].pages
    assert len(pages) > 2
    for page in pages[:2]:
        lines = text_lines(page)
        assert len(lines) == grid.lines
        widths = {len(line) for line in lines[1:]}
        assert widths == {grid.characters}
    assert len(text_lines(pages[0])[0]) == grid.characters - 2


def test_standard_promises_22_lines_of_28(styles: Mapping[str, HouseStyle]) -> None:
    grid = styles["gbt9704"].grid
    assert (grid.lines, grid.characters) == (22, 28)


def test_page_numbers_stand_outside_one_character_in(
    rendering: Mapping[str, Rendered], gbt9704: HouseStyle
) -> None:
    left = gbt9704.margins_mm.left * POINTS
    right = (210 - gbt9704.margins_mm.right) * POINTS
    for at, words in enumerate(rendering["plain-gbt9704"].words, start=1):
        dashes = [word for word in words if word.text == "—"]
        assert len(dashes) == 2
        if at % 2:
            assert dashes[1].right == pytest.approx(right - 14, abs=1)
        else:
            assert dashes[0].left == pytest.approx(left + 14, abs=1)


@pytest.mark.parametrize("name", ["plain-gbt9704", "report-gbt9704"])
def test_page_number_lies_7_mm_below_the_type_area(
    name: str, rendering: Mapping[str, Rendered]
) -> None:
    for words in rendering[name].words:
        dash = next(word for word in reversed(words) if word.text == "—")
        below = dash.middle / POINTS - (297 - 35)
        assert below == pytest.approx(7, abs=0.5)


def test_large_print_centres_page_numbers(rendering: Mapping[str, Rendered]) -> None:
    for words in rendering["speech-speech-large"].words:
        first, last = [word for word in words if word.text == "—"][-2:]
        middle_of_type_area = (28 + 210 - 26) / 2 * POINTS
        assert (first.left + last.right) / 2 == pytest.approx(middle_of_type_area, abs=1)


@pytest.mark.parametrize("key", ["gbt9704", "windows", "speech-large"])
@pytest.mark.parametrize("document", [report(), speech()], ids=["report", "speech"])
def test_every_character_reaches_the_page(
    document: Document, key: str, rendering: Mapping[str, Rendered]
) -> None:
    name = "report" if document.title == report().title else "speech"
    pages = rendering[f"{name}-{key}"].pages
    shown = re.sub(r"\s", "", "".join("".join(text_lines(page)) for page in pages))
    for block in document.body:
        if isinstance(block, Paragraph):
            assert re.sub(r"\s", "", block.text) in shown


@pytest.mark.parametrize("key", ["gbt9704", "windows", "speech-large"])
def test_no_sign_is_lost_or_left_alone_at_the_end_of_a_line(
    key: str, rendering: Mapping[str, Rendered]
) -> None:
    lines = [line for page in rendering[f"signs-{key}"].pages for line in text_lines(page)]
    assert not any(line.startswith(tuple("，。、”")) for line in lines)
    shown = re.sub(r"\s", "", "".join(lines))
    assert shown == signs_at_line_ends().text.replace("\n", "")


def test_title_stands_in_two_lines_at_its_own_pitch(
    rendering: Mapping[str, Rendered], gbt9704: HouseStyle
) -> None:
    rendered = rendering["report-gbt9704"]
    lines = [re.sub(r"\s", "", line) for line in rendered.pages[0][:2]]
    assert lines == ["云岭县人民政府关于2026年上半年", "重点工作情况的报告"]
    first, second = (
        next(word for word in rendered.words[0] if word.text.startswith(begins))
        for begins in ("云岭县人民政府关于", "重点工作情况的报告")
    )
    assert second.top - first.top == pytest.approx(gbt9704.looks.title.pitch_pt, abs=0.5)


def test_proof_says_draft_and_time_in_the_footer(rendering: Mapping[str, Rendered]) -> None:
    for page in rendering["report-gbt9704"].pages:
        assert "第3稿2026年7月5日22:41" in re.sub(r"\s", "", "".join(page))
    for page in rendering["speech-gbt9704"].pages:
        assert "第3稿" not in re.sub(r"\s", "", "".join(page))


def test_table_head_repeats_on_every_page_of_the_table(rendering: Mapping[str, Rendered]) -> None:
    pages = ["".join(page) for page in rendering["report-gbt9704"].pages]
    with_rows = [page for page in pages if "粮食产量" in page]
    assert len(with_rows) > 1
    assert all(re.search(r"指标\s*本期\s*同比\s*占年度计划\s*位次", page) for page in with_rows)


def test_signature_and_date_stand_as_the_standard_says(rendering: Mapping[str, Rendered]) -> None:
    """The date is longer than 云岭县人民政府, so it ends two characters from the right."""
    words = [word for page in rendering["report-gbt9704"].words for word in page]
    at = max(at for at, word in enumerate(words) if word.text == "云岭县人民政府")
    organ = words[at]
    date = next(word for word in words[at:] if word.text == "日")
    assert date.right == pytest.approx((210 - 26) * POINTS - 2 * 15.75, abs=1.5)
    assert organ.right < date.right


def test_a_wide_table_stands_on_turned_pages_with_the_number_where_the_others_have_it(
    rendering: Mapping[str, Rendered], gbt9704: HouseStyle
) -> None:
    """9704, 8: the head at the left edge of the sheet, the number where it is on any page."""
    made = rendering["wide-gbt9704"]
    turned = [at for at, width in enumerate(made.widths) if width > 800]
    assert turned == [1, 2, 3, 4]
    assert len(made.pages) == 6
    for at in turned:
        words = made.words[at]
        assert {word.text for word in words} & {"1234.56", "1245.56", "1254.56", "1263.56"}
        dashes = [word for word in words if word.text == "—"]
        assert len(dashes) == 2
        middle = (dashes[0].left + dashes[0].right) / 2
        assert middle / POINTS == pytest.approx(35 - 7, abs=0.5)
        if at % 2:
            assert dashes[0].top / POINTS == pytest.approx(28 + 14 / POINTS, abs=0.7)
        else:
            assert dashes[1].bottom / POINTS == pytest.approx(28 + 156 - 14 / POINTS, abs=0.7)
        assert "第3稿" in re.sub(r"\s", "", "".join(made.pages[at]))


@pytest.mark.parametrize("name", ["report-gbt9704", "speech-speech-large"])
def test_the_first_page_ends_where_the_others_do(
    name: str, rendering: Mapping[str, Rendered]
) -> None:
    first, second = (
        max(word.bottom for word in page if word.bottom < 262 * POINTS)
        for page in rendering[name].words[:2]
    )
    assert first == pytest.approx(second, abs=1)


def test_a_review_bears_its_label_at_the_upper_left_of_every_page(
    rendering: Mapping[str, Rendered],
) -> None:
    made = rendering["labelled-gbt9704"]
    assert len(made.words) > 1
    for words in made.words:
        label = next(word for word in words if word.text == "征求意见稿")
        assert label.left == pytest.approx(28 * POINTS, abs=1)
        assert 15 * POINTS < label.top < label.bottom < 37 * POINTS


def test_head_and_seal_of_an_official_document_stand_as_the_standard_says(
    rendering: Mapping[str, Rendered], gbt9704: HouseStyle
) -> None:
    words = {word.text: word for word in rendering["alone-official"].words[0]}
    left = gbt9704.margins_mm.left * POINTS
    right = (210 - gbt9704.margins_mm.right) * POINTS
    top, pitch = gbt9704.margins_mm.top * POINTS, gbt9704.grid.pitch_pt
    mark = words["云岭县人民政府文件"]
    assert mark.left == pytest.approx(left, abs=2)
    assert mark.right == pytest.approx(right, abs=2)
    assert top + 35 * POINTS < mark.middle < top + 35 * POINTS + 49
    number = next(word for text, word in words.items() if text.startswith("云政"))
    assert number.left == pytest.approx(left + 16, abs=1)
    assert number.middle == pytest.approx(top + 7.5 * pitch, abs=4)
    assert words["签发人：周启明"].right == pytest.approx(right - 16, abs=1)
    organ = words["云岭县人民政府"]
    below = pytest.approx(organ.middle + pitch, abs=4)
    dated = [word for word in rendering["alone-official"].words[0] if word.middle == below]
    ends = max(word.right for word in dated)
    assert ends == pytest.approx(right - 4 * 15.75, abs=1)
    middle = (min(word.left for word in dated) + ends) / 2
    assert (organ.left + organ.right) / 2 == pytest.approx(middle, abs=4)


@pytest.mark.parametrize(
    ("name", "pages", "numbers"),
    [("alone", 2, (1, 2)), ("below", 2, (1, 2)), ("behind", 3, (1, 2, None))],
)
def test_the_record_stands_at_the_foot_of_the_last_even_page(
    name: str,
    pages: int,
    numbers: tuple[int | None, ...],
    rendering: Mapping[str, Rendered],
    gbt9704: HouseStyle,
) -> None:
    found = rendering[f"{name}-official"]
    assert len(found.pages) == pages
    for page, number in zip(found.pages, numbers, strict=True):
        shown = [match for line in page if (match := _PAGE_NUMBER.search(line))]
        assert len(shown) == (0 if number is None else 1)
        assert number is None or str(number) in shown[0].group()
    foot = (297 - gbt9704.margins_mm.bottom) * POINTS
    printed = next(word for word in found.words[-1] if word.text == "云岭县人民政府办公室")
    assert foot - gbt9704.grid.pitch_pt < printed.middle < foot
    assert not any(word.text == "抄送：江州市统计局。" for word in found.words[0])
