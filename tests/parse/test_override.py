"""Roles that the clerk corrects: the line changes, what depends on it follows, nothing is lost."""

from model.library import shipped
from model.parse.intake import intake, said
from model.parse.override import ROLES, role_of, with_role
from model.parse.structure import Given
from model.parse.understand import lexicon_of, understand
from model.reading.text_file import read_pasted
from model.report.project import Organization
from model.report.section import Section
from model.values.period import Period

LEXICON = lexicon_of(shipped.bank())
TEXT = """云岭县2026年上半年工作总结
一、工业经济稳步回升
全县规模以上工业增加值增长6.1%。
（一）抓项目。开工项目36个，完成投资12亿元。
二、下一步打算
一般公共预算收入12亿元。"""


def test_every_role_that_is_read_can_be_offered() -> None:
    shapes = understand(read_pasted(TEXT), LEXICON).shapes
    assert {role_of(shape) for shape in shapes} <= set(ROLES)
    assert [ROLES[role_of(shape)] for shape in shapes[:3]] == ["标题", "一级标题", "正文"]


def test_a_corrected_line_takes_its_role_and_no_other_line_changes() -> None:
    source = read_pasted(TEXT)
    before = understand(source, LEXICON)
    given, after = with_role(source, LEXICON, {}, [1], Given("body"))
    assert given == {1: Given("body")}
    assert after.shapes[1].role == "body"
    assert after.shapes[1].marker == (0, 2)
    assert [one.role for one in after.shapes[2:]] == [one.role for one in before.shapes[2:]]


def test_figures_and_leads_follow_the_role() -> None:
    source = read_pasted(TEXT)
    assert understand(source, LEXICON).mentions[2]
    _, after = with_role(source, LEXICON, {}, [2], Given("note"))
    assert after.mentions[2] == ()
    assert after.shapes[3].lead == (3, 7)
    _, after = with_role(source, LEXICON, {}, [3], Given("heading", 2))
    assert after.shapes[3].lead is None


def test_corrections_add_up_and_the_project_is_made_from_them() -> None:
    source = read_pasted(TEXT)
    given, _ = with_role(source, LEXICON, {}, [1], Given("body"))
    given, understood = with_role(source, LEXICON, given, [3], Given("heading", 1))
    done = intake(
        source, understood, shipped.bank(), Organization(name="云岭县"), Period.parse("2026-H1")
    )
    parts = [part for part in done.project.reports[0].content if isinstance(part, Section)]
    assert [part.heading.text for part in parts if part.heading] == [
        "抓项目。开工项目36个，完成投资12亿元。",
        "下一步打算",
    ]
    assert said(done.project) == TEXT
