"""A manuscript becomes a project, and the project says the manuscript."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.check.correcting import corrected, proposed
from model.entry.apply import Assignment, set_values
from model.jobs.new_project import new_project
from model.library import shipped
from model.parse.about import period_of_text, place_of
from model.parse.intake import Intake, intake, said
from model.parse.linking import tied, ties
from model.parse.understand import lexicon_of, understand
from model.places.inventory import places_of
from model.reading.text_file import read_pasted as pasted
from model.report.project import Organization, Project
from model.report.report import LengthLimit
from model.report.section import Section
from model.storage.project_file import dumps, loads
from model.values.period import Period
from model.values.state import State

LEXICON = lexicon_of(shipped.bank())
TODAY = date(2026, 7, 5)
MANUSCRIPT = """云岭县2026年上半年工作总结
（2026年7月5日）
各位领导：
上半年，全县坚持稳中求进，地区生产总值完成118.6亿元，同比增长5.8%；固定资产投资增长6.3%，居全市第4位。
一、工业经济稳步回升
一是抓项目。开工项目36个，完成投资XX亿元。二是抓企业。截止6月底，新增规上企业5家,总数达到86家。
二、民生持续改善
全县城镇新增就业2310人，完成年度任务的55.0%。
四、下步打算
（一）抓投资。力争全年完成投资88亿元。
汇报完毕，请批评指正。"""


def taken(text: str, template: str | None = None) -> Intake:
    source = pasted(text)
    return intake(
        source,
        understand(source, LEXICON),
        shipped.bank(),
        Organization(name="云岭县", superior="江州市"),
        Period.parse("2026-H1"),
        shipped.template(template) if template else None,
    )


def test_it_comes_out_character_for_character() -> None:
    done = taken(MANUSCRIPT)
    assert said(done.project) == MANUSCRIPT
    assert not done.as_written


def test_structure_front_matter_and_numbers_are_recognized() -> None:
    project = taken(MANUSCRIPT).project
    report = project.reports[0]
    assert report.front.title == "云岭县2026年上半年工作总结"
    assert report.front.salutation == "各位领导："
    assert report.front.closing == "汇报完毕，请批评指正。"
    headings = [part.heading for part in report.content if isinstance(part, Section)]
    assert [heading.text for heading in headings if heading] == [
        "工业经济稳步回升", "民生持续改善", "下步打算",
    ]  # fmt: skip
    known = {(one.indicator, one.facet.value): str(one.value) for one in project.observations}
    assert known["gdp", "actual"] == "118.6"
    assert known["gdp", "yoy"] == "5.8"
    assert known["fixed-asset-investment", "rank"] == "4"


def test_a_sign_that_jumps_stays_as_written_until_it_is_corrected() -> None:
    project = taken(MANUSCRIPT).project
    report = project.reports[0]
    found = proposed(project, report)
    assert {(one.before, one.after) for one in found} >= {
        ("四、", "三、"),
        (",", "，"),
        ("截止", "截至"),
    }
    mended = set_values(project, corrected(project, found), TODAY)
    text = said(mended)
    assert "三、下步打算" in text
    assert "截至6月底，新增规上企业5家，总数" in text
    assert not proposed(mended, mended.reports[0])


def test_numbers_tied_to_the_bank_say_the_same_until_the_bank_changes() -> None:
    project = taken(MANUSCRIPT).project
    found = ties(project, project.reports[0])
    assert {one.before for one in found} >= {"118.6亿元", "增长5.8%"}
    linked = set_values(project, tied(project, found), TODAY)
    assert said(linked) == MANUSCRIPT
    renewed = set_values(linked, [Assignment("gdp@2026-H1.yoy", "-0.4")], TODAY)
    assert "同比下降0.4%" in said(renewed)


def test_every_blank_is_a_place_to_fill() -> None:
    project = taken("XX县上半年工作\nXX书记作了部署，X月底前开工XX个项目。").project
    blanks = [one for one in places_of(project) if one.state is State.EMPTY]
    assert len(blanks) == 4


def test_into_a_template_parts_are_matched_and_the_rest_is_told() -> None:
    done = taken(MANUSCRIPT, "half-year-summary")
    assert said(done.project) == MANUSCRIPT
    assert done.project.reports[0].template.key == "half-year-summary"
    assert any(one.template for one in done.parts)
    assert done.missing


def test_into_a_template_the_report_is_as_one_made_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    template = shipped.template("half-year-summary").changed(
        version=3, length=LengthLimit(minutes=20)
    )
    monkeypatch.setattr(shipped, "template", lambda _: template)
    project = taken(MANUSCRIPT, template.key).project
    made = new_project(template, shipped.bank(), project.organization, project.period).project
    taken_in, new = project.reports[0], made.reports[0]
    for attribute in ("template", "name", "house_style", "annex", "length"):
        assert getattr(taken_in, attribute) == getattr(new, attribute), attribute
    assert taken_in.annex
    defined = {indicator.id: indicator for indicator in project.indicators}
    untouched = [one for one in made.indicators if one.id not in observed(project)]
    assert untouched
    assert [defined[one.id] for one in untouched] == untouched


def observed(project: Project) -> set[str]:
    """The indicators that the manuscript states, whose unit is the manuscript's."""
    return {observation.indicator for observation in project.observations}


def test_what_a_title_says_of_place_and_period() -> None:
    shapes = understand(pasted(MANUSCRIPT), LEXICON).shapes
    assert place_of(shapes) == "云岭县"
    assert period_of_text(shapes) == Period.parse("2026-H1")


LINES = st.text(
    st.sampled_from(
        "一二三、（）1.①是要 　\t{}[]XX*增长5.8%亿元，。：；县长2026年上半年——\u3000关于"
    ),
    max_size=40,
)


@given(st.lists(LINES, max_size=12))
def test_any_text_comes_out_as_it_was(lines: list[str]) -> None:
    project = taken("".join(f"{line}\n" for line in lines)).project
    assert said(project).split("\n") == (lines or [""])
    again = loads(dumps(project).encode(), Path("a.json")).project
    assert said(again) == said(project)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["seeds", "corpus"])
def test_real_reports_come_out_as_they_were(shared: Path, folder: str) -> None:
    for file in sorted((shared / folder).glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        done = taken(text)
        assert said(done.project).rstrip("\n") == text.rstrip("\n"), file.name
        assert not done.as_written, file.name


def test_things_counted_are_the_level_of_an_indicator_told_in_them() -> None:
    project = taken(MANUSCRIPT).project
    level = next(
        one for one in project.observations
        if (one.indicator, one.facet.value) == ("urban-new-jobs", "actual")
    )  # fmt: skip
    assert (str(level.value), level.unit) == ("2310", "人")
    links = {tie.before: tie.link for tie in ties(project, project.reports[0])}
    assert links["2310人"] == "{@urban-new-jobs.actual}"
