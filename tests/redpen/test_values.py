"""A changed number is found at its own place, ranks and what others are computed from too."""

import re
from collections.abc import Iterator

import pytest

from model.choices.choice import ChoiceKind, Way
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.entry.apply import Assignment, set_values
from model.reading.returned import Returned, ReturnedLine
from model.redpen.apply import apply
from model.redpen.follow import FOLLOWS
from model.redpen.lines import Line, Run, lines_of
from model.report.project import Project
from model.report.tree import items_of
from tests.redpen.returned_at_random import returned_of
from tests.redpen.taking import all_taken, plan_of, said, said_by
from tests.samples import example
from tests.small_project import TODAY

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def project() -> Project:
    return example("work-briefing")


def numbers(lines: list[Line], facet: str) -> Iterator[tuple[int, int, Run]]:
    """The numbers of one facet that the program says, each with its line and where it stands."""
    for number, line in enumerate(lines):
        at = 0
        for segment in line.segments:
            for run in segment.runs:
                if run.at is None and run.place and run.place.endswith(f".{facet}"):
                    yield number, at, run
                at += len(run.text)


@pytest.mark.parametrize("facet", ["actual", "yoy", "rank", "plan_share"])
def test_a_changed_number_is_the_value_at_its_place(project: Project, facet: str) -> None:
    text = lines_of(compose(project, project.reports[0]))
    lines = [line for line in text.lines if line.text.strip()]
    found = [*numbers(lines, facet)][:4]
    assert found
    for number, at, run in found:
        changed = _NUMBER.sub(lambda one: str(int(float(one[0])) + 2), run.text, count=1)
        theirs = returned_of(text)
        old = lines[number].text
        theirs[number] = ReturnedLine(
            old[:at] + changed + old[at + len(run.text) :], lines[number].ids
        )
        returned = Returned(tuple(theirs))
        plan = plan_of(project, returned, None)
        (choice,) = [one for one in plan.choices if one.kind is not ChoiceKind.STRUCTURE]
        assert (choice.kind, choice.place) == (ChoiceKind.VALUE, run.place)
        assert choice.ways[0] in (Way.TAKE, Way.EVERYWHERE)
        assert said(all_taken(plan)) == said_by(returned)


def test_a_number_that_others_are_computed_from_says_so(project: Project) -> None:
    text = lines_of(compose(project, project.reports[0]))
    lines = [line for line in text.lines if line.text.strip()]
    for number, at, run in numbers(lines, "actual"):
        theirs = returned_of(text)
        old = lines[number].text
        new = _NUMBER.sub(lambda one: str(int(float(one[0])) + 2), run.text, count=1)
        theirs[number] = ReturnedLine(old[:at] + new + old[at + len(run.text) :], lines[number].ids)
        plan = plan_of(project, Returned(tuple(theirs)), None)
        notes = [one.note for one in plan.choices if one.kind is ChoiceKind.VALUE]
        if any("由它算出来的数会一起变" in note for note in notes):
            return
    pytest.fail("no number of the sample has another computed from it beside it")


def test_a_number_typed_elsewhere_is_offered_to_follow_where_its_clause_names_the_indicator(
    project: Project,
) -> None:
    text = lines_of(compose(project, project.reports[0]))
    lines = [line for line in text.lines if line.text.strip()]
    number, at, run = next(numbers(lines, "yoy"))
    indicator = project.indicator((run.place or "").partition("@")[0])
    assert indicator is not None
    items = [one for one in items_of(project.reports[0]) if len(one.text) > 20]
    typed = f"{indicator.name}{run.text}，好于预期。别的也{run.text}。"
    written = set_values(
        project,
        [Assignment(f"{one.id}.text", words) for one, words in
         ((items[1], typed), (items[2], f"出口{run.text}。"))],
        TODAY,
    )  # fmt: skip
    text = lines_of(compose(written, written.reports[0]))
    theirs = returned_of(text)
    old = theirs[number].text
    theirs[number] = ReturnedLine(
        f"{old[:at]}下降7.7%{old[at + len(run.text) :]}", theirs[number].ids
    )
    plan = plan_of(written, Returned(tuple(theirs)), None)
    (follows,) = [one for one in plan.choices if FOLLOWS in one.key]
    assert (follows.place, follows.theirs) == (f"{items[1].id}.text", "下降7.7%")
    both = apply(plan, Decisions(plan.choices).take_all(), TODAY)
    (item,) = [one for one in items_of(both.reports[0]) if one.id == items[1].id]
    assert item.text == f"{indicator.name}下降7.7%，好于预期。别的也{run.text}。"
