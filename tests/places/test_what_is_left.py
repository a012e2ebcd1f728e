"""What is left to do where the lines around the text ask for it, and how much is filled in."""

from model.jobs.steps import next_blank, steps
from model.places.inventory import Inventory
from model.report.project import Project
from tests.small_project import put, small


def titled() -> Project:
    front = {"title": "地区生产总值{@gdp.actual}", "closing": "收入{@revenue.yoy}。"}
    return small([], fields=[], report={"front": front})


def wanted(project: Project) -> int:
    return next(one.blanks for one in steps(project, project.reports[0]) if one.key == "indicators")


def test_values_that_only_the_title_and_the_closing_say_are_left_to_fill_in() -> None:
    project = titled()
    assert wanted(project) == 2
    assert next_blank(project, project.reports[0]) == "gdp@2026-H1.actual"
    filled = put(project, ("gdp@2026-H1.actual", "118.6"))
    assert wanted(filled) == 1
    assert next_blank(filled, filled.reports[0]) == "revenue@2026-H1.yoy"
    assert wanted(put(filled, ("revenue@2026-H1.yoy", "5.1"))) == 0
    assert wanted(project) == 2


def test_what_somebody_filled_in_is_counted() -> None:
    table = {"kind": "table", "id": "b1", "columns": [{"key": "a", "title": "甲"}],
             "rows": [{"id": "w1"}, {"id": "w2"}]}  # fmt: skip
    section = {"kind": "section", "id": "s1", "content": [table]}
    project = small([section])
    for count, place in enumerate(("w1.a", "w2.a"), 1):
        project = put(project, (place, "一"))
        places, left = Inventory().part(project.reports[0].content[0])
        assert (left.filled, left.blanks, len(places)) == (count, 2 - count, 2)
