"""What comes back is known by its keys; nothing is lost, and every odd thing is named."""

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.entry.apply import Assignment, set_values
from model.errors import ValueRefused
from model.forms.lines import CameState
from model.forms.linked import with_links
from model.forms.missing import Standing, answering, pressing_list, said_in_short
from model.forms.take import decisions_of, take, take_plain
from model.jobs.take_forms import Collected
from model.renewal.next_period import carry
from model.report.project import Project
from model.report.section import TableBlock
from model.report.tree import find
from tests.forms.sent import (
    FINANCE,
    PLANNING,
    TODAY,
    back,
    carried,
    collected,
    filled,
    form,
    sheet_bytes,
    states,
    write,
)
from tests.small_project import put

TAX, SPENT = "一般公共预算收入", "一般公共预算支出"


def taken(found: Collected, project: Project | None = None, *keys: str) -> Project:
    """The project with what speaks for itself, and these labels besides."""
    decisions = take_plain(decisions_of(found.lines), found.lines)
    for line in found.lines:
        if line.choice.label in keys:
            decisions = decisions.take(line.choice.key)
    return take(project or carried(), found.lines, decisions, found.files, TODAY)


def test_a_form_goes_in_with_source_person_and_file() -> None:
    data = filled(FINANCE, write(TAX, {"本期数": 9.87, "同比": 0.0}), write(SPENT, {"本期数": 31}))
    found = collected(back("财政局.xlsx", data))
    assert states(found) == {
        TAX: ("可采用", "9.87"),
        f"{TAX} 同比": ("可采用", "0"),
        SPENT: ("可采用", "31"),
    }
    project = taken(found)
    made = [one for one in project.observations if one.given is not None]
    assert [(one.source.label, str(one.value)) for one in made] == [
        ("部门报送数", "9.87"), ("部门报送数", "0"), ("部门报送数", "31"),
    ]  # fmt: skip
    given = made[0].given
    assert given is not None
    assert (given.file, given.person, given.date) == ("财政局.xlsx", "李敏", TODAY)
    assert given.digest
    sent = next(one for one in project.forms if one.department == FINANCE)
    assert [one.person for one in sent.returns] == ["李敏"]
    again = collected(back("财政局.xlsx", data), project=project)
    assert {line.state for line in again.lines} == {CameState.SAME}
    assert taken(again, project).forms == project.forms


def test_rows_are_known_by_their_keys_wherever_they_stand() -> None:
    def upside_down(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for at, row in enumerate(reversed(rows), 3):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
        sheet.insert_rows(4)
        sheet.cell(4, 2).value = "（以下为预算数）"

    hands = [write(TAX, {"本期数": 9.87}), write(SPENT, {"本期数": 31.2})]
    found = states(collected(back("a.xlsx", filled(FINANCE, *hands, upside_down))))
    assert (found[TAX], found[SPENT]) == (("可采用", "9.87"), ("可采用", "31.2"))
    assert ("没认出来", "（以下为预算数）") in found.values()

    source = load_workbook(io.BytesIO(filled(FINANCE, *hands)))["数据"]
    copy = Workbook()
    sheet = copy.active
    assert isinstance(sheet, Worksheet)
    for row in source.iter_rows(min_row=2, values_only=True):
        sheet.append([None, *row])
    saved = io.BytesIO()
    copy.save(saved)
    copied = collected(back("新表.xlsx", saved.getvalue()))
    assert states(copied)[TAX] == ("可采用", "9.87")
    assert copied.files[0].department == FINANCE


def odd(values: dict[str, Any]) -> tuple[str, str]:
    """The state and the note of the one value that is written beside `values`."""
    found = collected(back("a.xlsx", filled(FINANCE, write(TAX, values)))).lines
    assert len(found) == 1
    return found[0].state.label, found[0].choice.note


def test_what_looks_wrong_is_told_and_not_taken_by_itself() -> None:
    assert odd({"本期数": 98700}) == (
        "变动较大，请核",
        "是上期的约1万倍，单位要的是亿元，是不是按万元这样的小单位填了",
    )
    assert odd({"同比": 0.051})[1] == "像是没有乘100：要是5.1%，请改填"
    assert odd({"本期数": 60})[0] == "变动较大，请核"
    state, note = odd({"本期数": "约9.9"})
    assert state == "没认出来"
    assert "约" in note
    state, note = odd({"本期数": "=A1+B1"})
    assert (state, note) == ("没认出来", "公式还没有算出数。请对方用WPS打开这个表，保存一次再发来")
    state, note = odd({"上期数": "7.00；同比5.1%", "本期数": 9.87})
    assert (state, note) == (
        "原有数被改动", "上期数原是“6.82；同比5.1%”，表里是“7.00；同比5.1%”",
    )  # fmt: skip
    assert odd({"备注": "口径有变"})[0] == "备注"


def test_numbers_are_read_as_typed() -> None:
    def percent(sheet: Worksheet) -> None:
        write(TAX, {"同比": 0.051})(sheet)
        for row in sheet.iter_rows(min_row=3):
            row[7].number_format = "0.0%"

    hands = [
        write(TAX, {"本期数": 6.8999999999999995}),
        percent,
        write(SPENT, {"本期数": "12,300"}),
    ]
    found = states(collected(back("a.xlsx", filled(FINANCE, *hands))))
    assert found[TAX] == ("可采用", "6.9")
    assert found[f"{TAX} 同比"] == ("可采用", "5.1")
    assert found[SPENT][1] == "12,300"


def test_a_correction_of_a_former_value_goes_where_it_belongs() -> None:
    head = "上期/上年数有更正的填这里"
    found = collected(back("a.xlsx", filled(FINANCE, write(TAX, {head: "上期应为6.83"}))))
    assert states(found) == {f"{TAX} 更正上期": ("与已填不同", "6.83")}
    project = taken(found, None, f"{TAX} 更正上期")
    values = {
        (str(one.period), one.facet.value): str(one.value)
        for one in project.observations
        if one.given is not None
    }
    assert values == {("2026-H1", "actual"): "6.83"}
    unclear = collected(back("a.xlsx", filled(FINANCE, write(TAX, {head: "口径调整"}))))
    assert states(unclear) == {f"{TAX} 更正上期/上年数": ("没认出来", "口径调整")}


def test_two_answers_for_one_place_are_never_decided_by_the_program() -> None:
    first = back("甲.xlsx", filled(FINANCE, write(TAX, {"本期数": 9.87}), person="李敏"))
    second = back("乙.xlsx", filled(FINANCE, write(TAX, {"本期数": 9.78}), person="赵强"))
    found = collected(first, second)
    assert [line.state for line in found.lines] == [CameState.TWICE] * 2
    assert found.lines[0].choice.note == "乙.xlsx报的是9.78"
    assert taken(found).observations == carried().observations
    later = taken(collected(first))
    corrected = collected(second, project=later)
    assert states(corrected)[TAX] == ("与已填不同", "9.78")
    assert corrected.lines[0].choice.note == "上一次报的是9.87（李敏，甲.xlsx）"


def test_a_weaker_value_stays_beside_what_came() -> None:
    place = form(FINANCE).numbers[1].asks[0].place
    project = put(carried(), (f"{place}@estimate", "9.5"), (f"{place}@bureau", "9.6"))
    found = collected(
        back("a.xlsx", filled(FINANCE, write(TAX, {"本期数": 9.87}))), project=project
    )
    assert found.lines[0].choice.note == "已有统计局反馈数，文中仍用它"
    after = taken(found, project, TAX)
    kept = [
        str(one.value)
        for one in after.observations
        if place.startswith(f"{one.indicator}@{one.period}.") and one.facet.value == "actual"
    ]
    assert kept == ["9.5", "9.6", "9.87"]


def test_texts_and_rows_go_in_and_new_rows_are_added() -> None:
    text = form(PLANNING).texts[0]

    def words(sheet: Worksheet) -> None:
        sheet.cell(3, 4).value = "前三季度{工业}增势良好。"

    said = collected(back("a.xlsx", filled(PLANNING, words, sheet="文字")))
    assert [line.state for line in said.lines] == [CameState.READY]
    written = find(taken(said), text.place.partition(".")[0])
    assert getattr(written, "text", "") == "前三季度{{工业}}增势良好。"

    def rows(sheet: Worksheet) -> None:
        sheet.cell(3, 5).value = 3.5
        sheet.cell(7, 2).value, sheet.cell(7, 3).value = "城西变电站", 2.1
        sheet.cell(8, 2).value, sheet.cell(8, 3).value = "又一个", "很多"

    found = collected(back("b.xlsx", filled(PLANNING, rows, sheet="项目")))
    assert [line.state.label for line in found.lines] == ["可采用", "新增行", "没认出来"]
    project = taken(found)
    table = form(PLANNING).tables[0]
    block = find(project, table.block)
    assert isinstance(block, TableBlock)
    last = block.rows[-1]
    assert (last.cells[0], last.supplier) == ("城西变电站", PLANNING)
    assert "2.1" in last.cells


def test_a_returned_text_keeps_the_links_that_say_the_same_figures() -> None:
    place = form(PLANNING).texts[0].place
    raw = "税收{@general-public-budget-revenue.actual}，{@general-public-budget-revenue.yoy}。"
    project = set_values(
        carried(),
        [
            Assignment(f"general-public-budget-revenue@{carried().period}.actual", "9.87"),
            Assignment(f"general-public-budget-revenue@{carried().period}.yoy", "4.2"),
            Assignment(place, raw),
        ],
        TODAY,
    )
    link, growth = raw[2 : raw.index("，")], raw[raw.index("，") + 1 : -1]
    for said, wanted in (
        ("前三季度税收9.87亿元，增长4.2%，势头好。", f"前三季度税收{link}，{growth}，势头好。"),
        ("税收19.87亿元，增长4.2%。", f"税收19.87亿元，{growth}。"),
        ("税收9.9亿元{约}。", "税收9.9亿元{{约}}。"),
    ):
        assert with_links(project, place, said) == wanted


def test_a_form_of_something_else_is_told_by_name() -> None:
    data = filled(FINANCE, write(TAX, {"本期数": 9.87}))
    later = carry(carried())
    found = collected(back("财政局.xlsx", data), project=later)
    assert [one.reason for one in found.refused] == [
        "“财政局.xlsx”是上一期（2026年前三季度）的报数表，这份材料是2026年的。请让对方填这一期的表。"
    ]
    file = back("财政局.xlsx", data)
    assert "只收一次" in collected(file, file._replace(name="副本.xlsx")).refused[0].reason
    empty = collected(back("空.xlsx", sheet_bytes(FINANCE)))
    assert (empty.lines, empty.files[0].department) == ((), FINANCE)
    plain = Workbook()
    saved = io.BytesIO()
    plain.save(saved)
    assert "不是发出去的报数表" in collected(back("x.xlsx", saved.getvalue())).refused[0].reason


def test_every_department_has_its_standing() -> None:
    project = taken(
        collected(back("a.xlsx", filled(FINANCE, write(TAX, {"本期数": 9.87, "同比": 4.1}))))
    )
    standing = {one.department: one for one in answering(project, TODAY)}
    assert standing[FINANCE].standing is Standing.PART
    assert standing[FINANCE].left == 6
    assert standing[PLANNING].standing is Standing.WAITING
    late = {one.department: one.standing for one in answering(project, TODAY.replace(day=13))}
    assert late[PLANNING] is Standing.OVERDUE
    assert said_in_short(answering(project, TODAY)) == "还差18个部门"
    assert said_in_short(answering(project.changed(forms=()), TODAY)) == ""
    said = pressing_list(project, TODAY).text
    assert "财政局\t10月8日\t10月9日\t8\t6\t2026年10月12日\t报了一部分" in said


def test_what_does_not_fit_any_more_is_refused_and_nothing_taken() -> None:
    found = collected(back("a.xlsx", filled(FINANCE, write(TAX, {"本期数": 9.87}))))
    bare = carried().changed(indicators=(), observations=())
    with pytest.raises(ValueRefused):
        taken(found, bare)
