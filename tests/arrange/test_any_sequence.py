"""Whatever a clerk arranges, in whatever order: ids stay unique, what was not meant stays as it
was, the file can be written and read, and the text can be composed.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.arrange.records import added
from model.check.registry import problems
from model.compose.compose import compose
from model.jobs.samples import sample_keys
from model.report.item import Item
from model.report.project import Project
from model.report.section import TextBlock
from model.report.tree import find, walk
from model.storage.atomic import ABSENT
from model.storage.project_file import dumps, load, save
from tests.arrange.operations import arrangements, cuts
from tests.samples import example

pytestmark = pytest.mark.slow

EXAMPLES = {key: example(key) for key in sample_keys()}


def all_ids(project: Project) -> list[str]:
    return [
        one.id  # type: ignore[attr-defined]
        for report in project.reports
        for one in walk(report)
        if getattr(one, "id", "")
    ]


def items_of(project: Project) -> dict[str, Item]:
    return {
        one.id: one for report in project.reports for one in walk(report) if isinstance(one, Item)
    }


def words(project: Project) -> dict[str, str]:
    """What each text block says in all, however it is cut into items."""
    blocks = (one for report in project.reports for one in walk(report))
    return {
        block.id: "".join((item.lead or "") + item.text for row in block.paragraphs for item in row)
        for block in blocks
        if isinstance(block, TextBlock)
    }


@pytest.mark.parametrize("key", EXAMPLES)
@given(draw=st.data())
def test_any_sequence_keeps_a_project_whole(key: str, draw: st.DataObject) -> None:
    project = EXAMPLES[key]
    for _ in range(draw.draw(st.integers(1, 8))):
        operation = draw.draw(st.one_of(arrangements(project), cuts(project)))
        before, project = project, operation(project)
        ids = all_ids(project)
        assert len(ids) == len(set(ids))
        assert set(added(before, project)).isdisjoint(all_ids(before))
    assert dumps(Project.model_validate_json(dumps(project))) == dumps(project)
    for report in project.reports:
        assert compose(project, report).text
        problems(project, report)


@pytest.mark.parametrize("key", EXAMPLES)
@given(draw=st.data())
def test_no_arrangement_writes_in_an_item(key: str, draw: st.DataObject) -> None:
    project = EXAMPLES[key]
    before = items_of(project)
    for _ in range(4):
        project = draw.draw(arrangements(project))(project)
    for id_, item in items_of(project).items():
        if id_ in before:
            kept = item.changed(marker=before[id_].marker)
            assert dict(kept) == dict(before[id_])


@pytest.mark.parametrize("key", EXAMPLES)
@given(draw=st.data())
def test_splitting_and_joining_lose_no_sign_and_touch_no_other_block(
    key: str, draw: st.DataObject
) -> None:
    project = EXAMPLES[key]
    said = words(project)
    for _ in range(4):
        before, project = project, draw.draw(cuts(project))(project)
        changed = [
            one for one in walk(project.reports[0])
            if isinstance(one, TextBlock) and find(before, one.id) is not one
        ]  # fmt: skip
        assert len(changed) <= 1
    assert words(project) == said


@given(draw=st.data())
def test_an_arranged_project_is_saved_and_loaded_as_it_is(
    draw: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = EXAMPLES["work-briefing"]
    for _ in range(3):
        project = draw.draw(arrangements(project))(project)
    file = tmp_path_factory.mktemp("saved") / "project.json"
    save(project, file, expect=ABSENT)
    assert dumps(load(file).project) == dumps(project)
