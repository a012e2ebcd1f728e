"""A file that came back: who changed what, moves, remarks with answers, rows taken away."""

from pathlib import Path

import pytest

from model.errors import ReadRefused
from model.reading.files import read_returned
from model.reading.returned import (
    Returned,
    ReturnedLine,
    ReturnedTable,
    returned_from_plain,
    returned_to_plain,
)
from model.word.read.returned_file import read_returned_docx
from tests.reading.docx_files import docx, p

BY = 'w:author="王主任" w:date="2026-07-06T09:00:00Z"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str) -> str:
    return f'<w:del w:id="1" {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def put(inside: str) -> str:
    return f'<w:ins w:id="2" {BY}>{inside}</w:ins>'


def read(body: str, **parts: str) -> Returned:
    return read_returned_docx(docx(body, **parts), Path("改稿.docx"))


def test_a_change_is_told_with_who_made_it_and_what_was_there() -> None:
    came = read(f"<w:p>{run('增长')}{gone('5.1')}{put(run('5.8'))}{run('%。')}</w:p>")
    (line,) = came.lines
    assert line.text == "增长5.8%。"
    assert line.rejected == "增长5.1%。"
    assert line.author(2, 5) == ("王主任", "2026-07-06T09:00:00Z")
    assert line.author(6, 7) == ("", "")
    assert came.is_tracked


def test_nested_insertions_moves_and_new_formats_read_as_accepted() -> None:
    nested = put(f"{run('抓')}{gone('紧')}{run('实')}")
    body = (
        f"<w:p>{nested}{run('项目。')}</w:p>"
        f'<w:p><w:moveFrom w:id="5" {BY}>{run("挪走的。")}</w:moveFrom>{run("留下的。")}</w:p>'
        f'<w:p><w:moveTo w:id="6" {BY}>{run("挪走的。")}</w:moveTo></w:p>'
        f'<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="7" {BY}><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>只换了字体。</w:t></w:r></w:p>"
    )
    came = read(body)
    assert [line.text for line in came.lines] == [
        "抓实项目。",
        "留下的。",
        "挪走的。",
        "只换了字体。",
    ]
    assert [line.rejected for line in came.lines] == [
        "紧项目。", "挪走的。留下的。", "", "只换了字体。",
    ]  # fmt: skip
    assert came.lines[3].strokes == ()


def test_a_paragraph_whose_end_was_taken_out_is_one_with_the_next() -> None:
    mark = f'<w:rPr><w:del w:id="3" {BY}/></w:rPr>'
    came = read(f"{p('第一段。', mark)}{p('第二段。')}")
    (line,) = came.lines
    assert line.text == "第一段。第二段。"
    assert line.rejected == "第一段。\n第二段。"
    assert line.author(4, 4) == ("王主任", "2026-07-06T09:00:00Z")


def test_rows_taken_away_go_and_rows_put_in_stay() -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr>{properties}<w:tc>{p(text)}</w:tc></w:tr>"

    away = f'<w:trPr><w:del w:id="4" {BY}/></w:trPr>'
    added = f'<w:trPr><w:ins w:id="5" {BY}/></w:trPr>'
    came = read(f"<w:tbl>{row('名称')}{row('旧的', away)}{row('新的', added)}</w:tbl>")
    assert came.tables == (ReturnedTable((("名称",), ("新的",))),)


def test_a_remark_has_its_words_its_answers_and_whether_it_is_done() -> None:
    body = (
        f'<w:p>{run("前面")}<w:commentRangeStart w:id="0"/>{run("5.1%")}'
        f'<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{run("。")}'
        '<w:r><w:commentReference w:id="2"/></w:r></w:p>'
    )

    def comment(number: int, mark: str, text: str) -> str:
        return (
            f'<w:comment w:id="{number}" {BY} {W14}>'
            f'<w:p w14:paraId="{mark}">{run(text)}</w:p></w:comment>'
        )

    comments = (
        comment(0, "0A", "这个数要核。") + comment(1, "0B", "已核。") + comment(2, "0C", "好。")
    )
    thread = (
        f'<w15:commentEx xmlns:w15="{W15}" w15:paraId="0A" w15:done="1"/>'
        f'<w15:commentEx xmlns:w15="{W15}" w15:paraId="0B" w15:paraIdParent="0A" w15:done="1"/>'
    )
    came = read(body, comments=comments, commentsExtended=thread)
    first, last = came.remarks
    assert (first.block, first.words, first.text, first.done) == (0, "5.1%", "这个数要核。", True)
    assert [(reply.text, reply.who) for reply in first.replies] == [("已核。", "王主任")]
    assert (last.words, last.text, last.done) == ("", "好。", False)
    assert returned_from_plain(returned_to_plain(came)) == came


def test_what_is_no_word_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "改稿.docx"
    path.write_bytes(docx(f"<w:p>{put(run('增长5.8%。'))}</w:p>"))
    came = read_returned(path)
    assert isinstance(came.blocks[0], ReturnedLine)
    assert came.blocks[0].strokes[0].who == "王主任"
    path.write_bytes("改过的文字".encode())
    with pytest.raises(ReadRefused, match=r"这是文本文件。改稿要选导出后改过的 Word 文件"):
        read_returned(path)
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ReadRefused, match="文件不完整或已损坏"):
        read_returned(path)
