"""What version 1 kept of last period stands in version 2, mark by mark."""

from typing import Any

from model.storage.version_2 import lifted


def content_of(*blocks: dict[str, Any]) -> list[dict[str, Any]]:
    data = {
        "format": "xugao-project", "version": 1, "id": "p1",
        "reports": [{"id": "r1", "content": list(blocks)}],
    }  # fmt: skip
    content: list[dict[str, Any]] = lifted(data)["reports"][0]["content"]
    return content


def test_an_item_keeps_its_lead_its_text_and_what_of_them_was_looked_at() -> None:
    was = {"lead": "甲。", "text": "新建3个。", "checked": ["wording", 0]}
    items = [
        {"id": "i1", "lead": "甲。", "text": "新建3个。", "carried": was},
        {"id": "i2", "text": "乙。", "carried": {"text": "乙。"}},
        {"id": "i3", "text": "丙。"},
    ]
    (block,) = content_of({"kind": "text", "id": "b1", "paragraphs": [items]})
    first, second, third = block["paragraphs"][0]
    assert first["former"] == {
        "lead": {"text": "甲。", "words": True},
        "text": {"text": "新建3个。", "words": True, "figures": [0]},
    }
    assert second["former"] == {"text": {"text": "乙。"}}
    assert "former" not in third
    assert not any("carried" in item for item in (first, second, third))


def test_a_task_and_a_field_keep_that_they_were_looked_at() -> None:
    tasks = [
        {"id": "t1", "text": "改造。", "carried": "改造。", "checked": True},
        {"id": "t2", "text": "治理。", "carried": "治理。"},
        {"id": "t3", "text": "新的。", "checked": False},
    ]
    (block,) = content_of({"kind": "tasks", "id": "b1", "tasks": tasks})
    assert [task.get("former") for task in block["tasks"]] == [
        {"text": {"text": "改造。", "words": True}}, {"text": {"text": "治理。"}}, None,
    ]  # fmt: skip
    assert not any({"carried", "checked"} & set(task) for task in block["tasks"])
    fields = [
        {"id": "leader", "label": "领导", "value": "王市长", "carried": "王市长", "checked": True},
        {"id": "towns", "label": "镇", "value": None, "carried": "12"},
    ]
    data = {"format": "xugao-project", "version": 1, "id": "p1", "fields": fields}
    assert [one.get("former") for one in lifted(data)["fields"]] == [
        {"value": {"text": "王市长", "words": True}}, {"value": {"text": "12"}},
    ]  # fmt: skip


def test_cells_of_last_period_stand_under_their_columns_and_names_hold_still() -> None:
    table = {
        "kind": "table", "id": "b1",
        "columns": [{"key": "name", "title": "项目"},
                    {"key": "plan", "title": "计划", "kind": "money"},
                    {"key": "lead", "title": "牵头", "kind": "departments"}],
        "rows": [{"id": "w1", "cells": ["茶园", "2"], "carried": ["茶园", "2", "水利局"]},
                 {"id": "w2", "cells": ["果园"], "carried": ["茶园", None]}],
    }  # fmt: skip
    (block,) = content_of(table)
    first, second = block["rows"]
    assert first["former"] == {
        "cells.name": {"text": "茶园", "words": True},
        "cells.plan": {"text": "2"},
        "cells.lead": {"text": "水利局"},
    }
    assert second["former"] == {"cells.name": {"text": "茶园"}}
    assert not any("carried" in row for row in (first, second))


def test_uses_get_ids_of_where_they_stand_and_dismissals_follow() -> None:
    block = {
        "kind": "indicators",
        "id": "b1",
        "use": ["gdp", {"indicator": "tax", "parts": ["vat"]}],
    }
    data = {
        "format": "xugao-project", "version": 1, "id": "p1",
        "dismissed": ["period:b1.tax.period:没有", "figure:gdp@2026-H1.yoy:不对"],
        "reports": [{"id": "r1", "content": [block]}],
    }  # fmt: skip
    one, again = lifted(data), lifted(data)
    assert one == again
    gdp, tax = one["reports"][0]["content"][0]["use"]
    ids = [gdp["id"], tax["id"], tax["parts"][0]["id"]]
    assert len(set(ids)) == 3
    assert all(id_.startswith("u") and len(id_) == 6 for id_ in ids)
    assert one["dismissed"] == [f"period:{tax['id']}.period:没有", "figure:gdp@2026-H1.yoy:不对"]


def test_who_supplies_an_indicator_is_called_supplier() -> None:
    known = {"id": "gdp", "name": "地区生产总值", "department": "统计局"}
    data = {"format": "xugao-project", "version": 1, "id": "p1", "indicators": [known]}
    assert lifted(data)["indicators"] == [
        {"id": "gdp", "name": "地区生产总值", "supplier": "统计局"}
    ]


def test_what_a_newer_program_kept_of_last_period_is_kept_on() -> None:
    items = [
        {"id": "i1", "text": "乙。", "carried": {"text": "甲。", "figures": [1], "hint": "x"}},
        {"id": "i2", "text": "乙。", "carried": {"hint": "x"}},
    ]
    (block,) = content_of({"kind": "text", "id": "b1", "paragraphs": [items]})
    first, second = block["paragraphs"][0]
    assert first["former"] == {"text": {"text": "甲。", "hint": "x"}}
    assert "carried" not in first
    assert second == {"id": "i2", "text": "乙。", "carried": {"hint": "x"}}
