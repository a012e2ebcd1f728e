"""Six and more kinds of reports of one county, as they are understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.jobs import take_in
from model.parse.intake import said
from model.parse.understand import as_json
from model.report.project import Organization
from model.values.period import Period
from tests import manuscripts
from tests.parse.labelled import Labelled, labelled_reports, parse

COUNTED = {"actual", "count", "cumulative"}
PERIODS = {
    "annual-report": "2025-Y",
    "department-summary": "2025-Y",
    "five-years": "2025-Y",
    "half-year-report": "2026-H1",
    "monthly-briefing": "2026-M1-5",
    "quarter-analysis": "2026-Q1-3",
    "speech": "2026-Q1",
}
LEAST = 0.98


def name_of(path: Path) -> str:
    return path.name.removesuffix(".gold.txt")


def loose(facet: str) -> str:
    """A level, a count and a sum over time differ by taste."""
    return "level" if facet in COUNTED else facet


def figures_of(text: str) -> dict[tuple[int, int], str]:
    figures = as_json(manuscripts.pasted(text).understood)["figures"]
    return {(one["paragraph"], one["start"]): loose(one["facet"]) for one in figures}


def missed(path: Path) -> tuple[list[Labelled], list[Labelled], int]:
    """The figures not found, those found with another facet, and how many there are."""
    text, labelled = parse(path)
    found = figures_of(text)
    wanted = [one for one in labelled if one.facet != "optional"]
    lost = [one for one in wanted if (one.paragraph, one.start) not in found]
    wrong = [
        one
        for one in wanted
        if found.get((one.paragraph, one.start), loose(one.facet)) != loose(one.facet)
    ]
    return lost, wrong, len(wanted)


@pytest.mark.parametrize("path", labelled_reports(), ids=name_of)
def test_what_a_figure_says_is_known_whatever_the_kind_of_report(path: Path) -> None:
    lost, wrong, count = missed(path)
    assert 1 - len(wrong) / count >= LEAST, wrong
    assert 1 - len(lost) / count >= LEAST - 0.02, lost


@pytest.mark.parametrize("path", labelled_reports(), ids=name_of)
def test_no_goal_is_taken_for_a_result_and_none_is_missed(path: Path) -> None:
    text, labelled = parse(path)
    found = figures_of(text)
    plans = {(one.paragraph, one.start) for one in labelled if one.facet == "plan"}
    optional = {(one.paragraph, one.start) for one in labelled if one.facet == "optional"}
    assert {at for at, facet in found.items() if facet == "plan"} - optional == plans


@pytest.mark.parametrize("path", labelled_reports(), ids=name_of)
def test_the_period_is_that_of_which_it_reports(path: Path) -> None:
    text, _ = parse(path)
    assert take_in.period(manuscripts.pasted(text)) == Period.parse(PERIODS[name_of(path)])


@pytest.mark.parametrize("path", labelled_reports(), ids=name_of)
def test_nothing_is_told_as_written_in_two_ways_and_the_text_stays(path: Path) -> None:
    text, _ = parse(path)
    of = Period.parse(PERIODS[name_of(path)])
    done = take_in.take_in(manuscripts.pasted(text), Organization(name="云岭县"), of, None)
    assert done.twice == ()
    assert said(done.project).rstrip("\n") == text.rstrip("\n")
