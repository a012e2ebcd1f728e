"""What departments are asked for, and how a form says it."""

import io
from dataclasses import replace
from datetime import date

from openpyxl import load_workbook

from model.arrange.departments import rename_department
from model.document import Paragraph, Table
from model.excel.write_form import write_form
from model.forms.form import NOW, SHARE
from model.forms.keys import find_key, keys_of, prefix
from model.forms.owed import owed_by
from model.forms.papers import notice, sending_text, word_form
from model.forms.returned import returned_form
from model.reading.source import Source, SourceParagraph, SourceTable
from model.values.period import Period
from tests.forms.sent import FINANCE, PLANNING, carried, form, form_in, sheet_bytes
from tests.small_project import put


def test_every_department_is_asked_for_what_it_supplies_and_nothing_computed() -> None:
    asked = {one.department: one for one in owed_by(carried())}
    assert len(asked) == 18
    rows = form(FINANCE).numbers
    assert [row.name for row in rows][:2] == ["财政总收入", "一般公共预算收入"]
    assert rows[1].ask(NOW) is not None
    assert rows[1].ask(SHARE) is None  # computed once the level is known
    assert rows[1].last == "6.82；同比5.1%"
    assert rows[1].decimals == 2
    ranked = {one.department: one for one in owed_by(carried(), with_ranks=True)}
    assert len(ranked["统计局"].values) == len(asked["统计局"].values) + 6


def test_keys_are_those_of_the_row_and_of_the_period() -> None:
    periods = Period.parse("2026-H1"), Period.parse("2026-Q1-3")
    first, second = (keys_of(FINANCE, one, ["gdp@", "tax@"]) for one in periods)
    assert set(first).isdisjoint(second)
    assert keys_of(FINANCE, periods[0], ["tax@", "gdp@"]) == first[::-1]
    assert len({*keys_of("发改局", periods[0], map(str, range(900)))}) == 900
    assert prefix("发展和改革委员会") == "发展和改"
    assert find_key(f"　{first[0].replace('-', '－')} ") == first[0]
    assert find_key("财政-123") is None


def test_a_department_that_was_renamed_is_one_department() -> None:
    field = carried().fields[0].id
    renamed = rename_department(carried(), FINANCE, "财政税务局")
    renamed = put(renamed, (f"{field}.supplier", FINANCE))
    found = {one.department: one for one in owed_by(renamed)}
    assert FINANCE not in found
    assert field in {place.place for place in found["财政税务局"].places}
    assert form_in(renamed, "财政税务局").id == form(FINANCE).id


def test_a_workbook_has_its_sheets_locks_and_no_formula() -> None:
    odd = form(PLANNING)
    text = odd.texts[0]._replace(last="=1+1", label="-完成")
    book = load_workbook(io.BytesIO(write_form(replace(odd, texts=(text,)))))
    assert book.sheetnames == ["填报说明", "数据", "文字", "项目", "_xg"]
    assert book["_xg"].sheet_state == "hidden"
    row = book["文字"][3]
    assert [cell.data_type for cell in row[:3]] == ["s", "s", "s"]
    assert (row[2].value, row[1].value) == ("=1+1", "-完成")
    numbers = book["数据"]
    assert numbers.protection.sheet
    assert numbers.protection.password is None
    assert numbers.protection.insertRows is False  # False allows it
    assert [cell.protection.locked for cell in numbers[3]] == [True] * 6 + [False] * 3
    rules = numbers.data_validations.dataValidation
    assert {rule.errorStyle for rule in rules} == {"warning"}
    assert book["项目"]["A7"].protection.locked is False


def test_a_word_form_gives_back_what_was_written_in_it() -> None:
    document = word_form(form(PLANNING))
    blocks: list[SourceParagraph | SourceTable] = []
    for block in document.body:
        if isinstance(block, Table):
            rows = [list(block.titles), *([cell.text for cell in row] for row in block.rows)]
            if "本期数" in rows[0]:
                rows[1][rows[0].index("本期数")] = "2.5"
            blocks.append(SourceTable(tuple(map(tuple, rows))))
        elif isinstance(block, Paragraph):
            said = {"填报人：": "填报人：张三", "": "今年完成投资3亿元。"}
            blocks.append(SourceParagraph(said.get(block.text, block.text)))
    came = returned_form(Source(tuple(blocks), kind="docx"))
    assert (came.form, came.department, came.person) == (form(PLANNING).id, PLANNING, "张三")
    assert came.period == "2026年前三季度"
    by_key = {row.key: row for row in came.rows}
    assert by_key[form(PLANNING).numbers[0].key].text("本期数") == "2.5"
    assert [by_key[row.key].text("本期文字") for row in form(PLANNING).texts] == [
        "今年完成投资3亿元。"
    ] * 2


def test_the_notice_tells_what_by_when_and_whom_to_ask() -> None:
    said = notice([form(FINANCE), form(PLANNING)]).text
    assert "请于2026年10月12日前报送。" in said
    assert "联系人：王芳 2261004" in said
    assert "1\t财政局\t8" in said
    assert sending_text(form(FINANCE)).endswith("10月12日前发回。有疑问请联系王芳 2261004。")
    assert form(FINANCE).sent == date(2026, 10, 8)
    assert len(sheet_bytes(FINANCE)) < 20_000
