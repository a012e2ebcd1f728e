"""What is typed into the frame of an official document is kept in its form, or refused in words."""

import pytest

from model.entry.official import copies, copy_number, document_number, people, printed_on, secrecy
from model.errors import ValueRefused


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("云政〔2026〕18号", "云政〔2026〕18号"),
        ("云政[2026]18号", "云政〔2026〕18号"),
        ("云政办（2026）XX号", "云政办〔2026〕XX号"),
        ("云政【２０２６】１８号", "云政〔2026〕18号"),
        ("{place}政〔2026〕18号", "{place}政〔2026〕18号"),
        ("", ""),
    ],
)
def test_a_document_number_gets_the_brackets_of_the_standard(typed: str, kept: str) -> None:
    assert document_number(typed) == kept


@pytest.mark.parametrize(
    "typed", ["云政18号", "云政〔2026〕018号", "云政〔2026〕第18号", "〔2026〕1号", "18"]
)
def test_a_document_number_of_another_form_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueRefused, match="云政〔2026〕18号"):
        document_number(typed)


def test_secrecy_needs_a_level_and_a_term() -> None:
    assert secrecy("机密*1年") == "机密★1年"
    assert secrecy("秘密6个月") == "秘密★6个月"
    for typed, said in (
        ("机密", "没有保密期限"),
        ("机密★", "没有保密期限"),
        ("内部", "密级"),
        ("秘密★x", "看不懂"),
    ):
        with pytest.raises(ValueRefused, match=said):
            secrecy(typed)


def test_a_copy_number_has_six_digits_and_names_stand_between_commas_or_lines() -> None:
    assert copy_number("12") == "000012"
    with pytest.raises(ValueRefused, match="六位"):
        copy_number("第12份")
    assert people("周启明、李　明\n王芳") == ("周启明", "李明", "王芳")


def test_a_record_is_kept_without_the_words_that_are_set() -> None:
    assert copies("抄送：江州市统计局、财政局; 审计局。") == "江州市统计局、财政局，审计局"
    assert printed_on("2026-7-12印发") == "2026年7月12日"
    assert printed_on("2026年XX月XX日") == "2026年XX月XX日"
    with pytest.raises(ValueRefused, match="看不懂日期"):
        printed_on("7月12日")
