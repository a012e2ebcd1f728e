"""The steps of the wizard: what is left in each, where a place is shown, where to go on."""

import gc
import weakref
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.arrange.items import split_item
from model.entry.apply import Assignment, set_values
from model.jobs.new_project import new_project
from model.jobs.samples import sample_keys
from model.jobs.steps import StepKind, StepState, next_blank, step_of, steps
from model.library import shipped
from model.places.inventory import Inventory, places_of
from model.report.project import Organization, Project
from model.report.tree import walk
from model.values.period import Period
from model.values.state import State
from tests.arrange.operations import arrangements
from tests.samples import example
from tests.small_project import put, record, small

TODAY = date(2026, 7, 3)
EXAMPLES = {key: example(key) for key in sample_keys()}


def left(project: Project) -> dict[str, tuple[int, int]]:
    return {one.key: (one.blanks, one.carried) for one in steps(project, project.reports[0])}


def state(project: Project, key: str) -> StepState:
    return next(one.state for one in steps(project, project.reports[0]) if one.key == key)


def fresh(key: str) -> Project:
    organization = Organization(name="云岭县", superior="江州市")
    return new_project(
        shipped.template(key), shipped.bank(), organization, Period(2026, 1, 6)
    ).project


def test_the_steps_are_the_way_through_a_text() -> None:
    found = steps(small(), small().reports[0])
    assert [one.title for one in found] == [
        "基本情况", "指标", "经济运行", "下步打算", "核对", "导出"
    ]  # fmt: skip
    assert [one.section for one in found] == [None, None, "s1", "s2", None, None]
    assert found[2].kind is StepKind.PART


def test_parts_without_a_heading_are_called_by_where_they_stand_or_what_they_say() -> None:
    def part(id_: str, text: str) -> dict[str, object]:
        item = {"id": f"i{id_}", "text": text}
        block = {"kind": "text", "id": f"b{id_}", "paragraphs": [[item]]}
        return {"kind": "section", "id": id_, "content": [block]}

    content = [part("s1", "甲"), part("s2", "今年以来全县上下齐心协力"), part("s3", "乙")]
    project = small(content)
    titles = [one.title for one in steps(project, project.reports[0])][2:5]
    assert titles == ["开头", "（无标题）今年以来全县上下齐心协力…", "结尾"]


def test_a_title_says_what_its_links_stand_for() -> None:
    project = put(small(), ("s1.heading", "{period}经济运行"))
    assert steps(project, project.reports[0])[2].title == "上半年经济运行"


@pytest.mark.slow
@pytest.mark.parametrize("key", EXAMPLES)
def test_all_steps_together_have_what_the_list_of_places_has(key: str) -> None:
    for project in (EXAMPLES[key], fresh(key)):
        report = project.reports[0]
        listed = Counter(one.state for one in places_of(project, report))
        check = next(one for one in steps(project, report) if one.kind is StepKind.CHECK)
        assert (check.blanks, check.carried) == (listed[State.EMPTY], listed[State.CARRIED])


def test_a_value_is_counted_once_among_the_indicators_however_often_it_is_said() -> None:
    project = put(small(), ("i3.text", "再说一遍{@gdp.actual}。"))
    wanted = left(project)
    filled = left(put(project, ("gdp@2026-H1.actual", "118.6")))
    assert filled["indicators"][0] == wanted["indicators"][0] - 1
    assert {key: filled[key] for key in ("basics", "s1", "s2")} == {
        key: wanted[key] for key in ("basics", "s1", "s2")
    }


def test_figures_cells_and_tasks_count_in_their_part() -> None:
    before = left(small())
    assert left(put(small(), ("i1.figures.0", "12")))["s1"][0] == before["s1"][0] - 1
    assert left(put(small(), ("w1.plan", "2")))["s2"][0] == before["s2"][0] - 1
    assert left(put(small(), ("t1.deadline", "10月底前")))["s2"][0] == before["s2"][0] - 1


def test_what_is_not_said_this_period_is_not_left_to_do() -> None:
    before = left(small())
    assert left(put(small(), ("i1.dropped", "是")))["s1"][0] == before["s1"][0] - 1
    assert left(put(small(), ("t1.dropped", "是")))["s2"][0] < before["s2"][0]


def test_content_of_last_period_is_left_to_check() -> None:
    was = {"text": {"text": "新建项目12个。"}}
    item = {"id": "i1", "text": "新建项目12个。", "former": was}
    project = small([{"kind": "text", "id": "b1", "paragraphs": [[item]]}])
    assert left(project)["b1"] == (0, 2)
    assert state(project, "b1") is StepState.UNTOUCHED
    assert left(put(project, ("i1.checked", "是")))["b1"] == (0, 0)
    assert state(put(project, ("i1.figures.0", "15")), "b1") is StepState.BEGUN


def test_a_step_is_untouched_then_begun_then_done() -> None:
    table = {"kind": "table", "id": "b1", "columns": [{"key": "a", "title": "甲"}],
             "rows": [{"id": "w1"}, {"id": "w2"}]}  # fmt: skip
    project = small([{"kind": "section", "id": "s1", "content": [table]}])
    assert state(project, "s1") is StepState.UNTOUCHED
    assert state(put(project, ("w1.a", "一")), "s1") is StepState.BEGUN
    assert state(put(project, ("w1.a", "一"), ("w2.a", "二")), "s1") is StepState.DONE


@pytest.mark.parametrize("key", ["county-head-briefing", "half-year-summary", "plenary-speech"])
def test_words_and_departments_of_the_template_are_nobodys_beginning(key: str) -> None:
    project = fresh(key)
    parts = [one for one in steps(project, project.reports[0]) if one.kind is StepKind.PART]
    assert {one.state for one in parts} <= {StepState.UNTOUCHED, StepState.DONE}


@pytest.mark.slow
@given(draw=st.data())
def test_what_is_remembered_is_what_counting_anew_would_give(draw: st.DataObject) -> None:
    project = EXAMPLES["county-head-briefing"]
    for _ in range(3):
        project = draw.draw(arrangements(project))(project)
        places = places_of(project, project.reports[0])
        values = [one.place for one in places if one.facet is not None]
        if values:
            emptied = Assignment(draw.draw(st.sampled_from(values)), "")
            project = set_values(project, [emptied], TODAY)
        remembered = steps(project, project.reports[0])
        again = Project.model_validate(project.model_dump(by_alias=True))
        assert steps(again, again.reports[0]) == remembered
        assert Inventory().indicators(again, again.reports[0]).left.blanks == remembered[1].blanks


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_place_is_shown_by_one_step(key: str) -> None:
    project = EXAMPLES[key]
    report = project.reports[0]
    keys = {one.key for one in steps(project, report)}
    for one in places_of(project, report):
        assert step_of(report, one.place) in keys
    for part in report.content:
        for one_below in walk(part):
            id_ = getattr(one_below, "id", "")
            assert not id_ or step_of(report, f"{id_}.text") == part.id


def test_basics_hold_the_fields_the_place_and_the_lines_around_the_text() -> None:
    report = small().reports[0]
    assert step_of(report, "leader") == "basics"
    assert step_of(report, "organization.peers") == "basics"
    assert step_of(report, "r1.title") == "basics"
    assert step_of(report, "u1.facets") == "s1"
    assert step_of(report, "zz9.text") is None


@pytest.mark.parametrize("key", EXAMPLES)
def test_going_from_blank_to_blank_meets_each_one_and_begins_again(key: str) -> None:
    project = fresh(key)
    report = project.reports[0]
    blanks = {one.place for one in places_of(project, report) if one.state is State.EMPTY}
    first = next_blank(project, report)
    place, met = first, []
    while place is not None:
        met.append(place)
        place = next_blank(project, report, place)
        if place == first:
            break
    assert set(met) == blanks
    assert len(met) == len(blanks)
    order = [one.key for one in steps(project, report)]
    places = [order.index(step_of(report, one) or "") for one in met]
    assert places == sorted(places)


def test_from_a_filled_place_or_one_that_is_none_it_goes_on_nearby() -> None:
    project = small()
    report = project.reports[0]
    assert next_blank(project, report, "i1.figures.1") == "i3.blanks.0"
    assert next_blank(project, report, "i1.lead") == "i1.figures.0"
    first_in_s2 = next_blank(project, report, "s2.heading")
    assert first_in_s2 is not None
    assert step_of(report, first_in_s2) == "s2"


def test_where_nothing_is_left_there_is_no_next_blank() -> None:
    project = EXAMPLES["plenary-speech"]
    assert next_blank(project, project.reports[0]) is None


def test_carried_content_is_met_on_the_way_where_it_is_asked_for() -> None:
    item = {"id": "i1", "text": "稳中有进。", "former": {"text": {"text": "稳中有进。"}}}
    project = small(
        [{"kind": "text", "id": "b1", "paragraphs": [[item]]}], fields=[], indicators=[]
    )
    report = project.reports[0]
    assert next_blank(project, report) is None
    assert next_blank(project, report, carried=True) == "i1.text"


def test_records_of_a_former_root_are_not_held() -> None:
    project = small()
    steps(project, project.reports[0])
    split = split_item(project, "i2", 3)
    former = weakref.ref(record(project, "i2"))
    steps(split, split.reports[0])
    del project
    gc.collect()
    assert former() is None


def test_what_was_refused_is_met_too_though_its_place_is_filled() -> None:
    project = example("half-year-summary")
    report = project.reports[0]
    places = [place.place for place in places_of(project, report) if place.state is State.FILLED]
    first, second = places[0], places[-1]
    assert next_blank(project, report, first, refused=(second,)) == second
    assert next_blank(project, report, second, refused=(second,)) == second
    assert next_blank(project, report, first) is None
