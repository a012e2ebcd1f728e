"""Points of a text: added, split and joined; what was carried over stays known by figure."""

import pytest

from model.arrange.items import add_item, add_texts, join_with_previous, split_item
from model.arrange.markers import set_style, take_sign, take_signs, typed_sign
from model.arrange.paragraphs import set_apart
from model.arrange.records import added
from model.errors import PlaceError, ValueRefused
from model.places.inventory import is_left, places_of
from model.report.carried import figures_in, last_figures_in, words_of
from model.report.item import Item
from model.report.project import Project
from model.values.state import State
from tests.small_project import put, record, small, text


def rows(project: Project, block: str = "b2") -> list[list[str]]:
    return [[item.id for item in row] for row in record(project, block).paragraphs]


def one_block(*paragraphs: list[dict[str, object]]) -> Project:
    return small([{"kind": "text", "id": "b2", "paragraphs": list(paragraphs)}])


def carried(text: str, former: str, *checked: int | str) -> Project:
    figures = [one for one in checked if isinstance(one, int)]
    was = {"text": former, "words": "wording" in checked, "figures": figures}
    return one_block([{"id": "i1", "text": text, "former": {"text": was}}])


def test_a_new_item_follows_in_the_paragraph_and_its_row_goes_on() -> None:
    project = add_item(small(), "i1")
    (new,) = added(small(), project)
    assert rows(project) == [["i1", new, "i2"], ["i3"]]
    assert record(project, new).marker.style == "一是"
    assert text(put(project, (f"{new}.text", "守底线。"))).count("二是守底线。") == 1


def test_several_texts_follow_as_one_after_another_would() -> None:
    for beside in ("i1", "i3"):
        project = add_texts(small(), beside, ["守底线。", "强保障。"])
        by_steps, last = small(), beside
        for words in ("守底线。", "强保障。"):
            before = by_steps
            by_steps = add_item(before, last)
            (last,) = added(before, by_steps)
            by_steps = put(by_steps, (f"{last}.text", words))
        assert text(project) == text(by_steps)
        assert list(map(len, rows(project))) == list(map(len, rows(by_steps)))
        assert len(set(added(small(), project))) == 2


def test_beside_an_item_alone_in_its_paragraph_a_new_one_stands_alone_too() -> None:
    project = add_item(small(), "i3", before=True)
    (new,) = added(small(), project)
    assert rows(project) == [["i1", "i2"], [new], ["i3"]]
    assert rows(add_item(small(), "i1", apart=True))[0] == ["i1"]


def test_an_empty_text_gets_its_first_item_and_a_full_one_its_last() -> None:
    empty = small([{"kind": "text", "id": "b2"}])
    assert len(rows(add_item(empty, "b2"))) == 1
    assert rows(add_item(small(), "b2"))[1] == ["i3"]
    assert len(rows(add_item(small(), "b2"))) == 3


def test_a_sign_kept_literally_is_followed_by_the_next_one() -> None:
    project = one_block([{"id": "i1", "marker": {"literal": "六是"}, "text": "抓。"}])
    arranged = add_item(project, "i1")
    (new,) = added(project, arranged)
    assert record(arranged, new).marker.literal == "七是"


def test_enter_breaks_a_text_and_backspace_joins_it_again() -> None:
    project = one_block([{"id": "i1", "lead": "抓调度。", "text": "逐月调度。逐个过堂。"}])
    split = split_item(project, "i1", 5)
    (new,) = added(project, split)
    assert (record(split, "i1").text, record(split, new).text) == ("逐月调度。", "逐个过堂。")
    assert rows(split) == [["i1"], [new]]
    assert record(join_with_previous(split, new), "i1") == record(project, "i1")


def test_enter_at_the_start_keeps_the_text_under_its_id() -> None:
    project = one_block([{"id": "i1", "text": "逐月调度。"}])
    split = split_item(project, "i1", 0)
    (new,) = added(project, split)
    assert rows(split) == [[new], ["i1"]]
    assert record(split, "i1").text == "逐月调度。"


def test_a_link_is_not_broken() -> None:
    project = one_block([{"id": "i1", "text": "预算收入{@revenue.yoy}，好。"}])
    assert record(split_item(project, "i1", 7), "i1").text == "预算收入{@revenue.yoy}"


def test_a_break_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueRefused, match="不能在第99个字后面断开"):
        split_item(small(), "i1", 99)


def states(item: Item) -> tuple[State, ...]:
    return figures_in(item, "text")


def test_figures_of_last_period_stay_unchecked_on_both_sides_of_a_break() -> None:
    said = "新建项目12个。完成投资3.5亿元，增长7%。"
    project = carried(said, said, 1)
    split = split_item(project, "i1", said.index("完成"))
    (new,) = added(project, split)
    assert states(record(split, "i1")) == (State.CARRIED,)
    assert states(record(split, new)) == (State.CONFIRMED, State.CARRIED)
    assert words_of(record(split, "i1"), "text") is State.CARRIED
    joined = record(join_with_previous(split, new), "i1")
    assert last_figures_in(joined, "text") == ("12", "3.5", "7")
    assert states(joined) == states(record(project, "i1"))
    assert words_of(joined, "text") is State.CARRIED


def test_a_changed_text_finds_its_old_figures_again_on_both_sides() -> None:
    project = carried("新建项目15个。完成投资3.5亿元。", "新建项目12个。完成投资3.5亿元。")
    split = split_item(project, "i1", 8)
    (new,) = added(project, split)
    assert states(record(split, "i1")) == (State.UPDATED,)
    assert states(record(split, new)) == (State.CARRIED,)


@pytest.mark.parametrize("at", [8, 16])
def test_words_nobody_looked_at_stay_so_on_both_sides_although_a_figure_was_renewed(
    at: int,
) -> None:
    now, was = "新建项目150个。完成投资3.5亿元。增长7%。", "新建项目12个。完成投资3.5亿元。增长7%。"
    project = carried(now, was, 1)
    at = now.index("。", at - 1) + 1
    split = split_item(project, "i1", at)
    (new,) = added(project, split)
    sides = record(split, "i1"), record(split, new)
    assert [words_of(side, "text") for side in sides] == [State.CARRIED, State.CARRIED]
    assert states(sides[0]) + states(sides[1]) == states(record(project, "i1"))
    lasts = [last for side in sides for last in last_figures_in(side, "text")]
    assert lasts == ["12", "3.5", "7"]
    joined = record(join_with_previous(split, new), "i1")
    assert words_of(joined, "text") is State.CARRIED
    assert states(joined) == states(record(project, "i1"))


def test_a_lead_whose_words_went_on_in_a_point_of_their_own_has_nothing_to_fill_in() -> None:
    former = {"lead": {"text": "抓项目。"}, "text": {"text": "投资3.5亿元。"}}
    item: dict[str, object] = {"id": "i1", "lead": "抓项目。", "text": "投资3.5亿元。"}
    item["former"] = former
    project = one_block([item])
    split = split_item(project, "i1", 0)
    (new,) = added(project, split)
    assert "i1.text" not in [one.place for one in places_of(split) if is_left(one)]
    assert words_of(record(split, "i1"), "lead") is State.CARRIED
    assert words_of(record(split, new), "text") is State.CARRIED
    assert last_figures_in(record(split, new), "text") == ("3.5",)


def test_joining_new_words_to_old_ones_leaves_the_old_figures_unchecked() -> None:
    was = {"text": {"text": "投资3.5亿元。"}}
    project = one_block(
        [{"id": "i1", "text": "项目15个。"}, {"id": "i2", "text": "投资3.5亿元。", "former": was}]
    )
    joined = record(join_with_previous(project, "i2"), "i1")
    assert joined.text == "项目15个。投资3.5亿元。"
    assert states(joined) == (State.FILLED, State.CARRIED)


def test_the_first_item_of_a_block_has_nothing_to_join() -> None:
    project = small()
    assert join_with_previous(project, "i1") is project


def test_what_is_no_item_of_a_text_cannot_be_split() -> None:
    with pytest.raises(PlaceError, match="不是要点"):
        split_item(small(), "t1", 0)
    with pytest.raises(PlaceError, match="没有“i99”"):
        add_item(small(), "i99")


def test_a_row_is_set_apart_and_drawn_together() -> None:
    project = one_block(
        [{"id": "i0", "text": "要做好："}],
        [{"id": "i1", "marker": {"style": "一是"}, "text": "抓。"}, {"id": "i2", "text": "紧。"}],
        [{"id": "i3", "marker": {"style": "一是"}, "text": "管。"}],
    )
    together = set_apart(project, "b2", apart=False)
    assert rows(together) == [["i0", "i1", "i2", "i3"]]
    assert rows(set_apart(together, "b2", apart=True)) == [["i0"], ["i1", "i2"], ["i3"]]
    assert set_apart(project, "b2", apart=True) is project


def test_signs_that_open_a_line_are_not_drawn_into_a_paragraph() -> None:
    project = set_style(small(), "b2", "（一）")
    with pytest.raises(ValueRefused, match="“（一）”这种序号要另起一段"):
        set_apart(project, "b2", apart=False)


def test_tasks_are_set_apart_by_their_block() -> None:
    assert record(set_apart(small(), "b3", apart=True), "b3").separate
    with pytest.raises(PlaceError, match="只有要点、任务和指标预测"):
        set_apart(small(), "b5", apart=True)


def test_a_style_is_set_for_the_whole_row() -> None:
    project = set_style(small(), "i1", "①")
    styles = [record(project, id_).marker for id_ in ("i1", "i2", "i3")]
    assert [one and one.style for one in styles] == ["①", "①", None]
    assert record(set_style(small(), "b2", ""), "i2").marker is None
    assert record(set_style(small(), "t1", "首先，"), "t2").marker.style == "首先，"
    headings = set_style(small(), "s1", "（一）")
    assert record(headings, "s2").heading.marker.style == "（一）"


def test_a_style_there_is_not_is_refused() -> None:
    with pytest.raises(ValueRefused, match="没有“甲、”这种序号"):
        set_style(small(), "b2", "甲、")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("一是抓项目。", "一是"),
        ("（一）抓项目。", "（一）"),
        ("1. 抓项目。", "1."),
        ("①抓项目。", "①"),
        ("一是", None),
        ("1.5亿元资金到位。", None),
        ("一、二产业增速回升。", None),
        ("首先要抓项目。", None),
        ("抓项目，一是抓开工。", None),
    ],
)
def test_a_sign_is_one_where_words_of_a_point_follow_it(typed: str, found: str | None) -> None:
    assert typed_sign(typed) == found


def test_a_typed_sign_becomes_the_marker_of_its_row_or_stays_as_it_was_written() -> None:
    first: dict[str, object] = {"id": "i1", "marker": {"style": "一是"}, "text": "抓项目。"}
    project = one_block([first], [{"id": "i2", "text": "二是促消费。"}])
    second = record(take_sign(project, "i2"), "i2")
    assert (second.marker.style, second.text) == ("一是", "促消费。")
    assert "二是促消费。" in text(take_sign(project, "i2"))
    project = one_block([first], [{"id": "i2", "text": "五是促消费。"}])
    assert record(take_sign(project, "i2"), "i2").marker.literal == "五是"
    other = one_block([{**first, "text": "（1）抓项目。"}])
    assert take_sign(other, "i1") is other
    pasted = take_signs(other, "i1", 0, replace_first=True)
    assert record(pasted, "i1").marker.style == "（1）"
    together = one_block([first, {"id": "i2", "text": "一、促消费。"}])
    assert take_sign(together, "i2") is together
