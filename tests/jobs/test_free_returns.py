"""What is no form is taken too: a call, a paper, a table of the whole city."""

from model.forms.lines import CameState
from model.forms.take import decisions_of, take
from model.jobs.free_returns import Said
from model.jobs.take_forms import Read, collect, read_text
from model.report.departments import Way
from tests.forms.sent import FINANCE, PLANNING, TODAY, carried, form, states
from tests.small_project import put

TAX, GDP = "一般公共预算收入", "地区生产总值"


def test_a_call_gives_numbers_and_who_said_them() -> None:
    said = Said(FINANCE, Way.PHONE, "张三")
    text = "前三季度，一般公共预算收入完成9.87亿元，同比增长4.2%。"
    found = collect(carried(), (read_text(text, said),), TODAY)
    known = states(found)
    assert known[f"{TAX} 本期数"] == ("可采用", "9.87")
    assert known[f"{TAX} 同比增长"] == ("可采用", "4.2")
    decisions = decisions_of(found.lines)
    for line in found.lines:
        if line.choice.ways:
            decisions = decisions.take(line.choice.key)
    project = take(carried(), found.lines, decisions, found.files, TODAY)
    given = [one.given for one in project.observations if one.given]
    assert {(one.file, one.person) for one in given} == {("电话", "张三")}
    sent = next(one for one in project.forms if one.department == FINANCE)
    assert [one.way for one in sent.returns] == [Way.PHONE]


def test_paper_is_ticked_and_a_text_goes_where_it_is_like() -> None:
    paper = collect(carried(), (read_text("", Said(FINANCE, Way.PAPER)),), TODAY)
    assert (paper.lines, paper.refused) == ((), ())
    done = take(carried(), (), decisions_of(()), paper.files, TODAY)
    assert any(one.returns for one in done.forms)
    last = form(PLANNING).texts[0].last
    new = last.replace("今年以来", "前三季度")
    found = collect(
        carried(), (read_text(f"{new}\n另有几句别的话要说明。", Said(PLANNING, Way.CHAT)),), TODAY
    )
    lines = [line for line in found.lines if line.choice.kind.value == "text"]
    assert [(line.state, bool(line.choice.ways)) for line in lines] == [
        (CameState.READY, True), (CameState.REMARK, False),
    ]  # fmt: skip
    assert lines[0].choice.place == form(PLANNING).texts[0].place
    nobody = collect(carried(), (read_text("有话", Said(" ", Way.CHAT)),), TODAY)
    assert "请写明是哪个单位报的" in nobody.refused[0].reason


def test_a_table_of_the_city_gives_value_growth_and_rank() -> None:
    rows = (
        ("江州市前三季度主要经济指标",),
        ("县（市、区）", "地区生产总值（亿元）", "", "", "一般公共预算收入", ""),
        ("", "总量", "增速（%）", "位次", "总量（亿元）", "增速（%）"),
        ("全市", "900.5", "5.5", "", "80.1", "4.0"),
        ("东山区", "300.1", "6.1", "1", "30.2", "3.9"),
        ("云岭县", "182.4", "5.9", "2", "9.87", "4.2"),
        ("西河县", "110.0", "4.8", "3", "7.5", "5.0"),
    )
    city = Read("通报.xlsx", "x", None, rows=rows, is_city=True)
    found = collect(carried(), (city,), TODAY)
    known = {label: theirs for label, (_, theirs) in states(found).items()}
    assert known == {
        f"{GDP} 本期数": "182.4亿元", f"{GDP} 同比增长": "5.9", f"{GDP} 位次": "2",
        f"{TAX} 本期数": "9.87亿元", f"{TAX} 同比增长": "4.2", f"{TAX} 位次": "增速居全市第2位",
    }  # fmt: skip
    assert {line.choice.place.rpartition("@")[2] for line in found.lines} == {"bureau"}
    other = put(carried(), ("organization.name", "南江县"))
    assert "表里没有“南江县”这一行" in collect(other, (city,), TODAY).refused[0].reason
