"""What Excel, WPS, Word and web pages put on the clipboard is read as the cells one sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.table.clipboard import joined, read_copied
from model.table.html_cells import table_in

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\."} td {color:black}--></style></head><body>
<!--StartFragment--><table border=0><col width=72 span=2>
 <tr height=18><td>南湖大桥<br>
    （续建）</td><td align=right x:num="0.051">5.1%</td></tr>
 <tr><td>水厂&nbsp;</td><td><span style='mso-spacerun:yes'>&nbsp; </span>3.20</td></tr>
 <tr style='display:none'><td>隐藏的</td><td>1</td></tr>
<!--EndFragment--></table></body></html>"""

WORD = """<html><head><xml><w:WordDocument/></xml></head><body lang=ZH-CN>
<!--StartFragment--><p class=MsoNormal>主要指标如下：</p>
<table class=MsoTableGrid><tr><td rowspan=2><p>项目<o:p></o:p></p></td>
<td colspan=2><p>投资（亿元）</p></td></tr>
<tr><td><p>计划</p></td><td><p>完成</p></td></tr>
<tr><td><p>茶产业园</p><p>（二期）</p></td><td><p>4</p></td><td><p>3.2<o:p></o:p></p></td></tr>
</table><!--EndFragment--></body></html>"""


def test_the_html_of_excel_gives_cells_with_line_breaks_and_no_hidden_rows() -> None:
    copied = read_copied('"南湖大桥\n（续建）"\t5.1%\n水厂\t3.20\n', EXCEL)
    assert copied.cells == (("南湖大桥\n（续建）", "5.1%"), ("水厂", "3.20"))
    assert copied.notes == ()


def test_a_merged_cell_of_word_stands_in_its_first_place_and_the_rest_in_their_columns() -> None:
    copied = read_copied("主要指标如下：\n项目\t投资（亿元）\n", WORD)
    assert copied.cells == (
        ("项目", "投资（亿元）", ""),
        ("", "计划", "完成"),
        ("茶产业园\n（二期）", "4", "3.2"),
    )
    assert copied.notes == (
        "复制的内容里表格以外的文字没有取",
        "有2个合并的单元格，内容放在它的第一格",
    )


def test_a_table_in_a_cell_gives_its_words_to_that_cell_and_a_second_table_is_told() -> None:
    html = (
        "<table><tr><td>甲<table><tr><td>乙</td><td>丙</td></tr></table></td><td>1</td></tr>"
        "</table><table><tr><td>丁</td></tr></table>"
    )
    copied = read_copied("", html)
    assert [joined(cell) for cell in copied.cells[0]] == ["甲乙丙", "1"]
    assert copied.notes == ("复制的内容里有2张表，只取了第一张",)


def test_html_without_a_table_leaves_the_plain_text() -> None:
    assert read_copied("甲\t1", "<p>甲 1</p>").cells == (("甲", "1"),)
    assert read_copied("甲\t1", "<table><tr><td> </td></tr></table>").cells == (("甲", "1"),)
    assert read_copied("甲\t1", "<table><tr><td>乙" + " " * 3_000_000).cells == (("甲", "1"),)


@pytest.mark.parametrize("tag", ["rowspan", "colspan"])
@pytest.mark.parametrize("number", ["-1", "0", "x", "９", "2.5", "99999999999999999999", ""])
def test_senseless_spans_are_one_cell_or_bounded(tag: str, number: str) -> None:
    found = table_in(f'<table><tr><td {tag}="{number}">甲</td><td>乙</td></tr></table>')
    assert found is not None
    assert [cell for cell in found.lines[0] if cell] == ["甲", "乙"]


def test_signs_nobody_sees_are_taken_out_and_told() -> None:
    copied = read_copied("甲\x07\t乙\u200b\n丙\x0b丁\t1")
    assert copied.cells == (("甲", "乙"), ("丙\n丁", "1"))
    assert copied.notes == ("去掉了2个看不见的字符",)
    assert read_copied("", "<table><tr><td>甲\x07</td></tr></table>").notes == (
        "去掉了1个看不见的字符",
    )


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("南湖大桥\n（续建）", "南湖大桥（续建）"),
        ("one\ntwo", "one two"),
        ("5G\n基站", "5G基站"),
        (" \n甲\n\n", "甲"),
        ("", ""),
        ("12\n34", "12 34"),
    ],
)
def test_a_cell_of_several_lines_becomes_one(cell: str, line: str) -> None:
    assert joined(cell) == line


TAGS = st.sampled_from(
    ["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=3>", "<td colspan=2>",
     "<th>", "<p>", "</p>", "<br>", "<br/>", "<style>", "</style>", "<!--", "-->", "&nbsp;", "&#7;",
     "<td style='display:none'>", "<img src=x>", "</div>", "<", ">", "甲", "5.1", "\n", "\t"]
)  # fmt: skip


@given(st.lists(TAGS, max_size=60))
def test_broken_html_gives_cells_or_none_and_never_an_exception(tags: list[str]) -> None:
    found = table_in("".join(tags))
    if found is not None:
        assert any(map(any, found.lines))
    copied = read_copied("甲", "".join(tags))
    assert copied.cells
    assert len({len(line) for line in copied.cells}) == 1
