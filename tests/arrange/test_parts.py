"""New parts, blocks, tasks: numbered like their neighbours, ready to be written in."""

import pytest

from model.arrange.parts import BLOCKS, add_block, add_part
from model.arrange.records import added
from model.arrange.tasks import add_task
from model.errors import PlaceError, ValueRefused
from model.places.inventory import places_of
from model.report.project import Project
from model.values.state import State
from tests.small_project import record, small, text


def top(project: Project) -> list[str]:
    return [one.id for one in project.reports[0].content]


def test_a_new_part_is_numbered_and_has_a_place_to_write() -> None:
    project = add_part(small(), "r1", "保障措施", after="s1")
    part, block, item = added(small(), project)
    assert top(project) == ["s1", part, "s2"]
    assert "二、保障措施" in text(project)
    assert "三、下步打算" in text(project)
    states = {one.place: one.state for one in places_of(project)}
    assert states[f"{item}.text"] is State.EMPTY
    assert record(project, block).paragraphs[0][0].id == item


def test_a_part_below_a_part_gets_the_sign_of_its_level() -> None:
    project = add_part(small(), "r1", "保障措施", inside="s2")
    part = added(small(), project)[0]
    assert record(project, part).heading.marker.style == "（一）"
    second = add_part(project, "r1", "加强督查", after=part)
    assert "（二）加强督查" in text(second)


def test_without_a_place_a_part_comes_before_the_closing_words() -> None:
    closing = {"kind": "section", "id": "s9", "content": []}
    headed = {"kind": "section", "id": "s1", "heading": {"marker": {"style": "一、"}, "text": "甲"}}
    project = small([headed, closing])
    added_part = add_part(project, "r1", "乙")
    assert top(added_part)[0] == "s1"
    assert top(added_part)[2] == "s9"


def test_a_part_needs_a_heading_and_a_place() -> None:
    with pytest.raises(ValueRefused, match="标题"):
        add_part(small(), "r1", " ")
    with pytest.raises(PlaceError, match="没有文稿“r9”"):
        add_part(small(), "r9", "甲")
    with pytest.raises(ValueRefused, match="后面"):
        add_part(small(), "r1", "甲", after="i1")


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_of_each_kind_is_put_behind_another_and_composes(kind: str) -> None:
    project = add_block(small(), kind, after="b1")
    block = added(small(), project)[0]
    assert [one.id for one in record(project, "s1").content] == ["b1", block, "b2"]
    assert record(project, block).kind == kind
    assert text(project)


def test_a_block_comes_before_the_parts_of_its_part() -> None:
    nested = add_part(small(), "r1", "其一", inside="s2")
    project = add_block(nested, "text", inside="s2")
    content = [one.kind for one in record(project, "s2").content]
    assert content == ["tasks", "outlook", "table", "text", "section"]


def test_a_kind_there_is_not_is_refused() -> None:
    with pytest.raises(ValueRefused, match="没有“picture”这种内容。可选：text"):
        add_block(small(), "picture", after="b1")
    with pytest.raises(ValueRefused, match="加在哪里"):
        add_block(small(), "text")
    with pytest.raises(ValueRefused, match="一个部分里面"):
        add_block(small(), "text", after="t1")


def test_a_new_task_goes_on_with_the_row_and_asks_for_a_deadline_like_the_one_before() -> None:
    project = add_task(small(), "t1")
    (new,) = added(small(), project)
    assert [one.id for one in record(project, "b3").tasks] == ["t1", new, "t2"]
    assert record(project, new).marker.style == "一是"
    assert record(project, new).deadline == ""
    assert record(add_task(small(), "b3"), "b3").tasks[-1].deadline is None
    with pytest.raises(PlaceError, match="不是任务"):
        add_task(small(), "i1")
