"""Records by id: found, exchanged with everything beside shared, mapped; unknown keys kept."""

from typing import Any

import pytest
from pydantic import ValidationError

from model.report.item import Item, Marker
from model.report.record import Record
from model.report.section import OutlookGroup, TextBlock, blocks_of
from model.report.tree import (
    children,
    exchange,
    find,
    ids_in,
    items_of,
    mapped,
    walk,
)
from tests.small_project import record, small

IDS = [
    "s1", "b1", "u1", "u2", "u3", "b2", "i1", "i2", "i3",
    "s2", "b3", "t1", "t2", "b4", "g1", "u4", "g2", "b5", "w1",
]  # fmt: skip


def test_records_are_met_in_reading_order() -> None:
    report = small().reports[0]
    met = [one.id for one in walk(report) if getattr(one, "id", "")]  # type: ignore[attr-defined]
    assert met == ["r1", *IDS]
    assert ids_in(report) == {"r1", *IDS}
    assert [item.id for item in items_of(report)] == ["i1", "i2", "i3"]
    assert [block.id for block in blocks_of(report.content)] == ["b1", "b2", "b3", "b4", "b5"]


def test_a_remark_is_met_behind_its_indicator() -> None:
    use = {"indicator": "gdp", "parts": ["tax"], "remark": {"id": "i9", "text": "平稳"}}
    project = small([{"kind": "indicators", "id": "b1", "use": [use]}])
    assert [one.id for one in items_of(project.reports[0])] == ["i9"]
    gone = exchange(project, "i9", lambda _: ())
    assert list(items_of(gone.reports[0])) == []


@pytest.mark.parametrize("id_", IDS)
def test_an_exchange_shares_everything_beside_the_path(id_: str) -> None:
    project = small()
    changed = exchange(project, id_, lambda old: (old.changed(),))
    kept = {id(one) for one in walk(changed)}
    for one in walk(project):
        assert (id(one) in kept) == (id_ not in ids_in(one))


def test_an_exchange_can_take_away_and_put_several() -> None:
    project = small()
    twice = exchange(project, "i1", lambda old: (old, old.changed(id="i9")))
    assert [one.id for one in items_of(twice.reports[0])] == ["i1", "i9", "i2", "i3"]
    without = exchange(project, "i3", lambda _: ())
    block = record(without, "b2")
    assert isinstance(block, TextBlock)
    assert len(block.paragraphs) == 1


def test_an_exchange_of_what_is_not_there_gives_the_root_itself() -> None:
    project = small()
    assert exchange(project, "zz", lambda old: (old,)) is project
    assert find(project, "zz") is None


def test_mapped_changes_from_the_leaves_up() -> None:
    met: list[str] = []

    def note(one: Any) -> Any:
        met.append(getattr(one, "id", ""))
        return one.changed(text="新") if isinstance(one, Item) else one

    renewed = mapped(small().reports[0], note)
    assert [item.text for item in items_of(renewed)] == ["新"] * 3
    assert met.index("i1") < met.index("b2") < met.index("s1") < met.index("r1")
    assert next(iter(children(renewed))) is not small().reports[0].content[0]


def test_unknown_keys_survive_a_change() -> None:
    project = small([{"kind": "text", "id": "b1", "colour": "red", "paragraphs": [
        [{"id": "i1", "text": "甲", "mood": {"a": [1]}}]]}])  # fmt: skip
    changed = exchange(project, "i1", lambda old: (old.changed(text="乙"),))
    dumped = changed.model_dump(mode="json")["reports"][0]["content"][0]
    assert dumped["colour"] == "red"
    assert dumped["paragraphs"][0][0]["mood"] == {"a": [1]}


def test_a_change_is_checked_and_shares_the_rest() -> None:
    group = record(small(), "g1")
    assert isinstance(group, OutlookGroup)
    changed = group.changed(text="新")
    assert changed.use is group.use
    with pytest.raises(ValidationError):
        group.changed(outlook="sideways")
    with pytest.raises(ValidationError):
        setattr(group, "text", "不行")  # noqa: B010  (mypy knows that it is read-only)


def test_a_marker_has_a_style_or_a_literal_sign_never_both() -> None:
    assert Marker(style="一是").literal is None
    for wrong in ({}, {"style": "一是", "literal": "一是"}):
        with pytest.raises(ValidationError, match="marker要么写style"):
            Marker.model_validate(wrong)


@pytest.mark.parametrize("what", ["fields", "indicators", "reports"])
def test_two_of_one_id_are_refused(what: str) -> None:
    project = small()
    one: Record = getattr(project, what)[0]
    with pytest.raises(ValidationError, match=f"{what}里有重复的id"):
        project.changed(**{what: (one, one)})
