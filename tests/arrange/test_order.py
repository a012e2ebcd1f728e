"""Removing, moving, doubling: ids stay with what moves, signs follow the new neighbours."""

import pytest

from model.arrange.order import duplicate, move, remove, shift
from model.arrange.records import added
from model.errors import PlaceError, ValueRefused
from model.report.project import Project
from model.report.section import IndicatorUse
from model.report.tree import find, ids_in, walk
from tests.small_project import record, small, text


def content(project: Project, id_: str) -> list[str]:
    return [one.id for one in record(project, id_).content]


def rows(project: Project) -> list[list[str]]:
    return [[item.id for item in row] for row in record(project, "b2").paragraphs]


def test_what_is_removed_is_gone_with_all_in_it_and_nothing_else() -> None:
    before = small()
    after = remove(before, "s1")
    assert [one.id for one in after.reports[0].content] == ["s2"]
    assert find(after, "i1") is None
    assert find(after, "s2") is find(before, "s2")
    assert after.indicators == before.indicators


def test_an_emptied_paragraph_goes_too() -> None:
    assert rows(remove(small(), "i3")) == [["i1", "i2"]]


def test_the_only_text_of_a_project_stays() -> None:
    with pytest.raises(ValueRefused, match="唯一的一份文稿"):
        remove(small(), "r1")


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(PlaceError, match="没有“zz9”"):
        remove(small(), "zz9")


def test_parts_blocks_tasks_and_rows_move_among_their_neighbours() -> None:
    parts = shift(small(), "s2", -1)
    assert [one.id for one in parts.reports[0].content] == ["s2", "s1"]
    assert text(parts).index("一、下步打算") < text(parts).index("二、经济运行")
    assert content(shift(small(), "b3", 1), "s2") == ["b4", "b3", "b5"]
    assert content(shift(small(), "b3", 99), "s2") == ["b4", "b5", "b3"]
    assert [one.id for one in record(shift(small(), "t1", 1), "b3").tasks] == ["t2", "t1"]


def test_items_move_through_the_paragraphs_of_their_block() -> None:
    assert rows(shift(small(), "i2", 1)) == [["i1", "i3"], ["i2"]]
    assert rows(shift(small(), "i3", -2)) == [["i3", "i1"], ["i2"]]


def test_at_the_edge_nothing_moves_and_no_new_root_is_made() -> None:
    project = small()
    assert shift(project, "s1", -1) is project
    assert shift(project, "i3", 1) is project
    assert shift(project, "r1", 1) is project


def test_an_item_moved_beside_another_takes_its_way_of_standing() -> None:
    assert rows(move(small(), "i1", after="i3")) == [["i2"], ["i3"], ["i1"]]
    assert rows(move(small(), "i3", before="i1")) == [["i3", "i1", "i2"]]
    assert rows(move(small(), "i2", before="i1")) == [["i2", "i1"], ["i3"]]


def test_a_part_moved_to_another_level_is_numbered_like_its_neighbours() -> None:
    inside = move(small(), "s1", after="b3")
    assert content(inside, "s2") == ["b3", "s1", "b4", "b5"]
    assert record(inside, "s1").heading.marker.style == "（一）"
    back = move(inside, "s1", before="s2")
    assert record(back, "s1").heading.marker.style == "一、"


def test_a_block_moves_to_another_part() -> None:
    moved = move(small(), "b3", after="b2")
    assert content(moved, "s1") == ["b1", "b2", "b3"]
    assert content(moved, "s2") == ["b4", "b5"]


@pytest.mark.parametrize(
    ("id_", "other", "message"),
    [
        ("i1", "t1", "要点不能挪到任务旁边"),
        ("s1", "b1", "不能把一个部分挪到它自己里面"),
        ("w1", "i1", "表格的行不能挪到要点旁边"),
    ],
)
def test_nothing_moves_where_it_cannot_stand(id_: str, other: str, message: str) -> None:
    with pytest.raises(ValueRefused, match=message):
        move(small(), id_, after=other)


def test_one_place_must_be_named() -> None:
    with pytest.raises(PlaceError, match="指明"):
        move(small(), "i1")
    with pytest.raises(PlaceError, match="指明"):
        move(small(), "i1", before="i2", after="i3")


@pytest.mark.parametrize("id_", ["s1", "b2", "i1", "t1", "g1", "w1", "b5"])
def test_a_copy_says_the_same_under_ids_of_its_own(id_: str) -> None:
    project = small()
    copied = duplicate(project, id_)
    new = added(project, copied)
    uses = {one.id for one in walk(record(project, id_)) if isinstance(one, IndicatorUse)}
    assert len(new) == len(ids_in(record(project, id_)) - uses)
    assert not uses & ids_in(record(copied, new[0]))
    assert record(copied, id_) is record(project, id_)
    assert type(record(copied, new[0])) is type(record(project, id_))


def test_a_copied_item_follows_its_original() -> None:
    copied = duplicate(small(), "i1")
    (new,) = added(small(), copied)
    assert rows(copied)[0] == ["i1", new, "i2"]
    assert record(copied, new).text == record(copied, "i1").text


def test_a_text_is_not_copied() -> None:
    with pytest.raises(PlaceError, match="用模板再加"):
        duplicate(small(), "r1")
