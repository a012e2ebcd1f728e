"""Signature and date without a seal, by the standard's arithmetic."""

import pytest

from model.document import Document, Role
from model.typesetting.house_style import HouseStyle
from model.typesetting.sign_off import right_indents
from model.word.write.word_file import write_document
from tests.word.samples import W, paragraph, tree

# 2026年7月5日 is 6 characters, and five seams of Chinese and digits add a quarter each.
DATE, LENGTH = "2026年7月5日", 725


def test_date_begins_two_to_the_right_of_a_longer_organ() -> None:
    (organ,), date = right_indents(["云岭县人民政府办公室"], DATE)
    assert organ == 200
    organ_begins, date_begins = organ + 1000, date + LENGTH
    assert organ_begins - date_begins == 200


def test_a_longer_date_pushes_the_organ_to_the_left() -> None:
    (organ,), date = right_indents(["云岭县委"], DATE)
    assert date == 200
    assert (organ + 400) - (date + LENGTH) == 200


def test_several_organs_begin_at_one_column() -> None:
    organs, _ = right_indents(["中共云岭县委办公室", "云岭县人民政府办公室"], DATE)
    assert organs[0] + 900 == organs[1] + 1000


@pytest.mark.parametrize(
    ("organs", "date", "indents"), [([], DATE, ([], 200)), (["甲县"], None, ([200], 0))]
)
def test_one_without_the_other(
    organs: list[str], date: str | None, indents: tuple[list[int], int]
) -> None:
    made = right_indents(organs, date)
    assert made[0] == indents[0]
    assert date is None or made[1] == indents[1]


def test_file_has_the_indents_and_a_blank_line_above(gbt9704: HouseStyle) -> None:
    body = (
        paragraph(Role.BODY, "特此报告。"),
        paragraph(Role.SIGNATURE, "云岭县人民政府办公室"),
        paragraph(Role.ISSUED, DATE),
    )
    data = write_document(Document("", body), gbt9704, mode="final").data
    _, organ, date = tree(data, "word/document.xml").iter(f"{W}p")
    assert organ.find(f"{W}pPr/{W}ind").get(f"{W}rightChars") == "200"
    assert date.find(f"{W}pPr/{W}ind").get(f"{W}rightChars") == "275"
    assert organ.find(f"{W}pPr/{W}spacing").get(f"{W}beforeLines") == "100"
    assert date.find(f"{W}pPr/{W}spacing") is None
