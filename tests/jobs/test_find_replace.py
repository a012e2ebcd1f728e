"""Find and replace: over everything that is written, never inside a link, never by force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.compose.compose import compose
from model.errors import UsageError, ValueRefused
from model.jobs.find_replace import find_all, replace, replace_all
from model.report.carried import figures_in
from model.report.project import Project
from model.report.tree import find, ids_in
from model.values.state import State
from tests.samples import example
from tests.small_project import TODAY, put, record, small, text

EXAMPLE = example("half-year-summary")


def places(project: Project, query: str, *, whole: bool = False) -> list[str]:
    return [hit.place for hit in find_all(project, query, whole=whole)]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("云岭", "organization.name"),
        ("市长", "leader"),
        ("118", "gdp@2026-H1.actual"),
        ("汇报完毕", "r1.closing"),
        ("经济运行", "s1.heading"),
        ("有力", "i1.lead"),
        ("会议", "i3.text"),
        ("以下工作", "b3.opening"),
        ("防汛", "t2.text"),
        ("住建局", "t1.lead"),
        ("有困难的", "g2.text"),
        ("重点项目表", "b5.caption"),
        ("茶产业园", "w1.name"),
    ],
)
def test_everything_that_is_written_is_found_at_its_place(query: str, place: str) -> None:
    project = put(small(), ("leader", "王市长"), ("gdp@2026-H1.actual", "118.6"))
    assert places(project, query) == [place]


def test_a_hit_tells_where_it_is_and_what_stands_around() -> None:
    (hit,) = find_all(small(), "完成投资")
    assert record(small(), "i1").text[hit.start : hit.end] == "完成投资"
    assert hit.around == "新建项目XX个，【完成投资】3.5亿元，同比增长7.…"
    (value,) = find_all(put(small(), ("gdp@2026-H1.actual", "118.6")), "118")
    assert value.around == "地区生产总值 本期数（亿元）：【118】.6"


def test_what_stands_in_links_is_not_found_and_shown_shortly() -> None:
    assert places(small(), "revenue") == []
    (hit,) = find_all(small(), "到会")
    assert hit.around == "…【到会】，预算收入…，同比增长2…"


def test_every_hit_of_a_text_is_told_in_order_and_none_for_nothing() -> None:
    assert places(small(), "XX") == ["i1.text", "t1.text"]
    project = put(small(), ("i3.text", "抓落实，抓落实。"))
    assert [hit.start for hit in find_all(project, "抓落实")] == [0, 4]
    assert find_all(project, "") == ()


def test_full_and_half_width_are_found_alike() -> None:
    project = put(small(), ("i3.text", "增长５％（可比价）。"))
    assert places(project, "5%(可比") == ["i3.text"]


def test_a_whole_number_is_not_found_inside_another() -> None:
    project = put(small(), ("i3.text", "投资15.1亿元、5.1亿元、5.12亿元。"))
    assert len(find_all(project, "5.1")) == 3
    assert [hit.start for hit in find_all(project, "5.1", whole=True)] == [9]


def test_a_brace_is_found_as_the_sign_it_is() -> None:
    project = put(small(), ("i3.text", "见{{附件}}。"))
    (hit,) = find_all(project, "{附")
    assert hit.around == "见【{附】件}。"
    assert "见(附件}。" in text(replace_all(project, "{", "(", TODAY).project)


def test_replacing_reaches_every_text_and_nothing_else() -> None:
    done = replace_all(EXAMPLE, "全县", "全县上下", TODAY)
    assert done.hits == len(find_all(EXAMPLE, "全县"))
    assert not done.refused
    before = compose(EXAMPLE, EXAMPLE.reports[0]).text
    assert compose(done.project, done.project.reports[0]).text == before.replace("全县", "全县上下")
    touched = {place.partition(".")[0] for place in places(EXAMPLE, "全县")}
    for part in EXAMPLE.reports[0].content:
        if touched.isdisjoint(ids_in(part)):
            assert find(done.project, part.id) is part


def test_a_heading_and_what_stands_below_it_are_replaced_together() -> None:
    project = put(small(), ("s1.heading", "经济运行情况"), ("i3.text", "运行平稳。"))
    done = replace_all(project, "运行", "态势", TODAY)
    assert record(done.project, "s1").heading.text == "经济态势情况"
    assert record(done.project, "i3").text == "态势平稳。"


def test_a_value_stays_a_value() -> None:
    project = put(small(), ("gdp@2026-H1.actual", "118.6"), ("i3.text", "118.6亿元。"))
    done = replace_all(project, "118.6", "119.2", TODAY)
    assert done.hits == 2
    (value,) = done.project.observations
    assert str(value.value) == "119.2"
    assert "地区生产总值完成119.2亿元" in text(done.project)


def test_what_does_not_fit_is_told_and_the_rest_is_done() -> None:
    project = put(
        small(), ("gdp@2026-H1.actual", "118.6"), ("i3.text", "118.6亿元。"), ("towns", "118")
    )
    done = replace_all(project, "118", "约118", TODAY)
    assert [one.place for one in done.refused] == ["towns", "gdp@2026-H1.actual"]
    assert "不能带“约”字" in done.refused[1].message
    assert not done.refused[1].message.startswith("gdp")
    assert record(done.project, "i3").text == "约118.6亿元。"
    assert done.hits == 1
    assert done.project.observations == project.observations


def test_only_chosen_places_are_replaced() -> None:
    done = replace_all(small(), "XX", "12", TODAY, places={"i1.text"})
    assert record(done.project, "i1").text.startswith("新建项目12个")
    assert "XX户" in record(done.project, "t1").text


def test_one_hit_is_replaced_and_an_old_one_is_not() -> None:
    project = put(small(), ("i3.text", "抓落实，抓落实。"))
    second = find_all(project, "抓落实")[1]
    assert record(replace(project, second, "见成效", TODAY), "i3").text == "抓落实，见成效。"
    with pytest.raises(UsageError, match="重新查找"):
        replace(put(project, ("i3.text", "都变了。")), second, "见成效", TODAY)
    (value,) = find_all(put(project, ("gdp@2026-H1.actual", "118.6")), "118")
    with pytest.raises(ValueRefused):
        replace(put(project, ("gdp@2026-H1.actual", "118.6")), value, "很多", TODAY)


def test_nothing_to_replace_makes_no_new_root() -> None:
    project = small()
    assert replace_all(project, "没有这几个字", "甲", TODAY).project is project
    assert replace_all(project, "XX", "XX", TODAY).hits == 0


def test_a_figure_of_last_period_counts_as_changed_once_it_is_replaced() -> None:
    was = {"text": {"text": "新建项目12个。"}}
    item = {"id": "i1", "text": "新建项目12个。", "former": was}
    project = small([{"kind": "text", "id": "b1", "paragraphs": [[item]]}])
    done = replace_all(project, "12", "15", TODAY).project
    assert figures_in(record(done, "i1"), "text") == (State.UPDATED,)


@pytest.mark.slow
@given(st.text(alphabet="全县XX12.5亿元{}，。项目", min_size=1, max_size=4), st.text(max_size=3))
def test_links_survive_whatever_is_replaced(query: str, by: str) -> None:
    done = replace_all(EXAMPLE, query, by, TODAY)
    for part in ("{@", "{place}"):
        assert part not in compose(done.project, done.project.reports[0]).text
