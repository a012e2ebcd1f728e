"""The table of indicators says what the text says: values, forecasts, other periods, blanks."""

from typing import Any

import pytest

from model.compose.compose import compose
from model.document import Paragraph, Table
from model.jobs.samples import sample_keys
from model.renewal.next_period import carry
from model.report.project import Project
from model.values.state import State
from tests.samples import example
from tests.small_project import document, put, small


def table(project: Project) -> Table:
    made = document(project).body[-1]
    assert isinstance(made, Table)
    return made


def rows(project: Project) -> list[str]:
    return table(project).text.splitlines()


def stating(*use: Any) -> Project:
    block = {"kind": "indicators", "id": "b1", "use": list(use)}
    return small([block], report={"annex": True})


def test_a_blank_of_the_text_is_a_blank_of_the_table_at_the_same_place() -> None:
    project = stating({"indicator": "gdp", "facets": ["actual", "yoy", "rank"]})
    assert rows(project)[1] == "地区生产总值\t亿元\tXX\tXX\tXX"
    cells = table(project).rows[0]
    said = [(span.place, span.state) for cell in cells for span in cell.spans if span.place]
    assert said == [(f"gdp@2026-H1.{facet}", State.EMPTY) for facet in ("actual", "yoy", "rank")]


def test_columns_that_hold_nothing_are_left_out_but_for_the_values_own() -> None:
    project = put(stating({"indicator": "gdp", "facets": ["yoy"]}), ("gdp@2026-H1.yoy", "5.8"))
    assert rows(project) == ["指标\t单位\t本期\t同比（%）", "地区生产总值\t亿元\t—\t5.8"]
    made = table(project)
    assert (len(made.titles), made.keys) == (4, ("name", "unit", "actual", "yoy"))


def test_a_forecast_stands_where_nothing_else_is_known_and_goes_when_it_is() -> None:
    facets = ["forecast", "forecast_yoy"]
    typed = ("gdp@2026-H1.forecast", "118.6"), ("gdp@2026-H1.forecast_yoy", "5.8")
    project = put(stating({"indicator": "gdp", "facets": facets}), *typed)
    assert rows(project)[1] == "地区生产总值\t亿元\t118.6（预计）\t5.8（预计）"
    blank = stating({"indicator": "gdp", "facets": facets})
    assert rows(blank)[1] == "地区生产总值\t亿元\tXX（预计）\tXX（预计）"
    assert rows(put(project, ("gdp@2026-H1.actual", "118.7")))[1].split("\t")[2] == "118.7"


def test_a_value_of_another_period_that_the_text_gives_names_its_period() -> None:
    project = put(
        stating({"indicator": "revenue", "facets": ["actual"], "period": "2026-M1-5"}),
        ("revenue@2026-M1-5.actual", "5.61"),
    )
    assert rows(project)[1].split("\t")[2] == "5.61（1—5月）"
    own = put(project, ("revenue@2026-H1.actual", "6.82"))
    assert rows(own)[1].split("\t")[2] == "6.82"


def test_the_source_that_a_text_chooses_is_that_of_the_table() -> None:
    project = put(
        stating({"indicator": "gdp", "facets": ["actual"], "source": "department"}),
        ("gdp@2026-H1.actual@department", "118.6"),
        ("gdp@2026-H1.actual@bureau", "117.9"),
    )
    assert "118.6" in document(project).body[1].text
    assert rows(project)[1].split("\t")[2] == "118.6"


@pytest.mark.parametrize("key", sample_keys())
@pytest.mark.parametrize("carried", [False, True], ids=["filled", "carried"])
def test_the_table_of_a_sample_never_contradicts_its_text(key: str, carried: bool) -> None:
    project = example(key)
    project = carry(project) if carried else project
    report = project.reports[0].changed(annex=True)
    made = compose(project, report)
    if not isinstance(made.body[-1], Table) or not made.body[-1].subjects:
        pytest.skip("the sample states no indicators")
    body = [block for block in made.body[:-1] if isinstance(block, Paragraph)]
    blank = {s.place for block in body for s in block.spans if s.state is State.EMPTY}
    cells = [span for row in made.body[-1].rows for cell in row for span in cell.spans]
    blanks = [span for span in cells if span.state is State.EMPTY]
    assert {span.place for span in blanks} <= blank
    assert bool(blanks) >= (carried and bool(cells))
    said = {s.place: s.text for block in body for s in block.spans if s.place}
    for span in cells:
        if span.place in said and span.state is not State.EMPTY:
            number = span.text.partition("（")[0].lstrip("-")
            assert number in said[span.place] or not number[:1].isdigit()
