"""The year of one county: half a year, three quarters, the year, and the next half-year."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import docx
import pytest

from model.cli.command_line import main
from model.compose.compose import compose
from model.entry.apply import Assignment, set_values
from model.places.inventory import places_of
from model.renewal.changes import as_document, changes
from model.renewal.next_period import carry
from model.report.project import Project
from model.storage.project_file import dumps, load
from model.values.period import Period
from model.values.state import State
from tests.samples import example

TODAY = date(2026, 7, 5)


@pytest.fixture(scope="module")
def half() -> Project:
    return example("work-briefing")


def test_every_number_is_a_field_again_with_last_periods_value(half: Project) -> None:
    found = {one.place: one for one in places_of(carry(half))}
    gdp = found["gdp@2026-Q1-3.yoy"]
    assert (gdp.value, gdp.last, gdp.state) == (None, "5.8", State.EMPTY)
    assert found["area"].last == "2316"
    assert all(one.state is not State.FILLED for one in found.values() if one.kind == "prose")


def test_places_stay_and_the_project_is_a_new_one(half: Project) -> None:
    renewed = carry(half)
    assert renewed.id != half.id
    assert renewed.from_ == half.id
    before = {one.place for one in places_of(half) if "@" not in one.place}
    after = {one.place for one in places_of(renewed) if "@" not in one.place}
    assert before <= after


def test_a_figure_renewed_in_its_place_turns_its_direction_word(half: Project) -> None:
    renewed = carry(half)
    figure = next(
        one for one in places_of(renewed) if ".figures." in one.place and one.state is State.CARRIED
    )
    changed = set_values(renewed, [Assignment(figure.place, "777")], TODAY)
    again = next(one for one in places_of(changed) if one.place == figure.place)
    assert (again.value, again.last, again.state) == ("777", figure.value, State.UPDATED)


def test_the_same_number_typed_again_counts_as_looked_at(half: Project) -> None:
    renewed = carry(half)
    figure = next(
        one for one in places_of(renewed) if ".figures." in one.place and one.state is State.CARRIED
    )
    assert figure.value
    same = set_values(renewed, [Assignment(figure.place, figure.value)], TODAY)
    again = next(one for one in places_of(same) if one.place == figure.place)
    assert again.state is State.CONFIRMED


def test_twelve_periods_keep_every_observation_and_stay_small(half: Project) -> None:
    project = half
    for number in range(12):
        project = carry(project)
        value = f"{100 + number}.5"
        place = f"gdp@{project.period}.actual"
        project = set_values(project, [Assignment(place, value)], TODAY)
    assert len(project.observations) == len(half.observations) + 12
    assert len(dumps(project)) < 2 * len(dumps(half))
    assert project.period == Period.parse("2029-H1")


def test_text_of_last_year_with_numbers_of_this_quarter(half: Project) -> None:
    quarter = example("work-briefing").changed(period=Period.parse("2027-Q1"))
    renewed = carry(quarter, Period.parse("2027-H1"), text_from=half)
    assert renewed.period == Period.parse("2027-H1")
    assert renewed.last_period == Period.parse("2027-Q1")
    assert renewed.text_period == Period.parse("2026-H1")
    gdp = next(one for one in places_of(renewed) if one.place == "gdp@2027-H1.yoy")
    assert gdp.last_year == "5.8"


def test_what_was_not_renewed_is_told(half: Project) -> None:
    renewed = set_values(carry(half), [Assignment("gdp@2026-Q1-3.yoy", "6.1")], TODAY)
    found = {one.place: one for one in changes(renewed)}
    assert found["gdp@2026-Q1-3.yoy"].difference == "+0.3"
    assert found["general-public-budget-revenue@2026-Q1-3.actual"].note == "本期未填"
    assert "地区生产总值 同比增长" in as_document(renewed).text


def test_a_better_source_is_told(half: Project) -> None:
    better = set_values(half, [Assignment("gdp@2026-H1.actual@bureau", "118.9")], TODAY)
    told = [one for one in changes(better) if "统计局反馈数" in one.note]
    assert [(one.last, one.now) for one in told] == [("118.6", "118.9")]
    assert "118.9亿元" in compose(better, better.reports[0]).text


def test_carry_renew_and_changes_on_the_command_line(
    half: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "H1.json", tmp_path / "Q3.json"
    first.write_text(dumps(half), encoding="utf-8")
    assert main(["carry", str(first), "-o", str(second), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["period"] == "2026-Q1-3"
    states = Counter(one.state for one in places_of(load(second).project))
    assert (told["carried"], told["blanks"]) == (states[State.CARRIED], states[State.EMPTY])
    assert told["carried"] > 100
    assert main(["renew", str(second), "--all", "--json"]) == 0
    capsys.readouterr()
    assert main(["changes", str(second), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert main(["changes", str(second), "--word", str(tmp_path / "变化.docx")]) == 0
    capsys.readouterr()
    word = docx.Document(str(tmp_path / "变化.docx"))
    assert word.paragraphs[0].text == "云岭县2026年前三季度数据变化说明"
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    heads = [head.replace("\n", "") for head in rows[0]]
    assert heads == ["项目", "2026年上半年", "2026年前三季度", "变化", "说明"]
    assert [row[4] for row in rows[1:]] == [one["note"] for one in listed]
    assert ["地区生产总值 同比增长（%）", "5.8", "—", "—", "本期未填"] in rows
    for period in ("2026-H1", "2026-Q1", "2025-Y"):
        target = tmp_path / "x.json"
        assert main(["carry", str(first), "-o", str(target), "--period", period]) == 2
        assert not target.exists()
