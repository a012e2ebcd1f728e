"""The registry: order, dismissed warnings, one report alone."""

from typing import Any

import pytest

from model.check.problem import Severity
from model.check.registry import problems, unfinished
from model.jobs.samples import sample_keys
from model.report.address import parse_place
from tests.check.clean import clean
from tests.small_project import full, put, small


def test_a_finished_text_has_no_problem() -> None:
    assert problems(clean()) == ()


@pytest.mark.parametrize("key", sample_keys())
def test_the_full_examples_have_no_problem(key: str) -> None:
    assert problems(full(key)) == ()


def test_every_problem_has_a_place_a_message_and_what_to_do() -> None:
    text = {"kind": "text", "id": "b2", "paragraphs": [[{"id": "i1", "text": "{nobody}、XX个、{"}]]}
    blocks: list[dict[str, Any]] = [
        text,
        {
            "kind": "indicators",
            "id": "b1",
            "use": [
                {"id": "u1", "indicator": "housing"},
                {"id": "u2", "indicator": "gdp", "period": "a-b"},
            ],
        },
        {"kind": "map", "id": "b9"},
        {"kind": "map"},
    ]
    project = small(blocks, report={"length": {"characters": 5}})
    listed = problems(project)
    assert {one.check for one in listed} == {
        "link", "indicator", "period", "opaque", "blank", "length",
    }  # fmt: skip
    for one in listed:
        parse_place(one.place)
        assert one.message
        assert one.fix
    severities = [one.severity for one in listed]
    assert severities == sorted(severities, key=lambda one: one is not Severity.ERROR)


def test_a_dismissed_warning_stays_away_until_its_numbers_change() -> None:
    project = clean(("revenue@2026-H1.rank", "增速居全市第19位"))
    (one,) = problems(project)
    dismissed = project.changed(dismissed=(one.key,))
    assert problems(dismissed) == ()
    assert problems(put(dismissed, ("i1.text", "工作很好。"))) == ()
    again = put(dismissed, ("revenue@2026-H1.rank", "增速居全市第20位"))
    assert len(problems(again)) == 1


def test_an_error_cannot_be_dismissed() -> None:
    project = clean(("i1.text", "{leader}到会。"))
    (one,) = problems(project)
    assert problems(project.changed(dismissed=(one.key,))) == (one,)
    assert unfinished(project, project.reports[0]) == (one,)


def test_a_warning_does_not_stand_against_a_final_version() -> None:
    project = clean(("revenue@2026-H1.rank", "增速居全市第19位"))
    assert problems(project)
    assert unfinished(project, project.reports[0]) == ()


def test_only_the_problems_of_the_report_asked_for() -> None:
    project = clean(("i1.text", "{leader}到会。"))
    other = project.reports[0].changed(id="r2", content=())
    both = project.changed(reports=(*project.reports, other))
    assert problems(both, other) == ()
    assert len(problems(both)) == 1
