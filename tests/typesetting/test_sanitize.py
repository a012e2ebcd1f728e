"""What no file may hold is taken out and told; everything else arrives."""

import io
import sys
from collections.abc import Mapping

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document, Paragraph, Role, Span
from model.library.house_styles import load_house_style
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import SPECIAL, Removed, is_plain
from model.word.write.word_file import Written, write_document
from tests.word.samples import STYLES, paragraph

GBT9704 = load_house_style(STYLES / "gbt9704.json")
TITLES = (Role.TITLE, Role.SUBTITLE, Role.ANNEX_TITLE)


def written(text: str, role: Role = Role.BODY) -> Written:
    document = Document(text, (Paragraph(role, (Span(text, "i7k2.text"),)),))
    return write_document(document, GBT9704, mode="final")


def read(made: Written) -> str:
    document = docx.Document(io.BytesIO(made.data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    return "".join(line.text for line in lines)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("\r", "U+000D"),
        ("\x85", "U+0085"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\ud800", "U+D800"),
        ("\u200b", "U+200B"),
        ("\ufeff", "U+FEFF"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u2028", "U+2028"),
        ("\U000e0041", "U+E0041"),
        ("\n", "U+000A"),
    ],
)
def test_character_is_taken_out_and_told(character: str, name: str) -> None:
    made = written(f"开工{character}12个{character}。")
    assert read(made) == "开工12个。"
    assert made.removed == (Removed("i7k2.text", 2, (name,)),)


@pytest.mark.parametrize(
    "text", ["甲\t乙", "  甲  乙 ", "a<b>&c\"'", "　全角", "㐀𠮷葛\U000e0100", "1—5月“甲”……", ""]
)
def test_everything_else_stays(text: str) -> None:
    made = written(text)
    assert read(made) == text
    assert made.removed == ()


def test_a_title_may_be_broken_by_hand() -> None:
    made = written("云岭县人民政府\n工作报告", Role.TITLE)
    assert read(made) == "云岭县人民政府\n工作报告"
    assert made.removed == ()


def test_each_place_is_told_by_itself(styles: Mapping[str, HouseStyle]) -> None:
    spans = (Span("甲\u200b\x07\u200b", "i1.text"), Span("乙"), Span("\ufeff丙", None))
    made = write_document(
        Document(
            "", (Paragraph(Role.BODY, spans), paragraph(Role.TITLE, Span("丁\x01", "r1.title")))
        ),
        styles["windows"],
        mode="proof",
    )
    assert made.removed == (
        Removed("i1.text", 3, ("U+200B", "U+0007")),
        Removed(None, 1, ("U+FEFF",)),
        Removed("r1.title", 1, ("U+0001",)),
    )


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(Role))
def test_any_text_survives_but_for_what_was_told(text: str, role: Role) -> None:
    made = written(text, role)
    gone = {name for removed in made.removed for name in removed.characters}
    expected = "".join(each for each in text if f"U+{ord(each):04X}" not in gone)
    shown = read(made)
    if role in TITLES:
        expected, shown = expected.replace("\n", ""), shown.replace("\n", "")
    assert shown == expected
    assert sum(removed.count for removed in made.removed) == len(text) - len(
        [each for each in text if f"U+{ord(each):04X}" not in gone]
    )


def test_a_text_found_plain_has_no_special_character() -> None:
    special = [sign for sign in map(chr, range(sys.maxunicode + 1)) if SPECIAL.search(sign)]
    assert len(special) > 200
    assert not [sign for sign in special if is_plain(f"县{sign}1")]


@pytest.mark.parametrize("text", ["", "全县增长5.1%，“双过半”——", "𠮷·①"])
def test_a_usual_text_is_found_plain(text: str) -> None:
    assert is_plain(text)
