"""Text files and pasted text: encodings found out, every character and break kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ReadRefused
from model.reading.source import SourceParagraph, from_plain, to_plain
from model.reading.text_file import read_pasted, read_text_file

FILE = Path("旧稿.txt")
TEXT = "云岭县工作总结\n\n　　上半年，全县实现生产总值86.4亿元。 \r\n二、下一步打算\r结尾没有换行"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-32"])
def test_a_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    source = read_text_file(TEXT.encode(encoding), FILE)
    assert source.text == TEXT
    assert source.encoding == encoding


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_both_orders_is_read_by_its_mark(order: str) -> None:
    assert read_text_file(("\ufeff" + TEXT).encode(order), FILE).text == TEXT


def test_lines_keep_their_spaces_and_their_own_breaks() -> None:
    lines = read_pasted(TEXT).blocks
    assert [line.end for line in lines if isinstance(line, SourceParagraph)] == [
        "\n", "\n", "\r\n", "\r", "",
    ]  # fmt: skip
    assert lines[2] == SourceParagraph("　　上半年，全县实现生产总值86.4亿元。 ", end="\r\n")


def test_a_blank_line_is_known_as_one() -> None:
    assert [line.blank for line in read_pasted("甲\n　 \n乙\n").lines()] == [False, True, False]


@given(st.text())
def test_any_pasted_text_is_given_back_as_it_was(text: str) -> None:
    assert read_pasted(text).text == text


@given(st.text())
def test_a_source_survives_its_way_between_processes(text: str) -> None:
    source = read_pasted(text)
    assert from_plain(to_plain(source)) == source


@given(st.binary())
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        text = read_text_file(data, FILE).text
    except ReadRefused as error:
        assert "旧稿.txt" in str(error)
    else:
        assert isinstance(text, str)


def test_characters_that_nobody_sees_are_kept_and_told() -> None:
    source = read_pasted("正\u202e文\u200b里\x07有")
    assert source.text == "正\u202e文\u200b里\x07有"
    assert {note.kind: note.count for note in source.notes} == {"control": 1, "invisible": 2}
    assert "U+202E" in "".join(note.message for note in source.notes)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02" * 30, "不是文字"),
        (b"\xff\xfe\x00\xd8", "编码"),
        (bytes(range(128, 256)) * 3, "编码"),
        ("字".encode() * 2_000_001, "万字"),
        (b"\n" * 50_001, "行"),
    ],
)
def test_what_is_no_manuscript_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ReadRefused, match=said):
        read_text_file(data, FILE)
