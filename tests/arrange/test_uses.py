"""Which indicators a block states: taken from the bank, moved between groups, left out."""

import pytest

from model.arrange.records import added
from model.arrange.uses import (
    add_remark,
    add_use,
    choose_outlook,
    drop_facet,
    move_use,
    remove_use,
    restore_facet,
    shift_use,
)
from model.errors import PlaceError, ValueRefused
from model.library import shipped
from model.report.project import Project
from model.report.section import Outlook
from model.values.facet import Facet
from tests.small_project import put, record, small, text

RETAIL = shipped.bank().by_id["retail-sales"]


def stated(project: Project, holder: str) -> list[str]:
    return [use.indicator for use in record(project, holder).use]


def test_an_indicator_of_the_bank_comes_with_its_definition_and_its_usual_blanks() -> None:
    project = add_use(small(), "b1", RETAIL, after="gdp")
    assert stated(project, "b1") == ["gdp", "retail-sales", "revenue"]
    assert added(small(), project) == ("retail-sales",)
    assert "零售业销售额实现XX亿元，同比增长XX%" in text(project)
    assert record(project, "b1").use[1].facets == (Facet.ACTUAL, Facet.YOY)
    filled = put(project, ("retail-sales@2026-H1.yoy", "5.2"))
    assert "同比增长5.2%" in text(filled)


def test_what_the_project_has_under_that_name_is_the_same_indicator() -> None:
    revenue = shipped.bank().by_name["一般公共预算收入"]
    project = add_use(small(), "g1", revenue)
    assert stated(project, "g1") == ["deposits", "revenue"]
    assert project.indicators == small().indicators


def test_an_indicator_is_stated_once_in_a_block() -> None:
    with pytest.raises(ValueRefused, match="已经写了"):
        add_use(small(), "b1", shipped.bank().by_name["一般公共预算收入"])
    with pytest.raises(PlaceError, match="不能写指标"):
        add_use(small(), "b2", RETAIL)


def test_a_definition_goes_with_its_last_use_unless_something_still_needs_it() -> None:
    there = add_use(small(), "b1", RETAIL)
    assert remove_use(there, "b1", "retail-sales").indicator("retail-sales") is None
    valued = put(there, ("retail-sales@2026-H1.actual", "41.7"))
    kept = remove_use(valued, "b1", "retail-sales")
    assert kept.indicator("retail-sales") is not None
    assert kept.observations == valued.observations
    linked = remove_use(small(), "b1", "revenue")
    assert linked.indicator("revenue") is not None
    assert stated(linked, "b1") == ["gdp"]


def test_one_paired_with_a_removed_indicator_is_stated_alone() -> None:
    use = {"indicator": "gdp", "paired_with": "revenue", "name": "两项指标"}
    project = small([{"kind": "indicators", "id": "b1", "use": [use]}])
    for gone, left in (("gdp", "revenue"), ("revenue", "gdp")):
        alone = record(remove_use(project, "b1", gone), "b1").use[0]
        assert (alone.indicator, alone.paired_with, alone.name) == (left, None, None)


def test_parts_are_removed_and_moved_within_what_they_are_part_of() -> None:
    assert record(remove_use(small(), "b1", "tax"), "b1").use[1].parts == ()
    assert stated(shift_use(small(), "b1", "gdp", 5), "b1") == ["revenue", "gdp"]
    project = small()
    assert shift_use(project, "b1", "tax", 1) is project


def test_an_indicator_moves_to_another_group_as_it_is_stated() -> None:
    project = drop_facet(small(), "g1", "deposits", Facet.YOY)
    moved = move_use(project, "g1", "deposits", "g2")
    assert (stated(moved, "g1"), stated(moved, "g2")) == ([], ["deposits"])
    assert record(moved, "g2").use[0].omit == (Facet.YOY,)
    top = move_use(small(), "b1", "revenue", "b1", before="gdp")
    assert stated(top, "b1") == ["revenue", "gdp"]


def test_an_outlook_is_chosen_and_its_group_made_where_there_is_none() -> None:
    hard = choose_outlook(small(), "g1", "deposits", Outlook.HARD)
    assert stated(hard, "g2") == ["deposits"]
    between = choose_outlook(small(), "g1", "deposits", Outlook.ON_TRACK)
    groups = record(between, "b4").groups
    assert [one.outlook for one in groups] == [Outlook.AHEAD, Outlook.ON_TRACK, Outlook.HARD]
    assert [use.indicator for use in groups[1].use] == ["deposits"]
    project = small()
    assert choose_outlook(project, "g1", "deposits", Outlook.AHEAD) is project
    with pytest.raises(PlaceError):
        choose_outlook(small(), "g1", "gdp", Outlook.HARD)


def test_a_value_left_out_of_a_text_is_kept_and_can_be_said_again() -> None:
    project = put(small(), ("gdp@2026-H1.actual", "118.6"), ("gdp@2026-H1.yoy", "5.8"))
    silent = drop_facet(project, "b1", "gdp", Facet.YOY)
    assert "同比增长5.8%" not in text(silent)
    assert silent.observations is project.observations
    assert "同比增长5.8%" in text(restore_facet(silent, "b1", "gdp", Facet.YOY))
    assert drop_facet(silent, "b1", "gdp", Facet.YOY) is silent


def test_words_can_follow_an_indicator_once() -> None:
    project = add_remark(small(), "b1", "gdp")
    (item,) = added(small(), project)
    assert "好于预期" in text(put(project, (f"{item}.text", "，好于预期")))
    with pytest.raises(ValueRefused, match="已经有一段说明"):
        add_remark(project, "b1", "gdp")
