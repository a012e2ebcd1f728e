"""Every number of a text tells where it comes from; what was reported can be signed."""

from model.forms.provenance import returned_document, sourced, sources_document
from model.forms.take import decisions_of, take
from tests.forms.sent import FINANCE, TODAY, back, carried, collected, filled, write

TAX = "一般公共预算收入"


def test_numbers_stand_in_the_order_of_the_text_with_source_and_giver() -> None:
    found = collected(back("财政局.xlsx", filled(FINANCE, write(TAX, {"本期数": 98, "同比": 4.2}))))
    decisions = decisions_of(found.lines)
    for line in found.lines:
        decisions = decisions.take(line.choice.key)
    project = take(carried(), found.lines, decisions, found.files, TODAY)
    rows = sourced(project, project.reports[0])
    tax = next(one for one in rows if one.place.endswith("2026-Q1-3.actual") and one.given)
    assert (tax.said, tax.value, tax.source) == ("98亿元", "98亿元", "部门报送数")
    assert (tax.given, tax.person, tax.day) == ("财政局.xlsx", "李敏", "2026-10-09")
    assert "一般公共预算收入" in tax.sentence
    assert any(one.source == "文中手写" for one in rows)
    assert any(one.source == "按已填的数算出" for one in rows)
    table = sources_document(project, project.reports[0]).text
    assert "序号\t数\t所在的句子" in table
    signed = returned_document(project).text
    assert "一般公共预算收入 本期数\t98亿元\t6.82\t\t与上期6.82相差较大\t李敏\t□" in signed
    assert "单位负责人签字（盖章）" in signed
    assert "部门还没有报来本期的数。" in returned_document(carried()).text
