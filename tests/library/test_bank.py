"""The indicator bank: what the shipped one keeps to, and what is told of a wrong one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from model.errors import TemplateError
from model.library.bank import Bank, load_bank
from model.values.facet import Facet
from model.values.growth import Flow, Growth, Measure, Target

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "reference"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(ROOT / "templates" / "indicators.json")


def _file(folder: Path, *entries: Any) -> Path:
    path = folder / "indicators.json"
    path.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_name_and_its_synonyms_lead_to_one_indicator(bank: Bank) -> None:
    for name in ("地区生产总值", "GDP", "生产总值"):
        assert bank.by_name[name].id == "gdp"
    assert bank.by_name["规上工业增加值"] is bank.by_id["industrial-va-above-scale"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("财政总收入", "地方财政收入"),
        ("优良天数", "优良率"),
        ("工业增加值", "规模以上工业增加值"),
        ("实际利用外资", "招商引资到位资金"),
        ("城镇新增就业", "新增就业"),
        ("居民人均可支配收入", "城乡居民人均可支配收入"),
    ],
)
def test_what_is_easily_confused_is_kept_apart_and_named_as_related(
    bank: Bank, one: str, other: str
) -> None:
    first, second = bank.by_name[one], bank.by_name[other]
    assert first.id != second.id
    assert second.id in first.related
    assert first.id in second.related


def test_entries_stand_in_their_customary_order(bank: Bank) -> None:
    orders = [one.order for one in bank]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_only_what_statistics_compute_from_levels_is_nominal(bank: Bank) -> None:
    assert bank.by_id["gdp"].growth is Growth.CONSTANT_PRICE
    assert bank.by_id["fixed-asset-investment"].growth is Growth.SAME_BASE
    assert bank.by_id["general-public-budget-revenue"].growth is Growth.NOMINAL
    for one in bank:
        if one.measure is Measure.RATE:
            assert one.growth in (Growth.POINTS, Growth.NONE), one.id


def test_balances_are_never_completed(bank: Bank) -> None:
    for one in bank:
        if one.flow is Flow.STOCK and one.name.endswith("余额"):
            assert "完成" not in one.verbs, one.id


def test_a_growth_target_is_a_rate_and_a_level_has_the_unit_of_its_indicator(bank: Bank) -> None:
    gdp = bank.by_id["gdp"]
    assert gdp.target is Target.GROWTH
    assert (gdp.unit_of(Facet.PLAN), gdp.unit_of(Facet.ACTUAL)) == ("%", "亿元")
    for one in bank:
        if one.measure is Measure.GROWTH_ONLY:
            assert one.unit not in ("", "%"), one.id


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference tables are not here")
@pytest.mark.parametrize("table", ["indicators.tsv", "indicators-extra.tsv"])
def test_every_quantity_of_the_reference_has_its_own_entry(bank: Bank, table: str) -> None:
    with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows
    for row in rows:
        one = bank.by_id[row["id"]]
        assert one.name == row["name"]
        assert "、".join(one.synonyms) == row["synonyms"]
        assert one.part_of == (row["part_of"] or None)


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([{"id": "a"}], ["[0].name", "缺少"]),
        ([{"id": "A b", "name": "甲"}], ["[0].id", "小写英文字母"]),
        ([{"id": "a", "name": "甲", "flow": "river"}], ["[0].flow", "stock", "river"]),
        ([{"id": "a", "name": "甲", "unitt": "亿元"}], ["[0].unitt", "拼写"]),
        ([{"id": "a", "name": "甲"}, {"id": "a", "name": "乙"}], ["[1].id", "两次"]),
        (
            [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙", "synonyms": ["甲"]}],
            ["[1].synonyms", "“a”"],
        ),
        ([{"id": "a", "name": "甲", "part_of": "b"}], ["[0].part_of", "“b”"]),
        ([{"id": "a", "name": "甲", "related": ["b"]}], ["[0].related[0]", "“b”"]),
        ([{"id": "a", "name": "甲", "related": ["a"]}], ["[0].related[0]", "“a”"]),
    ],
)
def test_a_wrong_bank_is_told_with_file_and_place(
    tmp_path: Path, entries: list[Any], told: list[str]
) -> None:
    with pytest.raises(TemplateError) as caught:
        load_bank(_file(tmp_path, *entries))
    for words in ("indicators.json", *told):
        assert words in str(caught.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{}", "列表"),
        (b"[{]", "第1行第3列"),
        (b"\xff\xfe[", "UTF-8"),
        (b'[{"id": "a", "id": "b", "name": "c"}]', "“id”在同一个对象里写了两次"),
    ],
)
def test_a_file_that_is_no_bank_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "indicators.json"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="indicators.json") as caught:
        load_bank(path)
    assert told in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="读不到这个文件"):
        load_bank(tmp_path / "indicators.json")
