"""Rows and columns of a table; cells stay under their column."""

import pytest

from model.arrange.records import added
from model.arrange.tables import add_column, add_row, remove_column, rename_column, shift_column
from model.errors import PlaceError, ValueRefused
from model.places.inventory import places_of
from model.report.project import Project
from model.values.field_kind import FieldKind
from tests.small_project import put, record, small


def filled() -> Project:
    return put(small(), ("w1.plan", "2"), ("w1.done", "1"))


def keys(project: Project) -> list[str]:
    return [column.key for column in record(project, "b5").columns]


def test_a_row_comes_behind_another_or_last() -> None:
    project = add_row(small(), "w1")
    (new,) = added(small(), project)
    assert [row.id for row in record(project, "b5").rows] == ["w1", new]
    assert len(record(add_row(project, "b5"), "b5").rows) == 3
    assert record(put(project, (f"{new}.plan", "3亿元")), new).cells[1] == "3"


def test_a_new_column_stands_where_it_was_asked_for_and_cells_move_over() -> None:
    project = add_column(filled(), "b5", "投资方", after="name")
    key = keys(project)[1]
    assert keys(project) == ["name", key, "plan", "done", "progress", "opens"]
    assert record(project, "w1").cells == ("茶产业园", None, "2", "1", None, None)
    assert record(put(project, (f"w1.{key}", "县城投")), "w1").cells[1] == "县城投"


def test_a_number_column_is_typed() -> None:
    project = add_column(small(), "b5", "缺口", kind=FieldKind.MONEY, unit="亿元")
    with pytest.raises(ValueRefused, match="不是数字"):
        put(project, (f"w1.{keys(project)[-1]}", "很多"))


def test_a_removed_column_takes_its_cells_along() -> None:
    project = remove_column(filled(), "b5", "progress")
    assert record(project, "w1").cells == ("茶产业园", "2", "1", None)
    assert record(remove_column(project, "b5", "plan"), "w1").cells == ("茶产业园", "1", None)


def test_a_column_that_others_are_computed_from_stays() -> None:
    with pytest.raises(ValueRefused, match="“进度”要用“已完成”来算"):
        remove_column(small(), "b5", "done")


def test_the_last_column_stays() -> None:
    project = small([{"kind": "table", "id": "b5", "columns": [{"key": "a", "title": "甲"}]}])
    with pytest.raises(ValueRefused, match="至少要有一列"):
        remove_column(project, "b5", "a")


def test_columns_move_with_their_cells_at_most_to_the_edge() -> None:
    project = shift_column(filled(), "b5", "plan", -9)
    assert keys(project)[:2] == ["plan", "name"]
    assert record(project, "w1").cells[:2] == ("2", "茶产业园")
    assert shift_column(project, "b5", "plan", -1) is project


def test_a_title_is_there_once() -> None:
    assert record(rename_column(small(), "b5", "plan", "计划"), "b5").columns[1].title == "计划"
    for title, message in (("已完成", "已经有“已完成”"), (" ", "写出")):
        with pytest.raises(ValueRefused, match=message):
            rename_column(small(), "b5", "plan", title)
    with pytest.raises(PlaceError, match="没有“none”这一列"):
        rename_column(small(), "b5", "none", "甲")


def test_cells_of_last_period_stay_under_their_column() -> None:
    table = {
        "kind": "table", "id": "b5",
        "columns": [{"key": "a", "title": "甲"}, {"key": "b", "title": "乙"}],
        "rows": [{"id": "w1", "cells": ["1", "2"],
                  "former": {"cells.a": {"text": "3"}, "cells.b": {"text": "4"}}}],
    }  # fmt: skip
    shifted = shift_column(small([table]), "b5", "a", 1)
    assert record(shifted, "w1").cells == ("2", "1")
    last = {one.place: one.last for one in places_of(shifted) if one.place.startswith("w1.")}
    assert list(last.items()) == [("w1.b", "4"), ("w1.a", "3")]
