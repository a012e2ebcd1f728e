"""The laws of a returned file: all taken is its text, nothing taken is the same root."""

import random
from pathlib import Path

import pytest

from model.choices.choice import ChoiceKind, Standing
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.places.differences import differences
from model.reading.returned import Returned, ReturnedLine
from model.redpen.apply import apply
from model.redpen.lines import lines_of, lines_of_draft
from model.report.project import Project
from model.storage import own_files, project_file
from model.storage.drafts import Draft
from model.word.read.returned_file import read_returned_docx
from tests.redpen.returned_at_random import edited, edited_at_random, returned_of
from tests.redpen.taking import all_taken, only, plan_of, said, said_by
from tests.samples import example
from tests.small_project import TODAY
from tests.source import ROOT

DATA = ROOT / "tests" / "data" / "returned"
FILES = sorted(DATA.glob("*.docx"))
SAMPLES = ("plenary-speech", "work-briefing", "county-head-briefing")


@pytest.fixture(scope="module", params=SAMPLES)
def project(request: pytest.FixtureRequest) -> Project:
    return example(request.param)


def changed_at_random(
    project: Project, seed: int, *, with_ids: bool = True, share: float = 0.06
) -> Returned:
    """A file of a project after four edits, or edits to a share of its paragraphs."""
    chance = random.Random(seed)
    lines = edited_at_random(
        returned_of(lines_of(compose(project, project.reports[0]))), chance, share
    )
    return Returned(tuple(one if with_ids else ReturnedLine(one.text) for one in lines))


@pytest.mark.parametrize("with_ids", [True, False], ids=["bookmarks", "no bookmarks"])
def test_all_taken_is_the_text_of_the_file(project: Project, with_ids: bool) -> None:
    returned = changed_at_random(project, 3, with_ids=with_ids)
    assert said(all_taken(plan_of(project, returned, None))) == said_by(returned)


def test_nothing_taken_is_the_very_same_root(project: Project) -> None:
    plan = plan_of(project, changed_at_random(project, 4), None)
    assert plan.choices
    assert apply(plan, Decisions(plan.choices).leave_all(), TODAY) is project


def test_a_file_nobody_changed_brings_nothing(project: Project) -> None:
    lines = returned_of(lines_of(compose(project, project.reports[0])))
    kinds = {choice.kind for choice in plan_of(project, Returned(tuple(lines)), None).choices}
    assert kinds <= {ChoiceKind.STRUCTURE}  # the tables, which these files do not have


def test_each_change_alone_changes_only_its_place() -> None:
    project = example("work-briefing")
    lines = returned_of(lines_of(compose(project, project.reports[0])))
    chance = random.Random(5)
    for at in (8, 14):
        lines = edited(lines, at, "append", chance)
    plan = plan_of(project, Returned(tuple(lines)), None)
    first, second = [one for one in plan.choices if one.kind is ChoiceKind.TEXT]
    alone = [differences(project, only(plan, one.key)) for one in (first, second)]
    assert [[one.place for one in found] for found in alone] == [[first.place], [second.place]]
    assert {one.place for one in differences(project, all_taken(plan))} >= {
        first.place, second.place,
    }  # fmt: skip


def test_a_change_made_here_meanwhile_is_a_conflict_and_others_are_not() -> None:
    project = example("work-briefing")
    base = lines_of(compose(project, project.reports[0]))
    lines = returned_of(base)
    chance = random.Random(5)
    theirs = edited(edited(lines, 8, "append", chance), 14, "append", chance)
    mine = lines[8].text + "我也加一句。"
    ours = all_taken(
        plan_of(project, Returned((*lines[:8], ReturnedLine(mine, lines[8].ids), *lines[9:])), base)
    )
    plan = plan_of(ours, Returned(tuple(theirs)), base)
    standing = [one.standing for one in plan.choices if one.kind is ChoiceKind.TEXT]
    assert standing == [Standing.CONFLICT, Standing.READY]
    conflict = plan.choices[[one.standing for one in plan.choices].index(Standing.CONFLICT)]
    assert conflict.ours is not None
    assert conflict.theirs is not None
    assert "我也加一句。" in conflict.ours
    assert "段末再加一句。" in conflict.theirs


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_what_libreoffice_saved_comes_back_to_the_letter(file: Path) -> None:
    project = project_file.load(DATA / "project.json").project
    draft = own_files.load(DATA / "draft.json", Draft)
    returned = read_returned_docx(file.read_bytes(), file)
    plan = plan_of(project, returned, lines_of_draft(draft.spans, draft.cells, draft.rows))
    assert plan.choices
    assert all(choice.standing is not Standing.CONFLICT for choice in plan.choices)
    assert said(all_taken(plan)) == said_by(returned)
    by = {choice.who for choice in plan.choices if choice.kind is ChoiceKind.TEXT}
    assert by <= ({"Unknown Author"} if file.stem.endswith("tracked") else {""})


@pytest.mark.parametrize(
    ("name", "seed", "with_ids"),
    [
        ("plenary-speech", 111, True),  # two joins that share a paragraph
        ("plenary-speech", 116, True),  # paragraphs moved together with the one before
        ("half-year-summary", 114, True),  # words put before the sign of a point
        ("county-head-briefing", 107, False),
    ],
)
def test_a_third_of_the_paragraphs_edited_is_the_text_of_the_file(
    name: str, seed: int, with_ids: bool
) -> None:
    project = example(name)
    returned = changed_at_random(project, seed, with_ids=with_ids, share=0.35)
    assert said(all_taken(plan_of(project, returned, None))) == said_by(returned)


def test_what_was_taken_is_not_offered_again(project: Project) -> None:
    base = lines_of(compose(project, project.reports[0]))
    chance = random.Random(5)
    lines = returned_of(base)
    for at, kind in ((14, "split"), (12, "new"), (10, "move"), (8, "append")):
        lines = edited(lines, at, kind, chance)
    returned = Returned(tuple(lines))
    first = plan_of(project, returned, base)
    after = all_taken(first)
    again = [one for one in plan_of(after, returned, base).choices if one.ways]
    assert any(one.key.endswith(":move") for one in first.choices)
    assert not [one.key for one in again if one.standing is not Standing.SAME]
