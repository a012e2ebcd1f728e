"""What last period's text told and the present one does not: listed, and put in with one step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.errors import PlaceError
from model.jobs.unsaid import Kind, Unsaid, unsaid, with_said
from model.renewal.next_period import carry
from model.renewal.outlines import choices, with_outline
from model.report.item import Item
from model.report.project import Project
from model.report.section import Section
from model.report.tree import exchange, find
from model.storage import project_file
from model.values.period import Period
from tests.samples import example

HEADING = "坚持共建共享，持续增进民生福祉"


@pytest.fixture(scope="module")
def carried() -> Project:
    return carry(example("half-year-summary"), Period.parse("2026-Q1-3"))


@pytest.fixture(scope="module")
def outline(carried: Project) -> Project:
    found = choices(carried.reports[0], carried.period)
    return with_outline(carried, [choice.part.id for choice in found])


def part_of(project: Project) -> Section:
    return next(
        part
        for part in project.reports[0].content
        if isinstance(part, Section) and part.heading and part.heading.text == HEADING
    )


def by_name(project: Project) -> dict[str, Unsaid]:
    return {found.name: found for found in unsaid(project, part_of(project))}


def written(project: Project, id_: str, text: str) -> Project:
    return exchange(project, id_, lambda old: (old.changed(text=text),))


def test_a_text_that_came_along_whole_has_said_it_all(carried: Project) -> None:
    assert not any(unsaid(carried, part) for part in carried.reports[0].content)


def test_of_an_outline_every_indicator_and_point_is_listed_with_what_was_told(
    outline: Project,
) -> None:
    found = by_name(outline)
    assert found["一般公共预算支出"].last == "21.4亿元、增长3.2%"
    assert found["民生支出"].kind is Kind.INDICATOR
    points = [one for one in found.values() if one.kind is Kind.POINT]
    assert points
    assert all(one.last and one.id == one.item for one in points)


def test_what_another_point_says_now_is_not_missed(outline: Project) -> None:
    found = by_name(outline)
    place = found["城镇登记失业率"].item
    now = by_name(written(outline, place, "前三季度，民生支出20.1亿元，就业形势稳定。"))
    assert "民生支出" not in now
    assert "城镇登记失业率" in now
    assert place not in {one.item for one in now.values() if one.kind is Kind.POINT}


def test_a_longer_name_does_not_say_the_shorter_one(outline: Project) -> None:
    found = by_name(outline)
    place = found["农村劳动力转移就业"].item
    now = by_name(written(outline, place, "一般公共预算支出进度加快。"))
    assert "一般公共预算支出" not in now
    assert "民生支出" in now
    assert "城镇登记失业率" in by_name(written(outline, place, "城镇调查失业率总体稳定。"))


def test_an_indicator_is_put_in_as_this_periods_statement(outline: Project) -> None:
    wanted = by_name(outline)["一般公共预算支出"]
    project = with_said(written(outline, wanted.item, "民生保障有力"), wanted)
    item = find(project, wanted.item)
    assert isinstance(item, Item)
    assert item.text == f"民生保障有力。{{@{wanted.id}}}。"
    assert project.indicator(wanted.id) is not None
    assert "一般公共预算支出" not in by_name(project)


def test_a_point_comes_back_with_last_periods_words_to_be_looked_at(
    carried: Project, outline: Project
) -> None:
    wanted = next(one for one in by_name(outline).values() if one.kind is Kind.POINT)
    item, before = find(with_said(outline, wanted), wanted.item), find(carried, wanted.item)
    assert isinstance(item, Item)
    assert item == before
    gone = exchange(outline, wanted.item, lambda _: ())
    with pytest.raises(PlaceError, match="已经不在了"):
        with_said(gone, wanted)


def test_the_command_line_lists_them_and_tells_when_there_is_none(
    outline: Project, carried: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, whole = tmp_path / "提纲.xugao", tmp_path / "全文.xugao"
    project_file.save(outline, file, expect=None)
    project_file.save(carried, whole, expect=None)
    assert main(["unsaid", str(file)]) == 1
    assert f"{HEADING}　指标　民生支出　上期：17.3亿元" in capsys.readouterr().out
    assert main(["unsaid", str(file), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {"part", "heading", "kind", "id", "name", "last", "item"} == set(told[0])
    assert main(["unsaid", str(whole)]) == 0
    assert capsys.readouterr().out.strip() == "上期说到的，本期都说到了。"
