"""Which records the paragraphs of a returned file show, whatever was done to it."""

import json
from pathlib import Path

import pytest

from model.reading.source import Source, SourceParagraph, SourceTable, from_plain, to_plain
from model.word.bookmark_names import draft_in, id_in, name_of, name_of_draft
from model.word.read.word_source import read_docx
from tests.reading.docx_files import docx

FILE = Path("退回稿.docx")


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def deleted(text: str) -> str:
    return f'<w:del w:id="90" w:author="甲"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="91" w:author="甲">{run(text)}</w:ins>'


ENDS_DELETED = '<w:pPr><w:rPr><w:del w:id="92" w:author="甲"/></w:rPr></w:pPr>'


def read(*paragraphs: str) -> Source:
    return read_docx(docx("".join(f"<w:p>{inside}</w:p>" for inside in paragraphs)), FILE)


def ids(source: Source) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.ids) for one in source.blocks if isinstance(one, SourceParagraph)]


def marked(number: int, name: str, text: str) -> str:
    return start(number, f"_xg_{name}") + run(text) + end(number)


def test_a_paragraph_has_the_ids_of_its_bookmarks() -> None:
    both = marked(0, "i1", "开工。") + marked(1, "i2", "完工。")
    assert ids(read(both, run("新写的一段。"))) == [
        ("开工。完工。", ("i1", "i2")),
        ("新写的一段。", ()),
    ]


def test_words_typed_behind_the_bookmark_are_of_its_paragraph() -> None:
    assert ids(read(marked(0, "i1", "开工") + run("12个。"))) == [("开工12个。", ("i1",))]


def test_both_halves_of_a_split_paragraph_have_the_id() -> None:
    first, second = start(0, "_xg_i1") + run("开工。"), run("完工。") + end(0)
    assert ids(read(first, second)) == [("开工。", ("i1",)), ("完工。", ("i1",))]


def test_a_bookmark_that_only_ends_in_the_next_paragraph_is_not_there() -> None:
    first, second = start(0, "_xg_i1") + run("开工。"), end(0) + marked(1, "i2", "完工。")
    assert ids(read(first, second)) == [("开工。", ("i1",)), ("完工。", ("i2",))]


def test_paragraphs_joined_by_a_deleted_end_have_both_ids() -> None:
    joined = read(ENDS_DELETED + marked(0, "i1", "开工，"), marked(1, "i2", "完工。"))
    assert ids(joined) == [("开工，完工。", ("i1", "i2"))]


def test_a_paragraph_deleted_under_revision_leaves_no_id_behind() -> None:
    gone = ENDS_DELETED + start(0, "_xg_i1") + deleted("开工。") + end(0)
    assert ids(read(gone, marked(1, "i2", "完工。"))) == [("完工。", ("i2",))]


def test_a_paragraph_rewritten_under_revision_keeps_its_id() -> None:
    rewritten = start(0, "_xg_i1") + deleted("开工。") + end(0) + inserted("建成投用。")
    assert ids(read(rewritten)) == [("建成投用。", ("i1",))]


def test_of_a_moved_paragraph_the_copy_on_living_text_counts() -> None:
    away = f'<w:moveFrom w:id="93" w:author="甲">{run("开工。")}</w:moveFrom>'
    here = f'<w:moveTo w:id="94" w:author="甲">{run("开工。")}</w:moveTo>'
    moved = read(
        start(0, "_xg_i1") + away + end(0) + run("还在。"),
        marked(1, "i2", "完工。"),
        start(2, "_xg_i1_Copy_1") + here + end(2),
    )
    assert ids(moved) == [("还在。", ()), ("完工。", ("i2",)), ("开工。", ("i1",))]


def test_a_bookmark_that_holds_nothing_any_more_marks_its_paragraph() -> None:
    assert ids(read(run("重写的。") + start(0, "_xg_i1") + end(0))) == [("重写的。", ("i1",))]
    between = docx(f"<w:p>{run('重写的。')}</w:p>{start(0, '_xg_i1')}{end(0)}<w:p/>")
    assert ids(read_docx(between, FILE))[0] == ("重写的。", ("i1",))


def test_a_bookmark_that_is_never_closed_ends_with_its_paragraph() -> None:
    never = start(0, "_xg_i1") + run("开工。")
    assert ids(read(never, run("完工。"))) == [("开工。", ("i1",)), ("完工。", ())]
    again = marked(1, "i1", "完工。")
    assert ids(read(never, again)) == [("开工。", ("i1",)), ("完工。", ("i1",))]


def test_text_in_a_box_is_no_place_of_a_record() -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('请核。')}</w:p></w:txbxContent></w:pict></w:r>"
    boxed = read(start(0, "_xg_i1") + box + run("开工。") + end(0))
    assert ids(boxed) == [("开工。", ("i1",))]


def test_rows_of_a_table_have_the_ids_of_their_cells() -> None:
    def row(*cells: str, properties: str = "") -> str:
        inside = "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in cells)
        return f"<w:tr>{properties}{inside}</w:tr>"

    gone = '<w:trPr><w:del w:id="95" w:author="甲"/></w:trPr>'
    table = (
        row(marked(0, "b1", "指标"), run("本期"))
        + row(marked(1, "w1", "投资"), run("5.1"))
        + row(start(2, "_xg_w2") + deleted("税收") + end(2), deleted("4.0"), properties=gone)
        + row(run("新加的"), run("3.2"))
    )
    source = read_docx(docx(f"<w:tbl>{table}</w:tbl><w:p/>"), FILE)
    assert source.blocks[0] == SourceTable(
        (("指标", "本期"), ("投资", "5.1"), ("新加的", "3.2")), (("b1",), ("w1",), ())
    )


def test_bookmarks_of_others_are_not_ours() -> None:
    named = start(0, "_Toc1234") + run("一、成效") + end(0) + start(1, "书签") + end(1)
    source = read(named)
    assert ids(source) == [("一、成效", ())]
    assert source.draft == ""


def test_the_mark_of_the_draft_is_no_record() -> None:
    source = read(start(0, "_xg_d0123456789") + marked(1, "i1", "开工。") + end(0), run("完工。"))
    assert source.draft == "0123456789"
    assert ids(source) == [("开工。", ("i1",)), ("完工。", ())]


def test_ids_and_mark_pass_through_the_answer_of_the_child() -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{marked(1, 'w1', '投资')}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    body = f"<w:p>{start(9, '_xg_d0123456789')}{marked(0, 'i1', '开工。')}{end(9)}</w:p>{table}"
    source = read_docx(docx(body), FILE)
    assert from_plain(json.loads(json.dumps(to_plain(source)))) == source
    assert source.draft


@pytest.mark.parametrize("id_", ["i7k2x9", "r7k2x_title", "r7k2x_date_line", "r7k2x_a12", "d1"])
def test_the_name_of_an_id_says_the_id(id_: str) -> None:
    name = name_of(id_)
    assert name is not None
    assert len(name) <= 40
    assert id_in(name) == id_in(f"{name}_Copy_1") == id_in(f"{name}_Copy_1_Copy_12") == id_
    assert draft_in(name) is None


def test_the_name_of_a_draft_says_its_mark() -> None:
    name = name_of_draft("00ff00ff00")
    assert draft_in(name) == draft_in(f"{name}_Copy_1") == "00ff00ff00"
    assert id_in(name) is None
