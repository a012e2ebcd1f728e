"""Every record of a file can be found by an id of its own; what is not known is left alone."""

import json
from pathlib import Path
from typing import Any

from model.places.inventory import places_of
from model.report.section import IndicatorUse
from model.report.tree import walk
from model.storage import migrations, project_file
from model.storage.file_records import with_own_ids
from tests.small_project import put, record, small

V1 = Path(__file__).parents[1] / "data" / "projects" / "v1"


def file_of(content: list[dict[str, Any]], version: int = 2) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(project_file.dumps(small([])))
    data["reports"][0]["content"] = content
    return data | {"version": version}


def opened(data: dict[str, Any]) -> project_file.Loaded:
    return project_file.loads(json.dumps(data).encode("utf-8"), Path("材料.json"))


def text_block(id_: str, *items: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "text", "id": id_, "paragraphs": [list(items)]}


def test_a_point_copied_by_hand_is_found_by_an_id_of_its_own() -> None:
    same = {"id": "i1", "text": "完成投资XX亿元。"}
    data = file_of([text_block("b1", same, same), text_block("b1", {"id": "r1", "text": "甲。"})])
    project = opened(data).project
    ids = [id_ for one in walk(project) if (id_ := getattr(one, "id", None))]
    assert len(set(ids)) == len(ids)
    assert ids[1:4] == ["r1", "b1", "i1"]
    places = [one.place for one in places_of(project) if one.place.endswith(".figures.0")]
    assert len(places) == 2
    filled = put(project, (places[0], "3"), (places[1], "4"))
    assert [record(filled, one.partition(".")[0]).text for one in places] == [
        "完成投资3亿元。",
        "完成投资4亿元。",
    ]


def test_ids_made_for_copies_are_the_same_at_every_opening() -> None:
    same = {"id": "i1", "text": "甲。"}
    data = file_of([text_block("b1", same, same, {"id": ""}, {"id": "第一"})])
    first, second = (project_file.dumps(opened(data).project) for _ in range(2))
    assert first == second
    assert project_file.dumps(opened(json.loads(first)).project) == first


def test_uses_without_an_id_or_with_one_taken_get_their_own() -> None:
    uses = ["gdp", {"id": "", "indicator": "tax"}, {"id": "u1", "indicator": "revenue"},
            {"id": "u1", "indicator": "deposits", "parts": ["industry", {"indicator": "tax"}]},
            {"id": None, "indicator": "urban-rate"}]  # fmt: skip
    data = file_of([{"kind": "indicators", "id": "b1", "use": uses}])
    opened_once = opened(data).project
    ids = [one.id for one in walk(opened_once) if isinstance(one, IndicatorUse)]
    assert len(set(ids)) == 7
    assert all(ids)
    assert ids[2] == "u1"


def test_two_columns_of_one_key_are_told_apart_and_both_keep_last_periods_cells() -> None:
    columns = [{"key": "done", "title": "一月"}, {"key": "done", "title": "二月"},
               {"key": "done-2", "title": "三月"}]  # fmt: skip
    rows = [{"id": "w1", "cells": ["1", "2", "3"], "carried": ["4", "5", "6"]}]
    table = {"kind": "table", "id": "b1", "columns": columns, "rows": rows}
    project = opened(file_of([table], version=1)).project
    keys = [column.key for column in record(project, "b1").columns]
    assert len(set(keys)) == 3
    assert keys[::2] == ["done", "done-2"]
    former = record(project, "w1").former
    assert [former[f"cells.{key}"].text for key in keys] == ["4", "5", "6"]
    renewed = put(project, (f"w1.{keys[1]}", "9"))
    assert record(renewed, "w1").cells == ("1", "9", "3")


def test_a_block_of_an_unknown_kind_and_unknown_keys_are_never_lifted() -> None:
    inside = {"carried": "上期", "checked": True, "use": ["gdp"], "rows": [{"id": "i1"}]}
    block = {"kind": "chart", "id": "b9", "content": [inside], "tasks": [inside], **inside}
    item = {"id": "i1", "text": "甲。", "rows": [inside], "checked": True}
    content = [block, text_block("b1", item) | {"checked": True, "use": ["gdp"]}]
    data = file_of(content, version=1)
    lifted = with_own_ids(migrations.lifted(data, migrations.CURRENT))
    assert lifted["reports"][0]["content"] == content


def test_unknown_keys_of_what_an_item_said_last_period_survive() -> None:
    with_text = {"id": "i1", "carried": {"text": "甲。", "by": "李"}, "text": "甲。"}
    with_lead = {"id": "i2", "carried": {"lead": "乙。", "by": "王"}, "lead": "乙。"}
    alone = {"id": "i3", "carried": {"by": "赵"}, "text": "丙。"}
    data = file_of([text_block("b1", with_text, with_lead, alone)], version=1)
    project = opened(data).project
    assert record(project, "i1").former["text"].model_extra == {"by": "李"}
    assert record(project, "i2").former["lead"].model_extra == {"by": "王"}
    assert record(project, "i3").model_extra == {"carried": {"by": "赵"}}


def test_an_id_that_no_place_can_name_gets_one_that_can() -> None:
    data = file_of([text_block("B 1", {"id": "I.1", "text": "完成XX个。"})])
    data["reports"][0]["id"] = "文稿"
    project = opened(data).project
    (place,) = [one.place for one in places_of(project) if one.place.endswith(".figures.0")]
    assert "完成7个。" in [
        getattr(one, "text", "") for one in walk(put(project, (place, "7")).reports[0])
    ]
