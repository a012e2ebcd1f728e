"""Templates: all that are shipped load, and what is wrong in one is told with its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.errors import TemplateError
from model.library.bank import Bank, load_bank
from model.library.data_files import records_in
from model.library.template_files import load_template, templates, texts_of
from model.report.built_in import BUILT_IN_NAMES
from model.report.section import IndicatorUse, Section
from model.report.template import ReportTemplate
from model.wording.links import FieldLink, IndicatorLink, links

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates" / "reports"
FILES = sorted(FOLDER.glob("*.json"))
KEYS = {
    "county-head-briefing",
    "plenary-speech",
    "work-briefing",
    "key-work-report",
    "half-year-summary",
}

GOOD: dict[str, Any] = {
    "key": "monthly",
    "version": 1,
    "name": "月度汇报",
    "summary": "一份小模板。",
    "fields": [{"id": "leader", "label": "领导"}],
    "indicators": ["gdp"],
    "own_indicators": [{"id": "tea", "name": "茶叶产量", "unit": "吨"}],
    "front": {"title": "{place}{period}汇报", "salutation": "尊敬的{leader}："},
    "content": [
        {
            "kind": "section",
            "id": "s-one",
            "heading": {"marker": {"style": "一、"}, "text": "经济"},
            "content": [
                {
                    "kind": "indicators",
                    "id": "b-one",
                    "opening": "{period}，",
                    "use": [{"indicator": "gdp", "period": "latest-quarter"}, "tea"],
                },
                {
                    "kind": "text",
                    "id": "b-two",
                    "paragraphs": [
                        [
                            {
                                "id": "i-one",
                                "marker": {"style": "一是"},
                                "lead": "抓调度。",
                                "text": "走访企业XX家，{@gdp.yoy}，{{注}}。",
                            }
                        ]
                    ],
                },
                {
                    "kind": "tasks",
                    "id": "b-three",
                    "tasks": [{"id": "t-one", "text": "新建{quantity}", "unit": "公里"}],
                },
                {
                    "kind": "table",
                    "id": "b-four",
                    "columns": [
                        {"key": "done", "title": "完成", "kind": "money"},
                        {"key": "share", "title": "进度", "share_of": ["done", "done"]},
                    ],
                    "rows": [{"id": "r-one", "cells": ["1", None]}],
                },
            ],
        }
    ],
}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(ROOT / "templates" / "indicators.json")


def _written(folder: Path, data: Any, name: str = "monthly.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def _refused(folder: Path, bank: Bank, spoil: Callable[[Any], object]) -> str:
    data = copy.deepcopy(GOOD)
    spoil(data)
    with pytest.raises(TemplateError) as caught:
        load_template(_written(folder, data), bank)
    return str(caught.value)


def test_the_five_kinds_are_there() -> None:
    assert set(templates(FOLDER)) >= KEYS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestShipped:
    def test_it_loads(self, path: Path, bank: Bank) -> None:
        assert load_template(path, bank).key == path.stem

    def test_every_field_and_indicator_is_used(self, path: Path, bank: Bank) -> None:
        template = load_template(path, bank)
        fields, indicators = _used(template)
        assert {one.id for one in template.fields} == fields - BUILT_IN_NAMES
        own = {one.id for one in template.own_indicators}
        assert {*template.indicators, *own} == indicators

    def test_no_heading_stands_alone(self, path: Path, bank: Bank) -> None:
        for _, record in records_in(load_template(path, bank)):
            if isinstance(record, Section):
                assert record.content, record.id


def _used(template: ReportTemplate) -> tuple[set[str], set[str]]:
    """Fields named in the texts, and indicators stated or linked."""
    fields: set[str] = set()
    indicators: set[str] = set()
    for _, _, text in texts_of(template):
        for link in links(text):
            if isinstance(link, FieldLink):
                fields.add(link.field)
            elif isinstance(link, IndicatorLink):
                indicators.add(link.indicator)
    for _, record in records_in(template):
        if isinstance(record, IndicatorUse):
            indicators |= {record.indicator, record.paired_with or record.indicator}
    return fields - {"count", "quantity"}, indicators


def test_a_template_beside_its_bank_loads_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    _written(tmp_path, [{"id": "gdp", "name": "地区生产总值"}], "indicators.json")
    path = _written(folder, GOOD)
    assert load_template(path) == templates(folder)["monthly"]


def _content(data: Any) -> Any:
    return data["content"][0]["content"]


def _item(data: Any) -> Any:
    return _content(data)[1]["paragraphs"][0][0]


@pytest.mark.parametrize(
    ("spoil", "place", "told"),
    [
        (lambda d: d.update(key="other"), "key", "“monthly”"),
        (lambda d: d.pop("front"), "front", "缺少"),
        (lambda d: d.update(version=0), "version", "不符合规定"),
        (lambda d: d.update(titel="x"), "titel", "拼写"),
        (
            lambda d: _item(d).update(txet="x"),
            "content[0].content[1].paragraphs[0][0].txet",
            "拼写",
        ),
        (lambda d: d["fields"].append({"id": "leader", "label": "x"}), "fields[1].id", "已经有"),
        (lambda d: d["fields"].append({"id": "place", "label": "x"}), "fields[1].id", "已经有"),
        (
            lambda d: d["fields"].append({"id": "level", "label": "级别", "kind": "choice"}),
            "fields[1].choices",
            "选择项",
        ),
        (lambda d: d["indicators"].append("gpd"), "indicators[1]", "“gpd”"),
        (lambda d: d["indicators"].append("gdp"), "indicators[1]", "两次"),
        (lambda d: d["own_indicators"][0].update(id="gdp"), "own_indicators[0].id", "“gdp”"),
        (lambda d: d["own_indicators"][0].update(name="GDP"), "own_indicators[0].name", "“gdp”"),
        (lambda d: d["own_indicators"][0].update(part_of="leaf"), "own_indicators[0]", "“leaf”"),
        (
            lambda d: _item(d).update(id="b-one"),
            "content[0].content[1].paragraphs[0][0].id",
            "两次",
        ),
        (lambda d: _item(d).update(id="i.one"), "paragraphs[0][0].id", "连字符"),
        (lambda d: _content(d)[0].update(kind="map"), "content[0].content[0].kind", "“map”"),
        (lambda d: _item(d).update(marker={"style": "甲、"}), "marker.style", "“甲、”"),
        (lambda d: _item(d).update(marker={"style": "一是", "literal": "x"}), "marker", "要么"),
        (lambda d: _item(d).update(text="{boss}好。"), "paragraphs[0][0].text", "“boss”"),
        (lambda d: _item(d).update(text="{leader好。"), "paragraphs[0][0].text", "成对"),
        (lambda d: _item(d).update(text="{@gpd.yoy}。"), "paragraphs[0][0].text", "“gpd”"),
        (lambda d: _item(d).update(text="{@gdp.jump}。"), "paragraphs[0][0].text", "看不懂"),
        (lambda d: _item(d).update(text="{@gdp@last-moon.yoy}。"), "text", "“last-moon”"),
        (lambda d: _item(d).update(text="{quantity}。"), "text", "“quantity”"),
        (lambda d: _item(d).update(text="由XX同志负责。"), "text", "用字段"),
        (lambda d: _item(d).update(lead="共XX家。"), "paragraphs[0][0].lead", "不能留空白"),
        (lambda d: d["front"].update(closing="谢谢{boss}！"), "front.closing", "“boss”"),
        (
            lambda d: d["content"][0]["heading"].update(text="{boss}"),
            "content[0].heading.text",
            "“boss”",
        ),
        (lambda d: _content(d)[0]["use"].append("pm25"), "use[2].indicator", "“pm25”"),
        (
            lambda d: _content(d)[0]["use"][0].update(parts=["pm25"]),
            "use[0].parts[0].indicator",
            "“pm25”",
        ),
        (
            lambda d: _content(d)[0]["use"][0].update(paired_with="pm25"),
            "use[0].paired_with",
            "“pm25”",
        ),
        (
            lambda d: _content(d)[0]["use"][0].update(forecast_period="last-moon"),
            "use[0].forecast_period",
            "“last-moon”",
        ),
        (lambda d: _content(d)[0]["use"][0].update(facets=["jump"]), "use[0].facets[0]", "“jump”"),
        (lambda d: _content(d)[2]["tasks"][0].update(text="新建"), "tasks[0].text", "{quantity}"),
        (lambda d: _content(d)[3]["columns"][1].update(key="done"), "columns[1].key", "两次"),
        (
            lambda d: _content(d)[3]["columns"][1].update(share_of=["done", "plan"]),
            "columns[1].share_of",
            "“plan”",
        ),
        (lambda d: _content(d)[3]["rows"][0]["cells"].append("2"), "rows[0].cells", "最多2格"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_place(
    tmp_path: Path, bank: Bank, spoil: Callable[[Any], object], place: str, told: str
) -> None:
    message = _refused(tmp_path, bank, spoil)
    assert "“monthly.json”" in message
    assert f"{place}：" in message
    assert told in message


def test_the_good_template_of_these_tests_is_good(tmp_path: Path, bank: Bank) -> None:
    assert load_template(_written(tmp_path, GOOD), bank).name == "月度汇报"
